//! Interviews: of the candidate, where they have one, or of nobody.

use domain::id::{ApplicationId, InterviewId};
use domain::interview::{InterviewKind, InterviewPlan, InterviewState, Scorecard, TimeOfDay};
use domain::text::Prose;
use records::interview;
use records::interview::{
    ChangeInterview, CriterionEdit, Interviewer, InterviewsFor, ListInterviews, MarkInterview,
    OneInterview, SaveDraft, ScheduleInterview, SetCriteria, SubmitFeedback,
};

use super::{Answer, Case, answer};
use crate::who::Who;
use crate::world::{TODAY, World, line};

pub(super) fn call(world: &mut World, who: Who, command: &str, case: Case) -> Option<Answer> {
    let Case {
        candidate,
        vacancy,
        application,
        at,
        ..
    } = case;
    let interview = world
        .read(Who::Hr, |desk| {
            let of = InterviewsFor::Candidate { candidate };
            interview::list(desk, ListInterviews { of })
        })
        .ok()
        .and_then(|list| list.interviews.first().map(|row| row.interview))
        .unwrap_or_else(|| InterviewId::new(at));
    let application = application.unwrap_or_else(|| ApplicationId::new(at));
    let plan = || InterviewPlan {
        kind: InterviewKind::Video,
        on: TODAY,
        at: TimeOfDay::parse("15:00").expect("a time"),
        minutes: 45,
        place: None,
    };
    let panel = |world: &World| {
        vec![Interviewer {
            account: world.account(Who::Interviewer),
            criteria: Vec::new(),
        }]
    };
    let card = Scorecard::default();
    Some(match command {
        "set_criteria" => answer(world.write(who, |desk| {
            let criteria = vec![CriterionEdit {
                criterion: None,
                what: line("Judgement"),
                questions: Prose::default(),
            }];
            interview::set_criteria(desk, SetCriteria { vacancy, criteria })
        })),
        "schedule_interview" => {
            let request = ScheduleInterview {
                application,
                plan: plan(),
                panel: panel(world),
            };
            answer(world.write(who, |desk| interview::schedule(desk, request)))
        }
        "change_interview" => {
            let request = ChangeInterview {
                interview,
                revision: 9,
                plan: plan(),
                panel: panel(world),
            };
            answer(world.write(who, |desk| interview::change(desk, request)))
        }
        "mark_interview" => answer(world.write(who, |desk| {
            let request = MarkInterview {
                interview,
                revision: 9,
                state: InterviewState::Held,
            };
            interview::mark(desk, request)
        })),
        "open_interview" => answer(world.write(who, |desk| {
            interview::open(desk, OneInterview { interview })
        })),
        "save_feedback_draft" => answer(world.write(who, |desk| {
            interview::save_draft(desk, SaveDraft { interview, card })
        })),
        "submit_feedback" => answer(world.write(who, |desk| {
            let request = SubmitFeedback {
                interview,
                card,
                after: 9,
            };
            interview::submit(desk, request)
        })),
        "save_invitation" => answer(world.write(who, |desk| {
            interview::make_invitation(desk, OneInterview { interview }).map(|file| file.text)
        })),
        _ => return None,
    })
}
