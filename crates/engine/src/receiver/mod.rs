//! Where iAdvize's webhooks arrive: verify, store, answer. Nothing is fetched before the answer.
//!
//! iAdvize connects within 1 s, waits 30 s, takes any 2xx as received, and tries twice more within
//! 30 s of the first call before it forgets. So a yes is said only once the event is on disk, and
//! anything but a yes is left for its next try.

mod answer;
mod inbox;
mod limits;
mod pool;
mod receipt;
mod serve;
mod sources;
pub mod trial;

pub use inbox::{Inbox, Keep, RefusedOnes};
pub use limits::Limits;
pub use receipt::Receipt;
pub use serve::serve;
pub use sources::Sources;

use crate::secret::Secret;
use std::sync::Arc;

/// The hooks there are: asked at each delivery, so that a change takes effect.
#[async_trait::async_trait]
pub trait Hooks: Send + Sync {
    /// The hook whose path is `/hook/<segment>`. The segment is a secret: it is compared in
    /// constant time, or looked up among others that nobody can guess.
    async fn hook(&self, segment: &str) -> Option<Hook>;

    /// Somebody has asked for `/health` with this word: a probe of our own, if it is one of ours.
    fn heard(&self, nonce: &str);
}

/// Where one account's webhooks arrive.
#[derive(Debug, Clone)]
pub struct Hook {
    /// The account.
    pub account: String,
    /// What signs its deliveries: the secret of now, then, until it is removed, the one before it.
    /// With none, every delivery is refused.
    pub secrets: Vec<Secret>,
    /// Where its deliveries come from, if that is to be held to.
    pub sources: Option<Sources>,
}

/// Who answers for the hooks, and where deliveries go.
pub struct Reception {
    /// The hooks.
    pub hooks: Arc<dyn Hooks>,
    /// Where deliveries go.
    pub inbox: Inbox,
}
