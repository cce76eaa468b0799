//! Which values a property takes.

use super::error::Error;
use super::property::Property;
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value;

/// The longest value; HubSpot documents it for the body of a note.
pub(super) const LONGEST: usize = 65_536;

/// Every value is a string in HubSpot; numbers and booleans are taken for theirs.
pub(super) fn plain(name: &str, value: &Value) -> Result<String, Error> {
    match value {
        Value::Null => Ok(String::new()),
        Value::String(text) => Ok(text.clone()),
        Value::Bool(_) | Value::Number(_) => Ok(value.to_string()),
        Value::Array(_) | Value::Object(_) => {
            Err(Error::invalid(format!("Invalid input JSON: `{name}` is not a string")))
        }
    }
}

/// The code and the sentence a value is refused with.
pub(super) type Refusal = (&'static str, String);

pub(super) fn absent(name: &str) -> Refusal {
    ("PROPERTY_DOESNT_EXIST", format!("Property \"{name}\" does not exist"))
}

pub(super) fn check_length(value: &str) -> Result<(), Refusal> {
    let why = || format!("the value is longer than {LONGEST} characters");
    allow(value.chars().count() <= LONGEST, "INVALID_LENGTH", why)
}

fn allow(fine: bool, code: &'static str, why: impl FnOnce() -> String) -> Result<(), Refusal> {
    if fine { Ok(()) } else { Err((code, why())) }
}

impl Property {
    pub(super) fn check(&self, value: &str) -> Result<(), Refusal> {
        let name = &self.name;
        let read_only = || format!("\"{name}\" is a read only property; its value cannot be set.");
        allow(!self.read_only, "READ_ONLY_VALUE", read_only)?;
        if value.is_empty() {
            return Ok(());
        }
        check_length(value)?;
        let not_a = |kind: &'static str| move || format!("{value} was not a valid {kind}.");
        match self.r#type.as_str() {
            "enumeration" | "bool" => self.check_options(value),
            "number" => allow(is_number(value), "INVALID_INTEGER", not_a("number")),
            "date" => allow(is_date(value), "INVALID_DATE", not_a("date")),
            "datetime" => allow(is_time(value), "INVALID_DATE", not_a("date and time")),
            _ if name == "email" => {
                let why = || format!("Email address {value} is invalid");
                allow(is_email(value.trim()), "INVALID_EMAIL", why)
            }
            _ => Ok(()),
        }
    }

    fn check_options(&self, value: &str) -> Result<(), Refusal> {
        let is_option = |value: &str| self.options.iter().any(|(option, _)| option == value);
        let several = self.field_type == "checkbox";
        let fine = if several { value.split(';').all(is_option) } else { is_option(value) };
        let options: Vec<&str> = self.options.iter().map(|(value, _)| value.as_str()).collect();
        let listed = options.join(", ");
        let why = || format!("{value} was not one of the allowed options: [{listed}]");
        allow(fine, "INVALID_OPTION", why)
    }
}

fn is_number(value: &str) -> bool {
    value.trim().parse::<f64>().is_ok_and(f64::is_finite)
}

/// A day, or midnight of it in milliseconds since 1970.
fn is_date(value: &str) -> bool {
    const DAY: i64 = 24 * 60 * 60 * 1000;
    value.parse::<Date>().is_ok() || value.parse::<i64>().is_ok_and(|time| time % DAY == 0)
}

pub(super) fn is_time(value: &str) -> bool {
    value.parse::<Timestamp>().is_ok() || value.parse::<i64>().is_ok()
}

fn is_email(value: &str) -> bool {
    let Some((local, domain)) = value.rsplit_once('@') else {
        return false;
    };
    let plain =
        |text: &str| !text.contains(|c: char| c.is_whitespace() || "@<>(),;:\"[]\\".contains(c));
    let labels_fine = domain.split('.').all(|label| !label.is_empty() && !label.starts_with('-'));
    let dots_fine = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
    !local.is_empty()
        && domain.contains('.')
        && labels_fine
        && dots_fine
        && plain(local)
        && plain(domain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::property::Properties;
    use crate::seed;

    /// Whether a value is taken, or the code it is refused with.
    #[track_caller]
    fn check(name: &str, value: &str, expected: Result<(), &str>) {
        let properties = Properties::start().unwrap();
        let property = properties.get(name).unwrap();
        assert_eq!(property.check(value).map_err(|(code, _)| code), expected, "{name}: {value}");
    }

    #[test]
    fn values_are_held_against_their_property() {
        check("email", "ada@example.com", Ok(()));
        check("email", "ada+1@mail.example.com", Ok(()));
        for bad in [
            "ada",
            "ada@",
            "@example.com",
            "ada@example",
            "a b@example.com",
            "a@b@example.com",
            "a..b@example.com",
        ] {
            check("email", bad, Err("INVALID_EMAIL"));
        }
        check("budget_range", "over_20000", Ok(()));
        check("budget_range", "", Ok(()));
        check("budget_range", "Over 20,000 €", Err("INVALID_OPTION"));
        check("project_rooms", "kitchen;bathroom", Ok(()));
        check("project_rooms", "kitchen;attic", Err("INVALID_OPTION"));
        check("budget_amount", "12500.50", Ok(()));
        check("budget_amount", "12 500", Err("INVALID_INTEGER"));
        check("visit_date", "2026-03-02", Ok(()));
        check("visit_date", "1772409600000", Ok(()));
        check("visit_date", "1772409600001", Err("INVALID_DATE"));
        check("visit_date", "02/03/2026", Err("INVALID_DATE"));
        check("iadvize_closed_at", "2026-03-02T09:00:00Z", Ok(()));
        check("iadvize_closed_at", "yesterday", Err("INVALID_DATE"));
        check("is_owner", "true", Ok(()));
        check("is_owner", "yes", Err("INVALID_OPTION"));
        check("createdate", "2026-03-02", Err("READ_ONLY_VALUE"));
        check("message", &"x".repeat(LONGEST), Ok(()));
        check("message", &"x".repeat(LONGEST + 1), Err("INVALID_LENGTH"));
    }

    #[test]
    fn every_value_the_seeds_expect_has_its_place() {
        let properties = Properties::start().unwrap();
        for seed in seed::conversations() {
            let answers = seed.expected.answers.into_iter().collect();
            assert!(properties.accept(&answers).is_ok(), "{}", seed.name);
        }
    }
}
