//! Changes of keys that something interrupts, and signatures that somebody forges.

use std::collections::BTreeSet;

use domain::access::{ManageAccounts, OpenSealed, ReadJournal, Role, SealRecord, Subject};
use domain::sealed::{OpeningPurpose, SealedKind, SealedStatus};

use crate::NewSealedRecord;
use crate::head;
use crate::journal::{self, Entry};
use crate::key_change::rekey;
use crate::support::{Home, at, new_account, permit_of, person, unlock};

/// How far a removal comes before the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Until {
    KeysWritten,
    Noted,
    Rekeyed,
    SubjectsRewritten,
    HeadWritten,
    Settled,
}

#[test]
fn opening_is_in_the_journal_even_when_what_is_opened_cannot_be_read() {
    let mut home = Home::new();
    let candidate = home.candidate(&person("Ann", "Archer", "ann@example.org", "07700 900100"));
    let sealing = home.on::<SealRecord>(candidate);
    let record = home
        .store
        .add_sealed_record(&sealing, &adjustments(), at("2026-01-06"))
        .unwrap();
    home.store
        .writer
        .execute_batch("UPDATE sealed_record SET sealed = zeroblob(length(sealed))")
        .unwrap();
    let reading = home.on::<OpenSealed>(candidate);
    let opened = home.store.open_sealed_record(
        &reading,
        record,
        OpeningPurpose::CheckRecord,
        at("2026-01-07"),
    );
    assert!(opened.is_err(), "it is damaged: {opened:?}");
    let last: String = home
        .store
        .writer
        .query_row(
            "SELECT action FROM journal ORDER BY seq DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(last, "open-sealed-record", "and that it was tried is there");
}

/// RET-11: a copy is unalterable.
#[test]
fn a_copy_stays_what_it_was_whoever_writes() {
    let mut home = Home::new();
    let candidate = home.candidate(&person("Ann", "Archer", "ann@example.org", "07700 900100"));
    let sealing = home.on::<SealRecord>(candidate);
    let check = NewSealedRecord {
        kind: SealedKind::RightToWork,
        status: SealedStatus::Checked,
        decided_on: None,
        text: "A passport".to_owned().into(),
    };
    let record = home
        .store
        .add_sealed_record(&sealing, &check, at("2026-01-06"))
        .unwrap();
    home.store
        .add_copy(&sealing, record, b"%PDF-1.7", at("2026-01-06"))
        .unwrap();
    let changed = home
        .store
        .writer
        .execute_batch("UPDATE sealed_record SET copy = x'00'");
    assert!(changed.is_err(), "{changed:?}");
}

fn adjustments() -> NewSealedRecord {
    NewSealedRecord {
        kind: SealedKind::Adjustments,
        status: SealedStatus::AdjustmentNeeded {
            adjustments: BTreeSet::new(),
        },
        decided_on: None,
        text: "A screen reader".to_owned().into(),
    }
}

#[test]
fn a_removal_that_is_interrupted_is_finished_at_the_next_unlock() {
    for until in [
        Until::KeysWritten,
        Until::Noted,
        Until::Rekeyed,
        Until::SubjectsRewritten,
        Until::HeadWritten,
        Until::Settled,
    ] {
        let mut home = Home::new();
        let manage = permit_of::<ManageAccounts>(home.hr, Subject::Organisation);
        let leaver = home
            .store
            .add_account(
                &manage,
                &new_account("leaver", Role::Member, "another four random words"),
                at("2026-01-06"),
            )
            .unwrap();
        let candidate = home.candidate(&person("Ann", "Archer", "ann@example.org", "07700 900100"));
        let editing = home.on::<SealRecord>(candidate);
        let record = home
            .store
            .add_sealed_record(&editing, &adjustments(), at("2026-01-06"))
            .unwrap();
        let reading = home.on::<OpenSealed>(candidate);
        let hr = home.hr;
        let Home {
            mut store, folder, ..
        } = home;

        let mut keys = store.keys.clone();
        keys.remove_account(leaver).unwrap();
        let fresh = keys.rotate(&store.key).unwrap();
        let files = store.folder.clone();
        if until == Until::KeysWritten {
            keys.write(&files, &fresh).unwrap();
        } else {
            store
                .transact(Some(hr), at("2026-01-07"), |tx| {
                    tx.write_keys(&mut keys, &files, &fresh)?;
                    Ok::<_, crate::StoreError>(((), Entry::new("remove-account")))
                })
                .unwrap();
        }
        if until >= Until::Rekeyed {
            rekey(&store.writer, &keys.database_key(&fresh)).unwrap();
        }
        if until >= Until::SubjectsRewritten {
            store.subjects.rewrite(&keys.subjects_key(&fresh)).unwrap();
        }
        if until >= Until::HeadWritten {
            let head = journal::head(&store.writer).unwrap();
            head::write(&files, &keys, &fresh, head).unwrap();
        }
        if until == Until::Settled {
            keys.settle();
            store
                .transact(Some(hr), at("2026-01-07"), |tx| {
                    tx.write_keys(&mut keys, &files, &fresh)?;
                    Ok::<_, crate::StoreError>(((), Entry::new("change-store-key")))
                })
                .unwrap();
        }
        drop(store);

        let mut again = unlock(folder.path()).unwrap().store;
        assert!(!again.keys.is_rotating(), "{until:?}: finished");
        let text = again
            .open_sealed_record(
                &reading,
                record,
                OpeningPurpose::ArrangeAdjustments,
                at("2026-06-01"),
            )
            .unwrap();
        assert_eq!(text.as_str(), "A screen reader", "{until:?}: all is there");
        let permit = permit_of::<ReadJournal>(hr, Subject::Organisation);
        assert!(
            again.verify_store(&permit).unwrap().is_sound(),
            "{until:?}: and sound"
        );
        again.close().unwrap();
        let gone = crate::unlock(
            folder.path(),
            "leaver",
            &crate::support::passphrase("another four random words"),
            at("2026-06-01"),
        );
        assert!(gone.is_err(), "{until:?}: who was removed is out");
        let names: Vec<_> = unlock(folder.path())
            .unwrap()
            .store
            .records()
            .accounts()
            .unwrap()
            .into_iter()
            .map(|account| account.name)
            .collect();
        let left: &[&str] = if until == Until::KeysWritten {
            // Their account goes with their keys when the file is taken over.
            &["hr"]
        } else {
            &["hr", "leaver"]
        };
        assert_eq!(
            names
                .iter()
                .map(domain::text::Line::as_str)
                .collect::<Vec<_>>(),
            left,
            "{until:?}"
        );
    }
}

#[test]
fn a_forged_checkpoint_is_found() {
    for forgery in [
        "UPDATE journal_checkpoint SET signature = zeroblob(64) WHERE seq = (SELECT min(seq) FROM journal_checkpoint)",
        "UPDATE journal_checkpoint SET hash = zeroblob(32) WHERE seq = (SELECT min(seq) FROM journal_checkpoint)",
        "UPDATE journal_checkpoint SET account = zeroblob(16) WHERE seq = (SELECT min(seq) FROM journal_checkpoint)",
        "DELETE FROM account_key",
    ] {
        let mut home = Home::new();
        let permit = permit_of::<ReadJournal>(home.hr, Subject::Organisation);
        let sound = home.store.verify_store(&permit).unwrap();
        assert!(sound.is_sound() && sound.checkpoints > 0, "{sound:?}");
        home.store
            .writer
            .execute_batch(&format!(
                "DROP TRIGGER journal_checkpoint_is_never_changed; {forgery}"
            ))
            .unwrap();
        let found = home.store.verify_store(&permit).unwrap();
        assert!(
            !found.is_sound() && found.checkpoint_broken_at.is_some(),
            "{forgery}: {found:?}"
        );
    }
}
