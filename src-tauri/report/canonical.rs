//! JSON in the one form that is signed: RFC 8785, for values whose numbers are whole.

use std::collections::BTreeMap;

use serde_json::Value;

/// The value as text: no spaces, and the keys of each object in order. Whatever wrote it, equal values give equal
/// text, so that a signature over it can be checked by a program that is not this one.
pub(crate) fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Array(items) => {
            text.push('[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    text.push(',');
                }
                write(item, text);
            }
            text.push(']');
        }
        Value::Object(fields) => {
            // Whether serde_json keeps the order of writing depends on what else is built with it.
            let ordered: BTreeMap<&String, &Value> = fields.iter().collect();
            text.push('{');
            for (place, (name, field)) in ordered.into_iter().enumerate() {
                if place > 0 {
                    text.push(',');
                }
                text.push_str(&Value::from(name.as_str()).to_string());
                text.push(':');
                write(field, text);
            }
            text.push('}');
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            text.push_str(&value.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn equal_values_give_equal_text() {
        let value = json!({"b": [1, null, "é\n"], "a": {"z": true, "y": "\""}});
        assert_eq!(
            canonical(&value),
            r#"{"a":{"y":"\"","z":true},"b":[1,null,"é\n"]}"#
        );
    }
}
