//! A legal hold is kept by the database itself, whatever the layers above it ask for.

use domain::access::ManageHolds;
use domain::hold::{HoldDetails, HoldReason};
use domain::id::{CandidateId, HoldId};
use store::{Entry, ErasureState, GoOn, StoreError, ToErase};

use crate::support::{Home, at, day, person};

fn place(home: &mut Home) -> (CandidateId, HoldId) {
    let candidate = home.candidate(&person("Ben", "Cole", "ben@example.org", "07700 900101"));
    let permit = home.on::<ManageHolds>(candidate);
    let details = HoldDetails {
        reason: HoldReason::Claim,
        reference: None,
        review_by: day("2026-12-01"),
    };
    let hold = home
        .store
        .write(&permit, at("2026-11-01"), |tx| {
            let hold = tx.insert_hold(&permit, &details, None)?;
            Ok::<_, StoreError>((hold, Entry::new("place-hold")))
        })
        .unwrap();
    (candidate, hold)
}

#[test]
fn an_erasure_that_asks_for_somebody_held_passes_them_over() {
    let mut home = Home::new();
    let (held, _) = place(&mut home);
    let free = home.candidate(&person("Ann", "Lee", "ann@example.org", "07700 900102"));
    let people = [held, free].map(|candidate| ToErase::person(candidate, "RET-02"));
    let erasing = home.erasing();
    let report = home
        .store
        .erase(&erasing, &people, at("2026-11-23"), |_| GoOn::Yes)
        .unwrap();
    assert_eq!(
        (report.people, report.state),
        (1, ErasureState::Erased),
        "the other went"
    );
    let facts = home
        .store
        .read(|records| records.person_facts(held))
        .unwrap();
    assert_eq!(facts.blocks.len(), 1, "who is held stays, with the hold");
}

#[test]
fn nothing_deletes_somebody_who_is_held() {
    let mut home = Home::new();
    let (held, _) = place(&mut home);
    let editing = home.editing(held);
    let removed = home.store.write(&editing, at("2026-11-02"), |tx| {
        tx.remove_candidate(&editing, 1)?;
        Ok::<_, StoreError>(((), Entry::new("undo-add-candidate")))
    });
    assert!(matches!(removed, Err(StoreError::OnHold)), "{removed:?}");
}

#[test]
fn whoever_placed_it_cannot_release_it_by_the_store_either() {
    let mut home = Home::new();
    let (candidate, hold) = place(&mut home);
    let permit = home.on::<ManageHolds>(candidate);
    let own = home.store.write(&permit, at("2026-11-02"), |tx| {
        tx.release_hold(&permit, hold)?;
        Ok::<_, StoreError>(((), Entry::new("release-hold")))
    });
    assert!(matches!(own, Err(StoreError::Sql { .. })), "{own:?}");
    let facts = home
        .store
        .read(|records| records.person_facts(candidate))
        .unwrap();
    assert_eq!(facts.blocks[0].to, None, "it stands");
}
