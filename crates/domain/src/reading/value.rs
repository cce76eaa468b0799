//! The values answers have.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value that was read. Its JSON form is bare; which form goes with which answer type is
/// fixed by the question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Value {
    /// `yes_no`.
    YesNo(bool),
    /// `number`.
    Number(#[cfg_attr(feature = "ts", ts(type = "number"))] Number),
    /// `text`, `email`, `phone`, `date` (`YYYY-MM-DD`), `postcode`, `url`, and the option's
    /// value for `choice`.
    Text(String),
    /// `choice` with `multiple`: the options' values in the order said.
    Choices(Vec<String>),
    /// `amount`.
    Amount(Amount),
}

/// A sum of money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Amount {
    /// A plain decimal without trailing zeros, kept as text so that no digit is lost.
    pub amount: String,
    /// ISO 4217 code; empty where neither the visitor nor the set names one.
    pub currency: String,
}

/// A JSON number, whole numbers written without a fraction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number(pub f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Above 2^53 a float no longer holds every whole number.
        if self.0.fract() == 0.0 && self.0.abs() < 9_007_199_254_740_992.0 {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f64::deserialize(deserializer).map(Self)
    }
}
