//! Word documents and OpenDocument texts: a ZIP with the text in one part of it, as XML.

use std::io::{BufRead, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::MOST_TEXT;

/// The most that a part is unpacked to: a bomb of a thousandfold ends here.
const LARGEST_PART: u64 = 32 << 20;
/// The most parts that an archive lists: a document has some dozens.
const MOST_PARTS: usize = 10_000;

/// The words of a Word document.
pub(super) fn docx(bytes: &[u8]) -> Option<String> {
    part(bytes, "word/document.xml", |name| match name {
        "t" => Means::Words,
        "p" | "br" | "cr" => Means::Line,
        "ta" => Means::Space,
        _ => Means::Nothing,
    })
}

/// The words of an OpenDocument text.
pub(super) fn odt(bytes: &[u8]) -> Option<String> {
    part(bytes, "content.xml", |name| match name {
        "text" => Means::Words,
        "p" | "h" | "line-break" => Means::Line,
        "s" | "ta" => Means::Space,
        _ => Means::Nothing,
    })
}

/// What an element means for the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Means {
    /// What is in it is text.
    Words,
    /// A line ends with it.
    Line,
    /// A space stands for it.
    Space,
    Nothing,
}

fn part(bytes: &[u8], name: &str, means: impl Fn(&str) -> Means) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    if archive.len() > MOST_PARTS {
        return None;
    }
    let part = archive.by_name(name).ok()?;
    words(BufReader::new(part.take(LARGEST_PART)), means)
}

/// The text of the elements that hold words. What comes before the XML breaks off counts.
fn words(xml: impl BufRead, means: impl Fn(&str) -> Means) -> Option<String> {
    let mut reader = Reader::from_reader(xml);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    let (mut text, mut within, mut event) = (String::new(), 0_u32, Vec::new());
    let of = |element: &BytesStart<'_>| means(element.local_name().as_ref());
    while text.len() < MOST_TEXT {
        event.clear();
        match reader.read_event_into(&mut event) {
            Ok(Event::Start(element)) => match of(&element) {
                Means::Words => within = within.saturating_add(1),
                Means::Space => text.push(' '),
                Means::Line | Means::Nothing => {}
            },
            Ok(Event::Empty(element)) => match of(&element) {
                Means::Line => text.push('\n'),
                Means::Space => text.push(' '),
                Means::Words | Means::Nothing => {}
            },
            Ok(Event::End(element)) => match means(element.local_name().as_ref()) {
                Means::Words => within = within.saturating_sub(1),
                Means::Line => text.push('\n'),
                Means::Space | Means::Nothing => {}
            },
            Ok(Event::Text(found)) if within > 0 => {
                text.push_str(&found);
            }
            Ok(Event::GeneralRef(found)) if within > 0 => {
                if let Ok(Some(letter)) = found.resolve_char_ref() {
                    text.push(letter);
                } else if let Some(letters) = resolve_predefined_entity(&found) {
                    text.push_str(letters);
                }
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(
                Event::Text(_)
                | Event::GeneralRef(_)
                | Event::CData(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_),
            ) => {}
        }
    }
    (!text.is_empty()).then_some(text)
}
