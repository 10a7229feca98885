//! What is written is read back.

mod application;
mod candidate;

use domain::access::{ManageAccounts, ReadCandidate, ReadJournal, Role, Subject};
use domain::application::{Outcome, OutcomeKind, RejectionReason};
use store::{Entry, StoreError};

use crate::support::{Home, at, day, line, new_account};

fn rejected(on: &str) -> Outcome {
    Outcome {
        how: OutcomeKind::Rejected {
            reason: RejectionReason::MetRequirementsNotSelected,
        },
        on: day(on),
    }
}

#[test]
fn a_write_that_fails_leaves_nothing_and_every_write_leaves_an_entry() {
    let mut home = Home::new();
    let permit = home.permit::<ManageAccounts>(Subject::Organisation);
    let journal = home.permit::<ReadJournal>(Subject::Organisation);
    let seq = |home: &mut Home| home.store.records().journal_head().unwrap().seq;
    let before = seq(&mut home);
    let failed: Result<(), StoreError> = home.store.write(&permit, at("2026-01-06"), |tx| {
        tx.add_team(&permit, &line("Digital"))?;
        Err(StoreError::NotFound)
    });
    assert!(failed.is_err(), "the work failed");
    assert_eq!(
        home.store.records().teams().unwrap().len(),
        1,
        "its team is not there"
    );
    assert_eq!(seq(&mut home), before, "nor an entry");
    home.store
        .write(&permit, at("2026-01-06"), |tx| {
            Ok::<_, StoreError>((
                tx.add_team(&permit, &line("Digital"))?,
                Entry::new("add-team"),
            ))
        })
        .unwrap();
    assert_eq!(seq(&mut home), before + 1, "one write, one entry");
    let page = home
        .store
        .read(|records| records.journal_page(&journal, &store::JournalFilter::default(), None, 1))
        .unwrap();
    assert_eq!(
        (page[0].action.as_str(), page[0].actor),
        ("add-team", Some(home.hr)),
        "who did what"
    );
    let verified = home.store.verify_store(&journal).unwrap();
    assert!(verified.is_sound(), "the store verifies: {verified:?}");
}

#[test]
fn a_second_account_signs_in_with_its_own_passphrase() {
    let mut home = Home::new();
    let permit = home.permit::<ManageAccounts>(Subject::Organisation);
    let account = new_account("Sam Interviewer", Role::Member, "another passphrase");
    let id = home
        .store
        .add_account(&permit, &account, at("2026-01-06"))
        .unwrap();
    assert!(
        matches!(
            home.store.add_account(
                &permit,
                &new_account("SAM  interviewer", Role::Member, "x"),
                at("2026-01-06")
            ),
            Err(StoreError::Duplicate)
        ),
        "one name, however written, is one account's"
    );
    let Home { store, folder, .. } = home;
    store.close().unwrap();
    let opened = store::unlock(
        folder.path(),
        "sam interviewer",
        &crate::support::passphrase("another passphrase"),
        at("2026-01-07"),
    )
    .unwrap();
    assert_eq!(opened.account, id, "signed in as themselves");
}

impl Home {
    fn hr_reads(
        &self,
        candidate: domain::id::CandidateId,
    ) -> domain::access::Permit<ReadCandidate> {
        self.permit(Subject::Candidate {
            candidate,
            applied: Vec::new(),
        })
    }
}
