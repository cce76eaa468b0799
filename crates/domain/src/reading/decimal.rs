//! Numbers kept digit by digit, so that none is lost or made up.

/// More digits than any count or sum people write; what has more is an identifier.
const MOST_DIGITS: usize = 15;

/// A decimal number as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    negative: bool,
    whole: String,
    fraction: String,
}

impl Decimal {
    /// From its digits; `None` where there are too many for a number, or where leading zeros
    /// show that it is not meant as one (`007`).
    pub(crate) fn new(negative: bool, whole: &str, fraction: &str) -> Option<Self> {
        let padded = whole.len() > 2 && whole.starts_with('0');
        if padded || whole.len() + fraction.len() > MOST_DIGITS {
            return None;
        }
        Some(Self { negative, whole: whole.to_owned(), fraction: fraction.to_owned() })
    }

    /// Times ten, so many times.
    pub(crate) fn shifted(mut self, places: usize) -> Self {
        let moved = self.fraction.len().min(places);
        let rest = self.fraction.split_off(moved);
        self.whole.push_str(&self.fraction);
        self.whole.push_str(&"0".repeat(places - moved));
        self.fraction = rest;
        self
    }

    /// With a fraction written apart from it, if it has none yet.
    pub(crate) fn with_cents(mut self, cents: &str) -> Option<Self> {
        let is_whole = self.fraction.is_empty();
        self.fraction.push_str(cents);
        is_whole.then_some(self)
    }

    /// Plain, without zeros that say nothing.
    pub(crate) fn plain(&self) -> String {
        let whole = self.whole.trim_start_matches('0');
        let fraction = self.fraction.trim_end_matches('0');
        let sign =
            if self.negative && !(whole.is_empty() && fraction.is_empty()) { "-" } else { "" };
        let whole = if whole.is_empty() { "0" } else { whole };
        let point = if fraction.is_empty() { "" } else { "." };
        format!("{sign}{whole}{point}{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_has_no_needless_zeros() {
        let plain = |whole, fraction, places| {
            Decimal::new(false, whole, fraction).map(|decimal| decimal.shifted(places).plain())
        };
        assert_eq!(plain("25000", "", 0).as_deref(), Some("25000"));
        assert_eq!(plain("25000", "50", 0).as_deref(), Some("25000.5"));
        assert_eq!(plain("1", "5", 6).as_deref(), Some("1500000"));
        assert_eq!(plain("1", "2345", 3).as_deref(), Some("1234.5"));
        assert_eq!(plain("0", "00", 0).as_deref(), Some("0"));
        assert_eq!(plain("05", "", 0).as_deref(), Some("5"));
        assert_eq!(plain("007", "", 0), None);
        assert_eq!(plain("1234567890123456", "", 0), None);
    }
}
