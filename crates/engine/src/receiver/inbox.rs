//! Storing what arrives: many events share one flush to disk, and what was refused never gets in
//! their way.

use super::Receipt;
use leadbridge_domain::event::Event;
use std::{
    future::Future,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};
use tokio::sync::{mpsc, oneshot};

/// The most events that share one flush.
const BATCH: usize = 256;
/// How many may wait for the next flush before senders wait themselves.
const WAITING: usize = 1024;
/// How many refused deliveries may wait to be written down. More are only counted.
const REFUSED: usize = 128;
/// How long after writing refused ones down the next are: whoever sends nothing but refuse makes us
/// write five times a second and no more.
const REST: Duration = Duration::from_millis(200);

/// A signed delivery to store.
#[derive(Debug)]
pub struct Keep {
    /// What it says.
    pub event: Event,
    /// The bytes it came as.
    pub body: Vec<u8>,
    /// How it came.
    pub receipt: Receipt,
}

/// Deliveries that were refused.
#[derive(Debug, Default)]
pub struct RefusedOnes {
    /// Those to write down.
    pub receipts: Vec<Receipt>,
    /// How many more there were than could be written down.
    pub more: u32,
}

/// Takes deliveries: says of verified ones when they are on disk, and of refused ones nothing.
#[derive(Clone)]
pub struct Inbox {
    arrivals: mpsc::Sender<Arrival>,
    refused: mpsc::Sender<Receipt>,
    /// Refused ones that found no room.
    more: Arc<AtomicU32>,
}

struct Arrival {
    keep: Keep,
    stored: oneshot::Sender<Result<(), Arc<anyhow::Error>>>,
}

impl Inbox {
    /// An inbox that stores batches with the one function and writes refused ones down with the
    /// other, until every clone of it is dropped.
    pub fn start<S, Stored, N, Noted>(store: S, note: N) -> Self
    where
        S: Fn(Vec<Keep>) -> Stored + Send + 'static,
        Stored: Future<Output = anyhow::Result<()>> + Send + 'static,
        N: Fn(RefusedOnes) -> Noted + Send + 'static,
        Noted: Future<Output = anyhow::Result<()>> + Send + 'static,
    {
        let (arrivals, arriving) = mpsc::channel(WAITING);
        let (refused, refusals) = mpsc::channel(REFUSED);
        let more = Arc::<AtomicU32>::default();
        tokio::spawn(store_all(arriving, store));
        tokio::spawn(note_all(refusals, more.clone(), note));
        Self { arrivals, refused, more }
    }

    /// Store an event. Answers once it is on disk.
    pub async fn keep(&self, keep: Keep) -> Result<(), Arc<anyhow::Error>> {
        let (stored, answer) = oneshot::channel();
        let stopped = |_| Arc::new(anyhow::anyhow!("the program is stopping"));
        let arrival = Arrival { keep, stored };
        self.arrivals.send(arrival).await.map_err(|_| stopped(()))?;
        answer.await.map_err(|_| stopped(()))?
    }

    /// Write a refused delivery down when there is time. Never waits.
    pub fn note(&self, receipt: Receipt) {
        if self.refused.try_send(receipt).is_err() {
            self.more.fetch_add(1, Ordering::Relaxed);
        }
    }
}

async fn store_all<S, Stored>(mut arrivals: mpsc::Receiver<Arrival>, store: S)
where
    S: Fn(Vec<Keep>) -> Stored,
    Stored: Future<Output = anyhow::Result<()>>,
{
    let mut batch = Vec::with_capacity(BATCH);
    while arrivals.recv_many(&mut batch, BATCH).await > 0 {
        let (keeps, waiting): (Vec<Keep>, Vec<_>) =
            batch.drain(..).map(|arrival| (arrival.keep, arrival.stored)).unzip();
        let result = store(keeps).await.map_err(Arc::new);
        for stored in waiting {
            // A sender that hung up will send it again, and it is counted then.
            drop(stored.send(result.clone()));
        }
    }
}

async fn note_all<N, Noted>(mut refusals: mpsc::Receiver<Receipt>, more: Arc<AtomicU32>, note: N)
where
    N: Fn(RefusedOnes) -> Noted,
    Noted: Future<Output = anyhow::Result<()>>,
{
    let mut receipts = Vec::with_capacity(REFUSED);
    while refusals.recv_many(&mut receipts, REFUSED).await > 0 {
        let receipts = std::mem::take(&mut receipts);
        let more = more.swap(0, Ordering::Relaxed);
        if let Err(error) = note(RefusedOnes { receipts, more }).await {
            tracing::warn!("refused webhooks could not be written down: {error:#}");
        }
        tokio::time::sleep(REST).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::HeaderMap;
    use std::sync::Mutex;
    use tokio::sync::Notify;

    /// While refused ones wait to be written down, more are only counted, and nobody waits.
    #[tokio::test]
    async fn too_many_refused_ones_are_counted() {
        let (seen, begin) = (Arc::<Mutex<Vec<(usize, u32)>>>::default(), Arc::new(Notify::new()));
        let note = {
            let (seen, begin) = (seen.clone(), begin.clone());
            move |refused: RefusedOnes| {
                seen.lock().expect("no panic").push((refused.receipts.len(), refused.more));
                let begin = begin.clone();
                async move {
                    begin.notified().await;
                    Ok(())
                }
            }
        };
        let inbox = Inbox::start(async |_| Ok(()), note);
        let receipt = Receipt::new("", "POST", &HeaderMap::new());
        inbox.note(receipt.clone());
        // The first is being written down.
        while seen.lock().expect("no panic").is_empty() {
            tokio::task::yield_now().await;
        }
        for _ in 0..REFUSED + 7 {
            inbox.note(receipt.clone());
        }
        begin.notify_one();
        while seen.lock().expect("no panic").len() < 2 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert_eq!(*seen.lock().expect("no panic"), [(1, 0), (REFUSED, 7)]);
    }
}
