//! What goes where: answers and context through a mapping to a destination's fields.

use crate::{
    conversation::Conversation,
    event::facts::Facts,
    field::Field,
    reading::{Answer, Reading, Value},
    transcript,
};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// One row of a mapping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// What is read.
    pub from: Source,
    /// The destination's field, by its own name.
    pub to: String,
}

/// Something that can be sent: an answer, or a part of the context.
///
/// Written as `answer.<field of the question>` or the context's name, e.g. `visitor.first_name`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Source {
    /// The answer to the question with this field name.
    Answer(String),
    /// A part of the context.
    Context(Context),
}

/// What is known of a conversation besides its answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// The person's email, from wherever it was read.
    Email,
    /// The visitor's first name at iAdvize.
    FirstName,
    /// The visitor's last name at iAdvize.
    LastName,
    /// The visitor's phone number at iAdvize.
    PhoneNumber,
    /// iAdvize's id of the conversation.
    ConversationId,
    /// When it began.
    CreatedAt,
    /// When it ended.
    ClosedAt,
    /// Where it took place, e.g. `CHAT`.
    Channel,
    /// Its language, two letters.
    Language,
    /// The project's id (SID).
    ProjectId,
    /// The project's name.
    ProjectName,
    /// Its tags.
    Tags,
    /// Who answered for the company, by name or type.
    Operators,
    /// All that was said.
    Transcript,
    /// How satisfied the visitor was, 1 to 5.
    Satisfaction,
    /// How likely the visitor is to recommend the company, 0 to 10.
    NetPromoter,
    /// What the visitor wrote in the survey.
    SatisfactionComment,
    /// What the visitor bought, by the shop's ids.
    Purchases,
    /// What each purchase cost; iAdvize doesn't say in which currency.
    PurchaseAmounts,
}

impl Context {
    /// All of them, with the names that a mapping uses.
    pub const NAMES: [(Self, &str); 19] = [
        (Self::Email, "visitor.email"),
        (Self::FirstName, "visitor.first_name"),
        (Self::LastName, "visitor.last_name"),
        (Self::PhoneNumber, "visitor.phone_number"),
        (Self::ConversationId, "conversation.id"),
        (Self::CreatedAt, "conversation.created_at"),
        (Self::ClosedAt, "conversation.closed_at"),
        (Self::Channel, "conversation.channel"),
        (Self::Language, "conversation.language"),
        (Self::ProjectId, "project.id"),
        (Self::ProjectName, "project.name"),
        (Self::Tags, "conversation.tags"),
        (Self::Operators, "conversation.operators"),
        (Self::Transcript, "conversation.transcript"),
        (Self::Satisfaction, "conversation.satisfaction"),
        (Self::NetPromoter, "conversation.net_promoter_score"),
        (Self::SatisfactionComment, "conversation.satisfaction_comment"),
        (Self::Purchases, "conversation.purchases"),
        (Self::PurchaseAmounts, "conversation.purchase_amounts"),
    ];
}

impl FromStr for Source {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some(field) = text.strip_prefix("answer.").filter(|field| !field.is_empty()) {
            return Ok(Self::Answer(field.to_owned()));
        }
        let known = Context::NAMES.iter().find(|(_, name)| *name == text);
        known.map(|(context, _)| Self::Context(*context)).ok_or_else(|| {
            let names: Vec<_> = Context::NAMES.iter().map(|(_, name)| *name).collect();
            format!("{text:?} is nothing that can be sent: answer.<field>, {}", names.join(", "))
        })
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(field) => write!(f, "answer.{field}"),
            Self::Context(context) => {
                let name = Context::NAMES.iter().find(|(c, _)| c == context).map(|(_, name)| *name);
                f.write_str(name.unwrap_or_default())
            }
        }
    }
}

impl TryFrom<String> for Source {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Source> for String {
    fn from(source: Source) -> Self {
        source.to_string()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Source {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Source".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let names = Context::NAMES.iter().map(|(_, name)| name.replace('.', "\\."));
        let pattern = format!("^(answer\\..+|{})$", names.collect::<Vec<_>>().join("|"));
        schemars::json_schema!({ "type": "string", "pattern": pattern })
    }
}

/// A value for one field. Several stay several: each destination joins them its own way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    /// The destination's field.
    pub field: String,
    /// At least one value.
    pub values: Vec<String>,
    /// Where it was read.
    pub from: Source,
}

/// Something that keeps a lead from being sent as mapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The destination's field, by its name for people where it has one.
    pub field: String,
    /// What is wrong with it.
    pub fault: FieldFault,
}

/// What a destination would refuse of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldFault {
    /// It isn't there any more.
    Gone,
    /// It can't be written.
    ReadOnly,
    /// It takes only its options, and this value is none.
    NoOption(String),
}

