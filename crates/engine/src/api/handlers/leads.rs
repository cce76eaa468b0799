//! Leads, and the lead book's file.

use super::{
    super::{ApiError, Code},
    downloads, limit, not_found, search,
};
use crate::{
    App,
    config::is_email,
    flows::deliver,
    types::{
        ById, ExportLeadBook, LeadDetail, LeadField, LeadPage, LeadRow, ListRequest, SavedFile,
        SetLeadEmail, Topic,
    },
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

/// Leads, newest first.
pub async fn leads(app: &App, request: ListRequest) -> Result<LeadPage, ApiError> {
    let after = request.after.as_deref();
    let (search, limit) = (search(&request), limit(&request));
    let mut page = app.store().leads(search, request.state, limit, after).await?;
    page.rows.iter_mut().for_each(|row| name_destination(app, row));
    Ok(page)
}

/// One lead with what is sent and what happened.
pub async fn lead(app: &App, request: ById) -> Result<LeadDetail, ApiError> {
    let mut row = find(app, &request.id).await?;
    let prepared = deliver::prepare(app, &row).await?;
    let config = app.config();
    let attempts = match &config.destination {
        Some(destination) => app.store().attempts(&row.id, &destination.key()).await?,
        None => Vec::new(),
    };
    name_destination(app, &mut row);
    let field = |mapped: leadbridge_domain::mapping::Mapped| LeadField {
        field: mapped.field,
        value: mapped.values.join(", "),
        from: mapped.from.to_string(),
    };
    Ok(LeadDetail { fields: prepared.mapped.into_iter().map(field).collect(), attempts, row })
}

/// Give a lead the person's email; it then flows.
pub async fn set_lead_email(app: &App, request: SetLeadEmail) -> Result<LeadDetail, ApiError> {
    let email = request.email.trim().to_lowercase();
    if !is_email(&email) {
        let message = format!("{:?} is no email address", request.email.trim());
        return Err(ApiError::new(Code::BadInput, message));
    }
    let row = find(app, &request.id).await?;
    app.store().set_lead_email(&row.id, &email).await?;
    if let Some(destination) = &app.config().destination {
        app.store()
            .queue(std::slice::from_ref(&row.id), &destination.key(), app.clock().now())
            .await?;
    }
    app.changed(Topic::Leads);
    app.changed(Topic::Conversations);
    app.wake_deliver();
    lead(app, ById { id: row.id }).await
}

/// The lead of this id, or of this conversation.
pub(super) async fn find(app: &App, id: &str) -> Result<LeadRow, ApiError> {
    app.store().lead(id).await?.ok_or_else(|| not_found("lead or conversation", id))
}

/// The store knows a destination's key, people its name.
pub(super) fn name_destination(app: &App, row: &mut LeadRow) {
    row.destination = row.destination.take().map(|_| app.destination_name());
}

/// Save the lead book as CSV.
pub async fn export_lead_book(app: &App, request: ExportLeadBook) -> Result<SavedFile, ApiError> {
    let folder = match request.folder {
        Some(folder) => PathBuf::from(folder),
        None => downloads(app),
    };
    let (csv, rows) = csv(app).await?;
    let day = app.clock().now().strftime("%Y-%m-%d-%H%M%S");
    let path = folder.join(format!("leadbridge-leads-{day}.csv"));
    let failed = |error: std::io::Error| {
        ApiError::new(Code::BadInput, format!("{} can't be written: {error}", path.display()))
    };
    tokio::fs::create_dir_all(&folder).await.map_err(failed)?;
    tokio::fs::write(&path, csv).await.map_err(failed)?;
    Ok(SavedFile { path: path.display().to_string(), rows })
}

async fn csv(app: &App) -> Result<(Vec<u8>, u32), ApiError> {
    let book = app.store().book().await?;
    let people: Vec<Person> = book
        .into_iter()
        .map(|record| Person {
            email: record.email,
            fields: record.fields,
            times: [record.created_at.to_string(), record.updated_at.to_string()],
        })
        .collect();
    let csv = write(&people).map_err(crate::app::internal)?;
    Ok((csv, people.len() as u32))
}

/// A row of the file.
struct Person {
    email: String,
    fields: BTreeMap<String, String>,
    /// When it was made, and last changed.
    times: [String; 2],
}

/// A spreadsheet takes a file for UTF-8 only if it begins with this.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The book as CSV, every cell quoted. Where cells are parted by semicolons (French Excel) quotes
/// hold only the first cell of a row together: [`safe`] sees to the others.
fn write(people: &[Person]) -> anyhow::Result<Vec<u8>> {
    let columns: BTreeSet<&String> = people.iter().flat_map(|one| one.fields.keys()).collect();
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    let head = ["email".to_owned()].into_iter().chain(columns.iter().map(|c| safe(c)));
    writer.write_record(head.chain(["created_at".into(), "updated_at".into()]))?;
    for person in people {
        let value = |column: &String| safe(person.fields.get(column).map_or("", |v| v));
        let row = [safe(&person.email)].into_iter().chain(columns.iter().map(|c| value(c)));
        writer.write_record(row.chain(person.times.clone()))?;
    }
    Ok(writer.into_inner()?)
}

/// What a formula begins with, in either width.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A cell that no spreadsheet takes for a formula: one that begins like a formula gets an
/// apostrophe in front, as OWASP advises. So does each part of it that a spreadsheet which parts
/// cells by something other than commas would take for a cell of its own.
fn safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for (index, part) in text.split_inclusive([';', '\t', '\n', '\r']).enumerate() {
        let is_formula = match index {
            0 => part.starts_with(['\t', '\r', '\n']) || part.starts_with(SIGNS),
            _ => part.trim_start_matches(['"', ' ']).starts_with(SIGNS),
        };
        if is_formula {
            safe.push('\'');
        }
        safe.push_str(part);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{Person, safe, write};

    #[test]
    fn no_part_of_a_cell_is_a_formula_and_every_spreadsheet_reads_the_letters() {
        let fields = [("ville", "Orléans"), ("wish", "ok;=HYPERLINK(\"x\")"), ("zip", "=1")];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        let email = "a@example.com".to_owned();
        let times = ["2026-03-02".to_owned(), "2026-03-03".to_owned()];
        let person = Person { email, fields, times };
        let csv = String::from_utf8(write(&[person]).expect("written")).expect("UTF-8");
        let expected = "\u{feff}\"email\",\"ville\",\"wish\",\"zip\",\"created_at\",\"updated_at\"\n\
            \"a@example.com\",\"Orléans\",\"ok;'=HYPERLINK(\"\"x\"\")\",\"'=1\",\
            \"2026-03-02\",\"2026-03-03\"\n";
        assert_eq!(csv, expected);
        // Nor does a part of a cell, wherever another spreadsheet might cut.
        for part in csv.split([';', '\t', '\n']) {
            assert!(!part.trim_start_matches(['"', ' ']).starts_with('='), "{part}");
        }
    }

    #[test]
    fn no_cell_begins_like_a_formula() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+33612345678", "'+33612345678"),
            ("-2", "'-2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t'=1"),
            ("ok;=1", "ok;'=1"),
            ("ok; \"=1\"", "ok;' \"=1\""),
            ("a\n@b", "a\n'@b"),
            ("a\r\n\r\nb", "a\r\n\r\nb"),
            ("1;2 - 3", "1;2 - 3"),
            ("＝1", "'＝1"),
            ("a=1", "a=1"),
            ("", ""),
        ] {
            assert_eq!(safe(text), expected);
        }
    }
}
