//! The notice to a recipient that what it was given of somebody was erased, corrected or restricted (UK GDPR Art 19). It names
//! them, so it is made before they go where they do, and nothing of it is kept. Plain text, so that no letter of a name is missing.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::london_date;
use domain::dates::plain;
use domain::disclosure::ToldOf;
use domain::retention::DataClass;
use domain::sharing::Purpose;

use crate::erasure::Operator;
use crate::words::class;

/// What one recipient is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipientLetter {
    /// The controller.
    pub organisation: String,
    /// The recipient's name.
    pub recipient: String,
    /// What was done.
    pub told: ToldOf,
    /// What was corrected, and what it says now; none where nothing of that was given, or nothing was corrected.
    pub corrected: Vec<String>,
    /// What it was given, of whom, by name and day.
    pub given: Vec<GivenLine>,
    /// When it is made.
    pub at: DateTime<Utc>,
    /// Who makes it.
    pub by: Operator,
}

/// Something that a recipient was given of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenLine {
    /// Of whom.
    pub name: String,
    /// The title of the vacancy whose application alone goes; `None` where they go whole.
    pub vacancy_title: Option<String>,
    /// The day it was given.
    pub on: NaiveDate,
    /// What for.
    pub purpose: Purpose,
    /// What.
    pub classes: BTreeSet<DataClass>,
}

impl RecipientLetter {
    /// The notice as a text file, UTF-8, with the line ends that every system's own programs read.
    pub fn bytes(&self) -> Vec<u8> {
        let mut text = String::new();
        for line in self.lines() {
            text.push_str(&line);
            text.push_str("\r\n");
        }
        text.into_bytes()
    }

    fn lines(&self) -> Vec<String> {
        let organisation = &self.organisation;
        let mut lines = vec![
            organisation.clone(),
            plain(london_date(self.at)),
            String::new(),
            format!("To: {}", self.recipient),
            String::new(),
            format!(
                "Notice that personal data were {} (UK GDPR Article 19)",
                self.done()
            ),
            String::new(),
        ];
        lines.extend(self.asks());
        let mut last = None;
        for given in &self.given {
            let about = (&given.name, &given.vacancy_title);
            if last != Some(about) {
                lines.push(String::new());
                lines.push(match &given.vacancy_title {
                    Some(title) => {
                        format!("{}: the application for {title}, and no other", given.name)
                    }
                    None => given.name.clone(),
                });
                last = Some(about);
            }
            let classes: Vec<&str> = given.classes.iter().map(|one| class(*one)).collect();
            lines.push(format!(
                "  - on {}, {}: {}",
                plain(given.on),
                given.purpose.phrase(),
                classes.join("; ")
            ));
        }
        if !self.corrected.is_empty() {
            lines.push(String::new());
            lines.push("Corrected:".to_owned());
            lines.extend(self.corrected.iter().map(|what| format!("  - {what}")));
        }
        lines.extend([
            String::new(),
            "Please erase this notice as well when you have done so.".to_owned(),
            String::new(),
            format!("{}, {}, for {organisation}", self.by.name, self.by.role),
        ]);
        lines
    }

    const fn done(&self) -> &'static str {
        match self.told {
            ToldOf::Erasure => "erased",
            ToldOf::Rectification => "corrected",
            ToldOf::Restriction => "restricted",
        }
    }

    /// What was done, and what the recipient is asked to do.
    fn asks(&self) -> Vec<String> {
        let organisation = &self.organisation;
        match self.told {
            ToldOf::Erasure => vec![
                format!("{organisation} gave you personal data of the applicants named below, and erases its own now."),
                "Please erase what you hold of them from us, and tell whoever you passed it on to. Where you are a".to_owned(),
                "controller yourself, decide by the same law whether you may keep it.".to_owned(),
            ],
            ToldOf::Rectification => vec![
                format!("{organisation} gave you personal data of the applicant named below, and has corrected its own."),
                "Please correct what you hold of them from us, and tell whoever you passed it on to. Ask us where you need".to_owned(),
                "more to do so.".to_owned(),
            ],
            ToldOf::Restriction => vec![
                format!("{organisation} gave you personal data of the applicant named below, and only stores its own now."),
                "Please do nothing with what you hold of them from us but store it, until we tell you (UK GDPR Article 18),".to_owned(),
                "and tell whoever you passed it on to.".to_owned(),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_says_of_whom_what_was_given_and_when() {
        let given = |on: &str| GivenLine {
            name: "Zoë Ødegård".to_owned(),
            vacancy_title: None,
            on: on.parse().expect("a day"),
            purpose: Purpose::OfficeReview,
            classes: [DataClass::Contact, DataClass::Form].into(),
        };
        let letter = RecipientLetter {
            organisation: "Office of the Example".to_owned(),
            recipient: "Office of A. Member".to_owned(),
            told: ToldOf::Erasure,
            corrected: Vec::new(),
            given: vec![given("2026-03-01"), given("2026-03-09")],
            at: "2026-11-27T12:00:00Z".parse().expect("an instant"),
            by: Operator {
                name: "Alex Example".to_owned(),
                role: "HR administrator".to_owned(),
            },
        };
        let text = String::from_utf8(letter.bytes()).expect("text");
        assert_eq!(
            text.matches("Zoë Ødegård").count(),
            1,
            "once, with both days"
        );
        assert!(
            text.contains(
                "  - on 9 March 2026, for a review by an MP’s office or a department: Name and contact details; \
                 Forms, CV, letter and qualifications\r\n"
            ),
            "{text}"
        );
        assert!(text.contains("To: Office of A. Member\r\n"));
    }
}
