//! Sealed records: what a compartment keeps of a candidate, under the candidate's own key and the compartment's.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, OpenSealed, Permit, SealRecord};
use domain::compartment::Compartment;
use domain::id::{AccountId, CandidateId, SealedRecordId};
use domain::sealed::{OpeningPurpose, SealedKind, SealedStatus};
use rusqlite::{OptionalExtension, named_params};
use zeroize::Zeroizing;

use crate::column::{At, Day, Id, day, decode};
use crate::connection;
use crate::error::StoreError;
use crate::journal::{About, Detail, Entry};
use crate::read::Records;
use crate::seal::{Purpose, Sealed};
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

/// What a sealed record is bound to, so that it cannot be put into another person's place.
fn bound(candidate: CandidateId, record: SealedRecordId, compartment: Compartment) -> Vec<u8> {
    [
        candidate.uuid().as_bytes().as_slice(),
        record.uuid().as_bytes(),
        compartment.code().as_bytes(),
    ]
    .concat()
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
                    account.id AS recorder, sealed_record.recorded_at
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
        let (compartment, generation, sealed): (String, u32, Vec<u8>) = self
            .writer
            .prepare_cached(
                "SELECT sealed_record.compartment, sealed_record.generation, sealed_record.sealed
                 FROM sealed_record
                 JOIN candidate ON candidate.row = sealed_record.candidate
                 WHERE sealed_record.id = ?1 AND candidate.id = ?2",
            )?
            .query_row([Id(record.uuid()), Id(candidate.uuid())], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .optional()?
            .ok_or(StoreError::NotFound)?;
        let compartment = decode(
            "sealed_record.compartment",
            Compartment::from_code(&compartment),
        )?;
        if compartment == Compartment::EqualityMonitoring {
            return Err(StoreError::NotHeld);
        }
        let key = self.keys.compartment_private(
            compartment,
            generation,
            self.account,
            &self.identity.sealing,
        )?;
        let entry = Entry::new("open-sealed-record")
            .about(About::Candidate(candidate))
            .with("compartment", Detail::Word(compartment.code()))
            .with("purpose", Detail::Word(purpose.code()));
        self.note(Some(permit.actor()), at, entry)?;
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
        match connection::checkpoint(&self.writer) {
            // Somebody reads just now: what the log still holds of it is sealed, and goes when the store is closed.
            Err(StoreError::Busy) => Ok(()),
            emptied => emptied,
        }
    }
}
