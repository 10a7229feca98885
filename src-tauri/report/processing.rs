//! The record of processing activities (UK GDPR Art 30(1); RULEBOOK REC-02): made from what is really there.

use chrono::{DateTime, NaiveDate, Utc};
use domain::dates::plain;
use domain::figure::Figure;
use domain::retention::{DataClass, PolicyValues};
use serde::Serialize;
use serde_json::Value;

use crate::document::{Document, Fact, Section};
use crate::erasure::Operator;
use crate::schedule::{heads, kept_until};
use crate::words::{begun, class, short_instant, written_instant};

/// The record, as data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProcessingRecord {
    /// The controller.
    pub organisation: String,
    /// The day as of which it stands.
    pub on: NaiveDate,
    /// When the document was made.
    pub made_at: DateTime<Utc>,
    /// Who made it.
    pub made_by: Operator,
    /// The version of the program.
    pub program: String,
    /// The fingerprint of the key that signs it.
    pub key: String,
    /// The purposes.
    pub purposes: Vec<PurposeLine>,
    /// The classes of data.
    pub classes: Vec<ClassLine>,
    /// The recipients.
    pub recipients: Vec<RecipientLine>,
    /// The transfers abroad.
    pub transfers: Vec<TransferLine>,
    /// The impact assessments.
    pub assessments: Vec<AssessmentLine>,
    /// The periods.
    pub policy: PolicyValues,
    /// Those who have an account.
    pub accounts: u64,
    /// Days a backup is kept.
    pub backup_days: u64,
}

/// A purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PurposeLine {
    /// Its number: "P5".
    pub number: String,
    /// What people are told of it.
    pub text: String,
    /// The version in use.
    pub version: u32,
    /// The lawful basis.
    pub basis: String,
    /// The condition for special categories and criminal records.
    pub condition: Option<String>,
    /// Whether it survives an objection.
    pub survives_objection: bool,
    /// The classes it may use.
    pub classes: Vec<DataClass>,
    /// The kinds of recipient it may reach, in words.
    pub recipients: Vec<String>,
}

/// A class of data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ClassLine {
    /// Which.
    pub class: DataClass,
    /// Of how many people something is held; `None` where nobody is counted.
    pub people: Option<Figure>,
}

/// A recipient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RecipientLine {
    /// Its name.
    pub name: String,
    /// What kind, in words.
    pub category: String,
    /// Its country's two letters.
    pub country: String,
    /// The agreement, with how it stands; nothing where it answers for itself.
    pub agreement: String,
    /// The day by which it is looked at again.
    pub review_on: NaiveDate,
}

/// A transfer to a country that is not adequate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TransferLine {
    /// To whom.
    pub recipient: String,
    /// The country's two letters.
    pub country: String,
    /// By which mechanism, with its document and how it stands.
    pub mechanism: String,
    /// What the data protection test found.
    pub test: String,
}

/// An impact assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AssessmentLine {
    /// What was assessed.
    pub title: String,
    /// What is done against the risks.
    pub measures: String,
    /// The day it was signed off.
    pub signed_off_on: NaiveDate,
    /// The day by which it is looked at again.
    pub review_on: NaiveDate,
}

impl ProcessingRecord {
    /// The record as JSON.
    pub fn data(&self) -> Value {
        // It is made of text, whole numbers and days: there is always JSON for it.
        serde_json::to_value(self).unwrap_or_default()
    }

    /// The record in words.
    pub fn document(&self) -> Document {
        let day = plain(self.on);
        Document {
            title: "Record of processing".to_owned(),
            number: day.clone(),
            organisation: self.organisation.clone(),
            headline: "What is done with candidates’ data, on which ground.".to_owned(),
            lede: vec![
                "Made under Article 30(1) of the UK GDPR from what the program holds on the day: its purposes, registers, \
                 periods and records. The people are those who applied, were approached or sent a CV, and those whom they \
                 name. Counts of one to four are left out."
                    .to_owned(),
            ],
            facts: vec![
                Fact::new("Controller", self.organisation.clone()),
                Fact::new("As of", day),
                Fact::new("Document made", written_instant(self.made_at)),
                Fact::new(
                    "Document made by",
                    format!("{}, {}", self.made_by.name, self.made_by.role),
                ),
            ],
            sections: vec![
                self.purposes(),
                self.classes(),
                self.recipients(),
                self.transfers(),
                self.assessments(),
                self.measures(),
                self.proof(),
            ],
            foot: format!(
                "{} · record of processing · made {} by Fairhold {}",
                self.organisation,
                short_instant(self.made_at),
                self.program
            ),
        }
    }

