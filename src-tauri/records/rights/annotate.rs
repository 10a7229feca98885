//! What somebody says of what others found or wrote of them: an opinion is not corrected, their view is put beside it
//! (RULEBOOK DSR-10; UK GDPR Art 16).

use chrono::NaiveDate;
use domain::access::{self, DataClass, Permit, Shown};
use domain::deadline::Right;
use domain::document::DocumentKind;
use domain::id::RightsRequestId;
use domain::rights::{OpinionOf, check_note};
use domain::text::Prose;
use serde::{Deserialize, Serialize};
use store::{Annotation, Detail};

use super::{OneRequest, answering, entry, find, refused};
use crate::desk::{ReadDesk, WriteDesk};
use crate::document;
use crate::error::Error;
use crate::view::Done;

/// What somebody says of an opinion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AnnotationView {
    /// What they say.
    pub words: String,
    /// The day it was noted.
    pub on: NaiveDate,
}

/// An opinion of somebody that this viewer may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OpinionRow {
    /// Which.
    pub of: OpinionOf,
    /// What kind of document it is; `None` for feedback.
    pub document: Option<DocumentKind>,
    /// Whose feedback; `None` for a document.
    pub by: Option<String>,
    /// For which role; `None` for a document that is for none.
    pub role: Option<String>,
    /// The day of the interview, or on which the document was added.
    pub on: NaiveDate,
    /// What they say of it.
    pub annotation: Option<AnnotationView>,
}

/// The opinions of whom a request is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OpinionsView {
    /// Feedback by the day of its interview, then documents.
    pub rows: Vec<OpinionRow>,
}

/// Notes what somebody says of an opinion, in the place of what they said before.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AnnotateOpinion {
    /// By which request.
    pub request: RightsRequestId,
    /// The revision the page saw.
    pub revision: u32,
    /// Of which opinion.
    pub of: OpinionOf,
    /// What they say, in their words or near them.
    pub words: Prose,
}

/// What is said of one opinion among all that is.
pub(crate) fn of(annotations: &[Annotation], opinion: OpinionOf) -> Option<AnnotationView> {
    annotations
        .iter()
        .find(|annotation| annotation.of == opinion)
        .map(|annotation| AnnotationView {
            words: annotation.words.as_str().to_owned(),
            on: annotation.on,
        })
}

/// The opinions of whom a request is about, as far as this viewer may see them.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer, and for whoever may not see whom it is about.
pub fn opinions(desk: &ReadDesk<'_>, request: OneRequest) -> Result<OpinionsView, Error> {
    desk.permit_on_organisation::<access::KeepRegisters>()?;
    let record = find(desk, request.request)?;
    let Some(candidate) = record.candidate else {
        return Ok(OpinionsView { rows: Vec::new() });
    };
    let reading = desk.permit_on_candidate::<access::ReadCandidate>(candidate)?;
    Ok(OpinionsView {
        rows: rows(desk, &reading)?,
    })
}

fn rows(
    desk: &ReadDesk<'_>,
    reading: &Permit<access::ReadCandidate>,
) -> Result<Vec<OpinionRow>, Error> {
    let annotations = desk.records.annotations(reading)?;
    let names = desk.names()?;
    let mut rows = Vec::new();
    if reading.class(DataClass::Assessment).reads() {
        for feedback in desk.records.feedback_of(reading)? {
            let opinion = OpinionOf::Feedback {
                interview: feedback.interview,
                account: feedback.account,
            };
            rows.push(OpinionRow {
                of: opinion,
                document: None,
                by: Some(names.get(&feedback.account).cloned().unwrap_or_default()),
                role: Some(feedback.vacancy_title.into()),
                on: feedback.held_on,
                annotation: of(&annotations, opinion),
            });
        }
    }
    let applications = desk.records.applications(reading)?;
    if let Shown::Shown { value } = document::views(desk, reading, &applications)? {
        for view in value {
            if !is_opinion(view.kind) {
                continue;
            }
            rows.push(OpinionRow {
                of: OpinionOf::Document {
                    document: view.document,
                },
                document: Some(view.kind),
                by: None,
                role: view.vacancy_title,
                on: view.added_on,
                annotation: view.annotation,
            });
        }
    }
    Ok(rows)
}

/// Whether a document is what another found or wrote.
const fn is_opinion(kind: DocumentKind) -> bool {
    match kind {
        DocumentKind::Reference | DocumentKind::Assessment => true,
        DocumentKind::Cv
        | DocumentKind::Letter
        | DocumentKind::ApplicationForm
        | DocumentKind::Offer
        | DocumentKind::Other
        | DocumentKind::Message => false,
    }
}

/// Notes what somebody says of an opinion. It stands beside it wherever it is shown, and in what is given to them.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Rule`] where the request asks for no correction or
/// was answered; [`Error::NotFound`] for an opinion that this viewer may not see; [`Error::Invalid`] without words.
pub fn annotate(desk: &mut WriteDesk<'_>, request: AnnotateOpinion) -> Result<Done, Error> {
    let answering = answering(desk, request.request, request.revision)?;
    let record = &answering.record;
    check_note(&record.case, desk.today).map_err(refused)?;
    if !record.case.uses(Right::Rectification) {
        return Err(Error::rule(
            "DSR-10",
            "This request does not ask to have anything corrected (rule DSR-10).",
        ));
    }
    if request.words.as_str().is_empty() {
        return Err(Error::invalid("words", "Say how they see it."));
    }
    let candidate = record.candidate.ok_or(Error::NotFound)?;
    desk.read(|desk| {
        let reading = desk.permit_on_candidate::<access::ReadCandidate>(candidate)?;
        let known = rows(desk, &reading)?;
        known
            .iter()
            .find(|row| row.of == request.of)
            .map(drop)
            .ok_or(Error::NotFound)
    })?;
    let permit = &answering.permit;
    desk.write(permit, |tx| {
        tx.annotate(permit, record.id, candidate, request.of, &request.words)?;
        tx.update_request(permit, record)?;
        let of = match request.of {
            OpinionOf::Feedback { .. } => "feedback",
            OpinionOf::Document { .. } => "document",
        };
        let said = entry("annotate-opinion", record.id).with("of", Detail::Word(of));
        Ok::<_, Error>(((), said))
    })?;
    Ok(Done { undo: None })
}
