//! The bad files an import must meet: each a plain sentence or a refused row, never a loss.

use std::fmt::Write as _;
use std::io;
use std::ops::ControlFlow;

use intake::{Encoding, FileKind, IntakeError, Plan, Reason, Target, Warning, inspect, read};

use crate::{adds_up, dated_plan, failure, fixture, look, plan, read_with, take, today};

#[test]
fn files_that_are_no_table() {
    let cases: [(&[u8], IntakeError); 12] = [
        (b"", IntakeError::Empty),
        (b" \r\n\n  ", IntakeError::Empty),
        (b"\xef\xbb\xbf", IntakeError::Empty),
        (b"\0\0\0\0\0\0", IntakeError::Empty),
        (b"%PDF-1.7\n", IntakeError::NotText(FileKind::Pdf)),
        (b"PK\x03\x04rest", IntakeError::NotText(FileKind::Zip)),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            IntakeError::NotText(FileKind::OldOffice),
        ),
        (b"\x89PNG\r\n", IntakeError::NotText(FileKind::Picture)),
        (
            b"<!DOCTYPE html><table>",
            IntakeError::NotText(FileKind::WebPage),
        ),
        (b"[{\"name\": 1}]", IntakeError::NotText(FileKind::Json)),
        (
            b"SQLite format 3\0....",
            IntakeError::NotText(FileKind::Database),
        ),
        (
            b"\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f",
            IntakeError::NotText(FileKind::Binary),
        ),
    ];
    for (bytes, error) in cases {
        assert_eq!(failure(bytes), error);
        let words = error.to_string();
        assert!(words.contains("nothing was imported"), "{words}");
        assert!(error.code().starts_with("intake-"));
    }
}

#[test]
fn a_folder_and_a_missing_file() {
    let error = |kind| IntakeError::from_io(&io::Error::from(kind));
    assert_eq!(error(io::ErrorKind::IsADirectory), IntakeError::Directory);
    assert_eq!(error(io::ErrorKind::NotFound), IntakeError::NotFound);
    assert_eq!(
        error(io::ErrorKind::PermissionDenied),
        IntakeError::NotReadable
    );
    assert_eq!(error(io::ErrorKind::UnexpectedEof), IntakeError::ReadFailed);
}

#[test]
fn no_heading() {
    let text = "Jane Smith,a@example.org,Cook\nJohn Green,b@example.org,Cook\n";
    assert_eq!(failure(text.as_bytes()), IntakeError::NoHeading);
    let inspection = look(text);
    assert_eq!((inspection.sample.len(), inspection.rows), (2, 2));
    let mut plan = Plan {
        undated: intake::Undated::On {
            date: crate::day(2026, 10, 1),
        },
        ..inspection.draft()
    };
    plan.mapping.columns = vec![Target::FullName, Target::Email, Target::Vacancy];
    let reading = read_with(text.as_bytes(), &plan);
    assert_eq!((reading.taken, reading.people[0].rows[0]), (2, 1));
}

#[test]
fn headings_without_a_name() {
    assert_eq!(
        failure(b"Email,Phone,Job\na@example.org,,Cook\n"),
        IntakeError::NoNameColumn
    );
}

#[test]
fn a_mapping_of_another_file() {
    let text = "Name,Email,Job\nJane Smith,a@example.org,Cook\n";
    let mut plan = dated_plan(text.as_bytes());
    plan.mapping.columns.push(Target::Phone);
    let result = read(text.as_bytes(), &plan, today(), &mut |_| {
        ControlFlow::Continue(())
    });
    assert_eq!(result.map(|_| ()), Err(IntakeError::MappingDoesNotFit));
}

#[test]
fn nul_bytes() {
    let text =
        "Name,Email,Job\nJane\0 Smith,a@example.org\0,Cook\nJohn Green,b@example.org,Co\0ok\n";
    let reading = take(text);
    adds_up(&reading);
    assert_eq!(
        (
            reading.taken,
            reading.warnings.of(Warning::ControlCharacters)
        ),
        (2, 2)
    );
    assert_eq!(reading.people[0].details.name.full(), "Jane Smith");
    assert_eq!(
        reading.people[1].applications[0].vacancy_title.as_str(),
        "Cook"
    );
}

