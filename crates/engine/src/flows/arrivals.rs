//! What arrives is written down: events with the deliveries that brought them, and refused ones.

use super::ingest;
use crate::{
    App,
    receiver::{Inbox, Keep, Receipt, RefusedOnes},
    store::NewReceipt,
    types::{HeaderView, Topic},
};

/// An inbox that stores what arrives in the app's folder.
pub fn inbox(app: &App) -> Inbox {
    let (storing, noting) = (app.clone(), app.clone());
    Inbox::start(
        move |keeps| store(storing.clone(), keeps),
        move |refused| note(noting.clone(), refused),
    )
}

async fn store(app: App, keeps: Vec<Keep>) -> anyhow::Result<()> {
    let (now, config) = (app.clock().now(), app.config());
    let new = |keep: Keep| {
        let account = keep.receipt.account.clone();
        let event = ingest::new_event(keep.event, keep.body, account, &config.intake, now);
        (event, new_receipt(keep.receipt))
    };
    let deliveries: Vec<_> = keeps.into_iter().map(new).collect();
    app.store().add_deliveries(&deliveries, now).await?;
    app.changed(Topic::Events);
    app.wake_ingest();
    Ok(())
}

async fn note(app: App, refused: RefusedOnes) -> anyhow::Result<()> {
    let receipts: Vec<_> = refused.receipts.into_iter().map(new_receipt).collect();
    app.store().add_refused(&receipts, refused.more, app.clock().now()).await?;
    app.changed(Topic::Events);
    Ok(())
}

fn new_receipt(receipt: Receipt) -> NewReceipt {
    let header = |(name, value)| HeaderView { name, value };
    NewReceipt {
        took_us: u32::try_from(receipt.took.as_micros()).unwrap_or(u32::MAX),
        account: receipt.account,
        method: receipt.method,
        headers: receipt.headers.into_iter().map(header).collect(),
        delivery_id: receipt.delivery_id,
        correlation_id: receipt.correlation_id,
        verdict: receipt.verdict,
        status: receipt.status,
        size: u32::try_from(receipt.size).unwrap_or(u32::MAX),
        body: receipt.body,
    }
}
