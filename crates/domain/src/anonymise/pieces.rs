//! A conversation's texts, with what goes marked in each.

use std::collections::BTreeMap;

use super::Kind;
use super::cast::Cast;
use super::hearing::Hearing;
use super::known::Known;
use super::lists::VILLAGE;
use super::same::Same;
use super::spans::{Context, Span, spans};
use super::word::{Word, words};
use super::{accounts, figures, places};
use crate::conversation::{Attachment, Author, Conversation, Message, Project, Visitor};
use crate::marker::markers;
use crate::question::AnswerType;
use crate::reading::email;
use crate::visible::Visible;

/// The texts of a conversation.
pub(super) struct Pieces<'a> {
    conversation: &'a Conversation,
    /// A message's own text, then those of its attachments.
    messages: Vec<Vec<Piece<'a>>>,
    tags: Vec<Piece<'a>>,
    visitor: Vec<Option<Piece<'a>>>,
}

pub(super) struct Piece<'a> {
    pub(super) visible: Visible<'a>,
    original: &'a str,
    pub(super) at: Option<&'a str>,
    pub(super) spans: Vec<Span>,
}

/// When a message was written, and what the company has just asked for.
#[derive(Clone, Copy, Default)]
struct Heard<'a> {
    at: Option<&'a str>,
    asked_postcode: bool,
    asked_number: bool,
}

impl<'a> Piece<'a> {
    fn new(original: &'a str, heard: Heard<'a>, known: &Known, hearing: &Hearing) -> Self {
        let visible = Visible::new(original);
        let Heard { at, asked_postcode, asked_number } = heard;
        let days = hearing.at_home(&AnswerType::Date, &visible.text, at).into_iter();
        let context = Context {
            text: &visible.text,
            at,
            asked_postcode,
            asked_number,
            money: figures::money(&visible.text, hearing),
            days: days.map(|(_, found)| found.range).collect(),
        };
        let spans = spans(&context, known, hearing);
        Self { visible, original, at, spans }
    }

    /// A field of the visitor's record that is a name, whole.
    fn name(original: &'a str) -> Self {
        let visible = Visible::new(original);
        let name = |word: Word| Span { range: word.range, kind: Kind::Name, key: word.folded };
        let spans = words(&visible.text).into_iter().map(name).collect();
        Self { visible, original, at: None, spans }
    }

    fn played_by(&self, cast: &mut Cast, hearing: &Hearing) -> String {
        let mut played = String::with_capacity(self.original.len());
        let mut from = 0;
        for span in &self.spans {
            let range = self.visible.original(&span.range);
            played.push_str(&self.original[from..range.start]);
            let written = &self.visible.text[span.range.clone()];
            played.push_str(&cast.play(span.kind, &span.key, written, hearing));
            from = range.end;
        }
        played + &self.original[from..]
    }
}

impl<'a> Pieces<'a> {
    pub(super) fn of(conversation: &'a Conversation, known: &Known, hearing: &Hearing) -> Self {
        let mut asked = Heard::default();
        let mut messages = Vec::with_capacity(conversation.messages.len());
        for message in &conversation.messages {
            let visitor = message.author == Author::Visitor;
            let asked_now = if visitor { asked } else { Heard::default() };
            let heard = Heard { at: message.created_at.as_deref(), ..asked_now };
            let piece = |part| Piece::new(part, heard, known, hearing);
            messages.push(message.parts().map(piece).collect());
            if !visitor && message.author != Author::System {
                asked.asked_postcode = message.parts().any(places::asks);
                asked.asked_number = message.parts().any(accounts::asks);
            }
        }
        let text = |text: &'a String| Piece::new(text, Heard::default(), known, hearing);
        let person = &conversation.visitor;
        let visitor = vec![
            person.first_name.as_deref().map(Piece::name),
            person.last_name.as_deref().map(Piece::name),
            person.email.as_ref().map(text),
            person.phone_number.as_ref().map(text),
        ];
        Self { conversation, messages, tags: conversation.tags.iter().map(text).collect(), visitor }
    }

