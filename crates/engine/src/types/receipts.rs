//! Deliveries of webhooks, as the inspector shows them.

use super::{conversations::EventState, leads::LeadState};
use crate::said::Said;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a delivery's signature was worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SignatureVerdict {
    /// Made with the secret of now.
    Right,
    /// Made with the secret before it, which is still taken.
    RightPrevious,
    /// There was none.
    Missing,
    /// Not of iAdvize's form.
    Malformed,
    /// Made with another secret, or for another body.
    Wrong,
    /// It was refused, or handled again, before anybody looked.
    NotChecked,
}

/// A page of deliveries, newest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct ReceiptsRequest {
    /// Only what contains these words: in ids, the type, the conversation, the verdict, the body.
    #[serde(default)]
    pub search: Option<String>,
    /// Only those with this verdict.
    #[serde(default)]
    pub verdict: Option<SignatureVerdict>,
    /// Only those that were taken, or only those that were refused.
    #[serde(default)]
    pub accepted: Option<bool>,
    /// Only this account's.
    #[serde(default)]
    pub account: Option<String>,
    /// At most so many; 200 when left out, 1000 at most.
    #[serde(default)]
    pub limit: Option<u32>,
    /// Go on after this row: the `next` of the page before.
    #[serde(default)]
    pub after: Option<String>,
}

/// A page of deliveries.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReceiptPage {
    /// The rows.
    pub rows: Vec<ReceiptRow>,
    /// What to pass as `after` for the next page; absent on the last.
    pub next: Option<String>,
    /// How many refused deliveries were only counted, because too many came at once.
    pub only_counted: u32,
}

/// A delivery to a webhook's path.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReceiptRow {
    /// Its number here.
    pub id: String,
    /// When it arrived.
    pub at: String,
    /// The account whose path it came to; empty for the only one.
    pub account: String,
    /// Its event, where it was taken.
    pub event_id: Option<String>,
    /// The event's type.
    pub kind: Option<String>,
    /// The conversation it speaks of.
    pub conversation_id: Option<String>,
    /// iAdvize's id of this delivery.
    pub delivery_id: Option<String>,
    /// What its signature was worth.
    pub verdict: SignatureVerdict,
    /// The HTTP status that was answered; 0 for a replay, which nobody waited for.
    pub status: u32,
    /// From its first byte until it was checked or refused, in microseconds. Of one that was taken,
    /// the flush to disk, which many share, comes on top.
    pub took_us: u32,
    /// The body's length in bytes.
    pub size: u32,
    /// Whether nobody sent it: it was handled again here.
    pub replay: bool,
    /// What became of its event.
    pub state: Option<EventState>,
    /// Why.
    pub problem: Option<Said>,
}

/// A delivery with all that came.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReceiptDetail {
    /// As in the list.
    pub row: ReceiptRow,
    /// The method.
    pub method: String,
    /// The path, without its secret end.
    pub path: String,
    /// The headers in their order; those that open other doors without their values.
    pub headers: Vec<HeaderView>,
    /// iAdvize's id that stays the same at every try.
    pub correlation_id: Option<String>,
    /// The body as text; JSON is laid out to be read. Of a refused one, its beginning.
    pub body: String,
    /// How often the event arrived.
    pub deliveries: Option<u32>,
    /// The lead made of its conversation.
    pub lead_id: Option<String>,
    /// Where that lead is.
    pub lead: Option<LeadState>,
}

/// A header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HeaderView {
    /// Its name in lower case.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// Handle stored events again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReplayEvents {
    /// The events, by id.
    pub ids: Vec<String>,
}

/// What came of a replay, one result for each id.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReplayReport {
    /// In the order asked.
    pub results: Vec<ReplayResult>,
}

/// What came of one event's replay.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReplayResult {
    /// As asked.
    pub id: String,
    /// What happened.
    pub outcome: ReplayOutcome,
    /// The same for people.
    pub message: Said,
}

/// What comes of one event's replay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReplayOutcome {
    /// Its conversation is fetched anew.
    Queued,
    /// Its conversation was fetched anew.
    Handled,
    /// Handling it failed; it is tried again, or was given up.
    Failed,
    /// Nothing is done for an event of its type.
    NothingToDo,
    /// There is no event of this id.
    NotFound,
}

/// What came of a test event.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TestEventReport {
    /// Whether it arrived where it was sent.
    pub ok: bool,
    /// What was seen.
    pub message: Said,
    /// Where it was sent, without the secret end.
    pub address: String,
    /// Whether that is the public address: the whole way, as iAdvize's own events come.
    pub public: bool,
    /// The event's id.
    pub event_id: String,
    /// The status that was answered.
    pub status: Option<u32>,
    /// How long a connection took, in milliseconds.
    pub connect_ms: Option<f64>,
    /// How long iAdvize waits for one, in milliseconds.
    pub connect_limit_ms: u32,
    /// From sending it to the answer, in milliseconds.
    pub round_trip_ms: Option<f64>,
}
