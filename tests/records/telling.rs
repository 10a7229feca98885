//! What was given to somebody outside: recorded, taken back, shown when somebody is to be erased, and told after.

use std::collections::BTreeSet;

use domain::access::Shown;
use domain::id::{ApplicationId, CandidateId};
use domain::retention::DataClass;
use domain::sharing::Purpose;
use records::Error;
use records::candidate::{AddCandidate, NewApplication};
use records::disclosure::{DisclosuresView, RecordDisclosure, TakeBackDisclosure};
use records::journal::ReadJournal;
use records::recipients::{RecipientsView, TellRecipient};
use records::report::{
    MakeReport, ReportForm, ReportOf, WriteLetter, WriteNotices, make_report, write_letter,
    write_notices,
};
use records::retention::{Erase, ErasurePreview, ErasureReceipt};
use records::today::TodayWhat;
use records::view::{Nothing, UndoneWhat};
use serde_json::Value;

use crate::erasing::{due, preview};
use crate::sharing::{agency, office};
use crate::world::{World, day, details};

const OFFICE: &str = "Office of A. Member";

/// What an office is given of an application, or an agency of a record as a whole.
fn wanted(
    world: &mut World,
    candidate: CandidateId,
    recipient: &str,
    on: &str,
) -> RecordDisclosure {
    let classes = BTreeSet::from([DataClass::Contact, DataClass::Form]);
    let (purpose, to, application) = if recipient == OFFICE {
        let application = world.application(candidate);
        let to = office(world, recipient);
        (Purpose::OfficeReview, to, Some(application))
    } else {
        (Purpose::RunProcess, agency(world, recipient), None)
    };
    RecordDisclosure {
        candidate,
        application,
        purpose: Some(purpose),
        recipient: Some(to),
        classes,
        reason: None,
        legal: None,
        on: day(on),
    }
}

fn try_to_record(world: &mut World, request: RecordDisclosure) -> Result<Option<u32>, Error> {
    world
        .write(|desk| records::disclosure::record(desk, request))
        .map(|done| done.undo)
}

pub(crate) fn record(world: &mut World, candidate: CandidateId, recipient: &str) -> Option<u32> {
    let request = wanted(world, candidate, recipient, "2026-05-04");
    try_to_record(world, request).expect("recorded")
}

fn disclosures(world: &mut World, candidate: CandidateId) -> DisclosuresView {
    match world.open(candidate).disclosures {
        Shown::Shown { value } => value,
        Shown::Withheld { rule, .. } => panic!("HR sees disclosures, not {rule}"),
    }
}

fn erase(world: &mut World, seen: ErasurePreview) -> ErasureReceipt {
    let request = Erase {
        preview: seen.preview,
        typed: seen.confirm,
        do_not_approach: false,
        second: None,
        job: 0,
    };
    world.does(|desk| records::retention::erase(desk, request))
}

pub(crate) fn listed(world: &mut World) -> RecipientsView {
    world
        .read(|desk| records::recipients::list(desk, Nothing {}))
        .expect("the list")
}

fn to_tell_on_today(world: &mut World) -> Vec<(u32, i32)> {
    world
        .read(|desk| records::today::overview(desk, Nothing {}))
        .expect("today")
        .tasks
        .into_iter()
        .filter_map(|task| match task.what {
            TodayWhat::TellRecipients { count } => Some((count, task.days_left)),
            TodayWhat::EraseDue { .. }
            | TodayWhat::EraseSoon { .. }
            | TodayWhat::ReserveEnding { .. }
            | TodayWhat::ApplicationsWaiting { .. }
            | TodayWhat::CloseOut { .. }
            | TodayWhat::HoldReview { .. }
            | TodayWhat::NoticesMissing { .. }
            | TodayWhat::HandOver { .. }
            | TodayWhat::InterviewComing { .. }
            | TodayWhat::FeedbackOwed { .. }
            | TodayWhat::PermissionEnding { .. }
            | TodayWhat::ApproveOffer { .. }
            | TodayWhat::MakeOffer { .. }
            | TodayWhat::AnswerOffer { .. }
            | TodayWhat::DecisionsWaiting { .. }
            | TodayWhat::IncidentOpen { .. }
            | TodayWhat::ComplaintOpen { .. }
            | TodayWhat::RequestOpen { .. }
            | TodayWhat::RegisterReview { .. }
            | TodayWhat::TrainingEnding { .. } => None,
        })
        .collect()
}

fn field(error: Result<Option<u32>, Error>) -> &'static str {
    match error {
        Err(Error::Invalid(problems)) => problems[0].field,
        other => panic!("something is wrong with a field: {other:?}"),
    }
}

