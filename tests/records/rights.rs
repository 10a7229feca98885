//! Requests of people about their data: logged, noted, decided, answered, and what they keep meanwhile.

#[cfg(test)]
mod correcting;
mod pack;
#[cfg(test)]
mod portable;

use std::collections::BTreeSet;

use domain::access::Role;
use domain::application::OutcomeKind;
use domain::deadline::Right;
use domain::hold::{HoldDetails, HoldReason};
use domain::id::{ApplicationId, CandidateId, RightsRequestId};
use domain::rights::{
    CaseStep, ClockTone, Exemption, ExtensionReason, ItemOutcome, RequestChannel,
};
use domain::text::Prose;
use records::Error;
use records::candidate::{EditCandidate, NewApplication};
use records::hold::PlaceHold;
use records::report::{MakeReport, ReportForm, ReportOf, WriteRequestLetter};
use records::rights::{
    self, CloseRequest, DecideRequest, EraseOnRequest, LogRequest, NoteRequest, OneRequest,
    RequestEvent, RequestPerson, RequestView, RequestedPart,
};
use records::today::TodayWhat;
use records::view::{Done, Nothing};

use crate::sealed::{account, as_somebody, journal};
use crate::world::{World, day, line, refused};

fn words(text: &str) -> Prose {
    Prose::parse(text).expect("words")
}

fn log(world: &mut World, candidate: CandidateId, rights: &[Right]) -> RightsRequestId {
    let request = LogRequest {
        candidate: Some(candidate),
        asker: Prose::default(),
        received_on: world.today,
        channel: RequestChannel::Email,
        rights: rights.to_vec(),
        asked: words("Please send me all you hold."),
    };
    world.does(|desk| rights::log(desk, request)).request
}

fn open(world: &mut World, request: RightsRequestId) -> RequestView {
    world
        .read(|desk| rights::open(desk, OneRequest { request }))
        .expect("a request")
}

fn note(world: &mut World, request: RightsRequestId, event: RequestEvent) -> Result<Done, Error> {
    let revision = open(world, request).revision;
    world.write(|desk| {
        rights::note(
            desk,
            NoteRequest {
                request,
                revision,
                event,
            },
        )
    })
}

fn decide(
    world: &mut World,
    request: RightsRequestId,
    right: Right,
    outcome: ItemOutcome,
    grounds: &[Exemption],
) -> Result<Done, Error> {
    let revision = open(world, request).revision;
    let decision = DecideRequest {
        request,
        revision,
        right,
        outcome,
        grounds: grounds.iter().copied().collect(),
        reasons: words("As the letter says."),
    };
    world.write(|desk| rights::decide(desk, decision))
}

fn close(world: &mut World, request: RightsRequestId) -> Result<Done, Error> {
    let answer = CloseRequest {
        request,
        revision: open(world, request).revision,
        on: world.today,
        channel: RequestChannel::Email,
    };
    world.write(|desk| rights::close(desk, answer))
}

fn erase(
    world: &mut World,
    request: RightsRequestId,
    keep: Vec<RequestedPart>,
) -> Result<records::retention::ErasureReceipt, Error> {
    let view = open(world, request);
    let erasing = EraseOnRequest {
        request,
        revision: view.revision,
        keep,
        typed: format!("ERASE {}", view.number),
        job: 1,
    };
    world.write(|desk| rights::erase_on_request(desk, erasing))
}

fn hold(world: &mut World, candidate: CandidateId, application: Option<ApplicationId>) {
    let details = HoldDetails {
        reason: HoldReason::Claim,
        reference: Some(line("case 6000123/2026")),
        review_by: day("2027-03-01"),
    };
    world.does(|desk| {
        records::hold::place(
            desk,
            PlaceHold {
                candidate,
                details,
                application,
            },
        )
    });
}

