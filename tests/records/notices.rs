//! The privacy notice: its versions, who was given which and when, and what waits for it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::access::Shown;
use domain::correspondence::MessagePurpose;
use domain::id::CandidateId;
use domain::notice::{NoticeChannel, NoticeExemption, NoticeItem, NoticeState, NoticeText};
use domain::promise::Promise;
use domain::retention::DataClass;
use domain::sharing::Purpose;
use domain::source::SourceCategory;
use domain::text::Prose;
use records::Error;
use records::candidate::{AddCandidate, NewApplication};
use records::correspondence::{
    CheckMessage, HandOver, HandOverWay, MessageCheck, SaveMessageDraft,
};
use records::disclosure::RecordDisclosure;
use records::import::{ImportChoices, UndoImport};
use records::journal::ReadJournal;
use records::notice::{
    AddNoticeVersion, ExemptFromNotice, GiveNotice, GiveNoticeToMany, NoticeStandingView,
    NoticesView, TakeBackNotice,
};
use records::today::TodayWhat;
use records::view::{Nothing, UndoneWhat};

use crate::sharing::agency;
use crate::world::{World, day, details, line};

fn text(words: &str, from: &str) -> NoticeText {
    NoticeText {
        text: Prose::parse(words).expect("words"),
        in_force_from: day(from),
        contains: NoticeItem::ALL.iter().copied().collect(),
        related: vec![line("Website privacy notice, version 3")],
    }
}

fn add_version(world: &mut World, seen: u32, notice: NoticeText) -> Result<(), Error> {
    let request = AddNoticeVersion { seen, notice };
    world
        .write(|desk| records::notice::add(desk, request))
        .map(|_done| ())
}

/// A store whose notice has been in force since the summer of 2024.
fn with_notice() -> World {
    let mut world = World::new();
    add_version(&mut world, 0, text("What we do.", "2024-07-08")).expect("a version");
    world
}

fn add_from(
    world: &mut World,
    name: &str,
    source: SourceCategory,
    received_on: &str,
    notice: Option<u32>,
) -> Result<CandidateId, Error> {
    let mut details = details(name);
    details.source.category = source;
    details.received_on = day(received_on);
    let request = AddCandidate {
        details,
        application: None,
        notice,
    };
    world
        .write(|desk| records::candidate::add(desk, request))
        .map(|added| added.candidate)
}

/// Somebody whom a recruiter told of, who applied.
fn told_of(world: &mut World, name: &str) -> CandidateId {
    let mut details = details(name);
    details.source.category = SourceCategory::Recruiter;
    details.received_on = day("2026-11-10");
    let request = AddCandidate {
        details,
        application: Some(NewApplication {
            vacancy: world.vacancy,
            applied_on: day("2026-11-10"),
        }),
        notice: None,
    };
    world
        .does(|desk| records::candidate::add(desk, request))
        .candidate
}

fn stands(world: &mut World, candidate: CandidateId) -> NoticeStandingView {
    match world.open(candidate).notice {
        Shown::Shown { value } => value,
        Shown::Withheld { .. } => panic!("HR sees the notice"),
    }
}

fn give(
    world: &mut World,
    candidate: CandidateId,
    version: u32,
    on: &str,
) -> Result<Option<u32>, Error> {
    let request = GiveNotice {
        candidate,
        version,
        on: day(on),
        channel: NoticeChannel::Email,
    };
    world
        .write(|desk| records::notice::give(desk, request))
        .map(|done| done.undo)
}

fn notices(world: &mut World) -> NoticesView {
    world
        .read(|desk| records::notice::list(desk, Nothing {}))
        .expect("the notices")
}

fn problem<T: std::fmt::Debug>(result: Result<T, Error>) -> (&'static str, String) {
    match result {
        Err(Error::Invalid(problems)) => {
            let first = problems.into_iter().next().expect("a problem");
            (first.field, first.sentence)
        }
        other => panic!("a field is wrong: {other:?}"),
    }
}

