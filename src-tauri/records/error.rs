//! Why a use case did not happen. Nothing was changed.

use domain::access::Refusal;
use domain::text::TextError;
use intake::IntakeError;
use report::PageError;
use store::{BackupError, OpenError, StoreError};
use thiserror::Error;

/// Why a use case did not happen.
#[derive(Debug, Error)]
pub enum Error {
    /// The access check said no.
    #[error("refused by rule {}", .0.rule())]
    Refused(Refusal),
    /// A rule of retention, permission or the reserve list said no.
    #[error("refused by rule {rule}")]
    Rule {
        /// The rule.
        rule: &'static str,
        /// Why, in one sentence.
        sentence: String,
    },
    /// There is no such record, or none that this viewer may know of.
    #[error("no such record")]
    NotFound,
    /// The record was changed since it was opened.
    #[error("the record was changed meanwhile")]
    Stale,
    /// Something typed can't be taken.
    #[error("{} fields can't be taken", .0.len())]
    Invalid(Vec<Problem>),
    /// The file can't be imported.
    #[error(transparent)]
    Import(#[from] IntakeError),
    /// A document can't be set.
    #[error(transparent)]
    Page(#[from] PageError),
    /// The work was stopped as asked.
    #[error("stopped as asked")]
    Cancelled,
    /// A backup was not made, or not put back.
    #[error(transparent)]
    Backup(BackupError),
    /// The store can't be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Reading or writing failed.
    #[error(transparent)]
    Store(StoreError),
}

/// One field that can't be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field, as the request names it.
    pub field: &'static str,
    /// What is wrong and how to put it right, in one sentence.
    pub sentence: String,
}

impl Error {
    /// One field that can't be taken.
    pub fn invalid(field: &'static str, sentence: impl Into<String>) -> Self {
        Self::Invalid(vec![Problem {
            field,
            sentence: sentence.into(),
        }])
    }

    /// A rule's no.
    pub fn rule(rule: &'static str, sentence: impl Into<String>) -> Self {
        Self::Rule {
            rule,
            sentence: sentence.into(),
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<BackupError> for Error {
    fn from(error: BackupError) -> Self {
        match error {
            BackupError::Open(error) => Self::Open(error),
            BackupError::Store(error) => error.into(),
            other @ (BackupError::AlreadyThere
            | BackupError::Inside
            | BackupError::Name
            | BackupError::Fault(_)
            | BackupError::TooOld { .. }
            | BackupError::SealedKeysMissing
            | BackupError::Place(_)) => Self::Backup(other),
        }
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        if matches!(error, StoreError::NotFound) {
            Self::NotFound
        } else if matches!(error, StoreError::Stale { .. }) {
            Self::Stale
        } else if matches!(error, StoreError::NotHeld) {
            Self::rule(
                "ACC-03",
                "This needs the key to a sealed class that you do not hold. Ask someone who does (rule ACC-03).",
            )
        } else if matches!(error, StoreError::OnHold) {
            Self::rule(
                "RET-06",
                "A legal hold stands on the record, so nothing of it can be taken out. Somebody who did not place the \
                 hold can release it on the candidate’s page (rule RET-06).",
            )
        } else if matches!(error, StoreError::LastHolder) {
            Self::rule(
                "ACC-03",
                "Nobody else holds the key to one of the sealed classes, so what is in it would be lost. Give it to \
                 somebody else first, or make a recovery sheet (rule ACC-03).",
            )
        } else {
            Self::Store(error)
        }
    }
}

/// What to tell a person whose text was not taken.
pub fn text_problem(error: TextError) -> &'static str {
    match error {
        TextError::Empty => "Enter something here.",
        TextError::TooLong => "Shorten this.",
        TextError::ControlCharacters => "Take out the characters that can't be shown.",
        TextError::NotAnEmail => "Enter an e-mail address such as name@example.org.",
        TextError::NotAPhone => "Enter a telephone number such as 020 7946 0000.",
    }
}
