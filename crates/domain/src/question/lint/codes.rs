//! The closed lists of what can be found and of what can be done about it.

use serde::{Deserialize, Serialize};

/// Everything that can be found in a question set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum FindingCode {
    /// The file is not JSON: `error`.
    NotJson,
    /// Not an object but `found`.
    NotAnObject,
    /// Not a list but `found`.
    NotAList,
    /// Not text but `found`.
    NotText,
    /// Neither true nor false but `found`.
    NotTrueOrFalse,
    /// Not a whole number from `least` to `most` but `found`.
    NotAWholeNumber,
    /// Not a language code but `found`.
    NotALanguage,
    /// Not a country code but `found`.
    NotACountry,
    /// Not a currency code but `found`.
    NotACurrency,
    /// Not one of `known` but `found`.
    NotOneOf,
    /// `what` is not there.
    Missing,
    /// `what` is there and says nothing.
    Empty,
    /// `number` is the number of the question at place `other` too.
    NumberTaken,
    /// `field` is the field of the question at place `other` too.
    FieldTaken,
    /// A choice has nothing to choose.
    NoOptions,
    /// `value` is the value of the option at place `other` too.
    ValueTaken,
    /// Nobody reads `what`; what is read is `known`.
    UnknownField,
    /// `what` does nothing for the answer's `type`.
    NoEffect,
    /// The set has no question.
    NothingToAsk,
    /// The numbers from 1 skip `missing`.
    NumbersSkipped,
    /// The question stands after the one with the greater number `other`.
    NumbersOutOfOrder,
    /// `field` reads like `other_field` of the question at place `other`.
    FieldAlike,
    /// No wording of its own.
    TextEmpty,
    /// No wording of its own, but one under the set's own `language`.
    TextUnderLanguage,
    /// Required, and no wording in any language.
    RequiredWithoutText,
    /// The wording carries its own marker.
    OwnMarker,
    /// The wording carries the marker of question `other`.
    OtherMarker,
    /// The wording has `found`, which looks like a marker and is none.
    MarkerLookAlike,
    /// The wording begins with code.
    BeginsWithCode,
    /// The wording opens with `sign` what nothing closes.
    Unclosed,
    /// `characters` with the marker, more than the `most` advised.
    Long,
    /// `characters` with the marker, more than the `most` a bot can send.
    TooLong,
    /// The wording of the question at place `other`, number `other_number`, is the same.
    SameText,
    /// The wording in `language` says nothing.
    VariantEmpty,
    /// Other questions have a wording in `language`, this one has none.
    VariantMissing,
    /// Two different wordings in the set's own `language`.
    SecondWording,
    /// `label` reads like `other_label` of the option at place `other`.
    LabelShared,
    /// `label` has no word that could be found.
    LabelWithoutWord,
    /// `label` is the number of another option's place.
    LabelIsPlace,
    /// The option `value` has no other label, and its question is asked in `language` too.
    LabelInOneLanguage,
    /// Nothing asks for an email or a phone number.
    NoEmailQuestion,
    /// No language, and there are questions of `types`.
    LanguageMissing,
    /// No region, and there are questions of `types`.
    RegionMissing,
    /// No currency, and there are questions of `types`.
    CurrencyMissing,
}

/// What can be done about a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum FixCode {
    /// Give the question the number `next`.
    GiveNumber,
    /// Number the questions 1 to `count`.
    Renumber,
    /// Put the list in the order of its numbers.
    Sort,
    /// Call it `suggested`.
    Name,
    /// Take the markers out of the wording.
    RemoveMarkers,
    /// Remove this label.
    RemoveLabel,
    /// Remove this wording.
    RemoveText,
    /// Make the wording in the set's own language the question's own.
    MoveText,
    /// Remove what nobody reads.
    RemoveSetting,
    /// Read the answer as text.
    ReadAsText,
    /// Add question `next` with the wording `text`.
    AddEmailQuestion,
}
