//! Correspondence with a candidate (the notice's S17): messages in and out, drafts, templates, and what may be sent.
//!
//! A message has an address in it, and often more of how to reach somebody, so it is shown to those alone who may see both
//! documents and contact details of the application it is about. Whoever may edit the candidate records and writes them.
//! None of it is taken back by undo.

mod check;
mod draft;
mod mail;
mod record;
mod template;

use chrono::{DateTime, Utc};
use domain::access::{self, ClassAccess, DataClass, Permit, Shown};
use domain::correspondence::{MessageChannel, MessageDirection, MessagePurpose};
use domain::id::{ApplicationId, CandidateId, DocumentId};
use serde::{Deserialize, Serialize};
use store::MessageRecord;

pub use check::{CheckMessage, MessageCheck, check};
pub use draft::{
    HandOver, HandOverWay, HandedOver, ListedFor, MessageDraft, SaveMessageDraft,
    SavedMessageDraft, discard_draft, hand_over, open_draft, prepare_hand_over, save_draft,
};
pub use mail::{AttachmentView, ChosenMail, OpenMail, hold_mail};
pub use record::{RecordMessage, TakeAttachment, record};
pub use template::{
    MergeTemplate, MergedMessage, OneTemplate, PreviewTemplate, SaveTemplate, TemplateFields,
    TemplatePreview, TemplateView, Templates, merge, preview_template, remove_template,
    save_template, templates,
};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::view::Done;

/// Names a candidate whose correspondence is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CorrespondenceOf {
    /// Whose.
    pub candidate: CandidateId,
}

/// Names one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OneMessage {
    /// Whose it is.
    pub candidate: CandidateId,
    /// Which.
    pub message: DocumentId,
}

/// A candidate's correspondence, as a viewer may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CorrespondenceView {
    /// The messages, the latest first.
    pub messages: Shown<Vec<MessageView>>,
    /// What the viewer's own draft is for, where there is one.
    pub draft: Option<MessagePurpose>,
    /// Whether this viewer may write and record messages.
    pub may_write: bool,
}

/// A message, without its words: opening it is in the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct MessageView {
    /// Which.
    pub message: DocumentId,
    /// Which way it went.
    pub direction: MessageDirection,
    /// How.
    pub channel: MessageChannel,
    /// What for.
    pub purpose: MessagePurpose,
    /// When.
    pub at: DateTime<Utc>,
    /// The title of the vacancy it is about; none where it is about none.
    pub vacancy_title: Option<String>,
    /// The name of the account that recorded or sent it.
    pub by: String,
}

/// A message with its words.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OpenedMessage {
    /// What is known without opening it.
    pub message: MessageView,
    /// The address it went to or came from, or the name of who spoke; empty where nobody said.
    pub with: String,
    /// Its subject; may be empty.
    pub subject: String,
    /// Its text.
    pub body: String,
}

impl std::fmt::Debug for OpenedMessage {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("OpenedMessage([withheld])")
    }
}

/// The classes that a message is of.
const CLASSES: [DataClass; 2] = [DataClass::Documents, DataClass::Contact];

/// Why a permit shows no correspondence; `None` where it shows it.
fn withheld(permit: &Permit<access::ReadCandidate>) -> Option<access::Refusal> {
    CLASSES
        .into_iter()
        .find_map(|class| match permit.class(class) {
            ClassAccess::Withheld(refusal) => Some(refusal),
            ClassAccess::Read | ClassAccess::Write => None,
            // Of a message nothing can be left out.
            ClassAccess::Status
            | ClassAccess::Aggregate
            | ClassAccess::Summary
            | ClassAccess::Submitted
            | ClassAccess::Own => Some(access::Refusal::NotInRelation),
        })
}

