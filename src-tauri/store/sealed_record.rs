//! Sealed records: what a compartment keeps of a candidate, under the candidate's own key and the compartment's.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, OpenSealed, Permit, SealRecord};
use domain::compartment::Compartment;
use domain::id::{AccountId, CandidateId, SealedRecordId};
use domain::sealed::{OpeningPurpose, SealedKind, SealedStatus};
use rusqlite::{OptionalExtension, named_params};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::column::{At, Day, Id, day, decode};
use crate::error::StoreError;
use crate::journal::{About, Detail, Entry};
use crate::read::Records;
use crate::seal::{Purpose, Sealed, SealingKey};
use crate::write::Store;

/// A sealed record, as anyone who may know that it is there sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedRecord {
    /// Its id.
    pub id: SealedRecordId,
    /// What it is; with that, where it is sealed.
    pub kind: SealedKind,
    /// How things stand, for those who may be told that and no more.
    pub status: SealedStatus,
    /// The day of the decision that its class is counted from.
    pub decided_on: Option<NaiveDate>,
    /// Who recorded it.
    pub recorded_by: AccountId,
    /// When.
    pub recorded_at: DateTime<Utc>,
    /// Whether a copy of the paper that was seen is kept with it.
    pub has_copy: bool,
}

/// Something to be sealed.
#[derive(Clone, Debug)]
pub struct NewSealedRecord {
    /// What it is; with that, where it is sealed.
    pub kind: SealedKind,
    /// How things stand. Not sealed.
    pub status: SealedStatus,
    /// The day of the decision that its class is counted from. Not sealed.
    pub decided_on: Option<NaiveDate>,
    /// What is sealed.
    pub text: Zeroizing<String>,
}

/// What becomes of a copy that is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyUse {
    /// It is shown in the window.
    Shown,
    /// It is saved as a file, to be given to somebody.
    Saved,
}

impl CopyUse {
    const fn action(self) -> &'static str {
        match self {
            Self::Shown => "open-copy",
            Self::Saved => "save-copy",
        }
    }
}

/// What a sealed record is bound to, so that it cannot be put into another person's place.
fn bound(candidate: CandidateId, record: SealedRecordId, compartment: Compartment) -> Vec<u8> {
    [
        candidate.uuid().as_bytes().as_slice(),
        record.uuid().as_bytes(),
        compartment.code().as_bytes(),
    ]
    .concat()
}

/// What the subject key binds a copy to, so that it is taken for no record.
fn copy_of(bound: &[u8]) -> Vec<u8> {
    [bound, b"copy"].concat()
}

/// A copy, as it is kept. It may come in after its record, when the compartment has newer keys.
#[derive(Serialize, Deserialize)]
struct SealedCopy {
    generation: u32,
    sealed: Sealed,
}

impl Records<'_> {
    /// The sealed records of the permit's candidate, oldest first, without what is in them.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate.
    pub fn sealed_records<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Vec<SealedRecord>, StoreError> {
        let candidate = self.candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)?;
        let mut statement = self.connection().prepare_cached(
            "SELECT sealed_record.id, sealed_record.kind, sealed_record.status, sealed_record.decided_on,
                    account.id AS recorder, sealed_record.recorded_at, sealed_record.copy IS NOT NULL AS has_copy
             FROM sealed_record
             JOIN account ON account.row = sealed_record.recorded_by
             WHERE sealed_record.candidate = ?1
             ORDER BY sealed_record.row",
        )?;
        let mut rows = statement.query([candidate])?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            let (kind, status): (String, String) = (row.get("kind")?, row.get("status")?);
            records.push(SealedRecord {
                id: SealedRecordId::from_uuid(row.get::<_, Id>("id")?.0),
                kind: decode("sealed_record.kind", SealedKind::from_code(&kind))?,
                status: decode("sealed_record.status", SealedStatus::from_code(&status))?,
                decided_on: day(row.get("decided_on")?),
                recorded_by: AccountId::from_uuid(row.get::<_, Id>("recorder")?.0),
                recorded_at: row.get::<_, At>("recorded_at")?.0,
                has_copy: row.get("has_copy")?,
            });
        }
        Ok(records)
    }
}

