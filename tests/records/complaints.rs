//! Complaints: entered, answered step by step, closed; whom they keep, and what is left when those go.

use domain::access::{Role, Shown};
use domain::complaint::{
    Complainant, ComplaintClockState, ComplaintOutcome, ComplaintStep, ComplaintTopic, NewComplaint,
};
use domain::correspondence::MessageChannel;
use domain::id::{AccountId, CandidateId, ComplaintId};
use domain::text::Prose;
use records::complaint::{
    self, AcknowledgeComplaint, CloseComplaint, ComplaintFile, ComplaintView, DecideComplaint,
    NoteComplaint, OneComplaint, RecordComplaint, RecordedComplaint,
};
use records::import::UndoImport;
use records::today::TodayWhat;
use records::view::{Done, Nothing, UndoneWhat};
use records::{Error, Session};

use crate::clock::{add, told};
use crate::importing::three;
use crate::incidents::sign_in_on;
use crate::world::{NEARLY, World, day, line, noon, refused};

const LETTER: MessageChannel = MessageChannel::Letter;

fn words(text: &str) -> Prose {
    Prose::parse(text).expect("a text")
}

fn new(world: &World, from: Complainant) -> NewComplaint {
    NewComplaint {
        received_on: world.today,
        how: MessageChannel::Email,
        from,
        topic: ComplaintTopic::KeptTooLong,
        words: words("You still have the form that I sent to Zwickelby."),
        against: None,
    }
}

fn enter(world: &mut World, complaint: NewComplaint) -> RecordedComplaint {
    world.does(|desk| complaint::record(desk, RecordComplaint { complaint }))
}

fn of(world: &mut World, candidate: CandidateId) -> ComplaintId {
    let complaint = new(world, Complainant::Candidate { candidate });
    enter(world, complaint).complaint
}

fn open(world: &mut World, complaint: ComplaintId) -> ComplaintView {
    world
        .read(|desk| complaint::open(desk, OneComplaint { complaint }))
        .expect("a complaint")
}

fn file(world: &mut World, complaint: ComplaintId) -> ComplaintFile {
    match open(world, complaint).file {
        Shown::Shown { value } => value,
        Shown::Withheld { rule, .. } => panic!("HR sees the words, not {rule}"),
    }
}

fn confirm(world: &mut World, complaint: ComplaintId, on: &str) -> Result<Done, Error> {
    let revision = open(world, complaint).revision;
    let request = AcknowledgeComplaint {
        complaint,
        revision,
        on: day(on),
        how: LETTER,
    };
    world.write(|desk| complaint::acknowledge(desk, request))
}

fn note(world: &mut World, complaint: ComplaintId, told: bool, text: &str) -> Done {
    let revision = open(world, complaint).revision;
    let request = NoteComplaint {
        complaint,
        revision,
        told,
        on: world.today,
        words: words(text),
    };
    world.does(|desk| complaint::note(desk, request))
}

fn decide(world: &mut World, complaint: ComplaintId) -> Result<Done, Error> {
    let revision = open(world, complaint).revision;
    let request = DecideComplaint {
        complaint,
        revision,
        outcome: ComplaintOutcome::PartlyUpheld,
        reasons: words("The form lay in a second place, Grumbelow."),
        changes: words("There is one place for forms now."),
    };
    world.write(|desk| complaint::decide(desk, request))
}

fn close(world: &mut World, complaint: ComplaintId, on: &str) -> Result<Done, Error> {
    let revision = open(world, complaint).revision;
    let request = CloseComplaint {
        complaint,
        revision,
        on: day(on),
        how: LETTER,
    };
    world.write(|desk| complaint::close(desk, request))
}

fn field(result: Result<Done, Error>) -> &'static str {
    match result {
        Err(Error::Invalid(problems)) => problems[0].field,
        other => panic!("something is wrong with a field: {other:?}"),
    }
}

/// What Today asks for, by how many days, and whether it is slow.
fn on_today(world: &mut World) -> Vec<(ComplaintStep, i32, bool)> {
    let view = world.read(|desk| records::today::overview(desk, Nothing {}));
    let tasks = view.expect("today").tasks;
    tasks
        .into_iter()
        .filter_map(|task| {
            let TodayWhat::ComplaintOpen {
                step, slow_since, ..
            } = task.what
            else {
                return None;
            };
            Some((step, task.days_left, slow_since.is_some()))
        })
        .collect()
}

