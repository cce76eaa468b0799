//! Storing what arrives: many events share one flush to disk.

use leadbridge_domain::event::Event;
use std::{future::Future, sync::Arc};
use tokio::sync::{mpsc, oneshot};

/// The most events that share one flush.
const BATCH: usize = 256;
/// How many may wait for the next flush before senders wait themselves.
const WAITING: usize = 1024;

/// Takes verified events and says when they are on disk.
#[derive(Clone)]
pub struct Inbox(mpsc::Sender<Arrival>);

struct Arrival {
    event: Event,
    body: Vec<u8>,
    stored: oneshot::Sender<Result<(), Arc<anyhow::Error>>>,
}

/// An event to store, with the bytes it came as.
pub type Keep = (Event, Vec<u8>);

impl Inbox {
    /// An inbox that stores batches with this function, until every clone of it is dropped.
    pub fn start<F, Fut>(store: F) -> Self
    where
        F: Fn(Vec<Keep>) -> Fut + Send + 'static,
        Fut: Future<Output = anyhow::Result<()>> + Send,
    {
        let (sender, mut arrivals) = mpsc::channel::<Arrival>(WAITING);
        tokio::spawn(async move {
            let mut batch = Vec::with_capacity(BATCH);
            while arrivals.recv_many(&mut batch, BATCH).await > 0 {
                let (events, waiting): (Vec<Keep>, Vec<_>) =
                    batch.drain(..).map(|a| ((a.event, a.body), a.stored)).unzip();
                let result = store(events).await.map_err(Arc::new);
                for stored in waiting {
                    // A sender that hung up will send it again, and it is counted then.
                    drop(stored.send(result.clone()));
                }
            }
        });
        Self(sender)
    }

    /// Store an event. Answers once it is on disk.
    pub async fn keep(&self, event: Event, body: Vec<u8>) -> Result<(), Arc<anyhow::Error>> {
        let (stored, answer) = oneshot::channel();
        let stopped = |_| Arc::new(anyhow::anyhow!("the program is stopping"));
        let arrival = Arrival { event, body, stored };
        self.0.send(arrival).await.map_err(|_| stopped(()))?;
        answer.await.map_err(|_| stopped(()))?
    }
}
