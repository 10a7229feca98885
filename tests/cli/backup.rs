//! Backups made, tried and put back from the command line: whoever was erased since is gone from what comes back, and
//! whatever ends the program leaves no half of anything.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::support::{FILE, Home, PASSPHRASE, REFUSED, SAMPLE_HR, number, run};

fn make(home: &Home, name: &str) -> PathBuf {
    let to = home.around.path().join(name);
    let made = home.ask(["backup".as_ref(), "--to".as_ref(), to.as_os_str()]);
    assert!(number(&made, "bytes") > 10_000, "{made}");
    PathBuf::from(made["file"].as_str().expect("a file"))
}

fn words<'a>(backup: &'a Path, to: &'a Path) -> Vec<&'a std::ffi::OsStr> {
    vec![
        "restore".as_ref(),
        backup.as_os_str(),
        "--to".as_ref(),
        to.as_os_str(),
        "--account".as_ref(),
        SAMPLE_HR.as_ref(),
        "--json".as_ref(),
    ]
}

fn restore(backup: &Path, to: &Path) -> Value {
    run(words(backup, to)).done().json()
}

/// Everybody's names and addresses, by what the search says.
fn everybody(store: &Path) -> Vec<String> {
    let listed = run([
        "--store".as_ref(),
        store.as_os_str(),
        "--account".as_ref(),
        SAMPLE_HR.as_ref(),
        "--json".as_ref(),
        "search".as_ref(),
        "".as_ref(),
        "--limit".as_ref(),
        "500".as_ref(),
    ])
    .done()
    .json();
    listed["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| row["email"].as_str().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn whoever_was_erased_since_is_gone_from_a_backup_that_is_put_back() {
    let home = Home::sample();
    let before = everybody(&home.store());
    let backup = make(&home, "one.fairhold-backup");
    let later = crate::support::day(400).to_string();
    let swept = home.ask(["sweep", "--as-of", &later]);
    let erased = number(&swept, "people");
    assert!(erased > 10, "{swept}");
    let after = everybody(&home.store());
    assert!(after.len() + 10 < before.len(), "many went");
    let to = home.around.path().join("back");
    let restored = restore(&backup, &to);
    assert_eq!(number(&restored, "erased_again"), erased, "{restored}");
    assert_eq!(restored["proved"], true, "{restored}");
    assert_eq!(number(&restored, "people"), 60 - erased);
    let mut back = everybody(&to);
    let mut here = after;
    back.sort();
    here.sort();
    assert_eq!(back, here, "the same people, and no others");
}

#[test]
fn a_backup_is_tried_by_putting_it_back_and_says_what_it_saw() {
    let home = Home::sample();
    let backup = make(&home, "one.fairhold-backup");
    let seen = home.ask(["verify".as_ref(), "backup".as_ref(), backup.as_os_str()]);
    assert_eq!(number(&seen, "people"), 60, "{seen}");
    assert_eq!(seen["proved"], true);
    let mut bytes = fs::read(&backup).expect("a file");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&backup, bytes).expect("written");
    home.run(["verify".as_ref(), "backup".as_ref(), backup.as_os_str()])
        .says(
            FILE,
            "The backup is damaged or was changed. Nothing was put back: copy it again from where it was kept, or use \
             another.",
        );
}

#[test]
fn what_is_no_use_is_refused_in_a_sentence_of_its_own() {
    let home = Home::sample();
    let backup = make(&home, "one.fairhold-backup");
    let to = home.around.path().join("back");
    let text = home.file("text", "hello there");
    run(words(&text, &to)).says(
        FILE,
        "This file is no backup of Fairhold’s. Nothing was put back.",
    );
    let bytes = fs::read(&backup).expect("a file");
    let cut = home.file("cut", &bytes[..bytes.len() - 10]);
    run(words(&cut, &to)).says(
        FILE,
        "The backup is cut short. Nothing was put back: copy it again from where it was kept, or use another.",
    );
    run(words(&backup, &home.store())).says(
        REFUSED,
        "There is something in that place already. It was left as it is: choose another place.",
    );
    home.run(["backup".as_ref(), "--to".as_ref(), home.store().as_os_str()])
        .says(
            REFUSED,
            "That place is inside the store’s own folder, and would be lost with it. Choose another folder.",
        );
    let other = Home::empty();
    for (given, sentence) in [
        (
            other.store().join("fairhold.erasures"),
            "The file given with --ledger is no list of erasures of this store. Nothing was put back.",
        ),
        (
            home.file("list", {
                let bytes = fs::read(home.store().join("fairhold.erasures")).expect("a list");
                bytes[..bytes.len() - 1].to_vec()
            }),
            "The file given with --ledger is cut short, damaged or was changed. Nothing was put back: use another copy.",
        ),
    ] {
        let mut all = words(&backup, &to);
        all.extend(["--ledger".as_ref(), given.as_os_str()]);
        run(all).says(FILE, sentence);
    }
    assert!(!to.exists(), "and nothing was put there");
}

/// Starts the program, ends it after a while, and says whether it had ended by itself.
fn end_after<S: AsRef<std::ffi::OsStr>>(arguments: &[S], wait: Duration) -> bool {
    use std::io::Write as _;
    let mut child = Command::new(env!("CARGO_BIN_EXE_fairhold-cli"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    drop(
        child
            .stdin
            .take()
            .expect("a pipe")
            .write_all(format!("{PASSPHRASE}\n").as_bytes()),
    );
    std::thread::sleep(wait);
    let ended = child.try_wait().expect("a child").is_some();
    drop(child.kill());
    child.wait().expect("it ends");
    ended
}

#[test]
fn a_backup_or_a_restore_that_is_ended_at_any_moment_leaves_no_half() {
    let home = Home::sample();
    let backup = make(&home, "whole.fairhold-backup");
    let place = home.around.path().join("place");
    fs::create_dir(&place).expect("a folder");
    let (mut finished_backups, mut finished_restores) = (0, 0);
    for round in 0..12_u64 {
        let wait = Duration::from_millis(40 + round * round * 35);
        let to = place.join(format!("round-{round}"));
        let mut making = home.named();
        making.extend(["backup".into(), "--to".into(), to.clone().into_os_string()]);
        finished_backups += u32::from(end_after(&making, wait));
        // A sign-in that was ended counts as a wrong one, and the next would have to wait.
        let counted = home.store().join("attempts.log");
        drop(fs::rename(counted, home.around.path().join("away")));
        if to.exists() {
            let seen = home.ask(["verify".as_ref(), "backup".as_ref(), to.as_os_str()]);
            assert_eq!(
                number(&seen, "people"),
                60,
                "what has its name is whole: {seen}"
            );
        }
        let back = place.join(format!("back-{round}"));
        finished_restores += u32::from(end_after(&words(&backup, &back), wait));
        if back.exists() {
            assert_eq!(everybody(&back).len(), 60, "a store that is there is whole");
        } else {
            restore(&backup, &back);
            assert_eq!(
                everybody(&back).len(),
                60,
                "and the next try makes it whole"
            );
        }
        let rest: Vec<_> = fs::read_dir(&place)
            .expect("a folder")
            .map(|item| item.expect("an item").file_name())
            .filter(|name| name.to_string_lossy().ends_with(".restoring"))
            .collect();
        assert!(rest.is_empty(), "nothing is left of a restore: {rest:?}");
    }
    assert!(
        finished_backups < 12 && finished_restores < 12,
        "some were ended: {finished_backups} and {finished_restores} were not"
    );
    home.holds(60);
}
