//! Names of people, out of one cell or several.

use domain::candidate::PersonName;
use domain::text::{Line, TextError, tidy};

use crate::clean;

/// The words before a name that are a title.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "baroness",
    "rev",
    "revd",
    "reverend",
    "cllr",
    "councillor",
    "hon",
    "herr",
    "frau",
    "mme",
    "mlle",
    "sr.",
    "sra",
    "dhr",
    "mevr",
    "captain",
    "capt",
    "major",
    "col",
    "colonel",
];

/// Words that begin a family name of several words.
const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "del", "della", "der", "den", "di", "du", "la", "le", "van",
    "von", "vom", "zu", "zum", "zur", "ten", "ter", "te", "ap", "ab", "ferch", "al", "el", "bin",
    "binti", "bint", "ibn", "mac", "mc", "nic", "ní", "ó", "uí", "st", "st.", "san", "santa", "af",
    "av",
];

/// Letters behind a name that are no part of it.
const SUFFIXES: &[&str] = &[
    "mp", "mbe", "obe", "cbe", "kbe", "dbe", "kc", "qc", "phd", "msc", "ma", "ba", "bsc", "mba",
    "esq",
];

/// A name cut into its parts, not yet checked.
#[derive(Default)]
pub(crate) struct NameParts {
    pub(crate) title: String,
    pub(crate) given: String,
    pub(crate) family: String,
    pub(crate) preferred: String,
}

impl NameParts {
    pub(crate) fn is_empty(&self) -> bool {
        self.given.is_empty() && self.family.is_empty()
    }

    /// Checks the parts; a person with one name only has it as the family name.
    pub(crate) fn checked(self) -> Result<PersonName, TextError> {
        let (given, family) = if self.family.is_empty() {
            (String::new(), self.given)
        } else {
            (self.given, self.family)
        };
        Ok(PersonName {
            title: Line::parse_optional(&self.title)?,
            given: Line::parse_optional(&given)?,
            family: Line::parse(&family)?,
            preferred: Line::parse_optional(&self.preferred)?,
        })
    }
}

/// Cuts a whole name into its parts.
pub(crate) fn split(raw: &str) -> NameParts {
    let text = tidy(&clean::text(raw));
    let mut parts = NameParts::default();
    let text = take_preferred(&text, &mut parts.preferred);
    // "Smith, Jane" and "Jane Smith, OBE".
    let (head, tail) = text
        .split_once(',')
        .map_or((text.as_str(), ""), |(head, tail)| {
            (head.trim(), tail.trim())
        });
    if !tail.is_empty()
        && !tail
            .split([',', ' '])
            .all(|word| word.is_empty() || is_suffix(word))
    {
        let (title, given) = take_title(tail);
        parts.title = title;
        parts.given = cased(&given);
        parts.family = cased(head);
        return parts;
    }
    let (title, rest) = take_title(head);
    parts.title = title;
    let mut words: Vec<&str> = rest.split(' ').filter(|word| !word.is_empty()).collect();
    while words.len() > 2
        && words
            .last()
            .is_some_and(|word| is_suffix(word) && *word == word.to_uppercase())
    {
        words.pop();
    }
    let mut family_from = words.len().saturating_sub(1);
    // "Jr" stays with the family name it belongs to.
    if words.len() > 2 && words.last().is_some_and(|word| is_generation(word)) {
        family_from -= 1;
    }
    while family_from > 1
        && words
            .get(family_from - 1)
            .is_some_and(|word| is_particle(word))
    {
        family_from -= 1;
    }
    let (given, family) = words.split_at_checked(family_from).unwrap_or((&[], &words));
    // A whole name is shouted or it is not: "Jo LE" is a person who writes a family name so.
    let shouted = is_one_case(&rest);
    let join = |words: &[&str]| {
        if shouted {
            recase(&words.join(" "))
        } else {
            words.join(" ")
        }
    };
    parts.given = join(given);
    parts.family = join(family);
    parts
}

/// One part of a name that stands in a cell of its own.
pub(crate) fn part(raw: &str) -> String {
    cased(&tidy(&clean::text(raw)))
}

