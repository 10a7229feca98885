//! Messages that a mail program saved: `.eml` (RFC 5322) and Outlook's `.msg`. Bytes in, plain values out.
//!
//! As documents are, they are read by a process of their own ([`crate::document::apart::read_mail`]).

mod eml;
mod msg;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

/// The most attachments that are taken out of one message.
pub const MOST_ATTACHMENTS: usize = 50;
/// The most of a message's text that is read, in characters: as much as a note holds.
pub const MOST_TEXT: usize = 20_000;
/// The most characters of a subject, a name and an address each.
const MOST_LINE: usize = 200;

/// A message.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// Its subject; empty where it has none.
    pub subject: String,
    /// The name of whom it is from, where it is told.
    pub from_name: Option<String>,
    /// The address of whom it is from, where it is told.
    pub from: Option<String>,
    /// The addresses that it went to, the first few.
    pub to: Vec<String>,
    /// When it was sent, in seconds since 1970, where that is told.
    pub sent_at: Option<i64>,
    /// Its words.
    pub text: String,
    /// Whether there were more words.
    pub cut: bool,
    /// What was attached.
    pub attachments: Vec<Attachment>,
    /// How many attachments are left out.
    pub left_out: u32,
}

/// A file that was attached.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// What it was called; empty where it had no name.
    pub name: String,
    /// What is in it.
    pub content: Vec<u8>,
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "Mail({} attachments [withheld])",
            self.attachments.len()
        )
    }
}

impl std::fmt::Debug for Attachment {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "Attachment({} bytes [withheld])",
            self.content.len()
        )
    }
}

impl Drop for Attachment {
    fn drop(&mut self) {
        self.content.zeroize();
    }
}

impl Drop for Mail {
    fn drop(&mut self) {
        self.text.zeroize();
        self.subject.zeroize();
    }
}

impl Mail {
    /// When it was sent, where it is told and can be.
    pub fn sent(&self) -> Option<DateTime<Utc>> {
        self.sent_at
            .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
    }
}

/// Reads a message. `None` where the bytes are none.
pub fn mail_of(bytes: &[u8]) -> Option<Mail> {
    if bytes.starts_with(msg::MAGIC) {
        msg::read(bytes)
    } else {
        eml::read(bytes)
    }
}

/// One line as it may be shown: without what moves or hides letters.
fn one_line(raw: &str) -> String {
    let words: String = raw
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .filter(|letter| !hides(*letter))
        .collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").chars().take(MOST_LINE).collect()
}

/// A text as it may be shown, and whether it was cut.
fn prose(raw: &str) -> (String, bool) {
    let text: String = raw
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|letter| (!letter.is_control() || matches!(letter, '\n' | '\t')) && !hides(*letter))
        .collect();
    let text = text.trim();
    let cut: String = text.chars().take(MOST_TEXT).collect();
    let was_cut = cut.len() < text.len();
    (cut, was_cut)
}

/// Letters without width, and those that turn the direction of others.
const fn hides(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
