//! Requests of people about their data: the case, the words that were written of it, and what was decided of names found in
//! it. Words and decisions go with the person; the case stays with nobody's name until a year after it was closed.

mod annotation;
mod correction;
mod pack;
mod restricted;
mod told;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, KeepRegisters, Permit, ReadRegisters};
use domain::id::{AccountId, CandidateId, RightsRequestId};
use domain::rights::{RequestCase, request_kept_until};
use domain::text::Prose;
use rusqlite::{OptionalExtension, Row, named_params, params};
use serde_json as json;

use crate::blocks::KEPT_BY_REQUEST;
use crate::column::{At, Day, Id, day, prose, revision};
use crate::error::StoreError;
use crate::read::Records;
use crate::revised::{Forgets, Register};
use crate::write::{Store, Tx};

pub use annotation::{Annotation, FeedbackOf};
pub use correction::Correction;
pub use pack::{OtherName, Pack, PackFile, PackLine, PackTable, PackValue, WithheldPart, flat};

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestRecord {
    /// Its id.
    pub id: RightsRequestId,
    /// What people call it, from 1.
    pub number: u32,
    /// Whom it is about; `None` where nobody was found here, or they were erased since.
    pub candidate: Option<CandidateId>,
    /// What is known of it, but for words.
    pub case: RequestCase,
    /// The day from which the record is due, where erasure was granted in full.
    pub upheld_on: Option<NaiveDate>,
    /// The day from which the record is only stored.
    pub restricted_on: Option<NaiveDate>,
    /// The day that ended.
    pub lifted_on: Option<NaiveDate>,
    /// Who logged it.
    pub logged_by: AccountId,
    /// When.
    pub logged_at: DateTime<Utc>,
    /// Who closed it, and on which day; `None` while it is open.
    pub closed: Option<(AccountId, NaiveDate)>,
    /// The revision.
    pub revision: u32,
}

/// Words that were written of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestNote {
    /// What they are of: "asker", "asked", "question-0", "reasons-access".
    pub about: String,
    /// The words.
    pub words: Prose,
}

const COLUMNS: &str = "
    SELECT rights_request.*, candidate.id AS candidate_id, logger.id AS logger, closer.id AS closer
    FROM rights_request
    LEFT JOIN candidate ON candidate.row = rights_request.candidate
    JOIN account AS logger ON logger.row = rights_request.logged_by
    LEFT JOIN account AS closer ON closer.row = rights_request.closed_by";

fn read(row: &Row<'_>) -> Result<RequestRecord, StoreError> {
    let facts: String = row.get("facts")?;
    let closer: Option<Id> = row.get("closer")?;
    let candidate: Option<Id> = row.get("candidate_id")?;
    Ok(RequestRecord {
        id: RightsRequestId::from_uuid(row.get::<_, Id>("id")?.0),
        number: revision(row.get("number")?),
        candidate: candidate.map(|id| CandidateId::from_uuid(id.0)),
        case: json::from_str(&facts).map_err(|_error| StoreError::Unreadable {
            column: "rights_request.facts",
        })?,
        upheld_on: day(row.get("upheld_on")?),
        restricted_on: day(row.get("restricted_on")?),
        lifted_on: day(row.get("lifted_on")?),
        logged_by: AccountId::from_uuid(row.get::<_, Id>("logger")?.0),
        logged_at: row.get::<_, At>("logged_at")?.0,
        closed: closer
            .map(|id| AccountId::from_uuid(id.0))
            .zip(day(row.get("closed_on")?)),
        revision: revision(row.get("revision")?),
    })
}

fn written(case: &RequestCase) -> Result<String, StoreError> {
    json::to_string(case).map_err(|_error| StoreError::Unreadable {
        column: "rights_request.facts",
    })
}