#[test]
fn a_complaint_is_answered_step_by_step_and_each_is_on_today_with_its_day() {
    let mut world = World::new();
    let person = world.add_person("Quillon");
    let complaint = new(&world, Complainant::Candidate { candidate: person });
    let entered = enter(&mut world, complaint);
    assert_eq!(
        (entered.number.as_str(), entered.due_on),
        ("C-0001", day("2026-12-23")),
        "thirty days"
    );
    let complaint = entered.complaint;
    assert_eq!(
        on_today(&mut world),
        [(ComplaintStep::Acknowledge, 30, false)]
    );
    assert_eq!(field(confirm(&mut world, complaint, "2026-11-24")), "on");
    assert_eq!(field(confirm(&mut world, complaint, "2026-11-22")), "on");
    world.today = day("2026-12-24");
    assert_eq!(
        open(&mut world, complaint).clock.state,
        ComplaintClockState::Late
    );
    confirm(&mut world, complaint, "2026-12-24").expect("late, and confirmed");
    let (rule, _) = refused(confirm(&mut world, complaint, "2026-12-24"));
    assert_eq!(rule, "CMP-02", "once");

    assert_eq!(on_today(&mut world), [(ComplaintStep::Decide, 29, false)]);
    note(&mut world, complaint, false, "Looked for the form.");
    world.today = day("2027-01-21");
    assert_eq!(on_today(&mut world), [(ComplaintStep::Progress, 0, false)]);
    note(&mut world, complaint, true, "It takes some weeks yet.");
    assert_eq!(on_today(&mut world), [(ComplaintStep::Decide, 1, false)]);
    world.today = day("2027-01-22");
    assert_eq!(
        on_today(&mut world),
        [(ComplaintStep::Decide, 30, true)],
        "sixty days: slow, and red after ninety"
    );
    let (rule, _) = refused(close(&mut world, complaint, "2027-01-22"));
    assert_eq!(rule, "CMP-04", "nothing is decided");
    decide(&mut world, complaint).expect("decided");
    assert_eq!(on_today(&mut world), [(ComplaintStep::Tell, 30, true)]);
    assert_eq!(field(close(&mut world, complaint, "2026-12-23")), "on");
    close(&mut world, complaint, "2027-01-22").expect("closed");
    assert_eq!(on_today(&mut world), []);
    let (rule, _) = refused(decide(&mut world, complaint));
    assert_eq!(rule, "CMP-05", "what is closed stays");

    let file = file(&mut world, complaint);
    assert_eq!(file.name.as_deref(), Some("GivenQuillon FamilyQuillon"));
    let notes: Vec<_> = file.notes.iter().map(|note| note.told).collect();
    assert_eq!(notes, [false, true], "in the order in which they came");
    for sentence in [
        "Entered a complaint",
        "Recorded that the receipt of a complaint was confirmed",
        "Noted what was done about a complaint",
        "Noted that a complainant was told how far it has come",
        "Upheld a complaint in part",
        "Recorded that the outcome of a complaint was told",
    ] {
        assert_eq!(told(&mut world, sentence), 1, "{sentence}");
    }
    let view = world.read(|desk| complaint::list(desk, Nothing {}));
    let view = view.expect("the register");
    assert_eq!(
        (view.quarters[0].quarter.as_str(), view.quarters[0].count),
        ("2026-Q4", 1)
    );
}

#[test]
fn an_open_complaint_keeps_whom_it_is_about_and_nothing_of_its_words_stays_when_they_go() {
    let mut world = World::new();
    let kept = world.add_person("Quillon");
    let free = world.add_person("Brantwe");
    for candidate in [kept, free] {
        world.end(candidate, NEARLY, "2026-06-01");
    }
    let complaint = of(&mut world, kept);
    sign_in_on(&mut world, "2026-12-10");
    let strip = world.strip(kept);
    assert_eq!(strip.erase_on, Some(day("2026-12-01")), "the date stays");
    assert_eq!(strip.blocked_by[0].rule, "RET-09");
    assert!(
        strip.blocked_by[0]
            .sentence
            .contains("A complaint has been open since")
    );
    let swept = world.does(|desk| records::retention::sweep(desk, None, None));
    assert_eq!(swept.people, 1);
    assert_eq!(world.everyone(), [kept]);

    note(&mut world, complaint, false, "Asked Plumtwist about it.");
    decide(&mut world, complaint).expect("decided");
    close(&mut world, complaint, "2026-12-10").expect("closed");
    assert!(world.strip(kept).due);
    let swept = world.does(|desk| records::retention::sweep(desk, None, None));
    assert_eq!(swept.people, 1, "searched for and not found");
    assert_eq!(world.everyone(), []);
    let left = file(&mut world, complaint);
    assert!(left.gone && left.candidate.is_none() && left.name.is_none());
    assert_eq!((left.said.as_str(), left.reasons.as_str()), ("", ""));
    assert_eq!(left.notes, []);
    let line = open(&mut world, complaint);
    assert_eq!(
        (line.number.as_str(), line.outcome, line.changes.as_str()),
        (
            "C-0001",
            Some(ComplaintOutcome::PartlyUpheld),
            "There is one place for forms now."
        ),
        "the line stays, to be counted"
    );
    let letter = world
        .write(|desk| records::report::write_complaint_letter(desk, OneComplaint { complaint }));
    let (rule, _) = refused(letter.map(|file| file.name));
    assert_eq!(rule, "CMP-05", "there is nobody to write to");
}

