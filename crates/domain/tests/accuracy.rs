//! How well answers are read: precision and recall on conversations that people labelled by
//! hand, each answer with the value a careful human reader would give it.
//!
//! `easy` and `nasty` are what the readers were mended with, and must reach the aims below, type
//! by type. `held_out` and `fresh` were written before the readers were looked at, and told
//! whether the rules hold for conversations they were not made for; kinds of misreading found
//! there have been mended since, so that what is printed now is no first sight any more. On first
//! sight, after labels that went against the contract were put right, `fresh` came to 96.5 %
//! precision and 89.2 % recall over 400 values, and its later rounds, each unknown to the mends
//! made before it, to 95.9/89.1 over 183 and 89.3/72.5 over 69 values (the last one looked for
//! trouble). Their misses are printed only where `ACCURACY_MISSES` names the part: whoever looks
//! there looks for a kind of misreading, not for a line to put right.

mod corpus;

use std::collections::BTreeMap;
use std::path::Path;

use leadbridge_domain::conversation::Conversation;
use leadbridge_domain::extract::{Authors, extract};
use leadbridge_domain::question::QuestionSet;
use serde_json::{Value, json};

use corpus::{Case, Corpus};

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/corpus");
const LANGUAGES: [&str; 5] = ["fr", "en", "de", "es", "it"];

/// Types, and the least precision and recall each must have over `easy` and `nasty`.
const AIMS: [(&str, f64); 9] = [
    ("email", 0.99),
    ("phone", 0.99),
    ("postcode", 0.99),
    ("url", 0.99),
    ("date", 0.97),
    ("amount", 0.97),
    ("number", 0.97),
    ("choice", 0.97),
    ("yes_no", 0.97),
];

/// The least precision and recall over all of `fresh`, a bit below what it reaches.
const FRESH: f64 = 0.965;

/// Values counted.
#[derive(Clone, Copy, Default)]
struct Tally {
    labelled: u32,
    given: u32,
    correct: u32,
}

impl Tally {
    fn plus(self, other: Self) -> Self {
        Self {
            labelled: self.labelled + other.labelled,
            given: self.given + other.given,
            correct: self.correct + other.correct,
        }
    }

    /// Of the values given, the share that is right.
    fn precision(self) -> f64 {
        share(self.correct, self.given)
    }

    /// Of the values to be found, the share that was.
    fn recall(self) -> f64 {
        share(self.correct, self.labelled)
    }
}

fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 1.0 } else { f64::from(part) / f64::from(whole) }
}

/// What was counted in one part of the corpus.
#[derive(Default)]
struct Measured {
    cases: u32,
    /// By type and language.
    tallies: BTreeMap<(String, String), Tally>,
    misses: Vec<String>,
}

impl Measured {
    fn tally(&self, kind: &str, fits: impl Fn(&str) -> bool) -> Tally {
        let all = self.tallies.iter();
        let fitting = all.filter(|((of, language), _)| of == kind && fits(language));
        fitting.map(|(_, tally)| *tally).fold(Tally::default(), Tally::plus)
    }

    fn with(mut self, other: &Self) -> Self {
        self.cases += other.cases;
        for (key, tally) in &other.tallies {
            let sum = self.tallies.entry(key.clone()).or_default();
            *sum = sum.plus(*tally);
        }
        self.misses.extend(other.misses.iter().cloned());
        self
    }

    fn all(&self) -> Tally {
        self.tallies.values().copied().fold(Tally::default(), Tally::plus)
    }

    fn table(&self, name: &str) -> String {
        let mut table = format!(
            "\n{name}: {} conversations, {} values (precision/recall in percent, values)\n{:10}",
            self.cases,
            self.all().labelled,
            "",
        );
        for column in ["all"].iter().chain(&LANGUAGES) {
            table.push_str(&format!("{column:>17}"));
        }
        for (kind, _) in AIMS {
            table.push_str(&format!("\n{kind:10}{}", cell(self.tally(kind, |_| true))));
            for of in LANGUAGES {
                table.push_str(&cell(self.tally(kind, |language| language == of)));
            }
        }
        table.push_str(&format!("\n{:10}{}", "all", cell(self.all())));
        for of in LANGUAGES {
            let kinds = AIMS.iter().map(|(kind, _)| self.tally(kind, |language| language == of));
            table.push_str(&cell(kinds.fold(Tally::default(), Tally::plus)));
        }
        table
    }
}

