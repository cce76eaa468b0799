//! A test event: signed and sent as iAdvize would, all the way round where there is one.

use super::super::ApiError;
use crate::{
    App,
    receiver::trial::{self, CONNECT, Letter, Sent},
    said::{Key, Said},
    types::{Empty, TestEventReport},
    vault::Name,
};
use serde_json::json;
use std::time::Duration;
use url::Url;

/// The type of a test event: none that anything is done for.
const KIND: &str = "leadbridge.test";
/// How long after its answer the event may take to be seen in the inbox.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often it is looked for.
const LOOK: Duration = Duration::from_millis(20);

/// Make an event, send it to the public address, or to the local one where there is none, and wait
/// until the inbox has it.
pub async fn send_test_event(app: &App, _: Empty) -> Result<TestEventReport, ApiError> {
    let public = app.public_address();
    let (base, is_public) = match public {
        Some(base) => (base, true),
        None => (local_address(app), false),
    };
    let address = format!("{}{}", base.trim_end_matches('/'), app.hook_path());
    let address = Url::parse(&address).map_err(crate::app::internal)?;
    let event_id = app.new_id();
    let mut report = TestEventReport {
        ok: false,
        message: Said::plain(Key::TestNoSecret),
        address: base,
        public: is_public,
        event_id: event_id.clone(),
        status: None,
        connect_ms: None,
        connect_limit_ms: CONNECT.as_millis() as u32,
        round_trip_ms: None,
    };
    let first = app.account("").map(|account| account.key).unwrap_or_default();
    let Some(secret) = app.signing_secret(Name::WebhookSecret, &first).await else {
        return Ok(report);
    };
    let now = app.clock().now().to_string();
    let body = json!({ "eventId": event_id, "eventType": KIND, "createdAt": now, "sentAt": now });
    let (delivery_id, correlation_id) = (app.new_id(), app.new_id());
    let letter = Letter {
        address: &address,
        secret: &secret,
        body: body.to_string().into_bytes(),
        delivery_id: &delivery_id,
        correlation_id: &correlation_id,
    };
    let sent = trial::send(app.http(), letter).await;
    report.connect_ms = sent.connect.map(millis);
    report.round_trip_ms = Some(millis(sent.round_trip));
    report.status = sent.answer.as_ref().ok().map(|status| u32::from(*status));
    let arrived = sent.answer.is_ok() && arrives(app, &event_id).await?;
    (report.ok, report.message) = judge(&sent, arrived, &report.address);
    Ok(report)
}

fn local_address(app: &App) -> String {
    let port = app.listening().port.unwrap_or_else(|| app.port());
    format!("http://127.0.0.1:{port}")
}

/// Whether the inbox has it. Another program may keep the inbox, so it is looked for in the store.
async fn arrives(app: &App, id: &str) -> Result<bool, ApiError> {
    let looked = tokio::time::timeout(PATIENCE, async {
        while app.store().event_state(id).await?.is_none() {
            tokio::time::sleep(LOOK).await;
        }
        Ok::<_, sqlx::Error>(())
    });
    match looked.await {
        Ok(found) => Ok(found.map(|()| true)?),
        Err(_) => Ok(false),
    }
}

/// Whether all is well, and what to say of it.
fn judge(sent: &Sent, arrived: bool, address: &str) -> (bool, Said) {
    let address = ("address", address.to_owned());
    let connect = sent.connect.map(|took| millis(took).round().to_string());
    let took = ("took", millis(sent.round_trip).round().to_string());
    match (&sent.answer, connect) {
        (Err(why), _) => (false, Said::new(Key::TestNoAnswer, [address, ("why", why.clone())])),
        (Ok(status), _) if !(200..300).contains(status) => {
            (false, Said::new(Key::TestRefused, [address, ("status", status.to_string())]))
        }
        (Ok(_), _) if !arrived => (false, Said::new(Key::TestLost, [address])),
        (Ok(_), Some(connect)) if sent.connect.is_some_and(|took| took >= CONNECT) => {
            (false, Said::new(Key::TestSlow, [("connect", connect)]))
        }
        (Ok(_), connect) => {
            let connect = ("connect", connect.unwrap_or_else(|| "?".into()));
            (true, Said::new(Key::TestArrived, [took, connect]))
        }
    }
}

fn millis(took: Duration) -> f64 {
    took.as_secs_f64() * 1e3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_it_can_go_is_said() {
        let ms = Duration::from_millis;
        for (answer, connect, arrived, expected) in [
            (Ok(200), Some(ms(3)), true, (true, Key::TestArrived)),
            (Ok(200), Some(ms(1000)), true, (false, Key::TestSlow)),
            (Ok(200), Some(ms(3)), false, (false, Key::TestLost)),
            (Ok(401), Some(ms(3)), false, (false, Key::TestRefused)),
            (Ok(502), Some(ms(3)), false, (false, Key::TestRefused)),
            (Err("no connection".to_owned()), None, false, (false, Key::TestNoAnswer)),
        ] {
            let sent = Sent { connect, round_trip: ms(9), answer };
            let (ok, said) = judge(&sent, arrived, "https://x.example");
            assert_eq!((ok, said.key), expected, "{}", said.text);
        }
    }
}
