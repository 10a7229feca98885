//! Offers, what candidates were told, and contacts: kept with an application, and gone with its history.

use domain::access::{DecideApplication, ManageHolds, Permit, ReadCandidate, RecordPermission};
use domain::application::{Outcome, OutcomeKind, RejectionReason, Stage};
use domain::consent::{PermissionDetails, PermissionMeans, PermissionPurpose};
use domain::hold::{HoldDetails, HoldReason};
use domain::id::{ApplicationId, CandidateId, OfferId, VacancyId};
use domain::offer::{OfferAnswer, OfferTerms, Pay};
use domain::reserve::{ContactChannel, ContactOutcome, ReserveOffers};
use domain::retention::Part;
use domain::text::Prose;
use domain::vacancy::VacancyKind;
use store::{
    Entry, ErasureReport, ErasureState, GoOn, Goes, NewReserveEntry, OfferRecord, StoreError,
    ToErase, Tx,
};

use crate::support::{Home, at, day, line, person};

struct Case {
    home: Home,
    candidate: CandidateId,
    vacancy: VacancyId,
    application: ApplicationId,
    offer: OfferId,
}

/// Somebody who was offered the role, lost the offer, was told why, and is on the reserve list for another.
fn case() -> Case {
    let mut home = Home::new();
    let vacancy = home.vacancy("Press Officer");
    let other = home.vacancy("Broadcast Officer");
    let candidate = home.candidate(&person("Ann", "Archer", "ann@example.org", "07700 900123"));
    let application = home.application(candidate, vacancy, None);
    let permit = home.deciding(candidate, vacancy);
    let terms = OfferTerms {
        pay: Pay::Words {
            words: line("A band of marigolds and heliotropes"),
        },
        starts_on: None,
        answer_by: Some(day("2026-02-20")),
        conditions: Prose::parse("Two letters about rhododendrons from whoever grew them").unwrap(),
    };
    let offer = write(&mut home, &permit, |tx| {
        tx.insert_offer(&permit, application, &terms)
    });
    let record = offers(&mut home, candidate).remove(0);
    write(&mut home, &permit, |tx| {
        tx.update_offer(
            &permit,
            &OfferRecord {
                answer: Some((OfferAnswer::Withdrawn, day("2026-02-01"))),
                ..record.clone()
            },
        )
    });
    write(&mut home, &permit, |tx| {
        tx.move_application(&permit, application, Stage::Offer, 1)?;
        let outcome = Outcome {
            how: OutcomeKind::Rejected {
                reason: RejectionReason::MetRequirementsNotSelected,
            },
            on: day("2026-02-01"),
        };
        tx.set_outcome(&permit, application, Some(outcome), 2)?;
        let words =
            Prose::parse("Told gently that the hydrangeas were better kept elsewhere").unwrap();
        tx.insert_outcome_message(
            &permit,
            application,
            day("2026-02-02"),
            ContactChannel::Phone,
            &words,
        )
    });
    let recording = home.on::<RecordPermission>(candidate);
    let details = PermissionDetails {
        purpose: PermissionPurpose::ReserveList,
        given_on: day("2026-02-03"),
        months: 12,
        means: PermissionMeans::Email,
        evidence: line("Reply"),
    };
    home.store
        .write(&recording, at("2026-02-03"), |tx| {
            let permission = tx.insert_permission(&recording, &details, None, "2026-11")?;
            let entry = tx.insert_reserve_entry(
                &recording,
                &NewReserveEntry {
                    application,
                    permission,
                    role_families: vec![line("Press")],
                    merit: Prose::default(),
                    offers: ReserveOffers {
                        skills: vec![line("Arranging chrysanthemums")],
                        places: vec![line("Nether Wallop")],
                        kinds: vec![VacancyKind::Job],
                    },
                    until: None,
                },
            )?;
            let contact = tx.insert_reserve_contact(
                &recording,
                entry,
                other,
                day("2026-02-04"),
                ContactChannel::Email,
            )?;
            tx.set_contact_outcome(
                &recording,
                contact,
                Some((ContactOutcome::NotNow, day("2026-02-05"))),
            )?;
            Ok::<_, StoreError>(((), Entry::new("add-to-reserve")))
        })
        .unwrap();
    Case {
        home,
        candidate,
        vacancy,
        application,
        offer,
    }
}

fn write<T>(
    home: &mut Home,
    permit: &Permit<DecideApplication>,
    work: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>,
) -> T {
    home.store
        .write(permit, at("2026-02-02"), |tx| {
            Ok::<_, StoreError>((work(tx)?, Entry::new("write-offer")))
        })
        .unwrap()
}

fn offers(home: &mut Home, candidate: CandidateId) -> Vec<OfferRecord> {
    let reading = home.on::<ReadCandidate>(candidate);
    home.store.read(|records| records.offers(&reading)).unwrap()
}

/// How many of each the candidate has: offers, messages, contacts.
fn there(home: &mut Home, candidate: CandidateId) -> [usize; 3] {
    let reading = home.on::<ReadCandidate>(candidate);
    home.store
        .read(|records| {
            Ok::<_, StoreError>([
                records.offers(&reading)?.len(),
                records.outcome_messages(&reading)?.len(),
                records.reserve_contacts(&reading)?.len(),
            ])
        })
        .unwrap()
}

fn erase(home: &mut Home, wanted: &[ToErase]) -> ErasureReport {
    let erasing = home.erasing();
    home.store
        .erase(&erasing, wanted, at("2026-08-02"), |_| GoOn::Yes)
        .unwrap()
}