fn second_application(world: &mut World, candidate: CandidateId) -> ApplicationId {
    let vacancy = world.add_vacancy("Archivist");
    let application = NewApplication {
        vacancy,
        applied_on: world.today,
    };
    let request = records::candidate::AddApplication {
        candidate,
        application,
    };
    world.does(|desk| records::application::add(desk, request));
    world
        .stands(candidate)
        .applications
        .into_iter()
        .find(|one| one.vacancy == vacancy)
        .expect("the second")
        .application
}

#[test]
fn a_clock_starts_with_identity_stops_for_a_question_and_is_extended_once() {
    let mut world = World::new();
    world.today = day("2026-10-05");
    let ann = world.add_person("Ann");
    let request = log(&mut world, ann, &[Right::Access]);
    note(
        &mut world,
        request,
        RequestEvent::IdentityAsked {
            on: day("2026-10-05"),
        },
    )
    .expect("asked");
    let view = open(&mut world, request);
    assert_eq!(view.clock.tone, ClockTone::WaitingIdentity);
    assert_eq!(view.next, Some(CaseStep::SeeIdentity));
    world.today = day("2026-10-19");
    note(
        &mut world,
        request,
        RequestEvent::IdentitySeen {
            on: day("2026-10-19"),
        },
    )
    .expect("seen");
    assert_eq!(
        open(&mut world, request).clock.due_on,
        Some(day("2026-11-19"))
    );
    let question = RequestEvent::QuestionAsked {
        on: day("2026-10-19"),
        words: words("Which of the two roles?"),
    };
    note(&mut world, request, question.clone()).expect("a question");
    assert_eq!(open(&mut world, request).clock.tone, ClockTone::Paused);
    assert_eq!(refused(note(&mut world, request, question)).0, "DSR-04");
    world.today = day("2026-10-24");
    let answer = RequestEvent::QuestionAnswered {
        on: day("2026-10-24"),
        words: words("Both."),
    };
    note(&mut world, request, answer).expect("an answer");
    let view = open(&mut world, request);
    assert_eq!(view.clock.due_on, Some(day("2026-11-24")), "five days more");
    let extend = |on: &str| RequestEvent::Extended {
        on: day(on),
        because: ExtensionReason::Complexity,
        words: words("There is much to read."),
    };
    world.today = day("2026-11-25");
    assert_eq!(
        refused(note(&mut world, request, extend("2026-11-25"))).0,
        "DSR-05",
        "told too late"
    );
    assert_eq!(open(&mut world, request).clock.tone, ClockTone::Late);
    note(&mut world, request, extend("2026-11-24")).expect("told in time");
    assert_eq!(
        open(&mut world, request).clock.due_on,
        Some(day("2027-01-25"))
    );
    assert_eq!(
        refused(note(&mut world, request, extend("2026-11-24"))).0,
        "DSR-05"
    );
}

#[test]
fn an_open_access_request_keeps_a_record_until_the_answer_goes() {
    let mut world = World::new();
    let ann = world.add_person("Ann");
    world.end(ann, OutcomeKind::Withdrawn, "2026-05-23");
    let request = log(&mut world, ann, &[Right::Access]);
    let due = |world: &mut World| {
        world
            .read(|desk| records::retention::due(desk, None))
            .expect("what is due")
            .goes
            .len()
    };
    assert_eq!(due(&mut world), 0, "the request keeps it past its day");
    let review = world
        .read(|desk| {
            records::retention::preview(
                desk,
                records::retention::PreviewErasure {
                    candidates: Some(vec![ann]),
                },
            )
        })
        .expect("a preview");
    assert_eq!(review.stays[0].because.rule, "RET-07");
    let tasks = world
        .read(|desk| records::today::overview(desk, Nothing {}))
        .expect("today")
        .tasks;
    assert!(tasks.iter().any(|task| matches!(
        task.what,
        TodayWhat::RequestOpen {
            step: CaseStep::MakePack,
            ..
        }
    )));
    assert_eq!(refused(close(&mut world, request)).0, "DSR-07");
    decide(
        &mut world,
        request,
        Right::Access,
        ItemOutcome::Refused,
        &[Exemption::ManifestlyExcessive],
    )
    .expect("decided");
    assert_eq!(
        refused(close(&mut world, request)).0,
        "DSR-07",
        "two decide"
    );
    assert_eq!(
        refused(decide(
            &mut world,
            request,
            Right::Access,
            ItemOutcome::Refused,
            &[Exemption::ManifestlyExcessive],
        ))
        .0,
        "DSR-06",
        "and not one person twice"
    );
    let dpo = account(&mut world, "Dee", Role::DataProtectionOfficer);
    as_somebody(&mut world, dpo, |world| {
        decide(
            world,
            request,
            Right::Access,
            ItemOutcome::Refused,
            &[Exemption::ManifestlyExcessive],
        )
    })
    .expect("agreed");
    let letter = world
        .does(|desk| records::report::write_request_letter(desk, WriteRequestLetter { request }));
    assert!(letter.bytes.starts_with(b"%PDF"));
    close(&mut world, request).expect("closed");
    assert_eq!(open(&mut world, request).clock.tone, ClockTone::Answered);
    assert_eq!(due(&mut world), 1, "then it is due");
    assert!(
        journal(&mut world)
            .iter()
            .any(|sentence| sentence.contains("Closed a request"))
    );
}

