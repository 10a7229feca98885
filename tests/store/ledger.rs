//! Who was erased stays erased, whatever is put back: an earlier database, a backup, with the ledger whole, cut,
//! changed or gone.

use std::fs;
use std::path::{Path, PathBuf};

use domain::access::{
    EditCandidate, ManageAccounts, ManageHolds, ReadAccounts, ReadJournal, Role, Subject,
};
use domain::hold::{HoldDetails, HoldReason};
use domain::id::CandidateId;
use store::{
    BackupError, BackupFault, BackupRecord, Entry, ErasureState, GoOn, JournalFilter, LedgerCheck,
    LedgerFault, OpenError, Restore, Restored, StoreError, ToErase, Unlocked,
};

use crate::keys::{open_sealed, seal};
use crate::support::{
    Home, PASSPHRASE, at, day, new_account, passphrase, permit_of, person, unlock,
};

/// A word of somebody, whose end nobody else's word has: ends are what is searched for.
fn word(number: usize) -> String {
    format!("Marigold{:08x}", (number + 1) * 40_503 % 65_536 * 65_521)
}

fn fill(home: &mut Home, number: usize) -> Vec<CandidateId> {
    (0..number)
        .map(|number| {
            home.candidate(&person(
                &word(number),
                &format!("Quagga{number:04}"),
                &format!("heron{number:04}@example.org"),
                &format!("07700 9{number:05}"),
            ))
        })
        .collect()
}

fn erase(home: &mut Home, people: &[CandidateId], on: &str) {
    let permit = home.erasing();
    let people: Vec<_> = people
        .iter()
        .map(|candidate| ToErase::person(*candidate, "RET-02"))
        .collect();
    let report = home
        .store
        .erase(&permit, &people, at(on), |_| GoOn::Yes)
        .unwrap();
    assert_eq!(report.state, ErasureState::Erased);
}

/// How many of these people's words stand in a store's bytes.
fn found_of(folder: &Path, people: std::ops::Range<usize>) -> usize {
    let words: Vec<String> = people.map(word).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    store::testing::words_in_bytes(folder, "hr", PASSPHRASE, &words).unwrap()
}

fn is_here(opened: &Unlocked, candidate: CandidateId) -> bool {
    !opened.store.records().is_erased(candidate).unwrap()
}

fn actions(opened: &mut Unlocked) -> Vec<String> {
    let permit = permit_of::<ReadJournal>(opened.account, Subject::Organisation);
    opened
        .store
        .read(|records| records.journal_page(&permit, &JournalFilter::default(), None, 200))
        .unwrap()
        .into_iter()
        .map(|row| row.action)
        .collect()
}

fn backup(home: &mut Home, to: &Path, on: &str) -> BackupRecord {
    let permit = home.permit::<ManageAccounts>(Subject::Organisation);
    home.store.make_backup(&permit, to, at(on)).unwrap()
}

fn put_back(backup: &Path, to: &Path, ledgers: &[PathBuf]) -> Result<Restored, BackupError> {
    store::restore(
        &Restore {
            backup,
            to,
            ledgers,
            sign_in_name: "hr",
            passphrase: &passphrase(PASSPHRASE),
            move_aside: false,
            without_sealed: false,
            although_old: false,
        },
        at("2026-06-03"),
    )
}

/// An earlier database under the newest head: what somebody does who wants erased people back.
fn with_an_earlier_database() -> (Home, Vec<CandidateId>, Vec<u8>) {
    let mut home = Home::new();
    let people = fill(&mut home, 30);
    let Home {
        store,
        folder,
        hr,
        team,
    } = home;
    store.close().unwrap();
    let before = fs::read(folder.path().join("fairhold.db")).unwrap();
    let store = unlock(folder.path()).unwrap().store;
    let mut home = Home {
        store,
        hr,
        team,
        folder,
    };
    erase(&mut home, &people[..5], "2026-06-01");
    (home, people, before)
}

