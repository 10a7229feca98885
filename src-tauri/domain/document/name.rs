//! What a document's file is called: a name and nothing else, whoever sent it.

use crate::text::{TextError, parsed_text, tidy};

parsed_text! {
    /// The name of a file, without a folder, control characters or marks that turn the direction of writing.
    pub struct FileName;
}

/// Isolates and the Arabic mark, which turn the direction of writing: `tidy` takes the older ones out.
const TURNING: &[char] = &['\u{061c}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
/// What some file system does not take in a name.
const FORBIDDEN: &[char] = &['<', '>', ':', '"', '|', '?', '*'];

impl FileName {
    /// The most bytes of a name, which every file system takes.
    pub const LONGEST: usize = 200;

    /// Makes a name of what a file was called, folders before it left out.
    ///
    /// # Errors
    /// [`TextError::Empty`] when nothing is left of it.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
        let clean: String = last
            .chars()
            .map(|letter| if letter.is_control() { ' ' } else { letter })
            .filter(|letter| !TURNING.contains(letter) && !FORBIDDEN.contains(letter))
            .collect();
        let name = tidy(&clean);
        // Neither a hidden file nor the folder above; and Windows drops dots at the end.
        let name = name.trim_matches(['.', ' ']);
        if name.is_empty() {
            return Err(TextError::Empty);
        }
        Ok(Self(shortened(name)))
    }

    /// What stands after its last dot, in small letters.
    pub fn ending(&self) -> Option<String> {
        self.0
            .rsplit_once('.')
            .map(|(_, ending)| ending.to_lowercase())
    }
}

/// Cut in the middle, so that the ending stays.
fn shortened(name: &str) -> String {
    if name.len() <= FileName::LONGEST {
        return name.to_owned();
    }
    let ending = match name.rsplit_once('.') {
        Some((_, ending)) if ending.len() <= 10 => format!(".{ending}"),
        _ => String::new(),
    };
    let mut stem = String::new();
    for letter in name.chars() {
        if stem.len() + letter.len_utf8() + ending.len() > FileName::LONGEST {
            break;
        }
        stem.push(letter);
    }
    format!("{}{ending}", stem.trim_end_matches(['.', ' ']))
}
