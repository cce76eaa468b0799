use super::phrases::PHRASES;
use super::{Expected, Seed};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use uuid::Uuid;

/// `n` conversations that are all different, each with an email of its own: the same ones for the same `seed`.
pub fn generated(n: usize, seed: u64) -> Vec<Seed> {
    (0..n).map(|nth| one(seed, nth)).collect()
}

const PROJECTS: [&str; 4] = ["kitchen", "bathroom", "wardrobe", "floor"];
const BUDGETS: [&str; 4] = ["under_5000", "5000_10000", "10000_20000", "over_20000"];

fn one(seed: u64, nth: usize) -> Seed {
    let mut dice = Dice(seed.wrapping_mul(0x5851_f42d_4c95_7f2d) ^ nth as u64);
    let phrases = &PHRASES[dice.roll(PHRASES.len())];
    let (project, budget, city) = (dice.roll(4), dice.roll(4), dice.roll(4));
    let email = format!("visitor.{seed}.{nth}@example.com");
    // Two in three leave their address when asked, the others are known to iAdvize already.
    let asked = dice.roll(3) > 0;
    let mut talk = Talk::new(seed, nth);
    talk.operator(phrases.hello);
    talk.ask(1, phrases.project.0, phrases.project.1[project]);
    talk.ask(2, phrases.budget.0, phrases.budget.1[budget]);
    if asked {
        talk.ask(4, phrases.email.0, &format!("{} {email}", phrases.email.1));
    }
    talk.ask(5, phrases.city.0, phrases.city.1[city]);
    talk.operator(phrases.thanks);
    let conversation = talk.conversation(phrases.language, (!asked).then_some(&email));
    let answers = [
        ("project_type", json!(PROJECTS[project])),
        ("budget_range", json!(BUDGETS[budget])),
        ("start_period", Value::Null),
        ("email", asked.then_some(&email).map_or(Value::Null, |email| json!(email))),
        ("city", json!(phrases.city.1[city])),
        ("project_comment", Value::Null),
    ];
    Seed {
        name: format!("generated-{seed}-{nth}"),
        conversation,
        expected: Expected {
            email: Some(email.clone()),
            email_source: Some(if asked { "answer" } else { "visitor" }.to_owned()),
            statuses: answers.iter().map(status).collect(),
            answers: answers.into_iter().map(|(field, value)| (field.to_owned(), value)).collect(),
        },
    }
}

/// Whatever is asked here is answered.
fn status((field, value): &(&str, Value)) -> (String, String) {
    let status = if value.is_null() { "not_asked" } else { "answered" };
    ((*field).to_owned(), status.to_owned())
}

/// A conversation while it is being made.
struct Talk {
    id: Uuid,
    start: Timestamp,
    edges: Vec<Value>,
}

impl Talk {
    fn new(seed: u64, nth: usize) -> Self {
        let name = format!("leadbridge generated conversation {seed} {nth}");
        let minutes = i64::try_from(nth).unwrap_or_default() % 500_000;
        Self {
            id: Uuid::new_v5(&Uuid::NAMESPACE_OID, name.as_bytes()),
            // 2026-03-02T08:00:00Z and a minute later for each.
            start: Timestamp::constant(1_772_438_400, 0) + SignedDuration::from_mins(minutes),
            edges: Vec::new(),
        }
    }

    fn ask(&mut self, number: u32, question: &str, answer: &str) {
        self.operator(&format!("[](Q{number}) {question}"));
        self.say(json!({ "__typename": "Visitor" }), answer);
    }

    fn operator(&mut self, text: &str) {
        let bot = json!({ "__typename": "Bot", "id": 9001, "firstName": null, "lastName": "Ada" });
        self.say(bot, text);
    }

    fn say(&mut self, author: Value, text: &str) {
        let nth = self.edges.len();
        self.edges.push(json!({ "node": {
            "__typename": "ParticipantConversationMessage",
            // Its place beside the conversation's own: hashing each would take most of the time.
            "id": Uuid::from_u128(self.id.as_u128() ^ (nth as u128 + 1)),
            "createdAt": self.at(nth),
            "author": author,
            "text": text,
            "attachments": [],
        }}));
    }

    /// Ten seconds from one message to the next.
    fn at(&self, nth: usize) -> Timestamp {
        self.start + SignedDuration::from_secs(10 * i64::try_from(nth).unwrap_or_default())
    }

    fn conversation(self, language: &str, email: Option<&String>) -> Value {
        json!({
            "id": self.id,
            "createdAt": self.start,
            "closedAt": self.at(self.edges.len()),
            "channel": "CHAT",
            "language": language,
            "project": { "id": 335, "name": "Maison Claire" },
            "visitor": { "firstName": null, "lastName": null, "email": email, "phoneNumber": null },
            "tags": [],
            "messages": { "edges": self.edges },
        })
    }
}

/// Splitmix64: small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % sides as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn all_are_different_and_the_same_again() {
        let seeds = generated(500, 7);
        let distinct =
            |of: fn(&Seed) -> String| seeds.iter().map(of).collect::<BTreeSet<_>>().len();
        assert_eq!(distinct(|seed| seed.id().to_owned()), 500);
        assert_eq!(distinct(|seed| seed.expected.email.clone().unwrap()), 500);
        let again = generated(500, 7);
        let texts = |seeds: &[Seed]| -> Vec<String> {
            seeds.iter().map(|seed| seed.conversation.to_string()).collect()
        };
        assert_eq!(texts(&seeds), texts(&again));
        assert_ne!(texts(&seeds), texts(&generated(500, 8)));
    }
}