fn as_it_is(folder: &Path) -> Result<Unlocked, OpenError> {
    store::unlock_as_it_is(folder, "hr", &passphrase(PASSPHRASE), at("2026-06-02"))
}

#[test]
fn an_earlier_database_is_rid_of_the_erased_before_it_is_handed_out() {
    let (home, people, before) = with_an_earlier_database();
    let Home { store, folder, .. } = home;
    store.close().unwrap();
    fs::write(folder.path().join("fairhold.db"), before).unwrap();
    assert!(
        found_of(folder.path(), 0..5) > 0,
        "the earlier database holds them"
    );
    assert!(
        matches!(unlock(folder.path()), Err(OpenError::RolledBack { .. })),
        "it is noticed first"
    );
    let mut opened = as_it_is(folder.path()).unwrap();
    assert_eq!(opened.erased_again, 5);
    assert_eq!(opened.ledger, LedgerCheck::Whole);
    assert_eq!(opened.finished.len(), 1, "as one erasure");
    assert_eq!(opened.finished[0].state, ErasureState::Erased);
    assert!(people[..5].iter().all(|one| !is_here(&opened, *one)));
    assert!(people[5..].iter().all(|one| is_here(&opened, *one)));
    assert!(actions(&mut opened).contains(&"replay-erasures".to_owned()));
    assert_eq!(found_of(folder.path(), 0..5), 0, "of their words nothing");
    assert!(found_of(folder.path(), 5..30) > 0, "the others are whole");
    opened.store.close().unwrap();
    let again = unlock(folder.path()).unwrap();
    assert_eq!(again.erased_again, 0, "once is enough");
}

#[test]
fn a_hold_in_the_earlier_database_does_not_bring_somebody_back() {
    let mut home = Home::new();
    let people = fill(&mut home, 12);
    let admin = home.permit::<ManageAccounts>(Subject::Organisation);
    let other = home
        .store
        .add_account(
            &admin,
            &new_account("dpo", Role::DataProtectionOfficer, PASSPHRASE),
            at("2026-02-01"),
        )
        .unwrap();
    let permit = home.on::<ManageHolds>(people[0]);
    let details = HoldDetails {
        reason: HoldReason::Claim,
        reference: None,
        review_by: day("2026-12-01"),
    };
    let hold = home
        .store
        .write(&permit, at("2026-02-01"), |tx| {
            let hold = tx.insert_hold(&permit, &details)?;
            Ok::<_, StoreError>((hold, Entry::new("place-hold")))
        })
        .unwrap();
    let place = tempfile::tempdir().unwrap();
    let made = backup(&mut home, place.path(), "2026-06-01");
    let applied = Vec::new();
    let releasing = permit_of::<ManageHolds>(
        other,
        Subject::Candidate {
            candidate: people[0],
            applied,
        },
    );
    home.store
        .write(&releasing, at("2026-06-01"), |tx| {
            tx.release_hold(&releasing, hold)?;
            Ok::<_, StoreError>(((), Entry::new("release-hold")))
        })
        .unwrap();
    erase(&mut home, &people[..1], "2026-06-02");
    let to = place.path().join("restored");
    let restored = put_back(&made.path, &to, &[]).unwrap();
    assert_eq!((restored.erased_again, restored.people), (1, 11));
    assert_eq!(found_of(&to, 0..1), 0);
    let mut opened = unlock(&to).unwrap();
    let permit = permit_of::<ManageHolds>(
        opened.account,
        Subject::Candidate {
            candidate: people[1],
            applied: Vec::new(),
        },
    );
    opened
        .store
        .write(&permit, at("2026-06-03"), |tx| {
            let hold = tx.insert_hold(&permit, &details)?;
            Ok::<_, StoreError>((hold, Entry::new("place-hold")))
        })
        .unwrap();
    let editing = permit_of::<EditCandidate>(
        opened.account,
        Subject::Candidate {
            candidate: people[1],
            applied: Vec::new(),
        },
    );
    let removed = opened.store.write(&editing, at("2026-06-03"), |tx| {
        tx.remove_candidate(&editing, 1)?;
        Ok::<_, StoreError>(((), Entry::new("undo-add-candidate")))
    });
    assert!(
        matches!(removed, Err(StoreError::OnHold)),
        "holds keep what they kept before: {removed:?}"
    );
}

