//! What holds of any file.

use std::ops::ControlFlow;

use intake::{Plan, Reading, Target, Undated, inspect, read};
use proptest::prelude::*;

use crate::{adds_up, dated_plan, day, fixture, plan, read_with, today};

fn try_read(bytes: &[u8]) -> Option<Reading> {
    let inspection = inspect(bytes).ok()?;
    let mut plan = Plan {
        undated: Undated::On {
            date: day(2026, 10, 1),
        },
        ..inspection.draft()
    };
    if !plan.mapping.has_name() {
        *plan.mapping.columns.first_mut()? = Target::FullName;
    }
    read(bytes, &plan, today(), &mut |_| ControlFlow::Continue(())).ok()
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Za-zÀ-ž' -]{0,14}",
        1 => "[a-z]{1,5}@[a-z]{1,5}\\.(org|com)",
        1 => "\\+?[0-9 ]{5,14}",
        1 => "[-=+@'\"<>&;,|\n\t\r\0\u{200b}]{0,4}[a-z0-9=(]{0,4}",
        1 => "20[0-2][0-9]-[01][0-9]-[0-3][0-9]",
        1 => any::<String>(),
    ]
}

fn written(rows: &[Vec<String>], delimiter: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).expect("a row");
    }
    writer.into_inner().expect("bytes")
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    let headings = [
        "Name",
        "Email",
        "Phone",
        "Job",
        "Status",
        "Applied on",
        "Source",
    ];
    proptest::collection::vec(proptest::collection::vec(cell(), headings.len()), 1..12).prop_map(
        move |mut rows| {
            rows.insert(0, headings.iter().map(|text| (*text).to_owned()).collect());
            rows
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Some(reading) = try_read(&bytes) {
            adds_up(&reading);
        }
    }

    #[test]
    fn any_text_is_survived(text in "(Name|Email|[a-z\",;|\\t\\r\\n=é\0]){0,80}") {
        if let Some(reading) = try_read(text.as_bytes()) {
            adds_up(&reading);
        }
    }

    #[test]
    fn any_table_adds_up(rows in table(), delimiter in prop_oneof![Just(b','), Just(b';'), Just(b'\t'), Just(b'|')]) {
        let bytes = written(&rows, delimiter);
        let reading = try_read(&bytes).expect("a reading");
        adds_up(&reading);
        // Every row is a record, a blank or an instruction.
        prop_assert_eq!(reading.records + reading.blank + reading.instructions, rows.len() - 1);
    }

    #[test]
    fn well_formed_files_read_as_the_csv_crate_reads_them(rows in table()) {
        let bytes = written(&rows, b',');
        let inspection = inspect(&bytes).expect("a table");
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes.as_slice());
        let theirs: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
        let blank = |row: &csv::StringRecord| row.iter().all(|cell| cell.trim().is_empty());
        prop_assert_eq!(inspection.rows, theirs.iter().filter(|row| !blank(row)).count());
    }

    #[test]
    fn utf_16_reads_the_same(rows in table()) {
        let bytes = written(&rows, b',');
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        let other: Vec<u8> = [0xfeff_u16].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let (one, two) = (try_read(&bytes).expect("a reading"), try_read(&other).expect("a reading"));
        prop_assert!(one.people == two.people && one.refused == two.refused);
    }

    #[test]
    fn shuffled_columns_read_the_same(rows in table(), order in Just((0..7).collect::<Vec<usize>>()).prop_shuffle()) {
        let shuffled: Vec<Vec<String>> =
            rows.iter().map(|row| order.iter().map(|at| row[*at].clone()).collect()).collect();
        let one = try_read(&written(&rows, b',')).expect("a reading");
        let two = try_read(&written(&shuffled, b',')).expect("a reading");
        prop_assert!(one.people == two.people && one.refused == two.refused && one.warnings == two.warnings);
    }
}

#[test]
fn a_name_of_marks_alone_is_refused_and_not_lost() {
    let rows = [["Name", "Email"], ["\u{1134b}", ""]].map(|row| row.map(str::to_owned).to_vec());
    let reading = try_read(&written(&rows, b',')).expect("a reading");
    adds_up(&reading);
    assert_eq!(
        reading.refused.len(),
        1,
        "there is no letter in it to find a person by"
    );
}

#[test]
fn windows_1252_reads_as_utf_8_does() {
    let mut text = String::from_utf8(fixture("recruitee.csv")).expect("UTF-8");
    // What the smaller encoding has no letters for is left out of both.
    text.retain(|c| {
        !encoding_rs::WINDOWS_1252
            .encode(c.encode_utf8(&mut [0; 4]))
            .2
    });
    let bytes = encoding_rs::WINDOWS_1252.encode(&text).0.into_owned();
    let one = read_with(text.as_bytes(), &dated_plan(text.as_bytes()));
    let two = read_with(&bytes, &dated_plan(&bytes));
    assert_eq!(two.encoding, intake::Encoding::Windows1252);
    assert!(one.people == two.people);
    assert!(!one.people.is_empty());
}

#[test]
fn shuffled_fixtures_read_the_same() {
    for name in ["opencats.csv", "odoo.csv", "indeed.csv"] {
        let bytes = fixture(name);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes));
        let rows: Vec<Vec<String>> = reader
            .records()
            .map(|row| {
                row.expect("a row")
                    .iter()
                    .rev()
                    .map(str::to_owned)
                    .collect()
            })
            .collect();
        let reversed = written(&rows, b';');
        let (one, two) = (
            read_with(&bytes, &plan(&bytes)),
            read_with(&reversed, &plan(&reversed)),
        );
        assert_eq!(
            (one.layout, one.records, one.people_in_file),
            (two.layout, two.records, two.people_in_file)
        );
        assert!(one.refused == two.refused && one.past_retention == two.past_retention);
    }
}
