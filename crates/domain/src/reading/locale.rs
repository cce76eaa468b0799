//! Where and in which language a question set expects its answers.

use phonenumber::country;

use crate::question::QuestionSet;

/// A question set's language, region and currency, in one spelling.
#[derive(Clone, Debug, Default)]
pub(crate) struct Locale {
    /// Two letters, lower-case; empty where not given.
    pub(crate) language: String,
    /// Two letters, upper-case; empty where neither given nor told by the language.
    pub(crate) region: String,
    /// Three letters, upper-case; empty where not given.
    pub(crate) currency: String,
}

impl Locale {
    pub(crate) fn new(set: &QuestionSet) -> Self {
        let language = set.language.as_deref().unwrap_or_default();
        let language = language.get(..2).unwrap_or_default().to_ascii_lowercase();
        let region = set.region.as_deref().unwrap_or_default().to_ascii_uppercase();
        // The United Kingdom's code is GB; many write UK all the same.
        let region = if region == "UK" { "GB".to_owned() } else { region };
        let currency = set.currency.as_deref().unwrap_or_default().to_ascii_uppercase();
        Self { language, region, currency }
    }

    /// The country phone numbers without a prefix belong to.
    pub(crate) fn country(&self) -> Option<country::Id> {
        self.region.parse().ok()
    }

    /// The sign between whole and fraction in the set's language. English has the point; French,
    /// German, Spanish and Italian the comma.
    pub(crate) fn decimal_sign(&self) -> char {
        if self.language == "en" { '.' } else { ',' }
    }

    /// Whether numeric dates put the month first, as only the United States do.
    pub(crate) fn month_first(&self) -> bool {
        self.language == "en" && self.region == "US"
    }
}
