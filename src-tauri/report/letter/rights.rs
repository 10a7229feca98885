//! The answer to a request of somebody about their data (RULEBOOK DSR-07): what became of each right, why a part was not
//! done, and where to complain.

use chrono::{DateTime, NaiveDate, Utc};
use domain::dates::plain;

use super::{Addressed, Part, Words, if_you_disagree};
use crate::erasure::Operator;
use crate::page::{self, PageError, Template, in_letters};

/// What became of one right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RightsItem {
    /// What was asked for: "to see what we hold of you".
    pub asked: String,
    /// What became of it, in sentences.
    pub answer: Vec<String>,
    /// Why a part or all of it was not done, each with where the law says so; none where it was done.
    pub because: Vec<String>,
}

/// What the letter says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RightsLetter {
    /// The controller.
    pub organisation: String,
    /// What the request is called: "R-0001".
    pub number: String,
    /// The person's name; empty where it is to be filled in by hand.
    pub name: String,
    /// Their address, in lines.
    pub address: Vec<String>,
    /// The day the request came in.
    pub received_on: NaiveDate,
    /// Right by right.
    pub items: Vec<RightsItem>,
    /// When it is made.
    pub at: DateTime<Utc>,
    /// Who makes it.
    pub by: Operator,
}

impl RightsLetter {
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
        addressed.letter(format!("Your request {}", self.number), self.parts())
    }

    fn parts(&self) -> Vec<Part> {
        let organisation = in_letters(&self.organisation);
        let mut parts = vec![Part {
            words: vec![format!(
                "You asked {organisation} about your personal data; your request reached us on {}. This is our answer.",
                plain(self.received_on)
            )],
            ..Part::default()
        }];
        for item in &self.items {
            let because: Vec<String> = item.because.iter().map(|text| in_letters(text)).collect();
            let mut words: Vec<String> = item.answer.iter().map(|text| in_letters(text)).collect();
            if !because.is_empty() {
                words.push("This is why:".to_owned());
            }
            parts.push(Part {
                title: format!("You asked {}", item.asked),
                words,
                items: because,
            });
        }
        parts.push(if_you_disagree(&organisation));
        parts
    }
}
