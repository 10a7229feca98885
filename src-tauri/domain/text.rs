//! Text parsed at the edge: once inside, a name is a name and an e-mail address is one.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

/// Why a piece of text was not taken. Carries no part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum TextError {
    /// Nothing was given where something is needed.
    #[error("is empty")]
    Empty,
    /// Longer than the field holds.
    #[error("is too long")]
    TooLong,
    /// Holds characters that belong in no such field, such as NUL.
    #[error("holds control characters")]
    ControlCharacters,
    /// Not the form an e-mail address has.
    #[error("is not an e-mail address")]
    NotAnEmail,
    /// Not the form a telephone number has.
    #[error("is not a telephone number")]
    NotAPhone,
}

impl TextError {
    /// Every reason.
    pub const ALL: [Self; 5] = [
        Self::Empty,
        Self::TooLong,
        Self::ControlCharacters,
        Self::NotAnEmail,
        Self::NotAPhone,
    ];
}

/// Characters that hide in exported files and break search: zero-width marks, the byte order mark and bidi overrides.
const INVISIBLE: &[char] = &[
    '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}',
    '\u{202d}', '\u{202e}', '\u{2060}', '\u{feff}', '\u{00ad}',
];

/// Composes to NFC, drops invisible characters, makes every run of white space one space, and trims.
pub fn tidy(raw: &str) -> String {
    // Nearly all text is plain, and a plain text is composed already.
    if raw.is_ascii() {
        spaced(raw)
    } else {
        tidy_any(raw)
    }
}

fn tidy_any(raw: &str) -> String {
    let composed: String = raw.nfc().filter(|c| !INVISIBLE.contains(c)).collect();
    spaced(&composed)
}

fn spaced(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    for word in raw.split_whitespace() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

/// Folds for comparing and searching: compatibility form, no accents, lower case.
pub fn fold(raw: &str) -> String {
    let mut tidied = tidy(raw);
    if tidied.is_ascii() {
        tidied.make_ascii_lowercase();
        tidied
    } else {
        fold_any(&tidied)
    }
}

fn fold_any(tidied: &str) -> String {
    tidied
        .nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// A type of text that is parsed as it comes in, and is a plain string to the page and in a file.
macro_rules! parsed_text {
    ($(#[$about:meta])* pub struct $name:ident;) => {
        $(#[$about])*
        #[derive(
            Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        #[serde(try_from = "String", into = "String")]
        #[cfg_attr(
            feature = "bindings",
            derive(ts_rs::TS),
            ts(type = "string", export_to = "bindings.ts")
        )]
        pub struct $name(String);

        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = crate::text::TextError;

            fn try_from(raw: String) -> Result<Self, crate::text::TextError> {
                Self::parse(&raw)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }
    };
}
pub(crate) use parsed_text;

fn line(raw: &str, longest: usize) -> Result<String, TextError> {
    let text = tidy(raw);
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    if text.chars().count() > longest {
        return Err(TextError::TooLong);
    }
    if text.chars().any(char::is_control) {
        return Err(TextError::ControlCharacters);
    }
    Ok(text)
}

parsed_text! {
    /// One line of text of at most 200 characters: a title, a name part, a place.
    pub struct Line;
}

impl Line {
    /// The most characters a line holds.
    pub const LONGEST: usize = 200;

    /// Parses a line.
    ///
    /// # Errors
    /// [`TextError`] when it is empty, too long or holds control characters.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        line(raw, Self::LONGEST).map(Self)
    }

    /// Parses a line, reading blank text as none.
    ///
    /// # Errors
    /// As [`Line::parse`], but for emptiness.
    pub fn parse_optional(raw: &str) -> Result<Option<Self>, TextError> {
        match Self::parse(raw) {
            Ok(line) => Ok(Some(line)),
            Err(TextError::Empty) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

parsed_text! {
    /// Several lines of text of at most 20,000 characters: a note, the wording of a permission.
    #[derive(Default)]
    pub struct Prose;
}

impl Prose {
    /// The most characters a text holds.
    pub const LONGEST: usize = 20_000;

    /// Parses a text; line breaks stay.
    ///
    /// # Errors
    /// [`TextError`] when it is too long or holds control characters other than line breaks and tabs.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let text: String = raw
            .replace("\r\n", "\n")
            .nfc()
            .filter(|c| !INVISIBLE.contains(c))
            .collect();
        let text = text.trim();
        if text.chars().count() > Self::LONGEST {
            return Err(TextError::TooLong);
        }
        if text
            .chars()
            .any(|c| c.is_control() && c != '\n' && c != '\t')
        {
            return Err(TextError::ControlCharacters);
        }
        Ok(Self(text.to_owned()))
    }
}

parsed_text! {
    /// An e-mail address, in the form the person gave it, without surrounding space.
    pub struct Email;
}

impl Email {
    /// Parses an address: one `@`, something before it, a dotted domain after it (RFC 5321 lengths).
    ///
    /// # Errors
    /// [`TextError::NotAnEmail`], or what a line's parsing says.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let text = line(raw, 254)?;
        let (local, domain) = text.rsplit_once('@').ok_or(TextError::NotAnEmail)?;
        let local_fits = !local.is_empty()
            && local.len() <= 64
            && !local.contains(['@', ' ', ',', ';', '<', '>']);
        let domain_fits = domain.contains('.')
            && domain.split('.').all(|label| {
                !label.is_empty()
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            });
        if local_fits && domain_fits {
            Ok(Self(text))
        } else {
            Err(TextError::NotAnEmail)
        }
    }

    /// The form two spellings of one address share: lower case.
    pub fn key(&self) -> String {
        fold(&self.0)
    }

    /// Whether a job board made the address to stand in for the person's own. It identifies a reply, not a person.
    pub fn is_relay(&self) -> bool {
        let key = self.key();
        [
            "@indeedemail.com",
            "@reply.linkedin.com",
            "@privaterelay.appleid.com",
        ]
        .iter()
        .any(|end| key.ends_with(end))
    }
}

parsed_text! {
    /// A telephone number as given, with the digits that two spellings of it share.
    pub struct Phone;
}

impl Phone {
    /// Parses a number of five to fifteen digits (ITU-T E.164), with the marks people write between them.
    ///
    /// # Errors
    /// [`TextError::NotAPhone`], or what a line's parsing says.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let text = line(raw, 60)?;
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let marks = text
            .chars()
            .all(|c| c.is_ascii_digit() || " +-().x/extEXT#".contains(c));
        if (5..=18).contains(&digits) && marks {
            Ok(Self(text))
        } else {
            Err(TextError::NotAPhone)
        }
    }

    /// Digits only, with the United Kingdom's `+44`, `0044` and `(0)` read as a leading 0.
    pub fn key(&self) -> String {
        let international = self.0.trim_start().starts_with('+');
        let digits: String = self
            .0
            .replace("(0)", "")
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        let national = if international {
            digits.strip_prefix("44")
        } else {
            digits.strip_prefix("0044")
        };
        match national {
            Some(rest) => format!("0{}", rest.trim_start_matches('0')),
            None => digits,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{fold, fold_any, tidy, tidy_any};

    proptest! {
        #[test]
        fn the_short_way_for_plain_text_leads_to_the_same(text in "[\\x00-\\x7f]{0,40}") {
            prop_assert_eq!(tidy(&text), tidy_any(&text));
            prop_assert_eq!(fold(&text), fold_any(&tidy_any(&text)));
        }
    }
}
