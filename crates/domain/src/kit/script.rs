//! A bot's steps, in order, for the person who builds the bot.

use super::words::{SheetLanguage, Words};
use super::{Entry, buttons, entries};
use crate::question::{AnswerType, Question, QuestionSet};

/// The steps of a bot that asks the set's questions in one language: by default the set's own.
pub fn script(set: &QuestionSet, language: Option<&str>, words: SheetLanguage) -> String {
    let tongue = language.or(set.language.as_deref()).unwrap_or_default();
    let entries = entries(set, Some(tongue));
    let total = set.questions.len();
    let steps = (1..).zip(&set.questions).map(|(step, question)| {
        let entry = entries.iter().find(|entry| entry.number == question.number);
        let reply = reply(set, question, tongue, words);
        one((step, total), question, entry, &reply, words)
    });
    steps.collect::<Vec<_>>().join("\n\n")
}

fn one(
    (step, total): (usize, usize),
    question: &Question,
    entry: Option<&Entry>,
    reply: &str,
    language: SheetLanguage,
) -> String {
    let words = language.words();
    let Words { colon, .. } = words;
    let required = match question.required {
        true => format!(" ({})", words.required),
        false => String::new(),
    };
    let content = entry.map_or(words.no_text, |entry| &entry.content);
    let next = match step < total {
        true => format!("{} {}", words.step.to_lowercase(), step + 1),
        false => words.end.to_owned(),
    };
    format!(
        "{} {step} · Q{} {}{required}\n{}{colon}\n{content}\n{}{colon} {reply}\n{}{colon} {next}",
        words.step, question.number, question.field, words.send, words.wait, words.next,
    )
}

fn reply(set: &QuestionSet, question: &Question, tongue: &str, language: SheetLanguage) -> String {
    let reply = language.reply(&question.answer);
    let buttons = match &question.answer {
        AnswerType::Choice { .. } => buttons::choices(set, question, tongue),
        AnswerType::YesNo => {
            buttons::yes_no(tongue, language.words().code).map(str::to_owned).into()
        }
        _ => Vec::new(),
    };
    let several = match question.answer {
        AnswerType::Choice { multiple: true, .. } => format!(" ({})", language.words().several),
        _ => String::new(),
    };
    format!("{reply}{}{several}", buttons.join(" / "))
}
