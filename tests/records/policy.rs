//! The organisation's periods: shorter at once for everyone, longer only for what comes in from the day on (RET-21).

use chrono::NaiveDate;
use domain::consent::PermissionPurpose;
use domain::id::CandidateId;
use domain::retention::{PolicyPeriod, PolicyValues};
use records::Error;
use records::candidate::NewApplication;
use records::permission::RecordPermission;
use records::retention::{
    PolicyView, PolicyWhatIf, RetentionOverview, SetRetentionPolicy, WhatIfPolicy,
};
use records::view::Nothing;

use crate::world::{NEARLY, World, day, details, line, permission};

fn months(unsuccessful_months: u8) -> PolicyValues {
    PolicyValues {
        unsuccessful_months,
        ..PolicyValues::default()
    }
}

fn policy(world: &mut World) -> PolicyView {
    world
        .read(|desk| records::retention::policy(desk, Nothing {}))
        .expect("the policy")
}

fn try_set(world: &mut World, values: PolicyValues, reason: Option<&str>) -> Result<(), Error> {
    let request = SetRetentionPolicy {
        version: policy(world).version,
        values,
        reason: reason.map(line),
    };
    world
        .write(|desk| records::retention::set_policy(desk, request))
        .map(|done| assert_eq!(done.undo, None, "there is no taking it back"))
}

fn set(world: &mut World, values: PolicyValues, reason: Option<&str>) {
    try_set(world, values, reason).expect("it is set");
}

fn what_if(world: &mut World, values: PolicyValues) -> PolicyWhatIf {
    world
        .read(|desk| records::retention::what_if(desk, WhatIfPolicy { values }))
        .expect("an answer")
}

fn overview(world: &mut World) -> RetentionOverview {
    world
        .read(|desk| records::retention::overview(desk, Nothing {}))
        .expect("the calendar")
}

fn date(world: &mut World, candidate: CandidateId) -> Option<NaiveDate> {
    world.strip(candidate).erase_on
}

fn apply(world: &mut World, name: &str, on: &str) -> CandidateId {
    let application = NewApplication {
        vacancy: world.vacancy,
        applied_on: day(on),
    };
    let request = records::candidate::AddCandidate {
        details: details(name),
        application: Some(application),
        notice: None,
    };
    world
        .does(|desk| records::candidate::add(desk, request))
        .candidate
}

fn problems(result: Result<(), Error>) -> Vec<(&'static str, String)> {
    match result {
        Err(Error::Invalid(problems)) => problems
            .into_iter()
            .map(|problem| (problem.field, problem.sentence))
            .collect(),
        other => panic!("fields can't be taken: {other:?}"),
    }
}

#[test]
fn a_store_begins_with_what_the_notice_promises() {
    let mut world = World::new();
    let policy = policy(&mut world);
    assert_eq!(policy.values, PolicyValues::default());
    assert_eq!((policy.version, policy.versions.len()), (1, 1));
    assert_eq!(policy.versions[0].set_by, None);
    assert!(policy.may_set);
    let unsuccessful = policy.periods[0];
    assert_eq!(unsuccessful.period, PolicyPeriod::UnsuccessfulMonths);
    assert_eq!((unsuccessful.least, unsuccessful.most), (1, 6));
    assert!(unsuccessful.promised);
}

#[test]
fn a_shorter_period_applies_at_once_to_everyone() {
    let mut world = World::new();
    let (ended, prospect) = (world.add_person("Ann"), world.add("Ben", None));
    world.end(ended, NEARLY, "2026-10-01");
    assert_eq!(date(&mut world, ended), Some(day("2027-04-01")));
    set(
        &mut world,
        PolicyValues {
            prospect_months: 2,
            ..months(1)
        },
        None,
    );
    assert_eq!(date(&mut world, ended), Some(day("2026-11-01")));
    assert_eq!(date(&mut world, prospect), Some(day("2026-06-01")));
    let now = overview(&mut world);
    assert_eq!(
        now.due, 2,
        "the list and the calendar have the new dates too"
    );
    let strip = world.strip(ended);
    assert!(
        strip.summary.contains("23 November 2026"),
        "late only from the day it was set: {}",
        strip.summary
    );
}

