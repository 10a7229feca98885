//! What a file is, by its bytes: a name may say anything.

use serde::{Deserialize, Serialize};

use crate::sealed::words;

/// The kinds of file that are taken as documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum MediaType {
    /// Portable Document Format.
    Pdf,
    /// Word, as Office Open XML.
    Docx,
    /// OpenDocument text.
    Odt,
    /// Rich Text Format.
    Rtf,
    /// Plain text.
    Text,
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
}

words!(MediaType {
    Pdf => "pdf",
    Docx => "docx",
    Odt => "odt",
    Rtf => "rtf",
    Text => "txt",
    Png => "png",
    Jpeg => "jpeg",
});

/// How much of a ZIP's beginning is looked through: an OpenDocument's first part is in it.
const ZIP_START: usize = 4096;
/// How much of a ZIP's end is looked through for the names of its parts.
const ZIP_END: usize = 64 << 10;
/// How much of a file is looked at for whether it is text.
const TEXT_START: usize = 8192;

impl MediaType {
    /// What bytes are, where they are one of these.
    pub fn sniff(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"%PDF-") {
            Some(Self::Pdf)
        } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if bytes.starts_with(b"\xff\xd8\xff") {
            Some(Self::Jpeg)
        } else if bytes.starts_with(b"{\\rtf") {
            Some(Self::Rtf)
        } else if bytes.starts_with(b"PK\x03\x04") {
            zipped(bytes)
        } else if is_text(bytes) {
            Some(Self::Text)
        } else {
            None
        }
    }

    /// What the ending of a name says, in small letters and without the dot.
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending {
            "jpg" => Some(Self::Jpeg),
            "text" => Some(Self::Text),
            ending => Self::from_code(ending),
        }
    }

    /// The ending that a file of this kind has.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Pdf | Self::Docx | Self::Odt | Self::Rtf | Self::Text | Self::Png => self.code(),
        }
    }

    /// Whether text may be read out of it.
    pub const fn has_text(self) -> bool {
        match self {
            Self::Pdf | Self::Docx | Self::Odt | Self::Rtf | Self::Text => true,
            Self::Png | Self::Jpeg => false,
        }
    }
}

/// Whether a Word document has a program in it: Word keeps it in a part of this name, whatever the file is called.
pub(super) fn has_macros(bytes: &[u8]) -> bool {
    let directory = bytes.get(bytes.len().saturating_sub(ZIP_END)..);
    let name = b"vbaproject.bin";
    directory.is_some_and(|directory| {
        directory
            .windows(name.len())
            .any(|found| found.eq_ignore_ascii_case(name))
    })
}

/// An OpenDocument's first part is its media type, uncompressed; a Word document has parts below `word/`.
fn zipped(bytes: &[u8]) -> Option<MediaType> {
    let holds = |part: &[u8], word: &[u8]| part.windows(word.len()).any(|found| found == word);
    let start = bytes.get(..ZIP_START).unwrap_or(bytes);
    if holds(start, b"mimetypeapplication/vnd.oasis.opendocument.text") {
        return Some(MediaType::Odt);
    }
    let directory = bytes.get(bytes.len().saturating_sub(ZIP_END)..)?;
    let is_word =
        holds(directory, b"[Content_Types].xml") && holds(directory, b"word/document.xml");
    is_word.then_some(MediaType::Docx)
}

/// Text has no control characters but those of lines and tabs; UTF-16 begins with its mark.
fn is_text(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return true;
    }
    let start = bytes.get(..TEXT_START).unwrap_or(bytes);
    !start
        .iter()
        .any(|byte| matches!(byte, 0..=8 | 11 | 14..=26 | 28..=31 | 127))
        && !looks_like_a_program(start)
}

/// What a system would run or a browser would show is no letter.
fn looks_like_a_program(start: &[u8]) -> bool {
    let head: Vec<u8> = start
        .iter()
        .copied()
        .skip_while(|byte| byte.is_ascii_whitespace() || matches!(byte, 0xef | 0xbb | 0xbf))
        .take(16)
        .map(|byte| byte.to_ascii_lowercase())
        .collect();
    [
        b"#!".as_slice(),
        b"<html",
        b"<!doctype",
        b"<svg",
        b"<?xml",
        b"<?php",
        b"<script",
        b"[desktop entry]",
    ]
    .iter()
    .any(|begin| head.starts_with(begin))
}
