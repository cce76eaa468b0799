//! `leadbridge events`, `conversations` and `leads`

use super::open;
use crate::{
    args::{Events, Leads, Listing},
    failure::Failure,
    output,
    text::{self, cell, word},
};
use comfy_table::Table;
use leadbridge_engine::{
    api,
    said::Said,
    types::{
        ById, ExportLeadBook, LeadState, ListRequest, ReceiptDetail, ReceiptRow, ReceiptsRequest,
    },
};

/// The webhooks as received, or one of them with all that came.
pub async fn events(args: Events) -> Result<(), Failure> {
    let app = open("events").await?;
    let Events { listing, show } = args;
    if let Some(id) = show {
        let detail = api::receipt(&app, ById { id }).await?;
        return match listing.json {
            true => output::json(&detail),
            false => print_delivery(&detail),
        };
    }
    let ListRequest { search, limit, after, .. } = request(&listing, None);
    let asked = ReceiptsRequest { search, limit, after, ..Default::default() };
    let page = api::receipts(&app, asked).await?;
    if listing.json {
        return output::json(&page);
    }
    let heads = ["No", "Received", "Type", "Event", "Conversation", "Signature", "Outcome", "Why"];
    let mut table = output::table(&heads);
    for row in &page.rows {
        table.add_row([
            row.id.clone(),
            row.at.clone(),
            cell(row.kind.as_deref().unwrap_or("unreadable"), 40),
            cell(row.event_id.as_deref().unwrap_or_default(), 80),
            cell(row.conversation_id.as_deref().unwrap_or_default(), 60),
            word(&row.verdict),
            outcome(row),
            cell(text(&row.problem), 80),
        ]);
    }
    print(
        &table,
        page.next.as_deref(),
        "no webhook has arrived yet; `leadbridge serve` receives them",
    )
}

/// What became of a delivery, in a word.
fn outcome(row: &ReceiptRow) -> String {
    match (&row.state, row.replay) {
        (Some(state), true) => format!("{} (replay)", word(state)),
        (Some(state), false) => word(state),
        (None, _) => format!("refused ({})", row.status),
    }
}

fn print_delivery(detail: &ReceiptDetail) -> Result<(), Failure> {
    let row = &detail.row;
    let took = format!("{:.1} ms", f64::from(row.took_us) / 1e3);
    let lead = detail.lead_id.as_deref().unwrap_or("none");
    for (name, value) in [
        ("Received", row.at.as_str()),
        ("Request", &format!("{} {}", detail.method, detail.path)),
        ("Signature", &word(&row.verdict)),
        ("Answered", &format!("{} after {took}", row.status)),
        ("Outcome", &outcome(row)),
        ("Lead", lead),
    ] {
        output::line(&format!("{name:10} {}", text::plain(value)))?;
    }
    output::line("")?;
    for header in &detail.headers {
        output::line(&text::plain(&format!("{}: {}", header.name, header.value)))?;
    }
    output::line("")?;
    detail.body.lines().try_for_each(|line| output::line(&text::plain(line)))
}

/// The conversations.
pub async fn conversations(args: Listing) -> Result<(), Failure> {
    let app = open("conversations").await?;
    let page = api::conversations(&app, request(&args, None)).await?;
    if args.json {
        return output::json(&page);
    }
    let mut table = output::table(&[
        "Closed",
        "Conversation",
        "Visitor",
        "Email",
        "Answered",
        "To check",
        "Lead",
    ]);
    for row in &page.rows {
        table.add_row([
            cell(row.closed_at.as_deref().unwrap_or_default(), 30),
            cell(&row.id, 60),
            cell(row.visitor.as_deref().unwrap_or_default(), 30),
            cell(row.email.as_deref().unwrap_or_default(), 40),
            format!("{} of {}", row.answered, row.questions),
            row.needs_review.to_string(),
            row.lead.as_ref().map(word).unwrap_or_default(),
        ]);
    }
    print(
        &table,
        page.next.as_deref(),
        "no conversation yet; they come with webhooks, while `leadbridge serve` runs",
    )
}

/// The leads, or the lead book as a file.
pub async fn leads(args: Leads) -> Result<(), Failure> {
    let state = args.state.as_deref().map(state).transpose()?;
    let app = open("leads").await?;
    if let Some(folder) = args.csv {
        let folder = Some(folder.display().to_string());
        let saved = api::export_lead_book(&app, ExportLeadBook { folder }).await?;
        return match args.listing.json {
            true => output::json(&saved),
            false => output::line(&format!("{} leads saved in {}", saved.rows, saved.path)),
        };
    }
    let page = api::leads(&app, request(&args.listing, state)).await?;
    if args.listing.json {
        return output::json(&page);
    }
    let mut table =
        output::table(&["Lead", "Name", "Email", "State", "Record", "Tries", "Why it isn't sent"]);
    for row in &page.rows {
        table.add_row([
            row.id.clone(),
            cell(row.name.as_deref().unwrap_or_default(), 30),
            cell(row.email.as_deref().unwrap_or_default(), 40),
            word(&row.state),
            row.record_id.clone().unwrap_or_default(),
            row.attempts.to_string(),
            cell(text(&row.problem), 80),
        ]);
    }
    print(
        &table,
        page.next.as_deref(),
        "no lead yet; each closed conversation gives one, while `leadbridge serve` runs",
    )
}

/// A page, and how to see the next one, if there is one.
fn print(table: &Table, next: Option<&str>, empty: &str) -> Result<(), Failure> {
    if table.is_empty() {
        return output::line(empty);
    }
    output::line(&table.to_string())?;
    match next {
        Some(next) => output::line(&more(next)),
        None => Ok(()),
    }
}

/// The line that says how to go on. A cursor holds an id from outside: it is quoted for a shell.
fn more(next: &str) -> String {
    let quoted = text::plain(next).replace('\'', r"'\''");
    format!("there are more: add --after '{quoted}' to see them")
}

fn text(said: &Option<Said>) -> &str {
    said.as_ref().map_or("", |said| &said.text)
}

fn request(args: &Listing, state: Option<LeadState>) -> ListRequest {
    let (search, after) = (args.search.clone(), args.after.clone());
    ListRequest { search, state, limit: Some(args.limit), after }
}

fn state(text: &str) -> Result<LeadState, Failure> {
    serde_json::from_value(text.into()).map_err(|_| {
        Failure::input(format!(
            "--state {text:?}: it is one of no_email, ready, queued, sending, retrying, sent, refused, failed"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::more;

    #[test]
    fn the_next_page_can_be_copied_into_a_shell() {
        for (next, quoted) in [("12~c-1", "'12~c-1'"), ("1~a';rm\u{1b}", r"'1~a'\'';rm '")] {
            assert_eq!(more(next), format!("there are more: add --after {quoted} to see them"));
        }
    }
}