impl Records<'_> {
    /// Every request, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn requests(
        &self,
        _permit: &Permit<ReadRegisters>,
    ) -> Result<Vec<RequestRecord>, StoreError> {
        let sql = format!("{COLUMNS} ORDER BY rights_request.row DESC");
        let mut statement = self.connection().prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }

    /// One request.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub fn request(
        &self,
        permit: &Permit<ReadRegisters>,
        request: RightsRequestId,
    ) -> Result<RequestRecord, StoreError> {
        self.requests(permit)?
            .into_iter()
            .find(|record| record.id == request)
            .ok_or(StoreError::NotFound)
    }

    /// The words that were written of a request.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub fn request_notes(
        &self,
        permit: &Permit<KeepRegisters>,
        request: RightsRequestId,
    ) -> Result<Vec<RequestNote>, StoreError> {
        let request = self.rights_row(permit, request)?;
        let mut statement = self
            .connection()
            .prepare_cached("SELECT about, words FROM rights_note WHERE request = ?1")?;
        let mut rows = statement.query([request])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let words: String = row.get(1)?;
            found.push(RequestNote {
                about: row.get(0)?,
                words: prose("rights_note.words", &words)?,
            });
        }
        Ok(found)
    }

    /// What was decided of names found in what is held: whether each is masked, by its place.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such request.
    pub fn request_masks(
        &self,
        permit: &Permit<KeepRegisters>,
        request: RightsRequestId,
    ) -> Result<Vec<([u8; 32], bool)>, StoreError> {
        let request = self.rights_row(permit, request)?;
        let mut statement = self
            .connection()
            .prepare_cached("SELECT place, masked FROM rights_mask WHERE request = ?1")?;
        let found = statement
            .query_map([request], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(found)
    }

    pub(crate) fn rights_row<A: Action>(
        &self,
        _permit: &Permit<A>,
        request: RightsRequestId,
    ) -> Result<i64, StoreError> {
        self.connection()
            .prepare_cached("SELECT row FROM rights_request WHERE id = ?1")?
            .query_row([Id(request.uuid())], |row| row.get(0))
            .optional()?
            .ok_or(StoreError::NotFound)
    }
}

