//! Documents of a candidate: CVs, letters, forms, references, what assessments produced, offers.
//!
//! Whoever may edit a candidate adds and takes out; each document is shown to those who may see its class of the
//! application it was collected for. None of it is taken back by undo: a file that was taken out is not kept anywhere.

mod file;
mod show;

use chrono::NaiveDate;
use domain::access::{self, ClassAccess, DataClass, Permit, Shown};
use domain::clock::london_date;
use domain::document::{DocumentKind, MediaType, take};
use domain::id::{ApplicationId, CandidateId, DocumentId};
use domain::rights::OpinionOf;
use domain::text::Line;
use serde::{Deserialize, Serialize};
use store::{About, ApplicationRecord, Detail, DocumentRecord, Entry, NewDocument};
use zeroize::Zeroizing;

pub(crate) use file::read_file;
pub use file::{NewFile, read_if_asked};
pub use show::{DocumentPart, ShowDocument, ShownDocument, show};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::rights::{AnnotationView, annotation_of};
use crate::view::{Done, number};

/// A document, as a viewer may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DocumentView {
    /// Which.
    pub document: DocumentId,
    /// What it is.
    pub kind: DocumentKind,
    /// What it is, where the kind does not say it.
    pub label: Option<String>,
    /// What its file was called.
    pub file_name: String,
    /// What its file is.
    pub media: MediaType,
    /// Whether its pages can be drawn here; else its words are all there is to see.
    pub is_drawn: bool,
    /// The size of its file, in bytes.
    pub bytes: u32,
    /// Whether words of it could be read.
    pub has_text: bool,
    /// The title of the vacancy it was collected for; none for the person's own.
    pub vacancy_title: Option<String>,
    /// The day it was added.
    pub added_on: NaiveDate,
    /// The name of the account that added it.
    pub added_by: String,
    /// What the person says of it, where it is what another found or wrote.
    pub annotation: Option<AnnotationView>,
    /// Whether this viewer may take it out.
    pub may_remove: bool,
}

/// What is said of documents to be added.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DocumentDetails {
    /// Whose they are.
    pub candidate: CandidateId,
    /// The application they were collected for; none for the person's own.
    pub application: Option<ApplicationId>,
    /// What they are.
    pub kind: DocumentKind,
    /// What they are, where the kind is another.
    pub label: Option<Line>,
}

/// Names one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OneDocument {
    /// Whose it is.
    pub candidate: CandidateId,
    /// Which.
    pub document: DocumentId,
}

/// The file of a document, or of a copy that is sealed.
#[derive(Debug)]
pub struct DocumentFile {
    /// What it is.
    pub media: MediaType,
    /// What is in it.
    pub content: Zeroizing<Vec<u8>>,
}

/// Whether a class is shown whole: of a document nothing can be left out.
const fn whole(access: ClassAccess) -> bool {
    matches!(access, ClassAccess::Read | ClassAccess::Write)
}

