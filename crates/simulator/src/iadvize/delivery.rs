use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What became of one event that was to be sent.
#[derive(Clone, Debug, Serialize)]
pub struct Delivery {
    /// The event's `eventId`, empty where it has none.
    pub event_id: String,
    /// The event's `eventType`.
    pub event_type: String,
    /// The same at every try.
    pub correlation_id: Uuid,
    /// Every try so far.
    pub tries: Vec<Try>,
    /// Where it stands.
    pub outcome: Outcome,
}

/// One call of the receiver.
#[derive(Clone, Debug, Serialize)]
pub struct Try {
    /// `x-iadvize-delivery`: another one at every try.
    pub delivery_id: Uuid,
    /// When the call was made.
    pub at: Timestamp,
    /// The status answered, if any was.
    pub status: Option<u16>,
    /// Why there was no answer, if there was none.
    pub error: Option<String>,
}

/// Where a [`Delivery`] stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Not called yet, or a call is under way.
    Pending,
    /// The last try failed, and the next is at this time.
    RetryAt(Timestamp),
    /// Answered with a 2xx.
    Delivered,
    /// Three tries failed: it will never come again.
    GaveUp,
    /// A switch said to lose it.
    Dropped,
    /// Nobody had subscribed.
    NoSubscriber,
}

impl Outcome {
    /// Whether nothing more will happen.
    pub fn is_final(self) -> bool {
        !matches!(self, Self::Pending | Self::RetryAt(_))
    }
}

/// What happens to the next events instead of being sent as they come.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WebhookFaults {
    /// This many are lost.
    pub drop: usize,
    /// This many are sent twice, under the same event and correlation ids.
    pub duplicate: usize,
    /// This many are held back until there are as many, and then sent last first.
    pub reorder: usize,
}
