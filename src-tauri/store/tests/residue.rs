//! The search for what should be gone finds what is there, and what careless deletion leaves.

use domain::access::SealRecord;
use domain::retention::Part;
use domain::sealed::{SealedKind, SealedStatus};
use rusqlite::params;

use crate::connection::checkpoint;
use crate::data_map::{APPLICATION_MAP, SearchIndex};
use crate::erase::{ErasureState, GoOn, Goes, ToErase};
use crate::forensic::{self, PageReader, Tokens, Verification};
use crate::sealed_record::NewSealedRecord;
use crate::support::{Home, at, person};

const PEOPLE: usize = 300;

/// Names that begin alike, so that the index keeps only their ends.
fn words(number: usize) -> (String, String) {
    let marks = [
        "quibble", "xylofon", "marzipan", "obelisk", "wombats", "kestrel", "jigsaws",
    ];
    let mark = marks[number % marks.len()];
    (
        format!("Prefixalike{mark}{number:04}"),
        format!("surname{:04}{mark}", number * 7),
    )
}

fn filled() -> Home {
    let mut home = Home::new();
    for number in 0..PEOPLE {
        let (given, family) = words(number);
        home.candidate(&person(
            &given,
            &family,
            &format!("{given}@example.org"),
            &format!("07700 9{number:05}"),
        ));
    }
    home
}

fn tokens(numbers: impl Iterator<Item = usize>) -> Tokens {
    let mut tokens = Tokens::default();
    for number in numbers {
        let (given, family) = words(number);
        tokens.add(&given);
        tokens.add(&family);
        tokens.add(&format!("{given}@example.org"));
    }
    tokens.dedup();
    tokens
}

/// Searches as an erasure does.
fn search(home: &Home, tokens: &Tokens) -> Verification {
    let key = home.store.keys.database_key(&home.store.key);
    forensic::verify(&home.store.folder, &key, &home.store.writer, tokens).unwrap()
}

const GONE: std::ops::Range<usize> = 50..100;

#[test]
fn the_page_reader_agrees_with_sqlcipher_and_its_sums_verify() {
    let home = filled();
    checkpoint(&home.store.writer).unwrap();
    let key = home.store.keys.database_key(&home.store.key);
    let reader = PageReader::new(&key);
    let bytes = std::fs::read(home.store.folder.database()).unwrap();
    let pages = bytes.chunks_exact(4096);
    assert!(pages.len() > 20, "there is something to read");
    for (number, page) in (1_u32..).zip(pages) {
        assert!(reader.verifies(page, number), "page {number} verifies");
        let mut flipped = page.to_vec();
        flipped[usize::try_from(number * 37 % 4096).unwrap().max(16)] ^= 1;
        assert!(
            !reader.verifies(&flipped, number),
            "page {number} does not verify with a flipped bit"
        );
        assert!(!reader.verifies(page, number + 1), "nor in another's place");
    }
}

#[test]
fn people_who_are_there_are_found_in_the_database_and_in_the_log() {
    let home = filled();
    let looked = tokens(GONE);
    // They are explained by the records that hold them, so as long as they are there, finding them is no fault.
    let verification = search(&home, &looked);
    assert_eq!(
        (verification.found, verification.tokens),
        (0, 150),
        "three words each"
    );
    assert_eq!(
        verification.shared, 150,
        "every one is found, and explained"
    );
    assert!(
        verification.pages > 40,
        "the log's pages are read too: {verification:?}"
    );
}

#[test]
fn deletion_without_the_settings_leaves_people_behind_and_is_caught() {
    let looked = tokens(GONE);
    // Each of the two settings off in turn: rows not overwritten, and a search index that only marks.
    for (careless, index) in [
        ("PRAGMA secure_delete = OFF", 1),
        ("PRAGMA secure_delete = ON", 0),
    ] {
        let mut home = filled();
        home.store.writer.execute_batch(careless).unwrap();
        home.store
            .writer
            .execute("INSERT INTO candidate_search (candidate_search, rank) VALUES ('secure-delete', ?1)", params![index])
            .unwrap();
        delete(&mut home);
        checkpoint(&home.store.writer).unwrap();
        let verification = search(&home, &looked);
        assert!(
            verification.found > 0,
            "{careless}, index {index}: {verification:?}"
        );
    }
}

#[test]
fn deletion_with_the_settings_leaves_nothing_once_the_log_is_empty() {
    let looked = tokens(GONE);
    let mut home = filled();
    delete(&mut home);
    let verification = search(&home, &looked);
    assert!(
        verification.found > 100,
        "until then the log has them: {verification:?}"
    );
    checkpoint(&home.store.writer).unwrap();
    let verification = search(&home, &looked);
    assert_eq!(verification.found, 0, "gone: {verification:?}");
}

#[test]
fn a_word_in_another_file_is_found_in_both_encodings() {
    let home = filled();
    checkpoint(&home.store.writer).unwrap();
    let mut looked = Tokens::default();
    looked.add("Unmistakable");
    assert_eq!(search(&home, &looked).found, 0, "not there yet");
    let path = home.folder.path().join("notes.txt");
    std::fs::write(&path, "about UNMISTAKABLE").unwrap();
    assert_eq!(search(&home, &looked).found, 1, "in UTF-8, in capitals");
    let wide: Vec<u8> = "x Unmistakable"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    std::fs::write(&path, wide).unwrap();
    assert_eq!(search(&home, &looked).found, 1, "in UTF-16");
    std::fs::write(&path, "…\0\u{1}stakable\0").unwrap();
    assert_eq!(search(&home, &looked).found, 1, "by its end alone");
}

