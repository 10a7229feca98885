//! The letter that confirms the receipt of a request or of a complaint (RULEBOOK DSR-02, CMP-02), and the form on which
//! somebody may complain (CMP-01). The letter is for one person, carries no proof, and nothing of it is kept; the form names
//! nobody.

use chrono::{DateTime, NaiveDate, Utc};
use domain::complaint::ComplaintTopic;
use domain::dates::plain;

use crate::document::{Document, Fact, Section};
use crate::erasure::Operator;
use crate::letter::{Addressed, Part, Words};
use crate::page::{self, PageError, Template, in_letters};

/// What is confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReceiptOf {
    /// A request of somebody about their data.
    Request {
        /// What they asked for: "to see what we hold of you".
        asked: Vec<String>,
        /// Where the answer stands: by when it goes, or what it waits for.
        clock: String,
    },
    /// A complaint about how data were handled.
    Complaint {
        /// What it is about.
        topic: ComplaintTopic,
    },
}

/// What the letter says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptLetter {
    /// The controller.
    pub organisation: String,
    /// Who can be asked.
    pub contact: Vec<String>,
    /// What the request or the complaint is called: "R-0001".
    pub number: String,
    /// The person's name; empty where it is to be filled in by hand.
    pub name: String,
    /// Their address, in lines; none where none is known.
    pub address: Vec<String>,
    /// The day it came.
    pub received_on: NaiveDate,
    /// What is confirmed.
    pub of: ReceiptOf,
    /// When it is made.
    pub at: DateTime<Utc>,
    /// Who makes it.
    pub by: Operator,
}

impl ReceiptLetter {
    /// The letter as a PDF.
    ///
    /// # Errors
    /// [`PageError`] when it can't be set.
    pub fn pdf(&self) -> Result<Vec<u8>, PageError> {
        page::set(Template::Letter, &self.words(), self.at)
    }

    fn words(&self) -> Words {
        let what = match self.of {
            ReceiptOf::Request { .. } => "request",
            ReceiptOf::Complaint { .. } => "complaint",
        };
        let addressed = Addressed {
            organisation: &self.organisation,
            name: &self.name,
            address: &self.address,
            at: self.at,
            by: &self.by,
        };
        addressed.letter(format!("We have your {what} {}", self.number), self.parts())
    }

    fn parts(&self) -> Vec<Part> {
        let received = plain(self.received_on);
        let (first, next) = match &self.of {
            ReceiptOf::Request { asked, clock } => (
                Part {
                    words: vec![format!(
                        "Your request about your personal data reached us on {received}. You asked:"
                    )],
                    items: asked.clone(),
                    ..Part::default()
                },
                vec![
                    clock.clone(),
                    "It costs you nothing. If it will take longer, or we can’t do all of it, we tell you why before that \
                     day (UK GDPR, Article 12)."
                        .to_owned(),
                ],
            ),
            ReceiptOf::Complaint { topic } => (
                Part {
                    words: vec![format!(
                        "On {received} we received your complaint that {}. We confirm that we have it (Data Protection Act \
                         2018, section 164A).",
                        topic.phrase()
                    )],
                    ..Part::default()
                },
                vec![
                    "We look into it now. While that takes, we tell you every four weeks how far we have come, and what came \
                     of it without undue delay. Somebody whom the complaint is not about deals with it."
                        .to_owned(),
                ],
            ),
        };
        let contact = if self.contact.is_empty() {
            self.organisation.clone()
        } else {
            self.contact.join("; ")
        };
        vec![
            first,
            Part {
                title: "What happens next".to_owned(),
                words: next,
                ..Part::default()
            },
            Part {
                title: "If you have questions".to_owned(),
                words: vec![in_letters(&format!(
                    "Ask us, and give the number {}: {contact}. You may also complain to the Information Commissioner \
                     (ico.org.uk, 0303 123 1113) at any time.",
                    self.number
                ))],
                ..Part::default()
            },
        ]
    }
}

/// The form on which somebody may complain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComplaintForm {
    /// The controller.
    pub organisation: String,
    /// To whom it goes.
    pub contact: Vec<String>,
    /// When it is made.
    pub at: DateTime<Utc>,
}

impl ComplaintForm {
    /// The form as a PDF.
    ///
    /// # Errors
    /// [`PageError`] when it can't be set.
    pub fn pdf(&self) -> Result<Vec<u8>, PageError> {
        self.document().plain_pdf(self.at)
    }