impl Store {
    /// Seals something of the permit's candidate. Whoever may record it need not be one who can open it.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate.
    pub fn add_sealed_record(
        &mut self,
        permit: &Permit<SealRecord>,
        new: &NewSealedRecord,
        at: DateTime<Utc>,
    ) -> Result<SealedRecordId, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let id = SealedRecordId::new(at);
        let compartment = new.kind.compartment();
        let (generation, public) = self.keys.compartment_public(compartment)?;
        let bound = bound(candidate, id, compartment);
        let inner = self
            .subjects
            .get_or_make(candidate)?
            .encrypt(&bound, new.text.as_bytes())?;
        let sealed = public.seal(Purpose::Record, &bound, &inner)?;
        let sealed = postcard::to_allocvec(&sealed).map_err(|_error| StoreError::Keys)?;
        self.write(permit, at, |tx| {
            let row = tx.records().candidate_row(candidate)?;
            tx.sql().execute(
                "INSERT INTO sealed_record
                    (id, candidate, compartment, kind, status, decided_on, generation, sealed, recorded_by, recorded_at)
                 VALUES
                    (:id, :candidate, :compartment, :kind, :status, :decided_on, :generation, :sealed, :recorded_by,
                     :recorded_at)",
                named_params! {
                    ":id": Id(id.uuid()),
                    ":candidate": row,
                    ":compartment": compartment.code(),
                    ":kind": new.kind.code(),
                    ":status": new.status.code(),
                    ":decided_on": new.decided_on.map(Day),
                    ":generation": generation,
                    ":sealed": sealed,
                    ":recorded_by": tx.actor_row()?,
                    ":recorded_at": At(at),
                },
            )?;
            tx.touch(row);
            let entry = Entry::new("add-sealed-record")
                .about(About::Candidate(candidate))
                .with("compartment", Detail::Word(compartment.code()));
            Ok((id, entry))
        })
    }

    /// Opens a sealed record of the permit's candidate; that it was opened, by whom and for what, is journalled first.
    /// Equality answers are opened for nobody, whatever key they hold (ACC-04).
    ///
    /// # Errors
    /// [`StoreError::NotHeld`] when whoever is signed in does not hold the compartment, [`StoreError::NotFound`]
    /// when the candidate has no such record.
    pub fn open_sealed_record(
        &mut self,
        permit: &Permit<OpenSealed>,
        record: SealedRecordId,
        purpose: OpeningPurpose,
        at: DateTime<Utc>,
    ) -> Result<Zeroizing<String>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let compartment = self.sealed_in(candidate, record)?;
        let (generation, sealed): (u32, Vec<u8>) = self
            .writer
            .prepare_cached("SELECT generation, sealed FROM sealed_record WHERE id = ?1")?
            .query_row([Id(record.uuid())], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let key = self.held(compartment, generation)?;
        self.note_opening(permit, "open-sealed-record", compartment, purpose, at)?;
        let sealed: Sealed = postcard::from_bytes(&sealed).map_err(|_error| StoreError::Damaged)?;
        let bound = bound(candidate, record, compartment);
        let inner = key
            .open(Purpose::Record, &bound, &sealed)
            .ok_or(StoreError::Damaged)?;
        let text = self
            .subjects
            .get(candidate)
            .ok_or(StoreError::Damaged)?
            .decrypt(&bound, &inner)?;
        let text = std::str::from_utf8(&text).map_err(|_error| StoreError::Damaged)?;
        Ok(Zeroizing::new(text.to_owned()))
    }

    /// Where a record of a candidate is sealed.
    fn sealed_in(
        &self,
        candidate: CandidateId,
        record: SealedRecordId,
    ) -> Result<Compartment, StoreError> {
        let compartment: String = self
            .writer
            .prepare_cached(
                "SELECT sealed_record.compartment
                 FROM sealed_record
                 JOIN candidate ON candidate.row = sealed_record.candidate
                 WHERE sealed_record.id = ?1 AND candidate.id = ?2",
            )?
            .query_row([Id(record.uuid()), Id(candidate.uuid())], |row| row.get(0))
            .optional()?
            .ok_or(StoreError::NotFound)?;
        decode(
            "sealed_record.compartment",
            Compartment::from_code(&compartment),
        )
    }

    /// The key of a compartment, where whoever is signed in holds it. That of equality answers is used for nobody.
    fn held(&self, compartment: Compartment, generation: u32) -> Result<SealingKey, StoreError> {
        if compartment == Compartment::EqualityMonitoring {
            return Err(StoreError::NotHeld);
        }
        self.keys.compartment_private(
            compartment,
            generation,
            self.account,
            &self.identity.sealing,
        )
    }

    fn note_opening(
        &mut self,
        permit: &Permit<OpenSealed>,
        action: &'static str,
        compartment: Compartment,
        purpose: OpeningPurpose,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let entry = Entry::new(action)
            .about(About::Candidate(candidate))
            .with("compartment", Detail::Word(compartment.code()))
            .with("purpose", Detail::Word(purpose.code()));
        self.note(Some(permit.actor()), at, entry)
    }

    /// Seals a copy of the paper that was seen, beside a record of the permit's candidate that has none. Whoever may
    /// record it need not be one who can open it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the candidate has no such record, [`StoreError::Duplicate`] when it has a copy:
    /// that stays what it was.
    pub fn add_copy(
        &mut self,
        permit: &Permit<SealRecord>,
        record: SealedRecordId,
        content: &[u8],
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let compartment = self.sealed_in(candidate, record)?;
        let (generation, public) = self.keys.compartment_public(compartment)?;
        let bound = bound(candidate, record, compartment);
        let inner = self
            .subjects
            .get_or_make(candidate)?
            .encrypt(&copy_of(&bound), content)?;
        let sealed = public.seal(Purpose::Copy, &bound, &inner)?;
        let sealed = postcard::to_allocvec(&SealedCopy { generation, sealed })
            .map_err(|_error| StoreError::Keys)?;
        self.write(permit, at, |tx| {
            let put = tx
                .sql()
                .prepare_cached(
                    "UPDATE sealed_record SET copy = ?2 WHERE id = ?1 AND copy IS NULL",
                )?
                .execute(rusqlite::params![Id(record.uuid()), sealed])?;
            if put == 0 {
                return Err(StoreError::Duplicate);
            }
            let entry = Entry::new("add-copy")
                .about(About::Candidate(candidate))
                .with("compartment", Detail::Word(compartment.code()));
            Ok(((), entry))
        })
    }

    /// The copy that is kept with a sealed record of the permit's candidate; what becomes of it, by whom and for what, is
    /// journalled first.
    ///
    /// # Errors
    /// As [`Self::open_sealed_record`]; [`StoreError::NotFound`] when the record has no copy, too.
    pub fn open_copy(
        &mut self,
        permit: &Permit<OpenSealed>,
        record: SealedRecordId,
        (purpose, becomes): (OpeningPurpose, CopyUse),
        at: DateTime<Utc>,
    ) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let compartment = self.sealed_in(candidate, record)?;
        let copy: Option<Vec<u8>> = self
            .writer
            .prepare_cached("SELECT copy FROM sealed_record WHERE id = ?1")?
            .query_row([Id(record.uuid())], |row| row.get(0))?;
        let copy = copy.ok_or(StoreError::NotFound)?;
        let copy: SealedCopy = postcard::from_bytes(&copy).map_err(|_error| StoreError::Damaged)?;
        let key = self.held(compartment, copy.generation)?;
        self.note_opening(permit, becomes.action(), compartment, purpose, at)?;
        let bound = bound(candidate, record, compartment);
        let inner = key
            .open(Purpose::Copy, &bound, &copy.sealed)
            .ok_or(StoreError::Damaged)?;
        self.subjects
            .get(candidate)
            .ok_or(StoreError::Damaged)?
            .decrypt(&copy_of(&bound), &inner)
    }

    /// Erases one sealed record of the permit's candidate before its day.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the candidate has no such record.
    pub fn erase_sealed_record(
        &mut self,
        permit: &Permit<SealRecord>,
        record: SealedRecordId,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        self.write(permit, at, |tx| {
            let row = tx.records().candidate_row(candidate)?;
            let gone: String = tx
                .sql()
                .prepare_cached(
                    "DELETE FROM sealed_record WHERE id = ?1 AND candidate = ?2 RETURNING compartment",
                )?
                .query_row(rusqlite::params![Id(record.uuid()), row], |row| row.get(0))
                .optional()?
                .ok_or(StoreError::NotFound)?;
            let compartment = decode("sealed_record.compartment", Compartment::from_code(&gone))?;
            let entry = Entry::new("erase-sealed-record")
                .about(About::Candidate(candidate))
                .with("compartment", Detail::Word(compartment.code()));
            Ok::<_, StoreError>(((), entry))
        })?;
        self.empty_after_removal()
    }
}
