//! The labelled conversations that the readers are measured with: nobody is left in any of their
//! stand-ins, and each reads as its original does with the set that it was labelled for.

use std::fmt::Write as _;

use super::reading::goes;
use super::*;
use labelled::{Case, Corpus, edge};

#[path = "../../../tests/corpus/mod.rs"]
mod labelled;

/// The files of a part, by language. Nothing here opens one.
macro_rules! part {
    ($part:literal) => {
        [
            (
                "fr",
                include_str!(concat!("../../../../../tests/fixtures/corpus/", $part, "/fr.json")),
            ),
            (
                "en",
                include_str!(concat!("../../../../../tests/fixtures/corpus/", $part, "/en.json")),
            ),
            (
                "de",
                include_str!(concat!("../../../../../tests/fixtures/corpus/", $part, "/de.json")),
            ),
            (
                "es",
                include_str!(concat!("../../../../../tests/fixtures/corpus/", $part, "/es.json")),
            ),
            (
                "it",
                include_str!(concat!("../../../../../tests/fixtures/corpus/", $part, "/it.json")),
            ),
        ]
    };
}

const CORPUS: [(&str, [(&str, &str); 5]); 4] = [
    ("easy", part!("easy")),
    ("nasty", part!("nasty")),
    ("held_out", part!("held_out")),
    ("fresh", part!("fresh")),
];

/// A visitor's record for conversations that name nobody.
const NOBODY: [&str; 2] = ["Zéphyrine", "Quatrebarbes"];

/// One in forty; there are 1,065.
const FEW: usize = 26;

/// A case made ready.
struct Told {
    json: String,
    set: QuestionSet,
    /// The names in the visitor's record.
    names: Vec<String>,
}

fn told(file: &Corpus, case: &Case, named: Option<&str>) -> Told {
    let names = names(&case.say.join("\n"));
    let mut edges = case.edges();
    let named_again = format!("agent: OK {} {} !", names[0], names[1].to_uppercase());
    edges.push(edge("last", &named_again, &case.at));
    let json = json!({
        "id": case.name, "createdAt": case.at, "language": named,
        "visitor": {"firstName": names[0], "lastName": names[1]},
        "messages": {"edges": edges},
    });
    Told { json: json.to_string(), set: QuestionSet::from_json(&file.set(case)).unwrap(), names }
}

/// The names that an address in a text is made of.
fn names(text: &str) -> Vec<String> {
    let locals = addresses(text).into_iter().filter_map(|address| {
        let (local, _) = address.split_once('@')?;
        let parts: Vec<String> = local.split('.').map(str::to_owned).collect();
        let plain = |part: &String| part.len() > 2 && part.chars().all(char::is_alphabetic);
        (parts.len() == 2 && parts.iter().all(plain)).then_some(parts)
    });
    locals.into_iter().next().unwrap_or_else(|| NOBODY.map(str::to_owned).to_vec())
}

fn addresses(text: &str) -> Vec<String> {
    let locale = Locale::default();
    let found = email::read(&Said::new(text, None, &locale));
    let address = |found: crate::reading::Found| match found.value {
        Value::Text(address) => Some(address),
        _ => None,
    };
    found.into_iter().filter_map(address).collect()
}

/// What of a case is still in its stand-in.
fn left(case: &Case, told: &Told, played: &Anonymised) -> Vec<String> {
    let folded = word::folded(&played.json);
    let named = format!(" {folded} ");
    let close = folded.replace(' ', "");
    let messages = Conversation::from_json(&played.json).unwrap().messages;
    let texts: String =
        messages.iter().map(|said| format!(" {} \n", word::folded(&said.text))).collect();
    let mut left = Vec::new();
    let lower = played.json.to_lowercase();
    left.extend(addresses(&case.say.join("\n")).into_iter().filter(|one| lower.contains(one)));
    left.extend(
        told.names
            .iter()
            .map(|name| word::folded(name))
            .filter(|name| named.contains(&format!(" {name} "))),
    );
    let labels = told.set.questions.iter().filter_map(|question| {
        let value = case.expect.get(&question.field)?.as_str()?;
        let is_left = match question.answer {
            AnswerType::Email | AnswerType::Url => lower.contains(&value.to_lowercase()),
            AnswerType::Phone => {
                let digits: String = value.chars().filter(char::is_ascii_digit).collect();
                close.contains(&digits[digits.len().saturating_sub(7)..])
            }
            AnswerType::Postcode => texts.contains(&format!(" {} ", word::folded(value))),
            _ => false,
        };
        is_left.then(|| value.to_owned())
    });
    left.extend(labels);
    left
}

