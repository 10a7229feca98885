//! The letter that tells somebody what came of their complaint (RULEBOOK CMP-04): what was found, what was done, and the two
//! ways that are open to them. It is for one person, carries no proof, and nothing of it is kept.

use chrono::{DateTime, NaiveDate, Utc};
use domain::complaint::{ComplaintOutcome, ComplaintTopic};
use domain::dates::plain;

use crate::erasure::Operator;
use crate::letter::{Addressed, Part, Words};
use crate::page::{self, PageError, Template, in_letters};

/// What the letter says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComplaintLetter {
    /// The controller.
    pub organisation: String,
    /// Who can be asked.
    pub contact: Vec<String>,
    /// What the complaint is called: "C-0003".
    pub number: String,
    /// The person's name.
    pub name: String,
    /// Their address, in lines; none where none is known.
    pub address: Vec<String>,
    /// The day the complaint came.
    pub received_on: NaiveDate,
    /// What it is about.
    pub topic: ComplaintTopic,
    /// What came of it.
    pub outcome: ComplaintOutcome,
    /// What was found, in the organisation's words.
    pub reasons: String,
    /// What was changed because of it, in the organisation's words; empty where nothing was.
    pub changes: String,
    /// When it is made.
    pub at: DateTime<Utc>,
    /// Who makes it.
    pub by: Operator,
}

impl ComplaintLetter {
    /// The letter as a PDF.
    ///
    /// # Errors
    /// [`PageError`] when it can't be set.
    pub fn pdf(&self) -> Result<Vec<u8>, PageError> {
        page::set(Template::Letter, &self.words(), self.at)
    }

    fn words(&self) -> Words {
        let addressed = Addressed {
            organisation: &self.organisation,
            name: &self.name,
            address: &self.address,
            at: self.at,
            by: &self.by,
        };
        addressed.letter(
            format!("What came of your complaint {}", self.number),
            self.parts(),
        )
    }

    fn parts(&self) -> Vec<Part> {
        let mut parts = vec![
            Part {
                words: vec![
                    format!(
                        "On {} we received your complaint that {}.",
                        plain(self.received_on),
                        self.topic.phrase()
                    ),
                    self.outcome.sentence().to_owned(),
                ],
                ..Part::default()
            },
            Part {
                title: "What we found".to_owned(),
                words: paragraphs(&self.reasons),
                ..Part::default()
            },
        ];
        if !self.changes.is_empty() {
            parts.push(Part {
                title: "What we did".to_owned(),
                words: paragraphs(&self.changes),
                ..Part::default()
            });
        }
        parts.push(Part {
            title: "If you disagree".to_owned(),
            words: vec![
                "You may complain to the Information Commissioner (ico.org.uk, 0303 123 1113), who asks you to come within \
                 three months of the last word you had from us (Data Protection Act 2018, section 165)."
                    .to_owned(),
                "You may also go to court, for an order that we keep the law and for compensation (UK GDPR, Articles 79 and \
                 82). You need not have been to the Information Commissioner first."
                    .to_owned(),
                in_letters(&format!(
                    "You can ask us anything about this: {}.",
                    if self.contact.is_empty() {
                        self.organisation.clone()
                    } else {
                        self.contact.join("; ")
                    }
                )),
            ],
            ..Part::default()
        });
        parts
    }
}

/// The organisation's own words, a paragraph a line.
fn paragraphs(words: &str) -> Vec<String> {
    words
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(in_letters)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> ComplaintLetter {
        ComplaintLetter {
            organisation: "Office of the Example".to_owned(),
            contact: vec!["Alex Example, data protection officer".to_owned()],
            number: "C-0001".to_owned(),
            name: "Wilhelmina Quackenbush".to_owned(),
            address: Vec::new(),
            received_on: "2026-11-25".parse().expect("a day"),
            topic: ComplaintTopic::KeptTooLong,
            outcome: ComplaintOutcome::PartlyUpheld,
            reasons: "Your form was kept.\nYour CV was not.".to_owned(),
            changes: String::new(),
            at: "2026-11-28T12:00:00Z".parse().expect("an instant"),
            by: Operator {
                name: "Jo".to_owned(),
                role: "HR administrator".to_owned(),
            },
        }
    }

    fn text(letter: &ComplaintLetter) -> String {
        let words = letter.words();
        let parts = words.parts.iter();
        parts
            .flat_map(|part| std::iter::once(&part.title).chain(&part.words))
            .cloned()
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn the_letter_says_what_was_found_and_names_the_regulator_and_the_court() {
        let text = text(&letter());
        for said in [
            "On 25 November 2026 we received your complaint that we keep information about you for too long.",
            "you are right in part",
            "Your form was kept.\nYour CV was not.",
            "ico.org.uk",
            "You may also go to court",
            "Alex Example, data protection officer.",
        ] {
            assert!(text.contains(said), "{said} in {text}");
        }
        assert!(!text.contains("What we did"), "nobody wrote anything");
    }

    #[test]
    fn the_letter_is_a_pdf() {
        let bytes = letter().pdf().expect("a PDF");
        assert!(bytes.starts_with(b"%PDF-"));
    }
}
