//! Stores that can't be opened: each says so, and not a byte of it changes.

use std::time::Duration;

use domain::clock::Clock;
use records::clock::SystemClock;
use records::organisation::{self, Passphrase};
use sha2::{Digest, Sha256};

use crate::support::{DONE, Home, PASSPHRASE, STORE, USAGE, contents, feed, run_with};

#[test]
fn a_wrong_passphrase_is_told_and_after_several_it_costs_a_wait_that_outlasts_the_program() {
    let home = Home::empty();
    let before = home.bytes();
    let mut asked = home.named();
    asked.extend(["search".into(), "ann".into()]);
    // Each of these is a program of its own, so what they remember is on the disk. Short waits are sat out: a
    // slow computer can spend them on starting the next program.
    let mut tries = 0;
    let (wait, seconds) = loop {
        tries += 1;
        assert!(tries < 30, "waits grow with every wrong passphrase");
        let answer = run_with(&asked, "not this one\n");
        if answer.err.contains("Too many") {
            let seconds = seconds_of(&answer.err);
            if seconds >= 8 {
                break (answer, seconds);
            }
            std::thread::sleep(Duration::from_secs(seconds));
            continue;
        }
        answer.says(
            STORE,
            "The name and the passphrase don't fit. Check the keyboard and try again.",
        );
    };
    assert!(tries > 4, "the first few cost no wait: {tries}");
    wait.says(STORE, &throttled(seconds));
    let early = run_with(&asked, &format!("{PASSPHRASE}\n"));
    let left = seconds_of(&early.err);
    assert!(left <= seconds, "the wait runs down: {left} of {seconds}");
    early.says(STORE, &throttled(left));
    assert_eq!(
        home.bytes(),
        before,
        "and nothing but the count of tries was written"
    );
    std::thread::sleep(Duration::from_secs(left + 1));
    assert_eq!(
        run_with(&asked, &format!("{PASSPHRASE}\n")).code,
        DONE,
        "after the wait the right one opens"
    );
}

#[test]
fn a_passphrase_comes_from_a_file_or_from_standard_input() {
    let home = Home::empty();
    let file = home.file(
        "passphrase",
        format!("{PASSPHRASE}\nand a line that is not it\n"),
    );
    let mut from_file = home.named();
    from_file.extend(["--passphrase-file".into(), file.into_os_string()]);
    from_file.extend(["search".into(), "ann".into()]);
    assert_eq!(
        run_with(&from_file, "").done().out,
        "0 found.\n",
        "from a file's first line"
    );
    assert_eq!(
        home.run(["search", "ann"]).done().out,
        "0 found.\n",
        "from standard input"
    );
    let mut silent = home.named();
    silent.extend(["search".into(), "ann".into()]);
    run_with(&silent, "").says(
        USAGE,
        "Give the passphrase with --passphrase-file FILE or on standard input.",
    );
    let absent = home.around.path().join("nothing");
    let mut from_nowhere = home.named();
    from_nowhere.extend(["--passphrase-file".into(), absent.clone().into_os_string()]);
    from_nowhere.extend(["search".into(), "ann".into()]);
    run_with(&from_nowhere, "").says(
        crate::support::FILE,
        &format!("{} is not there. Nothing was changed.", absent.display()),
    );
}

#[test]
fn a_passphrase_that_is_short_or_easy_to_guess_makes_no_store() {
    let home = Home::bare();
    let mut arguments = home.named();
    arguments.push("init".into());
    run_with(&arguments, "short\n").says(
        crate::support::REFUSED,
        "passphrase: Use at least 15 characters, 10 more than this: four or five words that don't belong together are \
         easiest.",
    );
    run_with(&arguments, "passwordpassword\n").says(
        crate::support::REFUSED,
        "passphrase: Repeating something makes it hardly harder to guess. Use four or five different words.",
    );
    assert!(!home.store().exists(), "and not a file was made");
}