fn erase_on(world: &mut World, candidate: CandidateId) -> Option<NaiveDate> {
    world.strip(candidate).erase_on
}

#[test]
fn a_version_is_added_once_says_what_it_lacks_and_is_never_changed() {
    let mut world = World::new();
    assert!(notices(&mut world).versions.is_empty());
    let mut first = text("What we do.", "2024-07-08");
    first.contains.remove(&NoticeItem::ComplaintToUs);
    add_version(&mut world, 0, first.clone()).expect("the first");
    assert!(
        matches!(
            add_version(&mut world, 0, text("Anew.", "2026-07-01")),
            Err(Error::Stale)
        ),
        "somebody added one meanwhile"
    );
    let (field, sentence) = problem(add_version(&mut world, 1, first.clone()));
    assert_eq!(field, "notice.text");
    assert!(sentence.contains("Change something"), "{sentence}");
    let (field, _) = problem(add_version(&mut world, 1, text("", "2026-07-01")));
    assert_eq!(field, "notice.text");
    add_version(&mut world, 1, text("Anew.", "2026-12-01")).expect("the second");
    let seen = notices(&mut world);
    let shown: Vec<_> = seen
        .versions
        .iter()
        .map(|one| (one.version, one.in_force, one.lacks.clone()))
        .collect();
    assert_eq!(
        shown,
        [
            (2, false, Vec::new()),
            (1, true, vec![NoticeItem::ComplaintToUs])
        ],
        "the second is in force from December"
    );
    assert_eq!(seen.versions[1].notice, first);
}

#[test]
fn giving_it_is_recorded_once_shown_with_what_it_is_read_with_and_can_be_taken_back() {
    let mut world = with_notice();
    let ann = told_of(&mut world, "Ann");
    let before = stands(&mut world, ann);
    assert_eq!(before.state, NoticeState::Due);
    assert!(
        before.sentence.contains("by 10 December 2026"),
        "{before:?}"
    );
    let undo = give(&mut world, ann, 1, "2026-11-20").expect("given");
    let after = stands(&mut world, ann);
    assert_eq!((after.state, after.given.len()), (NoticeState::Given, 1));
    assert_eq!(after.given[0].recorded_by, "Alex of HR");
    assert_eq!(
        give(&mut world, ann, 1, "2026-11-21").expect("again"),
        None,
        "a second time changes nothing"
    );
    assert_eq!(stands(&mut world, ann), after);
    assert_eq!(notices(&mut world).versions[0].given, 1);

    let undone = world.undo_numbered(undo).expect("taken back");
    assert_eq!(undone.what, UndoneWhat::RecordedNotice);
    assert_eq!(stands(&mut world, ann), before);
    give(&mut world, ann, 1, "2026-11-20").expect("given");
    let request = TakeBackNotice {
        candidate: ann,
        version: Some(1),
    };
    world.does(|desk| records::notice::take_back(desk, request));
    assert_eq!(stands(&mut world, ann), before);
    assert!(matches!(
        world.does_not(|desk| records::notice::take_back(desk, request)),
        Error::Store(_) | Error::NotFound
    ));
}

#[test]
fn what_can_not_be_so_is_not_recorded() {
    let mut world = with_notice();
    let ann = told_of(&mut world, "Ann");
    assert_eq!(problem(give(&mut world, ann, 1, "2026-11-24")).0, "on");
    assert_eq!(problem(give(&mut world, ann, 1, "2026-11-09")).0, "on");
    assert_eq!(problem(give(&mut world, ann, 2, "2026-11-20")).0, "version");
    add_version(&mut world, 1, text("Anew.", "2026-11-21")).expect("the second");
    let (field, sentence) = problem(give(&mut world, ann, 2, "2026-11-20"));
    assert_eq!(field, "version");
    assert!(sentence.contains("from 21 November 2026 on"), "{sentence}");
    let form = add_from(
        &mut world,
        "Bob",
        SourceCategory::Website,
        "2026-11-20",
        Some(2),
    );
    assert_eq!(problem(form).0, "notice");
}

