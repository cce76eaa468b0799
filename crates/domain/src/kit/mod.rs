//! What an admin sets up by hand in iAdvize for a question set: nothing there takes
//! pre-recorded answers or a bot's steps from outside, so what is entered by hand is laid out
//! ready to copy, to print and to tick off.

mod buttons;
mod copy;
mod entries;
mod left_out;
mod script;
mod sheet;
mod words;

pub use copy::{all, csv};
pub use entries::{ADVISED_CHARACTERS, Entry, MOST_CHARACTERS, entries, message};
pub use left_out::{LeftOut, LeftOutWhy, left_out};
pub use script::script;
pub use sheet::sheet;
pub use words::SheetLanguage;

#[cfg(test)]
mod tests;
