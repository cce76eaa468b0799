//! `leadbridge whatif` and `leadbridge check`: what a change of the questions would do.

use super::{extract::value, name, open, read};
use crate::{
    args::{Check, WhatIf},
    failure::Failure,
    output,
    text::{cell, word},
};
use comfy_table::Table;
use leadbridge_domain::{
    compare::{AnswerBrief, AnswerChange},
    question::QuestionSet,
};
use leadbridge_engine::{
    App, api,
    types::{
        self, CheckReport, CheckSamples, Empty, QuestionTally, SampleOf, SampleRow, WhatIfReport,
        WhatIfRow,
    },
};
use serde_json::Value;
use std::path::Path;

/// Read the last conversations with other questions, and say which answers would change.
pub async fn what_if(args: WhatIf) -> Result<(), Failure> {
    let draft = questions(&args.questions)?;
    let against = args.against.as_deref().map(questions).transpose()?;
    let app = open("whatif").await?;
    let request = types::WhatIf { draft, against, last: Some(args.last) };
    let report = api::what_if(&app, request).await?;
    match args.json {
        true => output::json(&report),
        false => print_report(&report),
    }
}

/// Check the samples that have expected results. Ends with 1 when one gives something else.
pub async fn check(args: Check) -> Result<(), Failure> {
    let draft = args.questions.as_deref().map(questions).transpose()?;
    let app = open("check").await?;
    let reports = checked(&app, args.set.as_deref(), draft).await?;
    if args.json {
        output::json(&reports)?;
    } else if reports.is_empty() {
        output::line(
            "no sample has expected results yet; keep some in the window: Questions, Preview",
        )?;
    } else {
        reports.iter().try_for_each(print_check)?;
    }
    match reports.iter().all(|report| report.failed == 0) {
        true => Ok(()),
        false => Err(Failure::said()),
    }
}

/// The sets of this name, or all, as far as anything is expected of their samples.
async fn checked(
    app: &App,
    name: Option<&str>,
    draft: Option<Value>,
) -> Result<Vec<CheckReport>, Failure> {
    let sets = api::question_sets(app, Empty {}).await?;
    // Other questions are meant for the set of their name.
    let named = draft.as_ref().and_then(|draft| draft.get("name")).and_then(Value::as_str);
    let wanted = name.or(named);
    let sets: Vec<_> =
        sets.into_iter().filter(|set| wanted.is_none_or(|name| set.name == name)).collect();
    if let (Some(name), true) = (wanted, sets.is_empty()) {
        return Err(Failure::input(format!("there is no question set {name:?} here")));
    }
    let mut reports = Vec::new();
    for set in sets {
        let request = CheckSamples { set: set.id, draft: draft.clone() };
        let report = api::check_samples(app, request).await?;
        if !report.samples.is_empty() {
            reports.push(report);
        }
    }
    Ok(reports)
}

/// A question set's file, with every fault named.
fn questions(file: &Path) -> Result<Value, Failure> {
    let (text, place) = (read(file)?, name(file));
    let set = QuestionSet::from_json(&text).map_err(|faults| {
        Failure::inputs(faults.iter().map(|fault| format!("{place}: {fault}")).collect())
    })?;
    serde_json::to_value(set).map_err(|error| Failure::wrong(error.to_string()))
}

fn print_report(report: &WhatIfReport) -> Result<(), Failure> {
    let WhatIfReport { conversations, changed, took_ms, .. } = report;
    output::line(&format!(
        "{conversations} conversations read with the old and the new questions in {took_ms} ms: \
         answers would change in {changed}"
    ))?;
    if report.unreadable > 0 {
        output::line(&format!("{} could not be read", report.unreadable))?;
    }
    if report.questions.is_empty() {
        return Ok(());
    }
    output::line(&tallies(&report.questions).to_string())?;
    output::line(&changes(&report.rows).to_string())?;
    match report.changed as usize - report.rows.len() {
        0 => Ok(()),
        more => output::line(&format!("and {more} more")),
    }
}