#[test]
fn a_reason_is_recorded_and_what_came_from_the_person_has_one_alone() {
    let mut world = with_notice();
    let ann = told_of(&mut world, "Ann");
    let exempt = |world: &mut World, candidate, exemption, reason: Option<&str>| {
        let request = ExemptFromNotice {
            candidate,
            exemption,
            reason: reason.map(line),
        };
        world
            .write(|desk| records::notice::exempt(desk, request))
            .map(|done| done.undo)
    };
    let disproportionate = NoticeExemption::Disproportionate;
    assert_eq!(
        problem(exempt(&mut world, ann, disproportionate, None)).0,
        "reason"
    );
    exempt(&mut world, ann, disproportionate, Some("No address")).expect("recorded");
    let now = stands(&mut world, ann);
    assert_eq!(now.state, NoticeState::Exempt);
    assert_eq!(now.given[0].reason.as_deref(), Some("No address"));
    let applied = world.add_person("Bob");
    let (field, sentence) = problem(exempt(&mut world, applied, disproportionate, Some("Far")));
    assert_eq!(field, "exemption");
    assert!(sentence.contains("Art 13(4)"), "{sentence}");
    exempt(
        &mut world,
        applied,
        NoticeExemption::HasIt,
        Some("Applied before"),
    )
    .expect("recorded");
    assert_eq!(notices(&mut world).without, 0);
}

#[test]
fn a_form_that_carried_it_is_recorded_as_somebody_is_added_and_brought_in() {
    let mut world = with_notice();
    let ann = add_from(
        &mut world,
        "Ann",
        SourceCategory::Website,
        "2026-11-20",
        Some(1),
    )
    .expect("added");
    let now = stands(&mut world, ann);
    assert_eq!(now.state, NoticeState::Given);
    assert_eq!(
        (now.given[0].on, now.given[0].channel),
        (day("2026-11-20"), Some(NoticeChannel::Form))
    );
    let file = "Name,Email,Source,Date\nBea Own,bea@example.org,Website,2026-11-02\n\
                Cy Agency,cy@example.org,Agency,2026-11-02\n";
    let choices = ImportChoices {
        notice: Some(1),
        ..ImportChoices::default()
    };
    let receipt =
        world.does(|desk| records::import::bring_in(desk, file.as_bytes().to_vec(), choices));
    assert_eq!(receipt.added, 2);
    let found = |world: &mut World, name: &str| {
        let one = world.found(name)[0];
        stands(world, one).state
    };
    assert_eq!(found(&mut world, "Own"), NoticeState::Given);
    assert_eq!(
        found(&mut world, "Agency"),
        NoticeState::Due,
        "a form of ours carried nothing to whom others told of"
    );
    let import = receipt.import;
    let undone = world.does(|desk| records::import::take_back(desk, UndoImport { import }));
    assert_eq!((undone.removed, undone.kept), (2, 0));
}

