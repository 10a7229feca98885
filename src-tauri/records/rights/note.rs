//! What happened on a request: identity, questions, a fee, an extension, whom it is about, the end of a restriction.

use chrono::NaiveDate;
use domain::access;
use domain::deadline::{RequestDeadline, Right};
use domain::id::{CandidateId, RightsRequestId};
use domain::rights::{
    CaseExtension, CaseQuestion, CaseRefusal, ExtensionReason, FeeStep, IdentityStep, check_note,
    clock_of,
};
use domain::text::Prose;
use serde::Deserialize;
use store::Detail;

use super::{answering, entry, refused, restricts, stop_approaching, tell_of_restriction, write};
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::organisation::calendar;
use crate::view::Done;

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum RequestEvent {
    /// They were asked who they are, since there is reasonable doubt.
    IdentityAsked {
        /// The day.
        on: NaiveDate,
    },
    /// It was seen who they are. No copy is kept.
    IdentitySeen {
        /// The day.
        on: NaiveDate,
    },
    /// They were asked what the request is about.
    QuestionAsked {
        /// The day.
        on: NaiveDate,
        /// What was asked.
        words: Prose,
    },
    /// They answered.
    QuestionAnswered {
        /// The day.
        on: NaiveDate,
        /// What they said; may be empty.
        words: Prose,
    },
    /// A fee is to be asked for, since the request is manifestly unfounded or excessive.
    FeeProposed {
        /// Why.
        words: Prose,
    },
    /// Another person agreed, and it was asked for.
    FeeAsked {
        /// The day.
        on: NaiveDate,
    },
    /// It was paid.
    FeePaid {
        /// The day.
        on: NaiveDate,
    },
    /// They were told that it takes longer.
    Extended {
        /// The day they were told.
        on: NaiveDate,
        /// Why.
        because: ExtensionReason,
        /// The reasons they were told.
        words: Prose,
    },
    /// It is known whom it is about.
    Found {
        /// Whom.
        candidate: CandidateId,
    },
    /// The record may be used again; they were told before.
    RestrictionLifted {
        /// The day they were told.
        told_on: NaiveDate,
    },
}

/// Notes what happened on a request.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct NoteRequest {
    /// Which.
    pub request: RightsRequestId,
    /// The revision the page saw.
    pub revision: u32,
    /// What happened.
    pub event: RequestEvent,
}