#[test]
fn a_longer_period_moves_nobody_who_is_here_and_binds_who_comes() {
    let mut world = World::new();
    let before = apply(&mut world, "Ann", "2026-11-22");
    set(&mut world, months(2), None);
    world.end(before, NEARLY, "2026-11-23");
    assert_eq!(date(&mut world, before), Some(day("2027-01-23")));
    let under_two = apply(&mut world, "Ben", "2026-11-23");
    world.today = day("2026-12-01");
    set(&mut world, months(5), Some("Claims take longer to come in"));
    let after = apply(&mut world, "Cho", "2026-12-01");
    for candidate in [under_two, after] {
        world.end(candidate, NEARLY, "2026-12-01");
    }
    assert_eq!(
        date(&mut world, before),
        Some(day("2027-01-23")),
        "nobody gets their time again"
    );
    assert_eq!(date(&mut world, under_two), Some(day("2027-02-01")));
    assert_eq!(date(&mut world, after), Some(day("2027-05-01")));
}

#[test]
fn what_breaks_the_bounds_is_refused_with_the_rule_and_nothing_is_set() {
    let mut world = World::new();
    let asked = PolicyValues {
        hired_grace_days: 91,
        ..months(7)
    };
    assert_eq!(
        problems(try_set(&mut world, asked, Some("We want longer"))),
        [
            (
                "values.unsuccessfulMonths",
                "More than six months would break the notice; a new notice must come first (rules RET-02 and NTC-02)."
                    .to_owned()
            ),
            (
                "values.hiredGraceDays",
                "Choose from 0 to 90 days (rule RET-13).".to_owned()
            ),
        ]
    );
    let refused = world
        .read(|desk| records::retention::what_if(desk, WhatIfPolicy { values: asked }).map(drop));
    assert_eq!(problems(refused).len(), 2, "nor is it tried out");
    let longer = PolicyValues {
        health_months: 1,
        ..PolicyValues::default()
    };
    assert_eq!(problems(try_set(&mut world, longer, None))[0].0, "reason");
    let same = try_set(&mut world, PolicyValues::default(), Some("The same again"));
    assert_eq!(problems(same)[0].0, "values");
    assert_eq!(policy(&mut world).versions.len(), 1);
}

#[test]
fn who_changed_it_meanwhile_is_not_overwritten() {
    let mut world = World::new();
    set(&mut world, months(5), None);
    let late = SetRetentionPolicy {
        version: 1,
        values: months(4),
        reason: None,
    };
    let answer = world.write(|desk| records::retention::set_policy(desk, late));
    assert!(matches!(answer, Err(Error::Stale)), "{answer:?}");
    assert_eq!(policy(&mut world).values, months(5));
}

#[test]
fn versions_say_who_when_and_why_and_the_journal_says_which() {
    let mut world = World::new();
    set(&mut world, months(3), None);
    set(&mut world, months(4), Some("Claims Take Longer Here"));
    let policy = policy(&mut world);
    let told: Vec<_> = policy
        .versions
        .iter()
        .map(|version| {
            (
                version.version,
                version.set_by.as_deref(),
                version.reason.as_deref(),
                version.changes.len(),
            )
        })
        .collect();
    let hr = Some("Alex of HR");
    assert_eq!(
        told,
        [
            (3, hr, Some("Claims Take Longer Here"), 1),
            (2, hr, None, 1),
            (1, None, None, 0)
        ]
    );
    let change = policy.versions[0].changes[0];
    assert_eq!((change.before, change.after), (3, 4));
    assert_eq!(policy.versions[0].in_use_from, world.today);
    let page = world
        .read(|desk| records::journal::read(desk, records::journal::ReadJournal::default()))
        .expect("the journal");
    let told = serde_json::to_string(&page).expect("text");
    assert!(told.contains("Set version 3 of the retention policy"));
    assert!(!told.contains("Claims"), "no words of a person's");
}