#[test]
fn a_prospect_who_was_not_told_goes_earlier_but_nobody_from_before_it_could_be_recorded() {
    let mut world = World::new();
    let linked = SourceCategory::SourcingPlatform;
    let before = add_from(&mut world, "Before", linked, "2026-11-10", None).expect("added");
    assert_eq!(erase_on(&mut world, before), Some(day("2027-05-10")));
    add_version(&mut world, 0, text("What we do.", "2024-07-08")).expect("a version");
    let later = |world: &mut World, name, received| {
        world.today = day("2026-11-24");
        add_from(world, name, linked, received, None).expect("added")
    };
    let after = later(&mut world, "After", "2026-11-10");
    assert_eq!(
        erase_on(&mut world, after),
        Some(day("2026-12-11")),
        "the day after the last one for the notice (RET-14)"
    );
    let brought = later(&mut world, "Brought", "2026-10-01");
    assert_eq!(
        erase_on(&mut world, brought),
        Some(day("2027-04-01")),
        "whose month had passed when they were added"
    );
    assert_eq!(
        erase_on(&mut world, before),
        Some(day("2027-05-10")),
        "from before there was a version"
    );
    assert_eq!(stands(&mut world, before).state, NoticeState::Due);
    assert_eq!(stands(&mut world, brought).state, NoticeState::Overdue);

    give(&mut world, after, 1, "2026-11-24").expect("given");
    assert_eq!(erase_on(&mut world, after), Some(day("2027-05-10")));
    give(&mut world, before, 1, "2026-11-24").expect("given");
    give(&mut world, brought, 1, "2026-11-24").expect("given late");
    assert_eq!(
        (erase_on(&mut world, before), erase_on(&mut world, brought)),
        (Some(day("2027-05-10")), Some(day("2027-04-01"))),
        "and recording it late moves nobody"
    );
}

fn check(world: &mut World, candidate: CandidateId, carries_notice: bool) -> MessageCheck {
    let request = CheckMessage {
        candidate,
        application: None,
        purpose: MessagePurpose::Reply,
        subject: Prose::parse("Hello").expect("words"),
        body: Prose::parse("We would like to meet you.").expect("words"),
        carries_notice,
    };
    world
        .read(|desk| records::correspondence::check(desk, request))
        .expect("a check")
}

#[test]
fn whom_others_told_of_is_written_to_by_a_message_that_carries_it() {
    let mut world = World::new();
    let ann = told_of(&mut world, "Ann");
    assert!(
        check(&mut world, ann, false).refused.is_none(),
        "while there is no version nothing can be recorded, and nothing is refused"
    );
    add_version(&mut world, 0, text("What we do.", "2024-07-08")).expect("a version");
    let said = check(&mut world, ann, false);
    let refused = said.refused.expect("refused");
    assert_eq!(
        (refused.rule.as_str(), said.notice_missing),
        ("NOT-02", true)
    );
    assert!(refused.sentence.contains("has to carry it"), "{refused:?}");
    assert!(check(&mut world, ann, true).refused.is_none());

    let draft = SaveMessageDraft {
        candidate: ann,
        application: None,
        purpose: MessagePurpose::Reply,
        subject: Prose::parse("Hello").expect("words"),
        body: Prose::parse("We would like to meet you.").expect("words"),
    };
    world.does(|desk| records::correspondence::save_draft(desk, draft));
    let asked = |carries_notice| HandOver {
        candidate: ann,
        way: HandOverWay::File,
        confirmed: false,
        listed: None,
        carries_notice,
    };
    assert!(matches!(
        world.does_not(|desk| records::correspondence::hand_over(desk, asked(false))),
        Error::Rule { rule: "NOT-02", .. }
    ));
    world.does(|desk| records::correspondence::hand_over(desk, asked(true)));
    let now = stands(&mut world, ann);
    assert_eq!(now.state, NoticeState::Given);
    assert_eq!(now.given[0].channel, Some(NoticeChannel::Email));
    let after = check(&mut world, ann, false);
    assert!(after.refused.is_none() && !after.notice_missing);
}

#[test]
fn nothing_is_given_to_others_of_whom_others_told_of_before_they_were_told() {
    let mut world = with_notice();
    let ann = told_of(&mut world, "Ann");
    let recipient = agency(&mut world, "Example Talent Ltd");
    let request = RecordDisclosure {
        candidate: ann,
        application: None,
        purpose: Some(Purpose::RunProcess),
        recipient: Some(recipient),
        classes: BTreeSet::from([DataClass::Contact]),
        reason: None,
        legal: None,
        on: day("2026-11-23"),
    };
    let asked = request.clone();
    let (field, sentence) = problem(world.write(|desk| records::disclosure::record(desk, asked)));
    assert_eq!(field, "recipient");
    assert!(
        sentence.contains("the privacy notice first") && sentence.contains("NOT-02"),
        "{sentence}"
    );
    give(&mut world, ann, 1, "2026-11-23").expect("given");
    world.does(|desk| records::disclosure::record(desk, request));
}

