//! What was read from a conversation: one [`Answer`] for each question of the set, each value
//! with the characters it stands on. One reader a file.

mod answer;
mod choice;
mod date;
mod decimal;
pub(crate) mod email;
mod figures;
mod found;
mod links;
mod locale;
mod money;
mod number;
mod phone;
mod places;
mod postcode;
mod reader;
mod said;
mod spoken;
mod url;
mod value;
mod words;
mod yes_no;

pub use answer::{Answer, AnswerStatus, Email, EmailSource, Evidence, Note, Reading};
pub(crate) use choice::label_key;
pub(crate) use found::{Found, Sureness};
pub(crate) use locale::Locale;
pub(crate) use reader::Reader;
pub(crate) use said::Said;
pub(crate) use spoken::Stretches;
pub use value::{Amount, Number, Value};
pub(crate) use words::words;
