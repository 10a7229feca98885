//! Words of the documents: rules, classes and instants as people read them.

use chrono::{DateTime, Utc};
use domain::clock::london_time;
use domain::dates::plain;
use domain::retention::DataClass;

/// What a rule is for, in a few words (RULEBOOK 4.3).
pub fn rule(id: &str) -> &'static str {
    match id {
        "RET-01" => "vacancy closed out without a decision",
        "RET-02" => "application ended without hire",
        "RET-03" => "permission to be kept longer has ended",
        "RET-04" => "permission withdrawn",
        "RET-05" => "place on the reserve list has ended",
        "RET-06" => "legal hold released",
        "RET-07" => "request for erasure upheld",
        "RET-08" => "restriction lifted",
        "RET-09" => "complaint or incident closed",
        "RET-10" => "criminal-record information",
        "RET-11" => "identity and right to work copies",
        "RET-12" => "equality monitoring answers",
        "RET-13" => "hired, and handed over to HR",
        "RET-14" => "never applied, or the notice was not given in time",
        "C9" => "public-domain material",
        "C9a" => "recordings",
        "C10" => "device and visit data",
        "C11" => "health and adjustments",
        _ => "another rule of retention",
    }
}

/// A class of data (RULEBOOK 4.2).
pub(crate) const fn class(class: DataClass) -> &'static str {
    match class {
        DataClass::Contact => "Name and contact details",
        DataClass::IdentityDocument => "Copies of identity documents and proof of address",
        DataClass::Form => "Forms, CV, letter and qualifications",
        DataClass::Reference => "References",
        DataClass::Test => "Tests and marks",
        DataClass::RightToWork => "Right to work: status and documents",
        DataClass::Equality => "Answers to equality monitoring",
        DataClass::Correspondence => "Letters and messages",
        DataClass::ToolUse => "Status history and use of the recruitment tools",
        DataClass::Opinion => "Opinions, notes and scores",
        DataClass::PublicDomain => "Material from public sources",
        DataClass::Recording => "Recordings of interviews and calls",
        DataClass::Device => "Device and visit data",
        DataClass::Health => "Health and adjustments",
        DataClass::CriminalRecord => "Criminal-record information",
        DataClass::Vetting => "Security vetting",
    }
}

/// An instant as clocks in London show it, with the instant itself: "27 November 2026 at 11:02 (…Z)".
pub fn written_instant(at: DateTime<Utc>) -> String {
    let london = london_time(at);
    format!(
        "{} at {} London time ({})",
        plain(london.date_naive()),
        london.format("%H:%M"),
        at.format("%Y-%m-%dT%H:%M:%SZ")
    )
}

/// The day and time alone.
pub(crate) fn short_instant(at: DateTime<Utc>) -> String {
    london_time(at).format("%-d %b %Y, %H:%M").to_string()
}

/// A number with its thousands apart: "1,840".
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number with its noun: "1 page", "2 pages".
pub(crate) fn many(number: u64, one: &str, more: &str) -> String {
    format!(
        "{} {}",
        thousands(number),
        if number == 1 { one } else { more }
    )
}

/// The words with a capital letter at their beginning.
pub(crate) fn begun(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        format!("{}{}", first.to_uppercase(), letters.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(thousands(7), "7");
        assert_eq!(thousands(1840), "1,840");
        assert_eq!(thousands(12_345_678), "12,345,678");
    }
}
