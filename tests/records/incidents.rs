//! Incidents: reported, answered step by step, closed and forgotten.

mod people;

use std::collections::BTreeSet;

use domain::access::Shown;
use domain::correspondence::MessageChannel;
use domain::id::{CandidateId, IncidentId};
use domain::incident::{
    Assessment, FirstReport, IcoDecision, IncidentClockState, IncidentKind, IncidentStep,
    LaptopState, Likelihood, NotTold, Risk, Severity,
};
use domain::interview::TimeOfDay;
use domain::retention::DataClass;
use domain::text::Prose;
use records::Error;
use records::incident::{
    self, AffectedChange, AffectedView, AnswerView, AssessIncident, ChangeAffected, CloseIncident,
    DecideIncident, IncidentView, ListAffected, NoteMeasures, OneIncident, ProposeRisk,
    ReportIncident, SetAwareness, TellAffected, Telling,
};
use records::report::{MakeReport, ReportForm, ReportOf};
use records::today::TodayWhat;
use records::view::{Done, Nothing};
use store::Entry;

use crate::clock::told;
use crate::world::{World, day, noon, refused};

fn words(text: &str) -> Prose {
    Prose::parse(text).expect("a text")
}

fn time(text: &str) -> TimeOfDay {
    TimeOfDay::parse(text).expect("a time")
}

fn report(world: &mut World, laptop: Option<LaptopState>) -> IncidentId {
    let first = FirstReport {
        kind: IncidentKind::LostOrStolen,
        facts: words("A laptop was left on a train."),
        happened_on: Some(world.today),
        noticed_on: world.today,
        noticed_at: time("10:00"),
        laptop,
    };
    world
        .does(|desk| incident::report(desk, ReportIncident { first }))
        .incident
}

fn open(world: &mut World, incident: IncidentId) -> IncidentView {
    world
        .read(|desk| incident::open(desk, OneIncident { incident }))
        .expect("an incident")
}

fn answer(world: &mut World, incident: IncidentId) -> AnswerView {
    match open(world, incident).answer {
        Shown::Shown { value } => value,
        Shown::Withheld { rule, .. } => panic!("HR sees what was answered, not {rule}"),
    }
}

fn change(world: &mut World, incident: IncidentId, change: AffectedChange) -> Result<Done, Error> {
    let revision = open(world, incident).revision;
    let request = ChangeAffected {
        incident,
        revision,
        change,
    };
    world.write(|desk| incident::change_affected(desk, request))
}

fn name_people(world: &mut World, incident: IncidentId, candidates: &[CandidateId]) {
    let candidates = candidates.to_vec();
    change(world, incident, AffectedChange::Add { candidates }).expect("named");
}

fn assess(world: &mut World, incident: IncidentId, risk: Risk) {
    let revision = open(world, incident).revision;
    let assessment = Assessment {
        classes: BTreeSet::from([DataClass::Contact]),
        likelihood: Likelihood::Possible,
        severity: Severity::Serious,
        risk,
        grounds: words("It was looked at."),
        consequences: words("Unwanted messages."),
    };
    let request = AssessIncident {
        incident,
        revision,
        assessment,
    };
    world.does(|desk| incident::assess(desk, request));
}

fn decide(world: &mut World, incident: IncidentId, decision: IcoDecision) -> Result<Done, Error> {
    let revision = open(world, incident).revision;
    let request = DecideIncident {
        incident,
        revision,
        decision,
    };
    world.write(|desk| incident::decide(desk, request))
}

fn tell(world: &mut World, incident: IncidentId, telling: Telling) -> Result<Done, Error> {
    let revision = open(world, incident).revision;
    let request = TellAffected {
        incident,
        revision,
        telling,
    };
    world.write(|desk| incident::tell(desk, request))
}

fn contain(world: &mut World, incident: IncidentId) {
    let revision = open(world, incident).revision;
    let request = NoteMeasures {
        incident,
        revision,
        measures: words("The laptop’s key was taken away."),
        lessons: Prose::default(),
    };
    world.does(|desk| incident::note_measures(desk, request));
}

fn close(world: &mut World, incident: IncidentId) -> Result<Done, Error> {
    let revision = open(world, incident).revision;
    world.write(|desk| incident::close(desk, CloseIncident { incident, revision }))
}

/// Answers what is left of an incident of no risk, and closes it.
fn close_without_risk(world: &mut World, incident: IncidentId) {
    assess(world, incident, Risk::Unlikely);
    let reasons = words("The laptop was locked.");
    decide(world, incident, IcoDecision::NotReported { reasons }).expect("decided");
    contain(world, incident);
    close(world, incident).expect("closed");
}

