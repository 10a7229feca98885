//! The dated examples, and files that are none.

use crate::support::{CHECK, FILE, Home, fixture, number, run};

#[test]
fn every_dated_example_holds() {
    for (name, vectors) in [
        ("vectors", 188),
        ("vectors-law", 132),
        ("vectors-rulebook", 74),
    ] {
        let file = fixture(&format!("rules/{name}.json"));
        let report = run([
            "--json".as_ref(),
            "rules".as_ref(),
            "check".as_ref(),
            file.as_os_str(),
        ])
        .done()
        .json();
        assert_eq!(
            (
                number(&report, "passed"),
                report["failed"].as_array().map(Vec::len)
            ),
            (vectors, Some(0)),
            "{name}: {}",
            report["failed"]
        );
    }
}

#[test]
fn an_example_that_does_not_hold_is_printed_with_its_difference() {
    let home = Home::bare();
    let text = std::fs::read_to_string(fixture("rules/vectors.json")).expect("vectors");
    let mut vectors: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let changed = change_first_day(&mut vectors["vectors"]);
    assert!(changed, "there is a day to change");
    let file = home.file("wrong.json", vectors.to_string());
    let answer = run(["rules".as_ref(), "check".as_ref(), file.as_os_str()]);
    assert_eq!(answer.code, CHECK, "a failed check: {answer:?}");
    assert_eq!(answer.err, "", "the differences are the answer");
    assert!(
        answer.out.contains("should be 1999-01-01, is ")
            || answer.out.contains("should be \"1999-01-01\", is "),
        "what it should be and what it is: {}",
        answer.out
    );
    assert!(
        answer.out.ends_with("187 passed, 1 failed\n"),
        "and the count: {}",
        answer.out
    );
}

#[test]
fn a_file_of_something_else_is_not_taken_for_examples() {
    let home = Home::bare();
    let cases = [
        ("empty", ""),
        ("no JSON", "when a person applies …"),
        ("half of it", "{\"format\": 1, \"vectors\": ["),
        ("another JSON", "[1, 2, 3]"),
        ("no vectors in it", "{\"format\": 1}"),
    ];
    for (what, text) in cases {
        let file = home.file("odd.json", text);
        let answer = run(["rules".as_ref(), "check".as_ref(), file.as_os_str()]);
        assert_eq!(answer.code, FILE, "{what}: {answer:?}");
        assert_eq!(answer.out, "", "{what}: messages go to standard error");
        assert!(
            answer
                .err
                .starts_with("fairhold-cli: The file holds no vectors this program reads: ")
                && answer.err.ends_with(".\n"),
            "{what}: {answer:?}"
        );
    }
    let absent = home.around.path().join("absent.json");
    run(["rules".as_ref(), "check".as_ref(), absent.as_os_str()]).says(
        FILE,
        &format!("{} is not there. Nothing was changed.", absent.display()),
    );
    run([
        "rules".as_ref(),
        "check".as_ref(),
        home.around.path().as_os_str(),
    ])
    .says(
        FILE,
        &format!(
            "{} is a folder, not a file. Nothing was changed.",
            home.around.path().display()
        ),
    );
    let wide = home.file("wide.json", [0xff, 0xfe, 0x7b, 0x00]);
    run(["rules".as_ref(), "check".as_ref(), wide.as_os_str()]).says(
        FILE,
        &format!(
            "{} is not text in UTF-8. Nothing was changed.",
            wide.display()
        ),
    );
}

#[test]
fn an_example_of_a_kind_nobody_knows_does_not_hold() {
    let home = Home::bare();
    let file = home.file(
        "odd.json",
        "{\"format\": 1, \"vectors\": [{\"kind\": \"zodiac\"}]}",
    );
    let answer = run(["rules".as_ref(), "check".as_ref(), file.as_os_str()]);
    assert_eq!(answer.code, CHECK, "it is not passed over: {answer:?}");
    assert!(
        answer.out.ends_with("0 passed, 1 failed\n"),
        "{}",
        answer.out
    );
}

/// Puts a day that never comes out in the first expectation that has one.
fn change_first_day(vectors: &mut serde_json::Value) -> bool {
    vectors
        .as_array_mut()
        .into_iter()
        .flatten()
        .filter_map(|vector| vector["expect"].as_object_mut())
        .flat_map(|expect| expect.values_mut())
        .find(|value| {
            value
                .as_str()
                .is_some_and(|text| text.len() == 10 && text.as_bytes()[4] == b'-')
        })
        .map(|value| *value = "1999-01-01".into())
        .is_some()
}
