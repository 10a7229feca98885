//! A document as it is shown in the program's own window: pictures of its pages, and its words.

use data_encoding::BASE64;
use domain::document::MediaType;
use domain::id::{CandidateId, DocumentId};
use intake::document::{Picture, apart};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{DocumentFile, OneDocument};

/// The most words that are shown at once, in bytes: some fifty pages.
const MOST_SHOWN: usize = 200_000;

/// Asks to see a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ShowDocument {
    /// Whose it is.
    pub candidate: CandidateId,
    /// Which.
    pub document: DocumentId,
    /// What of it.
    pub part: DocumentPart,
}

impl ShowDocument {
    /// The document alone.
    pub const fn which(&self) -> OneDocument {
        OneDocument {
            candidate: self.candidate,
            document: self.document,
        }
    }
}

/// What is to be seen of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum DocumentPart {
    /// A page as it looks. The first is number one.
    Page {
        /// Which.
        number: u32,
    },
    /// Its words, for a screen reader and for copying.
    Words,
}

/// What a document shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ShownDocument {
    /// A page.
    Page {
        /// How many there are.
        pages: u32,
        /// A PNG, in Base64.
        picture: String,
    },
    /// Its words, as far as they are shown.
    Words {
        /// A line for each of its lines.
        text: String,
    },
    /// It can't be shown here: its file is damaged or locked, or there is nothing of this kind in it.
    Nothing,
}

/// Shows a part of a document. Whatever is in the file, a process of its own draws and reads it, and what comes of it is
/// pixels or plain text.
pub fn show(file: &DocumentFile, part: DocumentPart) -> ShownDocument {
    match part {
        DocumentPart::Page { number } => {
            apart::draw(file.media, &file.content, number).map_or(ShownDocument::Nothing, page)
        }
        DocumentPart::Words => apart::read(file.media, &file.content)
            .map_or(ShownDocument::Nothing, |text| words(&text)),
    }
}

/// Whether files of a kind are drawn; the words are all there is to see of the others.
pub(super) const fn is_drawn(media: MediaType) -> bool {
    match media {
        MediaType::Pdf | MediaType::Png | MediaType::Jpeg => true,
        MediaType::Text | MediaType::Docx | MediaType::Odt | MediaType::Rtf => false,
    }
}

fn page(Picture { pages, png }: Picture) -> ShownDocument {
    let png = Zeroizing::new(png);
    ShownDocument::Page {
        pages,
        picture: BASE64.encode(&png),
    }
}

fn words(text: &Zeroizing<String>) -> ShownDocument {
    let shown = text.get(..text.floor_char_boundary(MOST_SHOWN));
    ShownDocument::Words {
        text: shown.unwrap_or_default().to_owned(),
    }
}
