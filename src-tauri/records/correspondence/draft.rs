//! The draft of a message, one a candidate and author: kept as it is typed, and handed to a mail program.

use chrono::{DateTime, Utc};
use domain::access::{self, Permit};
use domain::correspondence::{MessageChannel, MessageDirection, MessagePurpose, sensitive_words};
use domain::id::{ApplicationId, CandidateId, ReserveEntryId, VacancyId};
use domain::notice::NoticeChannel;
use domain::reserve::ContactChannel;
use domain::text::Prose;
use report::{OutgoingMail, TooLong};
use serde::{Deserialize, Serialize};
use store::{Detail, MessageContent, MessageDraftRecord, NewMessage};

use super::check::{address, lacks, left, stands};
use super::{CorrespondenceOf, writing};
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::notice;
use crate::reserve::{self, RecordContact};
use crate::view::Done;

/// Keeps what is typed.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SaveMessageDraft {
    /// To whom.
    pub candidate: CandidateId,
    /// The application it is about.
    pub application: Option<ApplicationId>,
    /// What for.
    pub purpose: MessagePurpose,
    /// The subject so far.
    pub subject: Prose,
    /// The text so far.
    pub body: Prose,
}

impl std::fmt::Debug for SaveMessageDraft {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("SaveMessageDraft([withheld])")
    }
}

/// A draft is on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SavedMessageDraft {
    /// Since when.
    pub saved_at: DateTime<Utc>,
}

/// A draft with its words.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct MessageDraft {
    /// Whether there is one; the rest is empty where there is none.
    pub is_there: bool,
    /// The application it is about.
    pub application: Option<ApplicationId>,
    /// What for.
    pub purpose: MessagePurpose,
    /// The subject so far.
    pub subject: String,
    /// The text so far.
    pub body: String,
    /// When it was last written.
    pub saved_at: Option<DateTime<Utc>>,
}

impl std::fmt::Debug for MessageDraft {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("MessageDraft([withheld])")
    }
}

/// How a message is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum HandOverWay {
    /// As a file that a mail program opens.
    File,
    /// To the mail program that the system has.
    MailProgram,
}

/// Hands the draft over to a mail program; from then on it is a message that went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct HandOver {
    /// To whom it goes.
    pub candidate: CandidateId,
    /// How.
    pub way: HandOverWay,
    /// Whether its author looked at the words that may give something away, and stands by them (COL-10).
    pub confirmed: bool,
    /// The place on the reserve list by which they are contacted, where they are: with a message for the reserve list that
    /// is recorded too.
    pub listed: Option<ListedFor>,
    /// Whether it carries the privacy notice: that they were given it by e-mail today is recorded too.
    pub carries_notice: bool,
}

/// A place on the reserve list, and the vacancy that somebody is contacted about by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ListedFor {
    /// The place.
    pub entry: ReserveEntryId,
    /// The vacancy.
    pub vacancy: VacancyId,
}

/// What a mail program is given.
#[derive(Debug)]
pub enum HandedOver {
    /// A file.
    File(Vec<u8>),
    /// An address.
    Address(String),
}

/// Keeps a draft.
///
/// # Errors
/// A refusal for those who may not write to the candidate.
pub fn save_draft(
    desk: &mut WriteDesk<'_>,
    request: SaveMessageDraft,
) -> Result<SavedMessageDraft, Error> {
    let permit = desk.read(|desk| {
        let permit = writing(desk, request.candidate)?;
        if let Some(application) = request.application {
            desk.records.application(&permit, application)?;
        }
        Ok(permit)
    })?;
    let new = NewMessage {
        application: request.application,
        direction: MessageDirection::Out,
        channel: MessageChannel::Email,
        purpose: request.purpose,
        at: None,
        content: MessageContent {
            with: String::new(),
            subject: request.subject.into(),
            body: request.body.into(),
            saved_at: desk.now.timestamp(),
        },
    };
    desk.store.keep_draft(&permit, &new, desk.now)?;
    Ok(SavedMessageDraft { saved_at: desk.now })
}

/// The draft that the viewer writes to a candidate.
///
/// # Errors
/// A refusal for those who may not write to the candidate.
pub fn open_draft(
    desk: &mut WriteDesk<'_>,
    request: CorrespondenceOf,
) -> Result<MessageDraft, Error> {
    let permit = desk.read(|desk| writing(desk, request.candidate))?;
    Ok(match desk.store.open_draft(&permit)? {
        Some((draft, content)) => MessageDraft {
            is_there: true,
            application: draft.application,
            purpose: draft.purpose,
            subject: content.subject.clone(),
            body: content.body.clone(),
            saved_at: DateTime::from_timestamp(content.saved_at, 0),
        },
        None => MessageDraft {
            is_there: false,
            application: None,
            purpose: MessagePurpose::Reply,
            subject: String::new(),
            body: String::new(),
            saved_at: None,
        },
    })
}

/// Throws the viewer's draft away.
///
/// # Errors
/// A refusal for those who may not write to the candidate, or while a legal hold stands.
pub fn discard_draft(desk: &mut WriteDesk<'_>, request: CorrespondenceOf) -> Result<Done, Error> {
    let permit = desk.read(|desk| writing(desk, request.candidate))?;
    desk.store.discard_draft(&permit, desk.now)?;
    Ok(Done { undo: None })
}

