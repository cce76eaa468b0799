//! A question set made ready once, to read any number of conversations.

use super::account::accounts;
use super::answer::{Scope, Told};
use super::authors::Authors;
use super::explain::{AnswerReasons, Explained};
use super::hits::Taken;
use super::person;
use super::windows::Windows;
use crate::conversation::Conversation;
use crate::question::{AnswerType, Question, QuestionSet};
use crate::reading::{Locale, Reader, Reading};

/// A question set with its readers. Making them costs more than reading a short conversation,
/// so whoever reads many makes one of these first.
pub struct Prepared<'a> {
    set: &'a QuestionSet,
    authors: &'a Authors,
    locale: Locale,
    /// In number order.
    asked: Vec<Asked<'a>>,
}

/// A question and what reads its answers; none for a text.
struct Asked<'a> {
    question: &'a Question,
    reader: Option<Reader>,
}

impl<'a> Prepared<'a> {
    /// A set's readers, with the configuration's word on authors.
    pub fn new(set: &'a QuestionSet, authors: &'a Authors) -> Self {
        let reader = |question: &'a Question| Reader::new(question);
        let mut asked: Vec<Asked<'a>> = set
            .questions
            .iter()
            .map(|question| Asked { question, reader: reader(question) })
            .collect();
        asked.sort_by_key(|asked| asked.question.number);
        Self { set, authors, locale: Locale::new(set), asked }
    }

    /// Reads a conversation, see [`extract`](super::extract).
    pub fn read(&self, conversation: &Conversation) -> Reading {
        let windows = Windows::new(conversation, self.authors, &self.locale);
        self.reading(conversation, &windows, self.told(&windows)).0
    }

    /// Reads a conversation and says why it reads so, see [`explain`](super::explain()).
    pub fn explain(&self, conversation: &Conversation) -> Explained {
        let windows = Windows::new(conversation, self.authors, &self.locale);
        let told = self.told(&windows);
        let messages = accounts(&windows, &told);
        let (reading, answers) = self.reading(conversation, &windows, told);
        Explained { reading, answers, messages }
    }

    /// What the conversation tells of each question, in number order.
    fn told(&self, windows: &Windows<'_>) -> Vec<Told> {
        // Postcodes go first: their digits are not numbers to the questions they share a
        // window with.
        let mut told: Vec<Option<Told>> = Vec::new();
        for asked in &self.asked {
            let is_postcode = asked.question.answer == AnswerType::Postcode;
            told.push(is_postcode.then(|| asked.told(windows, &Taken::default())));
        }
        let taken = Taken::by(told.iter().flatten().flat_map(|told| &told.hits));
        let rest = |(told, asked): (Option<Told>, &Asked<'_>)| {
            told.unwrap_or_else(|| asked.told(windows, &taken))
        };
        told.into_iter().zip(&self.asked).map(rest).collect()
    }

    fn reading(
        &self,
        conversation: &Conversation,
        windows: &Windows<'_>,
        told: Vec<Told>,
    ) -> (Reading, Vec<AnswerReasons>) {
        let (mut answers, mut reasons) = (Vec::new(), Vec::new());
        for told in told {
            reasons.push(AnswerReasons { number: told.answer.number, reasons: told.reasons });
            answers.push(told.answer);
        }
        let asks_email = self.asked.iter().map(|a| a.question.answer == AnswerType::Email);
        let emails = answers.iter().zip(asks_email).filter(|(_, asks)| *asks);
        let email = person::email(conversation, windows, emails.map(|(answer, _)| answer));
        let reading = Reading {
            conversation_id: conversation.id.clone(),
            question_set: self.set.name.clone(),
            email,
            answers,
        };
        (reading, reasons)
    }
}

impl Asked<'_> {
    fn told(&self, windows: &Windows<'_>, taken: &Taken) -> Told {
        let reader = self.reader.as_ref();
        Scope { windows, taken, reader, question: self.question }.told()
    }
}
