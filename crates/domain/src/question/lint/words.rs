//! The English sentences of findings. The window has the same in its languages, by code.

use super::{FindingCode, FixCode, With};

/// What was found.
pub(in super::super) fn message(code: FindingCode, with: &With) -> String {
    filled(what(code), with)
}

fn what(code: FindingCode) -> &'static str {
    use FindingCode as F;
    match code {
        F::NotJson => "not JSON: {error}",
        F::NotAnObject => "must be an object, not {found}",
        F::NotAList => "must be a list, not {found}",
        F::NotText => "must be text, not {found}",
        F::NotTrueOrFalse => "must be true or false, not {found}",
        F::NotAWholeNumber => "must be a whole number from {least} to {most}, not {found}",
        F::NotALanguage => "must be a language code such as fr, not \"{found}\"",
        F::NotACountry => "must be a country code such as FR, not \"{found}\"",
        F::NotACurrency => "must be a currency code such as EUR, not \"{found}\"",
        F::NotOneOf => "\"{found}\" is not one of {known}",
        F::Missing => "missing",
        F::Empty => "is empty",
        F::NumberTaken => "{number} is already the number of questions[{other}]",
        F::FieldTaken => "\"{field}\" is already the field of questions[{other}]",
        F::NoOptions => "a choice needs at least one option",
        F::ValueTaken => "\"{value}\" is already the value of options[{other}]",
        F::UnknownField => "unknown field, ignored (known: {known})",
        F::NoEffect => "has no effect on {type}: only a choice has it",
        F::NothingToAsk => "there is nothing to ask",
        F::NumbersSkipped => "the numbers skip {missing}",
        F::NumbersOutOfOrder => "question {number} stands after question {other}",
        F::FieldAlike => "\"{field}\" reads like \"{other_field}\" of questions[{other}]",
        F::TextEmpty => "not given: nobody can ask it from here",
        F::TextUnderLanguage => "stands under the set's own language, {language}",
        F::RequiredWithoutText => "required, and has no text in any language",
        F::OwnMarker => "carries its own marker, which is put there anyway",
        F::OtherMarker => "carries the marker of question {other}",
        F::MarkerLookAlike => "has \"{found}\", which looks like a marker and is none",
        F::BeginsWithCode => "begins with code",
        F::Unclosed => "has a {sign} that nothing closes",
        F::Long => "{characters} characters with its marker, at most {most} are advised",
        F::TooLong => "{characters} characters with its marker, a bot can send at most {most}",
        F::SameText => "asks the same as question {other_number} (questions[{other}])",
        F::VariantEmpty => "the text in {language} is empty",
        F::VariantMissing => "question {number} has no text in {language}, and others have one",
        F::SecondWording => "is a second text in the set's own language, {language}",
        F::LabelShared => "\"{label}\" reads the same as \"{other_label}\" of options[{other}]",
        F::LabelWithoutWord => "\"{label}\" has no word to match",
        F::LabelIsPlace => "\"{label}\" is also the place of another option",
        F::LabelInOneLanguage => {
            "\"{value}\" has no label besides, and the question is asked in {language} too"
        }
        F::NoEmailQuestion => "nothing asks for an email or a phone number",
        F::LanguageMissing | F::RegionMissing | F::CurrencyMissing => {
            "not given, and there are questions of type {types}"
        }
    }
}

