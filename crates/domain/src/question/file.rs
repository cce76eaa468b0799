//! Reading a question set file. Serde stops at the first thing it cannot read; the author of a
//! file wants to hear of all of them, so the walk goes on and collects.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::lint::FindingCode;
use super::object::{self, Faults, Object};
use super::place::Place;
use super::{AnswerType, Capture, ChoiceOption, Fault, LAST_NUMBER, Question, QuestionSet, Repeat};

const TYPES: &[(&str, AnswerType)] = &[
    ("text", AnswerType::Text),
    ("email", AnswerType::Email),
    ("phone", AnswerType::Phone),
    ("number", AnswerType::Number),
    ("amount", AnswerType::Amount),
    ("date", AnswerType::Date),
    ("yes_no", AnswerType::YesNo),
    ("choice", AnswerType::Choice { options: Vec::new(), multiple: false }),
    ("postcode", AnswerType::Postcode),
    ("url", AnswerType::Url),
];

const CAPTURES: &[(&str, Capture)] = &[
    ("reply", Capture::Reply),
    ("first_message", Capture::FirstMessage),
    ("until_next_question", Capture::UntilNextQuestion),
];

const REPEATS: &[(&str, Repeat)] =
    &[("last", Repeat::Last), ("first", Repeat::First), ("join", Repeat::Join)];

/// See [`QuestionSet::from_json`].
pub(super) fn from_json(json: &str) -> Result<QuestionSet, Vec<Fault>> {
    from_value(&parse(json)?)
}

pub(super) fn parse(json: &str) -> Result<Value, Vec<Fault>> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    serde_json::from_str(json).map_err(|error: serde_json::Error| {
        let with = [("error", &*error.to_string())];
        vec![Fault::new(Place::root(), FindingCode::NotJson, &with)]
    })
}

/// A set that was already parsed, as part of another file.
pub(super) fn from_value(value: &Value) -> Result<QuestionSet, Vec<Fault>> {
    let mut faults = Faults::default();
    let read = read_set(value, &mut faults);
    match read {
        Some(read) if faults.faults.is_empty() => Ok(read.set),
        _ => Err(faults.faults),
    }
}

/// See [`QuestionSet::lenient`].
pub(super) fn lenient(value: &Value) -> QuestionSet {
    let read = read_set(value, &mut Faults::default());
    let mut set = read.unwrap_or_default().set;
    let mut numbers = BTreeSet::new();
    set.questions.retain(|question| question.number != 0 && numbers.insert(question.number));
    for question in &mut set.questions {
        if let AnswerType::Choice { options, .. } = &mut question.answer {
            // What has no value yet can't be chosen.
            options.retain(|option| !option.value.is_empty());
        }
    }
    set
}

/// The items of a set's list as far as each can be read, none left out; nothing for what is no
/// question at all.
pub(crate) fn listed(value: &Value) -> Vec<Option<Question>> {
    let count = value.get("questions").and_then(Value::as_array).map_or(0, Vec::len);
    let read = read_set(value, &mut Faults::default()).unwrap_or_default();
    (0..count).map(|at| read.question(at).cloned()).collect()
}

/// What can be read of a set, whatever is wrong with the rest.
#[derive(Default)]
pub(super) struct Read {
    pub(super) set: QuestionSet,
    /// The place in the file's list of each question of the set.
    places: Vec<usize>,
}

impl Read {
    /// The questions, each with its place in the file's list.
    pub(super) fn questions(&self) -> impl Iterator<Item = (usize, &Question)> {
        self.places.iter().copied().zip(&self.set.questions)
    }

    /// The question at a place in the file's list, if it could be read.
    pub(super) fn question(&self, place: usize) -> Option<&Question> {
        self.set.questions.get(self.places.binary_search(&place).ok()?)
    }
}

pub(super) fn read_set(value: &Value, faults: &mut Faults) -> Option<Read> {
    let set = Object::new(value, Place::root(), faults)?;
    let mut places = Vec::new();
    let mut questions = Vec::new();
    for (at, value) in set.list("questions", faults).iter().enumerate() {
        if let Some(question) = read_question(value, Place::question(at), faults) {
            places.push(at);
            questions.push(question);
        }
    }
    let mut read = Read { set: QuestionSet { questions, ..QuestionSet::default() }, places };
    refuse_repeated(&read, faults);
    let country = |code: &str| is_letters(code, 2);
    let currency = |code: &str| is_letters(code, 3);
    read.set.name = set.name("name", faults);
    read.set.language = set.code("language", is_language, FindingCode::NotALanguage, faults);
    read.set.region = set.code("region", country, FindingCode::NotACountry, faults);
    read.set.currency = set.code("currency", currency, FindingCode::NotACurrency, faults);
    set.no_more(&["name", "language", "region", "currency", "questions"], faults);
    Some(read)
}

