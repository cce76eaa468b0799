//! A bot's steps, in order, for the person who builds the bot.

use super::words::{SheetLanguage, Words};
use super::{Entry, entries};
use crate::question::{AnswerType, ChoiceOption, Question, QuestionSet};

/// The steps of a bot that asks the set's questions in one language: by default the set's own.
pub fn script(set: &QuestionSet, language: Option<&str>, words: SheetLanguage) -> String {
    let own = set.language.as_deref().unwrap_or_default();
    let entries = entries(set, Some(language.unwrap_or(own)));
    let total = set.questions.len();
    let steps = (1..).zip(&set.questions).map(|(step, question)| {
        let entry = entries.iter().find(|entry| entry.number == question.number);
        one(step, total, question, entry, words)
    });
    steps.collect::<Vec<_>>().join("\n\n")
}

fn one(
    step: usize,
    total: usize,
    question: &Question,
    entry: Option<&Entry>,
    language: SheetLanguage,
) -> String {
    let words = language.words();
    let Words { colon, .. } = words;
    let required = match question.required {
        true => format!(" ({})", words.required),
        false => String::new(),
    };
    let content = entry.map_or(words.no_text, |entry| &entry.content);
    let reply = reply(&question.answer, language);
    let next = match step < total {
        true => format!("{} {}", words.step.to_lowercase(), step + 1),
        false => words.end.to_owned(),
    };
    format!(
        "{} {step} · Q{} {}{required}\n{}{colon}\n{content}\n{}{colon} {reply}\n{}{colon} {next}",
        words.step, question.number, question.field, words.send, words.wait, words.next,
    )
}

fn reply(answer: &AnswerType, language: SheetLanguage) -> String {
    let reply = language.reply(answer);
    let AnswerType::Choice { options, multiple } = answer else { return reply.to_owned() };
    // Visitors see a label; the value is the CRM's word.
    let shown = |option: &ChoiceOption| option.labels.first().unwrap_or(&option.value).clone();
    let buttons = options.iter().map(shown).collect::<Vec<_>>().join(" / ");
    match multiple {
        true => format!("{reply}{buttons} ({})", language.words().several),
        false => format!("{reply}{buttons}"),
    }
}
