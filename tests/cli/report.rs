//! `report` and `verify report`: a report that was tampered with, cut short, of another store, or none at all.

use std::path::{Path, PathBuf};

use crate::support::{CHECK, DONE, FILE, Home, USAGE, day, run};

const FORMS: [&str; 3] = ["pdf", "csv", "json"];

/// A store where everybody was erased, and the report of it in every form.
fn reported() -> (Home, Vec<PathBuf>) {
    let home = Home::sample().signed_in_as_sample_hr();
    let later = day(400).to_string();
    let swept = home.ask(["sweep", "--as-of", &later]);
    assert!(swept["verified"] == true, "{swept}");
    let files = FORMS
        .iter()
        .map(|form| {
            let out = home.around.path().join(format!("report.{form}"));
            let path = out.to_str().expect("text");
            home.run(["report", "last", "--out", path]).done();
            out
        })
        .collect();
    (home, files)
}

fn verify(file: &Path) -> (i32, String) {
    let answer = run([
        "verify".as_ref(),
        "report".as_ref(),
        file.as_os_str(),
        "--json".as_ref(),
    ]);
    let standing = answer.json()["standing"]
        .as_str()
        .expect("a word")
        .to_owned();
    (answer.code, standing)
}

fn verify_with(home: &Home, file: &Path) -> (i32, String) {
    let mut arguments = home.named();
    arguments.extend([
        "verify".into(),
        "report".into(),
        file.into(),
        "--json".into(),
    ]);
    let answer = run(arguments);
    let standing = answer.json()["standing"]
        .as_str()
        .expect("a word")
        .to_owned();
    (answer.code, standing)
}

#[test]
fn a_report_as_it_was_made_is_genuine_with_its_store_and_whole_without() {
    let (home, files) = reported();
    for file in &files {
        assert_eq!(verify(file), (DONE, "whole".to_owned()), "{file:?}");
        assert_eq!(
            verify_with(&home, file),
            (DONE, "genuine".to_owned()),
            "{file:?}"
        );
    }
    let said = run(["verify".as_ref(), "report".as_ref(), files[0].as_os_str()])
        .done()
        .out;
    for words in [
        "The report is as it was made.",
        "Report: E-0001",
        "Signed by: ",
        "Fingerprint of the key: ",
    ] {
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn a_report_of_another_store_is_called_that() {
    let (_home, files) = reported();
    let other = Home::empty();
    for file in &files {
        assert_eq!(
            verify_with(&other, file),
            (CHECK, "other-store".to_owned()),
            "{file:?}"
        );
    }
}

#[test]
fn a_change_of_any_byte_is_noticed() {
    let (home, files) = reported();
    for file in &files {
        let bytes = std::fs::read(file).expect("a report");
        // The program is started for each: some thirty places all over the file, its first and last bytes among them.
        let step = (bytes.len() / 30).max(1);
        for place in (0..bytes.len()).step_by(step).chain([bytes.len() - 1]) {
            let mut changed = bytes.clone();
            changed[place] ^= 0x01;
            let changed = home.file("changed", changed);
            let (code, standing) = verify(&changed);
            assert!(
                [CHECK, FILE].contains(&code) && standing != "whole",
                "byte {place} of {file:?}: {code} {standing}"
            );
        }
        let mut longer = bytes.clone();
        longer.extend(b"\n% more\n%%EOF\n");
        assert_eq!(verify(&home.file("longer", longer)).0, CHECK, "{file:?}");
    }
}

#[test]
fn a_report_that_was_cut_short_is_called_that() {
    let (home, files) = reported();
    for file in &files {
        let bytes = std::fs::read(file).expect("a report");
        for part in [4, 2] {
            let cut = home.file("cut", &bytes[..bytes.len() - bytes.len() / part]);
            assert_eq!(verify(&cut), (CHECK, "truncated".to_owned()), "{file:?}");
        }
        let cut = home.file("cut", &bytes[..bytes.len() - 3]);
        assert_eq!(verify(&cut), (CHECK, "truncated".to_owned()), "{file:?}");
    }
}

#[test]
fn a_report_signed_anew_by_a_stranger_is_not_of_the_store() {
    let (home, files) = reported();
    // The same report by another store's key, under this store's name, cannot be made with this program: what can be
    // is a proof of one report put into another.
    let (pdf, csv) = (
        std::fs::read(&files[0]).expect("a report"),
        std::fs::read(&files[1]).expect("a report"),
    );
    let proof = |file: &[u8]| {
        let text = String::from_utf8_lossy(file).into_owned();
        let start = text.find("fairhold-proof-1:").expect("a proof");
        let rest = &text[start..];
        rest[..rest.find(['\n', '\r', '"']).expect("its end")].to_owned()
    };
    let swapped = String::from_utf8(csv.clone())
        .expect("text")
        .replace(&proof(&csv), &proof(&pdf));
    assert_eq!(
        verify(&home.file("swapped", swapped)),
        (CHECK, "changed".to_owned())
    );
}

#[test]
fn what_is_no_report_is_called_that() {
    let home = Home::bare();
    let pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n";
    for (name, bytes) in [
        ("a.txt", "Dear all,\n"),
        ("b.json", "{}"),
        ("c.pdf", pdf),
        ("d", ""),
    ] {
        assert_eq!(
            verify(&home.file(name, bytes)),
            (FILE, "not-a-report".to_owned()),
            "{name}"
        );
    }
    let absent = home.around.path().join("absent.pdf");
    let answer = run(["verify".as_ref(), "report".as_ref(), absent.as_os_str()]);
    assert_eq!(answer.code, FILE, "{answer:?}");
}

#[test]
fn a_report_is_saved_only_where_nothing_is_and_only_of_what_there_is() {
    let home = Home::sample().signed_in_as_sample_hr();
    let there = home.file("there.pdf", "mine");
    let path = there.to_str().expect("text");
    assert_eq!(home.run(["report", "schedule", "--out", path]).code, USAGE);
    assert_eq!(
        std::fs::read(&there).expect("a file"),
        b"mine",
        "left as it was"
    );
    let fresh = home.around.path().join("fresh.pdf");
    let path = fresh.to_str().expect("text");
    home.run(["report", "last", "--out", path])
        .says(USAGE, "Nothing has been erased yet, so there is no report.");
    home.run(["report", "schedule", "--out", "fresh.doc"]).says(
        USAGE,
        "Name a file that ends in .pdf, .csv or .json, or say which with --form.",
    );
    home.run(["report", "schedule"])
        .says(USAGE, "Say where to save it, with --out FILE.");
    home.run([
        "report",
        "period",
        "2026-01-01",
        "2026-12-31",
        "--out",
        path,
    ])
    .done();
    assert_eq!(verify(&fresh), (DONE, "whole".to_owned()));
}
