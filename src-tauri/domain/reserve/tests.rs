use uuid::Uuid;

use super::*;
use crate::application::{OutcomeKind, RejectionReason};
use crate::id::{ApplicationId, PermissionId, ReserveEntryId};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn met(on: &str) -> Outcome {
    Outcome {
        how: OutcomeKind::Rejected {
            reason: RejectionReason::MetRequirementsNotSelected,
        },
        on: date(on),
    }
}

fn permission(given_on: &str) -> PermissionFacts {
    PermissionFacts {
        permission: PermissionId::from_uuid(Uuid::nil()),
        purpose: PermissionPurpose::ReserveList,
        application: None,
        given_on: date(given_on),
        months: 12,
        withdrawn_on: None,
    }
}

fn asked(
    outcome: Option<Outcome>,
    permission: Option<PermissionFacts>,
) -> Result<(), ReserveRefusal> {
    let due_on = Some(date("2026-11-20"));
    may_be_listed(
        outcome,
        permission.as_ref(),
        &RetentionPolicy::default(),
        due_on,
        date("2026-07-01"),
    )
}

#[test]
fn the_list_takes_whoever_met_the_requirements_and_said_yes_afterwards() {
    let outcome = Some(met("2026-05-20"));
    assert_eq!(asked(outcome, Some(permission("2026-05-22"))), Ok(()));
    assert_eq!(
        asked(outcome, Some(permission("2026-05-20"))),
        Ok(()),
        "asked on the day of the outcome"
    );
    assert_eq!(
        asked(None, Some(permission("2026-05-22"))),
        Err(ReserveRefusal::NoOutcome)
    );
    assert_eq!(asked(outcome, None), Err(ReserveRefusal::NoPermission));
    assert_eq!(
        asked(outcome, Some(permission("2026-05-19"))),
        Err(ReserveRefusal::AskedTooEarly)
    );
    let due_on = date("2026-11-20");
    assert_eq!(
        asked(outcome, Some(permission("2026-11-20"))),
        Err(ReserveRefusal::TooLate { due_on })
    );

    let longer = PermissionFacts {
        purpose: PermissionPurpose::KeepLonger,
        ..permission("2026-05-22")
    };
    assert_eq!(
        asked(outcome, Some(longer)),
        Err(ReserveRefusal::OtherPurpose)
    );
    let ended_on = date("2026-07-01");
    let withdrawn = PermissionFacts {
        withdrawn_on: Some(ended_on),
        ..permission("2026-05-22")
    };
    assert_eq!(
        asked(outcome, Some(withdrawn)),
        Err(ReserveRefusal::NotLive { ended_on })
    );
}

#[test]
fn no_other_outcome_opens_the_list() {
    let others = RejectionReason::ALL
        .into_iter()
        .filter(|reason| *reason != RejectionReason::MetRequirementsNotSelected)
        .map(|reason| OutcomeKind::Rejected { reason })
        .chain([
            OutcomeKind::Hired,
            OutcomeKind::Withdrawn,
            OutcomeKind::OfferDeclined,
            OutcomeKind::VacancyCancelled,
            OutcomeKind::ClosedOutUndecided,
        ]);
    for how in others {
        let outcome = Outcome {
            how,
            on: date("2026-05-20"),
        };
        assert_eq!(
            asked(Some(outcome), Some(permission("2026-05-22"))),
            Err(ReserveRefusal::NotEligible),
            "{how:?}"
        );
    }
}

#[test]
fn a_place_ends_at_the_earliest_of_its_ends() {
    let entry = |until: Option<&str>, removed: Option<&str>| ReserveFacts {
        entry: ReserveEntryId::from_uuid(Uuid::nil()),
        application: ApplicationId::from_uuid(Uuid::nil()),
        permission: PermissionId::from_uuid(Uuid::nil()),
        until: until.map(date),
        removed_on: removed.map(date),
    };
    let given = permission("2026-05-22");
    assert_eq!(
        entry_ends_on(&entry(None, None), &given),
        date("2027-05-22")
    );
    assert_eq!(
        entry_ends_on(&entry(Some("2026-09-30"), None), &given),
        date("2026-09-30")
    );
    assert_eq!(
        entry_ends_on(&entry(Some("2028-01-01"), Some("2026-08-03")), &given),
        date("2026-08-03")
    );
    let listed = entry(None, Some("2026-08-03"));
    assert!(is_listed(&listed, &given, date("2026-08-02")));
    assert!(
        !is_listed(&listed, &given, date("2026-08-03")),
        "off the list the same day"
    );
}

#[test]
fn every_refusal_names_its_rule_and_says_why() {
    let on = date("2026-11-20");
    for refusal in [
        ReserveRefusal::NoOutcome,
        ReserveRefusal::NotEligible,
        ReserveRefusal::NoPermission,
        ReserveRefusal::OtherPurpose,
        ReserveRefusal::AskedTooEarly,
        ReserveRefusal::TooLate { due_on: on },
        ReserveRefusal::NotLive { ended_on: on },
    ] {
        assert!(
            refusal.sentence().ends_with('.') && refusal.rule().contains('-'),
            "{refusal:?}"
        );
    }
}