#[test]
fn somebody_who_applies_anew_is_another_record_and_stays() {
    let (mut home, people, before) = with_an_earlier_database();
    let anew = home.candidate(&person(
        &word(0),
        "Quagga0000",
        "heron0000@example.org",
        "07700 900000",
    ));
    let Home { store, folder, .. } = home;
    store.close().unwrap();
    let opened = unlock(folder.path()).unwrap();
    assert_eq!(opened.erased_again, 0);
    assert!(is_here(&opened, anew) && !is_here(&opened, people[0]));
    drop(opened);
    fs::write(folder.path().join("fairhold.db"), before).unwrap();
    let mut opened = as_it_is(folder.path()).unwrap();
    assert_eq!(opened.erased_again, 5);
    let permit = permit_of::<domain::access::AddCandidate>(opened.account, Subject::Organisation);
    let anew = opened
        .store
        .write(&permit, at("2026-06-02"), |tx| {
            let details = person(
                &word(0),
                "Quagga0000",
                "heron0000@example.org",
                "07700 900000",
            );
            Ok::<_, StoreError>((
                tx.insert_candidate(&permit, &details)?,
                Entry::new("add-candidate"),
            ))
        })
        .unwrap();
    opened.store.close().unwrap();
    let opened = unlock(folder.path()).unwrap();
    assert_eq!(
        opened.erased_again, 0,
        "the ledger knows records, not people"
    );
    assert!(is_here(&opened, anew));
}

/// What is done to a ledger, and how it is found.
type Tampered = (&'static str, fn(&Path), LedgerCheck);

#[test]
fn a_ledger_that_is_cut_changed_or_gone_is_named_and_written_anew() {
    let tampers: [Tampered; 5] = [
        (
            "cut",
            |file| {
                let bytes = fs::read(file).unwrap();
                fs::write(file, &bytes[..bytes.len() - 7]).unwrap();
            },
            LedgerCheck::Damaged,
        ),
        (
            "cut between two lines",
            |file| {
                let bytes = fs::read(file).unwrap();
                fs::write(file, &bytes[..bytes.len() - 86]).unwrap();
            },
            LedgerCheck::Damaged,
        ),
        (
            "changed",
            |file| {
                let mut bytes = fs::read(file).unwrap();
                let last = bytes.len() - 1;
                bytes[last] ^= 1;
                fs::write(file, bytes).unwrap();
            },
            LedgerCheck::Damaged,
        ),
        (
            "another store's",
            |file| {
                let other = Home::new();
                fs::copy(other.folder.path().join("fairhold.erasures"), file).unwrap();
            },
            LedgerCheck::Damaged,
        ),
        (
            "gone",
            |file| store::erase_file(file).unwrap(),
            LedgerCheck::Missing,
        ),
    ];
    for (what, tamper, check) in tampers {
        let (home, people, _) = with_an_earlier_database();
        let Home { store, folder, .. } = home;
        store.close().unwrap();
        let file = folder.path().join("fairhold.erasures");
        tamper(&file);
        let mut opened = unlock(folder.path()).unwrap();
        assert_eq!(opened.ledger, check, "{what}");
        assert!(
            people[..5].iter().all(|one| !is_here(&opened, *one)),
            "{what}"
        );
        assert!(
            actions(&mut opened).contains(&"mend-erasure-ledger".to_owned()),
            "{what}"
        );
        opened.store.close().unwrap();
        assert_eq!(
            unlock(folder.path()).unwrap().ledger,
            LedgerCheck::Whole,
            "{what}: mended"
        );
    }
}

#[test]
fn what_is_whole_of_a_damaged_ledger_still_erases() {
    let (home, people, before) = with_an_earlier_database();
    let Home { store, folder, .. } = home;
    store.close().unwrap();
    fs::write(folder.path().join("fairhold.db"), before).unwrap();
    let file = folder.path().join("fairhold.erasures");
    let mut bytes = fs::read(&file).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&file, bytes).unwrap();
    let opened = as_it_is(folder.path()).unwrap();
    assert_eq!(opened.ledger, LedgerCheck::Damaged, "it is said");
    assert_eq!(
        opened.erased_again, 4,
        "and what can be read of it is heeded"
    );
    assert_eq!(
        people[..5]
            .iter()
            .filter(|one| is_here(&opened, **one))
            .count(),
        1
    );
}