fn listed(world: &mut World, incident: IncidentId) -> AffectedView {
    world.does(|desk| incident::list_affected(desk, ListAffected { incident, start: 0 }))
}

/// Somebody signs in on a later day: a clock that nobody saw for more than 35 days erases nobody.
pub(crate) fn sign_in_on(world: &mut World, today: &str) {
    world.today = day(today);
    let account = world.session.account();
    world
        .store
        .note(Some(account), noon(world.today), Entry::new("sign-in"))
        .expect("an entry");
}

fn steps_on_today(world: &mut World) -> Vec<(IncidentStep, i32)> {
    let view = world.read(|desk| records::today::overview(desk, Nothing {}));
    let tasks = view.expect("today").tasks;
    tasks
        .into_iter()
        .filter_map(|task| {
            let TodayWhat::IncidentOpen { step, .. } = task.what else {
                return None;
            };
            Some((step, task.days_left))
        })
        .collect()
}

#[test]
fn an_incident_of_high_risk_is_answered_step_by_step_and_each_is_on_today() {
    let mut world = World::new();
    let people = [world.add_person("Quillon"), world.add_person("Brantwe")];
    let incident = report(&mut world, Some(LaptopState::Open));
    let clock = open(&mut world, incident).clock;
    assert_eq!(
        (clock.state, clock.minutes_left, clock.due_on),
        (IncidentClockState::Running, 70 * 60, day("2026-11-26"))
    );
    assert_eq!(steps_on_today(&mut world), [(IncidentStep::People, 3)]);
    let (rule, _) = refused(close(&mut world, incident));
    assert_eq!(rule, "BRE-05", "not before anybody said who is affected");

    name_people(&mut world, incident, &people);
    assert_eq!(steps_on_today(&mut world), [(IncidentStep::Assess, 3)]);
    let late = IcoDecision::Reported {
        on: world.today,
        at: time("11:00"),
        reference: None,
        late: Prose::default(),
    };
    let (rule, _) = refused(decide(&mut world, incident, late));
    assert_eq!(rule, "BRE-04", "nothing is decided before it was assessed");
    assess(&mut world, incident, Risk::High);
    let not = IcoDecision::NotReported {
        reasons: words("It is nothing."),
    };
    let (rule, _) = refused(decide(&mut world, incident, not));
    assert_eq!(rule, "BRE-04", "a risk is reported");

    world.today = day("2026-11-27");
    assert_eq!(steps_on_today(&mut world), [(IncidentStep::Decide, -1)]);
    assert_eq!(
        open(&mut world, incident).clock.state,
        IncidentClockState::Late
    );
    let reported = |late: &str| IcoDecision::Reported {
        on: day("2026-11-27"),
        at: time("09:00"),
        reference: None,
        late: words(late),
    };
    match decide(&mut world, incident, reported("")) {
        Err(Error::Invalid(problems)) => assert_eq!(problems[0].field, "decision.late"),
        other => panic!("late, and why was not said: {other:?}"),
    }
    decide(&mut world, incident, reported("Nobody was there.")).expect("late, with reasons");
    assert_eq!(
        open(&mut world, incident).clock.state,
        IncidentClockState::Missed
    );

    assert_eq!(steps_on_today(&mut world), [(IncidentStep::Tell, 7)]);
    let letter = answer(&mut world, incident).letter.join("\n");
    assert!(letter.contains("name and contact details") && letter.contains("Unwanted messages."));
    let told_one = Telling::Told {
        on: world.today,
        how: MessageChannel::Letter,
        candidates: Some(vec![people[0]]),
    };
    tell(&mut world, incident, told_one).expect("told");
    assert_eq!(steps_on_today(&mut world), [(IncidentStep::Tell, 7)]);
    let told_rest = Telling::Told {
        on: world.today,
        how: MessageChannel::Email,
        candidates: None,
    };
    tell(&mut world, incident, told_rest.clone()).expect("told");
    match tell(&mut world, incident, told_rest) {
        Err(Error::Invalid(problems)) => assert_eq!(problems[0].field, "telling.candidates"),
        other => panic!("nobody is left to be told: {other:?}"),
    }
    let how: Vec<_> = listed(&mut world, incident)
        .people
        .into_iter()
        .map(|person| person.told_how.expect("told"))
        .collect();
    assert_eq!(
        how,
        [MessageChannel::Email, MessageChannel::Letter],
        "by name"
    );
    contain(&mut world, incident);
    assert_eq!(steps_on_today(&mut world), [(IncidentStep::Close, 24)]);
    close(&mut world, incident).expect("closed");
    assert_eq!(steps_on_today(&mut world), []);
    let (rule, _) = refused(close(&mut world, incident));
    assert_eq!(rule, "BRE-06", "what is closed stays");
    assert_eq!(told(&mut world, "Listed who is affected by an incident"), 1);
    assert_eq!(
        told(&mut world, "Named 2 people as affected by an incident"),
        1
    );
}

