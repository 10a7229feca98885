//! Interviews and their panels, what they assess, and changes that are taken back.

use domain::interview::{Agreement, InterviewState, Mark, Recommendation};
use domain::text::Prose;
use records::interview::{
    ChangeInterview, CriterionEdit, Interviewer, InterviewsFor, ListInterviews, MarkInterview,
    OneInterview, ScheduleInterview, SetCriteria,
};
use records::today::TodayWhat;
use records::vacancy::OpenVacancy;
use records::view::Nothing;
use records::{Error, Session, interview};

use super::{Panel, add_interviewer, card, found, plan, set_criteria};
use crate::world::{World, day, line};

#[test]
fn tomorrows_interview_is_on_today_and_an_invitation_names_nobody() {
    let mut panel = Panel::new();
    let mut hr = panel.open("hr");
    let request = ChangeInterview {
        interview: panel.interview,
        revision: 1,
        plan: plan("2026-11-24", "09:30"),
        panel: vec![Interviewer {
            account: panel.account("ivy"),
            criteria: Vec::new(),
        }],
    };
    hr.write(|desk| interview::change(desk, request))
        .expect("changed");
    let interview = panel.interview;
    let invitation = hr
        .write(|desk| interview::make_invitation(desk, OneInterview { interview }))
        .expect("a file");
    assert_eq!(invitation.name, "interview-2026-11-24.ics");
    for word in [
        "SEQUENCE:1\r\n",
        "DTSTART:20261124T093000Z\r\n",
        "Press Officer",
    ] {
        assert!(invitation.text.contains(word), "{word}");
    }
    for word in ["Ann", "ivy", "example.org", "Alex"] {
        assert!(
            !invitation.text.contains(word),
            "{word} in {}",
            invitation.text
        );
    }
    drop(hr);
    let coming = |panel: &Panel, who: &str| {
        panel
            .open(who)
            .read(|desk| records::today::overview(desk, Nothing {}))
            .expect("today")
            .tasks
            .into_iter()
            .filter(|task| matches!(task.what, TodayWhat::InterviewComing { .. }))
            .count()
    };
    assert_eq!(coming(&panel, "ivy"), 1);
    assert_eq!(coming(&panel, "max"), 0, "no longer on the panel");
    panel.today = "2026-11-22";
    assert_eq!(coming(&panel, "ivy"), 0, "in two days");
}