#[test]
fn ids_drop_out_when_no_backup_can_hold_them_and_an_old_backup_goes_with_its_days() {
    let mut home = Home::new();
    let people = fill(&mut home, 12);
    let place = tempfile::tempdir().unwrap();
    // Days that are not too far apart to be believed.
    for on in ["2026-02-05", "2026-03-05"] {
        home.store
            .note(None, at(on), Entry::new("sign-in"))
            .unwrap();
    }
    let made = backup(&mut home, place.path(), "2026-03-10");
    assert_eq!(made.beyond_use_until, day("2026-04-14"), "RET-18: 35 days");
    erase(&mut home, &people[..3], "2026-03-20");
    let until = |on: &str| home.store.records().beyond_use_until(day(on)).unwrap();
    assert_eq!(until("2026-03-20"), Some(day("2026-04-14")));
    assert_eq!(until("2026-03-09"), None, "who went before is in none");
    let Home { store, folder, .. } = home;
    store.close().unwrap();
    let on =
        |text: &str| store::unlock(folder.path(), "hr", &passphrase(PASSPHRASE), at(text)).unwrap();
    let mut opened = on("2026-04-13");
    assert!(made.path.exists(), "a day before");
    opened.store.close().unwrap();
    opened = on("2026-04-14");
    assert!(!made.path.exists(), "the file goes with its days");
    assert!(
        !is_here(&opened, people[0]),
        "their ids stay: a copy nobody knows of may be younger"
    );
    opened.store.close().unwrap();
    opened = on("2026-04-24");
    assert!(
        is_here(&opened, people[0]),
        "35 days after the erasure, the id is forgotten"
    );
    let seen = actions(&mut opened);
    for action in ["make-backup", "forget-backup", "forget-erased-ids"] {
        assert!(seen.contains(&action.to_owned()), "{action} in {seen:?}");
    }
}

#[test]
fn a_restored_backup_is_rid_of_the_erased_and_nothing_of_them_is_in_its_bytes() {
    let mut home = Home::new();
    let people = fill(&mut home, 50);
    let place = tempfile::tempdir().unwrap();
    let made = backup(
        &mut home,
        &place.path().join("one.fairhold-backup"),
        "2026-06-01",
    );
    erase(&mut home, &people[10..20], "2026-06-02");
    let restored_to = place.path().join("restored");
    let restored = put_back(&made.path, &restored_to, &[]).unwrap();
    assert_eq!(
        (restored.people, restored.erased_again, restored.proved),
        (40, 10, true)
    );
    assert_eq!(found_of(&restored_to, 10..20), 0, "nothing of the ten");
    assert_eq!(found_of(&restored_to, 0..10), 10, "the others are whole");
    let mut opened = store::unlock(
        &restored_to,
        "hr",
        &passphrase(PASSPHRASE),
        at("2026-06-03"),
    )
    .unwrap();
    assert_eq!(
        opened.erased_again, 0,
        "it was done before anybody signed in"
    );
    assert!(people[10..20].iter().all(|one| !is_here(&opened, *one)));
    let permit = permit_of::<ReadJournal>(opened.account, Subject::Organisation);
    assert!(opened.store.verify_store(&permit).unwrap().is_sound());
    assert!(actions(&mut opened).contains(&"restore-backup".to_owned()));
    let known = permit_of::<ReadAccounts>(opened.account, Subject::Organisation);
    let backups = opened
        .store
        .records()
        .backups(&known, day("2026-06-03"))
        .unwrap();
    assert_eq!(backups.len(), 1, "it knows the backup it came from");
}