#[test]
fn whom_a_complaint_is_about_no_undo_and_no_import_that_is_taken_back_takes_out() {
    let mut world = World::new();
    let import = three(&mut world);
    let everyone = world.everyone();
    of(&mut world, everyone[0]);
    let undone = world.does(|desk| records::import::take_back(desk, UndoImport { import }));
    assert_eq!(undone.removed, 2, "all but the one who complains");
    assert_eq!(world.everyone(), everyone[..1]);

    let added = world.add_person("Quillon");
    let complaint = of(&mut world, added);
    confirm(&mut world, complaint, "2026-11-23").expect("confirmed");
    world.undo().expect("the confirmation");
    world.undo().expect("the complaint");
    world
        .undo()
        .expect("the person, on whom nothing stands any more");
    assert!(!world.everyone().contains(&added));
}

#[test]
fn every_step_of_a_complaint_is_taken_back_but_the_decision_which_is_made_anew() {
    let mut world = World::new();
    let person = world.add_person("Quillon");
    let complaint = of(&mut world, person);
    confirm(&mut world, complaint, "2026-11-23").expect("confirmed");
    note(&mut world, complaint, true, "It takes a while.");
    assert_eq!(
        world.undo().expect("the note").what,
        UndoneWhat::ChangedComplaint
    );
    assert_eq!(file(&mut world, complaint).notes, []);
    world.undo().expect("the confirmation");
    assert_eq!(open(&mut world, complaint).acknowledged, None);

    let before = decide(&mut world, complaint).expect("decided");
    assert_eq!(before.undo, None);
    decide(&mut world, complaint).expect("decided anew");
    assert_eq!(
        file(&mut world, complaint).reasons,
        "The form lay in a second place, Grumbelow."
    );
    close(&mut world, complaint, "2026-11-23").expect("no word before the outcome is needed");
    assert!(world.strip(person).blocked_by.is_empty());
    world.undo().expect("that it was told");
    assert_eq!(
        open(&mut world, complaint).next,
        Some(ComplaintStep::Tell),
        "it is open again"
    );
    assert_eq!(world.strip(person).blocked_by[0].rule, "RET-09");
    assert!(world.undo().is_err(), "it was decided since it was entered");
    assert_eq!(told(&mut world, "Took back a step of a complaint"), 3);
}

#[test]
fn somebody_else_answers_a_complaint_that_is_about_whoever_would() {
    let mut world = World::new();
    let officer = add(&mut world, "officer", Role::DataProtectionOfficer);
    let me: AccountId = world.session.account();
    let from = Complainant::Other {
        name: line("Ottoline Ruckleshaw"),
    };
    let mut complaint = new(&world, from);
    complaint.against = Some(me);
    let complaint = enter(&mut world, complaint).complaint;
    let view = open(&mut world, complaint);
    assert!(!view.may_keep);
    assert_eq!(view.not_yours.expect("why").rule, "CMP-07");
    assert_eq!(on_today(&mut world), [], "it is not on my list");
    let (rule, _) = refused(decide(&mut world, complaint));
    assert_eq!(rule, "CMP-07");

    world.session = Session::new(officer);
    assert_eq!(on_today(&mut world).len(), 1, "it is on theirs");
    assert_eq!(
        file(&mut world, complaint).name.as_deref(),
        Some("Ottoline Ruckleshaw")
    );
    decide(&mut world, complaint).expect("decided");
    let letter = world
        .does(|desk| records::report::write_complaint_letter(desk, OneComplaint { complaint }));
    assert_eq!(letter.name, "complaint-letter-C-0001.pdf", "names nobody");
    assert!(letter.bytes.starts_with(b"%PDF-"));
    let (rule, _) = refused(
        close(&mut world, complaint, "2026-11-23")
            .map(|_| ())
            .and_then(|()| close(&mut world, complaint, "2026-11-23")),
    );
    assert_eq!(rule, "CMP-05", "it is closed once");
    world.session = Session::new(me);
    assert_eq!(
        told(&mut world, "Made a letter on the outcome of a complaint"),
        1
    );
}

