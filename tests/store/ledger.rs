//! Who was erased stays erased, whatever is put back: an earlier database, a backup, with the ledger whole, cut,
//! changed or gone.

mod backup;
mod damage;

use std::fs;
use std::path::{Path, PathBuf};

use domain::access::{EditCandidate, ManageAccounts, ManageHolds, ReadJournal, Role, Subject};
use domain::hold::{HoldDetails, HoldReason};
use domain::id::CandidateId;
use store::{
    BackupError, BackupRecord, Entry, ErasureState, GoOn, JournalFilter, LedgerCheck, OpenError,
    Restore, Restored, StoreError, ToErase, Unlocked,
};

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
            let hold = tx.insert_hold(&permit, &details, None)?;
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
            let hold = tx.insert_hold(&permit, &details, None)?;
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
