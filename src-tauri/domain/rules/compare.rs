//! Compares what a vector expects with what the rules say.

use serde_json::{Map, Value};

use crate::rules::Difference;

/// Texts for people: a vector says that there is one, not its words.
const PROSE: [&str; 2] = ["warning", "note"];

pub(super) fn compare(expected: &Map<String, Value>, got: &Map<String, Value>) -> Vec<Difference> {
    expected
        .iter()
        .filter_map(|(field, expected)| {
            let got = got.get(field).cloned().unwrap_or(Value::Null);
            let prose = PROSE.contains(&field.as_str()) && expected.is_string() && got.is_string();
            (!prose && !same(expected, &got)).then(|| Difference {
                field: field.clone(),
                expected: expected.clone(),
                got,
            })
        })
        .collect()
}

/// Whether two values say the same: lists as sets, and a missing date as null.
fn same(expected: &Value, got: &Value) -> bool {
    match (expected, got) {
        (Value::Array(expected), Value::Array(got)) => {
            expected
                .iter()
                .all(|item| got.iter().any(|other| same(item, other)))
                && got
                    .iter()
                    .all(|item| expected.iter().any(|other| same(other, item)))
        }
        (Value::Object(expected), Value::Object(got)) => {
            let names = expected.keys().chain(got.keys());
            names.into_iter().all(|name| {
                same(
                    expected.get(name).unwrap_or(&Value::Null),
                    got.get(name).unwrap_or(&Value::Null),
                )
            })
        }
        (expected, got) => expected == got,
    }
}