impl Tx<'_> {
    /// Enters a request in the log, and gives the number that people call it by.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when whom it is about is gone.
    pub fn insert_request(
        &self,
        _permit: &Permit<KeepRegisters>,
        case: &RequestCase,
        candidate: Option<CandidateId>,
        restricted_on: Option<NaiveDate>,
    ) -> Result<(RightsRequestId, u32), StoreError> {
        let id = RightsRequestId::new(self.at());
        let candidate = candidate
            .map(|candidate| self.records().candidate_row(candidate))
            .transpose()?;
        let number: i64 = self.sql().query_row(
            "SELECT coalesce(max(number), 0) + 1 FROM rights_request",
            [],
            |row| row.get(0),
        )?;
        self.sql()
            .prepare_cached(
                "INSERT INTO rights_request (id, number, candidate, facts, keeps, restricted_on, logged_by, logged_at,
                                             revision)
                 VALUES (:id, :number, :candidate, :facts, :keeps, :restricted_on, :logged_by, :logged_at, 1)",
            )?
            .execute(named_params! {
                ":id": Id(id.uuid()),
                ":number": number,
                ":candidate": candidate,
                ":facts": written(case)?,
                ":keeps": case.keeps_the_record(),
                ":restricted_on": restricted_on.map(Day),
                ":logged_by": self.actor_row()?,
                ":logged_at": At(self.at()),
            })?;
        self.pass_over(candidate)?;
        Ok((id, revision(number)))
    }

    /// Sets everything of a request but its words.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was changed since, [`StoreError::NotFound`] when it, or whom it is about, is gone.
    pub fn update_request(
        &self,
        permit: &Permit<KeepRegisters>,
        after: &RequestRecord,
    ) -> Result<(), StoreError> {
        let request = self.records().rights_row(permit, after.id)?;
        let candidate = after
            .candidate
            .map(|candidate| self.records().candidate_row(candidate))
            .transpose()?;
        let closed_by = after
            .closed
            .map(|(by, _)| self.records().account_row(by))
            .transpose()?;
        let changed = self
            .sql()
            .prepare_cached(
                "UPDATE rights_request
                 SET candidate = :candidate, facts = :facts, keeps = :keeps, upheld_on = :upheld_on,
                     restricted_on = :restricted_on, lifted_on = :lifted_on, closed_by = :closed_by,
                     closed_on = :closed_on, revision = revision + 1
                 WHERE row = :row AND revision = :revision",
            )?
            .execute(named_params! {
                ":candidate": candidate,
                ":facts": written(&after.case)?,
                ":keeps": after.case.keeps_the_record(),
                ":upheld_on": after.upheld_on.map(Day),
                ":restricted_on": after.restricted_on.map(Day),
                ":lifted_on": after.lifted_on.map(Day),
                ":closed_by": closed_by,
                ":closed_on": after.closed.map(|(_, on)| Day(on)),
                ":row": request,
                ":revision": after.revision,
            })?;
        if changed == 0 {
            return Err(self.stale(Register::Request, request)?);
        }
        self.pass_over(candidate)
    }

    /// Writes words of a request down, in the place of those that were there; empty ones take them away.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is gone.
    pub fn put_request_note(
        &self,
        permit: &Permit<KeepRegisters>,
        request: RightsRequestId,
        about: &str,
        words: &Prose,
    ) -> Result<(), StoreError> {
        let request = self.records().rights_row(permit, request)?;
        if words.as_str().is_empty() {
            self.sql()
                .prepare_cached("DELETE FROM rights_note WHERE request = ?1 AND about = ?2")?
                .execute(params![request, about])?;
        } else {
            self.sql()
                .prepare_cached(
                    "INSERT INTO rights_note (request, about, words)
                     VALUES (?1, ?2, ?3)
                     ON CONFLICT DO UPDATE SET words = excluded.words",
                )?
                .execute(params![request, about, words.as_str()])?;
        }
        Ok(())
    }

    /// Keeps what was decided of a name found in what is held.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the request is gone.
    pub fn put_request_mask(
        &self,
        permit: &Permit<KeepRegisters>,
        request: RightsRequestId,
        place: &[u8; 32],
        masked: bool,
    ) -> Result<(), StoreError> {
        let request = self.records().rights_row(permit, request)?;
        self.sql()
            .prepare_cached(
                "INSERT INTO rights_mask (request, place, masked)
                 VALUES (?1, ?2, ?3)
                 ON CONFLICT DO UPDATE SET masked = excluded.masked",
            )?
            .execute(params![request, place, masked])?;
        Ok(())
    }

    /// Marks whose record a request may keep: an erasure that was begun and has not come to them passes them over.
    fn pass_over(&self, candidate: Option<i64>) -> Result<(), StoreError> {
        let Some(candidate) = candidate else {
            return Ok(());
        };
        self.sql()
            .prepare_cached(&format!(
                "DELETE FROM erasure_intent
                 WHERE candidate = ?1
                   AND EXISTS (SELECT 1 FROM candidate WHERE candidate.row = ?1 AND {KEPT_BY_REQUEST})"
            ))?
            .execute([candidate])?;
        self.touch(candidate);
        Ok(())
    }
}

/// A year after it was closed a request goes, with the words that were written of it, unless it has a record only stored.
const FORGETS: Forgets = Forgets {
    closed: "SELECT row, closed_on
             FROM rights_request
             WHERE closed_on IS NOT NULL
               AND (candidate IS NULL OR restricted_on IS NULL OR lifted_on IS NOT NULL)",
    until: request_kept_until,
    delete: &[
        "UPDATE correction SET request = NULL WHERE request = ?1",
        "UPDATE annotation SET request = NULL WHERE request = ?1",
        "UPDATE recipient_notice SET request = NULL WHERE request = ?1",
        "UPDATE complaint SET request = NULL WHERE request = ?1",
        "DELETE FROM rights_mask WHERE request = ?1",
        "DELETE FROM rights_note WHERE request = ?1",
        "DELETE FROM rights_request WHERE row = ?1",
    ],
    said: ("forget-requests", "requests"),
};

impl Store {
    /// Lets go of requests that were closed a year ago and restrict nobody, with the words that were written of them.
    pub(crate) fn forget_requests(
        &mut self,
        today: NaiveDate,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.forget(&FORGETS, today, at)
    }
}
