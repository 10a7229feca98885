//! Whether a message may be sent as it stands, and what should be looked at before.

use domain::access::{self, Permit};
use domain::correspondence::{
    Basis, MergeField, MessagePurpose, OPT_OUT, SendFacts, SendRefusal, Sensitive, may_send,
    sensitive_words, unfilled,
};
use domain::id::{ApplicationId, CandidateId};
use domain::text::Prose;
use serde::{Deserialize, Serialize};

use super::writing;
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::notice;
use crate::view::Why;

/// Asks whether a message may be sent.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CheckMessage {
    /// To whom.
    pub candidate: CandidateId,
    /// The application it is about.
    pub application: Option<ApplicationId>,
    /// What for.
    pub purpose: MessagePurpose,
    /// Its subject.
    pub subject: Prose,
    /// Its text.
    pub body: Prose,
    /// Whether it carries the privacy notice.
    pub carries_notice: bool,
}

impl std::fmt::Debug for CheckMessage {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("CheckMessage([withheld])")
    }
}

/// How a message stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct MessageCheck {
    /// What it stands on, where it may be sent.
    pub basis: Option<Why>,
    /// Why it may not be sent.
    pub refused: Option<Why>,
    /// The merge fields that still stand in it, as they are typed.
    pub unfilled: Vec<String>,
    /// What words of it may give away (COL-10).
    pub sensitive: Vec<Sensitive>,
    /// The sentence that has to stand in it and does not: how to hear no more (CON-11).
    pub lacks: Option<String>,
    /// Whether nothing says that they were given the privacy notice, so that it may carry it.
    pub notice_missing: bool,
    /// The address it would go to; none where the candidate has none.
    pub to: Option<String>,
}

/// Whether a message may be sent as it stands.
///
/// # Errors
/// A refusal for those who may not write to the candidate.
pub fn check(desk: &ReadDesk<'_>, request: CheckMessage) -> Result<MessageCheck, Error> {
    let permit = writing(desk, request.candidate)?;
    let stands = stands(
        desk,
        &permit,
        request.purpose,
        request.application,
        request.carries_notice,
    )?;
    let (basis, refused) = match stands {
        Ok(basis) => (
            Some(Why {
                rule: basis.purpose.to_owned(),
                sentence: basis.sentence(),
            }),
            None,
        ),
        Err(refusal) => (
            None,
            Some(Why {
                rule: refusal.rule().to_owned(),
                sentence: refusal.sentence(),
            }),
        ),
    };
    let text = [request.subject.as_str(), request.body.as_str()].join("\n");
    Ok(MessageCheck {
        basis,
        refused,
        unfilled: left(&text),
        sensitive: sensitive_words(&text),
        lacks: lacks(request.purpose, request.body.as_str()).map(str::to_owned),
        notice_missing: notice::standing(desk, request.candidate)?.is_missing(),
        to: address(desk, &permit)?,
    })
}

/// The merge fields that still stand in a text, as they are typed.
pub(super) fn left(text: &str) -> Vec<String> {
    unfilled(text).iter().map(MergeField::to_string).collect()
}

/// The sentence that a text for a purpose has to have and lacks.
pub(super) fn lacks(purpose: MessagePurpose, body: &str) -> Option<&'static str> {
    (purpose.needs_opt_out() && !body.contains(OPT_OUT)).then_some(OPT_OUT)
}

/// The address of the permit's candidate to use first.
pub(super) fn address(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::EditCandidate>,
) -> Result<Option<String>, Error> {
    let full = desk.records.candidate(permit)?.full;
    Ok(full
        .and_then(|full| full.contact.emails.into_iter().next())
        .map(Into::into))
}

/// Whether a message for a purpose may be sent to the permit's candidate today.
pub(super) fn stands(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::EditCandidate>,
    purpose: MessagePurpose,
    application: Option<ApplicationId>,
    carries_notice: bool,
) -> Result<Result<Basis, SendRefusal>, Error> {
    let candidate = permit.candidate().ok_or(Error::NotFound)?;
    if let Some(application) = application {
        desk.records.application(permit, application)?;
    }
    let person = desk.records.person_facts(candidate)?;
    let full = desk.records.candidate(permit)?.full;
    let contact = full.map(|full| full.contact).unwrap_or_default();
    let emails: Vec<String> = contact
        .emails
        .iter()
        .map(domain::text::Email::key)
        .collect();
    let phones: Vec<String> = contact
        .phones
        .iter()
        .map(domain::text::Phone::key)
        .collect();
    let wrote = desk
        .records
        .messages(permit)?
        .iter()
        .any(|message| message.direction == domain::correspondence::MessageDirection::In);
    let facts = SendFacts {
        person: &person,
        application,
        asked_not_to_be_approached: desk.records.do_not_approach(permit)?.has(&emails, &phones),
        wrote,
        notice_first: notice::standing(desk, candidate)?.before_contact(carries_notice),
    };
    Ok(may_send(purpose, &facts, &desk.policy()?, desk.today))
}