#[test]
fn what_is_restricted_is_stored_and_nothing_else_until_they_were_told() {
    let mut world = World::new();
    let ann = world.add_person("Ann");
    let max = account(&mut world, "Max", Role::Member);
    crate::sealed::name_for_the_role(
        &mut world,
        &[(max, domain::access::Relation::RecruitingManager)],
    );
    let request = log(&mut world, ann, &[Right::Restriction]);
    let stands = world.open(ann);
    let edit = EditCandidate {
        candidate: ann,
        revision: stands.revision,
        details: crate::world::details("Anne"),
    };
    let edits = world.write(|desk| records::candidate::edit(desk, edit));
    assert!(matches!(
        edits,
        Err(Error::Refused(domain::access::Refusal::Restricted))
    ));
    as_somebody(&mut world, max, |world| {
        let seen = world.read(|desk| {
            records::candidate::open(desk, records::candidate::OpenCandidate { candidate: ann })
        });
        assert!(matches!(
            seen,
            Err(Error::Refused(domain::access::Refusal::Restricted))
        ));
        assert!(world.everyone().is_empty(), "nor is she on a list");
    });
    decide(
        &mut world,
        request,
        Right::Restriction,
        ItemOutcome::Granted,
        &[],
    )
    .expect("granted");
    close(&mut world, request).expect("answered");
    assert_eq!(
        open(&mut world, request).restricted_on,
        Some(world.today),
        "it outlasts the answer"
    );
    let told_on = world.today;
    note(
        &mut world,
        request,
        RequestEvent::RestrictionLifted { told_on },
    )
    .expect("lifted");
    assert_eq!(open(&mut world, request).restricted_on, None);
    as_somebody(&mut world, max, |world| {
        assert_eq!(world.everyone(), [ann]);
    });
}

#[test]
fn who_objects_is_approached_by_nobody_from_that_moment() {
    let mut world = World::new();
    let ann = world.add_person("Ann");
    let listed = |world: &mut World| {
        world
            .read(|desk| records::approach::list(desk, Nothing {}))
            .expect("the list")
            .total
    };
    assert_eq!(listed(&mut world), 0);
    log(&mut world, ann, &[Right::Objection]);
    assert_eq!(listed(&mut world), 1);
}

