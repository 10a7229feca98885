//! What goes out of an incident: the draft of a report to the regulator, with what UK GDPR Art 33(3) asks for, and the
//! text of a letter to the people affected (Art 34(2)). Neither names anybody affected.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use domain::dates::plain;
use domain::incident::{IncidentKind, LaptopState, NotTold, Risk};
use domain::number::many;
use domain::retention::DataClass;
use serde::Serialize;
use serde_json::Value;

use crate::document::{Document, Fact, Section};
use crate::erasure::Operator;
use crate::words::{begun, class, short_instant, written_instant};

/// An incident as the regulator is told of it, as data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IncidentReport {
    /// What it is called: "I-0003".
    pub number: String,
    /// The controller.
    pub organisation: String,
    /// Who can be asked: the data protection officers, or whoever makes the report.
    pub contact: Vec<String>,
    /// When the document was made.
    pub made_at: DateTime<Utc>,
    /// Who made it.
    pub made_by: Operator,
    /// The version of the program.
    pub program: String,
    /// The fingerprint of the key that signs it.
    pub key: String,
    /// What happened.
    pub kind: IncidentKind,
    /// The same in the organisation's words.
    pub facts: String,
    /// The day it happened; `None` where it is not known.
    pub happened_on: Option<NaiveDate>,
    /// When it was noticed.
    pub noticed_at: DateTime<Utc>,
    /// When the organisation became aware.
    pub aware_at: DateTime<Utc>,
    /// Why that is not when it was noticed; empty where it is.
    pub aware_reason: String,
    /// 72 hours later.
    pub due_at: DateTime<Utc>,
    /// How the laptop stood; `None` where Fairhold was not on what was lost.
    pub laptop: Option<LaptopState>,
    /// How many people are affected; `None` while nobody has said.
    pub people: Option<u64>,
    /// Which data.
    pub classes: BTreeSet<DataClass>,
    /// The risk; `None` while it was not assessed.
    pub risk: Option<Risk>,
    /// Why, in the organisation's words.
    pub grounds: String,
    /// What may come of it, in the organisation's words.
    pub consequences: String,
    /// What was done about it, in the organisation's words.
    pub measures: String,
    /// When the regulator was told; `None` while it was not.
    pub reported_at: Option<DateTime<Utc>>,
    /// Its reference.
    pub reference: Option<String>,
    /// Why it was late, in the organisation's words; empty where it was not.
    pub late: String,
    /// Why the regulator is not told, in the organisation's words; empty where it is.
    pub not_reported: String,
    /// How many people were told.
    pub told: u64,
    /// Why they are not told one by one.
    pub not_told: Option<NotTold>,
}

impl IncidentReport {
    /// The report as JSON.
    pub fn data(&self) -> Value {
        // It is made of text, whole numbers and days: there is always JSON for it.
        serde_json::to_value(self).unwrap_or_default()
    }

    /// The report in words.
    pub fn document(&self) -> Document {
        Document {
            title: "Report of a personal data breach (draft)".to_owned(),
            number: self.number.clone(),
            organisation: self.organisation.clone(),
            headline: format!("{}.", begun(self.kind.phrase())),
            lede: vec![self.standing()],
            facts: self.facts_of_it(),
            sections: vec![
                Section::of_words("What happened (Art 33(3)(a))", told(&self.facts)),
                self.data_concerned(),
                Section::of_words("Whom to ask (Art 33(3)(b))", self.contact.clone()),
                Section::of_words(
                    "What may come of it (Art 33(3)(c))",
                    [self.risk_words(), told(&self.consequences)].concat(),
                ),
                Section::of_words(
                    "What was done about it (Art 33(3)(d))",
                    told(&self.measures),
                ),
                Section::of_words("The people affected (Art 34)", vec![self.telling()]),
                self.proof(),
            ],
            foot: format!(
                "{} · incident {} · made {} by Fairhold {}",
                self.organisation,
                self.number,
                short_instant(self.made_at),
                self.program
            ),
        }
    }