#[test]
fn a_cell_of_two_megabytes_costs_its_row() {
    for cell in [
        "x".repeat(2 << 20),
        format!("\"{}\"", "x\n".repeat(1 << 20)),
        format!("\"{}\"", "\"\"".repeat(2 << 20)),
    ] {
        let text = format!(
            "Name,Email,Notes,Job\nJane Smith,a@example.org,{cell},Cook\nJohn Green,b@example.org,,Cook\n"
        );
        let reading = take(&text);
        adds_up(&reading);
        assert_eq!(
            reading.refused,
            [intake::Refused {
                row: 2,
                reason: Reason::CellTooLarge
            }]
        );
        assert_eq!(reading.taken, 1);
    }
}

#[test]
fn too_many_columns() {
    let headings: String = (0..250).fold("Name,Email".to_owned(), |mut text, at| {
        write!(text, ",c{at}").expect("text");
        text
    });
    assert_eq!(
        failure(format!("{headings}\nJane,a@example.org\n").as_bytes()),
        IntakeError::TooManyColumns
    );
    let reading = take(&format!(
        "Name,Email,Job\nJane Smith,a@example.org,Cook{}x\n",
        ",".repeat(500_000)
    ));
    assert_eq!(reading.refused.len(), 1);
}

#[test]
fn too_many_rows() {
    let text = format!("Name,Email\n{}", "a,b\n".repeat(1_000_001));
    assert_eq!(
        inspect(text.as_bytes()).map(|_| ()),
        Err(IntakeError::TooManyRows)
    );
}

#[test]
fn too_large_a_file() {
    let bytes = vec![b'a'; intake::LARGEST_FILE + 1];
    assert_eq!(inspect(&bytes).map(|_| ()), Err(IntakeError::TooLarge));
}

#[test]
fn an_open_quotation_mark_costs_its_row() {
    let text = "Name,Email,Job\n\"Jane Smith,a@example.org,Cook\nJohn Green,b@example.org,Cook\n\
        \"Joan Black\",\"c@example.org\",\"Cook\"\nEve \"Evi\" White,d@example.org,Cook\n";
    let reading = take(text);
    adds_up(&reading);
    assert_eq!(
        reading.refused,
        [intake::Refused {
            row: 2,
            reason: Reason::UnclosedQuote
        }]
    );
    assert_eq!(reading.taken, 3);
    let last = "Name,Email,Job\nJohn Green,b@example.org,Cook\nJane Smith,a@example.org,\"Cook\n";
    assert_eq!(
        take(last).refused,
        [intake::Refused {
            row: 3,
            reason: Reason::UnclosedQuote
        }]
    );
}

#[test]
fn missing_and_extra_cells() {
    let text = "Name,Email,Job,Notes\nJane Smith,a@example.org,Cook\nJohn Green,b@example.org,Cook,,,\n\
        Joan Black,c@example.org,Cook,one,two\nAnn Lee,d@example.org,Cook,\n";
    let reading = take(text);
    adds_up(&reading);
    assert_eq!(
        reading.refused,
        [intake::Refused {
            row: 4,
            reason: Reason::ExtraCells
        }]
    );
    assert_eq!(reading.taken, 3);
}

#[test]
fn blank_rows_are_no_records() {
    let reading = take("Name,Email,Job\n\n,,\nJane Smith,a@example.org,Cook\n\n\n , ,\n");
    assert_eq!(
        (reading.records, reading.blank, reading.people[0].rows[0]),
        (1, 5, 4)
    );
}

#[test]
fn duplicate_headings() {
    let reading = take("Name,Email,Email,Job,Job\nJane Smith,a@example.org,b@example.org,,Cook\n");
    assert_eq!(reading.people[0].keys.emails.len(), 2);
    assert_eq!(
        reading.people[0].applications[0].vacancy_title.as_str(),
        "Cook"
    );
}

#[test]
fn every_separator_and_line_end() {
    let rows = [
        ["Name", "Email", "Job"],
        ["Jane Smith", "a@example.org", "Cook, Baker | Clerk; all"],
    ];
    for separator in [",", ";", "\t", "|"] {
        for end in ["\r\n", "\n", "\r"] {
            let lines: Vec<String> = rows
                .iter()
                .map(|row| row.map(|cell| format!("\"{cell}\"")).join(separator))
                .collect();
            let reading = take(&(lines.join(end) + end));
            assert_eq!(
                reading.people[0].applications[0].vacancy_title.as_str(),
                rows[1][2],
                "{separator:?} {end:?}"
            );
        }
    }
}

