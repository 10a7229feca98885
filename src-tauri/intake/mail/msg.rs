//! Messages as Outlook saves them: a compound file ([MS-CFB]) with a stream a property ([MS-OXMSG]).

use std::io::{Cursor, Read};

use cfb::CompoundFile;
use mail_parser::decoders::html::html_to_text;

use super::{Attachment, MOST_ATTACHMENTS, Mail, one_line, prose};

/// How every compound file begins.
pub(super) const MAGIC: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Properties of a message, and of an attachment ([MS-OXPROPS]).
const SUBJECT: &str = "0037";
const BODY: &str = "1000";
const HTML: &str = "1013";
const SENDER_NAME: &str = "0C1A";
const SENDER_ADDRESS: &str = "0C1F";
const SENDER_SMTP: &str = "5D01";
const DISPLAY_TO: &str = "0E04";
const LONG_NAME: &str = "3707";
const SHORT_NAME: &str = "3704";
const DATA: &str = "3701";
/// When it was handed in, and when it was delivered.
const TIMES: [u32; 2] = [0x0039_0040, 0x0e06_0040];
/// How the numbers of properties begin in the stream of a message.
const HEADER: usize = 32;
/// From 1601 to 1970, in seconds.
const FROM_1601: i64 = 11_644_473_600;
/// The most bytes of one property: those of the file it came in.
const MOST: u64 = 25 << 20;

type File<'b> = CompoundFile<Cursor<&'b [u8]>>;

/// Reads a message; `None` for a compound file that is none, or is damaged.
pub(super) fn read(bytes: &[u8]) -> Option<Mail> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).ok()?;
    let properties = stream(&mut file, "/__properties_version1.0")?;
    let body = text(&mut file, "", BODY)
        .filter(|body| !body.trim().is_empty())
        .or_else(|| html(&mut file));
    let (body, cut) = prose(&body.unwrap_or_default());
    let names: Vec<String> = file
        .read_root_storage()
        .filter(|entry| entry.is_storage() && entry.name().starts_with("__attach_version1.0_#"))
        .map(|entry| format!("/{}", entry.name()))
        .collect();
    let mut attachments = Vec::new();
    for name in &names {
        if attachments.len() == MOST_ATTACHMENTS {
            break;
        }
        // A message within a message is a folder of its own, without bytes.
        let Some(content) = stream(&mut file, &format!("{name}/__substg1.0_{DATA}0102")) else {
            continue;
        };
        let called = text(&mut file, name, LONG_NAME).or_else(|| text(&mut file, name, SHORT_NAME));
        attachments.push(Attachment {
            name: one_line(&called.unwrap_or_default()),
            content,
        });
    }
    let left_out = names.len().saturating_sub(attachments.len());
    let mut line = |property| {
        text(&mut file, "", property)
            .map(|text| one_line(&text))
            .filter(|text| !text.is_empty())
    };
    Some(Mail {
        subject: line(SUBJECT).unwrap_or_default(),
        from_name: line(SENDER_NAME),
        from: line(SENDER_SMTP)
            .or_else(|| line(SENDER_ADDRESS))
            .filter(|address| address.contains('@')),
        to: line(DISPLAY_TO).into_iter().collect(),
        sent_at: TIMES.iter().find_map(|tag| time(&properties, *tag)),
        text: body,
        cut,
        attachments,
        left_out: u32::try_from(left_out).unwrap_or(u32::MAX),
    })
}

fn stream(file: &mut File<'_>, path: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let stream = file.open_stream(path).ok()?;
    stream.take(MOST).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// A property of text: in UTF-16, or in the letters of the computer that wrote it.
fn text(file: &mut File<'_>, of: &str, property: &str) -> Option<String> {
    let wide = stream(file, &format!("{of}/__substg1.0_{property}001F"));
    if let Some(wide) = wide {
        return Some(
            encoding_rs::UTF_16LE
                .decode_without_bom_handling(&wide)
                .0
                .into_owned(),
        );
    }
    let narrow = stream(file, &format!("{of}/__substg1.0_{property}001E"))?;
    Some(by_guess(&narrow))
}

fn by_guess(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(bytes)
            .0
            .into_owned(),
    }
}

fn html(file: &mut File<'_>) -> Option<String> {
    let html = stream(file, &format!("/__substg1.0_{HTML}0102")).map(|bytes| by_guess(&bytes));
    let html = html.or_else(|| text(file, "", HTML))?;
    Some(html_to_text(&html))
}

/// A time among the properties: a count of tenths of microseconds since 1601.
fn time(properties: &[u8], tag: u32) -> Option<i64> {
    let entries = properties.get(HEADER..)?.chunks_exact(16);
    for entry in entries {
        let (head, value) = (entry.first_chunk::<4>()?, entry.last_chunk::<8>()?);
        if u32::from_le_bytes(*head) == tag {
            let tenths = i64::try_from(u64::from_le_bytes(*value)).ok()?;
            return Some(tenths / 10_000_000 - FROM_1601);
        }
    }
    None
}
