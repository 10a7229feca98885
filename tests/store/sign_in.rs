//! Getting in: passphrases, waits, one program at a time, and the modes of the files.

use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use store::{OpenError, Passphrase, Summary, Unlocked};

use crate::support::{PASSPHRASE, at, create, passphrase, unlock};

fn try_at(
    folder: &std::path::Path,
    name: &str,
    text: &str,
    now: DateTime<Utc>,
) -> Result<Unlocked, OpenError> {
    let passphrase: Passphrase = passphrase(text);
    store::unlock(folder, name, &passphrase, now)
}

#[test]
fn a_folder_says_what_it_holds() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        store::summary(&folder.path().join("nothing")).unwrap(),
        Summary::Absent,
        "no folder"
    );
    assert_eq!(
        store::summary(folder.path()).unwrap(),
        Summary::Absent,
        "an empty one"
    );
    create(folder.path()).unwrap().store.close().unwrap();
    let Summary::Present { doors, .. } = store::summary(folder.path()).unwrap() else {
        panic!("a store");
    };
    let who: Vec<_> = doors
        .iter()
        .map(|door| (door.sign_in_name.as_str(), door.keychain))
        .collect();
    assert_eq!(who, [("hr", false)], "who signs in, and by what");
    assert!(
        matches!(create(folder.path()), Err(OpenError::AlreadyThere)),
        "never made over another"
    );
}

#[test]
fn wrong_name_and_wrong_passphrase_are_one_answer_in_one_time() {
    let folder = tempfile::tempdir().unwrap();
    create(folder.path()).unwrap().store.close().unwrap();
    let mut now = at("2026-02-01");
    let mut timed = |name: &str| {
        now += TimeDelta::days(1);
        let begun = Instant::now();
        let answer = try_at(folder.path(), name, "wrong", now).unwrap_err();
        assert!(
            matches!(answer, OpenError::WrongPassphrase),
            "{name}: {answer:?}"
        );
        (answer.to_string(), begun.elapsed())
    };
    // The quickest of several: what else the computer does only ever adds.
    let mut quickest = |name: &str| (0..4).map(|_| timed(name)).min_by_key(|(_, took)| *took);
    let (one, known) = quickest("hr").unwrap();
    let (other, unknown) = quickest("nobody").unwrap();
    assert_eq!(one, other, "the same words");
    assert!(
        unknown > known / 4 && known > unknown / 4,
        "about the same time: {known:?} and {unknown:?}"
    );
}

#[test]
fn waits_grow_outlast_the_program_and_end_with_the_right_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    create(folder.path()).unwrap().store.close().unwrap();
    let start = at("2026-02-01");
    let mut now = start;
    for wait in [0, 0, 0, 1, 2, 4, 8, 16, 32, 60] {
        let answer = try_at(folder.path(), "hr", "wrong", now);
        assert!(
            matches!(answer, Err(OpenError::WrongPassphrase)),
            "heard after its wait: {answer:?}"
        );
        if wait > 0 {
            // Nothing is kept in memory between these calls: each begins with the files alone.
            let early = try_at(folder.path(), "hr", PASSPHRASE, now);
            assert!(
                matches!(early, Err(OpenError::Throttled { retry_after }) if retry_after == Duration::from_secs(wait)),
                "even the right one waits {wait} s: {early:?}"
            );
        }
        now += TimeDelta::seconds(i64::try_from(wait).unwrap());
    }
    let back = try_at(
        folder.path(),
        "hr",
        PASSPHRASE,
        start - TimeDelta::days(400),
    );
    assert!(
        matches!(back, Err(OpenError::Throttled { .. })),
        "setting the clock back opens nothing: {back:?}"
    );
    let opened = try_at(folder.path(), "hr", PASSPHRASE, now + TimeDelta::days(1)).unwrap();
    assert_eq!(opened.wrong_before, 10, "and the account is told");
    opened.store.close().unwrap();
    let log = std::fs::read_to_string(folder.path().join("attempts.log")).unwrap();
    assert_eq!(log, "", "forgotten");
    drop(try_at(
        folder.path(),
        "hr",
        "wrong",
        now + TimeDelta::days(2),
    ));
    let log = std::fs::read_to_string(folder.path().join("attempts.log")).unwrap();
    assert!(
        log.trim().parse::<i64>().is_ok(),
        "a time and nothing else: {log:?}"
    );
}

#[test]
fn a_passphrase_typed_on_another_system_is_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let new = store::NewStore {
        organisation: crate::support::line("Office"),
        account: crate::support::new_account(
            "hr",
            domain::access::Role::HrAdministrator,
            "caf\u{e9} \u{fb01}ve",
        ),
    };
    store::create(folder.path(), &new, at("2026-01-05"))
        .unwrap()
        .store
        .close()
        .unwrap();
    assert!(
        try_at(folder.path(), "HR", "cafe\u{301} five", at("2026-02-01")).is_ok(),
        "NFKC makes them one"
    );
}

#[test]
fn a_second_program_is_told_the_store_is_in_use() {
    let folder = tempfile::tempdir().unwrap();
    let opened = create(folder.path()).unwrap();
    assert!(
        matches!(unlock(folder.path()), Err(OpenError::InUse)),
        "while it is open"
    );
    drop(opened);
    assert!(unlock(folder.path()).is_ok(), "and free when it is not");
}

#[cfg(unix)]
#[test]
fn files_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("store");
    let opened = create(&folder).unwrap();
    let mode =
        |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700, "the folder");
    for item in std::fs::read_dir(&folder).unwrap() {
        let path = item.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
    drop(opened);
}
