//! Feedback: whose it is before it is submitted, and that it stays as it was submitted.

use domain::access::Shown;
use domain::interview::{Agreement, InterviewState, Mark, Recommendation, Scorecard};
use domain::text::Prose;
use records::interview::{
    FeedbackState, Interviewer, InterviewsFor, ListInterviews, MarkInterview, ScheduleInterview,
    SubmitFeedback,
};
use records::today::TodayWhat;
use records::view::Nothing;
use records::{Error, Session, interview};

use super::{Opened, Panel, add_interviewer, card, found, plan, set_criteria, text};
use crate::world::{NEARLY, World, day};

#[test]
fn nobody_reads_anothers_feedback_before_their_own_is_in_by_any_route() {
    let panel = Panel::new();
    let marks = [("ivy", "quoll"), ("max", "numbat")];
    let mut submitted: Vec<&str> = Vec::new();
    for step in 0..=marks.len() {
        for viewer in ["ivy", "max", "bo", "sal", "hr"] {
            let answered = panel.open(viewer).everything();
            for (author, mark) in marks {
                let owes = ["ivy", "max"].contains(&viewer) && !submitted.contains(&viewer);
                let reads = match viewer {
                    "hr" | "sal" => true,
                    "bo" => false,
                    _ => !owes,
                };
                let is_there = submitted.contains(&author);
                assert_eq!(
                    answered.contains(&format!("evidence{mark}")),
                    is_there && (reads || viewer == author),
                    "{viewer} of {author}, step {step}: {answered}"
                );
            }
        }
        if let Some((author, mark)) = marks.get(step) {
            let mut opened = panel.open(author);
            let view = opened.view();
            let card = card(
                &view,
                mark,
                [Mark::Shown, Mark::NotShown],
                Recommendation::Yes,
            );
            opened.submit(card, 0).expect("submitted");
            submitted.push(author);
        }
    }
}

#[test]
fn a_draft_is_its_authors_alone_and_there_when_the_store_is_opened_again() {
    let panel = Panel::new();
    let mut ivy = panel.open("ivy");
    let view = ivy.view();
    let draft = card(
        &view,
        "bilby",
        [Mark::Shown, Mark::NotAsked],
        Recommendation::No,
    );
    ivy.save(Scorecard::default()).expect("saved");
    for _ in 0..20 {
        ivy.save(draft.clone()).expect("saved");
    }
    // Nothing closes the store properly: the program was killed.
    drop(ivy);
    for viewer in ["max", "bo", "sal", "hr"] {
        let mut opened = panel.open(viewer);
        let answered = opened.everything();
        assert!(
            !answered.contains("bilby"),
            "{viewer} reads a draft: {answered}"
        );
        if viewer == "hr" {
            let begun = opened
                .told()
                .iter()
                .filter(|told| *told == "Began a draft of feedback")
                .count();
            assert_eq!(begun, 1, "twenty-one saves are one entry");
        }
    }
    let found = panel.open("ivy").view().own.expect("on the panel");
    assert_eq!(found.draft.expect("a draft").card, draft);
    assert!(!found.draft_lost && found.versions.is_empty());
}

#[test]
fn what_is_submitted_is_whole_locked_and_amended_by_another_version() {
    let panel = Panel::new();
    let mut ivy = panel.open("ivy");
    let view = ivy.view();
    let whole = card(
        &view,
        "quoll",
        [Mark::Shown, Mark::NotShown],
        Recommendation::Yes,
    );
    let mut part = whole.clone();
    part.scores[1].evidence = Prose::default();
    part.recommendation = None;
    match ivy.submit(part, 0) {
        Err(Error::Invalid(problems)) => {
            let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
            assert_eq!(fields, ["card.scores.1.evidence", "card.recommendation"]);
        }
        other => panic!("something is missing: {other:?}"),
    }
    ivy.save(whole.clone()).expect("saved");
    ivy.submit(whole.clone(), 0).expect("submitted");
    let own = ivy.view().own.expect("on the panel");
    assert!(own.draft.is_none(), "the draft went");
    assert!(
        matches!(ivy.submit(whole.clone(), 0), Err(Error::Stale)),
        "locked"
    );
    let second = card(
        &view,
        "quolls",
        [Mark::Shown, Mark::StronglyShown],
        Recommendation::Yes,
    );
    ivy.submit(second, 1).expect("amended");
    drop(ivy);

    let mut max = panel.open("max");
    let other = card(
        &view,
        "numbat",
        [Mark::Shown, Mark::PartlyShown],
        Recommendation::No,
    );
    max.submit(other, 0).expect("submitted");
    let panel_view = found(max.view());
    assert_eq!((panel_view.submitted, panel_view.members), (2, 2));
    let agreement: Vec<_> = panel_view
        .criteria
        .iter()
        .map(|criterion| criterion.spread.agreement)
        .collect();
    assert_eq!(
        agreement,
        [Agreement::Same, Agreement::Apart],
        "the latest versions count"
    );
    assert_eq!(panel_view.recommendation.agreement, Agreement::Apart);
    let cards = match panel_view.cards {
        Shown::Shown { value } => value,
        Shown::Withheld { .. } => panic!("a manager reads words"),
    };
    let ivys = cards.iter().find(|each| each.name == "ivy").expect("hers");
    assert_eq!(ivys.versions.len(), 2, "the earlier can still be read");
    assert_eq!(ivys.versions[0].card, whole);
    drop(max);
    let told = panel.open("hr").told();
    for sentence in [
        "Submitted feedback",
        "Amended feedback",
        "Read a panel’s feedback",
    ] {
        assert!(told.iter().any(|known| known == sentence), "{sentence}");
    }
    assert!(!told.iter().any(|sentence| sentence.contains("quoll")));
}