#[test]
fn the_words_of_a_closed_complaint_go_after_a_year_and_its_line_stays() {
    let mut world = World::new();
    let from = Complainant::Other {
        name: line("Ottoline Ruckleshaw"),
    };
    let complaint = new(&world, from);
    let complaint = enter(&mut world, complaint).complaint;
    decide(&mut world, complaint).expect("decided");
    close(&mut world, complaint, "2026-11-23").expect("closed");
    let mut gone_on = |date: &str| {
        // A clock that jumps is not believed, and nothing is forgotten by it.
        while world.today < day(date) {
            let next = (world.today + chrono::Days::new(30)).min(day(date));
            sign_in_on(&mut world, &next.to_string());
        }
        let folder = world.folder.path().join("store");
        let before = std::mem::replace(&mut world.store, World::new().store);
        before.close().expect("closed");
        let passphrase =
            records::organisation::Passphrase::new("a passphrase nobody guesses".to_owned().into());
        let opened = store::unlock(&folder, "hr", &passphrase, noon(world.today)).expect("open");
        world.store = opened.store;
        file(&mut world, complaint).gone
    };
    assert!(!gone_on("2027-11-22"));
    assert!(gone_on("2027-11-23"), "a year to the day");
    assert_eq!(open(&mut world, complaint).number, "C-0001");
    assert_eq!(
        told(
            &mut world,
            "Let go of the words of 1 complaint closed a year ago"
        ),
        1
    );
}

#[test]
fn a_complaint_and_a_request_that_belong_together_are_shown_on_each_other() {
    let mut world = World::new();
    let ann = world.add_person("Ann");
    let bo = world.add_person("Bosco");
    let log = |world: &mut World, candidate| {
        let request = records::rights::LogRequest {
            candidate: Some(candidate),
            asker: Prose::default(),
            received_on: world.today,
            channel: domain::rights::RequestChannel::Letter,
            rights: vec![domain::deadline::Right::Access],
            asked: Prose::default(),
        };
        world
            .does(|desk| records::rights::log(desk, request))
            .request
    };
    let (hers, his) = (log(&mut world, ann), log(&mut world, bo));
    let complaint = of(&mut world, ann);
    let link = |world: &mut World, request| {
        let revision = open(world, complaint).revision;
        world.write(|desk| {
            complaint::link(
                desk,
                complaint::LinkComplaint {
                    complaint,
                    revision,
                    request,
                },
            )
        })
    };
    assert_eq!(refused(link(&mut world, Some(his))).0, "CMP-06");
    link(&mut world, Some(hers)).expect("linked");
    let linked = open(&mut world, complaint).request.expect("a request");
    assert_eq!((linked.request, linked.number.as_str()), (hers, "R-0001"));
    let view = world
        .read(|desk| {
            let request = hers;
            records::rights::open(desk, records::rights::OneRequest { request })
        })
        .expect("the request");
    assert_eq!(view.complaints[0].number, "C-0001");
    link(&mut world, None).expect("unlinked");
    assert!(open(&mut world, complaint).request.is_none());
}

#[test]
fn receipt_is_confirmed_by_a_letter_and_a_form_is_offered_that_names_nobody() {
    let mut world = World::new();
    let ann = world.add_person("Ann");
    let complaint = of(&mut world, ann);
    let letter = world
        .does(|desk| records::report::write_complaint_receipt(desk, OneComplaint { complaint }));
    assert_eq!(letter.name, "C-0001-received.pdf");
    assert!(letter.bytes.starts_with(b"%PDF-"));
    let form = world.does(|desk| records::report::write_complaint_form(desk, Nothing {}));
    assert_eq!(form.name, "complaint-form.pdf");
    assert!(form.bytes.starts_with(b"%PDF-"));
}
