//! How long a large file takes. Only worth running in release: `cargo test --release -p intake -- --ignored`.

use std::fmt::Write as _;
use std::time::Instant;

use crate::{adds_up, plan, read_with};

/// 100,000 rows in Odoo's layout, one in ten a repeat.
fn large() -> String {
    let mut text = "\"Subject / Application\",\"Applicant's Name\",\"Email\",\"Phone\",\"Mobile\",\"Applied Job\",\"Stage\",\
        \"Tags\",\"Refuse Reason\",\"Applied on\",\"Last Stage Update\",\"Description\"\r\n"
        .to_owned();
    for at in 0..100_000 {
        let who = if at % 10 == 0 { at / 2 } else { at };
        writeln!(
            text,
            "\"Cook / x\",\"Given{who} van der Family{who}\",\"p{who}@example.org\",\"\",\"'+44 7{who:09}\",\"Cook\",\
             \"Interview\",\"CV Library\",\"\",\"2026-10-13 08:01:02\",\"\",\"<p>Some text of the usual length, \
             such as an application has, with a word or two more.</p><ul><li>one</li></ul>\"\r"
        )
        .expect("text");
    }
    text
}

#[test]
#[ignore = "measures"]
fn a_hundred_thousand_rows_within_two_seconds() {
    let text = large();
    let bytes = text.as_bytes();
    let began = Instant::now();
    let bare = csv::Reader::from_reader(bytes)
        .records()
        .map_while(Result::ok)
        .count();
    let bare_took = began.elapsed();
    let began = Instant::now();
    let plan = plan(bytes);
    let inspected = began.elapsed();
    let began = Instant::now();
    let reading = read_with(bytes, &plan);
    let took = began.elapsed();
    adds_up(&reading);
    assert_eq!((bare, reading.records), (100_000, 100_000));
    assert!(
        (took + inspected).as_millis() < 2000,
        "csv alone {bare_took:?}, inspect {inspected:?}, read {took:?}, {} people",
        reading.people.len()
    );
}