/// Apply a mapping. What has no value gives no field: nothing is ever cleared by silence. Where
/// two rows fill one field, the first that has a value does.
pub fn apply(
    rules: &[Rule],
    conversation: &Conversation,
    reading: &Reading,
    facts: &Facts,
    email: Option<&str>,
) -> Vec<Mapped> {
    let mut mapped: Vec<Mapped> = Vec::new();
    for rule in rules.iter().filter(|rule| !rule.to.is_empty()) {
        let values = match &rule.from {
            Source::Answer(field) => answer_values(reading, field),
            Source::Context(context) => match fact_values(*context, facts) {
                Some(values) => values,
                None => context_values(*context, conversation, email),
            },
        };
        if !values.is_empty() && !mapped.iter().any(|m| m.field == rule.to) {
            mapped.push(Mapped { field: rule.to.clone(), values, from: rule.from.clone() });
        }
    }
    mapped
}

/// What the destination's fields, as they are now, would refuse.
pub fn check(mapped: &[Mapped], fields: &[Field]) -> Vec<Finding> {
    mapped.iter().filter_map(|mapped| check_one(mapped, fields)).collect()
}

fn check_one(mapped: &Mapped, fields: &[Field]) -> Option<Finding> {
    let Some(field) = fields.iter().find(|field| field.name == mapped.field) else {
        return Some(Finding { field: mapped.field.clone(), fault: FieldFault::Gone });
    };
    let finding = |fault| Some(Finding { field: field.label.clone(), fault });
    if field.read_only {
        return finding(FieldFault::ReadOnly);
    }
    let takes = |value: &String| field.options.iter().any(|option| option.value == *value);
    let refused = mapped.values.iter().find(|value| !field.options.is_empty() && !takes(value))?;
    finding(FieldFault::NoOption(refused.clone()))
}

fn answer_values(reading: &Reading, field: &str) -> Vec<String> {
    let answer = reading.answers.iter().find(|answer: &&Answer| answer.field == field);
    match answer.and_then(|answer| answer.value.as_ref()) {
        Some(Value::YesNo(yes)) => vec![yes.to_string()],
        Some(Value::Number(number)) => vec![number.0.to_string()],
        Some(Value::Text(text)) => filled(Some(text)),
        Some(Value::Choices(choices)) => choices.clone(),
        Some(Value::Amount(amount)) => vec![amount.amount.clone()],
        None => Vec::new(),
    }
}

fn context_values(
    context: Context,
    conversation: &Conversation,
    email: Option<&str>,
) -> Vec<String> {
    let (visitor, project) = (&conversation.visitor, conversation.project.as_ref());
    match context {
        Context::Email => email.map(str::to_owned).into_iter().collect(),
        Context::FirstName => filled(visitor.first_name.as_ref()),
        Context::LastName => filled(visitor.last_name.as_ref()),
        Context::PhoneNumber => filled(visitor.phone_number.as_ref()),
        Context::ConversationId => vec![conversation.id.clone()],
        Context::CreatedAt => filled(conversation.created_at.as_ref()),
        Context::ClosedAt => filled(conversation.closed_at.as_ref()),
        Context::Channel => filled(conversation.channel.as_ref()),
        Context::Language => filled(conversation.language.as_ref()),
        Context::ProjectId => filled(project.and_then(|project| project.id.as_ref())),
        Context::ProjectName => filled(project.and_then(|project| project.name.as_ref())),
        Context::Tags => conversation.tags.clone(),
        Context::Operators => transcript::operators(conversation),
        Context::Transcript => filled(Some(&transcript::text(conversation))),
        // What events say: asked before.
        Context::Satisfaction
        | Context::NetPromoter
        | Context::SatisfactionComment
        | Context::Purchases
        | Context::PurchaseAmounts => Vec::new(),
    }
}

/// What events have said, where the context is of that kind.
fn fact_values(context: Context, facts: &Facts) -> Option<Vec<String>> {
    let number = |number: Option<f64>| number.map(|n| n.to_string()).into_iter().collect();
    let bought = facts.transactions.iter();
    Some(match context {
        Context::Satisfaction => number(facts.satisfaction),
        Context::NetPromoter => number(facts.net_promoter),
        Context::SatisfactionComment => filled(facts.comment.as_ref()),
        Context::Purchases => bought.map(|bought| bought.id.clone()).collect(),
        Context::PurchaseAmounts => bought.map(|bought| bought.amount.clone()).collect(),
        _ => return None,
    })
}