#[test]
fn an_exception_stands_for_telling_each_of_them() {
    let mut world = World::new();
    let person = world.add_person("Quillon");
    let incident = report(&mut world, None);
    name_people(&mut world, incident, &[person]);
    assess(&mut world, incident, Risk::High);
    let decision = IcoDecision::Reported {
        on: world.today,
        at: time("11:00"),
        reference: None,
        late: Prose::default(),
    };
    decide(&mut world, incident, decision).expect("decided");
    assert_eq!(open(&mut world, incident).next, Some(IncidentStep::Tell));
    let because = NotTold::PublicNotice;
    tell(&mut world, incident, Telling::NotTold { because }).expect("noted");
    assert_eq!(open(&mut world, incident).next, Some(IncidentStep::Contain));
}

#[test]
fn awareness_moves_the_clock_and_only_with_a_reason() {
    let mut world = World::new();
    let incident = report(&mut world, None);
    let revision = open(&mut world, incident).revision;
    let mut request = SetAwareness {
        incident,
        revision,
        on: world.today,
        at: time("11:30"),
        reason: Prose::default(),
    };
    match world.write(|desk| incident::set_awareness(desk, request.clone())) {
        Err(Error::Invalid(problems)) => assert_eq!(problems[0].field, "reason"),
        other => panic!("without a reason: {other:?}"),
    }
    request.reason = words("It was looked for until then.");
    world.does(|desk| incident::set_awareness(desk, request.clone()));
    assert_eq!(open(&mut world, incident).clock.minutes_left, 71 * 60 + 30);
    let again = world.does_not(|desk| incident::set_awareness(desk, request));
    assert!(matches!(again, Error::Stale), "{again:?}");
}

#[test]
fn a_locked_laptop_is_proposed_no_risk_and_many_people_raise_another() {
    let mut world = World::new();
    let proposed = |world: &mut World, incident| {
        let request = ProposeRisk {
            incident,
            classes: BTreeSet::from([DataClass::Health]),
            likelihood: Likelihood::Possible,
            severity: Severity::Serious,
        };
        let view = world.read(|desk| incident::propose_risk(desk, request));
        let view = view.expect("a proposal");
        (view.risk, view.because.len())
    };
    let locked = report(&mut world, Some(LaptopState::Locked));
    assert_eq!(proposed(&mut world, locked), (Risk::Unlikely, 1));
    let unknown = report(&mut world, Some(LaptopState::Unknown));
    assert_eq!(proposed(&mut world, unknown), (Risk::High, 2));
}

#[test]
fn the_draft_report_has_what_the_law_asks_for_and_names_nobody_affected() {
    let mut world = World::new();
    let person = world.add_person("Quillon");
    let incident = report(&mut world, Some(LaptopState::Open));
    name_people(&mut world, incident, &[person]);
    assess(&mut world, incident, Risk::Risk);
    contain(&mut world, incident);
    for form in [ReportForm::Json, ReportForm::Pdf] {
        let request = MakeReport {
            of: ReportOf::Incident { incident },
            form,
        };
        let file = world.does(|desk| records::report::make_report(desk, request));
        assert_eq!(
            file.name,
            format!("incident-report-I-0001.{}", form.ending())
        );
        let text = String::from_utf8_lossy(&file.bytes).to_lowercase();
        assert!(!text.contains("quillon"), "nobody affected is named");
        if form == ReportForm::Json {
            for said in [
                "\"facts\": \"a laptop was left on a train.\"",
                "\"people\": 1",
                "alex of hr, hr administrator",
                "\"consequences\": \"unwanted messages.\"",
                "\"measures\": \"the laptop’s key was taken away.\"",
                "\"dueat\": \"2026-11-26t10:00:00z\"",
            ] {
                assert!(text.contains(said), "{said} in {text}");
            }
        }
    }
    assert_eq!(told(&mut world, "Saved the draft report of an incident"), 2);
}

#[test]
fn a_closed_incident_is_forgotten_after_six_years() {
    let mut world = World::new();
    let incident = report(&mut world, None);
    change(&mut world, incident, AffectedChange::Nobody).expect("nobody");
    close_without_risk(&mut world, incident);
    let mut on = |date: &str| {
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
        let list = world.read(|desk| incident::list(desk, Nothing {}));
        list.expect("the register").rows.len()
    };
    assert_eq!(on("2032-11-22"), 1);
    assert_eq!(on("2032-11-23"), 0, "six years to the day");
}
