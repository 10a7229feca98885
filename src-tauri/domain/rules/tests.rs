use super::*;

const SHORT: &str = include_str!("../../../tests/fixtures/rules/vectors.json");
const LAW: &str = include_str!("../../../tests/fixtures/rules/vectors-law.json");
const RULEBOOK: &str = include_str!("../../../tests/fixtures/rules/vectors-rulebook.json");

fn run(json: &str) -> Report {
    check(json).expect("a file of vectors")
}

fn assert_clean(json: &str, passed: usize) {
    let report = run(json);
    assert!(
        report.is_clean(),
        "{}",
        serde_json::to_string_pretty(&report.failed).unwrap()
    );
    assert_eq!(report.passed, passed);
}

#[test]
fn every_vector_of_the_short_rules_passes() {
    assert_clean(SHORT, 188);
}

#[test]
fn every_vector_of_the_law_file_passes() {
    assert_clean(LAW, 132);
}

#[test]
fn every_other_vector_printed_in_the_rulebook_passes() {
    assert_clean(RULEBOOK, 74);
}

fn one(vector: &str) -> Report {
    run(&format!(r#"{{"format":1,"vectors":[{vector}]}}"#))
}

#[test]
fn a_wrong_expectation_fails_and_says_what_differs() {
    let report = one(
        r#"{"rule":"0","kind":"months-after","in":{"date":"2026-08-31","months":6},"expect":{"date":"2027-03-03"},"why":"w"}"#,
    );
    assert_eq!(report.passed, 0);
    assert_eq!(
        serde_json::to_value(&report.failed).unwrap(),
        serde_json::json!([{
            "index": 0, "id": null, "rule": "0", "kind": "months-after", "why": "w",
            "differences": [{"field": "date", "expected": "2027-03-03", "got": "2027-02-28"}],
        }])
    );
}

#[test]
fn what_is_wrong_with_one_vector_fails_that_vector_alone() {
    let good = r#"{"id":"T-03#01","rule":"T-03","inputs":{"date":"2026-01-15","months":6},"expected":{"date":"2026-07-15"},"reason":""}"#;
    for (bad, field) in [
        (
            r#"{"rule":"X-99","kind":"moon-phase","in":{},"expect":{"a":1}}"#,
            "kind",
        ),
        (
            r#"{"rule":"T-03","inputs":{"date":"2026-02-30","months":6},"expected":{"date":"2026-07-15"}}"#,
            "in",
        ),
        (
            r#"{"rule":"T-03","inputs":{"date":"2026-02-03","months":-6},"expected":{"date":"2026-07-15"}}"#,
            "in",
        ),
        (
            r#"{"rule":"T-03","inputs":{"date":"2026-01-15","months":6},"expected":{}}"#,
            "expect",
        ),
        (
            r#"{"rule":"T-03","inputs":{"date":"2026-01-15","months":6}}"#,
            "vector",
        ),
        (
            r#"{"rule":"RET-02","inputs":{"kind":"vanished","outcome":"2026-01-15","today":"2026-01-15"},"expected":{"due":false}}"#,
            "in",
        ),
        (
            r#"{"rule":"RET-02","inputs":{"outcome":"2026-01-15","policy_months":9,"today":"2026-01-15"},"expected":{"due":false}}"#,
            "in",
        ),
        ("17", "vector"),
    ] {
        let report = one(&format!("{bad},{good}"));
        assert_eq!(report.passed, 1, "{bad}");
        let failed = &report.failed[..];
        assert_eq!(failed.len(), 1, "{bad}");
        assert_eq!(failed[0].differences[0].field, field, "{bad}");
    }
}

#[test]
fn the_files_own_bank_holidays_count() {
    let vector = r#"{"rule":"T-05","inputs":{"date":"2027-06-09"},"expected":{"working":false,"rolled":"2027-06-10"}}"#;
    let file = format!(
        r#"{{"bank_holidays":{{"england-and-wales":["2027-06-09"]}},"vectors":[{vector}]}}"#
    );
    assert!(run(&file).is_clean());
    assert!(!one(vector).is_clean());
}

#[test]
fn a_broken_file_gives_a_clear_error() {
    for (json, says) in [
        ("", "not a file of vectors"),
        ("[]", "not a file of vectors"),
        ("{}", "missing field `vectors`"),
        (r#"{"format":2,"vectors":[1]}"#, "format 2"),
        (r#"{"vectors":[]}"#, "no vectors"),
        (
            r#"{"bank_holidays":{"atlantis":[]},"vectors":[1]}"#,
            "atlantis",
        ),
        (
            r#"{"bank_holidays":{"scotland":["soon"]},"vectors":[1]}"#,
            "not a file of vectors",
        ),
        (
            r#"{"policy_defaults":{"unsuccessful_months":7},"vectors":[1]}"#,
            "unsuccessful_months is 7",
        ),
    ] {
        let error = check(json).unwrap_err().to_string();
        assert!(error.contains(says), "{json}: {error}");
    }
    assert!(check(&"[".repeat(100_000)).is_err());
}

#[test]
fn every_field_of_every_vector_is_compared() {
    // Spoil each expected field of each vector in turn: the vector must fail.
    for json in [SHORT, LAW] {
        let file: Value = serde_json::from_str(json).unwrap();
        let vectors = file["vectors"].as_array().unwrap();
        for (index, vector) in vectors.iter().enumerate() {
            let part = if vector.get("expect").is_some() {
                "expect"
            } else {
                "expected"
            };
            for field in vector[part].as_object().unwrap().keys() {
                if field == "warning" || field == "note" {
                    continue;
                }
                let mut spoilt = vector.clone();
                spoilt[part][field] = Value::from("spoilt");
                let mut one = file.clone();
                one["vectors"] = Value::Array(vec![spoilt]);
                assert!(!run(&one.to_string()).is_clean(), "vector {index}, {field}");
            }
        }
    }
}

/// Every value of a vector's input in turn, with something else in its place.
fn spoilt(input: &Value, with: &Value) -> Vec<Value> {
    let mut out = vec![with.clone()];
    match input {
        Value::Object(fields) => {
            for (name, value) in fields {
                for value in spoilt(value, with) {
                    let mut copy = fields.clone();
                    copy.insert(name.clone(), value);
                    out.push(Value::Object(copy));
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                for item in spoilt(item, with) {
                    let mut copy = items.clone();
                    copy[index] = item;
                    out.push(Value::Array(copy));
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    out
}

#[test]
fn no_input_however_odd_makes_it_panic() {
    let odd = serde_json::json!([
        null,
        -1,
        0,
        255,
        4_294_967_295_u32,
        1.5,
        "",
        "x",
        [],
        {},
        true,
        "9999-12-31",
        "0000-01-01",
        "2026-02-30",
        "+262142-12-31",
        "-262143-01-01",
        "+262142-12-31T23:59:59Z",
        "-262143-01-01T00:00:00Z",
        "+262142-12-31T23:59:59",
        "-262143-01-01T00:00:00",
        "2026-10-25T01:30:00",
        "2026-03-29T01:30:00",
    ]);
    for json in [SHORT, LAW, RULEBOOK] {
        let file: Value = serde_json::from_str(json).unwrap();
        let mut seen = std::collections::BTreeSet::new();
        let mut vectors = Vec::new();
        for vector in file["vectors"].as_array().unwrap() {
            let part = if vector.get("in").is_some() {
                "in"
            } else {
                "inputs"
            };
            let fields: Vec<&String> = vector[part].as_object().unwrap().keys().collect();
            if !seen.insert(format!("{}{}{fields:?}", vector["rule"], vector["kind"])) {
                continue;
            }
            for with in odd.as_array().unwrap() {
                for input in spoilt(&vector[part], with) {
                    let mut copy = vector.clone();
                    copy[part] = input;
                    vectors.push(copy);
                }
            }
        }
        let count = vectors.len();
        let mut all = file.clone();
        all["vectors"] = Value::Array(vectors);
        let report = run(&all.to_string());
        assert_eq!(
            report.passed + report.failed.len(),
            count,
            "every vector is passed or failed"
        );
    }
}