fn missing_today(world: &mut World) -> Vec<(u32, i32)> {
    world
        .read(|desk| records::today::overview(desk, Nothing {}))
        .expect("today")
        .tasks
        .into_iter()
        .filter_map(|task| {
            let TodayWhat::NoticesMissing { count } = task.what else {
                return None;
            };
            Some((count, task.days_left))
        })
        .collect()
}

#[test]
fn today_says_of_how_many_it_is_not_recorded_and_many_are_recorded_at_once() {
    let mut world = with_notice();
    let early = add_from(
        &mut world,
        "Early",
        SourceCategory::Website,
        "2024-07-07",
        None,
    )
    .expect("added");
    let applied = world.add_person("Bob");
    world.add_person("Cem");
    told_of(&mut world, "Dee");
    let days = i32::try_from((day("2024-07-07") - world.today).num_days()).expect("days");
    assert_eq!(missing_today(&mut world), [(4, days)]);
    let lines: Vec<_> = notices(&mut world)
        .lacking
        .into_iter()
        .map(|line| (line.source, line.count, line.overdue))
        .collect();
    assert_eq!(
        lines,
        [
            (SourceCategory::Website, 3, true),
            (SourceCategory::Recruiter, 1, false)
        ]
    );
    let request = |seen, channel| GiveNoticeToMany {
        source: SourceCategory::Website,
        seen,
        version: 1,
        channel,
        on: None,
    };
    let many = |world: &mut World, request| {
        world.write(|desk| records::notice::give_to_many(desk, request))
    };
    assert!(matches!(
        many(&mut world, request(2, NoticeChannel::Form)),
        Err(Error::Stale)
    ));
    assert_eq!(
        problem(many(&mut world, request(3, NoticeChannel::Post))).0,
        "on"
    );
    let done = many(&mut world, request(3, NoticeChannel::Form)).expect("recorded");
    assert_eq!(
        (done.given, done.left_out),
        (2, 1),
        "the version was not in force when the first of them came"
    );
    assert_eq!(stands(&mut world, applied).given[0].on, day("2026-04-01"));
    assert_eq!(stands(&mut world, early).state, NoticeState::Overdue);
    assert_eq!(missing_today(&mut world).len(), 1);
    let told: Vec<String> = world
        .read(|desk| records::journal::read(desk, ReadJournal::default()))
        .expect("the journal")
        .rows
        .into_iter()
        .map(|row| row.sentence)
        .collect();
    assert!(
        told.contains(
            &"Recorded that 2 people were given version 1 of the privacy notice with the form"
                .to_owned()
        ),
        "{told:?}"
    );
}

#[test]
fn the_promise_of_versions_shows_who_was_given_one_and_who_waits() {
    let mut world = with_notice();
    let ann = told_of(&mut world, "Ann");
    world.add_person("Bob");
    give(&mut world, ann, 1, "2026-11-20").expect("given");
    let rows = world
        .read(|desk| records::promise::list(desk, Nothing {}))
        .expect("the promises")
        .rows;
    let row = rows
        .into_iter()
        .find(|row| row.promise == Promise::NoticeVersions)
        .expect("S27");
    let words: Vec<_> = row
        .evidence
        .iter()
        .map(|line| (line.words.as_str(), line.overdue))
        .collect();
    assert_eq!(
        words,
        [
            (
                "1 version of the notice is recorded as it was given.",
                false
            ),
            ("1 person was given one.", false),
            ("1 person should have been given it by now.", true),
        ]
    );
}