    fn purposes(&self) -> Section {
        Section {
            title: "Purposes".to_owned(),
            head: heads(&["Purpose", "Ground", "May use", "May reach"]),
            widths: vec![5, 5, 5, 4],
            rows: self
                .purposes
                .iter()
                .map(|line| {
                    let mut ground = begun(&line.basis);
                    if let Some(condition) = &line.condition {
                        ground.push_str("; ");
                        ground.push_str(condition);
                    }
                    ground.push_str(if line.survives_objection {
                        ". An objection does not end it."
                    } else {
                        ". It ends when the person objects or withdraws."
                    });
                    let classes: Vec<&str> = line.classes.iter().map(|of| class(*of)).collect();
                    vec![
                        format!("{} (version {}): {}", line.number, line.version, line.text),
                        ground,
                        or_nothing(&classes.join("; ")),
                        or_nothing(&line.recipients.join("; ")),
                    ]
                })
                .collect(),
            ..Section::default()
        }
    }

    fn classes(&self) -> Section {
        Section {
            title: "Classes of data and periods".to_owned(),
            head: heads(&["What", "People", "Kept until", "Rule"]),
            figures: vec![1],
            widths: vec![6, 3, 7, 2],
            rows: self
                .classes
                .iter()
                .map(|line| {
                    let (until, _) = kept_until(&self.policy, line.class);
                    vec![
                        class(line.class).to_owned(),
                        line.people
                            .map_or_else(|| "not counted".to_owned(), Figure::words),
                        until,
                        line.class.rule().to_owned(),
                    ]
                })
                .collect(),
            ..Section::default()
        }
    }

    fn recipients(&self) -> Section {
        if self.recipients.is_empty() {
            return Section::of_words("Recipients", vec!["None is recorded.".to_owned()]);
        }
        Section {
            title: "Recipients".to_owned(),
            head: heads(&["Recipient", "Kind", "Country", "Agreement", "Reviewed by"]),
            widths: vec![5, 5, 2, 5, 3],
            rows: self
                .recipients
                .iter()
                .map(|line| {
                    vec![
                        line.name.clone(),
                        begun(&line.category),
                        line.country.clone(),
                        line.agreement.clone(),
                        plain(line.review_on),
                    ]
                })
                .collect(),
            ..Section::default()
        }
    }

    fn transfers(&self) -> Section {
        if self.transfers.is_empty() {
            return Section::of_words(
                "Transfers",
                vec!["None to a country that is not adequate.".to_owned()],
            );
        }
        Section {
            title: "Transfers".to_owned(),
            head: heads(&["Recipient", "Country", "Mechanism", "Data protection test"]),
            widths: vec![5, 2, 6, 6],
            rows: self
                .transfers
                .iter()
                .map(|line| {
                    vec![
                        line.recipient.clone(),
                        line.country.clone(),
                        line.mechanism.clone(),
                        line.test.clone(),
                    ]
                })
                .collect(),
            ..Section::default()
        }
    }

    fn assessments(&self) -> Section {
        if self.assessments.is_empty() {
            return Section::of_words("Impact assessments", vec!["None is recorded.".to_owned()]);
        }
        Section {
            title: "Impact assessments".to_owned(),
            head: heads(&["What", "Measures", "Signed off", "Reviewed by"]),
            widths: vec![5, 7, 3, 3],
            rows: self
                .assessments
                .iter()
                .map(|line| {
                    vec![
                        line.title.clone(),
                        line.measures.clone(),
                        plain(line.signed_off_on),
                        plain(line.review_on),
                    ]
                })
                .collect(),
            ..Section::default()
        }
    }

    fn measures(&self) -> Section {
        Section::of_words(
            "Security measures",
            vec![
                "Records lie in one encrypted store on the computers of those who use it (SQLCipher). Identity and right to \
                 work, health, equality answers and criminal records are sealed under keys of their own, held by named \
                 people."
                    .to_owned(),
                format!(
                    "{} accounts. What each sees follows from role, part, training and conflicts of interest; nobody whose \
                     training has lapsed opens personal data. Every change and every opening of what is sealed stands in a \
                     journal that is chained by hash.",
                    self.accounts
                ),
                format!(
                    "Backups are encrypted and signed, and deleted after {} days. An erasure is searched for afterwards, and \
                     is done again when a backup is put back.",
                    self.backup_days
                ),
            ],
        )
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

fn or_nothing(words: &str) -> String {
    if words.is_empty() {
        "nothing".to_owned()
    } else {
        words.to_owned()
    }
}
