//! `GET /`: what arrived, for people.

use super::Shared;
use super::state::{Contact, Note, State as Everything};
use crate::page::{escape, figures, page};
use axum::extract::State;
use axum::response::Response;

/// The newest contacts shown; a load test makes thousands.
const SHOWN: usize = 200;

pub(super) async fn show(State(shared): State<Shared>) -> Response {
    let inner = shared.inner();
    let state = &inner.state;
    let mut main = figures(&[
        ("contacts", state.contacts.len().to_string()),
        ("notes", state.notes.len().to_string()),
        ("writes", state.all_writes().to_string()),
        ("requests", state.requests.values().sum::<u64>().to_string()),
        ("time (UTC)", shared.options.clock.now().strftime("%F %R").to_string()),
    ]);
    main += "<h2>Contacts</h2>\n";
    if state.contacts.is_empty() {
        main += "<p class=\"faint\">None yet: push a lead.</p>\n";
    }
    main.extend(state.contacts.iter().rev().take(SHOWN).map(|one| contact(state, one)));
    main += "<h2>Requests</h2>\n<div class=\"scroll\"><table><tr><th>route<th>requests<th>writes</tr>\n";
    main.extend(state.requests.iter().map(|(route, count)| {
        let writes = state.writes.get(route).copied().unwrap_or_default();
        format!("<tr><td><code>{}</code><td>{count}<td>{writes}</tr>\n", escape(route))
    }));
    main += "</table></div>\n";
    page("CRM, simulated", &main)
}

fn contact(state: &Everything, contact: &Contact) -> String {
    let part = |name| contact.get(name).filter(|text| !text.is_empty());
    let name: Vec<&str> = [part("firstname"), part("lastname")].into_iter().flatten().collect();
    let notes: Vec<&Note> = state.notes_of(contact.id).collect();
    let properties: String = contact
        .properties
        .iter()
        .map(|(name, value)| {
            format!("<tr><th>{}<td class=\"note\">{}</tr>\n", escape(name), escape(value))
        })
        .collect();
    let texts: String = notes.iter().map(|note| body(note)).collect();
    format!(
        r#"<details class="card" id="c-{id}"><summary>
<b>{email}</b> <span>{name}</span>
<span class="end faint">{notes_said} · written {writes}×</span>
</summary><div class="inside"><div class="scroll"><table>
{properties}</table></div>
{texts}</div></details>
"#,
        id = contact.id,
        email = escape(contact.get("email").unwrap_or("no email")),
        name = escape(&name.join(" ")),
        notes_said = match notes.len() {
            1 => "1 note".to_owned(),
            count => format!("{count} notes"),
        },
        writes = contact.writes,
    )
}

/// Notes hold HTML in HubSpot; here it is shown as it was sent.
fn body(note: &Note) -> String {
    let time = note.created_at.strftime("%F %T");
    format!(
        "<p class=\"faint\">note {} · {time}</p><p class=\"note\">{}</p>\n",
        note.id,
        escape(note.body())
    )
}
