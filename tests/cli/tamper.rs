//! Files that somebody changed: what `verify store` says of each, that nothing is written over, and that what it
//! advises works.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::support::{CHECK, DONE, Home, STORE, applicants};

const KEYS: &str = "Nothing was changed. A whole copy is beside it: put it in its place with `use-key-copy`, then try \
                    again.";
const SUBJECTS: &str = "The keys of sealed records (fairhold.subjects) are missing or damaged. Nothing was changed: \
                        bring back fairhold.subjects from the newest backup of this store.";
const HEAD: &str = "fairhold.head is missing or damaged, so that nobody can say whether an older database was put in \
                    the place of the newest. Nothing was changed: bring back fairhold.head, or, if nobody else had the \
                    folder, open the store with --as-it-is.";

/// A store that was used twice, with the state after the first time beside it.
struct Used {
    home: Home,
    earlier: std::path::PathBuf,
}

fn used() -> Used {
    let home = Home::empty();
    let earlier = home.around.path().join("earlier");
    crate::support::copy(&home.store(), &earlier);
    let file = home.file("people.csv", applicants(&["Ann Lee,ann@example.org,,Cook"]));
    home.import(&file);
    Used { home, earlier }
}

fn put(file: &Path, there: &Path) {
    fs::copy(file, there).expect("a copy");
}

fn flip(path: &Path) {
    let mut bytes = fs::read(path).expect("a file");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(path, bytes).expect("written");
}

/// Flips the last byte of what authenticates a key file and mends its checksum.
fn forge(path: &Path) {
    let mut bytes = fs::read(path).expect("a file");
    let length = bytes.len() - 32;
    bytes[length - 1] ^= 1;
    let sum = Sha256::digest(&bytes[..length]);
    bytes[length..].copy_from_slice(&sum);
    fs::write(path, bytes).expect("written");
}

/// Checks what is said of a store that was tampered with, and that not a byte of it changes.
fn told(used: &Used, sentence: &str) {
    let before = used.home.bytes();
    for arguments in [&["verify", "store"][..], &["search", "ann"]] {
        used.home.run(arguments).says(STORE, sentence);
    }
    assert_eq!(
        used.home.bytes(),
        before,
        "nothing is written over: {sentence}"
    );
}

type TamperKeys<'a> = &'a dyn Fn(&Path, &Used);
type TamperStore = fn(&Path, &Path);

#[test]
fn a_key_file_of_no_use_is_named_and_its_copy_takes_its_place_when_told_to() {
    let other = Home::sample();
    let cases: [(TamperKeys<'_>, &str); 5] = [
        (
            &|keys, _| fs::rename(keys, keys.with_extension("away")).expect("moved"),
            "The key file fairhold.keys is missing.",
        ),
        (
            &|keys, _| flip(keys),
            "The key file fairhold.keys is damaged.",
        ),
        (
            &|keys, _| forge(keys),
            "Something other than Fairhold changed the key file fairhold.keys.",
        ),
        (
            &|keys, _| put(&other.store().join("fairhold.keys"), keys),
            "The key file fairhold.keys is another store's.",
        ),
        (
            &|keys, used| make_newer(used, keys),
            "An earlier fairhold.keys was put in the place of the newest one.",
        ),
    ];
    for (tamper, sentence) in cases {
        let used = used();
        let keys = used.home.store().join("fairhold.keys");
        tamper(&keys, &used);
        told(&used, &format!("{sentence} {KEYS}"));
        let answer = used.home.run(["use-key-copy"]).done();
        assert_eq!(
            answer.out,
            "Put fairhold.keys.bak in the place of fairhold.keys. The one before, if there was one, is kept as \
             fairhold.keys.replaced.\n"
        );
        assert_eq!(
            used.home.run(["verify", "store"]).code,
            DONE,
            "after {sentence}"
        );
    }
}

/// Changes the passphrase to itself, so that there is a newer key file, and puts the earlier in its place.
fn make_newer(used: &Used, keys: &Path) {
    use records::clock::SystemClock;
    use records::keys::ChangePassphrase;
    use records::organisation::{self, Entered, Passphrase};
    use records::{Session, Unwatched, WriteDesk};
    let secret = || Passphrase::new(crate::support::PASSPHRASE.to_owned().into());
    let Entered {
        mut store, account, ..
    } = organisation::sign_in(&used.home.store(), "HR", &secret(), &SystemClock).expect("open");
    let session = Session::new(account);
    let request = ChangePassphrase {
        current: secret(),
        passphrase: secret(),
    };
    let mut desk = WriteDesk::new(&mut store, &session, &SystemClock, &Unwatched);
    records::keys::change_passphrase(&mut desk, request).expect("changed");
    store.close().expect("closed");
    put(&used.earlier.join("fairhold.keys"), keys);
}

#[test]
fn without_a_whole_copy_nothing_is_put_anywhere() {
    let used = used();
    for name in ["fairhold.keys", "fairhold.keys.bak"] {
        flip(&used.home.store().join(name));
    }
    let before = used.home.bytes();
    let none = "Both copies of the key file are damaged. Nothing was changed: bring back fairhold.keys from a backup \
                of this store.";
    used.home.run(["use-key-copy"]).says(STORE, none);
    told(&used, none);
    assert_eq!(used.home.bytes(), before);
}

#[test]
fn damaged_keys_of_sealed_records_are_named() {
    let used = used();
    flip(&used.home.store().join("fairhold.subjects"));
    fs::write(used.home.store().join("fairhold.subjects"), "FAIRSUBJ").expect("written");
    told(&used, SUBJECTS);
}

#[test]
fn an_earlier_database_or_a_lost_head_is_named_and_opened_only_when_told_to() {
    let cases: [(TamperStore, Option<&str>); 4] = [
        (
            |store, earlier| {
                put(&earlier.join("fairhold.db"), &store.join("fairhold.db"));
            },
            None,
        ),
        (|store, _| flip(&store.join("fairhold.head")), Some(HEAD)),
        (
            |store, _| fs::write(store.join("fairhold.head"), "").expect("written"),
            Some(HEAD),
        ),
        (
            |store, _| fs::rename(store.join("fairhold.head"), store.join("away")).expect("moved"),
            Some(HEAD),
        ),
    ];
    for (tamper, sentence) in cases {
        let used = used();
        tamper(&used.home.store(), &used.earlier);
        let refused = used.home.run(["verify", "store"]);
        let numbers: Vec<u32> = refused
            .err
            .split(|letter: char| !letter.is_ascii_digit())
            .filter_map(|word| word.parse().ok())
            .collect();
        let sentence = sentence.map_or_else(
            || {
                format!(
                    "The database is older than the one last used here: its journal has {} entries and had {}. \
                     Nothing was changed: bring back the newest fairhold.db, or, if this is the backup you want, open \
                     it with --as-it-is.",
                    numbers[0], numbers[1]
                )
            },
            str::to_owned,
        );
        told(&used, &sentence);
        let checked = used.home.run(["--as-it-is", "verify", "store"]);
        assert_eq!(
            checked.code, CHECK,
            "it opens and does not verify: {checked:?}"
        );
        assert!(checked.out.contains("FAULT: "), "and says why: {checked:?}");
        assert_eq!(
            used.home.run(["verify", "store"]).code,
            DONE,
            "from then on it is the newest"
        );
    }
}