    fn document(&self) -> Document {
        let organisation = &self.organisation;
        let contact = if self.contact.is_empty() {
            organisation.clone()
        } else {
            self.contact.join("; ")
        };
        Document {
            title: "Complaint form".to_owned(),
            number: String::new(),
            organisation: organisation.clone(),
            headline: "How we handled your personal data".to_owned(),
            lede: vec![format!(
                "You need no form to complain, and may do so by any means; this one may help. We confirm within 30 days that \
                 we have your complaint, look into it at once, and tell you what came of it (Data Protection Act 2018, section \
                 164A). {organisation} keeps what you write here with the complaint, and for a year after you were told."
            )],
            facts: vec![Fact::new("Send it to", contact)],
            sections: vec![
                blanks(
                    "You",
                    &[
                        ("Your name", 1),
                        ("How to reach you", 2),
                        ("The role you applied for, if you did", 1),
                    ],
                ),
                blanks(
                    "Your complaint",
                    &[
                        ("What went wrong, and when", 10),
                        ("What you would like us to do", 5),
                        ("A request of yours it is about, by its number (R-…)", 1),
                    ],
                ),
                blanks("Signed", &[("Name", 1), ("Date", 1)]),
                Section::of_words(
                    "For us to fill in",
                    vec![
                        "Received on ____________________   by ____________________   number C- ____________".to_owned(),
                    ],
                ),
                Section::of_words(
                    "You may also",
                    vec![
                        "complain to the Information Commissioner (ico.org.uk, 0303 123 1113), and go to court."
                            .to_owned(),
                    ],
                ),
            ],
            foot: format!("{organisation}: complaint form"),
        }
    }
}

/// Questions, each with lines to write on.
fn blanks(title: &str, asked: &[(&str, usize)]) -> Section {
    Section {
        title: title.to_owned(),
        head: vec!["Question".to_owned(), "Your answer".to_owned()],
        widths: vec![3, 7],
        rows: asked
            .iter()
            .map(|(question, lines)| vec![(*question).to_owned(), LINE.repeat(*lines)])
            .collect(),
        ..Section::default()
    }
}

/// A line to write on, as wide as the column and with room above it.
const LINE: &str = "\n______________________________________________________\n";

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(of: ReceiptOf) -> ReceiptLetter {
        ReceiptLetter {
            organisation: "Office of the Example".to_owned(),
            contact: vec!["Alex Example, data protection officer".to_owned()],
            number: "R-0001".to_owned(),
            name: "Wilhelmina Quackenbush".to_owned(),
            address: Vec::new(),
            received_on: "2026-11-25".parse().expect("a day"),
            of,
            at: "2026-11-28T12:00:00Z".parse().expect("an instant"),
            by: Operator {
                name: "Jo".to_owned(),
                role: "HR administrator".to_owned(),
            },
        }
    }

    fn text(letter: &ReceiptLetter) -> String {
        let words = letter.words();
        let said = words.parts.iter().flat_map(|part| {
            std::iter::once(&part.title)
                .chain(&part.words)
                .chain(&part.items)
        });
        said.cloned().collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_receipt_says_what_came_when_and_what_happens_next() {
        let request = letter(ReceiptOf::Request {
            asked: vec!["to see what we hold of you".to_owned()],
            clock: "Answer by 29 December 2026.".to_owned(),
        });
        let said = text(&request);
        for part in [
            "reached us on 25 November 2026",
            "to see what we hold of you",
            "Answer by 29 December 2026.",
            "R-0001: Alex Example",
        ] {
            assert!(said.contains(part), "{part} in {said}");
        }
        let complaint = letter(ReceiptOf::Complaint {
            topic: ComplaintTopic::KeptTooLong,
        });
        let said = text(&complaint);
        assert!(
            said.contains("your complaint that we keep information"),
            "{said}"
        );
        assert!(said.contains("164A") && said.contains("ico.org.uk"));
        assert!(complaint.pdf().expect("a PDF").starts_with(b"%PDF-"));
    }

    #[test]
    fn a_form_is_a_pdf_with_lines_to_write_on() {
        let form = ComplaintForm {
            organisation: "Office of the Example".to_owned(),
            contact: Vec::new(),
            at: "2026-11-28T12:00:00Z".parse().expect("an instant"),
        };
        assert!(form.pdf().expect("a PDF").starts_with(b"%PDF-"));
        let document = form.document();
        assert!(document.sections.iter().flat_map(|part| &part.rows).count() == 8);
    }
}
