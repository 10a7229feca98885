//! A message that a mail program saved, read and held in memory until it is recorded.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use chrono::{DateTime, Utc};
use domain::document::{FileName, LARGEST, NotTaken, take};
use domain::id::CandidateId;
use intake::IntakeError;
use intake::document::apart;
use intake::mail::Mail;
use serde::Serialize;
use zeroize::Zeroizing;

use super::writing;
use crate::desk::ReadDesk;
use crate::document::NewFile;
use crate::error::Error;
use crate::view::number;

/// A message that was read from a file.
#[derive(Debug)]
pub struct OpenMail {
    view: ChosenMail,
    /// The attachments that can be documents, by their number.
    files: Vec<Option<NewFile>>,
}

/// A message that was read from a file, as it is shown before it is recorded.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ChosenMail {
    /// What it is recorded by; none where no file was chosen, and the rest is then empty.
    pub number: Option<u32>,
    /// Its subject.
    pub subject: String,
    /// The address it came from, or the name where it tells none.
    pub from: String,
    /// When it was sent, where it tells.
    pub sent_at: Option<DateTime<Utc>>,
    /// Its text.
    pub body: String,
    /// Whether there was more text than is kept.
    pub cut: bool,
    /// What was attached.
    pub attachments: Vec<AttachmentView>,
    /// How many attachments are left out, since there are too many.
    pub left_out: u32,
    /// Whether it came from an address of the candidate.
    pub is_theirs: bool,
}

/// A file that was attached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AttachmentView {
    /// What it was called.
    pub name: String,
    /// Its size, in bytes.
    pub bytes: u32,
    /// Why it can't be a document; none where it can.
    pub problem: Option<String>,
}

impl std::fmt::Debug for ChosenMail {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "ChosenMail({} attachments)",
            self.attachments.len()
        )
    }
}

impl ChosenMail {
    /// No file was chosen.
    pub const fn none() -> Self {
        Self {
            number: None,
            subject: String::new(),
            from: String::new(),
            sent_at: None,
            body: String::new(),
            cut: false,
            attachments: Vec::new(),
            left_out: 0,
            is_theirs: false,
        }
    }
}

impl OpenMail {
    /// Reads a message from the disk, no larger than is taken, by a process of its own.
    ///
    /// # Errors
    /// [`Error::Import`] when it can't be read, [`Error::Invalid`] when it is no message.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let most = u64::try_from(LARGEST).unwrap_or(u64::MAX);
        let mut content = Zeroizing::new(Vec::new());
        File::open(path)
            .and_then(|file| file.take(most.saturating_add(1)).read_to_end(&mut content))
            .map_err(|error| Error::Import(IntakeError::from_io(&error)))?;
        Self::of(&content)
    }

    /// Reads a message.
    ///
    /// # Errors
    /// [`Error::Invalid`] when it is none, or larger than is taken.
    pub fn of(content: &[u8]) -> Result<Self, Error> {
        if content.len() > LARGEST {
            return Err(Error::invalid("file", NotTaken::TooLarge.to_string()));
        }
        let mail = apart::read_mail(content).ok_or_else(|| {
            Error::invalid(
                "file",
                "This is no message that can be read. Save it from the mail program as .eml or .msg, or paste its text.",
            )
        })?;
        Ok(Self::from_mail(&mail))
    }

    /// What is shown of a message that was read, and which of its attachments can be documents.
    pub fn from_mail(mail: &Mail) -> Self {
        let (mut attachments, mut files) = (Vec::new(), Vec::new());
        for (place, attached) in mail.attachments.iter().enumerate() {
            let named = FileName::parse(&attached.name)
                .or_else(|_error| FileName::parse(&format!("attachment-{}", place + 1)));
            let Ok(name) = named else { continue };
            let taken = take(&name, &attached.content);
            attachments.push(AttachmentView {
                name: name.as_str().to_owned(),
                bytes: number(attached.content.len()),
                problem: taken.err().map(|problem| problem.to_string()),
            });
            files.push(taken.ok().map(|media| NewFile {
                text: apart::read(media, &attached.content),
                name,
                content: Zeroizing::new(attached.content.clone()),
            }));
        }
        let from = mail.from.clone().or_else(|| mail.from_name.clone());
        Self {
            view: ChosenMail {
                number: None,
                subject: mail.subject.clone(),
                from: from.unwrap_or_default(),
                sent_at: mail.sent(),
                body: mail.text.clone(),
                cut: mail.cut,
                attachments,
                left_out: mail.left_out,
                is_theirs: false,
            },
            files,
        }
    }

    /// When it was sent, where it tells.
    pub(super) const fn sent_at(&self) -> Option<DateTime<Utc>> {
        self.view.sent_at
    }

    /// Takes an attachment by its number.
    pub(super) fn take(&mut self, attachment: u32) -> Option<NewFile> {
        let place = usize::try_from(attachment).ok()?;
        self.files.get_mut(place)?.take()
    }
}

/// Holds a message until it is recorded, another one is chosen, or the window is locked.
///
/// # Errors
/// A refusal for those who may not record messages of the candidate.
pub fn hold_mail(
    desk: &ReadDesk<'_>,
    (candidate, mut mail): (CandidateId, OpenMail),
) -> Result<ChosenMail, Error> {
    let permit = writing(desk, candidate)?;
    let full = desk.records.candidate(&permit)?.full;
    let contact = full.map(|full| full.contact).unwrap_or_default();
    let from = domain::text::fold(&mail.view.from);
    mail.view.is_theirs = contact.emails.iter().any(|email| email.key() == from);
    let mut held = desk.session.held();
    let number = held.number();
    mail.view.number = Some(number);
    let view = mail.view.clone();
    held.mail = Some((number, mail));
    Ok(view)
}
