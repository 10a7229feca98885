//! `document`: documents of a candidate.

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use domain::access::Shown;
use domain::clock::Clock;
use domain::document::DocumentKind;
use domain::id::CandidateId;
use domain::text::Line;
use records::candidate::OpenCandidate;
use records::document::{self, DocumentDetails, DocumentView, NewFile};
use records::{Error, ReadDesk, Unwatched, WriteDesk, candidate, text_problem};
use serde::Serialize;
use uuid::Uuid;

use super::closing;
use crate::arguments::{Arguments, Kind};
use crate::failure::Failure;
use crate::{say, sign_in};

/// Adds files as documents.
pub(crate) fn add(
    arguments: &Arguments,
    files: &[PathBuf],
    (candidate, kind, label): (Uuid, Kind, Option<&str>),
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let label = label
        .map(Line::parse)
        .transpose()
        .map_err(|error| Error::invalid("label", text_problem(error)))?;
    // Before signing in: a file that can't be taken is told apart without the store being touched at all.
    let files = files
        .iter()
        .map(|file| NewFile::read(file))
        .collect::<Result<Vec<_>, _>>()?;
    let added = Added {
        documents: files.len(),
        with_text: files.iter().filter(|file| file.text.is_some()).count(),
    };
    let details = DocumentDetails {
        candidate: CandidateId::from_uuid(candidate),
        application: None,
        kind: kind_of(kind),
        label,
    };
    let (store, session) = sign_in::open(arguments, clock)?;
    closing(store, |store| {
        WriteDesk::noted(
            store,
            &session,
            clock,
            &Unwatched,
            "add_documents",
            |desk| document::add(desk, details, files),
        )
        .map_err(Failure::from)
    })?;
    say::answer(arguments.json, &added, || {
        vec![format!(
            "Added {} documents; {} of them can be found by their words.",
            added.documents, added.with_text
        )]
    });
    Ok(ExitCode::SUCCESS)
}

#[derive(Serialize)]
struct Added {
    documents: usize,
    with_text: usize,
}

/// Lists the documents of a candidate.
pub(crate) fn list(
    arguments: &Arguments,
    candidate: Uuid,
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let (store, session) = sign_in::open(arguments, clock)?;
    let candidate = CandidateId::from_uuid(candidate);
    let view = closing(store, |store| {
        ReadDesk::noted(store, &session, clock, "open_candidate", |desk| {
            candidate::open(desk, OpenCandidate { candidate })
        })
        .map_err(Failure::from)
    })?;
    let listed = match view.documents {
        Shown::Shown { value } => Listed {
            documents: value.into_iter().map(Row::from).collect(),
            withheld: None,
        },
        Shown::Withheld { because, .. } => Listed {
            documents: Vec::new(),
            withheld: Some(because),
        },
    };
    say::answer(arguments.json, &listed, || {
        let mut lines: Vec<String> = listed
            .documents
            .iter()
            .map(|row| {
                format!(
                    "{}  {}  {}  {} bytes  {}",
                    row.document,
                    row.label.as_deref().unwrap_or(row.kind),
                    row.name,
                    row.bytes,
                    row.added_on
                )
            })
            .collect();
        lines.push(match &listed.withheld {
            Some(because) => because.clone(),
            None => format!("{} documents.", listed.documents.len()),
        });
        lines
    });
    Ok(ExitCode::SUCCESS)
}

#[derive(Serialize)]
struct Listed {
    documents: Vec<Row>,
    withheld: Option<String>,
}

#[derive(Serialize)]
struct Row {
    document: String,
    kind: &'static str,
    label: Option<String>,
    name: String,
    bytes: u32,
    has_text: bool,
    added_on: NaiveDate,
}

impl From<DocumentView> for Row {
    fn from(view: DocumentView) -> Self {
        Self {
            document: view.document.uuid().to_string(),
            kind: view.kind.code(),
            label: view.label,
            name: view.file_name,
            bytes: view.bytes,
            has_text: view.has_text,
            added_on: view.added_on,
        }
    }
}

const fn kind_of(kind: Kind) -> DocumentKind {
    match kind {
        Kind::Cv => DocumentKind::Cv,
        Kind::Letter => DocumentKind::Letter,
        Kind::ApplicationForm => DocumentKind::ApplicationForm,
        Kind::Reference => DocumentKind::Reference,
        Kind::Assessment => DocumentKind::Assessment,
        Kind::Offer => DocumentKind::Offer,
        Kind::Other => DocumentKind::Other,
    }
}