fn filled(text: Option<&String>) -> Vec<String> {
    text.map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::Choice;

    fn rule(from: &str, to: &str) -> Rule {
        Rule { from: from.parse().expect("a source"), to: to.into() }
    }

    fn conversation() -> Conversation {
        Conversation::from_json(
            r#"{"id":"c1","channel":"CHAT","project":{"id":7,"name":"Shop"},
                "visitor":{"firstName":" Ada ","lastName":""},"tags":[{"name":"vip"},{"name":"paris"}],
                "messages":{"edges":[{"node":{"id":"m1","author":{"__typename":"Bot"},"text":"[](Q1) Name?"}},
                                     {"node":{"id":"m2","author":{"__typename":"Visitor"},"text":"Ada"}}]}}"#,
        )
        .expect("a conversation")
    }

    fn reading(value: Option<Value>) -> Reading {
        let answer = Answer {
            number: 1,
            field: "name".into(),
            status: crate::reading::AnswerStatus::Answered,
            value,
            raw: String::new(),
            confidence: 1.0,
            evidence: vec![],
            candidates: vec![],
            notes: vec![],
        };
        let (conversation_id, question_set) = ("c1".into(), "Set".into());
        Reading { conversation_id, question_set, email: None, answers: vec![answer] }
    }

    #[test]
    fn each_source_has_a_name_and_back() {
        let names = Context::NAMES.map(|(_, name)| name);
        for name in names.into_iter().chain(["answer.budget", "answer.a.b"]) {
            assert_eq!(name.parse::<Source>().expect(name).to_string(), name);
        }
        for name in ["", "answer.", "answer", "visitor", "Visitor.email"] {
            assert!(name.parse::<Source>().is_err(), "{name}");
        }
    }

    #[test]
    fn what_has_no_value_gives_no_field() {
        let rules = [
            rule("answer.name", "name"),
            rule("answer.unknown", "unknown"),
            rule("visitor.first_name", "firstname"),
            rule("visitor.last_name", "lastname"),
            rule("visitor.email", "email"),
            rule("conversation.tags", "tags"),
            rule("project.id", "project"),
        ];
        let mapped = apply(&rules, &conversation(), &reading(None), &Facts::default(), None);
        let got: Vec<_> = mapped.iter().map(|m| (m.field.as_str(), m.values.join("|"))).collect();
        let expected =
            [("firstname", "Ada".into()), ("tags", "vip|paris".into()), ("project", "7".into())];
        assert_eq!(got, expected);
    }

    #[test]
    fn what_events_said_can_be_sent() {
        let body = br#"{"eventType":"satisfaction.answered","customerSatisfaction":4}"#;
        let sale = br#"{"eventType":"transaction.attributed","transactionId":"t","amount":300.20}"#;
        let facts = Facts::of([body.as_slice(), sale.as_slice()]);
        let rules = [
            rule("conversation.satisfaction", "csat"),
            rule("conversation.net_promoter_score", "nps"),
            rule("conversation.purchases", "orders"),
            rule("conversation.purchase_amounts", "amounts"),
        ];
        let mapped = apply(&rules, &conversation(), &reading(None), &facts, None);
        let got: Vec<_> = mapped.iter().map(|m| (m.field.as_str(), m.values.join("|"))).collect();
        let expected = [("csat", "4".into()), ("orders", "t".into()), ("amounts", "300.2".into())];
        assert_eq!(got, expected);
    }

    #[test]
    fn the_first_row_with_a_value_fills_a_field() {
        let rules =
            [rule("visitor.last_name", "x"), rule("answer.name", "x"), rule("project.name", "x")];
        let mapped = apply(
            &rules,
            &conversation(),
            &reading(Some(Value::Text("Ada".into()))),
            &Facts::default(),
            None,
        );
        assert_eq!(mapped.len(), 1);
        assert_eq!(mapped[0].values, ["Ada"]);
    }

    #[test]
    fn says_what_the_destination_would_refuse() {
        let field = |name: &str, read_only, options: &[&str]| Field {
            name: name.into(),
            label: name.to_uppercase(),
            kind: "string".into(),
            read_only,
            options: options
                .iter()
                .map(|value| Choice { value: (*value).into(), label: (*value).into() })
                .collect(),
        };
        let fields =
            [field("a", false, &[]), field("b", true, &[]), field("c", false, &["yes", "no"])];
        for (name, value, expected) in [
            ("a", "x", None),
            ("b", "x", Some(("B", FieldFault::ReadOnly))),
            ("c", "yes", None),
            ("c", "maybe", Some(("C", FieldFault::NoOption("maybe".into())))),
            ("d", "x", Some(("d", FieldFault::Gone))),
        ] {
            let mapped = Mapped {
                field: name.into(),
                values: vec![value.into()],
                from: Source::Context(Context::Tags),
            };
            let findings = check(&[mapped], &fields);
            let got = findings.first().map(|f| (f.field.as_str(), f.fault.clone()));
            assert_eq!(got, expected, "{name}={value}");
        }
    }
}
