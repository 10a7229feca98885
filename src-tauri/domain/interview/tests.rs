use chrono::{DateTime, NaiveDate, Utc};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::*;
use crate::access::{ClassAccess, Refusal, Sight};
use crate::id::{CriterionId, InterviewId};
use crate::text::{Line, Prose};

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

fn plan(on: &str, at: &str) -> InterviewPlan {
    InterviewPlan {
        kind: InterviewKind::InPerson,
        on: on.parse::<NaiveDate>().expect("a day"),
        at: TimeOfDay::parse(at).expect("a time"),
        minutes: 45,
        place: None,
    }
}

fn criteria(number: usize) -> Vec<CriterionId> {
    (0..number)
        .map(|_| CriterionId::new(instant("2026-11-23T12:00:00Z")))
        .collect()
}

#[test]
fn times_are_those_of_clocks_in_london() {
    let begins = |on, at| plan(on, at).instants().map(|(begins, _)| begins);
    assert_eq!(
        begins("2026-12-01", "9:30"),
        Ok(instant("2026-12-01T09:30:00Z"))
    );
    assert_eq!(
        begins("2026-07-01", "0930"),
        Ok(instant("2026-07-01T08:30:00Z"))
    );
    assert_eq!(begins("2026-03-29", "01:30"), Err(TimeProblem::Skipped));
    assert_eq!(
        begins("2026-10-25", "01.30"),
        Ok(instant("2026-10-25T00:30:00Z")),
        "the first of the two"
    );
    for typed in ["", "930 am", "24:00", "12:60", "1", "12:3", "१२:३०"] {
        assert_eq!(
            TimeOfDay::parse(typed),
            Err(TimeProblem::NotATime),
            "{typed}"
        );
    }
    let mut long = plan("2026-12-01", "9:30");
    long.minutes = 601;
    assert_eq!(long.instants(), Err(TimeProblem::Length));
    let over = plan("2026-12-01", "9:30");
    assert!(!over.is_over(instant("2026-12-01T10:14:59Z")));
    assert!(over.is_over(instant("2026-12-01T10:15:00Z")));
}

fn file(plan: &InterviewPlan, state: InterviewState, role: &str) -> String {
    calendar_file(&Invitation {
        interview: InterviewId::new(instant("2026-11-23T12:00:00Z")),
        plan,
        state,
        revision: 3,
        role,
        organisation: "Members’ \"Services\"",
        made: instant("2026-11-23T12:00:00Z"),
    })
    .expect("a file")
}

#[test]
fn an_invitation_is_one_that_calendars_read() {
    let mut plan = plan("2026-12-01", "9:30");
    plan.place = Some(Line::parse("Room 4; second floor, left\\right").expect("a line"));
    let text = file(&plan, InterviewState::Planned, "Press Officer, London");
    let lines: Vec<&str> = text.split("\r\n").collect();
    for line in [
        "BEGIN:VCALENDAR",
        "METHOD:PUBLISH",
        "SEQUENCE:2",
        "DTSTART:20261201T093000Z",
        "DTEND:20261201T101500Z",
        "STATUS:CONFIRMED",
        "SUMMARY:Interview: Press Officer\\, London",
        "LOCATION:Room 4\\; second floor\\, left\\\\right",
        "CLASS:PRIVATE",
        "END:VCALENDAR",
    ] {
        assert!(lines.contains(&line), "{line} in {text}");
    }
    assert_eq!(lines.last(), Some(&""), "the last line has its end");
    let cancelled = file(&plan, InterviewState::Cancelled, "Press Officer");
    assert!(cancelled.contains("METHOD:CANCEL\r\n") && cancelled.contains("STATUS:CANCELLED\r\n"));
}

fn unfolded(text: &str) -> String {
    text.replace("\r\n ", "")
}

fn mark() -> impl Strategy<Value = Mark> {
    select(Mark::ALL.to_vec())
}

const ACCESS: [ClassAccess; 8] = [
    ClassAccess::Withheld(Refusal::NotInRelation),
    ClassAccess::Status,
    ClassAccess::Aggregate,
    ClassAccess::Summary,
    ClassAccess::Submitted,
    ClassAccess::Own,
    ClassAccess::Read,
    ClassAccess::Write,
];