    fn all(&self) -> impl Iterator<Item = &Piece<'a>> {
        let texts = self.messages.iter().flatten().chain(&self.tags);
        self.visitor.iter().flatten().chain(texts)
    }

    /// Everything that goes, as it is written.
    pub(super) fn spans(&self) -> impl Iterator<Item = (&Span, &str)> {
        self.all().flat_map(|piece| {
            piece.spans.iter().map(|span| (span, &piece.visible.text[span.range.clone()]))
        })
    }

    /// How much goes. First and last name together are one, and so are a street's words.
    pub(super) fn count(&self) -> BTreeMap<Kind, u32> {
        let mut count = BTreeMap::new();
        for piece in self.all() {
            let mut last: Option<&Span> = None;
            for span in &piece.spans {
                let goes_on = last.is_some_and(|last| {
                    let between = &piece.visible.text[last.range.end..span.range.start];
                    let plain = !between.contains([',', '.', '\n', '!', '?']);
                    last.kind == span.kind && plain && between.len() < 8
                });
                let joins = matches!(span.kind, Kind::Name | Kind::Address) && goes_on;
                *count.entry(span.kind).or_default() += u32::from(!joins);
                last = Some(span);
            }
        }
        count
    }

    /// The conversation as it is played.
    pub(super) fn played_by(&self, cast: &mut Cast, hearing: &Hearing) -> Conversation {
        self.settle(cast, hearing);
        let original = self.conversation;
        let mut play = |piece: &Piece<'_>| piece.played_by(cast, hearing);
        let mut visitor = self.visitor.iter().map(|field| field.as_ref().map(&mut play));
        let mut field = || visitor.next().flatten();
        let [first_name, last_name, email, phone_number] = [field(), field(), field(), field()];
        let messages = original.messages.iter().zip(&self.messages).enumerate();
        let messages = messages
            .map(|(at, (said, pieces))| message(at, said, pieces.iter().map(&mut play)))
            .collect();
        let tags = self.tags.iter().map(&mut play).collect();
        let known = |email: &String| email::whole(email).is_some() || email.trim().is_empty();
        let project = Project { id: Some("1".to_owned()), name: Some("Sample project".to_owned()) };
        Conversation {
            id: cast.id(&original.id),
            created_at: original.created_at.clone(),
            closed_at: original.closed_at.clone(),
            channel: original.channel.clone(),
            language: original.language.clone(),
            project: original.project.as_ref().map(|_| project),
            visitor: Visitor {
                first_name,
                last_name,
                email: email.filter(known),
                phone_number: phone_number.map(|phone| self.number(phone)),
            },
            tags,
            messages,
        }
    }

    /// Names before the addresses made of them, and each town in its postcode's region.
    fn settle(&self, cast: &mut Cast, hearing: &Hearing) {
        for piece in self.all() {
            for pair in piece.spans.windows(2) {
                let (code, town) = match (pair[0].kind, pair[1].kind) {
                    (Kind::Postcode, Kind::Town) => (&pair[0], &pair[1]),
                    (Kind::Town, Kind::Postcode) => (&pair[1], &pair[0]),
                    _ => continue,
                };
                let both = &piece.visible.text[pair[0].range.start..pair[1].range.end];
                let unknown = !hearing.at_home(&AnswerType::Number, both, None).is_empty();
                let region = code.key.split(' ').next().unwrap_or_default();
                cast.place(&town.key, if unknown { VILLAGE } else { region });
            }
        }
        for (span, written) in self.spans().filter(|(span, _)| span.kind == Kind::Name) {
            cast.play(span.kind, &span.key, written, hearing);
        }
    }

    /// A recorded number that no reader takes for one still is somebody's.
    fn number(&self, played: String) -> String {
        let read =
            self.visitor.get(3).and_then(Option::as_ref).is_some_and(|p| !p.spans.is_empty());
        let hide = |c: char| if c.is_ascii_digit() { '0' } else { c };
        if read {
            played
        } else {
            played.chars().filter(|c| !c.is_alphabetic()).map(hide).collect()
        }
    }

    /// In how many places the readers of the language find something else in a stand-in.
    pub(super) fn differences(&self, stand_in: &Conversation, hearing: &Hearing) -> usize {
        let mut differences = 0;
        let mut same = Same::default();
        for (pieces, message) in self.messages.iter().zip(&stand_in.messages) {
            for (piece, played) in pieces.iter().zip(message.parts()) {
                let asked = |text: &str| -> Vec<u32> {
                    markers(text).into_iter().map(|marker| marker.number).collect()
                };
                differences += usize::from(asked(piece.original) != asked(played));
                differences += same.differences(piece, played, hearing);
            }
        }
        differences
    }
}

/// A message with other texts: its own, then those of its attachments.
fn message(at: usize, original: &Message, mut texts: impl Iterator<Item = String>) -> Message {
    let text = texts.next().unwrap_or_default();
    let attachments = original.attachments.iter().map(|attachment| Attachment {
        kind: attachment.kind.clone(),
        texts: texts.by_ref().take(attachment.texts.len()).collect(),
    });
    Message {
        id: format!("message-{}", at + 1),
        created_at: original.created_at.clone(),
        author: original.author.clone(),
        author_id: None,
        author_name: None,
        attachments: attachments.collect(),
        text,
    }
}
