//! Who may be put on the reserve list, and permissions withdrawn.

use domain::application::{OutcomeKind, RejectionReason};
use domain::consent::PermissionPurpose;
use domain::id::CandidateId;
use records::Error;
use records::permission::{RecordPermission, WithdrawPermission};
use records::reserve::{AddToReserve, ListReserve, ReserveChoices, ReservePermission};
use records::view::Done;

use crate::world::{NEARLY, World, day, line, permission, refused};

#[test]
fn without_a_permission_nobody_is_put_on_the_list() {
    let mut world = World::new();
    let candidate = ended(&mut world, NEARLY);
    let before = world.open(candidate);
    assert_eq!(
        refused(put(&mut world, candidate, None)),
        (
            "RET-05",
            "The person has not given permission to be on the reserve list; ask them first."
                .to_owned()
        ),
        "the main refusal of this program"
    );
    assert_eq!(world.open(candidate), before, "nothing was written");
    assert_eq!(listed(&mut world), [], "the list is empty");
}

#[test]
fn a_permission_given_before_the_outcome_does_not_open_the_list() {
    let mut world = World::new();
    let candidate = ended(&mut world, NEARLY);
    let early = permission(PermissionPurpose::ReserveList, "2026-09-15");
    let before = world.open(candidate);
    assert_eq!(
        refused(put(&mut world, candidate, Some(ReservePermission::New { details: early }))),
        (
            "CON-05",
            "The permission was given before the outcome; for the reserve list it is asked for after it."
                .to_owned()
        ),
        "a tick on the application form is not carried over"
    );
    assert_eq!(
        world.open(candidate),
        before,
        "not even the permission was recorded"
    );
}

#[test]
fn a_permission_for_something_else_does_not_open_the_list() {
    let mut world = World::new();
    let candidate = ended(&mut world, NEARLY);
    let sentence = "This permission is for something else; the reserve list needs one of its own.";
    let other = permission(PermissionPurpose::KeepLonger, "2026-10-05");
    let new = ReservePermission::New {
        details: other.clone(),
    };
    assert_eq!(
        refused(put(&mut world, candidate, Some(new))),
        ("CON-02", sentence.to_owned()),
        "not when it is new"
    );
    world.does(|desk| {
        records::permission::record(
            desk,
            RecordPermission {
                candidate,
                details: other,
            },
        )
    });
    let known = permissions(&mut world, candidate)[0];
    let existing = ReservePermission::Existing { permission: known };
    assert_eq!(
        refused(put(&mut world, candidate, Some(existing))),
        ("CON-02", sentence.to_owned()),
        "nor when it is recorded"
    );
    let choices = world
        .read(|desk| records::reserve::choices(desk, ReserveChoices { candidate }))
        .expect("choices");
    assert_eq!(choices.permissions, [], "and it is not offered");
}

#[test]
fn an_outcome_that_does_not_open_the_list_is_refused_whatever_the_permission() {
    let not_eligible =
        "The reserve list is for candidates who met the requirements and were not selected.";
    let mut outcomes = vec![
        OutcomeKind::Withdrawn,
        OutcomeKind::OfferDeclined,
        OutcomeKind::Hired,
    ];
    outcomes.extend(
        RejectionReason::ALL
            .into_iter()
            .filter(|reason| *reason != RejectionReason::MetRequirementsNotSelected)
            .map(|reason| OutcomeKind::Rejected { reason }),
    );
    let mut world = World::new();
    for (number, how) in outcomes.into_iter().enumerate() {
        let candidate = world.add_person(&format!("P{number}"));
        world.end(candidate, how, "2026-10-01");
        assert_eq!(
            refused(put(&mut world, candidate, Some(fresh()))),
            ("RET-05", not_eligible.to_owned()),
            "{how:?}"
        );
    }
    let running = world.add_person("Running");
    assert_eq!(
        refused(put(&mut world, running, Some(fresh()))),
        (
            "RET-05",
            "The reserve list is for candidates whose application has ended.".to_owned()
        ),
        "one that runs"
    );
    assert_eq!(listed(&mut world), [], "nobody got on");
}

#[test]
fn a_permission_that_came_too_late_or_has_ended_is_refused() {
    let mut world = World::new();
    let candidate = ended(&mut world, NEARLY);
    world.today = day("2027-04-02");
    let late = permission(PermissionPurpose::ReserveList, "2027-04-01");
    let (rule, sentence) = refused(put(
        &mut world,
        candidate,
        Some(ReservePermission::New { details: late }),
    ));
    assert_eq!(rule, "RET-03", "there may be nothing any more to keep");
    assert!(sentence.contains("1 April 2027"), "{sentence}");
    let mut short = permission(PermissionPurpose::ReserveList, "2026-10-05");
    short.months = 3;
    let answer = put(
        &mut world,
        candidate,
        Some(ReservePermission::New { details: short }),
    );
    assert!(
        matches!(answer, Err(Error::Rule { .. })),
        "it has ended: {answer:?}"
    );
}