#[test]
fn a_store_with_several_accounts_asks_for_a_name() {
    let sample = Home::sample();
    let bare = [
        "--store".into(),
        sample.store().into_os_string(),
        "search".into(),
        "ann".into(),
    ];
    run_with(bare, &format!("{PASSPHRASE}\n")).says(
        USAGE,
        "The store has several accounts: name one with --account NAME.",
    );
}

#[test]
fn a_folder_without_a_store_is_said_to_have_none_and_is_left_as_it_is() {
    let home = Home::bare();
    let none = "There is no store in this folder. Make one with `init`.";
    home.run(["search", "ann"]).says(STORE, none);
    assert!(!home.store().exists(), "looking makes no folder");
    std::fs::create_dir(home.store()).expect("a folder");
    std::fs::write(home.store().join("letter.txt"), "Dear all").expect("a file");
    std::fs::write(home.store().join("photo.png"), [137, 80, 78, 71]).expect("a file");
    let before = contents(&home.store());
    home.run(["search", "ann"]).says(STORE, none);
    assert_eq!(
        contents(&home.store()),
        before,
        "somebody else's files stay as they are"
    );
}

#[test]
fn a_file_in_the_place_of_the_folder_is_no_store() {
    let home = Home::bare();
    std::fs::write(home.store(), "a file").expect("a file");
    home.run(["search", "ann"]).says(
        STORE,
        "The disk or the system refused to read or write the store's files (not a directory). Nothing was changed.",
    );
}

#[test]
fn a_plain_database_is_no_store() {
    let home = Home::bare();
    std::fs::create_dir(home.store()).expect("a folder");
    std::fs::write(home.store().join("fairhold.db"), plain_database()).expect("a file");
    let before = contents(&home.store());
    home.run(["search", "ann"]).says(STORE, UNSEALED);
    home.run(["init"]).says(
        STORE,
        "There is a store in this folder already. It was left as it is: choose another folder.",
    );
    assert_eq!(contents(&home.store()), before, "and is left as it is");
}

#[test]
fn something_else_in_the_place_of_the_database_is_named_and_left() {
    let other = std::fs::read(Home::sample().store().join("fairhold.db")).expect("a database");
    let own = std::fs::read(Home::empty().store().join("fairhold.db")).expect("a database");
    let noise: Vec<u8> = (0..20_000_u32)
        .map(|number| number.wrapping_mul(2_654_435_761).to_be_bytes()[0])
        .collect();
    let mut torn = own.clone();
    torn[3000] ^= 4;
    let cases: [(&str, &[u8], &str); 7] = [
        ("a plain database", &plain_database(), UNSEALED),
        ("another store's database", &other, FOREIGN),
        ("random bytes", &noise, FOREIGN),
        ("an empty file", &[], TRUNCATED),
        ("half of it", &own[..own.len() / 2 / 4096 * 4096], DAMAGED),
        ("all but a byte", &own[..own.len() - 1], TRUNCATED),
        ("a flipped bit", &torn, DAMAGED),
    ];
    for (what, bytes, sentence) in cases {
        let home = Home::empty();
        std::fs::write(home.store().join("fairhold.db"), bytes).expect("written");
        let before = home.bytes();
        let answer = home.run(["search", "ann"]);
        assert_eq!(answer.err, format!("fairhold-cli: {sentence}\n"), "{what}");
        answer.says(STORE, sentence);
        assert_eq!(home.bytes(), before, "{what} is left as it is");
    }
}

#[test]
fn a_missing_half_of_a_store_is_named() {
    let cases = [
        (
            ["fairhold.db", "fairhold.db-wal"],
            "There is a key file in this folder but no database. Nothing was changed: bring back fairhold.db from a \
             backup of this store.",
        ),
        (
            ["fairhold.keys", "fairhold.keys.bak"],
            "There is a database in this folder but no key file. Nothing was changed: bring back fairhold.keys from a \
             backup of this store.",
        ),
    ];
    for (missing, sentence) in cases {
        let home = Home::empty();
        for name in missing {
            let path = home.store().join(name);
            if path.exists() {
                std::fs::rename(&path, home.around.path().join(name)).expect("moved away");
            }
        }
        let before = home.bytes();
        home.run(["search", "ann"]).says(STORE, sentence);
        assert_eq!(home.bytes(), before, "what is left stays");
    }
}

