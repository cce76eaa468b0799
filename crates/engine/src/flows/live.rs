//! Conversations that a rule follows while they are open: looked at again and again, so that
//! answers are seen as they are given. Their leads wait for the end.

use super::{Ran, ingest};
use crate::{App, store::Followed, types::Topic};
use jiff::{SignedDuration, Timestamp};
use leadbridge_domain::intake::{self, Verdict};

/// How much longer each wait is in which nothing is said, and the longest there is.
const SLOWER: i32 = 2;
const LONGEST: SignedDuration = SignedDuration::from_mins(5);

/// Look at the conversation that is due longest.
pub async fn run_one(app: &App) -> anyhow::Result<Ran> {
    let (now, cap) = (app.clock().now(), app.config().intake.live_calls_per_hour);
    let Some(followed) = app.store().next_look(now, cap).await? else { return Ok(Ran::Idle) };
    let id = &followed.conversation_id;
    match ingest::get(app, &followed.account, id).await {
        Ok(Some((conversation, json))) => {
            let config = app.config();
            let rule = match intake::decide(&config.intake.rules, &ingest::known(&conversation)) {
                Verdict::Handle(Some(rule)) if rule.live => rule,
                _ => return end(app, id).await,
            };
            let (messages, open) = (conversation.messages.len(), conversation.closed_at.is_none());
            let account = followed.account.clone();
            let fetched = ingest::read(app, account, conversation, json, Some(rule)).await;
            let fetched = fetched.map_err(anyhow::Error::from)?;
            ingest::keep(app, vec![ingest::keeping(app, fetched, false, None)?]).await?;
            match open {
                true => go_on(app, &followed, messages as i64).await?,
                // The end is told by its webhook, or by the list.
                false => return end(app, id).await,
            }
        }
        Ok(None) => go_on(app, &followed, followed.messages).await?,
        Err(error) => {
            tracing::warn!(conversation = %id, "a conversation can't be followed now: {error}");
            go_on(app, &followed, followed.messages).await?;
        }
    }
    app.changed(Topic::Intake);
    Ok(Ran::Some)
}

async fn go_on(app: &App, followed: &Followed, messages: i64) -> sqlx::Result<()> {
    let shortest = SignedDuration::from_secs(i64::from(app.config().intake.live_seconds));
    let quiet = messages == followed.messages && followed.wait_seconds > 0;
    let slower = SignedDuration::from_secs(followed.wait_seconds) * SLOWER;
    let wait = if quiet { slower.min(LONGEST.max(shortest)) } else { shortest };
    app.store().follow_on(&followed.conversation_id, messages, wait, app.clock().now()).await
}

async fn end(app: &App, id: &str) -> anyhow::Result<Ran> {
    app.store().unfollow(id).await?;
    app.changed(Topic::Intake);
    Ok(Ran::Some)
}

/// When there will be one to look at.
pub async fn next_due(app: &App) -> sqlx::Result<Option<Timestamp>> {
    let cap = app.config().intake.live_calls_per_hour;
    app.store().next_look_due(app.clock().now(), cap).await
}
