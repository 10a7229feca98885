//! One interview, opened: what to assess and by which questions, one's own feedback, and what the panel found.

use domain::access::{self, Called, DataClass, Permit, Refusal, Shown};
use domain::id::{AccountId, CriterionId};
use domain::interview::{FeedbackSight, Scorecard};
use domain::rights::OpinionOf;
use store::{About, Annotation, CriterionRecord, Detail, Entry, FeedbackRecord, InterviewRecord};

use super::criteria;
use super::list::{may_change, row, sight_of};
use super::panel;
use super::plan::of_interview;
use super::{DraftView, FeedbackVersion, InterviewRow, InterviewView, OneInterview, OwnFeedback};
use crate::desk::{ReadDesk, WriteDesk};
use crate::document::{self, DocumentView};
use crate::error::Error;
use crate::rights::annotation_of;
use crate::view::Why;

/// What is read before anything is decrypted.
struct Opened {
    permit: Permit<access::ReadCandidate>,
    assessing: Option<Permit<access::AssessCandidate>>,
    record: InterviewRecord,
    row: InterviewRow,
    sight: FeedbackSight,
    criteria: Vec<CriterionRecord>,
    documents: Shown<Vec<DocumentView>>,
    annotations: Vec<Annotation>,
    audits: bool,
}

/// One interview, as this viewer may see it. That others' feedback was read, and by whom, is in the journal before
/// anyone has it.
///
/// # Errors
/// A refusal for those without a part in the vacancy.
pub fn open(desk: &mut WriteDesk<'_>, request: OneInterview) -> Result<InterviewView, Error> {
    let opened = desk.read(|desk| read(desk, request))?;
    let account = desk.session.account();
    let candidate = About::Candidate(opened.record.candidate);
    if opened.audits {
        let entry = Entry::new("read-as-auditor").with("command", Detail::Word("open_interview"));
        desk.store.note(Some(account), desk.now, entry)?;
    }
    let own = match &opened.assessing {
        Some(permit) => Some(own(desk, permit, &opened, account)?),
        None => None,
    };
    let panel = match opened.sight {
        FeedbackSight::Nothing => Shown::withheld(nothing_because(&opened.permit)),
        FeedbackSight::UntilOwn => panel::until_own(),
        FeedbackSight::Summary | FeedbackSight::Everything => {
            let found = desk
                .store
                .feedback(&opened.permit, opened.record.id, |_| true)?;
            if found.iter().any(|each| each.account != account) {
                let entry = Entry::new("read-feedback").about(candidate);
                desk.store.note(Some(account), desk.now, entry)?;
            }
            let words = opened.sight == FeedbackSight::Everything;
            Shown::Shown {
                value: panel::view(
                    &opened.record,
                    &opened.criteria,
                    found,
                    &opened.annotations,
                    words,
                    &opened.permit,
                ),
            }
        }
    };
    let Opened {
        record,
        row,
        criteria,
        documents,
        ..
    } = opened;
    let blind = match record.called {
        Called::Name(_) => None,
        Called::Alias(_) => Some(Why {
            rule: Refusal::Blind.rule().to_owned(),
            sentence: Refusal::Blind.sentence().to_owned(),
        }),
    };
    Ok(InterviewView {
        row,
        blind,
        criteria: criteria.iter().map(criteria::view).collect(),
        own,
        documents,
        panel,
    })
}

fn nothing_because(permit: &Permit<access::ReadCandidate>) -> Refusal {
    match permit.class(DataClass::Assessment) {
        access::ClassAccess::Withheld(refusal) => refusal,
        access::ClassAccess::Status
        | access::ClassAccess::Aggregate
        | access::ClassAccess::Summary
        | access::ClassAccess::Submitted
        | access::ClassAccess::Own
        | access::ClassAccess::Read
        | access::ClassAccess::Write => Refusal::NotInRelation,
    }
}