/// Whether a document may be seen. Whatever it is, it has names in it, so that it is shown to nobody who may not see
/// documents at all.
fn is_shown(
    desk: &ReadDesk<'_>,
    reading: &Permit<access::ReadCandidate>,
    document: &DocumentRecord,
) -> Result<bool, Error> {
    let shows = |permit: &Permit<access::ReadCandidate>| {
        [DataClass::Documents, document.kind.access_class()]
            .into_iter()
            .all(|class| whole(permit.class(class)))
    };
    if !whole(reading.class(DataClass::Documents)) {
        return Ok(false);
    }
    let Some(application) = document.application else {
        return Ok(shows(reading));
    };
    match desk.permit_on_application::<access::ReadCandidate>(application) {
        Ok(permit) => Ok(shows(&permit)),
        Err(Error::Refused(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The documents of the permit's candidate that its viewer may see, the latest first.
pub(crate) fn views(
    desk: &ReadDesk<'_>,
    reading: &Permit<access::ReadCandidate>,
    applications: &[ApplicationRecord],
) -> Result<Shown<Vec<DocumentView>>, Error> {
    if let ClassAccess::Withheld(refusal) = reading.class(DataClass::Documents) {
        return Ok(Shown::withheld(refusal));
    }
    let may_remove = desk.may::<access::EditCandidate>(reading.subject().clone());
    let names = desk.names()?;
    let annotations = desk.records.annotations(reading)?;
    let mut found = Vec::new();
    for record in desk.records.documents(reading)? {
        if !is_shown(desk, reading, &record)? {
            continue;
        }
        let vacancy_title = record.application.and_then(|application| {
            let known = applications.iter().find(|known| known.id == application)?;
            Some(known.vacancy_title.as_str().to_owned())
        });
        found.push(DocumentView {
            document: record.id,
            kind: record.kind,
            label: record.label.map(Into::into),
            file_name: record.file_name.into(),
            media: record.media,
            is_drawn: show::is_drawn(record.media),
            bytes: number(record.bytes),
            has_text: record.has_text,
            vacancy_title,
            added_on: london_date(record.added_at),
            added_by: names.get(&record.added_by).cloned().unwrap_or_default(),
            annotation: annotation_of(
                &annotations,
                OpinionOf::Document {
                    document: record.id,
                },
            ),
            may_remove,
        });
    }
    Ok(Shown::Shown { value: found })
}

/// Whether documents may be added: asked before anybody chooses files.
///
/// # Errors
/// As [`add`], but for files.
pub fn check(desk: &ReadDesk<'_>, details: DocumentDetails) -> Result<(), Error> {
    may_add(desk, &details).map(drop)
}

/// A permit to add documents, if what is said of them holds.
fn may_add(
    desk: &ReadDesk<'_>,
    details: &DocumentDetails,
) -> Result<Permit<access::EditCandidate>, Error> {
    let permit = desk.permit_on_candidate::<access::EditCandidate>(details.candidate)?;
    if let Some(application) = details.application {
        desk.records.application(&permit, application)?;
    }
    if !DocumentKind::OF_FILES.contains(&details.kind) {
        return Err(Error::invalid(
            "kind",
            "A message is recorded under Correspondence.",
        ));
    }
    if (details.kind == DocumentKind::Other) != details.label.is_some() {
        return Err(Error::invalid(
            "label",
            "Say in a few words what it is, where none of the kinds fits, and only there.",
        ));
    }
    Ok(permit)
}

/// Adds documents of a candidate: all of the files, or none.
///
/// # Errors
/// A refusal for those who may not edit the candidate; [`Error::Invalid`] for a file or a label that can't be taken.
pub fn add(
    desk: &mut WriteDesk<'_>,
    details: DocumentDetails,
    files: Vec<NewFile>,
) -> Result<Done, Error> {
    let permit = desk.read(|desk| may_add(desk, &details))?;
    let DocumentDetails {
        candidate,
        application,
        kind,
        label,
    } = details;
    let number = files.len();
    let mut sealed = Vec::with_capacity(number);
    for file in files {
        let media = take(&file.name, &file.content)
            .map_err(|not_taken| Error::invalid("file", not_taken.to_string()))?;
        let new = NewDocument {
            application,
            kind,
            label: label.clone(),
            file_name: file.name,
            media,
            content: file.content,
            text: file.text,
        };
        sealed.push(desk.store.seal_document(&permit, new, desk.now)?);
    }
    desk.write(&permit, |tx| {
        for document in &sealed {
            tx.insert_document(&permit, document)?;
        }
        let entry = Entry::new("add-documents")
            .about(About::Candidate(candidate))
            .with("kind", Detail::Word(kind.code()))
            .with(
                "number",
                Detail::Number(u64::try_from(number).unwrap_or(u64::MAX)),
            );
        Ok((Done { undo: None }, entry))
    })
}

/// Whether a document may still be seen: asked before more of one that is open is shown.
///
/// # Errors
/// As [`read`], but for those of the disk.
pub fn check_seen(desk: &ReadDesk<'_>, request: OneDocument) -> Result<(), Error> {
    seen(desk, &request).map(drop)
}

/// The file of a document. That it was opened, and by whom, is in the journal before anyone has it.
///
/// # Errors
/// A refusal for those who may not open the candidate, or see no documents; [`Error::NotFound`] for one that they may not
/// see.
pub fn read(desk: &mut WriteDesk<'_>, request: OneDocument) -> Result<DocumentFile, Error> {
    let permit = desk.read(|desk| seen(desk, &request))?;
    let (record, content) = desk
        .store
        .open_document(&permit, request.document, desk.now)?;
    Ok(DocumentFile {
        media: record.media,
        content,
    })
}

/// Takes a document out before its day.
///
/// # Errors
/// A refusal for those who may not edit the candidate or while a legal hold stands; [`Error::NotFound`] for a document
/// they may not see.
pub fn remove(desk: &mut WriteDesk<'_>, request: OneDocument) -> Result<Done, Error> {
    let permit = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::EditCandidate>(request.candidate)?;
        seen(desk, &request)?;
        Ok(permit)
    })?;
    desk.store
        .remove_document(&permit, request.document, desk.now)?;
    Ok(Done { undo: None })
}

/// A permit to read a candidate, if a document of theirs may be seen.
fn seen(
    desk: &ReadDesk<'_>,
    request: &OneDocument,
) -> Result<Permit<access::ReadCandidate>, Error> {
    let permit = desk.permit_on_candidate::<access::ReadCandidate>(request.candidate)?;
    if let ClassAccess::Withheld(refusal) = permit.class(DataClass::Documents) {
        return Err(refusal.into());
    }
    let record = desk.records.document(&permit, request.document)?;
    if is_shown(desk, &permit, &record)? {
        Ok(permit)
    } else {
        Err(Error::NotFound)
    }
}
