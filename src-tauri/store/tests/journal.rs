//! A change of the journal is evident; a database put back is noticed.

use crate::error::{OpenError, StoreError};
use crate::head::HeadCheck;
use crate::journal::{self, About, Entry, Head, JournalFilter};
use crate::support::{Home, at, permit_of, unlock};

fn journalled() -> Home {
    let mut home = Home::new();
    let hr = home.hr;
    for _ in 0..20 {
        home.store
            .note(Some(hr), at("2026-01-06"), Entry::new("export"))
            .unwrap();
    }
    home.store
        .writer
        .execute_batch(
            "DROP TRIGGER journal_is_never_changed; DROP TRIGGER journal_is_never_deleted",
        )
        .unwrap();
    home
}

#[test]
fn the_journal_cannot_be_changed_by_a_statement() {
    let home = Home::new();
    for sql in [
        "UPDATE journal SET action = 'x'",
        "DELETE FROM journal",
        "REPLACE INTO journal SELECT * FROM journal",
    ] {
        assert!(
            home.store.writer.execute_batch(sql).is_err(),
            "{sql} must fail"
        );
    }
}

#[test]
fn every_way_of_tampering_is_detected() {
    let ways = [
        ("edit", "UPDATE journal SET action = 'import' WHERE seq = 10"),
        ("edit a time", "UPDATE journal SET at = at + 1 WHERE seq = 10"),
        ("edit who", "UPDATE journal SET actor = NULL WHERE seq = 10"),
        ("edit a detail", "UPDATE journal SET detail = '{ }' WHERE seq = 10"),
        ("delete", "DELETE FROM journal WHERE seq = 10"),
        ("delete the first", "DELETE FROM journal WHERE seq = 1"),
        (
            "reorder",
            "UPDATE journal SET seq = -1 WHERE seq = 10; UPDATE journal SET seq = 10 WHERE seq = 11;
             UPDATE journal SET seq = 11 WHERE seq = -1",
        ),
        (
            "insert",
            "INSERT INTO journal (seq, at, actor, action, subject_kind, subject, detail, prev, hash)
             SELECT seq + 1, at, actor, action, subject_kind, subject, detail, hash, hash
             FROM journal ORDER BY seq DESC LIMIT 1",
        ),
    ];
    for (way, sql) in ways {
        let home = journalled();
        assert!(journal::verify(&home.store.writer).is_ok(), "sound before");
        home.store.writer.execute_batch(sql).unwrap();
        let found = journal::verify(&home.store.writer);
        assert!(
            matches!(found, Err(StoreError::Journal { .. })),
            "{way} is not detected: {found:?}"
        );
    }
}

#[test]
fn cutting_the_end_off_or_putting_an_old_database_back_is_noticed_by_the_head_outside() {
    let Home {
        store, folder, hr, ..
    } = journalled();
    store.close().unwrap();
    let path = folder.path().join("fairhold.db");
    let old = std::fs::read(&path).unwrap();
    let mut opened = unlock(folder.path()).unwrap();
    assert_eq!(opened.head, HeadCheck::Agrees, "unchanged so far");
    opened
        .store
        .note(Some(hr), at("2026-01-07"), Entry::new("export"))
        .unwrap();
    opened
        .store
        .writer
        .execute_batch("DELETE FROM journal WHERE seq > 15")
        .unwrap();
    opened
        .store
        .writer
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    drop(opened);
    let refused = unlock(folder.path());
    assert!(
        matches!(refused, Err(OpenError::RolledBack { found: 15, .. })),
        "the end is missing: {refused:?}"
    );
    std::fs::write(&path, old).unwrap();
    let opened = unlock(folder.path()).unwrap();
    assert_eq!(opened.head, HeadCheck::Agrees, "what was left there last");
}

#[test]
fn a_head_kept_elsewhere_notices_a_whole_folder_put_back() {
    let Home {
        mut store,
        folder: _folder,
        hr,
        ..
    } = journalled();
    let earlier = store.journal_head().unwrap();
    let text = earlier.to_text();
    assert_eq!(Head::from_text(&text), Some(earlier), "as it was kept");
    for other in [
        "",
        "15",
        "15:",
        "x:00",
        &format!("1{text}"),
        &format!("{text}0"),
    ] {
        assert_ne!(Head::from_text(other), Some(earlier), "not from {other}");
    }
    store
        .note(Some(hr), at("2026-01-07"), Entry::new("export"))
        .unwrap();
    let later = store.journal_head().unwrap();
    let agrees = store.compare_head(&earlier, at("2026-01-07")).unwrap();
    assert_eq!(agrees, HeadCheck::Agrees, "it holds that entry, and more");
    assert_eq!(
        store.journal_head().unwrap(),
        later,
        "nothing to write down"
    );

    let mut other = journalled();
    let found = other.store.compare_head(&later, at("2026-01-07")).unwrap();
    assert!(
        matches!(found, HeadCheck::Differs { expected, .. } if expected == later.seq),
        "another journal: {found:?}"
    );
    let last: String = other
        .store
        .writer
        .query_row(
            "SELECT action FROM journal ORDER BY seq DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(last, "compare-head", "which is written down");
}

/// Not part of the ordinary run: `cargo test --release -p store -- --ignored --nocapture journal`.
#[test]
#[ignore = "takes half a minute"]
fn figures_at_200_000_entries() {
    let mut home = Home::new();
    let hr = home.hr;
    let vacancy = home.vacancy("Press Officer");
    let permit =
        permit_of::<domain::access::ReadJournal>(hr, domain::access::Subject::Organisation);
    let writer = home.store.writer.transaction().unwrap();
    for number in 0_u32..200_000 {
        let action = if number % 20_000 == 0 {
            "verify-erasure"
        } else {
            "move-applications"
        };
        let entry = Entry::new(action)
            .about(About::Vacancy(vacancy))
            .with("applications", journal::Detail::Number(1));
        let when = at("2026-01-06") + chrono::TimeDelta::minutes(i64::from(number));
        journal::append(&writer, Some(hr), when, &entry).unwrap();
    }
    writer.commit().unwrap();
    let rare = ["verify-erasure"];
    let filters = [
        ("everything", JournalFilter::default()),
        (
            "a rare action",
            JournalFilter {
                actions: Some(&rare),
                ..JournalFilter::default()
            },
        ),
        (
            "the first days",
            JournalFilter {
                before: Some(at("2026-01-08")),
                ..JournalFilter::default()
            },
        ),
        (
            "nothing at all",
            JournalFilter {
                about: Some("import"),
                ..JournalFilter::default()
            },
        ),
    ];
    for (what, filter) in filters {
        for turn in ["first", "again"] {
            let begun = std::time::Instant::now();
            let found = home
                .store
                .read(|records| records.journal_page(&permit, &filter, None, 100))
                .unwrap();
            println!(
                "{what}, {turn}: {} entries in {:?}",
                found.len(),
                begun.elapsed()
            );
        }
    }
    let begun = std::time::Instant::now();
    let head = journal::verify(&home.store.writer).unwrap();
    println!("the chain of {} entries: {:?}", head.seq, begun.elapsed());
}