#[test]
fn a_store_that_a_newer_program_made_is_left_to_it() {
    let home = Home::empty();
    for name in ["fairhold.keys", "fairhold.keys.bak"] {
        let path = home.store().join(name);
        let newer = with_version(&std::fs::read(&path).expect("keys"), 7);
        std::fs::write(&path, newer).expect("written");
    }
    let before = home.bytes();
    home.run(["search", "ann"]).says(
        STORE,
        "A newer Fairhold made this store (format 7; this one reads up to 2). It was left as it is: use the newer \
         program.",
    );
    assert_eq!(home.bytes(), before, "and not a byte was changed");
}

#[test]
fn a_second_program_is_told_that_the_store_is_open_elsewhere() {
    let home = Home::empty();
    let passphrase = Passphrase::new(PASSPHRASE.to_owned().into());
    let clock: &dyn Clock = &SystemClock;
    let held = organisation::sign_in(&home.store(), "HR", &passphrase, clock).expect("open");
    let before = home.bytes();
    for arguments in [&["search", "ann"][..], &["sweep"], &["verify", "store"]] {
        home.run(arguments).says(
            STORE,
            "Another Fairhold has this store open. Close it there first.",
        );
    }
    assert_eq!(home.bytes(), before, "whoever has it open is not disturbed");
    held.store.close().expect("closed");
    assert_eq!(home.found("ann"), 0, "closed there, it opens here");
}

#[test]
fn a_store_is_never_made_over_another() {
    let home = Home::empty();
    let before = home.bytes();
    let there =
        "There is a store in this folder already. It was left as it is: choose another folder.";
    home.run(["init"]).says(STORE, there);
    home.run(["demo", "--people", "5"]).says(STORE, there);
    assert_eq!(home.bytes(), before, "it is as it was");
}

#[test]
fn a_passphrase_is_never_repeated() {
    let home = Home::empty();
    let mut arguments = home.named();
    arguments.extend(["search".into(), "ann".into()]);
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_fairhold-cli"));
    command
        .args(&arguments)
        .env("RUST_LOG", "trace")
        .env("RUST_BACKTRACE", "full");
    let answer = feed(&mut command, "an unmistakable marmalade\n");
    let said = format!("{}{}", answer.out, answer.err);
    assert!(!said.contains("marmalade"), "not even a wrong one: {said}");
}

const UNSEALED: &str = "The database in this folder is not a Fairhold store: it is not encrypted. It was left as it is.";
const FOREIGN: &str = "The database does not belong to the key file beside it: it is another store's, or no \
                       database. Nothing was changed: put the two files of one store together.";
const TRUNCATED: &str =
    "The database is cut short. Nothing was changed: bring back a backup of this store.";
const DAMAGED: &str =
    "The database is damaged. Nothing was changed: bring back a backup of this store.";

/// How an unsealed SQLite database begins, and as long as one.
fn plain_database() -> Vec<u8> {
    let mut plain = b"SQLite format 3\0".to_vec();
    plain.resize(8192, 0);
    plain
}

/// A key file that says it is of another version, with its checksum made right.
fn with_version(keys: &[u8], version: u16) -> Vec<u8> {
    const MAGIC: usize = 8;
    const CHECKSUM: usize = 32;
    let mut bytes = keys[..keys.len() - CHECKSUM].to_vec();
    bytes[MAGIC..MAGIC + 2].copy_from_slice(&version.to_be_bytes());
    let checksum = Sha256::digest(&bytes);
    bytes.extend_from_slice(&checksum);
    bytes
}

fn seconds_of(err: &str) -> u64 {
    err.split_whitespace()
        .find_map(|word| word.parse().ok())
        .unwrap_or_else(|| panic!("seconds in {err}"))
}

fn throttled(seconds: u64) -> String {
    let s = if seconds == 1 { "" } else { "s" };
    format!("Too many wrong passphrases. Wait {seconds} second{s} and try again.")
}