/// Why it matters.
pub(super) fn why(code: FindingCode) -> &'static str {
    use FindingCode as F;
    match code {
        F::NotJson => "A question set is a JSON file: nothing of this one can be read.",
        F::NotAnObject
        | F::NotAList
        | F::NotText
        | F::NotTrueOrFalse
        | F::NotAWholeNumber
        | F::NotACountry
        | F::NotACurrency
        | F::NotOneOf
        | F::Missing
        | F::Empty => "The set can't be used while a part of it can't be read.",
        F::NotALanguage => "A language is known by its code alone, whatever its name.",
        F::NumberTaken => "The number alone says which question a message asks.",
        F::FieldTaken => "Two answers can't be written to one field of the lead.",
        F::NoOptions => "No answer could ever be read.",
        F::ValueTaken => "The lead could not say which of the two was chosen.",
        F::UnknownField => "It may be a known field, misspelt.",
        F::NoEffect => "The answer is read as if it were not there.",
        F::NothingToAsk => "A conversation gives no answer to a set without questions.",
        F::NumbersSkipped => {
            "A question may have been lost. If one was retired, all is well: its number is better \
             left unused, and new numbers would need new markers everywhere in iAdvize."
        }
        F::NumbersOutOfOrder => {
            "Answers are listed by number, and bots are set up in the order of the list."
        }
        F::FieldAlike => "People and destinations take the two for one.",
        F::TextEmpty => "There is nothing to enter in iAdvize, nor to show beside the answer.",
        F::TextUnderLanguage => "Listings and previews show the text directly in the question.",
        F::RequiredWithoutText => "A lead needs an answer that nobody can ask for.",
        F::OwnMarker => "Typed by hand it can come to differ from the number.",
        F::OtherMarker => "The reply would count as an answer to that question too.",
        F::MarkerLookAlike => "The visitor would see it, or it would say nothing to the reader.",
        F::BeginsWithCode => "Marks of code right after the marker can make a chat show it.",
        F::Unclosed => "What follows in the chat may be taken for code or for a link.",
        F::Long => "Long questions are read badly in a chat's narrow column.",
        F::TooLong => "A bot refuses the message or cuts it off.",
        F::SameText => "The visitor is asked twice, or one of the two was to ask something else.",
        F::VariantEmpty => "An empty text can't be entered in iAdvize.",
        F::VariantMissing => "The conversation would change its language at this question.",
        F::SecondWording => "Only one of the two is used: the one directly in the question.",
        F::LabelShared => "The reply could mean either, and a person has to look at each.",
        F::LabelWithoutWord => "Replies are compared word by word: this one never matches.",
        F::LabelIsPlace => {
            "A number alone picks the option at that place, but this label comes first: where the \
             bot numbers its options, the wrong one is read."
        }
        F::LabelInOneLanguage => {
            "A visitor in that language may say it otherwise, and nothing would be read."
        }
        F::NoEmailQuestion => {
            "Leads are linked to the CRM by email. iAdvize's own visitor email is used where a bot \
             collects it; else there is none but what the visitor happens to write."
        }
        F::LanguageMissing => {
            "It decides the order of day and month and which sign is the decimal one: without it, \
             dates are read day first."
        }
        F::RegionMissing => {
            "Without it phone numbers are read only with their country prefix, and postcodes of \
             every known form are taken."
        }
        F::CurrencyMissing => "Without it an amount needs its currency beside it.",
    }
}

/// What a fix does.
pub(super) fn label(code: FixCode) -> &'static str {
    match code {
        FixCode::GiveNumber => "Give it number {next}",
        FixCode::Renumber => "Renumber 1 to {count}; the markers in iAdvize must then follow",
        FixCode::Sort => "Put the list in the order of its numbers",
        FixCode::Name => "Call it {suggested}",
        FixCode::RemoveMarkers => "Take it out of the text",
        FixCode::RemoveLabel => "Remove the label",
        FixCode::RemoveText => "Remove this text",
        FixCode::MoveText => "Move it to the question itself",
        FixCode::RemoveSetting => "Remove it",
        FixCode::ReadAsText => "Read the answer as text",
        FixCode::AddEmailQuestion => "Add question {next}: {text}",
    }
}

/// A sentence with its values. What a value contains is not filled in turn.
pub(super) fn filled(sentence: &str, with: &With) -> String {
    let mut filled = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(with.get(name).map_or("", String::as_str));
        rest = after;
    }
    filled.push_str(rest);
    filled
}
