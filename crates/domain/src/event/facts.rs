//! What events add to a conversation: how satisfied the visitor was, and what they bought.

use super::wire::{SATISFACTION_ANSWERED, TRANSACTION_ATTRIBUTED};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What events have said of a conversation so far. In whatever order they came, it is the same.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Facts {
    /// 1 to 5, the last click.
    pub satisfaction: Option<f64>,
    /// 0 to 10, the last click.
    pub net_promoter: Option<f64>,
    /// The visitor's own words, the last ones.
    pub comment: Option<String>,
    /// What the visitor bought, the oldest first.
    pub transactions: Vec<Transaction>,
}

/// A purchase that iAdvize attributes to a conversation. Its currency is not said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Transaction {
    /// The shop's own id of it, else iAdvize's.
    pub id: String,
    /// How much, as written.
    pub amount: String,
}

/// The wire names, as documented for both types.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    event_id: Option<String>,
    event_type: Option<String>,
    #[serde(default)]
    created_at: Option<String>,
    customer_satisfaction: Option<f64>,
    net_promoter_score: Option<f64>,
    satisfaction_comment: Option<String>,
    transaction_id: Option<String>,
    external_id: Option<String>,
    amount: Option<serde_json::Number>,
}

impl Facts {
    /// The types of the events that say any of it.
    pub const KINDS: [&str; 2] = [SATISFACTION_ANSWERED, TRANSACTION_ATTRIBUTED];

    /// What the bodies of a conversation's events say. What can't be read says nothing here: the
    /// inbox shows it.
    pub fn of<'a>(bodies: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let read = |body| serde_json::from_slice::<Wire>(body).ok();
        let mut events: Vec<Wire> = bodies.into_iter().filter_map(read).collect();
        // By the time it happened, never by the time it came; the id settles a tie.
        events.sort_by_cached_key(when);
        let mut facts = Self::default();
        let mut bought = BTreeMap::new();
        for event in events {
            match event.event_type.as_deref() {
                Some(SATISFACTION_ANSWERED) => {
                    facts.satisfaction = event.customer_satisfaction.or(facts.satisfaction);
                    facts.net_promoter = event.net_promoter_score.or(facts.net_promoter);
                    let comment = event.satisfaction_comment.filter(|text| !text.trim().is_empty());
                    facts.comment = comment.or(facts.comment);
                }
                Some(TRANSACTION_ATTRIBUTED) => {
                    let place = bought.len();
                    let (Some(key), Some(amount)) = (event.transaction_id, event.amount) else {
                        continue;
                    };
                    let id = event.external_id.unwrap_or_else(|| key.clone());
                    let bought = bought.entry(key).or_insert((place, None));
                    bought.1 = Some(Transaction { id, amount: amount.to_string() });
                }
                _ => {}
            }
        }
        let mut bought: Vec<_> = bought.into_values().collect();
        bought.sort_by_key(|(place, _)| *place);
        facts.transactions = bought.into_iter().filter_map(|(_, bought)| bought).collect();
        facts
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// When an event happened, in a form that sorts; two of one moment are told apart by their ids.
fn when(event: &Wire) -> (i128, String) {
    let at = event.created_at.as_deref().and_then(|at| at.parse::<jiff::Timestamp>().ok());
    (at.map_or(i128::MIN, |at| at.as_nanosecond()), event.event_id.clone().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENTS: [&str; 6] = [
        r#"{"eventId":"a","eventType":"satisfaction.answered","createdAt":"2026-03-02T10:00:00Z","customerSatisfaction":2}"#,
        r#"{"eventId":"b","eventType":"satisfaction.answered","createdAt":"2026-03-02T11:00:01+01:00","customerSatisfaction":4}"#,
        r#"{"eventId":"c","eventType":"satisfaction.answered","createdAt":"2026-03-02T10:00:02Z","satisfactionComment":"Merci"}"#,
        r#"{"eventId":"d","eventType":"transaction.attributed","createdAt":"2026-03-02T10:05:00Z","transactionId":"t1","externalId":"order-1","amount":300.20}"#,
        r#"{"eventId":"e","eventType":"transaction.attributed","createdAt":"2026-03-02T10:06:00Z","transactionId":"t1","externalId":"order-1","amount":310}"#,
        r#"{"eventId":"f","eventType":"satisfaction.answered","createdAt":"2026-03-02T10:00:03Z","customQuestion":true}"#,
    ];

    #[test]
    fn the_order_of_arrival_changes_nothing() {
        let expected = Facts {
            satisfaction: Some(4.0),
            net_promoter: None,
            comment: Some("Merci".into()),
            transactions: vec![Transaction { id: "order-1".into(), amount: "310".into() }],
        };
        let mut order: Vec<usize> = (0..EVENTS.len()).collect();
        // Heap's algorithm, all 720 orders.
        let mut counters = [0; EVENTS.len()];
        let mut at = 0;
        let mut orders = 0;
        loop {
            let bodies = order.iter().map(|index| EVENTS[*index].as_bytes());
            assert_eq!(Facts::of(bodies), expected, "{order:?}");
            orders += 1;
            while at < order.len() && counters[at] >= at {
                counters[at] = 0;
                at += 1;
            }
            if at == order.len() {
                break;
            }
            order.swap(if at % 2 == 0 { 0 } else { counters[at] }, at);
            counters[at] += 1;
            at = 0;
        }
        assert_eq!(orders, 720);
    }

    #[test]
    fn what_is_no_fact_says_nothing() {
        for body in ["", "[]", r#"{"eventType":"transaction.attributed","amount":"x"}"#, "{}"] {
            assert!(Facts::of([body.as_bytes()]).is_empty(), "{body}");
        }
    }
}
