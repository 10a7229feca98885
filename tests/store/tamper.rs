//! Every file of a store flipped, taken away, swapped and rolled back: each is noticed and named for what it is,
//! nothing is written over, and what can be done about it works.

use std::fs;
use std::path::Path;

use domain::access::{Permit, ReadJournal, Subject};
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use store::{
    DatabaseFault, HeadCheck, JournalFilter, KdfCost, KeysFault, LedgerCheck, OpenError,
    StoreVerification, Unlocked,
};

use crate::damage::contents;
use crate::stranger;
use crate::support::{PASSPHRASE, at, passphrase, permit_of, unlock};

/// A copy of a closed store with a sealed record, made once.
fn a_store() -> tempfile::TempDir {
    use std::sync::OnceLock;
    static MADE: OnceLock<tempfile::TempDir> = OnceLock::new();
    let folder = tempfile::tempdir().unwrap();
    copy(
        MADE.get_or_init(|| {
            let folder = stranger::files();
            // Something for the journal to have that an earlier copy lacks.
            fs::create_dir(folder.path().join("earlier")).unwrap();
            for name in ["fairhold.db", "fairhold.keys"] {
                fs::copy(
                    folder.path().join(name),
                    folder.path().join("earlier").join(name),
                )
                .unwrap();
            }
            let mut store = unlock(folder.path()).unwrap().store;
            store
                .change_passphrase(
                    &passphrase(PASSPHRASE),
                    &passphrase(PASSPHRASE),
                    KdfCost::FLOOR,
                    at("2026-01-09"),
                )
                .unwrap();
            store.close().unwrap();
            folder
        })
        .path(),
        folder.path(),
    );
    folder
}

fn copy(from: &Path, to: &Path) {
    for item in fs::read_dir(from).unwrap() {
        let path = item.unwrap().path();
        let there = to.join(path.file_name().unwrap());
        if path.is_dir() {
            fs::create_dir(&there).unwrap();
            copy(&path, &there);
        } else {
            fs::copy(&path, there).unwrap();
        }
    }
}

fn flip(path: &Path, place: usize, bit: u8) {
    let mut bytes = fs::read(path).unwrap();
    bytes[place] ^= 1 << bit;
    fs::write(path, bytes).unwrap();
}

/// Puts the earlier state of a file in its place.
fn roll_back(folder: &Path, name: &str, to: &str) {
    fs::copy(folder.join("earlier").join(name), folder.join(to)).unwrap();
}

/// Changes what authenticates a key file, and mends its checksum, as somebody would who forges one.
fn forge(path: &Path) {
    let mut bytes = fs::read(path).unwrap();
    let length = bytes.len() - 32;
    bytes[length - 1] ^= 1;
    let sum: [u8; 32] = Sha256::digest(&bytes[..length]).into();
    bytes[length..].copy_from_slice(&sum);
    fs::write(path, bytes).unwrap();
}

fn another_stores(file: &str, at: &Path) {
    let other = stranger::files();
    fs::copy(other.path().join(file), at).unwrap();
}

fn verify(opened: &mut Unlocked) -> StoreVerification {
    let permit: Permit<ReadJournal> = permit_of(opened.account, Subject::Organisation);
    opened.store.verify_store(&permit).unwrap()
}