fn cell(tally: Tally) -> String {
    if tally.labelled + tally.given == 0 {
        return format!("{:>17}", "-");
    }
    let (precision, recall) = (tally.precision() * 100.0, tally.recall() * 100.0);
    format!("{:>17}", format!("{precision:.1}/{recall:.1} {}", tally.labelled))
}

fn measure(part: &str) -> Measured {
    let mut measured = Measured::default();
    for language in LANGUAGES {
        let path = Path::new(CORPUS).join(part).join(format!("{language}.json"));
        let json = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let corpus: Corpus = serde_json::from_str(&json)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(corpus.language, language, "{}", path.display());
        for case in &corpus.cases {
            count(&corpus, case, &mut measured);
        }
    }
    measured
}

fn count(corpus: &Corpus, case: &Case, measured: &mut Measured) {
    let set = QuestionSet::from_json(&corpus.set(case))
        .unwrap_or_else(|faults| panic!("{}: {faults:?}", case.name));
    let reading = extract(&conversation(case), &set, &Authors::default());
    measured.cases += 1;
    for field in case.expect.keys() {
        assert!(set.questions.iter().any(|q| q.field == *field), "{}: {field}", case.name);
    }
    for (answer, question) in reading.answers.iter().filter_map(|answer| {
        set.questions.iter().find(|q| q.number == answer.number).map(|q| (answer, q))
    }) {
        let Some(expected) = case.expect.get(&answer.field) else { continue };
        let got = serde_json::to_value(&answer.value).expect("a value");
        let correct = same(&got, expected);
        let key = (question.answer.name().to_owned(), corpus.language.clone());
        let tally = measured.tallies.entry(key).or_default();
        tally.labelled += u32::from(!expected.is_null());
        tally.given += u32::from(!got.is_null());
        tally.correct += u32::from(correct && !got.is_null());
        if !correct {
            measured.misses.push(format!(
                "{} {} \"{}\" {}: expected {expected}, got {got} from {:?}",
                corpus.language,
                question.answer.name(),
                case.name,
                answer.field,
                answer.raw
            ));
        }
    }
}

fn same(got: &Value, expected: &Value) -> bool {
    match (got.as_f64(), expected.as_f64()) {
        (Some(got), Some(expected)) => got == expected,
        _ => got == expected,
    }
}

fn conversation(case: &Case) -> Conversation {
    let json = json!({"id": case.name, "messages": {"edges": case.edges()}});
    Conversation::from_json(&json.to_string()).unwrap_or_else(|e| panic!("{}: {e}", case.name))
}

fn known_part(name: &str) -> bool {
    matches!(name, "easy" | "nasty")
}

#[test]
fn answers_are_read_as_people_read_them() {
    let (easy, nasty) = (measure("easy"), measure("nasty"));
    let (held_out, fresh) = (measure("held_out"), measure("fresh"));
    let asked = std::env::var("ACCURACY_MISSES").unwrap_or_default();
    let apart = [(&held_out, "held_out"), (&fresh, "fresh")];
    for (part, name) in [(&easy, "easy"), (&nasty, "nasty")].into_iter().chain(apart) {
        println!("{}", part.table(name));
        if known_part(name) || asked == name {
            part.misses.iter().for_each(|miss| println!("  {miss}"));
        } else {
            println!("  {} misses, not shown", part.misses.len());
        }
    }
    let known = easy.with(&nasty);
    println!("{}", known.table("easy and nasty"));
    for (kind, aim) in AIMS {
        let tally = known.tally(kind, |_| true);
        assert!(tally.labelled > 0, "no {kind} is labelled");
        let (precision, recall) = (tally.precision(), tally.recall());
        assert!(precision >= aim && recall >= aim, "{kind}: {precision:.4}, {recall:.4} < {aim}");
    }
    let least = AIMS.iter().map(|(_, aim)| *aim).fold(1.0, f64::min);
    let (precision, recall) = (held_out.all().precision(), held_out.all().recall());
    assert!(precision >= least && recall >= least, "held out: {precision:.4}, {recall:.4}");
    let (precision, recall) = (fresh.all().precision(), fresh.all().recall());
    assert!(precision >= FRESH && recall >= FRESH, "fresh: {precision:.4}, {recall:.4}");
}