/// Notes what happened on a request.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Rule`] for what does not follow;
/// [`Error::Invalid`] for a day ahead, and without words where they are needed.
pub fn note(desk: &mut WriteDesk<'_>, request: NoteRequest) -> Result<Done, Error> {
    let answering = answering(desk, request.request, request.revision)?;
    let mut after = answering.record.clone();
    let case = &mut after.case;
    let mut words: Vec<(String, Prose)> = Vec::new();
    let on = day_of(&request.event).unwrap_or(desk.today);
    desk.not_in_future("event.on", on)?;
    if !matches!(request.event, RequestEvent::RestrictionLifted { .. }) {
        check_note(case, on).map_err(refused)?;
    }
    let mut said = entry(action_of(&request.event), request.request);
    if !matches!(
        request.event,
        RequestEvent::FeeProposed { .. } | RequestEvent::Found { .. }
    ) {
        said = said.with("on", Detail::Day(on));
    }
    match request.event {
        RequestEvent::IdentityAsked { .. } => case.identity = IdentityStep::Asked { on },
        RequestEvent::IdentitySeen { .. } => match case.identity {
            IdentityStep::Asked { on: asked_on } if asked_on <= on => {
                case.identity = IdentityStep::Seen { asked_on, on };
            }
            IdentityStep::Asked { .. } | IdentityStep::NotInDoubt | IdentityStep::Seen { .. } => {
                return Err(refused(CaseRefusal::OutOfOrder));
            }
        },
        RequestEvent::QuestionAsked { words: asked, .. } => {
            if !case.uses(Right::Access) {
                return Err(refused(CaseRefusal::QuestionNotForAccess));
            }
            if case.question_is_open() {
                return Err(refused(CaseRefusal::QuestionOpen));
            }
            if asked.as_str().is_empty() {
                return Err(Error::invalid("event.words", "Say what was asked."));
            }
            words.push((format!("question-{}", case.questions.len()), asked));
            case.questions.push(CaseQuestion {
                asked_on: on,
                answered_on: None,
            });
        }
        RequestEvent::QuestionAnswered { words: answer, .. } => {
            let place = case.questions.len().saturating_sub(1);
            let Some(question) = case
                .questions
                .last_mut()
                .filter(|question| question.answered_on.is_none() && question.asked_on <= on)
            else {
                return Err(refused(CaseRefusal::OutOfOrder));
            };
            question.answered_on = Some(on);
            words.push((format!("answer-{place}"), answer));
        }
        RequestEvent::FeeProposed { words: reasons } => {
            if case.fee != FeeStep::None {
                return Err(refused(CaseRefusal::OutOfOrder));
            }
            if reasons.as_str().is_empty() {
                return Err(Error::invalid(
                    "event.words",
                    "Say why the request is manifestly unfounded or excessive.",
                ));
            }
            words.push(("fee".to_owned(), reasons));
            case.fee = FeeStep::Proposed {
                by: answering.permit.actor(),
            };
        }
        RequestEvent::FeeAsked { .. } => match case.fee {
            FeeStep::Proposed { by } if by == answering.permit.actor() => {
                return Err(refused(CaseRefusal::OwnProposal));
            }
            FeeStep::Proposed { .. } => case.fee = FeeStep::Asked { on },
            FeeStep::None | FeeStep::Asked { .. } | FeeStep::Paid { .. } => {
                return Err(refused(CaseRefusal::OutOfOrder));
            }
        },
        RequestEvent::FeePaid { .. } => match case.fee {
            FeeStep::Asked { on: asked_on } if asked_on <= on => {
                case.fee = FeeStep::Paid { asked_on, on };
            }
            FeeStep::None
            | FeeStep::Proposed { .. }
            | FeeStep::Asked { .. }
            | FeeStep::Paid { .. } => return Err(refused(CaseRefusal::OutOfOrder)),
        },
        RequestEvent::Extended {
            because,
            words: reasons,
            ..
        } => {
            if case.extension.is_some() {
                return Err(refused(CaseRefusal::Extended));
            }
            if reasons.as_str().is_empty() {
                return Err(Error::invalid(
                    "event.words",
                    "Say what reasons the person was told (UK GDPR Art 12A(4)).",
                ));
            }
            let calendar = calendar(&desk.store.records())?;
            for item in &case.items {
                match clock_of(case, item.right, calendar) {
                    RequestDeadline::Running(running) if on <= running.tell_by => {}
                    RequestDeadline::Running(running) => {
                        return Err(refused(CaseRefusal::ExtensionTooLate {
                            tell_by: running.tell_by,
                        }));
                    }
                    RequestDeadline::WaitingIdentity
                    | RequestDeadline::WaitingFee
                    | RequestDeadline::Paused { .. } => return Err(refused(CaseRefusal::NoClock)),
                }
            }
            case.extension = Some(CaseExtension {
                told_on: on,
                because,
            });
            words.push(("extension".to_owned(), reasons));
            said = said.with("because", Detail::Word(because.code()));
        }
        RequestEvent::Found { candidate } => {
            desk.read(|desk| desk.permit_on_candidate::<access::ReadCandidate>(candidate))?;
            if after.candidate.is_some() {
                return Err(refused(CaseRefusal::OutOfOrder));
            }
            after.candidate = Some(candidate);
            if restricts(&after.case, after.candidate) {
                after.restricted_on = Some(desk.today);
            }
        }
        RequestEvent::RestrictionLifted { told_on } => {
            let from = after.restricted_on.filter(|_| after.lifted_on.is_none());
            match from {
                Some(from) if from <= told_on => after.lifted_on = Some(desk.today),
                Some(_) | None => return Err(refused(CaseRefusal::OutOfOrder)),
            }
        }
    }
    let found = after
        .candidate
        .filter(|_| answering.record.candidate.is_none());
    let permit = &answering.permit;
    write(desk, permit, &after, &words, said, |tx| {
        stop_approaching(tx, permit, &after.case, found)?;
        let restricted = found.filter(|_| after.restricted_on.is_some());
        tell_of_restriction(tx, permit, after.id, restricted)
    })?;
    Ok(Done { undo: None })
}

const fn day_of(event: &RequestEvent) -> Option<NaiveDate> {
    match event {
        RequestEvent::IdentityAsked { on }
        | RequestEvent::IdentitySeen { on }
        | RequestEvent::QuestionAsked { on, .. }
        | RequestEvent::QuestionAnswered { on, .. }
        | RequestEvent::FeeAsked { on }
        | RequestEvent::FeePaid { on }
        | RequestEvent::Extended { on, .. }
        | RequestEvent::RestrictionLifted { told_on: on } => Some(*on),
        RequestEvent::FeeProposed { .. } | RequestEvent::Found { .. } => None,
    }
}

const fn action_of(event: &RequestEvent) -> &'static str {
    match event {
        RequestEvent::IdentityAsked { .. } => "ask-identity",
        RequestEvent::IdentitySeen { .. } => "see-identity",
        RequestEvent::QuestionAsked { .. } => "ask-question",
        RequestEvent::QuestionAnswered { .. } => "note-answer",
        RequestEvent::FeeProposed { .. } => "propose-fee",
        RequestEvent::FeeAsked { .. } => "ask-fee",
        RequestEvent::FeePaid { .. } => "take-fee",
        RequestEvent::Extended { .. } => "extend-request",
        RequestEvent::Found { .. } => "find-requester",
        RequestEvent::RestrictionLifted { .. } => "lift-restriction",
    }
}
