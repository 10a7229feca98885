//! Files that are no list of applicants, and lists that are odd.

use crate::support::{FILE, Home, applicants, day, number, run};

#[test]
fn a_file_that_is_no_list_is_named_and_the_store_is_not_touched() {
    let home = Home::empty();
    let before = home.bytes();
    let empty = "The file is empty; nothing was imported; export it again from the other system and choose the new \
                 file.";
    let no_heading = "The file has no heading row that Fairhold knows; nothing was imported; choose what each column \
                      holds. The window asks; the command line can't.";
    let cases: [(&str, &[u8], &str); 7] = [
        ("nothing.csv", b"", empty),
        ("blank.csv", b" \r\n\r\n \t", empty),
        ("nuls.csv", &[0; 4096], empty),
        (
            "letter.pdf",
            b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n",
            "This is a PDF document; nothing was imported; export the applicants from the other system as CSV and choose \
             that file.",
        ),
        (
            "list.xlsx",
            b"PK\x03\x04\x14\0\x06\0\x08\0",
            "This is an Excel workbook or a zip archive; nothing was imported; open it, save the sheet as \"CSV UTF-8\" (or \
             unpack the archive) and choose that file.",
        ),
        (
            "headless.csv",
            b"Jane Smith,a@example.org,Cook\nJohn Green,b@example.org,Cook\n",
            no_heading,
        ),
        (
            "nameless.csv",
            b"Email,Phone,Job\na@example.org,,Cook\n",
            "No column is chosen for the applicants' names; nothing was imported; choose the column with the names. \
             The window asks; the command line can't.",
        ),
    ];
    for (name, bytes, sentence) in cases {
        let file = home.file(name, bytes);
        home.run(["import".as_ref(), file.as_os_str()])
            .says(FILE, sentence);
        home.run(["import".as_ref(), file.as_os_str(), "--dry-run".as_ref()])
            .says(FILE, sentence);
    }
    let absent = home.around.path().join("absent.csv");
    home.run(["import".as_ref(), absent.as_os_str()]).says(
        FILE,
        "The file is no longer there; nothing was imported; choose it again.",
    );
    home.run(["import".as_ref(), home.around.path().as_os_str()])
        .says(
            FILE,
            "This is a folder, not a file; nothing was imported; choose the file inside it.",
        );
    assert_eq!(home.bytes(), before, "the store was not even opened");
}

#[test]
fn dates_that_can_be_read_two_ways_are_asked_about() {
    let home = Home::empty();
    let before = home.bytes();
    let file = home.file(
        "dates.csv",
        "Name,Email,Job,Applied on\nAnn Lee,ann@example.org,Cook,03/04/2026\nBen Lee,ben@example.org,Cook,05/06/2026\n",
    );
    home.run(["import".as_ref(), file.as_os_str()]).says(
        FILE,
        "The dates in column 4 can be read day first or month first; nothing was imported; say which it is. Use \
         --dates day-first or --dates month-first.",
    );
    assert_eq!(home.bytes(), before, "nobody is given a date by guessing");
    for order in ["day-first", "month-first"] {
        let seen = run([
            "--json".as_ref(),
            "import".as_ref(),
            file.as_os_str(),
            "--dry-run".as_ref(),
            "--dates".as_ref(),
            order.as_ref(),
        ])
        .done()
        .json();
        assert_eq!(
            seen["refused"],
            serde_json::json!([]),
            "{order}: every date can be read: {seen}"
        );
    }
}

#[test]
fn fifty_five_thousand_rows_come_in_and_are_found() {
    let home = Home::empty();
    let rows: Vec<String> = (0..55_000)
        .map(|at| format!("Given{at} Family{at},p{at}@example.org,07{at:09},Cook"))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let file = home.file("many.csv", applicants(&rows));
    let seen = home.import(&file);
    assert_eq!(
        (number(&seen, "rows"), number(&seen, "added")),
        (55_000, 55_000),
        "all of them"
    );
    assert_eq!(home.found("given54999"), 1, "the last one too");
    home.holds(55_000);
}

