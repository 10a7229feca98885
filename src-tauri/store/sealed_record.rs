//! Sealed records: what a compartment keeps of a candidate, under the candidate's own key and the compartment's.

use chrono::{DateTime, Utc};
use domain::access::{Action, EditCandidate, Permit};
use domain::compartment::Compartment;
use domain::id::{AccountId, CandidateId, SealedRecordId};
use domain::text::Prose;
use rusqlite::{OptionalExtension, named_params};
use zeroize::Zeroizing;

use crate::column::{At, Id, decode};
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
    /// Where it is sealed.
    pub compartment: Compartment,
    /// Who recorded it.
    pub recorded_by: AccountId,
    /// When.
    pub recorded_at: DateTime<Utc>,
}

/// Something to be sealed.
#[derive(Clone, Debug)]
pub struct NewSealedRecord {
    /// Where.
    pub compartment: Compartment,
    /// What.
    pub text: Prose,
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
            "SELECT sealed_record.id, sealed_record.compartment, account.id, sealed_record.recorded_at
             FROM sealed_record
             JOIN account ON account.row = sealed_record.recorded_by
             WHERE sealed_record.candidate = ?1
             ORDER BY sealed_record.row",
        )?;
        let mut rows = statement.query([candidate])?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            let compartment: String = row.get(1)?;
            records.push(SealedRecord {
                id: SealedRecordId::from_uuid(row.get::<_, Id>(0)?.0),
                compartment: decode(
                    "sealed_record.compartment",
                    Compartment::from_code(&compartment),
                )?,
                recorded_by: AccountId::from_uuid(row.get::<_, Id>(2)?.0),
                recorded_at: row.get::<_, At>(3)?.0,
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
        permit: &Permit<EditCandidate>,
        new: &NewSealedRecord,
        at: DateTime<Utc>,
    ) -> Result<SealedRecordId, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let id = SealedRecordId::new(at);
        let (generation, public) = self.keys.compartment_public(new.compartment)?;
        let bound = bound(candidate, id, new.compartment);
        let inner = self
            .subjects
            .get_or_make(candidate)?
            .encrypt(&bound, new.text.as_str().as_bytes())?;
        let sealed = public.seal(Purpose::Record, &bound, &inner)?;
        let sealed = postcard::to_allocvec(&sealed).map_err(|_error| StoreError::Keys)?;
        self.write(permit, at, |tx| {
            tx.sql().execute(
                "INSERT INTO sealed_record (id, candidate, compartment, generation, sealed, recorded_by, recorded_at)
                 VALUES (:id, :candidate, :compartment, :generation, :sealed, :recorded_by, :recorded_at)",
                named_params! {
                    ":id": Id(id.uuid()),
                    ":candidate": tx.records().candidate_row(candidate)?,
                    ":compartment": new.compartment.code(),
                    ":generation": generation,
                    ":sealed": sealed,
                    ":recorded_by": tx.actor_row()?,
                    ":recorded_at": At(at),
                },
            )?;
            let entry = Entry::new("add-sealed-record")
                .about(About::Candidate(candidate))
                .with("compartment", Detail::Word(new.compartment.code()));
            Ok((id, entry))
        })
    }

    /// Opens a sealed record of the permit's candidate; that it was opened, and by whom, is journalled first.
    ///
    /// # Errors
    /// [`StoreError::NotHeld`] when whoever is signed in does not hold the compartment, [`StoreError::NotFound`]
    /// when the candidate has no such record.
    pub fn open_sealed_record<A: Action>(
        &mut self,
        permit: &Permit<A>,
        record: SealedRecordId,
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
        let key = self.keys.compartment_private(
            compartment,
            generation,
            self.account,
            &self.identity.sealing,
        )?;
        let entry = Entry::new("open-sealed-record")
            .about(About::Candidate(candidate))
            .with("compartment", Detail::Word(compartment.code()));
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
}