/// How an answer shows, without what goes.
fn shows(answer: &Answer, kind: &AnswerType) -> String {
    let values: Vec<String> = answer
        .value
        .iter()
        .chain(&answer.candidates)
        .map(|value| {
            if goes(kind) || *kind == AnswerType::Text {
                String::new()
            } else {
                format!("{value:?}")
            }
        })
        .collect();
    let evidence: Vec<usize> = answer.evidence.iter().map(|one| one.message_id.len()).collect();
    format!(
        "{:?} {:?} {} {values:?} {} {}",
        answer.status,
        answer.notes,
        answer.confidence,
        evidence.len(),
        answer.raw.lines().count()
    )
}

fn differences(told: &Told, played: &Anonymised) -> Vec<String> {
    let read = |json: &str| {
        extract(&Conversation::from_json(json).unwrap(), &told.set, &Authors::default()).answers
    };
    let (before, after) = (read(&told.json), read(&played.json));
    let kind =
        |number: u32| &told.set.questions.iter().find(|q| q.number == number).unwrap().answer;
    let pairs = before.iter().zip(&after).map(|(one, other)| {
        let kind = kind(one.number);
        let (first, second) = (shows(one, kind), shows(other, kind));
        (first != second).then(|| {
            format!(
                "{}: {first} -> {second}\n     {:?}\n     {:?}",
                kind.name(),
                one.raw,
                other.raw
            )
        })
    });
    pairs.flatten().collect()
}

/// What is wrong with a stand-in: somebody is left in it, or it says to read the same and does not.
fn faults(case: &Case, told: &Told, played: &Anonymised) -> Vec<String> {
    let mut faults: Vec<String> =
        left(case, told, played).into_iter().map(|left| format!("{left} is left")).collect();
    if played.reads_the_same {
        faults.extend(differences(told, played));
    }
    faults.into_iter().map(|fault| format!("{}: {fault}\n   {:?}", case.name, case.say)).collect()
}

/// How many of a part read otherwise, by language. `named` where iAdvize names the language.
fn otherwise((part, files): (&str, [(&str, &str); 5]), named: bool) -> Vec<String> {
    let mut otherwise = Vec::new();
    let mut table = format!("{part:9}");
    for (language, file) in files {
        let file: Corpus = serde_json::from_str(file).unwrap();
        let before = otherwise.len();
        for case in &file.cases {
            let told = told(&file, case, named.then_some(language));
            let played = anonymise(&told.json, &[], SEED).unwrap();
            let faults = faults(case, &told, &played);
            assert!(faults.is_empty(), "{part} {language} {}", faults.join("\n"));
            if !played.reads_the_same {
                otherwise.push(format!("{part} {language} {}", case.name));
            }
        }
        let of = file.cases.len();
        write!(table, "{:>12}", format!("{language} {}/{of}", otherwise.len() - before)).unwrap();
    }
    println!("read otherwise: {table}");
    otherwise
}

#[test]
fn labelled_conversations_read_the_same_and_name_nobody() {
    let [known @ .., fresh] = CORPUS;
    for part in known {
        assert_eq!(otherwise(part, true), Vec::<String>::new());
    }
    // What was not looked at while this was made: one in a hundred says that it reads otherwise.
    let otherwise = otherwise(fresh, true);
    assert!(otherwise.len() <= 3, "{otherwise:#?}");
}

/// With readers of several languages to please there may be no stand-in that does.
#[test]
fn few_read_otherwise_where_the_language_is_not_known() {
    let parts = CORPUS.map(|part| otherwise(part, false));
    let all = parts.concat();
    assert!(all.len() <= FEW, "{all:#?}");
}