#[test]
fn a_panel_is_of_people_who_may_assess_and_whoever_submitted_stays_on_it() {
    let panel = Panel::new();
    let mut ivy = panel.open("ivy");
    let view = ivy.view();
    let whole = card(
        &view,
        "quoll",
        [Mark::Shown, Mark::Shown],
        Recommendation::Yes,
    );
    ivy.submit(whole, 0).expect("submitted");
    drop(ivy);
    let mut hr = panel.open("hr");
    let change = |names: &[&str]| ChangeInterview {
        interview: panel.interview,
        revision: 1,
        plan: plan("2026-11-23", "09:00"),
        panel: names
            .iter()
            .map(|name| Interviewer {
                account: panel.account(name),
                criteria: Vec::new(),
            })
            .collect(),
    };
    for names in [
        &["ivy", "sal"][..],
        &["ivy", "hr"],
        &["ivy", "ivy"],
        &["max"],
        &[],
    ] {
        let result = hr.write(|desk| interview::change(desk, change(names)));
        match result {
            Err(Error::Invalid(problems)) => assert_eq!(problems[0].field, "panel", "{names:?}"),
            other => panic!("{names:?}: {other:?}"),
        }
    }
    let cancel = MarkInterview {
        interview: panel.interview,
        revision: 1,
        state: InterviewState::Cancelled,
    };
    let refused = hr.write(|desk| interview::mark(desk, cancel));
    assert!(
        matches!(refused, Err(Error::Rule { rule: "ACC-08", .. })),
        "{refused:?}"
    );
    let request = ScheduleInterview {
        application: panel.application,
        plan: plan("2026-03-29", "01:30"),
        panel: Vec::new(),
    };
    let refused = hr.write(|desk| interview::schedule(desk, request));
    match refused {
        Err(Error::Invalid(problems)) => assert_eq!(problems[0].field, "plan.at"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_reworded_criterion_stays_with_the_feedback_that_names_it() {
    let panel = Panel::new();
    let mut ivy = panel.open("ivy");
    let before = ivy.view();
    let whole = card(
        &before,
        "quoll",
        [Mark::Shown, Mark::NotShown],
        Recommendation::Yes,
    );
    ivy.submit(whole, 0).expect("submitted");
    drop(ivy);
    let mut hr = panel.open("hr");
    let vacancy = panel.vacancy;
    let criteria = vec![CriterionEdit {
        criterion: Some(before.criteria[0].criterion),
        what: line("Writes briefly"),
        questions: Prose::default(),
    }];
    hr.write(|desk| interview::set_criteria(desk, SetCriteria { vacancy, criteria }))
        .expect("set");
    let after = hr.view();
    let known: Vec<_> = after
        .criteria
        .iter()
        .map(|criterion| (criterion.what.as_str(), criterion.retired))
        .collect();
    assert_eq!(
        known,
        [
            ("Writes briefly", false),
            ("Writes clearly", true),
            ("Keeps calm", true)
        ]
    );
    let spreads = found(after).criteria;
    assert_eq!(spreads.len(), 3, "what was scored is still shown");
    assert_eq!(spreads[0].spread.agreement, Agreement::Nobody);
}

#[test]
fn changes_are_taken_back_and_what_was_built_on_stays() {
    let mut world = World::new();
    let added = world.add_person("Ann");
    let ivy = add_interviewer(&mut world, "ivy");
    set_criteria(&mut world, &["Judgement", "Care"]);
    set_criteria(&mut world, &["Care", "Speed"]);
    world.undo().expect("back to the first");
    assert_eq!(in_use(&mut world), ["Judgement", "Care"]);
    world.undo().expect("back to none");
    assert_eq!(in_use(&mut world), [""; 0]);

    let application = world.application(added);
    let member = || {
        vec![Interviewer {
            account: ivy,
            criteria: Vec::new(),
        }]
    };
    let request = ScheduleInterview {
        application,
        plan: plan("2026-12-01", "09:00"),
        panel: member(),
    };
    let scheduled = world.does(|desk| interview::schedule(desk, request));
    let interview = scheduled.interview;
    let request = ChangeInterview {
        interview,
        revision: 1,
        plan: plan("2026-12-02", "10:00"),
        panel: member(),
    };
    world.does(|desk| interview::change(desk, request));
    let mark = MarkInterview {
        interview,
        revision: 2,
        state: InterviewState::Cancelled,
    };
    world.does(|desk| interview::mark(desk, mark));
    let row = |world: &mut World| {
        let of = InterviewsFor::Candidate { candidate: added };
        let list = world.read(|desk| interview::list(desk, ListInterviews { of }));
        list.expect("a list").interviews.pop()
    };
    world.undo().expect("still to come");
    let stands = row(&mut world).expect("there");
    assert_eq!(
        (stands.state, stands.plan.on),
        (InterviewState::Planned, day("2026-12-02"))
    );
    world.undo().expect("on the first day");
    let stands = row(&mut world).expect("there");
    assert_eq!(
        (stands.plan.on, stands.plan.at.to_string()),
        (day("2026-12-01"), "09:00".to_owned())
    );
    world.undo().expect("not scheduled");
    assert!(row(&mut world).is_none());

    let second = world.add_person("Bea");
    let application = world.application(second);
    let request = ScheduleInterview {
        application,
        plan: plan("2026-12-01", "09:00"),
        panel: member(),
    };
    world.does(|desk| interview::schedule(desk, request));
    // Another sign-in adds a person and undoes it while an interview stands on them.
    world.session = Session::new(world.session.account());
    assert!(
        world.undo().is_err(),
        "nothing of this sign-in to take back"
    );
}

fn in_use(world: &mut World) -> Vec<String> {
    let vacancy = world.vacancy;
    world
        .read(|desk| interview::criteria(desk, OpenVacancy { vacancy }))
        .expect("criteria")
        .criteria
        .into_iter()
        .filter(|criterion| !criterion.retired)
        .map(|criterion| criterion.what)
        .collect()
}
