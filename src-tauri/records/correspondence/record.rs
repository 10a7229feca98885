//! Recording a message that came in or went out outside the program: pasted, or read from a file, with its attachments.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::clock::london_date;
use domain::correspondence::{MessageChannel, MessageDirection, MessagePurpose};
use domain::document::{DocumentKind, take};
use domain::id::{ApplicationId, CandidateId};
use domain::text::{Line, Prose};
use serde::{Deserialize, Serialize};
use store::{About, Detail, Entry, MessageContent, NewDocument, NewMessage};

use super::check::stands;
use super::draft::unless_confirmed;
use super::writing;
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::view::Done;

/// Records a message.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RecordMessage {
    /// With whom.
    pub candidate: CandidateId,
    /// The application it is about.
    pub application: Option<ApplicationId>,
    /// Which way it went.
    pub direction: MessageDirection,
    /// How.
    pub channel: MessageChannel,
    /// What for.
    pub purpose: MessagePurpose,
    /// The day it came in or went out.
    pub on: NaiveDate,
    /// The address it went to or came from, or the name of who spoke.
    pub with: Option<Line>,
    /// Its subject, where it has one.
    pub subject: Option<Line>,
    /// Its text, or what was said.
    pub body: Prose,
    /// Whether its author looked at the words that may give something away, and stands by them (COL-10).
    pub confirmed: bool,
    /// The message that was chosen from a file, where it is that.
    pub mail: Option<u32>,
    /// Which of its attachments become documents.
    pub attachments: Vec<TakeAttachment>,
}

impl std::fmt::Debug for RecordMessage {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("RecordMessage([withheld])")
    }
}

/// An attachment that becomes a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct TakeAttachment {
    /// Its place among the attachments, counted from nought.
    pub place: u32,
    /// What it is.
    pub kind: DocumentKind,
}

/// What an attachment of another kind is, said in the document's label.
const SENT_WITH: &str = "Sent with a message";

/// Records a message and its attachments, all of them or nothing.
///
/// # Errors
/// A refusal for those who may not record messages of the candidate; [`Error::Invalid`] for a day to come, an empty text,
/// or an attachment that can't be taken; [`Error::Rule`] where words that somebody here wrote are not confirmed.
pub fn record(desk: &mut WriteDesk<'_>, request: RecordMessage) -> Result<Done, Error> {
    let (permit, basis) = desk.read(|desk| {
        let permit = writing(desk, request.candidate)?;
        let basis = stands(desk, &permit, request.purpose, request.application, false)?;
        Ok((permit, basis))
    })?;
    desk.not_in_future("on", request.on)?;
    if request.body.as_str().is_empty() {
        return Err(Error::invalid("body", "Enter what was said or written."));
    }
    let warned =
        is_written_here(&request) && unless_confirmed(&text_of(&request), request.confirmed)?;
    let mut files = Vec::new();
    let mut sent_at = None;
    if let Some(number) = request.mail {
        let mut held = desk.session.held();
        let (_, mail) = held
            .mail
            .as_mut()
            .filter(|(held, _)| *held == number)
            .ok_or(Error::Stale)?;
        sent_at = mail.sent_at();
        for wanted in &request.attachments {
            let file = mail.take(wanted.place).ok_or(Error::Stale)?;
            files.push((wanted.kind, file));
        }
    }
    let mut documents = Vec::new();
    let number = files.len();
    for (kind, file) in files {
        let media = take(&file.name, &file.content)
            .map_err(|not_taken| Error::invalid("file", not_taken.to_string()))?;
        let label = (kind == DocumentKind::Other)
            .then(|| Line::parse(SENT_WITH).ok())
            .flatten();
        let new = NewDocument {
            application: request.application,
            kind,
            label,
            file_name: file.name,
            media,
            content: file.content,
            text: file.text,
        };
        documents.push(desk.store.seal_document(&permit, new, desk.now)?);
    }
    let new = NewMessage {
        application: request.application,
        direction: request.direction,
        channel: request.channel,
        purpose: request.purpose,
        at: Some(instant(request.on, sent_at, desk.now)),
        content: MessageContent {
            with: request.with.map(Into::into).unwrap_or_default(),
            subject: request.subject.map(Into::into).unwrap_or_default(),
            body: request.body.into(),
            saved_at: desk.now.timestamp(),
        },
    };
    let sealed = desk.store.seal_message(&permit, &new, desk.now)?;
    desk.write(&permit, |tx| {
        tx.insert_message(&permit, &sealed)?;
        for document in &documents {
            tx.insert_document(&permit, document)?;
        }
        let mut entry = Entry::new("record-message")
            .about(About::Candidate(request.candidate))
            .with("direction", Detail::Word(request.direction.code()))
            .with("message", Detail::Word(request.purpose.code()))
            .with(
                "attachments",
                Detail::Number(u64::try_from(number).unwrap_or(u64::MAX)),
            );
        if request.direction == MessageDirection::Out {
            let stood_on = basis.map_or("none", |basis| basis.purpose);
            entry = entry.with("basis", Detail::Word(stood_on));
        }
        if warned {
            entry = entry.with("confirmed", Detail::Word("sensitive-words"));
        }
        Ok(((), entry))
    })?;
    desk.session.held().mail = None;
    Ok(Done { undo: None })
}

/// Whether somebody here chose the words: what went out, and what was said, which somebody here wrote down.
const fn is_written_here(request: &RecordMessage) -> bool {
    match (request.direction, request.channel) {
        (MessageDirection::Out, _) | (_, MessageChannel::Telephone | MessageChannel::InPerson) => {
            true
        }
        (
            MessageDirection::In,
            MessageChannel::Email | MessageChannel::Letter | MessageChannel::Text,
        ) => false,
    }
}

fn text_of(request: &RecordMessage) -> String {
    let subject = request.subject.as_ref().map_or("", Line::as_str);
    [subject, request.body.as_str()].join("\n")
}

/// The instant of a message: as its file tells, where that is the day, or else noon, and never after now.
fn instant(on: NaiveDate, sent_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> DateTime<Utc> {
    let noon = on.and_time(NaiveTime::MIN).and_utc() + chrono::Duration::hours(12);
    sent_at
        .filter(|sent_at| london_date(*sent_at) == on)
        .unwrap_or(noon)
        .min(now)
}