#[test]
fn they_are_read_back_as_they_were_written() {
    let mut case = case();
    let Case {
        home, candidate, ..
    } = &mut case;
    assert_eq!(there(home, *candidate), [1, 1, 1]);
    let reading = home.on::<ReadCandidate>(*candidate);
    let (offer, told, entry, contact) = home
        .store
        .read(|records| {
            Ok::<_, StoreError>((
                records.offers(&reading)?.remove(0),
                records.outcome_messages(&reading)?.remove(0),
                records.reserve_entries(&reading)?.remove(0),
                records.reserve_contacts(&reading)?.remove(0),
            ))
        })
        .unwrap();
    assert_eq!(
        offer.answer,
        Some((OfferAnswer::Withdrawn, day("2026-02-01")))
    );
    assert_eq!(offer.terms.answer_by, Some(day("2026-02-20")));
    assert_eq!(
        (told.channel, told.told_on),
        (ContactChannel::Phone, day("2026-02-02"))
    );
    assert_eq!(entry.offers.places, [line("Nether Wallop")]);
    assert_eq!(entry.offers.kinds, [VacancyKind::Job]);
    assert_eq!(
        contact.outcome,
        Some((ContactOutcome::NotNow, day("2026-02-05")))
    );
    assert_eq!(contact.vacancy_title, line("Broadcast Officer"));
}

#[test]
fn an_open_offer_is_the_only_one_and_a_change_names_the_revision_it_saw() {
    let mut home = Home::new();
    let vacancy = home.vacancy("Press Officer");
    let candidate = home.candidate(&person("Ann", "Archer", "ann@example.org", "07700 900123"));
    let application = home.application(candidate, vacancy, None);
    let permit = home.deciding(candidate, vacancy);
    let terms = OfferTerms {
        pay: Pay::Words {
            words: line("A band"),
        },
        starts_on: None,
        answer_by: None,
        conditions: Prose::default(),
    };
    let offer = write(&mut home, &permit, |tx| {
        tx.insert_offer(&permit, application, &terms)
    });
    let again = home.store.write(&permit, at("2026-02-02"), |tx| {
        tx.insert_offer(&permit, application, &terms)?;
        Ok::<_, StoreError>(((), Entry::new("write-offer")))
    });
    assert!(matches!(again, Err(StoreError::Duplicate)), "{again:?}");
    let stale = home.store.write(&permit, at("2026-02-02"), |tx| {
        tx.remove_offer(&permit, offer, 7)?;
        Ok::<_, StoreError>(((), Entry::new("undo-offer")))
    });
    assert!(
        matches!(stale, Err(StoreError::Stale { revision: 1 })),
        "{stale:?}"
    );
}

#[test]
fn the_history_takes_offers_and_messages_with_it_and_nothing_of_them_is_left() {
    let mut case = case();
    let Case {
        home,
        candidate,
        application,
        ..
    } = &mut case;
    let history = ToErase {
        candidate: *candidate,
        goes: Goes::Part(Part::History(*application)),
        rule: "RET-02",
        due_since: None,
    };
    let report = erase(home, &[history]);
    assert_eq!(report.state, ErasureState::Erased, "{report:?}");
    let verification = report.verification.unwrap();
    assert!(
        verification.tokens >= 6,
        "their words were looked for: {verification:?}"
    );
    assert_eq!(verification.found, 0);
    assert_eq!(
        there(home, *candidate),
        [0, 0, 1],
        "the place on the list, and its contacts, stay with the application"
    );
}

#[test]
fn the_person_takes_everything_with_them_and_nothing_is_left() {
    let mut case = case();
    let Case {
        home, candidate, ..
    } = &mut case;
    let report = erase(home, &[ToErase::person(*candidate, "RET-05")]);
    assert_eq!(report.state, ErasureState::Erased, "{report:?}");
    let verification = report.verification.unwrap();
    assert_eq!(verification.found, 0, "{verification:?}");
    assert!(
        verification.tokens >= 14,
        "skills and places too: {verification:?}"
    );
}

#[test]
fn a_legal_hold_keeps_an_offer_and_what_was_told() {
    let mut case = case();
    let Case {
        home,
        candidate,
        vacancy,
        application,
        offer,
    } = &mut case;
    let holding = home.on::<ManageHolds>(*candidate);
    let details = HoldDetails {
        reason: HoldReason::Claim,
        reference: None,
        review_by: day("2026-05-01"),
    };
    home.store
        .write(&holding, at("2026-02-10"), |tx| {
            tx.insert_hold(&holding, &details, None)?;
            Ok::<_, StoreError>(((), Entry::new("place-hold")))
        })
        .unwrap();
    let permit = home.deciding(*candidate, *vacancy);
    let kept = home.store.write(&permit, at("2026-02-11"), |tx| {
        tx.remove_offer(&permit, *offer, 2)?;
        Ok::<_, StoreError>(((), Entry::new("undo-offer")))
    });
    assert!(matches!(kept, Err(StoreError::OnHold)), "{kept:?}");
    let kept = home.store.write(&permit, at("2026-02-11"), |tx| {
        tx.remove_latest_outcome_message(&permit, *application)?;
        Ok::<_, StoreError>(((), Entry::new("undo-tell-outcome")))
    });
    assert!(matches!(kept, Err(StoreError::OnHold)), "{kept:?}");
}
