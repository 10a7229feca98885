//! Search, retention, sweep, demo and verify: what is kept, what goes, and the proof of it.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::support::{Home, day, fixture, number};

#[test]
fn what_a_sweep_erases_is_found_by_no_search_afterwards() {
    let home = Home::sample();
    let later = day(400).to_string();
    let everyone = people(&home);
    let listed = home.ask(["retention", "--as-of", &later]);
    let due: Vec<&str> = listed["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| row["candidate"].as_str().expect("an id"))
        .collect();
    assert!(
        due.len() > 10 && due.len() < 60,
        "some are due and some stay: {}",
        due.len()
    );
    let gone = everyone
        .get(due[0])
        .expect("someone the search knows")
        .clone();
    assert_eq!(home.found(&gone), 1, "{gone} is here");
    let receipt = home.ask(["sweep", "--as-of", &later]);
    assert_eq!(
        number(&receipt, "people"),
        count(&due),
        "everyone who is due: {receipt}"
    );
    assert_eq!(
        (number(&receipt, "found"), &receipt["verified"]),
        (0, &Value::Bool(true)),
        "and nothing is left of them: {receipt}"
    );
    assert_eq!(home.found(&gone), 0, "{gone} is gone");
    home.holds(60 - count(&due));
    let again = home.ask(["sweep", "--as-of", &later]);
    assert_eq!(
        number(&again, "people"),
        0,
        "a second sweep finds nobody: {again}"
    );
}

#[test]
fn a_big_sweep_after_an_import_and_a_small_one_leaves_nothing_and_raises_no_false_alarm() {
    let home = Home::bare();
    home.run(["demo", "--people", "500", "--seed", "1"]).done();
    let home = home.signed_in_as_sample_hr();
    home.import(&fixture("imports/odoo.csv"));
    // One person alone may not erase so many at once; the schedule may.
    let credential = home.around.path().join("credential");
    let credential = credential.to_string_lossy();
    home.run(["timer", "allow", "--credential", &credential])
        .done();
    let on_schedule = ["sweep", "--timer", "--credential", &credential];
    for sweep in [
        &on_schedule[..],
        &["sweep", "--as-of", &day(14).to_string()],
    ] {
        let receipt = home.ask(sweep);
        assert!(number(&receipt, "people") > 0, "somebody went: {receipt}");
        assert_eq!(
            (number(&receipt, "found"), &receipt["verified"]),
            (0, &Value::Bool(true)),
            "and nothing is left of them: {receipt}"
        );
    }
}

#[test]
fn a_dry_sweep_says_who_would_go_and_changes_nobody() {
    let home = Home::sample();
    let later = day(400).to_string();
    let before = people(&home);
    let dry = home.ask(["sweep", "--as-of", &later, "--dry-run"]);
    let listed = home.ask(["retention", "--as-of", &later]);
    assert_eq!(dry, listed, "the dry run is the list");
    assert!(number(&dry, "due") > 0, "there is somebody to go");
    assert_eq!(people(&home), before, "and nobody went");
}

#[test]
fn a_list_of_who_is_due_names_the_rule_and_nobody() {
    let home = Home::sample();
    let later = day(400).to_string();
    let everyone = people(&home);
    let answer = home.run(["retention", "--as-of", &later]).done();
    let first = answer.out.lines().next().expect("a line");
    assert!(
        first.ends_with(&format!("people are due for erasure on {later}.")),
        "{first}"
    );
    for name in everyone.values() {
        let name = name.split('@').next().expect("a name");
        assert!(
            !answer.out.contains(name),
            "what a timer prints ends up in a log, where {name} has no place"
        );
    }
    let listed = home.ask(["retention", "--as-of", &later]);
    for row in listed["rows"].as_array().expect("rows") {
        assert!(
            row["rule"]
                .as_str()
                .is_some_and(|rule| rule.starts_with("RET-")),
            "each under its rule: {row}"
        );
        assert!(
            row["sentence"]
                .as_str()
                .is_some_and(|text| text.ends_with('.')),
            "in a sentence: {row}"
        );
    }
}

#[test]
fn a_search_lists_no_more_than_it_is_asked_for_and_counts_them_all() {
    let home = Home::sample();
    let few = home.ask(["search", "", "--limit", "7"]);
    assert_eq!(
        (number(&few, "total"), few["rows"].as_array().map(Vec::len)),
        (60, Some(7)),
        "the first seven of sixty"
    );
    assert_eq!(
        home.found("nobodyiscalledthis"),
        0,
        "and none where there is none"
    );
    let lines = home.run(["search", "nobodyiscalledthis"]).done().out;
    assert_eq!(lines, "0 found.\n", "as a person reads it");
}

#[test]
fn the_same_seed_makes_the_same_people() {
    let made = |seed: &str| {
        let home = Home::bare();
        home.run(["demo", "--people", "60", "--seed", seed]).done();
        home
    };
    let (one, other) = (made("1"), made("2"));
    let names = |answer: &Value| -> Vec<String> {
        answer["rows"]
            .as_array()
            .expect("rows")
            .iter()
            .map(|row| format!("{} {}", row["name"], row["email"]))
            .collect()
    };
    let list = |home: &Home| {
        let mut arguments = home.named();
        arguments.extend([
            "--account".into(),
            "Alex Example (HR)".into(),
            "--json".into(),
        ]);
        arguments.extend([
            "search".into(),
            String::new().into(),
            "--limit".into(),
            "100".into(),
        ]);
        names(&crate::support::run(arguments).done().json())
    };
    let first = names(&Home::sample().ask(["search", "", "--limit", "100"]));
    assert_eq!(first.len(), 60, "as many as were asked for");
    assert_eq!(list(&one), first, "seed 1 is seed 1");
    assert_ne!(list(&other), first, "seed 2 is another organisation");
}

#[test]
fn a_store_that_was_changed_from_outside_does_not_verify() {
    let mut found = 0;
    for quarter in 1..=4 {
        let home = Home::sample();
        let path = home.store().join("fairhold.db");
        let mut bytes = std::fs::read(&path).expect("a database");
        let pages = bytes.len() / 4096;
        let page = pages * quarter / 4 - 1;
        bytes[page * 4096 + 100] ^= 1;
        std::fs::write(&path, bytes).expect("written");
        let answer = home.run(["verify", "store"]);
        if answer.code == crate::support::STORE {
            // A page that signing in reads, or asking whether this person may verify.
            let sentences = [
                "The database is damaged. Nothing was changed: bring back a backup of this store.",
                "A page of the database is damaged. Nothing was written: stop using this store and bring back a backup.",
            ];
            assert!(
                sentences
                    .iter()
                    .any(|sentence| answer.err == format!("fairhold-cli: {sentence}\n")),
                "page {page} of {pages}: {answer:?}"
            );
            continue;
        }
        found += 1;
        assert_eq!(
            (answer.code, answer.err.as_str()),
            (crate::support::CHECK, ""),
            "page {page} of {pages}, a failed check: {answer:?}"
        );
        assert!(
            answer
                .out
                .contains("FAULT: 1 page of the database is damaged.\n"),
            "which says what it is: {answer:?}"
        );
        assert!(
            answer.out.ends_with("The store does not verify.\n"),
            "and what that means: {answer:?}"
        );
    }
    assert!(found > 0, "one of them is not read by signing in");
}

fn count(people: &[&str]) -> u64 {
    u64::try_from(people.len()).expect("a small number")
}

/// Everyone in the store: their ids, with what only they are found by.
fn people(home: &Home) -> BTreeMap<String, String> {
    home.ask(["search", "", "--limit", "1000"])["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| {
            let text = |field: &str| row[field].as_str().expect("text").to_owned();
            (text("candidate"), text("email"))
        })
        .collect()
}
