//! Rich Text Format: groups in braces, words of control that begin with a backslash, and text between them.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::MOST_TEXT;

/// Groups whose text is not the document's.
const NOT_TEXT: [&str; 14] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "themedata",
    "datastore",
    "xmlnstbl",
    "latentstyles",
];
/// How deep groups are followed; below, text is passed over.
const DEEPEST: usize = 1000;

/// What holds within a group.
#[derive(Clone, Copy)]
struct Group {
    skips: bool,
    /// How many letters stand after a character by number, for readers that know no such.
    replaced_by: usize,
}

/// The words of a document in RTF.
pub(super) fn text(bytes: &[u8]) -> String {
    let mut reader = Reader {
        bytes,
        at: 0,
        encoding: WINDOWS_1252,
        pending: Vec::new(),
        text: String::new(),
        high: None,
        to_skip: 0,
    };
    reader.read();
    reader.text
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
    encoding: &'static Encoding,
    /// Letters in the document's encoding that are not decoded yet: one may be two bytes.
    pending: Vec<u8>,
    text: String,
    /// The first half of a character beyond the first 65,536.
    high: Option<u16>,
    /// Letters to be passed over after a character by number.
    to_skip: usize,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut group = Group {
            skips: false,
            replaced_by: 1,
        };
        let mut outer: Vec<Group> = Vec::new();
        let mut too_deep = 0_usize;
        while self.text.len() < MOST_TEXT {
            let Some(byte) = self.next() else { break };
            match byte {
                b'{' if outer.len() < DEEPEST => outer.push(group),
                b'{' => too_deep += 1,
                b'}' if too_deep > 0 => too_deep -= 1,
                b'}' => {
                    self.decode();
                    group = outer.pop().unwrap_or(group);
                }
                b'\\' => self.control(&mut group),
                b'\r' | b'\n' => {}
                letter if too_deep == 0 => self.letter(letter, group),
                _ => {}
            }
        }
        self.decode();
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at += 1;
        byte
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn letter(&mut self, letter: u8, group: Group) {
        if self.to_skip > 0 {
            self.to_skip -= 1;
        } else if !group.skips {
            self.pending.push(letter);
        }
    }

    fn put(&mut self, letter: char, group: Group) {
        self.decode();
        if !group.skips {
            self.text.push(letter);
        }
    }

    fn decode(&mut self) {
        if !self.pending.is_empty() {
            let (text, _) = self.encoding.decode_without_bom_handling(&self.pending);
            self.text.push_str(&text);
            self.pending.clear();
        }
    }

    fn control(&mut self, group: &mut Group) {
        match self.next() {
            Some(letter @ (b'{' | b'}' | b'\\')) => self.letter(letter, *group),
            Some(b'\'') => {
                let digits = [self.next(), self.next()].map(|digit| digit.and_then(hex));
                if let [Some(high), Some(low)] = digits {
                    self.letter(high * 16 + low, *group);
                }
            }
            Some(b'*') => group.skips = true,
            Some(b'~') => self.put(' ', *group),
            Some(b'\r' | b'\n') => self.put('\n', *group),
            Some(first) if first.is_ascii_alphabetic() => {
                let (word, number) = self.word(first);
                self.heed(&word, number, group);
            }
            Some(_) | None => {}
        }
    }

    /// A word of control with its number, and the one space that ends it.
    fn word(&mut self, first: u8) -> (String, Option<i32>) {
        let mut word = String::from(char::from(first));
        while let Some(letter) = self.peek().filter(u8::is_ascii_alphabetic) {
            if word.len() < 32 {
                word.push(char::from(letter));
            }
            self.at += 1;
        }
        let mut digits = String::new();
        while let Some(digit) = self
            .peek()
            .filter(|byte| byte.is_ascii_digit() || (*byte == b'-' && digits.is_empty()))
        {
            if digits.len() < 11 {
                digits.push(char::from(digit));
            }
            self.at += 1;
        }
        if self.peek() == Some(b' ') {
            self.at += 1;
        }
        (word, digits.parse().ok())
    }

    fn heed(&mut self, word: &str, number: Option<i32>, group: &mut Group) {
        match word {
            "par" | "line" | "row" | "page" | "sect" => self.put('\n', *group),
            "tab" | "cell" | "emspace" | "enspace" => self.put(' ', *group),
            "emdash" | "endash" => self.put('–', *group),
            "lquote" | "rquote" => self.put('’', *group),
            "ldblquote" | "rdblquote" => self.put('"', *group),
            "uc" => group.replaced_by = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(16),
            "u" => self.by_number(number, *group),
            "ansicpg" => {
                let label = format!("windows-{}", number.unwrap_or(1252));
                self.encoding = Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252);
            }
            "bin" => {
                let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
                self.at = self.at.saturating_add(length);
            }
            word if NOT_TEXT.contains(&word) => group.skips = true,
            _ => {}
        }
    }

    /// A character by its number in UTF-16, of which numbers beyond 32,767 are written as less than nought.
    fn by_number(&mut self, number: Option<i32>, group: Group) {
        let number = number.unwrap_or(0);
        let unit = u16::try_from(number)
            .or_else(|_error| u16::try_from(number.saturating_add(65_536)))
            .unwrap_or(0);
        self.to_skip = group.replaced_by;
        match (self.high.take(), unit) {
            (_, 0xd800..0xdc00) => self.high = Some(unit),
            (Some(high), 0xdc00..0xe000) => {
                for letter in char::decode_utf16([high, unit]).flatten() {
                    self.put(letter, group);
                }
            }
            (_, unit) => {
                if let Some(letter) = char::from_u32(unit.into()) {
                    self.put(letter, group);
                }
            }
        }
    }
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}