fn read(desk: &ReadDesk<'_>, request: OneInterview) -> Result<Opened, Error> {
    let (permit, record) = of_interview::<access::ReadCandidate>(desk, request.interview)?;
    let sight = sight_of(desk, &permit, record.application)?;
    let assessing = match desk.permit_on_application::<access::AssessCandidate>(record.application)
    {
        Ok(permit) if record.member(desk.viewer.account).is_some() => Some(permit),
        Ok(_) | Err(Error::Refused(_)) => None,
        Err(error) => return Err(error),
    };
    let row = row(desk, &record, sight, may_change(desk, record.application)?);
    let reading = desk.permit_on_candidate::<access::ReadCandidate>(record.candidate)?;
    let applications = desk.records.applications(&reading)?;
    Ok(Opened {
        criteria: desk.records.criteria(&permit)?,
        documents: document::views(desk, &reading, &applications)?,
        annotations: desk.records.annotations(&reading)?,
        audits: desk.viewer.audits(desk.today),
        permit,
        assessing,
        record,
        row,
        sight,
    })
}

/// What somebody is asked to assess: what they were given, or all that is in use, and what they said something of
/// already, so that a change of the criteria takes no word of theirs away.
pub(super) fn asked(
    criteria: &[CriterionRecord],
    given: &[CriterionId],
    said: Option<&Scorecard>,
) -> Vec<CriterionId> {
    criteria
        .iter()
        .filter(|criterion| {
            let is_given = if given.is_empty() {
                criterion.retired_on.is_none()
            } else {
                given.contains(&criterion.id)
            };
            let is_said = said
                .and_then(|card| card.score(criterion.id))
                .is_some_and(|score| score.mark.is_some() || !score.evidence.as_str().is_empty());
            is_given || is_said
        })
        .map(|criterion| criterion.id)
        .collect()
}

/// Why no feedback is taken of an interview.
pub(super) fn closed(record: &InterviewRecord) -> Option<Why> {
    let sentence = match record.state {
        domain::interview::InterviewState::Cancelled => {
            "This interview was called off, so there is nothing to say of it (rule S54)."
        }
        domain::interview::InterviewState::DidNotCome => {
            "The candidate did not come, so there is nothing to say of it (rule S54)."
        }
        domain::interview::InterviewState::Planned | domain::interview::InterviewState::Held => {
            return None;
        }
    };
    Some(Why {
        rule: "S54".to_owned(),
        sentence: sentence.to_owned(),
    })
}

fn own(
    desk: &WriteDesk<'_>,
    permit: &Permit<access::AssessCandidate>,
    opened: &Opened,
    account: AccountId,
) -> Result<OwnFeedback, Error> {
    let record = &opened.record;
    let draft = desk.store.feedback_draft(permit, record.id)?;
    let versions = desk
        .store
        .feedback(permit, record.id, |whose| whose == account)?;
    let draft_lost = draft.as_ref().is_some_and(|draft| draft.card.is_none());
    let draft = draft.and_then(|draft| {
        Some(DraftView {
            card: draft.card?,
            saved_at: draft.saved_at,
        })
    });
    let said = draft
        .as_ref()
        .map(|draft| &draft.card)
        .or_else(|| versions.last().map(|version| &version.card));
    let given = record
        .member(account)
        .map(|member| member.criteria.as_slice())
        .unwrap_or_default();
    Ok(OwnFeedback {
        asked: asked(&opened.criteria, given, said),
        draft,
        draft_lost,
        versions: versions.into_iter().map(version).collect(),
        annotation: annotation_of(
            &opened.annotations,
            OpinionOf::Feedback {
                interview: record.id,
                account,
            },
        ),
        closed: closed(record),
    })
}

pub(super) fn version(record: FeedbackRecord) -> FeedbackVersion {
    FeedbackVersion {
        version: record.version,
        submitted_at: record.submitted_at,
        card: record.card,
    }
}