#[test]
fn nobody_says_anything_of_what_did_not_take_place_and_nobody_is_reminded() {
    let panel = Panel::new();
    let owed = |opened: &mut Opened<'_>| {
        opened
            .read(|desk| records::today::overview(desk, Nothing {}))
            .expect("today")
            .tasks
            .into_iter()
            .filter(|task| matches!(task.what, TodayWhat::FeedbackOwed { .. }))
            .count()
    };
    let mut ivy = panel.open("ivy");
    assert_eq!(owed(&mut ivy), 1, "it was this morning");
    let mark = |state| MarkInterview {
        interview: panel.interview,
        revision: 1,
        state,
    };
    let refused = ivy.write(|desk| interview::mark(desk, mark(InterviewState::Cancelled)));
    assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
    ivy.write(|desk| interview::mark(desk, mark(InterviewState::DidNotCome)))
        .expect("she was there");
    assert_eq!(owed(&mut ivy), 0);
    let view = ivy.view();
    assert!(view.own.as_ref().is_some_and(|own| own.closed.is_some()));
    assert_eq!(view.row.panel[0].feedback, Some(FeedbackState::NotNeeded));
    let whole = card(
        &view,
        "quoll",
        [Mark::Shown, Mark::Shown],
        Recommendation::Yes,
    );
    for result in [ivy.save(whole.clone()), ivy.submit(whole, 0)] {
        assert!(
            matches!(result, Err(Error::Rule { rule: "S54", .. })),
            "{result:?}"
        );
    }
    let undone =
        ivy.write(|desk| records::undo::take_back(desk, records::view::Undo { undo: None }));
    undone.expect("taken back by one of the panel");
    assert_eq!(owed(&mut ivy), 1);
    drop(ivy);
    let mut bo = panel.open("bo");
    let refused = bo.submit(Scorecard::default(), 0);
    assert!(
        matches!(refused, Err(Error::Refused(_))),
        "not on this panel: {refused:?}"
    );
    let refused = bo.write(|desk| interview::mark(desk, mark(InterviewState::Held)));
    assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
}

#[test]
fn feedback_goes_with_the_applications_history_though_the_person_stays() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let ivy = add_interviewer(&mut world, "ivy");
    let application = world.application(candidate);
    let request = ScheduleInterview {
        application,
        plan: plan("2026-11-20", "09:00"),
        panel: vec![Interviewer {
            account: ivy,
            criteria: Vec::new(),
        }],
    };
    let interview = world
        .does(|desk| interview::schedule(desk, request))
        .interview;
    let hr = std::mem::replace(&mut world.session, Session::new(ivy));
    let request = SubmitFeedback {
        interview,
        card: Scorecard {
            recommendation: Some(Recommendation::No),
            summary: text("She was late and wonderful."),
            ..Scorecard::default()
        },
        after: 0,
    };
    world.does(|desk| interview::submit(desk, request));
    world.session = hr;
    world.end(candidate, NEARLY, "2026-11-23");
    let request = records::permission::RecordPermission {
        candidate,
        details: crate::world::permission(
            domain::consent::PermissionPurpose::KeepLonger,
            "2026-11-23",
        ),
    };
    world.does(|desk| records::permission::record(desk, request));
    let listed = |world: &mut World| {
        let of = InterviewsFor::Candidate { candidate };
        let list = world.read(|desk| interview::list(desk, ListInterviews { of }));
        list.expect("a list").interviews.len()
    };
    assert_eq!(listed(&mut world), 1);
    // Somebody signs in every few weeks, or the clock would not be believed.
    for on in [
        "2026-12-20",
        "2027-01-20",
        "2027-02-20",
        "2027-03-20",
        "2027-04-20",
    ] {
        world.today = day(on);
        set_criteria(&mut world, &[on]);
    }
    world.today = day("2027-05-23");
    let preview = crate::erasing::preview(&mut world, None);
    let typed = preview.confirm.clone();
    let receipt = crate::erasing::erase(&mut world, preview.preview, &typed).expect("erased");
    assert!(receipt.verified && receipt.found == 0, "{receipt:?}");
    assert_eq!(listed(&mut world), 0, "gone after six months");
    assert_eq!(
        world.open(candidate).applications.len(),
        1,
        "the person stays"
    );
}