#[test]
fn a_number_that_happens_to_be_a_letter_makes_no_word_of_the_one_beside_it() {
    let mut home = Home::new();
    // In the index of names "mycroft, robert" is followed by the number of its row, here the bytes of "s!".
    let row = i64::from(u16::from_be_bytes(*b"s!"));
    home.store
        .writer
        .execute(
            "UPDATE sqlite_sequence SET seq = ?1 WHERE name = 'candidate'",
            [row - 1],
        )
        .unwrap();
    home.candidate(&nobody("Robert", "Mycroft"));
    checkpoint(&home.store.writer).unwrap();
    let mut looked = Tokens::default();
    looked.add("Roberts");
    let verification = search(&home, &looked);
    assert_eq!(
        (verification.found, verification.shared),
        (0, 0),
        "nobody was ever called Roberts: {verification:?}"
    );
    std::fs::write(home.folder.path().join("notes.txt"), "about Roberts").unwrap();
    let verification = search(&home, &looked);
    assert_eq!(
        verification.found, 1,
        "while the word itself is found: {verification:?}"
    );
}

#[test]
fn no_number_in_the_search_index_is_a_letter() {
    let mut home = Home::new();
    let first = home.candidate(&nobody("Robert", "Mycroft"));
    let row: i64 = home
        .store
        .read(|records| records.candidate_row(first))
        .unwrap();
    assert!(
        row >= 128,
        "a row below 128 is written as one byte, right after the words that stand in it first: {row}"
    );
}

/// Someone of whom only the name is known.
fn nobody(given: &str, family: &str) -> domain::candidate::CandidateDetails {
    let mut details = person(given, family, "nobody@example.org", "07700 900100");
    details.contact = domain::candidate::ContactDetails {
        emails: Vec::new(),
        phones: Vec::new(),
        address: Vec::new(),
        postcode: None,
        preferred: None,
    };
    details
}

fn delete(home: &mut Home) {
    let first: i64 = home
        .store
        .writer
        .query_row("SELECT min(row) FROM candidate", [], |row| row.get(0))
        .unwrap();
    let rows: Vec<i64> = GONE
        .map(|number| first + i64::try_from(number).unwrap())
        .collect();
    let hr = home.hr;
    home.store
        .transact(Some(hr), at("2026-02-01"), |tx| {
            tx.delete_people(&rows, SearchIndex::Cleaned)?;
            Ok::<_, crate::StoreError>(((), crate::Entry::new("delete")))
        })
        .unwrap();
}

/// What is sealed is noise to whoever finds it, and is searched for all the same.
#[test]
fn a_sealed_record_left_somewhere_is_found() {
    left_somewhere("sealed");
}

#[test]
fn the_copy_of_a_paper_left_somewhere_is_found() {
    left_somewhere("copy");
}

fn left_somewhere(column: &str) {
    let mut home = Home::new();
    let candidate = home.candidate(&person("Ann", "Archer", "ann@example.org", "07700 900101"));
    let permit = home.on::<SealRecord>(candidate);
    let new = NewSealedRecord {
        kind: SealedKind::RightToWork,
        status: SealedStatus::Checked,
        decided_on: None,
        text: "a share code".to_owned().into(),
    };
    let id = home
        .store
        .add_sealed_record(&permit, &new, at("2026-02-01"))
        .unwrap();
    home.store
        .add_copy(&permit, id, b"%PDF-1.7 a passport", at("2026-02-01"))
        .unwrap();
    let sealed: Vec<u8> = home
        .store
        .writer
        .query_row(&format!("SELECT {column} FROM sealed_record"), [], |row| {
            row.get(0)
        })
        .unwrap();
    std::fs::write(home.folder.path().join("stray.bin"), &sealed[10..]).unwrap();
    let wanted = [ToErase {
        candidate,
        goes: Goes::Part(Part::Sealed(id)),
        rule: "RET-11",
        due_since: None,
    }];
    let erasing = home.erasing();
    let report = home
        .store
        .erase(&erasing, &wanted, at("2026-08-02"), |_| GoOn::Yes)
        .unwrap();
    assert_eq!(report.state, ErasureState::Fault, "{report:?}");
    assert!(report.verification.unwrap().found > 0);
}

/// Every table that hangs on an application goes with it.
#[test]
fn the_map_of_an_application_has_every_table_that_refers_to_one() {
    let home = Home::new();
    let mut statement = home
        .store
        .writer
        .prepare(
            "SELECT DISTINCT child.name
             FROM sqlite_master AS child, pragma_foreign_key_list(child.name) AS reference
             WHERE child.type = 'table' AND reference.\"table\" = 'application'",
        )
        .unwrap();
    let tables: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert!(tables.len() >= 5, "{tables:?}");
    for table in tables {
        assert!(
            APPLICATION_MAP
                .iter()
                .flat_map(|branch| branch.tables)
                .any(|held| held.table == table),
            "{table} refers to an application"
        );
    }
}