    fn standing(&self) -> String {
        match self.reported_at {
            Some(at) => format!("The ICO was told on {}.", written_instant(at)),
            None if !self.not_reported.is_empty() => {
                "The organisation decided not to tell the ICO, since a risk to people is unlikely."
                    .to_owned()
            }
            None => format!(
                "The ICO is told by {}: 72 hours after the organisation became aware (Art 33(1)). What is not known yet \
                 may follow in phases (Art 33(4)).",
                written_instant(self.due_at)
            ),
        }
    }

    fn facts_of_it(&self) -> Vec<Fact> {
        let mut facts = vec![
            Fact::new("Controller", self.organisation.clone()),
            Fact::new(
                "Happened on",
                self.happened_on
                    .map_or_else(|| "not known".to_owned(), plain),
            ),
            Fact::new("Noticed", written_instant(self.noticed_at)),
            Fact::new("Aware since", written_instant(self.aware_at)),
        ];
        if !self.aware_reason.is_empty() {
            facts.push(Fact::new("Aware later because", self.aware_reason.clone()));
        }
        facts.push(Fact::new("Due to the ICO", written_instant(self.due_at)));
        if let Some(at) = self.reported_at {
            facts.push(Fact::new("ICO told", written_instant(at)));
        }
        if let Some(reference) = &self.reference {
            facts.push(Fact::new("ICO’s reference", reference.clone()));
        }
        if !self.late.is_empty() {
            facts.push(Fact::new("Reasons for the delay", self.late.clone()));
        }
        if !self.not_reported.is_empty() {
            facts.push(Fact::new(
                "Reasons not to tell the ICO",
                self.not_reported.clone(),
            ));
        }
        facts.push(Fact::new(
            "Document made by",
            format!("{}, {}", self.made_by.name, self.made_by.role),
        ));
        facts
    }

    fn data_concerned(&self) -> Section {
        let people = match self.people {
            Some(0) => "No candidate’s record is affected.".to_owned(),
            Some(people) => format!(
                "About {} affected.",
                many(people, "person is", "people are")
            ),
            None => "How many people are affected is not known yet.".to_owned(),
        };
        let mut words = vec![people];
        words.extend(self.laptop.map(|state| laptop(state).to_owned()));
        if self.classes.is_empty() {
            words.push("Which data are affected is not known yet.".to_owned());
        }
        Section {
            title: "Whose data, and which (Art 33(3)(a))".to_owned(),
            words,
            head: if self.classes.is_empty() {
                Vec::new()
            } else {
                vec!["Data affected".to_owned()]
            },
            figures: Vec::new(),
            widths: vec![1],
            rows: self
                .classes
                .iter()
                .map(|affected| vec![class(*affected).to_owned()])
                .collect(),
        }
    }

    fn risk_words(&self) -> Vec<String> {
        let Some(risk) = self.risk else {
            return Vec::new();
        };
        let mut words = vec![format!("{}.", begun(risk.phrase()))];
        if !self.grounds.is_empty() {
            words.push(self.grounds.clone());
        }
        words
    }

    fn telling(&self) -> String {
        match (self.not_told, self.told) {
            (Some(because), _) => format!("They are not told one by one: {}.", because.phrase()),
            (None, 0) => "Nobody was told yet.".to_owned(),
            (None, told) => format!("{} told.", many(told, "person was", "people were")),
        }
    }

    fn proof(&self) -> Section {
        Section::of_words(
            "How to verify this document",
            vec![format!(
                "This file carries a signature over every byte of it, made with the key of {} (Ed25519). The \
                 fingerprint of the key is {}. On any computer with Fairhold, “fairhold-cli verify report FILE” says \
                 whether the file is as it was made.",
                self.made_by.name, self.key
            )],
        )
    }
}

/// A letter to the people affected, in plain words (UK GDPR Art 34(2); RULEBOOK BRE-07).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncidentLetter {
    /// The controller.
    pub organisation: String,
    /// Who can be asked.
    pub contact: Vec<String>,
    /// What happened.
    pub kind: IncidentKind,
    /// The day it happened, or was noticed.
    pub on: NaiveDate,
    /// Which data.
    pub classes: BTreeSet<DataClass>,
    /// What may come of it, in the organisation's words.
    pub consequences: String,
    /// What was done about it, in the organisation's words.
    pub measures: String,
}

