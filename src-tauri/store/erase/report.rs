//! Erasures as the store keeps them: when, by whom, how many by which rule, and what was looked at.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Permit, ReadJournal};
use domain::id::{AccountId, CandidateId, ErasureId};
use domain::retention::{DataClass, Part};
use rusqlite::Row;
use serde::{Deserialize, Serialize};
use serde_json as json;

use crate::column::{At, Id, count, day, decode};
use crate::error::StoreError;
use crate::forensic::Verification;
use crate::read::Records;

/// Where an erasure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ErasureState {
    /// Written down; nothing, or not everything, is gone.
    Intended,
    /// The rows are gone; nobody has searched for them yet.
    Deleted,
    /// Gone, and nothing was found.
    Erased,
    /// Something was found that should be gone.
    Fault,
}

impl ErasureState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Intended, Self::Deleted, Self::Erased, Self::Fault];

    /// The word the store holds.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Intended => "intended",
            Self::Deleted => "deleted",
            Self::Erased => "erased",
            Self::Fault => "fault",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// How many of a class went under a rule (RULEBOOK ERA-03).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Counts {
    /// People, with everything of theirs; counted under [`DataClass::Contact`].
    pub people: u64,
    /// Applications, of people who went and of people who stay; under [`DataClass::Form`], or, where only an
    /// application's history went, under [`DataClass::ToolUse`].
    pub applications: u64,
    /// Sealed records, of people who went and of people who stay, each under its own class.
    pub records: u64,
    /// Documents, of people who went and of people who stay, each under its own class.
    #[serde(default)]
    pub documents: u64,
    /// The size of their files.
    #[serde(default)]
    pub bytes: u64,
    /// How many of these are parts of the records of people who stay; a document of an application that goes is one with
    /// it.
    pub parts: u64,
}

/// How many of what went, by rule and class.
pub type Classes = BTreeMap<String, BTreeMap<DataClass, Counts>>;

impl Counts {
    pub(super) const fn add(&mut self, other: &Self) {
        self.people += other.people;
        self.applications += other.applications;
        self.records += other.records;
        self.documents += other.documents;
        self.bytes += other.bytes;
        self.parts += other.parts;
    }
}

/// An erasure, with nothing of anyone in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ErasureReport {
    /// Its id.
    pub id: ErasureId,
    /// When it began.
    pub at: DateTime<Utc>,
    /// Who began it.
    pub account: AccountId,
    /// Where it stands.
    pub state: ErasureState,
    /// How many people are gone.
    pub people: u64,
    /// How many people by which rule.
    pub rules: BTreeMap<String, u64>,
    /// Everything that went, by rule and class: what people who are gone had, and parts of the records of those who
    /// stay.
    pub classes: Classes,
    /// The earliest day since which one of them was due, so that lateness is counted fairly (RULEBOOK 4.1). `None`
    /// where nobody was, and for what an earlier version erased.
    pub due_since: Option<NaiveDate>,
    /// What was looked at, once it was.
    pub verification: Option<Verification>,
}

impl ErasureReport {
    /// How many parts of the records of people who stay are gone.
    pub fn parts(&self) -> u64 {
        self.classes
            .values()
            .flat_map(BTreeMap::values)
            .map(|counts| counts.parts)
            .sum()
    }
}

fn report(row: &Row<'_>) -> Result<ErasureReport, StoreError> {
    let state: String = row.get("state")?;
    let rules: String = row.get("rules")?;
    let classes: String = row.get("classes")?;
    let verification: Option<String> = row.get("verification")?;
    Ok(ErasureReport {
        id: ErasureId::from_uuid(row.get::<_, Id>("id")?.0),
        at: row.get::<_, At>("at")?.0,
        account: AccountId::from_uuid(row.get::<_, Id>("account_id")?.0),
        state: decode("erasure.state", ErasureState::from_code(&state))?,
        people: count(row.get("people")?),
        rules: decode("erasure.rules", json::from_str(&rules).ok())?,
        classes: decode("erasure.classes", json::from_str(&classes).ok())?,
        due_since: day(row.get("due_since")?),
        verification: verification
            .map(|text| decode("erasure.verification", json::from_str(&text).ok()))
            .transpose()?,
    })
}

impl Records<'_> {
    /// Every erasure, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn erasures(
        &self,
        _permit: &Permit<ReadJournal>,
    ) -> Result<Vec<ErasureReport>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT erasure.id, erasure.at, account.id AS account_id, erasure.state, erasure.people, erasure.rules,
                    erasure.classes, erasure.due_since, erasure.verification
             FROM erasure
             JOIN account ON account.row = erasure.account
             ORDER BY erasure.row DESC",
        )?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(report(row)?);
        }
        Ok(found)
    }

    pub(crate) fn erasure_report(&self, erasure: i64) -> Result<ErasureReport, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT erasure.id, erasure.at, account.id AS account_id, erasure.state, erasure.people, erasure.rules,
                    erasure.classes, erasure.due_since, erasure.verification
             FROM erasure
             JOIN account ON account.row = erasure.account
             WHERE erasure.row = ?1",
        )?;
        let mut rows = statement.query([erasure])?;
        report(rows.next()?.ok_or(StoreError::NotFound)?)
    }

    /// Whether a record was erased, by its id: for a restored backup, and for verifying.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn is_erased(&self, candidate: CandidateId) -> Result<bool, StoreError> {
        Ok(self
            .connection()
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM erasure_ledger WHERE record = ?1 AND part = 'person')")?
            .query_row([Id(candidate.uuid())], |row| row.get(0))?)
    }

    /// Whether a part of somebody's record was erased before they were, by its id.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn is_part_erased(&self, part: Part) -> Result<bool, StoreError> {
        let id = match part {
            Part::Application(id) | Part::History(id) => id.uuid(),
            Part::Sealed(id) => id.uuid(),
            Part::Document(id) => id.uuid(),
        };
        Ok(self
            .connection()
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM erasure_ledger WHERE record = ?1 AND part = ?2)",
            )?
            .query_row(rusqlite::params![Id(id), part.code()], |row| row.get(0))?)
    }
}
