//! Documents with their keys mixed up, their rows moved, and their index looked into.

use domain::access::ReadCandidate;
use domain::document::{DocumentKind, FileName, MediaType};
use domain::id::{CandidateId, DocumentId};

use crate::document::NewDocument;
use crate::journal::Entry;
use crate::support::{Home, at, person};
use crate::{SealedDocument, StoreError};

fn seal(home: &mut Home, candidate: CandidateId, words: &str) -> SealedDocument {
    let editing = home.editing(candidate);
    let new = NewDocument {
        application: None,
        kind: DocumentKind::Cv,
        label: None,
        file_name: FileName::parse("cv.txt").unwrap(),
        media: MediaType::Text,
        content: words.as_bytes().to_vec().into(),
        text: Some(words.to_owned().into()),
    };
    home.store
        .seal_document(&editing, new, at("2026-01-06"))
        .unwrap()
}

fn add(home: &mut Home, candidate: CandidateId, words: &str) -> DocumentId {
    let sealed = seal(home, candidate, words);
    let editing = home.editing(candidate);
    home.store
        .write(&editing, at("2026-01-06"), |tx| {
            let id = tx.insert_document(&editing, &sealed)?;
            Ok::<_, StoreError>((id, Entry::new("add-documents")))
        })
        .unwrap()
}

fn open(
    home: &mut Home,
    candidate: CandidateId,
    document: DocumentId,
) -> Result<String, StoreError> {
    let reading = home.on::<ReadCandidate>(candidate);
    home.store
        .open_document(&reading, document, at("2026-01-07"))
        .map(|(_, content)| String::from_utf8(content.to_vec()).unwrap())
}

fn two() -> (Home, CandidateId, CandidateId) {
    let mut home = Home::new();
    let ann = home.candidate(&person("Ann", "Archer", "ann@example.org", "07700 900100"));
    let bob = home.candidate(&person("Bob", "Barker", "bob@example.org", "07700 900200"));
    (home, ann, bob)
}

#[test]
fn a_file_opens_in_its_own_place_and_no_other() {
    let (mut home, ann, bob) = two();
    let hers = add(&mut home, ann, "what Ann wrote");
    let other = add(&mut home, ann, "what Ann also wrote");
    let his = add(&mut home, bob, "what Bob wrote");
    assert_eq!(open(&mut home, ann, hers).unwrap(), "what Ann wrote");
    assert_eq!(open(&mut home, bob, his).unwrap(), "what Bob wrote");
    assert!(
        matches!(open(&mut home, bob, hers), Err(StoreError::NotFound)),
        "it is not his"
    );
    let plain: i64 = home
        .store
        .writer
        .query_row(
            "SELECT count(*) FROM document_content WHERE instr(sealed, 'wrote')",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(plain, 0, "the file is encrypted");
    for (swap, document) in [(other, hers), (his, other)] {
        home.store
            .writer
            .execute(
                "UPDATE document_content
                 SET sealed = (
                     SELECT sealed
                     FROM document_content
                     WHERE document = (SELECT row FROM document WHERE id = ?1)
                 )
                 WHERE document = (SELECT row FROM document WHERE id = ?2)",
                [swap.uuid().as_bytes(), document.uuid().as_bytes()],
            )
            .unwrap();
        assert!(
            matches!(open(&mut home, ann, document), Err(StoreError::Damaged)),
            "another's file in its place, of the same person or of another"
        );
    }
    let last: String = home
        .store
        .writer
        .query_row(
            "SELECT action FROM journal ORDER BY seq DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(last, "open-document", "that it was tried is in the journal");
}

#[test]
fn without_the_persons_key_a_file_is_noise() {
    let (mut home, ann, bob) = two();
    let hers = add(&mut home, ann, "what Ann wrote");
    add(&mut home, bob, "what Bob wrote");
    let only_bob = [bob.uuid()].into();
    let key = home.store.keys.subjects_key(&home.store.key);
    home.store.subjects.keep_only(&only_bob, &key).unwrap();
    assert!(matches!(
        open(&mut home, ann, hers),
        Err(StoreError::Damaged)
    ));
}

#[test]
fn no_number_in_the_index_of_documents_is_a_letter_and_what_was_taken_out_is_not_in_it() {
    let (mut home, ann, _) = two();
    let found = |home: &Home, word: &str| -> Vec<i64> {
        let mut statement = home
            .store
            .writer
            .prepare("SELECT rowid FROM document_search WHERE document_search MATCH ?1")
            .unwrap();
        let rows = statement.query_map([word], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    };
    let first = add(&mut home, ann, "Zoë wrote of marmalade");
    add(&mut home, ann, "and of lighthouses");
    let rows = found(&home, "zoe");
    assert_eq!(rows.len(), 1, "found without its accent");
    assert!(rows[0] >= 128);
    let editing = home.editing(ann);
    home.store
        .remove_document(&editing, first, at("2026-01-08"))
        .unwrap();
    assert!(found(&home, "marmalade").is_empty());
    assert_eq!(
        found(&home, "lighthouses").len(),
        1,
        "the other is as it was"
    );
    home.store
        .writer
        .execute_batch(
            "INSERT INTO document_search (document_search, rank) VALUES ('integrity-check', 1)",
        )
        .unwrap();
}
