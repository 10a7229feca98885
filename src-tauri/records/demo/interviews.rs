//! Interviews of a few made-up people: past with feedback, past and owed, and to come.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::clock::{FixedClock, london_date};
use domain::id::{AccountId, ApplicationId, InterviewId, VacancyId};
use domain::interview::{
    InterviewKind, InterviewPlan, InterviewState, Mark, Recommendation, Score, Scorecard, TimeOfDay,
};
use domain::text::{Line, Prose};
use store::{Store, StoreError};

use super::made_up;
use crate::desk::{Session, Unwatched, WriteDesk};
use crate::error::Error;
use crate::interview::{
    CriterionEdit, Interviewer, MarkInterview, ScheduleInterview, SetCriteria, SubmitFeedback,
    criteria, mark, schedule, set_criteria, submit,
};
use crate::vacancy::OpenVacancy;

/// What every interview of the sample assesses, with the questions that find it out.
const CRITERIA: [(&str, &str); 3] = [
    (
        "Explains hard things simply",
        "Explain something from your last job to somebody who has never heard of it.\nHow did you know that they had understood?",
    ),
    (
        "Stays careful under pressure",
        "Tell us of a day when too much came at once. What did you leave undone?",
    ),
    (
        "Works well with people who disagree",
        "When did you last change your mind at work, and who changed it?",
    ),
];

/// What an interviewer found: the mark and the evidence of each criterion, and the whole.
type Found = ([(Mark, &'static str); 3], Recommendation, &'static str);

/// What the first two interviewers found, criterion by criterion: they lie apart on the second.
const FOUND: [Found; 2] = [
    (
        [
            (
                Mark::StronglyShown,
                "Explained a select committee with a kettle and three cups; we all followed.",
            ),
            (
                Mark::PartlyShown,
                "Spoke of long evenings, and of nothing that was left undone.",
            ),
            (
                Mark::Shown,
                "Named the colleague, the argument, and what changed.",
            ),
        ],
        Recommendation::Yes,
        "Clear and warm. I would ask more about a hard week.",
    ),
    (
        [
            (
                Mark::Shown,
                "The kettle again, and a good check that we had understood.",
            ),
            (
                Mark::StronglyShown,
                "Dropped the newsletter for a day, told everyone why, and wrote it down.",
            ),
            (
                Mark::Shown,
                "Listened to my objection and answered that one.",
            ),
        ],
        Recommendation::StrongYes,
        "Ready for the desk from the first week.",
    ),
];

/// Gives the vacancies criteria, and holds interviews with the panel: the first with feedback of both, the second with
/// feedback of one, the third tomorrow.
pub(super) fn add(
    store: &mut Store,
    session: &Session,
    panel: &[AccountId],
    (vacancies, applications): (&[VacancyId], &[(ApplicationId, VacancyId)]),
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let clock = FixedClock(now);
    let mut desk = WriteDesk::new(store, session, &clock, &Unwatched);
    for vacancy in vacancies {
        let criteria = CRITERIA
            .iter()
            .map(|(what, questions)| {
                Ok(CriterionEdit {
                    criterion: None,
                    what: made_up(Line::parse(what))?,
                    questions: made_up(Prose::parse(questions))?,
                })
            })
            .collect::<Result<Vec<_>, Error>>()?;
        let vacancy = *vacancy;
        set_criteria(&mut desk, SetCriteria { vacancy, criteria })?;
    }
    let today = london_date(now);
    let day = |ago: u64| today.checked_sub_days(Days::new(ago)).unwrap_or(today);
    let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
    let whens = [
        (day(6), "10:00", 2),
        (day(1), "14:30", 1),
        (tomorrow, "11:15", 0),
    ];
    for ((application, vacancy), (on, at, found)) in applications.iter().zip(whens) {
        let interview = add_one(&mut desk, *application, panel, (on, at))?;
        if found > 0 {
            let state = InterviewState::Held;
            let request = MarkInterview {
                interview,
                revision: 1,
                state,
            };
            mark(&mut desk, request)?;
        }
        for (account, found) in panel.iter().zip(&FOUND).take(found) {
            say(desk.store, *account, (interview, *vacancy), found, now)?;
        }
    }
    Ok(())
}

fn add_one(
    desk: &mut WriteDesk<'_>,
    application: ApplicationId,
    panel: &[AccountId],
    (on, at): (NaiveDate, &str),
) -> Result<InterviewId, Error> {
    let at = TimeOfDay::parse(at)
        .map_err(|_constant| Error::Store(StoreError::Unreadable { column: "sample" }))?;
    let request = ScheduleInterview {
        application,
        plan: InterviewPlan {
            kind: InterviewKind::InPerson,
            on,
            at,
            minutes: 45,
            place: Some(made_up(Line::parse("Meeting room 2, second floor"))?),
        },
        panel: panel
            .iter()
            .map(|account| Interviewer {
                account: *account,
                criteria: Vec::new(),
            })
            .collect(),
    };
    Ok(schedule(desk, request)?.interview)
}

fn say(
    store: &mut Store,
    account: AccountId,
    (interview, vacancy): (InterviewId, VacancyId),
    (marks, recommendation, summary): &Found,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let session = Session::new(account);
    let clock = FixedClock(now);
    let mut desk = WriteDesk::new(store, &session, &clock, &Unwatched);
    let asked = desk.read(|desk| criteria(desk, OpenVacancy { vacancy }))?;
    let scores = asked
        .criteria
        .into_iter()
        .zip(marks)
        .map(|(criterion, (mark, evidence))| {
            Ok(Score {
                criterion: criterion.criterion,
                mark: Some(*mark),
                evidence: made_up(Prose::parse(evidence))?,
            })
        })
        .collect::<Result<Vec<_>, Error>>()?;
    let card = Scorecard {
        scores,
        recommendation: Some(*recommendation),
        summary: made_up(Prose::parse(summary))?,
    };
    let request = SubmitFeedback {
        interview,
        card,
        after: 0,
    };
    submit(&mut desk, request).map(drop)
}