/// What somebody does to a store, and what is then said of it.
type Case = (&'static str, fn(&Path), fn(&OpenError) -> bool);

const CASES: &[Case] = &[
    (
        "the database is missing",
        |folder| fs::rename(folder.join("fairhold.db"), folder.join("away")).unwrap(),
        |error| matches!(error, OpenError::DatabaseMissing),
    ),
    (
        "the database is cut",
        |folder| {
            let path = folder.join("fairhold.db");
            let whole = fs::read(&path).unwrap();
            fs::write(path, &whole[..whole.len() - 4096]).unwrap();
        },
        |error| {
            matches!(
                error,
                OpenError::Database(DatabaseFault::Truncated | DatabaseFault::Damaged)
            )
        },
    ),
    (
        "the database is another store's",
        |folder| another_stores("fairhold.db", &folder.join("fairhold.db")),
        |error| matches!(error, OpenError::Database(DatabaseFault::Foreign)),
    ),
    (
        "the database is an earlier one",
        |folder| roll_back(folder, "fairhold.db", "fairhold.db"),
        |error| matches!(error, OpenError::RolledBack { expected, found } if expected > found),
    ),
    (
        "the database is an earlier one and the head is gone",
        |folder| {
            roll_back(folder, "fairhold.db", "fairhold.db");
            fs::rename(folder.join("fairhold.head"), folder.join("away")).unwrap();
        },
        |error| matches!(error, OpenError::HeadDamaged),
    ),
    (
        "the head is gone",
        |folder| fs::rename(folder.join("fairhold.head"), folder.join("away")).unwrap(),
        |error| matches!(error, OpenError::HeadDamaged),
    ),
    (
        "the head is another store's",
        |folder| another_stores("fairhold.head", &folder.join("fairhold.head")),
        |error| matches!(error, OpenError::HeadDamaged),
    ),
    (
        "the head is empty",
        |folder| fs::write(folder.join("fairhold.head"), "").unwrap(),
        |error| matches!(error, OpenError::HeadDamaged),
    ),
    (
        "the subject keys are gone",
        |folder| {
            fs::rename(folder.join("fairhold.subjects"), folder.join("away")).unwrap();
        },
        |error| matches!(error, OpenError::SubjectsDamaged),
    ),
    (
        "the subject keys are cut to none",
        |folder| {
            let path = folder.join("fairhold.subjects");
            let whole = fs::read(&path).unwrap();
            fs::write(path, &whole[..24]).unwrap();
        },
        |error| matches!(error, OpenError::SubjectsDamaged),
    ),
    (
        "the subject keys are another store's",
        |folder| {
            another_stores("fairhold.subjects", &folder.join("fairhold.subjects"));
        },
        |error| matches!(error, OpenError::SubjectsDamaged),
    ),
    (
        "the key file is gone",
        |folder| fs::rename(folder.join("fairhold.keys"), folder.join("away")).unwrap(),
        |error| matches!(error, OpenError::KeysCopy(KeysFault::Missing)),
    ),
    (
        "the key file is cut",
        |folder| {
            let path = folder.join("fairhold.keys");
            let whole = fs::read(&path).unwrap();
            fs::write(path, &whole[..whole.len() / 2]).unwrap();
        },
        |error| matches!(error, OpenError::KeysCopy(KeysFault::Damaged)),
    ),
    (
        "the key file is forged",
        |folder| forge(&folder.join("fairhold.keys")),
        |error| matches!(error, OpenError::KeysCopy(KeysFault::Forged)),
    ),
    (
        "the key file is another store's",
        |folder| another_stores("fairhold.keys", &folder.join("fairhold.keys")),
        |error| matches!(error, OpenError::KeysCopy(KeysFault::Foreign)),
    ),
    (
        "the key file is an earlier one",
        |folder| roll_back(folder, "fairhold.keys", "fairhold.keys"),
        |error| matches!(error, OpenError::KeysCopy(KeysFault::Older)),
    ),
    (
        "both key files are gone",
        |folder| {
            for name in ["fairhold.keys", "fairhold.keys.bak"] {
                fs::rename(folder.join(name), folder.join(format!("{name}.away"))).unwrap();
            }
        },
        |error| matches!(error, OpenError::KeysMissing),
    ),
    (
        "both key files are garbage",
        |folder| {
            for name in ["fairhold.keys", "fairhold.keys.bak"] {
                fs::write(folder.join(name), "garbage").unwrap();
            }
        },
        |error| matches!(error, OpenError::KeysDamaged),
    ),
    (
        "both key files are forged",
        |folder| {
            for name in ["fairhold.keys", "fairhold.keys.bak"] {
                forge(&folder.join(name));
            }
        },
        |error| matches!(error, OpenError::KeysForged),
    ),
    (
        "both key files are another store's",
        |folder| {
            for name in ["fairhold.keys", "fairhold.keys.bak"] {
                another_stores("fairhold.keys", &folder.join(name));
            }
        },
        |error| matches!(error, OpenError::Database(DatabaseFault::Foreign)),
    ),
    (
        "both key files are earlier ones",
        |folder| {
            for name in ["fairhold.keys", "fairhold.keys.bak"] {
                roll_back(folder, "fairhold.keys", name);
            }
        },
        |error| matches!(error, OpenError::KeysOlder),
    ),
    (
        "everything but the head is earlier",
        |folder| {
            for name in ["fairhold.keys", "fairhold.keys.bak"] {
                roll_back(folder, "fairhold.keys", name);
            }
            roll_back(folder, "fairhold.db", "fairhold.db");
        },
        |error| matches!(error, OpenError::RolledBack { .. }),
    ),
];

#[test]
fn whatever_is_done_to_a_file_is_noticed_named_and_nothing_is_written_over() {
    for (what, tamper, named) in CASES {
        let folder = a_store();
        tamper(folder.path());
        let before = contents(folder.path());
        match unlock(folder.path()) {
            Err(error) => assert!(named(&error), "{what}: {error:?}"),
            Ok(_) => panic!("{what}, and it opened"),
        }
        assert_eq!(contents(folder.path()), before, "{what}: written over");
        what_can_be_done(what, folder.path());
    }
}

/// Where something can be done about it, it is, and the store opens again with all that was sealed.
fn what_can_be_done(what: &str, folder: &Path) {
    let refused = unlock(folder).unwrap_err();
    if let OpenError::KeysCopy(fault) = refused {
        use_the_copy(what, folder, fault);
    } else if matches!(
        refused,
        OpenError::RolledBack { .. } | OpenError::HeadDamaged
    ) {
        open_as_it_is(what, folder);
    } else if matches!(refused, OpenError::KeysMissing | OpenError::KeysDamaged) {
        let before = contents(folder);
        assert!(
            store::use_key_copy(folder).is_err(),
            "{what}: there is no copy"
        );
        assert_eq!(contents(folder), before, "{what}: and nothing is changed");
    }
}

fn use_the_copy(what: &str, folder: &Path, fault: KeysFault) {
    let replaced = fs::read(folder.join("fairhold.keys")).ok();
    store::use_key_copy(folder).unwrap();
    let kept = fs::read(folder.join("fairhold.keys.replaced")).ok();
    assert_eq!(kept, replaced, "{what}: the {fault:?} one is kept");
    let mut opened = unlock(folder).unwrap_or_else(|error| panic!("{what}: {error}"));
    assert!(verify(&mut opened).is_sound(), "{what}: and all is well");
    let same = passphrase(PASSPHRASE);
    opened
        .store
        .change_passphrase(&same, &same, KdfCost::FLOOR, at("2026-06-02"))
        .unwrap();
    assert!(
        !folder.join("fairhold.keys.replaced").exists(),
        "{what}: until ways in are changed"
    );
}

fn open_as_it_is(what: &str, folder: &Path) {
    let mut opened =
        store::unlock_as_it_is(folder, "hr", &passphrase(PASSPHRASE), at("2026-06-01"))
            .unwrap_or_else(|error| panic!("{what}: {error}"));
    assert_ne!(opened.head, HeadCheck::Agrees, "{what}: it says so");
    assert!(
        !verify(&mut opened).is_sound(),
        "{what}: and so does verifying"
    );
    let permit: Permit<ReadJournal> = permit_of(opened.account, Subject::Organisation);
    let entries = opened
        .store
        .records()
        .journal_page(&permit, &JournalFilter::default(), None, 1)
        .unwrap();
    let word = format!("\"head\":\"{}\"", opened.head.word());
    assert!(entries[0].detail.contains(&word), "{what}: and the journal");
    opened.store.close().unwrap();
    let mut again = unlock(folder).unwrap_or_else(|error| panic!("{what}: {error}"));
    assert!(
        verify(&mut again).is_sound(),
        "{what}: from now on it is the newest"
    );
}

#[test]
fn a_second_copy_of_the_keys_that_is_not_the_first_is_written_anew_and_journalled() {
    let tampers: [fn(&Path); 4] = [
        |copy| fs::write(copy, "garbage").unwrap(),
        |copy| fs::rename(copy, copy.with_extension("away")).unwrap(),
        |copy| forge(copy),
        |copy| another_stores("fairhold.keys", copy),
    ];
    for tamper in tampers {
        let folder = a_store();
        let path = |name: &str| folder.path().join(name);
        tamper(&path("fairhold.keys.bak"));
        let mut opened = unlock(folder.path()).unwrap();
        assert_eq!(
            fs::read(path("fairhold.keys.bak")).unwrap(),
            fs::read(path("fairhold.keys")).unwrap()
        );
        let permit: Permit<ReadJournal> = permit_of(opened.account, Subject::Organisation);
        let actions = ["mend-key-copy"];
        let filter = JournalFilter {
            actions: Some(&actions),
            ..JournalFilter::default()
        };
        let noted = opened
            .store
            .records()
            .journal_page(&permit, &filter, None, 10)
            .unwrap();
        assert_eq!(noted.len(), 1, "and it says so");
        assert!(verify(&mut opened).is_sound());
    }
}

#[test]
fn an_entry_of_the_journal_that_was_changed_with_all_keys_is_named() {
    let folder = a_store();
    let keys = stranger::keys(folder.path(), "hr", PASSPHRASE);
    let database = stranger::database(folder.path(), &keys);
    let triggers: Vec<String> = database
        .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for trigger in triggers {
        database
            .execute_batch(&format!("DROP TRIGGER \"{trigger}\""))
            .unwrap();
    }
    database
        .execute_batch("UPDATE journal SET action = 'search' WHERE seq = 4")
        .unwrap();
    drop(database);
    let mut opened = unlock(folder.path()).unwrap();
    let found = verify(&mut opened);
    assert_eq!(found.journal_broken_at, Some(4));
    assert!(!found.is_sound());
}

/// How one flipped bit in a file shows.
fn assert_flipped_shows(name: &str, place: usize, bit: u8) {
    let folder = a_store();
    let path = folder.path().join(name);
    let length = fs::read(&path).unwrap().len();
    flip(&path, place % length, bit);
    let before = contents(folder.path());
    let answer = unlock(folder.path());
    let refused = match (&answer, name) {
        (Err(OpenError::KeysCopy(KeysFault::Damaged)), "fairhold.keys")
        | (Err(OpenError::SubjectsDamaged), "fairhold.subjects")
        | (Err(OpenError::HeadDamaged), "fairhold.head") => true,
        (Err(OpenError::Database(fault)), "fairhold.db") => {
            let first = place % length < 16;
            assert_eq!(*fault == DatabaseFault::Foreign, first, "{fault:?}");
            true
        }
        (Ok(_), "fairhold.db" | "fairhold.keys.bak") => false,
        (Ok(opened), "fairhold.erasures") => {
            assert_eq!(opened.ledger, LedgerCheck::Damaged);
            false
        }
        _ => panic!("{name} at {}: {answer:?}", place % length),
    };
    if refused {
        assert_eq!(contents(folder.path()), before, "{name} was written over");
    } else if let Ok(mut opened) = answer {
        let found = verify(&mut opened);
        assert_eq!(found.damaged_pages > 0, name == "fairhold.db", "{found:?}");
    }
}

const FILES: [&str; 6] = [
    "fairhold.db",
    "fairhold.erasures",
    "fairhold.head",
    "fairhold.keys",
    "fairhold.keys.bak",
    "fairhold.subjects",
];

#[test]
fn a_flipped_bit_at_the_ends_of_every_file_is_noticed_and_named() {
    let folder = a_store();
    for name in FILES {
        let length = fs::read(folder.path().join(name)).unwrap().len();
        for place in [0, 7, 8, 9, 11, 12, 24, length / 2, length - 33, length - 1] {
            assert_flipped_shows(name, place, 0);
        }
    }
    let all: Vec<String> = contents(folder.path()).into_keys().collect();
    assert_eq!(all, FILES, "there is no other file");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_flipped_bit_anywhere_in_any_file_is_noticed_and_named(
        name in prop::sample::select(FILES.to_vec()),
        place in any::<usize>(),
        bit in 0_u8..8,
    ) {
        assert_flipped_shows(name, place, bit);
    }
}
