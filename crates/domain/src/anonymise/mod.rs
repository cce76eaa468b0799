//! A real conversation kept as a sample: nobody can be recognised in it, and it reads the same.

mod accounts;
mod cast;
mod dice;
mod email;
mod figures;
mod hearing;
mod intro;
mod known;
mod lists;
mod phones;
mod pieces;
mod places;
mod same;
mod shape;
mod spans;
mod streets;
mod tongue;
mod word;
mod written;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::conversation::{Conversation, Error};
use cast::Cast;
use hearing::Hearing;
use known::Known;
use pieces::Pieces;

/// What can tell who somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "AnonymisedKind"))]
pub enum Kind {
    /// A first or last name, or both.
    Name,
    /// An email address.
    Email,
    /// A phone number.
    Phone,
    /// A street.
    Address,
    /// A postcode.
    Postcode,
    /// A town beside a postcode, wherever it is named.
    Town,
    /// A web address.
    Url,
    /// A name on a social network (`@marc`).
    Handle,
    /// The number of an account, a card, a customer: nine figures or more, or seven where one was
    /// asked for.
    Number,
}

/// A stand-in for a conversation in which nobody can be recognised.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Anonymised {
    /// The stand-in, a conversation file: the bare object.
    pub json: String,
    /// How often something of each kind was replaced.
    pub replaced: BTreeMap<Kind, u32>,
    /// Whether the readers of the conversation's language find the same in it as in the original
    /// (of all five languages, where it neither says its own nor shows it). `false` only where no
    /// stand-in was found that does; nobody can be recognised in it all the same.
    pub reads_the_same: bool,
}

/// How many casts are tried for one that reads the same.
const CASTS: u32 = 6;

/// Replaces what can tell who somebody is. `extra_names` are names that the conversation does not
/// give as such.
///
/// The same original has the same stand-in everywhere in the conversation, whatever its case,
/// accents and spacing. The same seed gives the same stand-ins, another seed others. They follow
/// from the whole conversation besides, so that who knows the seed and tries every phone number
/// is led back to none. Everything that the reading does not look at is dropped.
///
/// Where privacy and the reading are at odds:
///
/// - A name that is also a choice's label goes, and the choice with it: sets are not known here.
/// - A name that is read as a day, a sum, a yes or no (`12 April 2026`, `oui`) stays there: where
///   it means that it names nobody. It goes everywhere else.
/// - House numbers stay: without their street they lead nowhere, and a number question reads them.
/// - A bare figure in the form of a postcode goes only where a postcode was asked or a place
///   stands beside it: else it is a number to the reading, and tells nothing.
/// - A phone number is replaced digit by digit, and so differs to a number question of a set for
///   another country, to which it is no phone number; the same goes for account numbers.
pub fn anonymise(json: &str, extra_names: &[String], seed: u64) -> Result<Anonymised, Error> {
    let original = Conversation::from_json(json)?;
    let language = original.language.as_deref().or_else(|| tongue::guess(&original));
    let hearing = Hearing::new(language);
    let known = Known::gather(json, &original, extra_names, &hearing);
    let pieces = Pieces::of(&original, &known, &hearing);
    let mut best: Option<(usize, Conversation)> = None;
    for attempt in 0..CASTS {
        let mut cast = Cast::new(&original, &pieces, (seed, attempt));
        let stand_in = pieces.played_by(&mut cast, &hearing);
        let differences = pieces.differences(&stand_in, &hearing);
        if best.as_ref().is_none_or(|(fewest, _)| differences < *fewest) {
            best = Some((differences, stand_in));
        }
        if differences == 0 {
            break;
        }
    }
    let (differences, stand_in) = best.unwrap_or_default();
    Ok(Anonymised {
        json: written::json(&stand_in),
        replaced: pieces.count(),
        reads_the_same: differences == 0,
    })
}

#[cfg(test)]
mod tests;
