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

/// The words with a capital letter at their beginning.
pub(crate) fn begun(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        format!("{}{}", first.to_uppercase(), letters.as_str())
    })
}