/// What a mail program is to be given, where the draft may go. It stays a draft until [`hand_over`] says that it went.
///
/// # Errors
/// A refusal for those who may not write to the candidate; [`Error::Rule`] where nothing allows the message, words of it
/// are not confirmed, it lacks how to hear no more, or nobody on the list may be contacted; [`Error::Invalid`] where a merge field still stands in it, or it is
/// empty or too long for an address.
pub fn prepare_hand_over(desk: &mut WriteDesk<'_>, request: HandOver) -> Result<HandedOver, Error> {
    let Ready { mail, .. } = ready(desk, request)?;
    Ok(match request.way {
        HandOverWay::File => HandedOver::File(mail.eml()),
        HandOverWay::MailProgram => HandedOver::Address(mail.mailto().map_err(too_long)?),
    })
}

/// The mail program has it: the draft is a message that went out, and where it contacts somebody on the reserve list that
/// is recorded, once: a draft goes out once.
///
/// # Errors
/// As [`prepare_hand_over`].
pub fn hand_over(desk: &mut WriteDesk<'_>, request: HandOver) -> Result<Done, Error> {
    let Ready {
        permit,
        content,
        warned,
        contact,
        ..
    } = ready(desk, request)?;
    let way = match request.way {
        HandOverWay::File => "file",
        HandOverWay::MailProgram => "mail-program",
    };
    desk.store.send_draft(
        &permit,
        &content,
        |entry| {
            let entry = entry.with("way", Detail::Word(way));
            if warned {
                entry.with("confirmed", Detail::Word("sensitive-words"))
            } else {
                entry
            }
        },
        desk.now,
    )?;
    if let Some((permit, contact)) = contact {
        reserve::write_contact(desk, &permit, contact)?;
    }
    if request.carries_notice {
        notice::record_carried(desk, request.candidate, desk.today, NoticeChannel::Email)?;
    }
    Ok(Done { undo: None })
}

fn too_long(_: TooLong) -> Error {
    Error::invalid(
        "body",
        "The message is too long to be handed to the mail program directly. Save it as an .eml file instead.",
    )
}

/// A draft that may go.
struct Ready {
    permit: Permit<access::EditCandidate>,
    content: MessageContent,
    mail: OutgoingMail,
    warned: bool,
    contact: Option<(Permit<access::RecordPermission>, RecordContact)>,
}

fn ready(desk: &mut WriteDesk<'_>, request: HandOver) -> Result<Ready, Error> {
    let permit = desk.read(|desk| writing(desk, request.candidate))?;
    let (draft, mut content) = desk.store.open_draft(&permit)?.ok_or(Error::NotFound)?;
    let listed = request
        .listed
        .filter(|_| draft.purpose == MessagePurpose::ReserveList);
    let (to, contact) = desk.read(|desk| {
        let basis = stands(
            desk,
            &permit,
            draft.purpose,
            draft.application,
            request.carries_notice,
        )?;
        basis.map_err(|refusal| Error::rule(refusal.rule(), refusal.sentence()))?;
        if request.carries_notice {
            notice::in_force(desk)?.ok_or_else(notice::none_in_force)?;
        }
        let contact = listed
            .map(|ListedFor { entry, vacancy }| {
                let contact = RecordContact {
                    candidate: request.candidate,
                    entry,
                    vacancy,
                    on: desk.today,
                    channel: ContactChannel::Email,
                };
                Ok::<_, Error>((reserve::may_contact(desk, contact)?, contact))
            })
            .transpose()?;
        Ok((address(desk, &permit)?, contact))
    })?;
    let warned = complete(&draft, &content, request.confirmed)?;
    content.with = to.clone().unwrap_or_default();
    let mail = OutgoingMail {
        to,
        subject: content.subject.clone(),
        body: content.body.clone(),
    };
    if request.way == HandOverWay::MailProgram {
        mail.mailto().map_err(too_long)?;
    }
    Ok(Ready {
        permit,
        content,
        mail,
        warned,
        contact,
    })
}

/// Whether a draft is whole; whether words of it were confirmed.
fn complete(
    draft: &MessageDraftRecord,
    content: &MessageContent,
    confirmed: bool,
) -> Result<bool, Error> {
    if content.subject.is_empty() {
        return Err(Error::invalid("subject", "Enter a subject."));
    }
    if content.body.is_empty() {
        return Err(Error::invalid("body", "Write something first."));
    }
    for (field, text) in [("subject", &content.subject), ("body", &content.body)] {
        let unfilled = left(text);
        if !unfilled.is_empty() {
            let fields = unfilled.join(", ");
            return Err(Error::invalid(
                field,
                format!("Put something in the place of {fields} first."),
            ));
        }
    }
    if let Some(sentence) = lacks(draft.purpose, &content.body) {
        return Err(Error::rule(
            "CON-11",
            format!(
                "Whoever did not ask for a message is told in it how to hear no more. Add: “{sentence}”"
            ),
        ));
    }
    let text = [content.subject.as_str(), content.body.as_str()].join("\n");
    unless_confirmed(&text, confirmed)
}

/// Refuses words that may give away what is nobody's business, unless their author stands by them (COL-10).
pub(super) fn unless_confirmed(text: &str, confirmed: bool) -> Result<bool, Error> {
    let warned = !sensitive_words(text).is_empty();
    if warned && !confirmed {
        return Err(Error::rule(
            "COL-10",
            "Words of it may tell of health, religion, politics or something else that is nobody’s business. Write it \
             anew, or say that it has to be there.",
        ));
    }
    Ok(warned)
}
