//! From bytes to text: which encoding a file is in, shown to the person importing.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use serde::Serialize;

use crate::error::IntakeError;
use crate::kind::FileKind;

/// The most bytes of a file that are read.
pub const LARGEST_FILE: usize = 200 * 1024 * 1024;

/// How the text of a file is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "name", rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 with a byte order mark, as spreadsheets write it.
    Utf8WithMark,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows' Western European encoding.
    Windows1252,
    /// Another encoding, by its name in the WHATWG standard.
    Other(&'static str),
}

impl Encoding {
    /// The name people know it by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8WithMark => "UTF-8 with byte order mark",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1252 => "Windows-1252",
            Self::Other(name) => name,
        }
    }
}

/// A file's text with the encoding it was in.
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) encoding: Encoding,
}

/// Decodes a file, or says what it is when it is no text.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, IntakeError> {
    if bytes.len() > LARGEST_FILE {
        return Err(IntakeError::TooLarge);
    }
    if let Some(kind) = FileKind::of(bytes) {
        return Err(IntakeError::NotText(kind));
    }
    let decoded = decode_known(bytes);
    if decoded
        .text
        .trim_matches(|c: char| c.is_whitespace() || c == '\0')
        .is_empty()
    {
        return Err(IntakeError::Empty);
    }
    if let Some(kind) = FileKind::of_text(&decoded.text) {
        return Err(IntakeError::NotText(kind));
    }
    if is_binary(&decoded.text) {
        return Err(IntakeError::NotText(FileKind::Binary));
    }
    Ok(decoded)
}

fn decode_known(bytes: &[u8]) -> Decoded<'_> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return Decoded {
            text: encoding_rs::UTF_8.decode_without_bom_handling(rest).0,
            encoding: Encoding::Utf8WithMark,
        };
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(rest, Encoding::Utf16Le);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(rest, Encoding::Utf16Be);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return utf16(bytes, encoding);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded {
            text: Cow::Borrowed(text),
            encoding: Encoding::Utf8,
        },
        Err(_) if is_damaged_utf8(bytes) => Decoded {
            text: encoding_rs::UTF_8.decode_without_bom_handling(bytes).0,
            encoding: Encoding::Utf8,
        },
        Err(_) => guess(bytes),
    }
}

fn utf16(bytes: &[u8], encoding: Encoding) -> Decoded<'_> {
    let decoder = if encoding == Encoding::Utf16Be {
        encoding_rs::UTF_16BE
    } else {
        encoding_rs::UTF_16LE
    };
    Decoded {
        text: decoder.decode_without_bom_handling(bytes).0,
        encoding,
    }
}

/// Text in Latin script as UTF-16 has a zero in every other byte, and nothing else has.
fn utf16_without_mark(bytes: &[u8]) -> Option<Encoding> {
    let sample = bytes.get(..4096).unwrap_or(bytes);
    let (mut high_first, mut low_first, mut pairs) = (0_usize, 0_usize, 0_usize);
    for pair in sample.chunks_exact(2) {
        match pair {
            [0, 0] => {}
            [0, _] => high_first += 1,
            [_, 0] => low_first += 1,
            _ => {}
        }
        pairs += 1;
    }
    if pairs < 2 {
        None
    } else if low_first * 10 >= pairs * 7 {
        Some(Encoding::Utf16Le)
    } else if high_first * 10 >= pairs * 7 {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Whether the file is UTF-8 with a few damaged bytes, for which another encoding would garble every accent.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
        if bad > 1000 {
            return false;
        }
    }
    good >= 10 * bad
}

fn guess(bytes: &[u8]) -> Decoded<'_> {
    /// More text makes the guess slower and no better.
    const SAMPLE: usize = 1024 * 1024;
    let start = bytes
        .iter()
        .position(|byte| !byte.is_ascii())
        .unwrap_or_default()
        .saturating_sub(1024);
    let rest = bytes.get(start..).unwrap_or(bytes);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(rest.get(..SAMPLE).unwrap_or(rest), true);
    let found = detector.guess(Some(b"uk"), Utf8Detection::Deny);
    let encoding = if found == encoding_rs::WINDOWS_1252 {
        Encoding::Windows1252
    } else {
        Encoding::Other(found.name())
    };
    Decoded {
        text: found.decode_without_bom_handling(bytes).0,
        encoding,
    }
}

/// Whether the text is none: one character in ten of its start is a control character.
fn is_binary(text: &str) -> bool {
    let (mut controls, mut all) = (0_usize, 0_usize);
    for c in text.chars().take(8192) {
        controls +=
            usize::from((c.is_control() && !matches!(c, '\t' | '\n' | '\r')) || c == '\u{fffd}');
        all += 1;
    }
    controls * 10 > all
}
