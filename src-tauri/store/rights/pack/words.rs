//! What codes and JSON say, in words for whoever they are about.

use domain::interview::{Mark, Recommendation};
use serde_json as json;
use uuid::Uuid;

/// What a JSON value says, without its signs and without ids.
pub fn flat(text: &str) -> String {
    let mut said = Vec::new();
    if let Ok(value) = json::from_str::<json::Value>(text) {
        say(&value, "", &mut said);
    }
    said.join("; ")
}

fn say(value: &json::Value, name: &str, said: &mut Vec<String>) {
    let mut add = |text: &str| {
        said.push(if name.is_empty() {
            text.to_owned()
        } else {
            format!("{name}: {text}")
        });
    };
    match value {
        json::Value::Null => {}
        json::Value::Bool(yes) => add(if *yes { "yes" } else { "no" }),
        json::Value::Number(number) => add(&number.to_string()),
        json::Value::String(text) => {
            if Uuid::parse_str(text).is_err() {
                add(text);
            }
        }
        json::Value::Array(values) => values.iter().for_each(|value| say(value, name, said)),
        json::Value::Object(fields) => fields
            .iter()
            .for_each(|(name, value)| say(value, name, said)),
    }
}

pub(super) const fn mark_word(mark: Mark) -> &'static str {
    match mark {
        Mark::NotShown => "not shown",
        Mark::PartlyShown => "partly shown",
        Mark::Shown => "shown",
        Mark::StronglyShown => "strongly shown",
        Mark::NotAsked => "not asked",
    }
}

pub(super) const fn recommendation_word(recommendation: Recommendation) -> &'static str {
    match recommendation {
        Recommendation::StrongNo => "strongly against",
        Recommendation::No => "against",
        Recommendation::Yes => "for",
        Recommendation::StrongYes => "strongly for",
    }
}
