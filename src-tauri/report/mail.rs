//! A message for a mail program: as a file (RFC 5322) that it opens as one that was not sent yet, or as an address with the
//! text in it (RFC 6068). Whatever stands in a name or a subject, it makes no line of its own.

use std::fmt::Write as _;

use data_encoding::BASE64;
use thiserror::Error;

/// The longest address that every system hands on.
pub const LONGEST_MAILTO: usize = 2_000;
/// The most bytes of one encoded word, so that its line holds no more than 76 letters (RFC 2047).
const MOST_WORD: usize = 42;

/// A message that goes out.
#[derive(Clone, PartialEq, Eq)]
pub struct OutgoingMail {
    /// Where it goes; none where it is not known.
    pub to: Option<String>,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
}

impl std::fmt::Debug for OutgoingMail {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("OutgoingMail([withheld])")
    }
}

/// The text is too long for an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the message is too long to be handed over by an address")]
pub struct TooLong;

impl OutgoingMail {
    /// The message as a file that a mail program opens to be sent.
    pub fn eml(&self) -> Vec<u8> {
        let mut file = String::from("X-Unsent: 1\r\n");
        if let Some(to) = &self.to {
            for part in ["To: ", &address(to), "\r\n"] {
                file.push_str(part);
            }
        }
        file.push_str(&header("Subject", &self.subject));
        file.push_str(
            "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n",
        );
        let body = self
            .body
            .replace("\r\n", "\n")
            .replace('\r', "\n")
            .replace('\n', "\r\n");
        let encoded = BASE64.encode(body.as_bytes());
        for line in encoded.as_bytes().chunks(76) {
            file.extend(line.iter().map(|byte| char::from(*byte)));
            file.push_str("\r\n");
        }
        file.into_bytes()
    }

    /// The message as an address that the system's mail program opens.
    ///
    /// # Errors
    /// [`TooLong`] where some systems would not hand it on whole.
    pub fn mailto(&self) -> Result<String, TooLong> {
        let mut address = String::from("mailto:");
        address.push_str(&percent(self.to.as_deref().unwrap_or_default(), "@"));
        address.push_str("?subject=");
        address.push_str(&percent(&plain(&self.subject), ""));
        address.push_str("&body=");
        let body = self.body.replace("\r\n", "\n").replace('\n', "\r\n");
        address.push_str(&percent(&body, ""));
        if address.len() > LONGEST_MAILTO {
            return Err(TooLong);
        }
        Ok(address)
    }
}

/// One line without anything that ends one.
fn plain(text: &str) -> String {
    let letters = text.chars();
    letters
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect()
}

/// An address as it stands in a head: nothing of it is a line's end, a space or another address.
fn address(text: &str) -> String {
    text.chars()
        .filter(|letter| {
            !letter.is_control()
                && !letter.is_whitespace()
                && !matches!(letter, ',' | ';' | '<' | '>' | '"')
        })
        .collect()
}

/// A line of the head: as it stands where it is plain and short, and else in encoded words, each on a line of its own.
fn header(name: &str, text: &str) -> String {
    let text = plain(text);
    let is_plain = text
        .chars()
        .all(|letter| letter.is_ascii_graphic() || letter == ' ');
    if is_plain && !text.contains("=?") && name.len() + 2 + text.len() <= 76 {
        return format!("{name}: {text}\r\n");
    }
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for letter in text.chars() {
        if word.len() + letter.len_utf8() > MOST_WORD {
            words.push(std::mem::take(&mut word));
        }
        word.push(letter);
    }
    words.push(word);
    let encoded: Vec<String> = words
        .iter()
        .map(|word| format!("=?utf-8?B?{}?=", BASE64.encode(word.as_bytes())))
        .collect();
    format!("{name}: {}\r\n", encoded.join("\r\n "))
}

/// Percent-encoded, but for letters, figures and what is left as it is.
fn percent(text: &str, left: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        let letter = char::from(byte);
        if letter.is_ascii_alphanumeric() || "-._~".contains(letter) || left.contains(letter) {
            encoded.push(letter);
        } else {
            // Writing to a string does not fail.
            write!(encoded, "%{byte:02X}").unwrap_or_default();
        }
    }
    encoded
}