#[test]
fn the_newest_ledger_that_is_found_counts_and_without_any_it_is_that_of_the_backup() {
    let mut home = Home::new();
    let people = fill(&mut home, 20);
    let place = tempfile::tempdir().unwrap();
    erase(&mut home, &people[..1], "2026-05-30");
    let made = backup(&mut home, place.path(), "2026-06-01");
    erase(&mut home, &people[1..4], "2026-06-02");
    let alone = tempfile::tempdir().unwrap();
    let file = alone.path().join("alone.fairhold-backup");
    fs::copy(&made.path, &file).unwrap();
    let restored = put_back(&file, &alone.path().join("a"), &[]).unwrap();
    assert_eq!(restored.erased_again, 0, "nothing tells of the three");
    let named = [home.folder.path().join("fairhold.erasures")];
    let restored = put_back(&file, &alone.path().join("b"), &named).unwrap();
    assert_eq!(restored.erased_again, 3, "the file that was named does");
}

#[test]
fn a_ledger_that_was_named_and_is_of_no_use_is_refused_in_its_own_words() {
    let mut home = Home::new();
    let people = fill(&mut home, 12);
    let place = tempfile::tempdir().unwrap();
    let made = backup(&mut home, place.path(), "2026-06-01");
    erase(&mut home, &people[..2], "2026-06-02");
    let ours = home.folder.path().join("fairhold.erasures");
    let bytes = fs::read(&ours).unwrap();
    let other = Home::new();
    let file = place.path().join("given");
    let to = place.path().join("restored");
    let mut changed = bytes.clone();
    changed[150] ^= 4;
    for (what, given, fault) in [
        (
            "cut",
            bytes[..bytes.len() - 1].to_vec(),
            LedgerFault::Damaged,
        ),
        (
            "cut in its head",
            bytes[..40].to_vec(),
            LedgerFault::Damaged,
        ),
        ("changed", changed, LedgerFault::Damaged),
        (
            "another store's",
            fs::read(other.folder.path().join("fairhold.erasures")).unwrap(),
            LedgerFault::Foreign,
        ),
        ("no ledger", b"hello".to_vec(), LedgerFault::Foreign),
    ] {
        fs::write(&file, given).unwrap();
        let refused = put_back(&made.path, &to, std::slice::from_ref(&file));
        assert!(
            matches!(&refused, Err(BackupError::Open(OpenError::Ledger(found))) if *found == fault),
            "{what}: {refused:?}"
        );
        assert!(!to.exists(), "{what}: nothing was put there");
    }
    store::erase_file(&file).unwrap();
    let refused = put_back(&made.path, &to, &[file]);
    assert!(
        matches!(
            refused,
            Err(BackupError::Open(OpenError::Ledger(LedgerFault::Missing)))
        ),
        "{refused:?}"
    );
}