#[test]
fn a_disclosure_is_recorded_shown_and_taken_back() {
    let mut world = World::new();
    let candidate = world.add_person("Quillon");
    assert_eq!(disclosures(&mut world, candidate).disclosures, []);
    let undo = record(&mut world, candidate, OFFICE);
    let request = wanted(&mut world, candidate, "Some Agency", "2026-06-01");
    try_to_record(&mut world, request).expect("of the whole record");
    let seen = disclosures(&mut world, candidate);
    let named: Vec<_> = seen
        .disclosures
        .iter()
        .map(|one| (one.recipient.as_str(), one.vacancy_title.as_deref()))
        .collect();
    assert_eq!(
        named,
        [("Some Agency", None), (OFFICE, Some("Press Officer"))],
        "the latest first"
    );
    assert_eq!(seen.disclosures[0].recorded_by, "Alex of HR");
    assert!(
        seen.classes.contains(&DataClass::CriminalRecord),
        "HR may know that it is there"
    );

    let undone = world.undo_numbered(undo).expect("taken back");
    assert_eq!(undone.what, UndoneWhat::RecordedDisclosure);
    let left = disclosures(&mut world, candidate).disclosures;
    let request = TakeBackDisclosure {
        candidate,
        disclosure: left[0].disclosure,
    };
    world.does(|desk| records::disclosure::take_back(desk, request));
    assert_eq!(disclosures(&mut world, candidate).disclosures, []);
    assert!(
        matches!(
            world.write(|desk| records::disclosure::take_back(desk, request)),
            Err(Error::NotFound)
        ),
        "once"
    );
}

#[test]
fn what_is_wrong_with_a_disclosure_is_said_of_its_field() {
    let mut world = World::new();
    let candidate = world.add_person("Quillon");
    let other = world.add_person("Brantwe");
    let request = wanted(&mut world, candidate, OFFICE, "2026-11-24");
    assert_eq!(field(try_to_record(&mut world, request)), "on");
    let request = RecordDisclosure {
        classes: BTreeSet::new(),
        ..wanted(&mut world, candidate, OFFICE, "2026-11-23")
    };
    assert_eq!(field(try_to_record(&mut world, request)), "classes");
    let named = "Referee of GivenQuillon FamilyQuillon";
    let request = wanted(&mut world, candidate, named, "2026-11-23");
    assert_eq!(field(try_to_record(&mut world, request)), "recipient");
    let theirs: ApplicationId = world.application(other);
    let request = RecordDisclosure {
        application: Some(theirs),
        ..wanted(&mut world, candidate, OFFICE, "2026-11-23")
    };
    let result = try_to_record(&mut world, request);
    assert!(
        matches!(result, Err(Error::NotFound)),
        "an application of theirs"
    );
}

/// Nobody is told of what undo or an import taken back deletes, so who was given something stays.
#[test]
fn somebody_of_whom_something_was_given_is_erased_and_not_undone() {
    let mut world = World::new();
    let vacancy = world.vacancy;
    let add = |world: &mut World, name| {
        let request = AddCandidate {
            details: details(name),
            application: Some(NewApplication {
                vacancy,
                applied_on: day("2026-04-01"),
            }),
            notice: None,
        };
        world.does(|desk| records::candidate::add(desk, request))
    };
    let added = add(&mut world, "Quillon");
    record(&mut world, added.candidate, OFFICE);
    assert!(
        matches!(world.undo_numbered(added.undo), Err(Error::Stale)),
        "something of theirs was given away"
    );
    let added = add(&mut world, "Brantwe");
    let undo = record(&mut world, added.candidate, OFFICE);
    world.undo_numbered(undo).expect("a mistake");
    world.undo_numbered(added.undo).expect("nobody to be told");
}

