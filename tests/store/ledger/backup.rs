//! Backups: put back, they bring nobody back who was erased; and what is refused.

use std::fs;
use std::path::Path;

use domain::access::{ManageAccounts, ReadAccounts, ReadJournal, Role, Subject};
use store::{BackupError, BackupFault, LedgerFault, OpenError, Restore};

use super::{actions, backup, erase, fill, found_of, is_here, put_back};
use crate::keys::{open_sealed, seal};
use crate::support::{Home, PASSPHRASE, at, day, new_account, passphrase, permit_of, unlock};

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