#[test]
fn a_backup_that_is_cut_changed_or_forged_is_refused_and_nothing_is_put_back() {
    let mut home = Home::new();
    fill(&mut home, 12);
    let place = tempfile::tempdir().unwrap();
    let made = backup(&mut home, place.path(), "2026-06-01");
    let bytes = fs::read(&made.path).unwrap();
    let file = place.path().join("given");
    let to = place.path().join("restored");
    let flipped = |place: usize| {
        let mut bytes = bytes.clone();
        bytes[place] ^= 1;
        bytes
    };
    // A sum that was made anew, over a change: what somebody does who has read how the file is made.
    let mut forged = flipped(bytes.len() / 2);
    let end = forged.len() - 96;
    let sum = <sha2::Sha256 as sha2::Digest>::digest(&forged[..end]);
    forged[end..end + 32].copy_from_slice(&sum);
    let mut newer = bytes.clone();
    newer[9] = 9;
    for (what, given, fault) in [
        ("no backup", b"hello there".to_vec(), BackupFault::NotOne),
        ("empty", Vec::new(), BackupFault::NotOne),
        (
            "cut",
            bytes[..bytes.len() - 1].to_vec(),
            BackupFault::Truncated,
        ),
        (
            "cut in its head",
            bytes[..20].to_vec(),
            BackupFault::Truncated,
        ),
        (
            "longer",
            [bytes.clone(), vec![0]].concat(),
            BackupFault::Damaged,
        ),
        (
            "changed in its pages",
            flipped(bytes.len() / 2),
            BackupFault::Damaged,
        ),
        (
            "changed in its signature",
            flipped(bytes.len() - 3),
            BackupFault::Forged,
        ),
        ("a sum made anew", forged, BackupFault::Forged),
        ("newer", newer, BackupFault::Newer),
    ] {
        fs::write(&file, given).unwrap();
        let refused = put_back(&file, &to, &[]);
        assert!(
            matches!(&refused, Err(BackupError::Fault(found)) if *found == fault),
            "{what}: {refused:?}"
        );
        assert!(!to.exists(), "{what}: nothing was put there");
    }
}

#[test]
fn nothing_is_put_over_a_store_and_one_that_is_moved_aside_still_tells_who_is_gone() {
    let mut home = Home::new();
    let people = fill(&mut home, 20);
    let place = tempfile::tempdir().unwrap();
    let made = backup(&mut home, place.path(), "2026-06-01");
    erase(&mut home, &people[..2], "2026-06-02");
    let alone = tempfile::tempdir().unwrap();
    let file = alone.path().join("alone.fairhold-backup");
    fs::copy(&made.path, &file).unwrap();
    let Home { store, folder, .. } = home;
    let at_home = folder.path().to_owned();
    let refused = put_back(&file, &at_home, &[]);
    assert!(
        matches!(refused, Err(BackupError::AlreadyThere)),
        "{refused:?}"
    );
    let aside = |to: &Path| {
        store::restore(
            &Restore {
                backup: &file,
                to,
                ledgers: &[],
                sign_in_name: "hr",
                passphrase: &passphrase(PASSPHRASE),
                move_aside: true,
                without_sealed: false,
                although_old: false,
            },
            at("2026-06-03"),
        )
    };
    let open = aside(&at_home);
    assert!(
        matches!(open, Err(BackupError::Open(OpenError::InUse))),
        "not while it is open: {open:?}"
    );
    store.close().unwrap();
    let restored = aside(&at_home).unwrap();
    assert_eq!(
        restored.erased_again, 2,
        "by the ledger of the store that was there"
    );
    let moved = restored.moved_to.unwrap();
    assert!(unlock(&moved).is_ok(), "which is whole");
    fs::remove_dir_all(moved).unwrap();
    let _keep = folder;
}

#[test]
fn a_backup_whose_days_are_over_is_put_back_only_when_somebody_says_so() {
    let mut home = Home::new();
    fill(&mut home, 12);
    let place = tempfile::tempdir().unwrap();
    let made = backup(&mut home, place.path(), "2026-04-01");
    let to = place.path().join("restored");
    let refused = put_back(&made.path, &to, &[]);
    assert!(
        matches!(refused, Err(BackupError::TooOld { since }) if since == day("2026-05-06")),
        "{refused:?}"
    );
    assert!(!to.exists());
    let put = store::restore(
        &Restore {
            backup: &made.path,
            to: &to,
            ledgers: &[],
            sign_in_name: "hr",
            passphrase: &passphrase(PASSPHRASE),
            move_aside: false,
            without_sealed: false,
            although_old: true,
        },
        at("2026-06-03"),
    )
    .unwrap();
    assert_eq!(put.people, 12);
}

