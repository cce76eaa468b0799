//! `GET /` and `GET /_simulator/`: the conversations, for a person who wants to close one and see what happens.

use super::data::Record;
use super::{Delivery, Outcome, Shared};
use crate::page::{escape, figures, page};
use axum::extract::State;
use axum::response::Response;
use serde_json::Value;

/// The newest events shown; a load test makes thousands.
const SHOWN: usize = 50;

pub(super) async fn show(State(shared): State<Shared>) -> Response {
    let counts = shared.counts();
    let deliveries = shared.webhooks.deliveries();
    let conversations = shared.conversations();
    let mut main = figures(&[
        ("conversations", conversations.all().len().to_string()),
        ("events", deliveries.len().to_string()),
        ("sign-ins", counts.logins.to_string()),
        ("GraphQL requests", counts.graphql.to_string()),
        ("time (UTC)", shared.options.clock.now().strftime("%F %R").to_string()),
    ]);
    main += &subscription(shared.webhooks.target().as_deref());
    main += "<h2>Conversations</h2>\n";
    main.extend(conversations.all().iter().map(conversation));
    main += "<h2>Events</h2>\n";
    if deliveries.is_empty() {
        main += "<p class=\"faint\">None yet: close a conversation.</p>\n";
    }
    main.extend(deliveries.iter().rev().take(SHOWN).map(delivery));
    page("iAdvize, simulated", &main)
}

fn subscription(target: Option<&str>) -> String {
    let target = escape(target.unwrap_or_default());
    format!(
        r#"<form class="card" data-post="/_simulator/subscription"><div class="row">
<label for="url">Webhooks go to</label>
<input id="url" name="url" value="{target}" placeholder="http://127.0.0.1:…">
<button>save</button>
</div></form>
"#
    )
}

fn conversation(record: &Record) -> String {
    let id = escape(record.id());
    let text = |pointer| escape(record.str(pointer).unwrap_or("–"));
    let state = match record.str("/closedAt") {
        Some(_) => "<span class=\"good\">closed</span>",
        None => "<span class=\"faint\">open</span>",
    };
    let created = record.time("/createdAt").map(|time| time.strftime("%F %R").to_string());
    let talk: String = record.messages.iter().map(message).collect();
    format!(
        r#"<details class="card" id="c-{id}"><summary>
<span class="faint">{created}</span> <b>{who}</b> <span>{email}</span> <span class="faint">{language} · {channel} · {count} messages</span>
<span class="end">{state}</span> <button data-post="/_simulator/conversations/{id}/close">close it</button>
</summary><div class="inside"><p class="faint"><code>{id}</code></p>
<ul class="talk">
{talk}</ul></div></details>
"#,
        created = escape(&created.unwrap_or_default()),
        email = escape(record.str("/visitor/email").unwrap_or_default()),
        who = escape(&visitor(record)),
        language = text("/language"),
        channel = text("/channel"),
        count = record.messages.len(),
    )
}

fn visitor(record: &Record) -> String {
    let part = |pointer| record.str(pointer).map(str::trim).filter(|text| !text.is_empty());
    let known = ["/visitor/firstName", "/visitor/lastName"].map(part);
    let known: Vec<&str> = known.into_iter().flatten().collect();
    if known.is_empty() { "somebody".to_owned() } else { known.join(" ") }
}

fn message(node: &Value) -> String {
    let author = node["author"]["__typename"].as_str().unwrap_or("system");
    let name = node["author"]["firstName"].as_str().or(node["author"]["lastName"].as_str());
    let mut said: Vec<String> = node["text"].as_str().map(str::to_owned).into_iter().collect();
    for attachment in node["attachments"].as_array().into_iter().flatten() {
        let kind = attachment["__typename"].as_str().unwrap_or("attachment");
        let text = attachment["message"].as_str().or(attachment["text"].as_str());
        said.push(format!("[{kind}] {}", text.unwrap_or_default()));
    }
    let (author, said) = (escape(name.unwrap_or(author)), escape(&said.join(" ")));
    format!("<li><b>{author}</b> {said}</li>\n")
}

fn delivery(delivery: &Delivery) -> String {
    let (class, outcome) = match delivery.outcome {
        Outcome::Delivered => ("good", "delivered".to_owned()),
        Outcome::Pending => ("faint", "on its way".to_owned()),
        Outcome::RetryAt(time) => ("bad", format!("again at {}", time.strftime("%T"))),
        Outcome::GaveUp => ("bad", "given up after three tries".to_owned()),
        Outcome::Dropped => ("bad", "lost on purpose".to_owned()),
        Outcome::NoSubscriber => ("faint", "nobody to send it to".to_owned()),
    };
    let tries = delivery.tries.iter().map(|one| match (one.status, &one.error) {
        (Some(status), _) => status.to_string(),
        (None, error) => error.clone().unwrap_or_default(),
    });
    let tries: Vec<String> = tries.collect();
    format!(
        "<div class=\"card\"><div class=\"row\"><b>{}</b> <code>{}</code> <span class=\"faint\">{}</span> \
         <span class=\"end {class}\">{}</span></div></div>\n",
        escape(&delivery.event_type),
        escape(&delivery.event_id),
        escape(&tries.join(", ")),
        escape(&outcome),
    )
}
