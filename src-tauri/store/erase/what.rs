//! What an erasure takes: people whole, or parts of the records of people who stay.

use chrono::NaiveDate;
use domain::id::CandidateId;
use domain::retention::Part;
use rusqlite::{OptionalExtension, named_params};

use crate::blocks::KEPT_WHOLE;
use crate::column::Id;
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// What of a candidate goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Goes {
    /// Everything.
    Person,
    /// A part; they stay.
    Part(Part),
}

/// Something to be erased, and the rule by which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToErase {
    /// Whose it is.
    pub candidate: CandidateId,
    /// What of theirs.
    pub goes: Goes,
    /// The rule, as in RULEBOOK: `RET-02`.
    pub rule: &'static str,
    /// Since when it is due, where it is.
    pub due_since: Option<NaiveDate>,
}

impl ToErase {
    /// Someone whole.
    pub const fn person(candidate: CandidateId, rule: &'static str) -> Self {
        Self {
            candidate,
            goes: Goes::Person,
            rule,
            due_since: None,
        }
    }
}

impl Goes {
    /// The word the store holds.
    const fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Part(part) => part.code(),
        }
    }
}

/// Something about to go, by its private rows.
#[derive(Clone, Debug)]
pub(super) struct Intent {
    pub(super) what: Place,
    pub(super) rule: String,
}

/// Private rows of what goes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    Person(i64),
    Application(i64),
    History(i64),
    Sealed(i64),
    Document(i64),
}

/// The rows of a batch, by what they are.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) people: Vec<i64>,
    pub(super) applications: Vec<i64>,
    pub(super) histories: Vec<i64>,
    pub(super) sealed: Vec<i64>,
    pub(super) documents: Vec<i64>,
}

impl Batch {
    pub(super) fn of(intents: &[Intent]) -> Self {
        let mut batch = Self::default();
        for intent in intents {
            match intent.what {
                Place::Person(row) => batch.people.push(row),
                Place::Application(row) => batch.applications.push(row),
                Place::History(row) => batch.histories.push(row),
                Place::Sealed(row) => batch.sealed.push(row),
                Place::Document(row) => batch.documents.push(row),
            }
        }
        batch
    }

    /// How many parts of the records of people who stay.
    pub(super) const fn parts(&self) -> usize {
        self.applications.len() + self.histories.len() + self.sealed.len() + self.documents.len()
    }
}

impl Tx<'_> {
    /// Writes down that something is to go; whether it was. What is gone, or kept by a legal hold, an open incident, a
    /// request or an open complaint, is passed over, and so is a part of somebody who goes whole, and the history or a
    /// document of an application that does.
    pub(super) fn intend_one(&self, erasure: i64, wanted: &ToErase) -> Result<bool, StoreError> {
        let candidate = match self.records().candidate_row(wanted.candidate) {
            Ok(row) => row,
            Err(StoreError::NotFound) => return Ok(false),
            Err(error) => return Err(error),
        };
        let found = |sql, id| self.part_row(sql, id, candidate);
        let (application, sealed, document) = match wanted.goes {
            Goes::Person => (None, None, None),
            Goes::Part(Part::Application(id) | Part::History(id)) => {
                let sql = "SELECT row FROM application WHERE id = ?1 AND candidate = ?2";
                (Some(found(sql, id.uuid())?), None, None)
            }
            Goes::Part(Part::Sealed(id)) => {
                let sql = "SELECT row FROM sealed_record WHERE id = ?1 AND candidate = ?2";
                (None, Some(found(sql, id.uuid())?), None)
            }
            Goes::Part(Part::Document(id)) => {
                let sql = "SELECT row FROM document WHERE id = ?1 AND candidate = ?2";
                (None, None, Some(found(sql, id.uuid())?))
            }
        };
        if [application, sealed, document].contains(&Some(None)) {
            return Ok(false);
        }
        let intended = self
            .sql()
            .prepare_cached(&format!(
                "INSERT INTO erasure_intent (erasure, part, candidate, application, sealed_record, document, rule)
                 SELECT :erasure, :part, :candidate, :application, :sealed_record, :document, :rule
                 FROM candidate
                 WHERE candidate.row = :candidate AND NOT EXISTS (
                     SELECT 1
                     FROM hold
                     WHERE hold.candidate = :candidate AND hold.released_on IS NULL
                       AND (
                           hold.application IS NULL OR :part = 'person' OR hold.application = :application
                           OR hold.application = (SELECT application FROM document WHERE row = :document)
                       )
                 )
                 AND NOT {KEPT_WHOLE}
                 AND NOT EXISTS (
                     SELECT 1
                     FROM erasure_intent
                     WHERE erasure_intent.candidate = :candidate
                       AND (
                           erasure_intent.part = 'person'
                           OR :part = 'history' AND erasure_intent.part = 'application'
                              AND erasure_intent.application = :application
                           OR :part = 'document' AND erasure_intent.part = 'application'
                              AND erasure_intent.application = (SELECT application FROM document WHERE row = :document)
                       )
                 )
                 ON CONFLICT DO NOTHING"
            ))?
            .execute(named_params! {
                ":erasure": erasure,
                ":part": wanted.goes.code(),
                ":candidate": candidate,
                ":application": application.flatten(),
                ":sealed_record": sealed.flatten(),
                ":document": document.flatten(),
                ":rule": wanted.rule,
            })?;
        Ok(intended > 0)
    }

    fn part_row(
        &self,
        sql: &str,
        id: uuid::Uuid,
        candidate: i64,
    ) -> Result<Option<i64>, StoreError> {
        Ok(self
            .sql()
            .prepare_cached(sql)?
            .query_row(rusqlite::params![Id(id), candidate], |row| row.get(0))
            .optional()?)
    }
}

impl Records<'_> {
    /// What an erasure is about to take: people first, since their parts go with them.
    pub(super) fn intents(&self, erasure: i64) -> Result<Vec<Intent>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT part, candidate, application, sealed_record, document, rule
             FROM erasure_intent
             WHERE erasure = ?1
             ORDER BY part <> 'person', candidate, row",
        )?;
        let mut rows = statement.query([erasure])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let part: String = row.get(0)?;
            let what = match part.as_str() {
                "person" => Place::Person(row.get(1)?),
                "application" => Place::Application(row.get(2)?),
                "history" => Place::History(row.get(2)?),
                "sealed-record" => Place::Sealed(row.get(3)?),
                "document" => Place::Document(row.get(4)?),
                _ => {
                    return Err(StoreError::Unreadable {
                        column: "erasure_intent.part",
                    });
                }
            };
            found.push(Intent {
                what,
                rule: row.get(5)?,
            });
        }
        Ok(found)
    }
}