/// Question by question, how many answers would change.
fn tallies(questions: &[QuestionTally]) -> Table {
    let mut table = output::table(&["Q", "Field", "Change", "Gain a value", "Lose it"]);
    for tally in questions {
        table.add_row([
            tally.number.to_string(),
            cell(&tally.field, 40),
            tally.changed.to_string(),
            tally.gained.to_string(),
            tally.lost.to_string(),
        ]);
    }
    table
}

/// The answers that would change, conversation by conversation.
fn changes(rows: &[WhatIfRow]) -> Table {
    let mut table = output::table(&["Conversation", "Q", "Field", "Old", "New"]);
    for row in rows {
        for change in &row.changes {
            table.add_row(change_row(&row.conversation_id, change, 40));
        }
    }
    table
}

fn print_check(report: &CheckReport) -> Result<(), Failure> {
    let CheckReport { set, passed, failed, .. } = report;
    output::line(&format!("{}: {passed} as expected, {failed} not", cell(set, 60)))?;
    let mut table = output::table(&["Sample", "Q", "Field", "Expected", "Now"]);
    for sample in &report.samples {
        for change in &sample.differences {
            table.add_row(change_row(&sample_name(&sample.row), change, 40));
        }
    }
    match failed {
        0 => Ok(()),
        _ => output::line(&table.to_string()),
    }
}

/// The name that a sample was kept under; of those that come with Leadbridge, the id.
fn sample_name(row: &SampleRow) -> String {
    match (&row.name, &row.sample) {
        (Some(name), _) => cell(name, 40),
        (None, SampleOf::Shipped { id }) => id.clone(),
        (None, _) => cell(&row.snippet, 40),
    }
}

fn change_row(of: &str, change: &AnswerChange, most: usize) -> [String; 5] {
    [
        cell(of, 40),
        change.number.to_string(),
        cell(&change.field, 40),
        brief(change.before.as_ref(), most),
        brief(change.after.as_ref(), most),
    ]
}

/// An answer in a cell: its value, or why there is none.
fn brief(brief: Option<&AnswerBrief>, most: usize) -> String {
    match brief {
        None => "–".into(),
        Some(AnswerBrief { value: Some(found), status, .. }) => {
            format!("{} ({})", cell(&value(found), most), word(status))
        }
        Some(AnswerBrief { status, .. }) => word(status),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use leadbridge_domain::reading::AnswerStatus;

    /// Fields are whatever someone typed into a file.
    #[test]
    fn a_field_has_no_power_over_the_terminal() {
        let typed = "bud\u{1b}[31m\rget";
        let long = "f".repeat(60);
        for (field, expected) in
            [(typed, "bud [31m get".to_owned()), (long.as_str(), format!("{}…", "f".repeat(40)))]
        {
            let field = field.to_owned();
            let change = AnswerChange { number: 1, field, before: None, after: None };
            let row = change_row("c", &change, 40);
            assert_eq!(row, ["c", "1", expected.as_str(), "–", "–"]);
            let AnswerChange { number, field, .. } = change;
            let tally = QuestionTally { number, field, changed: 1, gained: 0, lost: 0 };
            let table = tallies(&[tally]).to_string();
            assert!(table.contains(&expected) && !table.contains(['\u{1b}', '\r']), "{table:?}");
        }
    }
    #[test]
    fn what_it_was_stands_before_what_it_would_be() {
        let brief = |text: &str| AnswerBrief {
            status: AnswerStatus::Answered,
            value: Some(leadbridge_domain::reading::Value::Text(text.to_owned())),
            raw: String::new(),
            notes: Vec::new(),
        };
        let (before, after) = (Some(brief("before")), Some(brief("after")));
        let change = AnswerChange { number: 1, field: "f".to_owned(), before, after };
        let row = WhatIfRow {
            conversation_id: "c".to_owned(),
            visitor: None,
            email: None,
            closed_at: None,
            changes: vec![change],
        };
        let table = changes(&[row]).to_string();
        let at = |text: &str| table.find(text).unwrap_or_else(|| panic!("{text} in {table}"));
        assert!(at("Old") < at("New") && at("New") < at("before") && at("before") < at("after"));
    }
}