#[test]
fn a_backup_is_tried_without_a_trace_and_never_made_inside_the_store_or_over_a_file() {
    let mut home = Home::new();
    fill(&mut home, 12);
    let place = tempfile::tempdir().unwrap();
    let made = backup(&mut home, &place.path().join("one"), "2026-06-01");
    let tried =
        store::test_restore(&made.path, "hr", &passphrase(PASSPHRASE), at("2026-06-02")).unwrap();
    assert_eq!(tried.people, 12);
    assert!(tried.verification.is_sound());
    let permit = home.permit::<ManageAccounts>(Subject::Organisation);
    let over = home
        .store
        .make_backup(&permit, &made.path, at("2026-06-02"));
    assert!(matches!(over, Err(BackupError::AlreadyThere)), "{over:?}");
    let inside = home.folder.path().to_owned();
    let inside = home.store.make_backup(&permit, &inside, at("2026-06-02"));
    assert!(matches!(inside, Err(BackupError::Inside)), "{inside:?}");
    let bytes = fs::read(&made.path).unwrap();
    assert!(
        !bytes
            .windows(8)
            .any(|window| window == b"Marigold" || window == b"marigold"),
        "nothing of a candidate stands in it in clear"
    );
}

#[test]
fn sealed_records_come_back_by_the_keys_beside_the_backup_or_are_given_up_when_somebody_says_so() {
    let mut home = Home::new();
    let people = fill(&mut home, 12);
    let record = seal(&mut home, people[3]);
    seal(&mut home, people[4]);
    let admin = home.permit::<ManageAccounts>(Subject::Organisation);
    let leaver = home
        .store
        .add_account(
            &admin,
            &new_account("leaver", Role::Member, "other words for a test"),
            at("2026-02-01"),
        )
        .unwrap();
    let place = tempfile::tempdir().unwrap();
    let made = backup(&mut home, place.path(), "2026-06-01");
    // The store key is another one from here on, and what lies outside must be read with the one of then.
    home.store
        .remove_account(&admin, leaver, at("2026-06-01"))
        .unwrap();
    erase(&mut home, &people[4..6], "2026-06-02");
    let to = place.path().join("restored");
    let restored = put_back(&made.path, &to, &[]).unwrap();
    assert_eq!((restored.erased_again, restored.sealed_given_up), (2, 0));
    let mut opened = unlock(&to).unwrap();
    let text = open_sealed(&mut opened.store, opened.account, people[3], record);
    assert!(
        text.is_ok(),
        "what is sealed of somebody who stays opens: {text:?}"
    );
    drop(opened);

    let alone = tempfile::tempdir().unwrap();
    let file = alone.path().join("alone.fairhold-backup");
    fs::copy(&made.path, &file).unwrap();
    let named = [home.folder.path().join("fairhold.erasures")];
    let to = alone.path().join("restored");
    let refused = put_back(&file, &to, &named);
    assert!(
        matches!(refused, Err(BackupError::SealedKeysMissing)),
        "{refused:?}"
    );
    assert!(!to.exists());
    let given_up = store::restore(
        &Restore {
            backup: &file,
            to: &to,
            ledgers: &named,
            sign_in_name: "hr",
            passphrase: &passphrase(PASSPHRASE),
            move_aside: false,
            without_sealed: true,
            although_old: false,
        },
        at("2026-06-03"),
    )
    .unwrap();
    assert_eq!(
        (
            given_up.sealed_given_up,
            given_up.people,
            given_up.erased_again
        ),
        (1, 10, 2),
        "one is given up; who was erased needs no key"
    );
    assert!(unlock(&to).is_ok());
}