proptest! {
    #[test]
    fn no_line_of_an_invitation_is_too_long_and_none_loses_a_letter(role in "[a-zé王,;\\\\👩‍💻 ]{1,150}") {
        let role = format!("R{role}");
        let text = file(&plan("2026-12-01", "9:30"), InterviewState::Planned, &role);
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75, "{line}");
        }
        let whole = unfolded(&text);
        let summary = whole
            .split("\r\n")
            .find_map(|line| line.strip_prefix("SUMMARY:Interview: "))
            .expect("a summary");
        let mut read = String::new();
        let mut letters = summary.chars();
        while let Some(letter) = letters.next() {
            read.push(if letter == '\\' { letters.next().expect("what is escaped") } else { letter });
        }
        prop_assert_eq!(read, role);
    }

    #[test]
    fn nobody_who_owes_feedback_reads_anothers(
        access in select(ACCESS.to_vec()),
        sight in select(vec![Sight::Blind, Sight::NameOnly, Sight::Full]),
        submitted in any::<bool>(),
    ) {
        let found = feedback_sight(access, sight, OwnPart { owes: true, submitted });
        prop_assert!(matches!(found, FeedbackSight::Nothing | FeedbackSight::UntilOwn), "{found:?}");
        let own = OwnPart { owes: false, submitted };
        let found = feedback_sight(access, sight, own);
        if !access.reads() {
            prop_assert_eq!(found, FeedbackSight::Nothing);
        }
        if sight == Sight::Blind {
            prop_assert_ne!(found, FeedbackSight::Everything, "an interviewer knows whom they met");
        }
        if access == ClassAccess::Own {
            prop_assert_eq!(found == FeedbackSight::UntilOwn, !submitted);
        }
    }

    #[test]
    fn a_spread_counts_every_mark_once_and_says_who_is_two_steps_apart(marks in proptest::collection::vec(mark(), 0..12)) {
        let found = spread(marks.clone());
        let given: u32 = found.given.iter().sum();
        prop_assert_eq!(usize::try_from(given + found.not_asked).expect("few"), marks.len());
        let places: Vec<u8> = marks.iter().filter_map(|mark| mark.place()).collect();
        let range = places.iter().max().zip(places.iter().min()).map(|(high, low)| high - low);
        let wanted = match (range, places.len()) {
            (None, _) => Agreement::Nobody,
            (Some(_), 1) => Agreement::OneView,
            (Some(0), _) => Agreement::Same,
            (Some(1), _) => Agreement::Close,
            (Some(_), _) => Agreement::Apart,
        };
        prop_assert_eq!(found.agreement, wanted);
    }

    #[test]
    fn a_card_lacks_what_was_asked_and_not_said(
        said in subsequence((0..6_usize).collect::<Vec<_>>(), 0..=6),
        mark in mark(),
        evidence in any::<bool>(),
    ) {
        let asked = criteria(6);
        let words = if evidence { "She named three papers." } else { "" };
        let mut card = Scorecard::default();
        for place in &said {
            card.scores.push(Score {
                criterion: asked[*place],
                mark: Some(mark),
                evidence: Prose::parse(words).expect("a text"),
            });
        }
        let missing = card.missing(&asked);
        let marks = missing.iter().filter(|missing| matches!(missing, Missing::Mark(_))).count();
        prop_assert_eq!(marks, 6 - said.len());
        let evidences = missing.iter().filter(|missing| matches!(missing, Missing::Evidence(_))).count();
        let wanted = if evidence || mark == Mark::NotAsked { 0 } else { said.len() };
        prop_assert_eq!(evidences, wanted);
        prop_assert!(missing.contains(&Missing::Recommendation));
        card.recommendation = Some(Recommendation::Yes);
        prop_assert!(!card.missing(&asked).contains(&Missing::Recommendation));
    }
}

#[test]
fn a_yes_beside_a_no_is_apart() {
    use Recommendation::{No, StrongYes, Yes};
    assert_eq!(recommendation_spread([No, Yes]).agreement, Agreement::Apart);
    assert_eq!(
        recommendation_spread([Yes, StrongYes]).agreement,
        Agreement::Close
    );
}

#[test]
fn a_card_keeps_what_is_asked_once_and_in_its_order() {
    let asked = criteria(2);
    let stranger = criteria(1);
    let score = |criterion| Score {
        criterion,
        mark: Some(Mark::Shown),
        evidence: Prose::default(),
    };
    let card = Scorecard {
        scores: [asked[1], stranger[0], asked[0], asked[1]]
            .into_iter()
            .map(score)
            .collect(),
        ..Scorecard::default()
    };
    let kept: Vec<_> = card
        .of(&asked)
        .scores
        .iter()
        .map(|each| each.criterion)
        .collect();
    assert_eq!(kept, asked);
    let without = Scorecard {
        recommendation: Some(Recommendation::No),
        ..Scorecard::default()
    };
    assert_eq!(without.missing(&[]), [Missing::Summary]);
}