impl IncidentLetter {
    /// The letter, a paragraph each.
    pub fn paragraphs(&self) -> Vec<String> {
        let data: Vec<String> = self
            .classes
            .iter()
            .map(|one| lowered(class(*one)))
            .collect();
        let mut paragraphs = vec![
            "Dear applicant,".to_owned(),
            format!(
                "{} holds information about you from your application. On {} we found that {}, and information about you \
                 is affected. We are sorry.",
                self.organisation,
                plain(self.on),
                happened(self.kind)
            ),
        ];
        if !data.is_empty() {
            paragraphs.push(format!("What is affected: {}.", data.join("; ")));
        }
        paragraphs.extend(headed("What may come of it: ", &self.consequences));
        paragraphs.extend(headed("What we have done: ", &self.measures));
        paragraphs.push(
            "What you can do: be careful with messages that ask you for money, passwords or more about you, even where they \
             seem to come from us; change a password that you also used elsewhere; and tell your bank if you see anything \
             you do not know."
                .to_owned(),
        );
        paragraphs.push(format!(
            "You can ask us anything about this: {}. You may complain to us, and to the Information Commissioner (ico.org.uk).",
            if self.contact.is_empty() {
                self.organisation.clone()
            } else {
                self.contact.join("; ")
            }
        ));
        paragraphs.push(format!("For {}", self.organisation));
        paragraphs
    }
}

/// What happened, as it is told to those it happened to.
const fn happened(kind: IncidentKind) -> &'static str {
    match kind {
        IncidentKind::LostOrStolen => {
            "a laptop or another medium with information about applicants was lost or stolen"
        }
        IncidentKind::WrongRecipient => {
            "information about applicants was sent to somebody who should not have it"
        }
        IncidentKind::SeenWithoutRight => {
            "somebody saw information about applicants who should not have seen it"
        }
        IncidentKind::Destroyed => "information about applicants was lost or destroyed",
        IncidentKind::Altered => "information about applicants was altered",
        IncidentKind::Other => "something went wrong with information about applicants",
    }
}

const fn laptop(state: LaptopState) -> &'static str {
    match state {
        LaptopState::Locked => {
            "The records on it are encrypted, the program was locked, and the passphrase was not with it."
        }
        LaptopState::Open => "The program was open, or its passphrase was with it.",
        LaptopState::Unknown => {
            "Whether the program was locked is not known; the records on it are encrypted."
        }
    }
}

fn headed(head: &str, words: &str) -> Option<String> {
    (!words.is_empty()).then(|| format!("{head}{words}"))
}

fn lowered(words: &str) -> String {
    // "CV" and "DBS" stay as they are.
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            format!("{}{}", first.to_lowercase(), letters.as_str())
        }
        _ => words.to_owned(),
    }
}

/// The organisation's own words, a paragraph a line.
fn told(words: &str) -> Vec<String> {
    if words.is_empty() {
        return vec!["Not known yet.".to_owned()];
    }
    words
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_says_what_happened_and_what_one_can_do_and_leaves_out_what_nobody_wrote() {
        let letter = IncidentLetter {
            organisation: "Office of the Example".to_owned(),
            contact: vec!["Alex Example, data protection officer".to_owned()],
            kind: IncidentKind::LostOrStolen,
            on: "2026-11-23".parse().expect("a day"),
            classes: [DataClass::Contact, DataClass::Form].into(),
            consequences: String::new(),
            measures: "The laptop’s key was taken away.".to_owned(),
        };
        let text = letter.paragraphs().join("\n");
        assert!(
            text.contains("On 23 November 2026 we found that a laptop"),
            "{text}"
        );
        assert!(
            text.contains(
                "What is affected: name and contact details; forms, CV, letter and qualifications."
            ),
            "{text}"
        );
        assert!(text.contains("What we have done: The laptop’s key was taken away."));
        assert!(
            !text.contains("What may come of it"),
            "nobody wrote anything"
        );
        assert!(text.contains("Alex Example, data protection officer. You may complain to us"));
    }
}
