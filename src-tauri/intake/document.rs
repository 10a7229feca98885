//! The words of a document, for finding it by them, and what its pages look like: bytes in, text and pictures out.
//!
//! Files come from strangers, and formats are large. [`text_of`] and [`picture_of`] read one within bounds of their own;
//! [`apart`] has it done by a process that may use little memory and time, open no file and reach nothing, so that the
//! worst a file does is to have no words and not to be shown.

pub mod apart;
mod office;
mod pdf;
mod picture;
mod plain;
mod rtf;

use domain::document::MediaType;

pub use picture::{Picture, picture_of};

/// The most text that is read out of a document, in bytes.
pub const MOST_TEXT: usize = 2 << 20;

/// The words of a document, as far as they can be read; `None` where there are none, or the file is damaged, locked or
/// too large when unpacked.
pub fn text_of(media: MediaType, bytes: &[u8]) -> Option<String> {
    let mut text = match media {
        MediaType::Text => plain::text(bytes),
        MediaType::Docx => office::docx(bytes)?,
        MediaType::Odt => office::odt(bytes)?,
        MediaType::Rtf => rtf::text(bytes),
        MediaType::Pdf => pdf::text(bytes)?,
        MediaType::Png | MediaType::Jpeg => return None,
    };
    text.truncate(text.floor_char_boundary(MOST_TEXT));
    text.chars().any(char::is_alphanumeric).then_some(text)
}
