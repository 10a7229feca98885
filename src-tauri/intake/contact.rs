//! E-mail addresses, telephone numbers and postal addresses as cells hold them.

use domain::text::{Email, Line, Phone, tidy};

use crate::clean;
use crate::warning::{RowWarnings, Warning};

/// The most values of a kind taken of one cell; more is no contact detail but something else.
const MOST: usize = 10;

/// Reads every address of a cell into `into`.
pub(crate) fn emails(raw: &str, into: &mut Vec<Email>, warnings: &mut RowWarnings) {
    let text = clean::unguard(raw);
    if text.is_empty() {
        return;
    }
    let mut found = false;
    for part in text
        .split([';', ',', '|', ' ', '\n', '\r', '\t', '<', '>', '"'])
        .filter(|part| part.contains('@'))
    {
        found = true;
        if into.len() >= MOST {
            break;
        }
        let part = part.trim_matches(|c: char| matches!(c, '\'' | '(' | ')' | '[' | ']'));
        let part = part
            .get(..7)
            .filter(|start| start.eq_ignore_ascii_case("mailto:"))
            .map_or(part, |_| part.get(7..).unwrap_or_default());
        let part = part.split('?').next().unwrap_or_default();
        // An address in capitals throughout was shouted by a system, not chosen by a person.
        let part = if part.chars().any(char::is_lowercase) {
            part.to_owned()
        } else {
            part.to_lowercase()
        };
        if clean::is_formula(&part) {
            warnings.add(Warning::BadEmail);
            continue;
        }
        match Email::parse(&part) {
            Ok(email) if into.iter().any(|held| held.key() == email.key()) => {}
            Ok(email) => into.push(email),
            Err(_) => warnings.add(Warning::BadEmail),
        }
    }
    if !found && tidy(text).chars().any(char::is_alphanumeric) {
        warnings.add(Warning::BadEmail);
    }
}

/// Reads every number of a cell into `into`.
pub(crate) fn phones(raw: &str, into: &mut Vec<Phone>, warnings: &mut RowWarnings) {
    for part in raw.split([';', ',', '|', '\n', '\r']) {
        let part = tidy(clean::unguard(part));
        // A number that went through a spreadsheet as one has lost nothing but its form.
        let part = part.strip_prefix("tel:").unwrap_or(&part);
        let part = part.strip_suffix(".0").unwrap_or(part);
        if !part.chars().any(char::is_alphanumeric) {
            continue;
        }
        if into.len() >= MOST {
            break;
        }
        match Phone::parse(&mended(part)) {
            Ok(phone) if into.iter().any(|held| held.key() == phone.key()) => {}
            Ok(phone) => into.push(phone),
            Err(_) => warnings.add(Warning::BadPhone),
        }
    }
}

/// `+44 44 7791…`: a system has set the country's code before a number that had it. No number of the United Kingdom
/// begins with 44 inside the country, so nothing is lost.
fn mended(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let national = digits
        .strip_prefix("4444")
        .filter(|rest| rest.len() == 10 && text.starts_with('+'));
    national.map_or_else(|| text.to_owned(), |rest| format!("+44 {rest}"))
}

/// Reads the lines of an address cell into `into`.
pub(crate) fn address(raw: &str, into: &mut Vec<Line>, warnings: &mut RowWarnings) {
    for part in clean::text(raw).split(['\n', '\r']) {
        if into.len() < MOST {
            push_line(part, into, warnings);
        }
    }
}

fn push_line(raw: &str, into: &mut Vec<Line>, warnings: &mut RowWarnings) {
    match Line::parse_optional(raw) {
        Ok(Some(line)) if into.contains(&line) => {}
        Ok(Some(line)) => into.push(line),
        Ok(None) => {}
        Err(_) => warnings.add(Warning::TextTooLong),
    }
}

/// Reads one line of text, dropping it with a warning where it is too long.
pub(crate) fn line(raw: &str, warnings: &mut RowWarnings) -> Option<Line> {
    Line::parse_optional(&clean::text(raw)).unwrap_or_else(|_| {
        warnings.add(Warning::TextTooLong);
        None
    })
}

/// Reads a postcode: capitals, one space before the last three where it is the United Kingdom's form.
pub(crate) fn postcode(raw: &str, warnings: &mut RowWarnings) -> Option<Line> {
    let capitals = clean::text(raw).to_uppercase();
    let joined: String = capitals
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let inward = joined
        .len()
        .checked_sub(3)
        .and_then(|at| joined.split_at_checked(at));
    let is_british = inward.is_some_and(|(outward, inward)| {
        (2..=4).contains(&outward.len())
            && outward.starts_with(|c: char| c.is_ascii_alphabetic())
            && inward.starts_with(|c: char| c.is_ascii_digit())
            && inward.chars().skip(1).all(|c| c.is_ascii_alphabetic())
    });
    match inward {
        Some((outward, inward)) if is_british => line(&format!("{outward} {inward}"), warnings),
        _ => line(&capitals, warnings),
    }
}
