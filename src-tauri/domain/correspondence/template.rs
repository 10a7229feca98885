//! Templates: text with merge fields in braces, `{candidate name}`. A field that nobody knows is an error with its place;
//! one whose value is missing stays in the text, braces and all, and is named.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::sealed::words;

/// What can be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum MergeField {
    /// The person's whole name.
    CandidateName,
    /// What they like to be called, or else their given name (S9).
    PreferredName,
    /// The title of the vacancy.
    Vacancy,
    /// The day the application came in.
    AppliedOn,
    /// The organisation's name.
    Organisation,
    /// Whoever writes.
    YourName,
    /// The day of writing.
    Today,
    /// The day of an interview.
    InterviewDate,
    /// The time of an interview.
    InterviewTime,
    /// Where an interview is.
    InterviewPlace,
    /// The wording that asks to keep the record longer.
    AskToKeepLonger,
    /// The wording that asks for the reserve list.
    AskForReserveList,
    /// The wording that asks to tell of other vacancies.
    AskForOtherVacancies,
    /// How to hear no more.
    OptOut,
}

words!(MergeField {
    CandidateName => "candidate name",
    PreferredName => "preferred name",
    Vacancy => "vacancy",
    AppliedOn => "applied on",
    Organisation => "organisation",
    YourName => "your name",
    Today => "today",
    InterviewDate => "interview date",
    InterviewTime => "interview time",
    InterviewPlace => "interview place",
    AskToKeepLonger => "ask to keep longer",
    AskForReserveList => "ask for reserve list",
    AskForOtherVacancies => "ask for other vacancies",
    OptOut => "opt out",
});

impl fmt::Display for MergeField {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{{{}}}", self.code())
    }
}

/// What is wrong in a template, and where: lines and characters count from one.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TemplateProblem {
    /// A field that is none.
    #[error("“{{{name}}}” in line {line} is no field. Choose one from the list.")]
    Unknown {
        /// What stands in the braces.
        name: String,
        /// Its line.
        line: usize,
    },
    /// An opening brace that nothing closes in its line.
    #[error("The brace in line {line} at character {column} is not closed.")]
    Unclosed {
        /// Its line.
        line: usize,
        /// Its place in it.
        column: usize,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Field(MergeField),
}

/// A text with fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(Vec<Piece>);

/// A template that was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The text. What is missing stands in it as in the template.
    pub text: String,
    /// The fields without a value, each once.
    pub missing: Vec<MergeField>,
}

impl Template {
    /// Parses a text.
    ///
    /// # Errors
    /// Every [`TemplateProblem`] in it, in order.
    pub fn parse(text: &str) -> Result<Self, Vec<TemplateProblem>> {
        let (mut pieces, mut problems) = (Vec::new(), Vec::new());
        let mut plain = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            plain.push_str(before);
            let line = || {
                1 + text
                    .get(..text.len() - after.len())
                    .unwrap_or_default()
                    .matches('\n')
                    .count()
            };
            let inside = after
                .split_once('}')
                .filter(|(name, _)| !name.contains(['\n', '{']));
            let Some((name, behind)) = inside else {
                let read = text.get(..text.len() - after.len()).unwrap_or_default();
                let column = read.rsplit('\n').next().unwrap_or_default().chars().count();
                problems.push(TemplateProblem::Unclosed {
                    line: line(),
                    column,
                });
                rest = after;
                continue;
            };
            match MergeField::from_code(&tidied(name)) {
                Some(field) => {
                    if !plain.is_empty() {
                        pieces.push(Piece::Text(std::mem::take(&mut plain)));
                    }
                    pieces.push(Piece::Field(field));
                }
                None => problems.push(TemplateProblem::Unknown {
                    name: name.to_owned(),
                    line: line(),
                }),
            }
            rest = behind;
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            pieces.push(Piece::Text(plain));
        }
        if problems.is_empty() {
            Ok(Self(pieces))
        } else {
            Err(problems)
        }
    }

    /// Fills the fields in.
    pub fn render(&self, values: &BTreeMap<MergeField, String>) -> Rendered {
        let mut text = String::new();
        let mut missing = BTreeSet::new();
        for piece in &self.0 {
            match piece {
                Piece::Text(plain) => text.push_str(plain),
                Piece::Field(field) => {
                    if let Some(value) = values.get(field).filter(|value| !value.is_empty()) {
                        text.push_str(value);
                    } else {
                        text.push_str(&field.to_string());
                        missing.insert(*field);
                    }
                }
            }
        }
        Rendered {
            text,
            missing: missing.into_iter().collect(),
        }
    }
}

impl fmt::Display for Template {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for piece in &self.0 {
            match piece {
                Piece::Text(plain) => formatter.write_str(plain)?,
                Piece::Field(field) => write!(formatter, "{field}")?,
            }
        }
        Ok(())
    }
}

/// A field's name as it is typed: capitals and spaces don't matter.
fn tidied(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// The fields that still stand in a text that is to be sent.
pub fn unfilled(text: &str) -> Vec<MergeField> {
    MergeField::ALL
        .iter()
        .copied()
        .filter(|field| text.contains(&field.to_string()))
        .collect()
}
