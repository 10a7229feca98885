//! Documents of a candidate: what each is, what may be taken in as one, and what its file is called.

mod media;
mod name;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::access;
use crate::retention::DataClass;
use crate::sealed::words;

pub use media::MediaType;
pub use name::FileName;

/// What a document is. Identity, right to work, criminal records and vetting are none of these: what is kept of them is
/// sealed ([`crate::sealed`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum DocumentKind {
    /// A CV.
    Cv,
    /// A covering or supporting letter.
    Letter,
    /// A form of application.
    ApplicationForm,
    /// What somebody else wrote about the person.
    Reference,
    /// What an assessment produced: a test, marks, a summary.
    Assessment,
    /// The terms that were offered.
    Offer,
    /// Something else, which its label names.
    Other,
    /// A message, or the draft of one: kept as a document is, listed and opened as correspondence
    /// ([`crate::correspondence`]).
    #[serde(skip)]
    Message,
}

words!(DocumentKind {
    Cv => "cv",
    Letter => "letter",
    ApplicationForm => "application-form",
    Reference => "reference",
    Assessment => "assessment",
    Offer => "offer",
    Other => "other",
    Message => "message",
});

impl DocumentKind {
    /// What a file can be added as.
    pub const OF_FILES: [Self; 7] = [
        Self::Cv,
        Self::Letter,
        Self::ApplicationForm,
        Self::Reference,
        Self::Assessment,
        Self::Offer,
        Self::Other,
    ];

    /// The class of data it is, which dates it (RULEBOOK 4.2). What nobody named is kept as correspondence is: no
    /// permission carries it on.
    pub const fn retention_class(self) -> DataClass {
        match self {
            Self::Cv | Self::Letter | Self::ApplicationForm => DataClass::Form,
            Self::Reference => DataClass::Reference,
            Self::Assessment => DataClass::Test,
            Self::Offer => DataClass::ToolUse,
            Self::Other | Self::Message => DataClass::Correspondence,
        }
    }

    /// The class of data it is, which says who sees it (RULES A3).
    pub const fn access_class(self) -> access::DataClass {
        match self {
            Self::Cv
            | Self::Letter
            | Self::ApplicationForm
            | Self::Reference
            | Self::Other
            | Self::Message => access::DataClass::Documents,
            Self::Assessment => access::DataClass::Assessment,
            Self::Offer => access::DataClass::Pay,
        }
    }
}

/// The most bytes that a document has: 25 MB.
pub const LARGEST: usize = 25 << 20;

/// Why a document was not taken. Carries nothing of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NotTaken {
    /// There is nothing in it.
    #[error("The file is empty.")]
    Empty,
    /// Larger than [`LARGEST`].
    #[error("The file is larger than 25 MB. Save it smaller, or in parts.")]
    TooLarge,
    /// Not one of the kinds of file that are taken.
    #[error(
        "This kind of file is not taken. PDF, Word (.docx), OpenDocument (.odt), RTF, plain text, PNG and JPEG are."
    )]
    OtherMedia,
    /// Not one of the kinds of file that a copy of a paper is.
    #[error("A copy is a picture or a PDF: PNG, JPEG and PDF are taken.")]
    NotACopy,
    /// A Word document with a program in it.
    #[error("This Word file has macros, which are programs. Ask for it without them, or as a PDF.")]
    Macros,
    /// Its name says one thing and its bytes another.
    #[error(
        "The file’s name says that it is another kind of file than it is. Give it its right ending."
    )]
    WrongEnding,
}

/// What a file is, if it may be taken.
///
/// # Errors
/// [`NotTaken`] with the reason.
pub fn take(name: &FileName, bytes: &[u8]) -> Result<MediaType, NotTaken> {
    if bytes.is_empty() {
        return Err(NotTaken::Empty);
    }
    if bytes.len() > LARGEST {
        return Err(NotTaken::TooLarge);
    }
    let media = MediaType::sniff(bytes).ok_or(NotTaken::OtherMedia)?;
    if media == MediaType::Docx && media::has_macros(bytes) {
        return Err(NotTaken::Macros);
    }
    // Opened by its ending, it would be opened as something it is not. Text is text under any.
    let named = name.ending().map(|ending| MediaType::of_ending(&ending));
    let fits = match named {
        None => true,
        Some(None) => media == MediaType::Text,
        Some(Some(named)) => named == media,
    };
    if fits {
        Ok(media)
    } else {
        Err(NotTaken::WrongEnding)
    }
}

#[cfg(test)]
mod tests;
