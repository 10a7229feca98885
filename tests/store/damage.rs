//! Files that are not what they should be: a clear word, and not a byte changed.

use std::collections::BTreeMap;
use std::path::Path;

use store::{DatabaseFault, OpenError};

use crate::support::{Home, create, person, unlock};

/// A closed store with a few people in it.
fn closed() -> tempfile::TempDir {
    let mut home = Home::new();
    for number in 0..40 {
        home.candidate(&person(
            "Ann",
            "Archer",
            &format!("a{number}@example.org"),
            "07700 900100",
        ));
    }
    let Home { store, folder, .. } = home;
    store.close().unwrap();
    folder
}

/// Every file but those that opening itself may write: the lock and the count of attempts.
pub(crate) fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    std::fs::read_dir(folder)
        .unwrap()
        .map(|item| item.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                std::fs::read(&path).unwrap(),
            )
        })
        .filter(|(name, _)| {
            name != "fairhold.lock" && name != "attempts.log" && !name.ends_with("-shm")
        })
        .collect()
}

/// Writes something in the database's place, expects a refusal, and that nothing changed.
fn refused(bytes: &[u8], wanted: DatabaseFault) {
    let folder = closed();
    std::fs::write(folder.path().join("fairhold.db"), bytes).unwrap();
    let before = contents(folder.path());
    let answer = unlock(folder.path());
    assert!(
        matches!(answer, Err(OpenError::Database(fault)) if fault == wanted),
        "wanted {wanted:?}, got {answer:?}"
    );
    assert_eq!(
        contents(folder.path()).keys().collect::<Vec<_>>(),
        before.keys().collect::<Vec<_>>(),
        "no new file"
    );
    assert_eq!(contents(folder.path()), before, "not a byte was changed");
}

#[test]
fn a_plain_database_in_its_place_is_refused() {
    let mut plain = b"SQLite format 3\0".to_vec();
    plain.resize(8192, 0);
    refused(&plain, DatabaseFault::Unsealed);
}

#[test]
fn random_bytes_in_its_place_are_refused() {
    let bytes: Vec<u8> = (0..20_000_u32)
        .map(|number| u8::try_from(number.wrapping_mul(2_654_435_761) >> 24).unwrap())
        .collect();
    refused(&bytes, DatabaseFault::Foreign);
}

#[test]
fn an_empty_file_in_its_place_is_refused() {
    refused(&[], DatabaseFault::Truncated);
}

#[test]
fn another_store_in_its_place_is_refused() {
    let other = closed();
    refused(
        &std::fs::read(other.path().join("fairhold.db")).unwrap(),
        DatabaseFault::Foreign,
    );
}

#[test]
fn a_shortened_database_is_refused_at_every_length() {
    let folder = closed();
    let path = folder.path().join("fairhold.db");
    let whole = std::fs::read(&path).unwrap();
    for cut in [
        1,
        100,
        4095,
        4096,
        4097,
        whole.len() / 2,
        whole.len() - 4096,
        whole.len() - 1,
    ] {
        std::fs::write(&path, &whole[..cut]).unwrap();
        let answer = unlock(folder.path());
        assert!(
            matches!(answer, Err(OpenError::Database(_))),
            "cut to {cut} bytes: {answer:?}"
        );
    }
    std::fs::write(&path, &whole).unwrap();
    assert!(unlock(folder.path()).is_ok(), "whole again, it opens");
}

#[test]
fn a_flipped_bit_in_any_page_is_found() {
    let folder = closed();
    let path = folder.path().join("fairhold.db");
    let whole = std::fs::read(&path).unwrap();
    let pages = whole.len() / 4096;
    for page in (0..pages).step_by((pages / 12).max(1)) {
        let mut bytes = whole.clone();
        bytes[page * 4096 + 2000] ^= 4;
        std::fs::write(&path, &bytes).unwrap();
        match unlock(folder.path()) {
            Err(OpenError::Database(DatabaseFault::Damaged)) => {}
            Err(other) => panic!("page {page}: {other:?}"),
            Ok(mut opened) => {
                let viewer = crate::support::viewer(
                    opened.account,
                    domain::access::Role::HrAdministrator,
                    Vec::new(),
                );
                let permit = domain::access::decide(
                    &viewer,
                    domain::access::Subject::Organisation,
                    crate::support::day("2026-06-01"),
                )
                .unwrap();
                let verified = opened.store.verify_store(&permit).unwrap();
                assert!(verified.damaged_pages > 0, "page {page}: {verified:?}");
                assert!(!verified.is_sound(), "and the store is not called sound");
            }
        }
    }
}

#[test]
fn missing_parts_are_named() {
    let folder = closed();
    let path = |name: &str| folder.path().join(name);
    std::fs::rename(path("fairhold.db"), path("elsewhere")).unwrap();
    assert!(
        matches!(unlock(folder.path()), Err(OpenError::DatabaseMissing)),
        "the database"
    );
    assert!(
        matches!(create(folder.path()), Err(OpenError::AlreadyThere)),
        "and none is made over the keys"
    );
    std::fs::rename(path("elsewhere"), path("fairhold.db")).unwrap();
    for name in ["fairhold.keys", "fairhold.keys.bak"] {
        std::fs::rename(path(name), path(&format!("{name}.away"))).unwrap();
    }
    assert!(
        matches!(unlock(folder.path()), Err(OpenError::KeysMissing)),
        "the keys"
    );
    assert!(
        matches!(create(folder.path()), Err(OpenError::AlreadyThere)),
        "and none is made over the database"
    );
    let empty = tempfile::tempdir().unwrap();
    assert!(
        matches!(unlock(empty.path()), Err(OpenError::Absent)),
        "nothing at all"
    );
    std::fs::write(
        empty.path().join("fairhold.db"),
        b"SQLite format 3\0 and more",
    )
    .unwrap();
    let answer = unlock(empty.path());
    assert!(
        matches!(answer, Err(OpenError::Database(DatabaseFault::Unsealed))),
        "not a store: {answer:?}"
    );
}

#[test]
fn nothing_readable_is_on_the_disk_while_the_store_is_open() {
    let mut home = Home::new();
    for number in 0..400 {
        home.candidate(&person(
            "Marmaduke",
            "Featherstonehaugh",
            &format!("m{number}@example.org"),
            "07700 900100",
        ));
    }
    let mut read = 0;
    for item in std::fs::read_dir(home.folder.path()).unwrap() {
        let path = item.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        for word in [
            "Marmaduke",
            "eatherstonehaugh",
            "example.org",
            "SQLite format",
            "CREATE TABLE",
            "07700",
        ] {
            let found = bytes
                .windows(word.len())
                .any(|part| part.eq_ignore_ascii_case(word.as_bytes()));
            assert!(!found, "{word} is readable in {}", path.display());
        }
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name == "fairhold.db" || name == "fairhold.db-wal" {
            // A log's frames have headers of 24 bytes in clear: numbers and sums.
            assert!(
                entropy(&bytes) > 7.9,
                "{name} has {} bits a byte",
                entropy(&bytes)
            );
            read += 1;
        }
    }
    assert_eq!(
        read, 2,
        "both the database and its log were there to be read"
    );
}

fn entropy(bytes: &[u8]) -> f64 {
    let mut numbers = [0_u32; 256];
    for byte in bytes {
        numbers[usize::from(*byte)] += 1;
    }
    let all = f64::from(u32::try_from(bytes.len()).unwrap());
    numbers
        .iter()
        .filter(|number| **number > 0)
        .map(|number| f64::from(*number) / all)
        .map(|share| -share * share.log2())
        .sum()
}
