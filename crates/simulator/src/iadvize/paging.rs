//! Relay paging as iAdvize documents it: opaque cursors, and a hundred rows a page at most.

use apollo_compiler::response::{JsonMap, JsonValue};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::ops::Bound;

/// "100 rows per page at most". What iAdvize answers to more is not published: here it is an error, so that a client
/// that asks for too much is found out.
const MOST: i64 = 100;

/// Something with a place in a list: when it happened (milliseconds since 1970) and its id.
pub(super) struct Row {
    pub(super) time: i64,
    pub(super) id: String,
    pub(super) node: Value,
}

/// The same to compare: what orders a list.
pub(super) type Place = (i64, String);

/// The page of `rows` that a field's arguments ask for, as a connection.
pub(super) fn connection(rows: Vec<Row>, arguments: &JsonMap) -> Result<Value, String> {
    let (first, last) = sizes(arguments)?;
    let mut start = match cursor(arguments, "after")? {
        Some(cursor) => cursor.place(&rows).map_or_else(|next| next, |found| found + 1),
        None => 0,
    };
    let mut end = match cursor(arguments, "before")? {
        Some(cursor) => cursor.place(&rows).unwrap_or_else(|next| next),
        None => rows.len(),
    };
    end = end.max(start);
    match (first, last) {
        (_, Some(last)) => start = start.max(end.saturating_sub(last)),
        (first, None) => end = end.min(start + first.unwrap_or(MOST as usize)),
    }
    let (previous, next) = (start > 0, end < rows.len());
    Ok(page(rows.into_iter().take(end).skip(start).collect(), previous, next))
}

/// The same of a list too long to be made for every page: `between` gives its rows from one place to another.
pub(super) fn sought<I: DoubleEndedIterator<Item = Row>>(
    arguments: &JsonMap,
    between: impl Fn(Bound<Place>, Bound<Place>) -> I,
) -> Result<Value, String> {
    let (first, last) = sizes(arguments)?;
    let place = |cursor: Cursor| (cursor.time, cursor.id);
    let after = cursor(arguments, "after")?.map(place);
    let before = cursor(arguments, "before")?.map(place);
    let bound = |place: &Option<Place>| place.clone().map_or(Bound::Unbounded, Bound::Excluded);
    let mut all = between(bound(&after), bound(&before));
    let mut rows: Vec<Row> = match last {
        Some(last) => all.by_ref().rev().take(last).collect(),
        None => all.by_ref().take(first.unwrap_or(MOST as usize)).collect(),
    };
    let more = all.next().is_some();
    let earlier = |place| between(Bound::Unbounded, Bound::Included(place)).next_back().is_some();
    let later = |place| between(Bound::Included(place), Bound::Unbounded).next().is_some();
    let (mut previous, mut next) = (after.is_some_and(earlier), before.is_some_and(later));
    match last {
        Some(_) => {
            rows.reverse();
            previous |= more;
        }
        None => next |= more,
    }
    Ok(page(rows, previous, next))
}

fn page(rows: Vec<Row>, previous: bool, next: bool) -> Value {
    let page_info = json!({
        "startCursor": rows.first().map(Row::cursor),
        "endCursor": rows.last().map(Row::cursor),
        "hasPreviousPage": previous,
        "hasNextPage": next,
    });
    let edges: Vec<Value> =
        rows.into_iter().map(|row| json!({ "cursor": row.cursor(), "node": row.node })).collect();
    json!({ "edges": edges, "pageInfo": page_info })
}

fn sizes(arguments: &JsonMap) -> Result<(Option<usize>, Option<usize>), String> {
    match (size(arguments, "first")?, size(arguments, "last")?) {
        (Some(_), Some(_)) => Err("`first` and `last` exclude each other".to_owned()),
        sizes => Ok(sizes),
    }
}

impl Row {
    /// Base64 of `milliseconds&&id`, which is what iAdvize's own examples decode to.
    fn cursor(&self) -> String {
        STANDARD.encode(format!("{}&&{}", self.time, self.id))
    }
}

struct Cursor {
    time: i64,
    id: String,
}

impl Cursor {
    /// Where the row of this cursor is, or where it would be if it is gone.
    fn place(&self, rows: &[Row]) -> Result<usize, usize> {
        match rows.iter().position(|row| row.id == self.id) {
            Some(at) => Ok(at),
            None => Err(rows.iter().filter(|row| row.time <= self.time).count()),
        }
    }
}