#[test]
fn someone_on_the_list_is_kept_with_the_reason_shown_until_the_permission_ends() {
    let mut world = World::new();
    let candidate = ended(&mut world, NEARLY);
    put(&mut world, candidate, Some(fresh())).expect("on the list");
    assert_eq!(listed(&mut world), [candidate], "there");
    let strip = world.strip(candidate);
    assert_eq!(
        strip.summary,
        "Kept until 5 October 2027 on the reserve list, by the permission given on 5 October 2026.",
        "the strip says why"
    );
    assert_eq!(strip.because[0].rule, "RET-05", "with the rule first");
    world.today = day("2027-10-05");
    assert_eq!(listed(&mut world), [], "on that day they are off it");
    assert!(world.strip(candidate).due, "and due");
}

#[test]
fn a_permission_withdrawn_keeps_nothing_from_that_day_and_the_strip_says_so() {
    let mut world = World::new();
    let candidate = ended(&mut world, NEARLY);
    put(&mut world, candidate, Some(fresh())).expect("on the list");
    world.today = day("2027-06-10");
    assert!(
        !world.strip(candidate).due,
        "kept, though the six months are over"
    );
    let permission = permissions(&mut world, candidate)[0];
    let request = WithdrawPermission {
        candidate,
        permission,
    };
    world.does(|desk| records::permission::withdraw(desk, request.clone()));
    assert_eq!(listed(&mut world), [], "off the list the same day");
    let strip = world.strip(candidate);
    assert!(strip.due, "and due the same day: {strip:?}");
    let sentences: Vec<&str> = strip
        .because
        .iter()
        .map(|why| why.sentence.as_str())
        .collect();
    assert!(
        sentences.contains(
            &"The person withdrew a permission on 10 June 2027; it keeps nothing from that day."
        ),
        "{sentences:?}"
    );
    let again = refused(world.write(|desk| records::permission::withdraw(desk, request)));
    assert!(
        again.1.contains("10 June 2027"),
        "a second time it says since when: {again:?}"
    );
}

#[test]
fn a_permission_withdrawn_before_the_six_months_are_over_leaves_the_six_months() {
    let mut world = World::new();
    let candidate = ended(&mut world, NEARLY);
    put(&mut world, candidate, Some(fresh())).expect("on the list");
    let permission = permissions(&mut world, candidate)[0];
    world.does(|desk| {
        records::permission::withdraw(
            desk,
            WithdrawPermission {
                candidate,
                permission,
            },
        )
    });
    let strip = world.strip(candidate);
    assert_eq!(
        (strip.erase_on, strip.due),
        (Some(day("2027-04-01")), false),
        "from the outcome, not from the withdrawal"
    );
}

fn ended(world: &mut World, how: OutcomeKind) -> CandidateId {
    let candidate = world.add_person("Ann");
    world.end(candidate, how, "2026-10-01");
    candidate
}

fn fresh() -> ReservePermission {
    ReservePermission::New {
        details: permission(PermissionPurpose::ReserveList, "2026-10-05"),
    }
}

fn put(
    world: &mut World,
    candidate: CandidateId,
    permission: Option<ReservePermission>,
) -> Result<Done, Error> {
    let application = world.application(candidate);
    let request = AddToReserve {
        candidate,
        application,
        permission,
        roles: line("Press"),
        merit: domain::text::Prose::default(),
        offers: domain::reserve::ReserveOffers::default(),
        until: None,
    };
    world.write(|desk| records::reserve::add(desk, request))
}

fn permissions(world: &mut World, candidate: CandidateId) -> Vec<domain::id::PermissionId> {
    match world.open(candidate).permissions {
        domain::access::Shown::Shown { value } => {
            value.iter().map(|view| view.permission).collect()
        }
        domain::access::Shown::Withheld { .. } => panic!("HR sees permissions"),
    }
}

fn listed(world: &mut World) -> Vec<CandidateId> {
    let request = ListReserve {
        text: String::new(),
    };
    world
        .read(|desk| records::reserve::list(desk, request))
        .expect("the list")
        .rows
        .into_iter()
        .map(|row| row.candidate)
        .collect()
}
