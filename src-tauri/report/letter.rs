//! The letter to one person whose record goes (RULEBOOK ERA-05): what goes, what stays and why, and where to
//! complain. It is made while the address is still there, and nothing of it is kept.

mod rights;

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::london_date;
use domain::dates::plain;
use domain::disclosure::NOTICE_DAYS;
use serde::Serialize;

use crate::erasure::Operator;
use crate::page::{self, PageError, Template, has_letters, in_letters};

pub use rights::{RightsItem, RightsLetter};

/// A line to be filled in by hand, where the fonts lack a letter of a name or an address.
const BY_HAND: &str = "________________________________";

/// What a letter says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The controller.
    pub organisation: String,
    /// The person's name.
    pub name: String,
    /// Their address, in lines; none where none is known.
    pub address: Vec<String>,
    /// Why their record goes, in a sentence.
    pub because: String,
    /// What stays and why, in sentences; none where everything goes.
    pub stays: Vec<String>,
    /// Kinds of recipient who are told; none where nothing was given to anybody.
    pub recipients: Vec<String>,
    /// Until when a backup may still hold the record; `None` where no backup was made.
    pub backups_until: Option<NaiveDate>,
    /// When it is made.
    pub at: DateTime<Utc>,
    /// Who makes it.
    pub by: Operator,
}

/// What the template of a letter sets.
#[derive(Serialize)]
pub(crate) struct Words {
    pub(crate) title: String,
    pub(crate) organisation: String,
    pub(crate) to: Vec<String>,
    pub(crate) date: String,
    pub(crate) greeting: String,
    pub(crate) parts: Vec<Part>,
    pub(crate) close: String,
    pub(crate) signed: String,
}

/// A part of a letter.
#[derive(Default, Serialize)]
pub(crate) struct Part {
    pub(crate) title: String,
    pub(crate) words: Vec<String>,
    pub(crate) items: Vec<String>,
}

/// Whom a letter goes to, and who writes it.
pub(crate) struct Addressed<'l> {
    pub(crate) organisation: &'l str,
    /// The person's name; empty where it is to be filled in by hand.
    pub(crate) name: &'l str,
    pub(crate) address: &'l [String],
    pub(crate) at: DateTime<Utc>,
    pub(crate) by: &'l Operator,
}

impl Addressed<'_> {
    /// The whole of a letter around its parts.
    pub(crate) fn letter(&self, title: String, parts: Vec<Part>) -> Words {
        let name = if self.name.is_empty() {
            BY_HAND.to_owned()
        } else {
            by_hand(self.name)
        };
        Words {
            title,
            organisation: in_letters(self.organisation),
            to: std::iter::once(name.clone())
                .chain(self.address.iter().map(|line| by_hand(line)))
                .collect(),
            date: plain(london_date(self.at)),
            greeting: format!("Dear {name},"),
            parts,
            close: "Yours sincerely,".to_owned(),
            signed: in_letters(&format!(
                "{}, {}, for {}",
                self.by.name, self.by.role, self.organisation
            )),
        }
    }
}

/// A name or a line of an address, or a line to be filled in by hand.
pub(crate) fn by_hand(text: &str) -> String {
    if has_letters(text) {
        text.to_owned()
    } else {
        BY_HAND.to_owned()
    }
}

/// Both ways to complain, and the court (RULEBOOK DSR-07).
fn if_you_disagree(organisation: &str) -> Part {
    Part {
        title: "If you disagree".to_owned(),
        words: vec![
            format!(
                "You may complain to us: write to {organisation} and say what is wrong. We confirm within 30 days that \
                 we have your complaint, look into it, and tell you what came of it (Data Protection Act 2018, section \
                 164A)."
            ),
            "You may also complain to the Information Commissioner (ico.org.uk, 0303 123 1113), and you may go to court."
                .to_owned(),
        ],
        ..Part::default()
    }
}

impl Letter {
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
        addressed.letter("Your record is being erased".to_owned(), self.parts())
    }

    fn parts(&self) -> Vec<Part> {
        let organisation = in_letters(&self.organisation);
        vec![
            Part {
                words: vec![
                    format!(
                        "{organisation} is about to erase the record it keeps of you as an applicant. We write now, \
                         because afterwards we no longer have your address."
                    ),
                    in_letters(&self.because),
                ],
                ..Part::default()
            },
            Part {
                title: "What goes".to_owned(),
                items: [
                    "your name, and how to reach you",
                    "your applications, their history, and what was written about them",
                    "the documents you sent us, and those that others sent or we made of you",
                    "permissions you gave, and a place on our reserve list if you had one",
                    "anything kept under seal, such as documents of identity or what you told us of your health",
                    "every entry by which your record could be found by searching",
                ]
                .map(str::to_owned)
                .to_vec(),
                words: vec!["All of it, for good. We then search our records to see that nothing is left:".to_owned()],
            },
            self.what_stays(),
            Part {
                title: "Copies elsewhere".to_owned(),
                words: vec![
                    match self.backups_until {
                        Some(until) => format!(
                            "A backup may still hold your record until {}. Until then it is out of use: nobody looks \
                             at it, no decision is made by it, and if a backup has to be brought back, your record is \
                             erased from it before anybody can use it.",
                            plain(until)
                        ),
                        None => "No backup that our program made holds your record.".to_owned(),
                    },
                    if self.recipients.is_empty() {
                        "We have no record that we gave anything of yours to anybody outside.".to_owned()
                    } else {
                        in_letters(&format!(
                            "We tell those to whom we gave something of yours, within {NOTICE_DAYS} days, that it was \
                             erased: {}.",
                            self.recipients.join("; ")
                        ))
                    },
                ],
                ..Part::default()
            },
            if_you_disagree(&organisation),
        ]
    }

    fn what_stays(&self) -> Part {
        let title = "What stays".to_owned();
        let counts = "Three counts stay, with nothing that leads to you: where applicants came from, the stage they \
                      reached, and the reason given."
            .to_owned();
        if self.stays.is_empty() {
            return Part {
                title,
                words: vec![format!("Nothing of your record. {counts}")],
                ..Part::default()
            };
        }
        Part {
            title,
            words: vec![
                counts,
                "This stays as well, for that reason and nothing else:".to_owned(),
            ],
            items: self.stays.iter().map(|text| in_letters(text)).collect(),
        }
    }
}