/// Whether a message about an application, or about none, may be seen.
fn is_shown(
    desk: &ReadDesk<'_>,
    reading: &Permit<access::ReadCandidate>,
    application: Option<ApplicationId>,
) -> Result<bool, Error> {
    let Some(application) = application else {
        return Ok(withheld(reading).is_none());
    };
    match desk.permit_on_application::<access::ReadCandidate>(application) {
        Ok(permit) => Ok(withheld(&permit).is_none()),
        Err(Error::Refused(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The messages of the permit's candidate that its viewer may see, with the titles of their vacancies.
pub(crate) fn seen(
    desk: &ReadDesk<'_>,
    reading: &Permit<access::ReadCandidate>,
) -> Result<Vec<(MessageRecord, Option<String>)>, Error> {
    let mut found = Vec::new();
    if withheld(reading).is_some() {
        return Ok(found);
    }
    let applications = desk.records.applications(reading)?;
    for record in desk.records.messages(reading)? {
        if is_shown(desk, reading, record.application)? {
            let title = record.application.and_then(|application| {
                let known = applications.iter().find(|known| known.id == application)?;
                Some(known.vacancy_title.as_str().to_owned())
            });
            found.push((record, title));
        }
    }
    Ok(found)
}

fn view(record: MessageRecord, vacancy_title: Option<String>, by: String) -> MessageView {
    MessageView {
        message: record.id,
        direction: record.direction,
        channel: record.channel,
        purpose: record.purpose,
        at: record.at,
        vacancy_title,
        by,
    }
}

/// A candidate's correspondence.
///
/// # Errors
/// A refusal for those who may not open the candidate.
pub fn list(desk: &ReadDesk<'_>, request: CorrespondenceOf) -> Result<CorrespondenceView, Error> {
    let permit = desk.permit_on_candidate::<access::ReadCandidate>(request.candidate)?;
    let may_write = desk.may::<access::EditCandidate>(permit.subject().clone());
    if let Some(refusal) = withheld(&permit) {
        return Ok(CorrespondenceView {
            messages: Shown::withheld(refusal),
            draft: None,
            may_write: false,
        });
    }
    let names = desk.names()?;
    let messages = seen(desk, &permit)?
        .into_iter()
        .map(|(record, title)| {
            let by = names.get(&record.added_by).cloned().unwrap_or_default();
            view(record, title, by)
        })
        .collect();
    let draft = desk.records.draft(&permit)?;
    Ok(CorrespondenceView {
        messages: Shown::Shown { value: messages },
        draft: draft.filter(|_| may_write).map(|draft| draft.purpose),
        may_write,
    })
}

/// Opens a message. That it was opened, and by whom, is in the journal before anyone has it.
///
/// # Errors
/// A refusal for those who may not open the candidate, or see no correspondence; [`Error::NotFound`] for a message that
/// they may not see.
pub fn open(desk: &mut WriteDesk<'_>, request: OneMessage) -> Result<OpenedMessage, Error> {
    let (permit, title, names) = desk.read(|desk| {
        let (permit, title) = seen_one(desk, request)?;
        Ok((permit, title, desk.names()?))
    })?;
    let (record, content) = desk
        .store
        .open_message(&permit, request.message, desk.now)?;
    let by = names.get(&record.added_by).cloned().unwrap_or_default();
    Ok(OpenedMessage {
        message: view(record, title, by),
        with: content.with.clone(),
        subject: content.subject.clone(),
        body: content.body.clone(),
    })
}

/// Takes a message out before its day.
///
/// # Errors
/// A refusal for those who may not edit the candidate or while a legal hold stands; [`Error::NotFound`] for a message they
/// may not see.
pub fn remove(desk: &mut WriteDesk<'_>, request: OneMessage) -> Result<Done, Error> {
    let permit = desk.read(|desk| {
        let permit = writing(desk, request.candidate)?;
        seen_one(desk, request)?;
        Ok(permit)
    })?;
    desk.store
        .remove_message(&permit, request.message, desk.now)?;
    Ok(Done { undo: None })
}

/// A permit to read a candidate, if a message of theirs may be seen, and the title of the vacancy it is about.
fn seen_one(
    desk: &ReadDesk<'_>,
    request: OneMessage,
) -> Result<(Permit<access::ReadCandidate>, Option<String>), Error> {
    let permit = desk.permit_on_candidate::<access::ReadCandidate>(request.candidate)?;
    if let Some(refusal) = withheld(&permit) {
        return Err(refusal.into());
    }
    let (_, title) = seen(desk, &permit)?
        .into_iter()
        .find(|(known, _)| known.id == request.message)
        .ok_or(Error::NotFound)?;
    Ok((permit, title))
}

/// Whether messages of a candidate may be recorded: asked before anybody chooses a file.
///
/// # Errors
/// A refusal for those who may not.
pub fn check_recording(desk: &ReadDesk<'_>, request: CorrespondenceOf) -> Result<(), Error> {
    writing(desk, request.candidate).map(drop)
}

/// Whether this viewer may write to a candidate.
///
/// # Errors
/// When the store can't be read.
pub(crate) fn may_write(desk: &ReadDesk<'_>, candidate: CandidateId) -> Result<bool, Error> {
    match writing(desk, candidate) {
        Ok(_) => Ok(true),
        Err(Error::Refused(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// A permit to write to a candidate and to record what they wrote: for those who may edit them and see how to reach them.
fn writing(
    desk: &ReadDesk<'_>,
    candidate: CandidateId,
) -> Result<Permit<access::EditCandidate>, Error> {
    let permit = desk.permit_on_candidate::<access::EditCandidate>(candidate)?;
    let reading = desk.permit_on_candidate::<access::ReadCandidate>(candidate)?;
    match withheld(&reading) {
        Some(refusal) => Err(refusal.into()),
        None => Ok(permit),
    }
}