/// A title, where the cell holds one: a column headed "Title" may as well hold job titles.
pub(crate) fn title(raw: &str) -> String {
    let text = tidy(raw);
    let all = !text.is_empty() && text.split(' ').all(is_title);
    if all {
        recase_title(&text)
    } else {
        String::new()
    }
}

fn take_title(text: &str) -> (String, String) {
    let mut rest = text
        .strip_prefix("Rt Hon ")
        .or_else(|| text.strip_prefix("The Rt Hon "))
        .unwrap_or(text);
    let mut title = Vec::new();
    if rest.len() < text.len() {
        title.push("Rt Hon".to_owned());
    }
    while let Some((word, after)) = rest.split_once(' ') {
        if !is_title(word) {
            break;
        }
        title.push(recase_title(word));
        rest = after;
    }
    (title.join(" "), rest.to_owned())
}

fn is_title(word: &str) -> bool {
    let lower = word.to_lowercase();
    TITLES.contains(&lower.as_str()) || TITLES.contains(&lower.trim_end_matches('.'))
}

fn recase_title(text: &str) -> String {
    let bare: Vec<String> = text
        .split(' ')
        .map(|word| capital(word.trim_end_matches('.')))
        .collect();
    bare.join(" ")
}

fn is_suffix(word: &str) -> bool {
    SUFFIXES.contains(&word.trim_end_matches('.').to_lowercase().as_str())
}

fn is_generation(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.').to_lowercase().as_str(),
        "jr" | "sr" | "jnr" | "snr" | "ii" | "iii" | "iv"
    )
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word.to_lowercase().as_str())
}

/// Takes a nickname in brackets or quotation marks out of a name.
fn take_preferred(text: &str, preferred: &mut String) -> String {
    for (open, close) in [('(', ')'), ('"', '"'), ('“', '”'), ('‘', '’')] {
        if let Some((before, after)) = text.split_once(open)
            && let Some((inside, behind)) = after.split_once(close)
            && inside.split(' ').count() <= 2
            && inside.chars().any(char::is_alphabetic)
        {
            *preferred = cased(inside.trim());
            return tidy(&format!("{before} {behind}"));
        }
    }
    text.to_owned()
}

fn cased(text: &str) -> String {
    if is_one_case(text) {
        recase(text)
    } else {
        text.to_owned()
    }
}

/// Whether every letter is a capital, or none: how a system, or a person in haste, writes a name.
fn is_one_case(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters > 2
        && (!text.chars().any(char::is_lowercase) || !text.chars().any(char::is_uppercase))
        && text.chars().any(|c| c.is_lowercase() || c.is_uppercase())
}

fn recase(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let several = words.len() > 1;
    let last = words.len().saturating_sub(1);
    let cased = words.iter().enumerate().map(|(at, word)| {
        let lower = word.to_lowercase();
        let keeps_low = matches!(
            lower.as_str(),
            "de" | "da"
                | "do"
                | "dos"
                | "das"
                | "del"
                | "della"
                | "der"
                | "den"
                | "di"
                | "du"
                | "van"
                | "von"
                | "zu"
                | "ten"
                | "ter"
                | "ap"
                | "ab"
                | "ferch"
                | "bin"
                | "ibn"
                | "af"
                | "av"
                | "y"
        );
        if is_generation(word) && lower.starts_with('i') {
            lower.to_uppercase()
        } else if several && at < last && keeps_low {
            lower
        } else {
            lower
                .split('-')
                .enumerate()
                .map(|(piece, text)| hyphened(piece, text))
                .collect::<Vec<_>>()
                .join("-")
        }
    });
    cased.collect::<Vec<_>>().join(" ")
}

fn hyphened(piece: usize, lower: &str) -> String {
    if piece == 0 && matches!(lower, "al" | "el") {
        return lower.to_owned();
    }
    if let Some((before, after)) = lower.split_once(['\'', '’']) {
        let mark = if lower.contains('’') { '’' } else { '\'' };
        return format!("{}{mark}{}", capital(before), capital(after));
    }
    match lower.strip_prefix("mc") {
        Some(rest) if rest.chars().count() > 2 => format!("Mc{}", capital(rest)),
        _ => capital(lower),
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first
            .to_uppercase()
            .chain(letters.as_str().to_lowercase().chars())
            .collect()
    })
}