#[test]
fn an_erasure_with_a_claim_is_granted_in_part_and_the_rest_goes_verified() {
    let mut world = World::new();
    let ann = world.add_person("Ann");
    let claimed = world.application(ann);
    let other = second_application(&mut world, ann);
    hold(&mut world, ann, Some(claimed));
    let request = log(&mut world, ann, &[Right::Erasure]);
    let plan = world
        .read(|desk| rights::plan_erasure(desk, OneRequest { request }))
        .expect("a plan");
    assert!(!plan.whole);
    assert_eq!(plan.kept.expect("kept").rule, "RET-06");
    let kept = |part: RequestedPart| {
        plan.lines
            .iter()
            .find(|line| line.part == part)
            .expect("a line")
            .kept
            .is_some()
    };
    assert!(kept(RequestedPart::Application {
        application: claimed
    }));
    assert!(!kept(RequestedPart::Application { application: other }));
    assert_eq!(
        refused(erase(&mut world, request, Vec::new())).0,
        "DSR-11",
        "not before it was decided"
    );
    decide(
        &mut world,
        request,
        Right::Erasure,
        ItemOutcome::Partly,
        &[Exemption::LegalClaims],
    )
    .expect("decided");
    let receipt = erase(&mut world, request, Vec::new()).expect("erased");
    assert!(receipt.verified);
    assert_eq!((receipt.people, receipt.parts, receipt.left), (0, 1, 0));
    let left: Vec<ApplicationId> = world
        .stands(ann)
        .applications
        .into_iter()
        .map(|one| one.application)
        .collect();
    assert_eq!(left, [claimed]);
    let report = MakeReport {
        of: ReportOf::Erasure {
            erasure: receipt.erasure,
        },
        form: ReportForm::Csv,
    };
    let report = world.does(|desk| records::report::make_report(desk, report));
    assert!(String::from_utf8_lossy(&report.bytes).contains("request for erasure"));
    close(&mut world, request).expect("answered");
}

#[test]
fn an_erasure_granted_in_full_takes_the_person_and_leaves_the_case() {
    let mut world = World::new();
    let ann = world.add_person("Ann");
    let request = log(&mut world, ann, &[Right::Access, Right::Erasure]);
    decide(
        &mut world,
        request,
        Right::Access,
        ItemOutcome::Refused,
        &[Exemption::OtherPerson],
    )
    .expect("refused");
    decide(
        &mut world,
        request,
        Right::Erasure,
        ItemOutcome::Granted,
        &[],
    )
    .expect("granted");
    let receipt = erase(&mut world, request, Vec::new()).expect("erased");
    assert!(receipt.verified);
    assert_eq!(receipt.people, 1);
    let view = open(&mut world, request);
    assert_eq!(view.person, RequestPerson::NotHere);
    assert_eq!(view.next, Some(CaseStep::Answer));
    close(&mut world, request).expect("answered");
}

#[test]
fn a_hold_of_one_application_keeps_it_alone_and_a_hold_of_all_keeps_all() {
    let mut world = World::new();
    let ann = world.add_person("Ann");
    second_application(&mut world, ann);
    hold(&mut world, ann, None);
    let request = log(&mut world, ann, &[Right::Erasure]);
    let plan = world
        .read(|desk| rights::plan_erasure(desk, OneRequest { request }))
        .expect("a plan");
    assert!(plan.lines.iter().all(|line| line.kept.is_some()));
    decide(
        &mut world,
        request,
        Right::Erasure,
        ItemOutcome::Partly,
        &[Exemption::LegalClaims],
    )
    .expect("decided");
    match erase(&mut world, request, Vec::new()) {
        Err(Error::Invalid(problems)) => assert_eq!(problems[0].field, "keep"),
        other => panic!("nothing goes: {other:?}"),
    }
}

#[test]
fn the_log_is_read_by_auditors_without_names_or_words_and_by_nobody_else() {
    let mut world = World::new();
    let ann = world.add_person("Ann");
    let request = log(&mut world, ann, &[Right::Access]);
    let member = account(&mut world, "Max", Role::Member);
    as_somebody(&mut world, member, |world| {
        assert!(world.read(|desk| rights::list(desk, Nothing {})).is_err());
        assert!(
            world
                .read(|desk| rights::open(desk, OneRequest { request }))
                .is_err()
        );
    });
    let numbers: BTreeSet<String> = world
        .read(|desk| rights::list(desk, Nothing {}))
        .expect("the log")
        .rows
        .into_iter()
        .map(|row| row.number)
        .collect();
    assert_eq!(numbers, ["R-0001".to_owned()].into());
}
