//! Readings as people read them.

use crate::{
    output,
    text::{cell, word},
};
use leadbridge_domain::reading::{Reading, Value};

/// One reading as a table.
pub fn table(reading: &Reading) -> String {
    let email = reading.email.as_ref();
    let email = email.map(|email| format!("{} ({})", email.value, word(&email.source)));
    let mut table =
        output::table(&["Q", "Field", "Status", "Value", "What the visitor wrote", "Notes"]);
    for answer in &reading.answers {
        let notes: Vec<_> = answer.notes.iter().map(word).collect();
        table.add_row([
            answer.number.to_string(),
            answer.field.clone(),
            word(&answer.status),
            cell(&answer.value.as_ref().map(value).unwrap_or_default(), 40),
            cell(&answer.raw, 60),
            notes.join(", "),
        ]);
    }
    let email = email.unwrap_or_else(|| "no email".into());
    format!("{} · {email}\n{table}", cell(&reading.conversation_id, 60))
}

/// A value as people read it.
pub fn value(value: &Value) -> String {
    match value {
        Value::YesNo(true) => "yes".into(),
        Value::YesNo(false) => "no".into(),
        Value::Number(number) => number.0.to_string(),
        Value::Text(text) => text.clone(),
        Value::Choices(choices) => choices.join(", "),
        Value::Amount(amount) => format!("{} {}", amount.amount, amount.currency),
    }
}
