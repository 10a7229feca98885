//! What an interviewer found: a draft that nobody else can read, and what they submit.

use domain::access::{self, Permit};
use domain::id::CriterionId;
use domain::interview::{Missing, Scorecard};
use store::{CriterionRecord, InterviewRecord};

use super::kit::{asked, closed};
use super::plan::of_interview;
use super::{DraftSaved, SaveDraft, SubmitFeedback};
use crate::desk::WriteDesk;
use crate::error::{Error, Problem};
use crate::view::Done;

/// What somebody says something about.
struct Assessed {
    permit: Permit<access::AssessCandidate>,
    record: InterviewRecord,
    criteria: Vec<CriterionRecord>,
}

impl Assessed {
    fn asked(&self, account: domain::id::AccountId, card: &Scorecard) -> Vec<CriterionId> {
        let given = self
            .record
            .member(account)
            .map(|member| member.criteria.as_slice())
            .unwrap_or_default();
        asked(&self.criteria, given, Some(card))
    }
}

/// Saves a draft of one's feedback: one small write, which is on the disk when this answers.
///
/// # Errors
/// A refusal for those who are not on the panel, [`Error::Rule`] for an interview that nobody came to.
pub fn save_draft(desk: &mut WriteDesk<'_>, request: SaveDraft) -> Result<DraftSaved, Error> {
    let found = assessed(desk, request.interview)?;
    let asked = found.asked(desk.session.account(), &request.card);
    let card = request.card.of(&asked);
    desk.store
        .save_feedback_draft(&found.permit, request.interview, &card, desk.now)?;
    Ok(DraftSaved { saved_at: desk.now })
}

/// Submits one's feedback. It stays as it is; what is submitted later is another version, and the earlier can still be
/// read by whoever may read the later.
///
/// # Errors
/// As [`save_draft`]; [`Error::Invalid`] with what is missing, [`Error::Stale`] when another version was submitted
/// meanwhile.
pub fn submit(desk: &mut WriteDesk<'_>, request: SubmitFeedback) -> Result<Done, Error> {
    let found = assessed(desk, request.interview)?;
    let asked = found.asked(desk.session.account(), &request.card);
    let card = request.card.of(&asked);
    let problems: Vec<Problem> = card
        .missing(&asked)
        .into_iter()
        .map(|missing| problem(missing, &asked, &found.criteria))
        .collect();
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    desk.store.submit_feedback(
        &found.permit,
        request.interview,
        &card,
        request.after,
        desk.now,
    )?;
    Ok(Done { undo: None })
}

fn assessed(
    desk: &mut WriteDesk<'_>,
    interview: domain::id::InterviewId,
) -> Result<Assessed, Error> {
    let account = desk.session.account();
    let found = desk.read(|desk| {
        let (permit, record) = of_interview::<access::AssessCandidate>(desk, interview)?;
        let criteria = desk.records.criteria(&permit)?;
        Ok(Assessed {
            permit,
            record,
            criteria,
        })
    })?;
    if found.record.member(account).is_none() {
        return Err(access::Refusal::NotInRelation.into());
    }
    match closed(&found.record) {
        Some(why) => Err(Error::Rule {
            rule: "S54",
            sentence: why.sentence,
        }),
        None => Ok(found),
    }
}

/// What is missing, by the name its field has on the page: `card.scores.2.mark`.
fn problem(missing: Missing, asked: &[CriterionId], criteria: &[CriterionRecord]) -> Problem {
    let place = |criterion: CriterionId| {
        asked
            .iter()
            .position(|known| *known == criterion)
            .unwrap_or_default()
    };
    let what = |criterion: CriterionId| {
        criteria
            .iter()
            .find(|known| known.id == criterion)
            .map_or("", |known| known.text.what.as_str())
    };
    match missing {
        Missing::Mark(criterion) => Problem {
            field: field(place(criterion), MARKS),
            sentence: format!("Choose how far this was shown: {}", what(criterion)),
        },
        Missing::Evidence(criterion) => Problem {
            field: field(place(criterion), EVIDENCE),
            sentence: format!("Say what showed it: {}", what(criterion)),
        },
        Missing::Recommendation => Problem {
            field: "card.recommendation",
            sentence: "Choose what you recommend".to_owned(),
        },
        Missing::Summary => Problem {
            field: "card.summary",
            sentence: "Say in a few sentences what you found".to_owned(),
        },
    }
}

/// The names of the fields of criteria, by their place: as many as a vacancy has, and some that were retired.
macro_rules! fields {
    ($part:literal: $($place:literal)+) => {
        &[$(concat!("card.scores.", $place, ".", $part)),+]
    };
}

const MARKS: &[&str] = fields!("mark": 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29);
const EVIDENCE: &[&str] = fields!("evidence": 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29);

fn field(place: usize, names: &[&'static str]) -> &'static str {
    names.get(place).copied().unwrap_or("card")
}
