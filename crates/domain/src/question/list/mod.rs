//! A question set from a pasted list of questions: one a line, as they stand in a document, a
//! spreadsheet's column, or a script that already has markers.

mod guess;
mod line;
mod nesting;
mod options;
mod phrases;
mod tongue;

use std::collections::{BTreeMap, BTreeSet};

use super::naming::field_of;
use super::{LAST_NUMBER, Question, QuestionSet, file};
use nesting::Item;

/// What such a set is called until someone names it.
const NAME: &str = "Questions";

/// The questions of a list, numbered in order; a marker that is already there keeps its number.
/// Types and fields are guessed from the words, choices from what stands under a question. The
/// language is the one given, unless the words are clearly of another.
pub fn from_list(text: &str, language: Option<&str>) -> QuestionSet {
    let items = nesting::items(text);
    let marked: BTreeSet<u32> = items.iter().filter_map(|item| item.marker).collect();
    let mut numbers = Numbers { taken: BTreeSet::new(), marked, last: 0 };
    let mut fields = Fields::default();
    let mut questions = Vec::new();
    for Item { marker, text, choices } in items {
        // More questions than there are numbers can't be asked.
        let Some(number) = numbers.next(marker) else { break };
        let answer = guess::answer(&text, &choices);
        let mut question = Question { number, text, answer, ..Question::default() };
        question.field = fields.unique(&field_of(&question));
        questions.push(question);
    }
    let language = language.filter(|code| file::is_language(code));
    let texts: Vec<&str> = questions.iter().map(|question| question.text.as_str()).collect();
    let language = tongue::language(language, &texts);
    QuestionSet { name: NAME.to_owned(), language, questions, ..QuestionSet::default() }
}

/// The numbers given so far.
struct Numbers {
    taken: BTreeSet<u32>,
    /// Those that a line claims by its marker, wherever it stands.
    marked: BTreeSet<u32>,
    last: u32,
}

impl Numbers {
    /// The number of a line: its marker's, else the first free one after the line before it.
    fn next(&mut self, marker: Option<u32>) -> Option<u32> {
        let claimed = marker.filter(|number| !self.taken.contains(number));
        let free = |number: &u32| !self.taken.contains(number) && !self.marked.contains(number);
        let number = claimed
            .or_else(|| (self.last + 1..=LAST_NUMBER).find(free))
            .or_else(|| (1..=LAST_NUMBER).find(free))?;
        self.taken.insert(number);
        self.last = number;
        Some(number)
    }
}

/// The fields given so far, and how often each name was wanted.
#[derive(Default)]
struct Fields {
    taken: BTreeSet<String>,
    wanted: BTreeMap<String, u32>,
}

impl Fields {
    fn unique(&mut self, wanted: &str) -> String {
        let mut field = wanted.to_owned();
        while !self.taken.insert(field.clone()) {
            let count = self.wanted.entry(wanted.to_owned()).or_insert(1);
            *count += 1;
            field = format!("{wanted}_{count}");
        }
        field
    }
}

#[cfg(test)]
mod tests;