#[test]
fn a_cell_of_two_megabytes_costs_its_row_and_no_other() {
    let home = Home::empty();
    let huge = "x".repeat(2 << 20);
    let file = home.file(
        "huge.csv",
        format!(
            "Name,Email,Notes,Job,Applied on\nAnn Lee,ann@example.org,{huge},Cook,{0}\nBen Kay,ben@example.org,,Cook,{0}\n",
            day(-3)
        ),
    );
    let seen = home.import(&file);
    let refused = seen["refused"].as_array().expect("a list");
    assert_eq!(
        (
            refused.len(),
            number(&refused[0], "row"),
            number(&seen, "added")
        ),
        (1, 2, 1),
        "the row with it is refused: {refused:?}"
    );
    assert_eq!(
        (home.found("ann"), home.found("ben")),
        (0, 1),
        "and the other is here"
    );
    home.holds(1);
}

#[test]
fn nul_bytes_are_taken_out_of_words() {
    let home = Home::empty();
    let file = home.file(
        "nul.csv",
        applicants(&["Ann\0a Le\0e,ann@example.org\0,,Co\0ok"]),
    );
    assert_eq!(number(&home.import(&file), "added"), 1, "the row is taken");
    assert_eq!(named(&home, "anna"), "Anna Lee", "as it reads without them");
}

#[test]
fn every_encoding_that_spreadsheets_write_keeps_its_accents() {
    let list = applicants(&[
        "Zoë Müller,zoe@example.org,,Café “Chef” – Housing",
        "René Ó Briain,rene@example.org,,Cook",
    ]);
    let wide = |low_first: bool| -> Vec<u8> {
        std::iter::once(0xfeff)
            .chain(list.encode_utf16())
            .flat_map(|unit| {
                if low_first {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            })
            .collect()
    };
    let cases = [
        ("Windows-1252", windows_1252(&list)),
        ("UTF-16, low byte first", wide(true)),
        ("UTF-16, high byte first", wide(false)),
        (
            "UTF-8 with its mark",
            [b"\xef\xbb\xbf", list.as_bytes()].concat(),
        ),
    ];
    for (encoding, bytes) in cases {
        let home = Home::empty();
        let file = home.file("list.csv", bytes);
        let seen = home.import(&file);
        assert_eq!(number(&seen, "added"), 2, "{encoding}: {seen}");
        assert_eq!(named(&home, "zoe"), "Zoë Müller", "{encoding}");
        assert_eq!(named(&home, "rene"), "René Ó Briain", "{encoding}");
    }
}

#[test]
fn formula_cells_come_in_as_text_and_are_counted() {
    let home = Home::empty();
    let file = home.file(
        "formula.csv",
        applicants(&[
            "\"=HYPERLINK(\"\"http://example.org\"\",\"\"Ann\"\")\",ann@example.org,,Cook",
            "Ben Kay,ben@example.org,,\"=cmd|' /C calc'!A0\"",
        ]),
    );
    let seen = home.import(&file);
    assert!(number(&seen, "formula") >= 1, "they are counted: {seen}");
    assert_eq!(home.found("ben"), 1, "and the people are here: {seen}");
    let listed = home.run(["search", ""]).done().out;
    for line in listed.lines() {
        let name = line.split("  ").nth(1).unwrap_or(line);
        assert!(
            !name.starts_with(['=', '+', '-', '@']),
            "nothing comes out that a spreadsheet would run: {line}"
        );
    }
}

/// The name of the one person a search finds.
fn named(home: &Home, text: &str) -> String {
    let found = home.ask(["search", text]);
    assert_eq!(
        number(&found, "total"),
        1,
        "one person is found by {text}: {found}"
    );
    found["rows"][0]["name"]
        .as_str()
        .expect("a name")
        .to_owned()
}

/// Text as old spreadsheets save it; only what this test needs of the upper half.
fn windows_1252(text: &str) -> Vec<u8> {
    text.chars()
        .map(|letter| match letter {
            '“' => 0x93,
            '”' => 0x94,
            '–' => 0x96,
            other => u8::try_from(u32::from(other)).expect("a letter of Western Europe"),
        })
        .collect()
}
