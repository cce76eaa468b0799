//! Choices from a list.

use std::ops::Range;

use super::found::{Found, Sureness};
use super::value::Value;
use super::words::{Word, folded, words};
use crate::question::ChoiceOption;
use crate::visible::Visible;

/// A question's options, ready to be looked for.
pub(crate) struct Options {
    values: Vec<String>,
    labels: Vec<Label>,
    multiple: bool,
}

/// One way of saying an option.
struct Label {
    words: Vec<String>,
    /// For a label without a word, as a quick reply `👍` has: the sign itself.
    sign: Option<String>,
    /// Its length in folded characters: the longest label wins.
    length: usize,
    option: usize,
}

/// Words that may stand between the numbers of a list.
const AND: [&str; 12] =
    ["et", "and", "und", "y", "e", "puis", "plus", "also", "auch", "anche", "tambien", "aussi"];

/// First character of the arrows, symbols and emoji: what comes before is letters and
/// punctuation, and punctuation never counts.
const FIRST_SIGN: char = '\u{2190}';

/// How a label is compared: its folded words, or the sign it is; empty if it can't match.
pub(crate) fn label_key(label: &str) -> String {
    let folded = folded(label);
    if folded.is_empty() { sign(label).unwrap_or_default() } else { folded }
}

fn sign(label: &str) -> Option<String> {
    let sign = Visible::new(label).text.trim().to_owned();
    sign.contains(|c| c >= FIRST_SIGN).then_some(sign)
}

impl Options {
    pub(crate) fn new(options: &[ChoiceOption], multiple: bool) -> Self {
        let mut labels: Vec<Label> = Vec::new();
        for (option, ChoiceOption { value, labels: others }) in options.iter().enumerate() {
            for text in std::iter::once(value).chain(others) {
                let words = words(&Visible::new(text).text);
                let words: Vec<String> = words.into_iter().map(|word| word.folded).collect();
                let sign = if words.is_empty() { sign(text) } else { None };
                let spaced = words.iter().map(|word| word.chars().count() + 1).sum::<usize>();
                let length = spaced.max(sign.as_ref().map_or(0, String::len));
                if length > 0 {
                    labels.push(Label { words, sign, length, option });
                }
            }
        }
        let values = options.iter().map(|option| option.value.clone()).collect();
        Self { values, labels, multiple }
    }

    /// The options a text names, in the order it names them; failing that, the option at the
    /// place whose number the text is.
    pub(crate) fn read(&self, text: &str) -> Vec<Found> {
        let said = words(text);
        let mut found = self.named(&said);
        found.extend(self.signs(text));
        if found.is_empty() {
            return self.places(text, &said);
        }
        found.sort_by_key(|(option, range)| (range.start, *option));
        found.dedup();
        let value = |option: usize| Value::Text(self.values[option].clone());
        found.into_iter().map(|(option, range)| Found::plain(value(option), range)).collect()
    }

    /// Labels as whole words. Where two overlap the longest wins; two of the same length both
    /// count, so that the answer is looked at.
    fn named(&self, said: &[Word]) -> Vec<(usize, Range<usize>)> {
        let mut matches: Vec<(&Label, usize)> = Vec::new();
        for at in 0..said.len() {
            let starts_here = |label: &&Label| {
                let count = label.words.len();
                count > 0
                    && at + count <= said.len()
                    && label.words.iter().zip(&said[at..]).all(|(a, b)| *a == b.folded)
            };
            matches.extend(self.labels.iter().filter(starts_here).map(|label| (label, at)));
        }
        matches.sort_by_key(|(label, _)| std::cmp::Reverse(label.length));
        let mut covered = vec![0; said.len()];
        let mut named = Vec::new();
        for (label, at) in matches {
            let span = &mut covered[at..at + label.words.len()];
            if span.iter().all(|length| *length <= label.length) {
                span.fill(label.length);
                let last = at + label.words.len() - 1;
                named.push((label.option, said[at].range.start..said[last].range.end));
            }
        }
        named
    }

    fn signs(&self, text: &str) -> Vec<(usize, Range<usize>)> {
        let signs =
            self.labels.iter().filter_map(|label| Some((label.option, label.sign.as_ref()?)));
        let places = signs.flat_map(|(option, sign)| {
            text.match_indices(sign.as_str()).map(move |(at, _)| (option, at..at + sign.len()))
        });
        places.collect()
    }

