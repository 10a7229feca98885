//! Usage, help, and the shape of every answer.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::{DONE, FILE, Home, USAGE, applicants, day, fixture, run, run_with};

#[test]
fn help_documents_every_exit_code() {
    let help = run(["--help"]).done().out;
    for code in [
        "0  done",
        "1  refused",
        "2  the command line",
        "3  the store",
        "4  the file",
        "5  a check",
    ] {
        assert!(help.contains(code), "{code} is documented:\n{help}");
    }
}

#[test]
fn a_command_line_that_is_wrong_says_how() {
    for arguments in [
        &[][..],
        &["frobnicate"],
        &["import"],
        &["import", "people.csv", "--as-of", "2026-11-23"],
        &["retention", "--as-of", "yesterday"],
        &["retention", "--as-of", "2026-02-30"],
        &["demo"],
        &["demo", "--people", "-1"],
        &["verify"],
    ] {
        let answer = run(arguments);
        assert_eq!(answer.code, USAGE, "{arguments:?}: {answer:?}");
        assert_eq!(
            answer.out, "",
            "{arguments:?}: messages go to standard error"
        );
        assert!(
            answer.err.contains("--help") || answer.err.contains("Usage"),
            "{answer:?}"
        );
    }
    run(["search", "ann"]).says(USAGE, "Name the store's folder with --store DIR.");
    let home = Home::bare();
    home.run(["init", "--name", " "])
        .says(USAGE, "--name is empty.");
}

#[test]
fn every_answer_is_one_json_value_of_a_known_shape() {
    let home = Home::empty();
    let people = home.file("people.csv", applicants(&["Ann Lee,ann@example.org,,Cook"]));
    let import = "added applications bad_email empty formula import joined layout not_to_approach past_retention people \
                  refused repeats rows vacancies";
    shaped(&home.import(&people), import);
    shaped(&home.ask(["use-key-copy"]), "store");
    shaped(&home.ask(["search", "ann"]), "rows total");
    shaped(
        &home.ask(["search", "ann"])["rows"][0],
        "candidate email name",
    );
    shaped(&home.ask(["retention"]), "as_of due kept parts rows");
    shaped(
        &home.ask(["sweep", "--dry-run"]),
        "as_of due kept parts rows",
    );
    shaped(
        &home.ask(["sweep"]),
        "at daysLate dueSince elsewhere erasure files found kept left pages parts partsByClass people recipients rules searched verified",
    );
    shaped(
        &home.ask(["verify", "store"]),
        "faults journal_entries journal_head sound",
    );
    let sample = Home::sample();
    let later = day(400).to_string();
    shaped(
        &sample.ask(["retention", "--as-of", &later])["rows"][0],
        "candidate erase_on rule sentence",
    );
    let bare = Home::bare();
    shaped(&bare.ask(["init"]), "account store");
    let odoo = fixture("imports/odoo.csv");
    let dry = run([
        "--json".as_ref(),
        "import".as_ref(),
        odoo.as_os_str(),
        "--dry-run".as_ref(),
    ]);
    let dry = dry.done().json();
    shaped(
        &dry,
        "bad_email empty formula layout past_retention people refused repeats rows",
    );
    shaped(&dry["refused"][0], "code reason row");
    let rules = fixture("rules/vectors.json");
    shaped(
        &run([
            "--json".as_ref(),
            "rules".as_ref(),
            "check".as_ref(),
            rules.as_os_str(),
        ])
        .done()
        .json(),
        "failed passed",
    );
}

#[test]
fn a_failure_under_json_is_still_a_sentence_on_standard_error() {
    let home = Home::bare();
    let file = home.file("nothing.csv", "");
    let answer = run([
        "--json".as_ref(),
        "import".as_ref(),
        file.as_os_str(),
        "--dry-run".as_ref(),
    ]);
    answer.says(
        FILE,
        "The file is empty; nothing was imported; export it again from the other system and choose the new file.",
    );
}

#[test]
fn a_dry_run_needs_neither_store_nor_passphrase() {
    let odoo = fixture("imports/odoo.csv");
    let answer = run_with(
        ["import".as_ref(), odoo.as_os_str(), "--dry-run".as_ref()],
        "",
    );
    assert_eq!(answer.code, DONE, "{answer:?}");
    assert!(
        answer.out.starts_with("Layout odoo: 600 rows, "),
        "{}",
        answer.out
    );
}

fn shaped(value: &Value, wanted: &str) {
    let found: BTreeSet<&str> = value
        .as_object()
        .unwrap_or_else(|| panic!("an object: {value}"))
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        found,
        wanted.split_whitespace().collect(),
        "scripts rely on these names: {value}"
    );
}
