//! Why a whole file was not taken. A row that cannot be taken is not an error but a [`crate::Refused`].

use std::io;

use thiserror::Error;

use crate::kind::FileKind;

/// Why a file was not read. Nothing is stored when one of these is returned, and none carries text of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum IntakeError {
    /// The file has no bytes, or no text but white space.
    #[error(
        "the file is empty; nothing was imported; export it again from the other system and choose the new file"
    )]
    Empty,
    /// A folder was chosen.
    #[error("this is a folder, not a file; nothing was imported; choose the file inside it")]
    Directory,
    /// There is no such file.
    #[error("the file is no longer there; nothing was imported; choose it again")]
    NotFound,
    /// The system does not let the file be read.
    #[error(
        "the file may not be read; nothing was imported; check who may open it, or copy it to your own folder"
    )]
    NotReadable,
    /// Reading stopped half-way.
    #[error(
        "the file could not be read to its end; nothing was imported; copy it to this computer and try again"
    )]
    ReadFailed,
    /// The file is of a kind that holds no rows of text.
    #[error("this is {}; nothing was imported; {}", .0.name(), .0.advice())]
    NotText(FileKind),
    /// Larger than is read.
    #[error("the file is larger than 200 MB; nothing was imported; split it and import the parts")]
    TooLarge,
    /// More rows than are read.
    #[error(
        "the file has more than 1,000,000 rows; nothing was imported; split it and import the parts"
    )]
    TooManyRows,
    /// More columns than are read.
    #[error(
        "the file has more than 200 columns; nothing was imported; export only the columns you need"
    )]
    TooManyColumns,
    /// No row was recognised as the headings and no mapping was given.
    #[error(
        "the file has no heading row that Fairhold knows; nothing was imported; choose what each column holds"
    )]
    NoHeading,
    /// No column holds a name.
    #[error(
        "no column is chosen for the applicants' names; nothing was imported; choose the column with the names"
    )]
    NoNameColumn,
    /// The mapping names more columns than the file has, or a row that is not there.
    #[error(
        "the chosen columns do not fit this file; nothing was imported; open the file again and choose them anew"
    )]
    MappingDoesNotFit,
    /// The dates of a column can be read in two ways.
    #[error(
        "the dates in column {column} can be read day first or month first; nothing was imported; say which it is"
    )]
    DateNeedsChoice {
        /// The column, counted from 1 as a spreadsheet does.
        column: usize,
    },
    /// The caller asked to stop.
    #[error("the import was stopped; nothing was imported")]
    Cancelled,
}

impl IntakeError {
    /// A short code to quote and to find words by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "intake-empty",
            Self::Directory => "intake-directory",
            Self::NotFound => "intake-not-found",
            Self::NotReadable => "intake-not-readable",
            Self::ReadFailed => "intake-read-failed",
            Self::NotText(_) => "intake-not-text",
            Self::TooLarge => "intake-too-large",
            Self::TooManyRows => "intake-too-many-rows",
            Self::TooManyColumns => "intake-too-many-columns",
            Self::NoHeading => "intake-no-heading",
            Self::NoNameColumn => "intake-no-name-column",
            Self::MappingDoesNotFit => "intake-mapping-does-not-fit",
            Self::DateNeedsChoice { .. } => "intake-date-needs-choice",
            Self::Cancelled => "intake-cancelled",
        }
    }

    /// What a failure to read the file's bytes means to the person who chose it.
    pub fn from_io(error: &io::Error) -> Self {
        let kind = error.kind();
        if kind == io::ErrorKind::IsADirectory {
            Self::Directory
        } else if kind == io::ErrorKind::NotFound {
            Self::NotFound
        } else if kind == io::ErrorKind::PermissionDenied {
            Self::NotReadable
        } else if kind == io::ErrorKind::FileTooLarge || kind == io::ErrorKind::OutOfMemory {
            Self::TooLarge
        } else {
            Self::ReadFailed
        }
    }
}