fn read_question(value: &Value, place: Place, faults: &mut Faults) -> Option<Question> {
    let question = Object::new(value, place, faults)?;
    let read = Question {
        number: question.number("number", 1..=LAST_NUMBER, faults),
        field: question.name("field", faults),
        text: question.text("text", faults).unwrap_or_default(),
        texts: question.texts("texts", faults),
        answer: read_answer(&question, faults),
        capture: question.one_of("capture", CAPTURES, faults).unwrap_or_default(),
        repeat: question.one_of("repeat", REPEATS, faults).unwrap_or_default(),
        required: question.flag("required", faults),
    };
    question.no_more(
        &["number", "field", "text", "texts", "answer", "capture", "repeat", "required"],
        faults,
    );
    Some(read)
}

fn read_answer(question: &Object<'_>, faults: &mut Faults) -> AnswerType {
    let Some(value) = question.required("answer", faults) else {
        return AnswerType::Text;
    };
    let Some(answer) = Object::new(value, question.place_of("answer"), faults) else {
        return AnswerType::Text;
    };
    if answer.required("type", faults).is_none() {
        return AnswerType::Text;
    }
    let kind = answer.one_of("type", TYPES, faults);
    let Some(AnswerType::Choice { .. }) = kind else {
        if kind.is_some() {
            answer.no_more(&["type"], faults);
        }
        return kind.unwrap_or_default();
    };
    let multiple = answer.flag("multiple", faults);
    let place = answer.place_of("options");
    let values = match answer.get("options") {
        Some(_) => answer.list("options", faults),
        None => &[],
    };
    if values.is_empty() && answer.get("options").is_none_or(Value::is_array) {
        faults.fault(place.clone(), FindingCode::NoOptions, &[]);
    }
    let options: Vec<Option<ChoiceOption>> =
        (0..).zip(values).map(|(at, value)| read_option(value, place.at(at), faults)).collect();
    refuse_repeated_options(&options, &place, faults);
    answer.no_more(&["type", "options", "multiple"], faults);
    AnswerType::Choice { options: options.into_iter().flatten().collect(), multiple }
}

fn read_option(value: &Value, place: Place, faults: &mut Faults) -> Option<ChoiceOption> {
    let option = Object::new(value, place, faults)?;
    let mut labels = Vec::new();
    if option.get("labels").is_some() {
        for (at, label) in option.list("labels", faults).iter().enumerate() {
            let place = option.place_of("labels").at(at);
            match object::text(label, place.clone(), faults) {
                Some(label) if !label.trim().is_empty() => labels.push(label),
                Some(_) => faults.fault(place, FindingCode::Empty, &[("what", "label")]),
                None => {}
            }
        }
    }
    let read = ChoiceOption { value: option.name("value", faults), labels };
    option.no_more(&["value", "labels"], faults);
    Some(read)
}

/// Numbers tell questions apart in a conversation, fields in a lead: neither may repeat.
fn refuse_repeated(read: &Read, faults: &mut Faults) {
    let (mut numbers, mut fields) = (BTreeMap::new(), BTreeMap::new());
    for (at, Question { number, field, .. }) in read.questions() {
        let place = Place::question(at);
        // Zero and blank stand for what was refused already.
        if *number != 0
            && let Some(first) = numbers.get(number).map(usize::to_string)
        {
            let with = [("number", &*number.to_string()), ("other", &*first)];
            faults.fault(place.field("number"), FindingCode::NumberTaken, &with);
        }
        if !field.is_empty()
            && let Some(first) = fields.get(field).map(usize::to_string)
        {
            let with = [("field", field.as_str()), ("other", &*first)];
            faults.fault(place.field("field"), FindingCode::FieldTaken, &with);
        }
        numbers.entry(*number).or_insert(at);
        fields.entry(field).or_insert(at);
    }
}

fn refuse_repeated_options(options: &[Option<ChoiceOption>], place: &Place, faults: &mut Faults) {
    let mut values: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, option) in options.iter().enumerate() {
        let Some(value) = option.as_ref().map(|option| option.value.as_str()) else {
            continue;
        };
        if let Some(first) = values.get(value).map(usize::to_string)
            && !value.is_empty()
        {
            let with = [("value", value), ("other", &*first)];
            faults.fault(place.at(at).field("value"), FindingCode::ValueTaken, &with);
        }
        values.entry(value).or_insert(at);
    }
}

fn is_letters(code: &str, length: usize) -> bool {
    code.len() == length && code.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// `fr`, and the longer `fr-FR` or `fr_CH` that other programs write.
pub(super) fn is_language(code: &str) -> bool {
    let (language, rest) = code.split_at_checked(2).unwrap_or((code, ""));
    let rest_fits = rest.is_empty() || rest.starts_with(['-', '_']) && is_letters(&rest[1..], 2);
    is_letters(language, 2) && rest_fits
}