#[test]
fn windows_1252() {
    let text = "Name,Email,Job\nZoë Müller,a@example.org,Policy Officer – Housing\nRené Ó Briain,b@example.org,Café “Chef”\n";
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(text);
    assert!(!lost);
    let reading = read_with(&bytes, &dated_plan(&bytes));
    assert_eq!(reading.encoding, Encoding::Windows1252);
    assert_eq!(reading.people[0].details.name.full(), "Zoë Müller");
    assert_eq!(
        reading.people[0].applications[0].vacancy_title.as_str(),
        "Policy Officer – Housing"
    );
    // One accent in the whole file is little to go by.
    let (bytes, _, _) =
        encoding_rs::WINDOWS_1252.encode("Name,Email,Job\nZoë Smith,a@example.org,Cook\n");
    assert_eq!(
        read_with(&bytes, &dated_plan(&bytes)).people[0]
            .details
            .name
            .full(),
        "Zoë Smith"
    );
}

fn utf16(text: &str, low_first: bool, mark: bool) -> Vec<u8> {
    let units = mark
        .then_some(0xfeff_u16)
        .into_iter()
        .chain(text.encode_utf16());
    units
        .flat_map(|unit| {
            if low_first {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            }
        })
        .collect()
}

#[test]
fn utf_16() {
    let text = "Name,Email,Job\nŠtěpán Žák,a@example.org,Policy Officer – Housing\n";
    for (low_first, mark) in [(true, true), (true, false), (false, true), (false, false)] {
        let bytes = utf16(text, low_first, mark);
        let reading = read_with(&bytes, &dated_plan(&bytes));
        assert_eq!(
            reading.encoding,
            if low_first {
                Encoding::Utf16Le
            } else {
                Encoding::Utf16Be
            }
        );
        assert_eq!(reading.people[0].details.name.full(), "Štěpán Žák");
    }
}

#[test]
fn damaged_utf_8_keeps_its_accents() {
    let mut bytes = b"Name,Email,Job\n".to_vec();
    for at in 0..20 {
        bytes.extend(format!("Zoë Müller{at},m{at}@example.org,Cook\n").bytes());
    }
    bytes.extend(b"Ann\xc3 Lee,l@example.org,Cook\n");
    let reading = read_with(&bytes, &dated_plan(&bytes));
    assert_eq!(reading.encoding, Encoding::Utf8);
    assert_eq!(
        reading.people[0]
            .details
            .name
            .given
            .as_ref()
            .expect("a name")
            .as_str(),
        "Zoë"
    );
}

#[test]
fn fixtures_in_every_encoding() {
    let bytes = fixture("indeed.csv");
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    let first = read_with(&bytes, &plan(&bytes));
    for other in [
        utf16(text.trim_start_matches('\u{feff}'), true, true),
        utf16(text.trim_start_matches('\u{feff}'), false, false),
    ] {
        let again = read_with(&other, &plan(&other));
        assert!(first.people == again.people && first.refused == again.refused);
    }
}

#[test]
fn fifty_five_thousand_rows() {
    let mut text = "Name,Email,Phone,Job\n".to_owned();
    for at in 0..55_000 {
        writeln!(
            text,
            "Given{at} Family{at},p{at}@example.org,07{at:09},Cook"
        )
        .expect("text");
    }
    let mut looks = 0;
    let reading = read(
        text.as_bytes(),
        &dated_plan(text.as_bytes()),
        today(),
        &mut |seen| {
            looks += 1;
            assert!(seen.bytes <= seen.of_bytes);
            ControlFlow::Continue(())
        },
    );
    let reading = reading.expect("a reading");
    adds_up(&reading);
    assert_eq!((reading.records, reading.people.len()), (55_000, 55_000));
    assert_eq!(looks, 56);
}

#[test]
fn stopped_half_way() {
    let text = format!(
        "Name,Email,Job\n{}",
        "Jane Smith,a@example.org,Cook\n".repeat(5000)
    );
    let mut looks = 0;
    let result = read(
        text.as_bytes(),
        &dated_plan(text.as_bytes()),
        today(),
        &mut |_| {
            looks += 1;
            if looks == 2 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        },
    );
    assert_eq!(result.map(|_| ()), Err(IntakeError::Cancelled));
    assert_eq!(looks, 2);
}

#[test]
fn nothing_of_the_file_in_debug() {
    let text = "Name,Email,Job\nXanthippe Quux,quux@example.org,Zymurgist\n";
    let shown = format!("{:?} {:?}", look(text), take(text));
    for needle in ["Xanthippe", "Quux", "quux", "Zymurgist"] {
        assert!(!shown.contains(needle), "{shown}");
    }
}
