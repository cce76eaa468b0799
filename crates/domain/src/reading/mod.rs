//! What was read from a conversation: one [`Answer`] for each question of the set, each value
//! with the characters it stands on. One reader a file.
//!
//! # Where the rules leave room
//!
//! A wrong value is worse than none: what a careful person would have to ask back about is not
//! read. Zero-width characters are read past everywhere.
//!
//! - `email`: letters, digits and the usual signs before the `@`, a domain that ends in letters.
//!   What is spelled out (`marc at example`) is no address, and a sentence that begins right after
//!   one (`a@b.fr.Merci`) is no part of it.
//! - `phone`: as dialled in the set's region, or with its country's prefix. A mobile number without
//!   its 0 counts where nothing surer is said; bank accounts, cards and dates are none.
//! - `postcode`: of the set's region, else of the language's country, and only one that can exist
//!   there. A count, a sum, a year, a reference or the number of a house is none.
//! - `url`: without a scheme or `www.` only with a well-known ending, or where it is all that was
//!   written. Endings that are words too (`.de`, `.it`) count at the end of a line.
//! - `number` and `amount`: in figures only. `1,250` and `1.250` follow the set's language, but as
//!   money both are thousands. Where a word of the question or its unit follows a figure, the
//!   others beside it do not count. Times, sizes, versions, models (`Peugeot 208`), references and
//!   ordinals are none; a year, a day or a share is one only where nothing else is, and never where
//!   the question asks how many. The lower end of a range is a value like the upper (`20-30k`).
//! - `date`: with its year. Two figures for a year mean at most twenty years after the message, else
//!   the past century. An order that is not the language's is never tried. `à demain` takes leave
//!   and `pas demain` turns down; the day of the week and `next week` are no dates.
//! - `choice`: what is denied (`pas d'achat`, `plutôt louer qu'acheter`) is not chosen. With
//!   `multiple` a list of numbers picks several, all of them or none.
//! - `yes_no`: clause by clause; a clause that asks says nothing, nor does `no` before a number
//!   (`No. 14`). What merely agrees (`ok`, `pas de problème`) gives way to a plain yes or no.

mod answer;
mod choice;
mod date;
mod decimal;
mod denial;
pub(crate) mod email;
mod figures;
mod found;
mod links;
mod list;
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
pub(crate) use words::{has_words, words};
