//! Messages as they travel (RFC 5322, MIME).

use mail_parser::{Address, MessageParser, MimeHeaders};

use super::{Attachment, MOST_ATTACHMENTS, Mail, one_line, prose};

/// The most addresses and pieces of text that are taken.
const MOST: usize = 8;

/// Reads a message; `None` for bytes without a head of one.
pub(super) fn read(bytes: &[u8]) -> Option<Mail> {
    let message = MessageParser::default().parse(bytes)?;
    let told = message.from().is_some() || message.subject().is_some() || message.date().is_some();
    if !told {
        return None;
    }
    let from = message.from().and_then(Address::first);
    let mut text = String::new();
    for place in 0..message.text_body_count().min(MOST) {
        if let Some(piece) = message.body_text(place) {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            text.push_str(&piece);
        }
    }
    let (text, cut) = prose(&text);
    let attachments = message
        .attachments()
        .take(MOST_ATTACHMENTS)
        .map(|part| Attachment {
            name: part.attachment_name().map(one_line).unwrap_or_default(),
            content: part.contents().to_vec(),
        })
        .collect::<Vec<_>>();
    let left_out = message.attachment_count().saturating_sub(attachments.len());
    let to = message.to().map(|to| {
        to.iter()
            .filter_map(|each| each.address())
            .take(MOST)
            .map(one_line)
            .collect()
    });
    Some(Mail {
        subject: message.subject().map(one_line).unwrap_or_default(),
        from_name: from
            .and_then(|from| from.name())
            .map(one_line)
            .filter(|name| !name.is_empty()),
        from: from
            .and_then(|from| from.address())
            .map(one_line)
            .filter(|address| !address.is_empty()),
        to: to.unwrap_or_default(),
        sent_at: message
            .date()
            .filter(|date| date.is_valid())
            .map(mail_parser::DateTime::to_timestamp),
        text,
        cut,
        attachments,
        left_out: u32::try_from(left_out).unwrap_or(u32::MAX),
    })
}