    /// A text that is only a number, `2`, `2)` or `2.` (or the key `2️⃣`), picks the option at
    /// that place, from 1. Where several can be chosen a list of numbers picks several, all of
    /// them or none.
    fn places(&self, text: &str, said: &[Word]) -> Vec<Found> {
        let is_end = |c: char| matches!(c, ')' | '.' | '\u{20e3}');
        let one = text.trim();
        let one = one.strip_suffix(is_end).unwrap_or(one).trim_end();
        if !self.multiple && (said.len() != 1 || one.len() != said[0].range.len()) {
            return Vec::new();
        }
        let mut found = Vec::new();
        for word in said.iter().filter(|word| !AND.contains(&word.folded.as_str())) {
            let place = word.folded.parse::<usize>().ok().and_then(|place| place.checked_sub(1));
            let Some(value) = place.and_then(|place| self.values.get(place)) else {
                return Vec::new();
            };
            found.push(Found {
                value: Value::Text(value.clone()),
                range: word.range.clone(),
                sureness: Sureness::Weak,
            });
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(options: &[(&str, &[&str])], multiple: bool) -> Options {
        let option = |(value, labels): &(&str, &[&str])| ChoiceOption {
            value: (*value).to_owned(),
            labels: labels.iter().map(|label| (*label).to_owned()).collect(),
        };
        Options::new(&options.iter().map(option).collect::<Vec<_>>(), multiple)
    }

    #[track_caller]
    fn check(options: &Options, cases: &[(&str, &[(&str, &str)])]) {
        for (text, expected) in cases {
            let found = options.read(text);
            let found: Vec<(Value, &str)> =
                found.into_iter().map(|found| (found.value, &text[found.range])).collect();
            let expected: Vec<(Value, &str)> = expected
                .iter()
                .map(|(value, on)| (Value::Text((*value).to_owned()), *on))
                .collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    fn project() -> Options {
        options(&[("purchase", &["achat", "acheter"]), ("rent", &["location", "louer"])], false)
    }

    #[test]
    fn x9_values_and_labels_as_whole_words() {
        check(
            &project(),
            &[
                ("achat", &[("purchase", "achat")]),
                ("Je voudrais LOUER.", &[("rent", "LOUER")]),
                ("l'achat d'une maison", &[("purchase", "achat")]),
                ("un (achat)", &[("purchase", "achat")]),
                ("Àchât", &[("purchase", "Àchât")]),
                ("purchase", &[("purchase", "purchase")]),
                ("achats", &[]),
                ("rachat", &[]),
                ("autre chose", &[]),
                ("", &[]),
                ("achat ou location", &[("purchase", "achat"), ("rent", "location")]),
            ],
        );
    }

    #[test]
    fn x9_accents_case_and_punctuation_do_not_matter_in_labels_either() {
        let options =
            options(&[("house", &["Maison-individuelle"]), ("ete", &["Été", "L’été !"])], false);
        check(
            &options,
            &[
                ("maison individuelle", &[("house", "maison individuelle")]),
                ("MAISON, INDIVIDUELLE", &[("house", "MAISON, INDIVIDUELLE")]),
                ("en ete", &[("ete", "ete")]),
                ("l'e\u{301}te\u{301}", &[("ete", "l'e\u{301}te\u{301}")]),
            ],
        );
    }

    #[test]
    fn x9_the_longest_label_wins_where_two_overlap() {
        let options = options(
            &[("flat", &["appartement"]), ("new_flat", &["appartement neuf"]), ("new", &["neuf"])],
            false,
        );
        check(
            &options,
            &[
                ("un appartement neuf", &[("new_flat", "appartement neuf")]),
                ("un appartement", &[("flat", "appartement")]),
                ("neuf, un appartement", &[("new", "neuf"), ("flat", "appartement")]),
            ],
        );
    }

    #[test]
    fn x9_a_number_alone_picks_by_place_where_no_label_matches() {
        check(
            &project(),
            &[
                ("2", &[("rent", "2")]),
                (" 1) ", &[("purchase", "1")]),
                ("2.", &[("rent", "2")]),
                ("2\u{20e3}", &[("rent", "2")]),
                ("0", &[]),
                ("3", &[]),
                ("99999999999999999999", &[]),
                ("-1", &[]),
                ("1.5", &[]),
                ("1 2", &[]),
                ("2 pièces", &[]),
                ("2!", &[]),
            ],
        );
        let rooms = options(&[("2", &[]), ("1", &[])], false);
        check(&rooms, &[("1", &[("1", "1")]), ("2.", &[("2", "2")])]);
    }

    #[test]
    fn x9_a_list_of_numbers_picks_several_where_several_can_be_chosen() {
        let options = options(&[("a", &["rouge"]), ("b", &["vert"]), ("c", &["bleu"])], true);
        check(
            &options,
            &[
                ("1, 3", &[("a", "1"), ("c", "3")]),
                ("3 et 1", &[("c", "3"), ("a", "1")]),
                ("2)", &[("b", "2")]),
                ("1, 4", &[]),
                ("1 ou vert", &[("b", "vert")]),
                ("bleu, rouge", &[("c", "bleu"), ("a", "rouge")]),
            ],
        );
    }

    #[test]
    fn a_sign_can_be_a_label() {
        let options = options(&[("good", &["👍"]), ("bad", &["👎"]), ("none", &["?"])], false);
        check(&options, &[("👍 merci", &[("good", "👍")]), ("pourquoi ?", &[])]);
    }
}
