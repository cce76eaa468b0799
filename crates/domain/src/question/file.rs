//! Reading a question set file. Serde stops at the first thing it cannot read; the author of a
//! file wants to hear of all of them, so the walk goes on and collects.

use std::collections::BTreeMap;

use serde_json::Value;

use super::object::{Faults, Object};
use super::{AnswerType, Capture, ChoiceOption, Fault, Question, QuestionSet, Repeat, remarks};

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

/// See [`QuestionSet::lint`].
pub(super) fn lint(json: &str) -> Vec<Fault> {
    let value = match parse(json) {
        Ok(value) => value,
        Err(faults) => return faults,
    };
    let mut faults = Faults::default();
    let set = read_set(&value, &mut faults);
    let mut all = faults.faults;
    all.extend(faults.unknown);
    if let Some(set) = set {
        all.extend(remarks::remarks(&set));
    }
    all
}

fn parse(json: &str) -> Result<Value, Vec<Fault>> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    serde_json::from_str(json).map_err(|error| vec![Fault::new("", format!("not JSON: {error}"))])
}

/// A set that was already parsed, as part of another file.
pub(super) fn from_value(value: &Value) -> Result<QuestionSet, Vec<Fault>> {
    let mut faults = Faults::default();
    let set = read_set(value, &mut faults);
    match set {
        Some(set) if faults.faults.is_empty() => Ok(set),
        _ => Err(faults.faults),
    }
}

fn read_set(value: &Value, faults: &mut Faults) -> Option<QuestionSet> {
    let set = Object::new(value, String::new(), faults)?;
    let mut questions = Vec::new();
    for (at, value) in set.list("questions", faults).iter().enumerate() {
        questions.push(read_question(value, format!("questions[{at}]"), faults));
    }
    refuse_repeated(&questions, faults);
    let read = QuestionSet {
        name: set.name("name", faults),
        language: set.code("language", is_language, "a language code such as fr", faults),
        region: set.code("region", |code| is_letters(code, 2), "a country code such as FR", faults),
        currency: set.code(
            "currency",
            |code| is_letters(code, 3),
            "a currency code such as EUR",
            faults,
        ),
        questions: questions.into_iter().flatten().collect(),
    };
    set.no_more(&["name", "language", "region", "currency", "questions"], faults);
    Some(read)
}

fn read_question(value: &Value, path: String, faults: &mut Faults) -> Option<Question> {
    let question = Object::new(value, path, faults)?;
    let read = Question {
        number: question.number("number", 1..=9999, faults),
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
    let Some(answer) = Object::new(value, question.path_of("answer"), faults) else {
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
    let values = answer.list("options", faults);
    if values.is_empty() && answer.get("options").is_some_and(Value::is_array) {
        faults.fault(answer.path_of("options"), "a choice needs at least one option");
    }
    let path = answer.path_of("options");
    let options = values
        .iter()
        .enumerate()
        .filter_map(|(at, value)| read_option(value, format!("{path}[{at}]"), faults))
        .collect::<Vec<_>>();
    refuse_repeated_options(&options, &path, faults);
    answer.no_more(&["type", "options", "multiple"], faults);
    AnswerType::Choice { options, multiple }
}

fn read_option(value: &Value, path: String, faults: &mut Faults) -> Option<ChoiceOption> {
    let option = Object::new(value, path, faults)?;
    let mut labels = Vec::new();
    if option.get("labels").is_some() {
        for (at, label) in option.list("labels", faults).iter().enumerate() {
            let path = format!("{}[{at}]", option.path_of("labels"));
            match label.as_str() {
                Some(label) if !label.trim().is_empty() => labels.push(label.to_owned()),
                Some(_) => faults.fault(path, "is empty"),
                None => faults.fault(path, "must be text"),
            }
        }
    }
    let read = ChoiceOption { value: option.name("value", faults), labels };
    option.no_more(&["value", "labels"], faults);
    Some(read)
}

/// Numbers tell questions apart in a conversation, fields in a lead: neither may repeat.
fn refuse_repeated(questions: &[Option<Question>], faults: &mut Faults) {
    let (mut numbers, mut fields) = (BTreeMap::new(), BTreeMap::new());
    for (at, question) in questions.iter().enumerate() {
        let Some(Question { number, field, .. }) = question else {
            continue;
        };
        // Zero and blank stand for what was refused already.
        if *number != 0
            && let Some(first) = numbers.insert(*number, at)
        {
            let message = format!("{number} is already the number of questions[{first}]");
            faults.fault(format!("questions[{at}].number"), message);
        }
        if !field.is_empty()
            && let Some(first) = fields.insert(field, at)
        {
            let message = format!("\"{field}\" is already the field of questions[{first}]");
            faults.fault(format!("questions[{at}].field"), message);
        }
    }
}

fn refuse_repeated_options(options: &[ChoiceOption], path: &str, faults: &mut Faults) {
    let mut values = BTreeMap::new();
    for (at, option) in options.iter().enumerate() {
        if !option.value.is_empty()
            && let Some(first) = values.insert(&option.value, at)
        {
            let message = format!("\"{}\" is already the value of options[{first}]", option.value);
            faults.fault(format!("{path}[{at}].value"), message);
        }
    }
}

fn is_letters(code: &str, length: usize) -> bool {
    code.len() == length && code.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// `fr`, and the longer `fr-FR` or `fr_CH` that other programs write.
fn is_language(code: &str) -> bool {
    let (language, rest) = code.split_at_checked(2).unwrap_or((code, ""));
    let rest_fits = rest.is_empty() || rest.starts_with(['-', '_']) && is_letters(&rest[1..], 2);
    is_letters(language, 2) && rest_fits
}