#[test]
fn recipients_are_shown_before_told_by_name_and_listed_after_without() {
    let mut world = World::new();
    let gone = due(&mut world, &["Quillon", "Brantwe"]);
    for candidate in &gone {
        record(&mut world, *candidate, OFFICE);
    }
    record(&mut world, gone[0], "Some Agency");
    let letter = world.does(|desk| write_letter(desk, WriteLetter { candidate: gone[0] }));
    assert!(letter.name.starts_with("letter-"));

    let seen = preview(&mut world, None);
    let shown: Vec<_> = seen
        .recipients
        .iter()
        .map(|one| (one.recipient.as_str(), one.people, one.by))
        .collect();
    assert_eq!(
        shown,
        [
            (OFFICE, 2, day("2026-12-07")),
            ("Some Agency", 1, day("2026-12-07"))
        ]
    );
    let request = WriteNotices {
        preview: seen.preview,
    };
    let files = world.does(|desk| write_notices(desk, request));
    assert_eq!(
        files[0].name,
        "notice-2026-11-23-1-members-and-departments.txt"
    );
    let text = String::from_utf8(files[0].bytes.clone()).expect("text");
    for named in [
        "GivenQuillon FamilyQuillon",
        "GivenBrantwe FamilyBrantwe",
        "4 May 2026",
    ] {
        assert!(text.contains(named), "{named} in {text}");
    }
    assert!(!text.contains("Some Agency"), "nobody else's");

    let receipt = erase(&mut world, seen.clone());
    assert!(receipt.verified);
    assert_eq!(receipt.recipients, seen.recipients, "as it was shown");
    let list = listed(&mut world);
    assert!(list.may_tell);
    let text = serde_json::to_string(&list).expect("JSON");
    assert!(
        !text.contains("Quillon") && !text.contains("Brantwe"),
        "{text}"
    );
    assert_eq!(list.notices[0].days_left, 14);
    assert_eq!(list.notices[0].since, day("2026-11-23"));
    assert!(
        matches!(
            world.does_not(|desk| write_notices(desk, request)),
            Error::Stale
        ),
        "their names are gone"
    );
    let journal = world
        .read(|desk| records::journal::read(desk, ReadJournal::default()))
        .expect("the journal");
    let text = serde_json::to_string(&journal).expect("JSON");
    assert!(text.contains("Saved notices to 2 recipients"), "{text}");
    assert!(
        !text.contains("Agency") && !text.contains("Member"),
        "no name: {text}"
    );
}

#[test]
fn who_was_told_and_when_is_noted_and_who_was_not_is_loud() {
    let mut world = World::new();
    let gone = due(&mut world, &["Quillon"]);
    record(&mut world, gone[0], OFFICE);
    record(&mut world, gone[0], "Some Agency");
    let seen = preview(&mut world, None);
    erase(&mut world, seen);
    assert_eq!(to_tell_on_today(&mut world), [(2, 14)]);
    let notice = listed(&mut world).notices[0].notice;
    for wrong in ["2026-11-24", "2026-11-22"] {
        let request = TellRecipient {
            notice,
            on: day(wrong),
        };
        assert!(
            matches!(
                world.does_not(|desk| records::recipients::tell(desk, request)),
                Error::Invalid(_)
            ),
            "{wrong}: not before the erasure, nor ahead"
        );
    }
    let request = TellRecipient {
        notice,
        on: day("2026-11-23"),
    };
    let done = world.does(|desk| records::recipients::tell(desk, request));
    assert!(matches!(
        world.does_not(|desk| records::recipients::tell(desk, request)),
        Error::Stale
    ));
    world.today = day("2026-12-08");
    assert_eq!(to_tell_on_today(&mut world), [(1, -1)], "late by a day");
    let list = listed(&mut world).notices;
    assert_eq!(
        (list[1].told_on, list[1].told_by.as_deref()),
        (Some(day("2026-11-23")), Some("Alex of HR"))
    );
    let undone = world.undo_numbered(done.undo).expect("taken back");
    assert_eq!(undone.what, UndoneWhat::ToldRecipient);
    assert_eq!(to_tell_on_today(&mut world), [(2, -1)]);
}

#[test]
fn a_report_says_who_is_told_by_category_and_no_small_count() {
    let mut world = World::new();
    let names = [
        "Quillon", "Brantwe", "Ostmark", "Velindra", "Harkesh", "Nyolu", "Ferrol",
    ];
    let gone = due(&mut world, &names);
    for candidate in &gone[..6] {
        record(&mut world, *candidate, OFFICE);
    }
    record(&mut world, gone[0], "Some Agency");
    let seen = preview(&mut world, None);
    let erasure = erase(&mut world, seen).erasure;
    let report = |world: &mut World| {
        let request = MakeReport {
            of: ReportOf::Erasure { erasure },
            form: ReportForm::Json,
        };
        let file = world.does(|desk| make_report(desk, request));
        let whole: Value = serde_json::from_slice(&file.bytes).expect("JSON");
        assert!(!whole.to_string().contains("Agency"), "by category alone");
        whole["report"]["recipients"].clone()
    };
    let told = report(&mut world);
    assert_eq!(told[0]["category"], "MPs’ offices and departments");
    assert_eq!(told[0]["number"], 1);
    assert_eq!(
        told[0]["records"], "fiveOrMore",
        "the seventh would follow: {told}"
    );
    assert_eq!(told[0]["by"], "2026-12-07");
    assert_eq!(told[1]["records"], "fewerThanFive");
    let notice = listed(&mut world).notices[0].notice;
    let request = TellRecipient {
        notice,
        on: day("2026-11-23"),
    };
    world.does(|desk| records::recipients::tell(desk, request));
    let told = report(&mut world);
    let numbers: u64 = told
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|one| one["told"].as_u64())
        .sum();
    assert_eq!(numbers, 1, "{told}");
}