fn cursor(arguments: &JsonMap, name: &str) -> Result<Option<Cursor>, String> {
    // iAdvize's examples start with `after: ""`.
    let Some(text) =
        arguments.get(name).and_then(JsonValue::as_str).filter(|text| !text.is_empty())
    else {
        return Ok(None);
    };
    let decoded = STANDARD.decode(text).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let parts = decoded.as_deref().and_then(|text| text.split_once("&&"));
    let cursor =
        parts.and_then(|(time, id)| Some(Cursor { time: time.parse().ok()?, id: id.to_owned() }));
    cursor.map(Some).ok_or_else(|| format!("`{name}` is not a cursor"))
}

fn size(arguments: &JsonMap, name: &str) -> Result<Option<usize>, String> {
    match arguments.get(name).and_then(JsonValue::as_i64) {
        None => Ok(None),
        Some(size @ 0..=MOST) => Ok(usize::try_from(size).ok()),
        Some(_) => Err(format!("`{name}` must be between 0 and {MOST}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ops::RangeBounds as _;

    fn rows(n: i64) -> Vec<Row> {
        let row = |time| Row { time, id: format!("id-{time}"), node: json!(time) };
        (1..=n).map(row).collect()
    }

    fn between(n: i64, from: Bound<Place>, to: Bound<Place>) -> std::vec::IntoIter<Row> {
        let mut rows = rows(n);
        rows.retain(|row| (from.clone(), to.clone()).contains(&(row.time, row.id.clone())));
        rows.into_iter()
    }

    /// The nodes of a page, and whether there is one before and after.
    #[track_caller]
    fn check(n: i64, arguments: Value, nodes: &[i64], previous: bool, next: bool) {
        let arguments = JsonValue::from(arguments);
        let arguments = arguments.as_object().unwrap();
        let page = connection(rows(n), arguments).unwrap();
        assert_eq!(sought(arguments, |from, to| between(n, from, to)).unwrap(), page);
        let edges = page["edges"].as_array().unwrap();
        let found: Vec<i64> = edges.iter().map(|edge| edge["node"].as_i64().unwrap()).collect();
        assert_eq!(found, nodes);
        assert_eq!(page["pageInfo"]["hasPreviousPage"], previous);
        assert_eq!(page["pageInfo"]["hasNextPage"], next);
        assert_eq!(page["pageInfo"]["endCursor"].is_null(), nodes.is_empty());
    }

    fn at(time: i64) -> String {
        rows(time).pop().unwrap().cursor()
    }

    #[test]
    fn pages_go_forward_and_back() {
        check(3, json!({}), &[1, 2, 3], false, false);
        check(3, json!({"first": 2}), &[1, 2], false, true);
        check(3, json!({"first": 2, "after": ""}), &[1, 2], false, true);
        check(3, json!({"first": 2, "after": at(2)}), &[3], true, false);
        check(3, json!({"last": 2}), &[2, 3], true, false);
        check(3, json!({"last": 1, "before": at(3)}), &[2], true, true);
        check(0, json!({"first": 5}), &[], false, false);
        check(3, json!({"after": at(9)}), &[], true, false);
        check(3, json!({"after": at(2), "before": at(1)}), &[], true, true);
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let refused = [
            json!({"first": 101}),
            json!({"first": -1}),
            json!({"last": 101}),
            json!({"first": 1, "last": 1}),
            json!({"after": "cursor"}),
        ];
        for arguments in refused {
            let arguments = JsonValue::from(arguments);
            let arguments = arguments.as_object().unwrap();
            assert!(connection(rows(3), arguments).is_err());
            assert!(sought(arguments, |from, to| between(3, from, to)).is_err());
        }
    }

    #[test]
    fn a_cursor_is_what_iadvize_shows() {
        let row = Row {
            time: 1_546_597_692_000,
            id: "2ea162f8-59dd-4391-9c53-2bd636c1e5e5".to_owned(),
            node: Value::Null,
        };
        let shown = "MTU0NjU5NzY5MjAwMCYmMmVhMTYyZjgtNTlkZC00MzkxLTljNTMtMmJkNjM2YzFlNWU1";
        assert_eq!(row.cursor(), shown);
    }
}