#[test]
fn what_if_says_what_setting_it_then_does_and_writes_nothing() {
    let mut world = World::new();
    for (name, on) in [
        ("Ann", "2026-07-01"),
        ("Ben", "2026-10-01"),
        ("Cho", "2026-11-20"),
    ] {
        let candidate = world.add_person(name);
        world.end(candidate, NEARLY, on);
    }
    world.add_person("Running");
    let kept = world.add_person("Kept");
    world.end(kept, NEARLY, "2026-07-01");
    let details = permission(PermissionPurpose::KeepLonger, "2026-10-05");
    world.does(|desk| {
        let candidate = kept;
        records::permission::record(desk, RecordPermission { candidate, details })
    });
    let before = overview(&mut world);
    let asked = what_if(&mut world, months(3));
    assert_eq!(overview(&mut world), before, "asking changes nothing");
    assert_eq!(policy(&mut world).versions.len(), 1);
    assert_eq!(
        (asked.people, asked.due_now, asked.due_then),
        (5, 0, 1),
        "only Ann's date would have come"
    );
    assert_eq!((asked.sooner, asked.later, asked.same), (3, 0, 2));
    assert_eq!(asked.goes_total, 1);
    assert_eq!(asked.goes[0].name, "GivenAnn FamilyAnn");
    assert_eq!(asked.goes[0].now, Some(day("2027-01-01")));
    assert!(asked.goes[0].because.sentence.contains("three months"));
    let by_rule: Vec<_> = asked
        .rules
        .iter()
        .map(|rule| (rule.rule.as_str(), rule.due_then, rule.sooner, rule.same))
        .collect();
    assert_eq!(by_rule, [("RET-02", 1, 3, 0), ("RET-03", 0, 0, 1)]);
    set(&mut world, months(3), None);
    let after = overview(&mut world);
    assert_eq!(after.due, asked.due_then);
    let counted = |weeks: &RetentionOverview| -> Vec<u32> {
        weeks.weeks.iter().map(|week| week.count).collect()
    };
    let then: Vec<u32> = asked.weeks.iter().map(|week| week.tried).collect();
    let now: Vec<u32> = asked.weeks.iter().map(|week| week.now).collect();
    assert_eq!((counted(&before), counted(&after)), (now, then));
}

#[test]
fn what_if_it_were_longer_keeps_nobody_who_is_here_longer() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    set(&mut world, months(2), None);
    world.end(candidate, NEARLY, "2026-11-20");
    let asked = what_if(&mut world, months(6));
    assert_eq!((asked.sooner, asked.later, asked.same), (0, 0, 1));
}

#[test]
fn the_calendar_counts_by_the_rule_that_gives_the_date() {
    let mut world = World::new();
    let (ended, kept) = (world.add_person("Ann"), world.add_person("Ben"));
    for candidate in [ended, kept] {
        world.end(candidate, NEARLY, "2026-06-01");
    }
    let mut details = permission(PermissionPurpose::KeepLonger, "2026-10-05");
    details.months = 2;
    world.does(|desk| {
        let candidate = kept;
        records::permission::record(desk, RecordPermission { candidate, details })
    });
    let by_rule: Vec<(String, u32)> = overview(&mut world)
        .weeks
        .iter()
        .flat_map(|week| &week.rules)
        .map(|rule| (rule.rule.clone(), rule.people))
        .collect();
    assert_eq!(
        by_rule,
        [("RET-02".to_owned(), 1), ("RET-03".to_owned(), 1)]
    );
}

#[test]
fn what_is_proposed_and_reviewed_goes_by_the_latest_version() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let values = PolicyValues {
        permission_months: 6,
        hold_review_months: 1,
        ..PolicyValues::default()
    };
    set(&mut world, values, None);
    let wordings = world
        .read(|desk| records::permission::wordings(desk, Nothing {}))
        .expect("wordings");
    assert!(wordings.wordings.iter().all(|wording| wording.months == 6));
    match world.open(candidate).holds {
        domain::access::Shown::Shown { value } => {
            assert_eq!(value.review_by, day("2026-12-23"));
        }
        domain::access::Shown::Withheld { .. } => panic!("HR manages holds"),
    }
}
