//! Those who asked not to be approached, or objected to it (ERA-09): keyed hashes of their addresses and numbers, so
//! that they are known again when somebody brings them in as a prospect. No name, and no way back from a hash without
//! the store's key; so the list survives the person's erasure. Somebody who applies is never held up by it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::access::{Action, Permit, ReadJournal, RecordPermission};
use domain::id::CandidateId;
use rusqlite::{OptionalExtension, named_params};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::column::{Day, Id, decode};
use crate::error::StoreError;
use crate::keys::{mac, random};
use crate::read::Records;
use crate::write::Tx;

/// Why somebody is on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApproachReason {
    /// They asked not to be approached again.
    Asked,
    /// They objected to their data being used for it (UK GDPR Art 21).
    Objected,
}

impl ApproachReason {
    /// Every reason.
    pub const ALL: [Self; 2] = [Self::Asked, Self::Objected];

    /// The word the store holds.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Objected => "objected",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// A person on the list, of whom nothing is known but this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotToApproach {
    /// When they said so.
    pub asked_on: NaiveDate,
    /// Why.
    pub because: ApproachReason,
}

/// The list, to hold people against.
pub struct DoNotApproach {
    key: Box<Zeroizing<[u8; 32]>>,
    marks: BTreeSet<[u8; 32]>,
}

impl std::fmt::Debug for DoNotApproach {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("DoNotApproach")
            .field("marks", &self.marks.len())
            .finish_non_exhaustive()
    }
}

impl DoNotApproach {
    /// Whether somebody with one of these keys ([`domain::text::Email::key`], [`domain::text::Phone::key`]) is on it.
    pub fn has(&self, emails: &[String], phones: &[String]) -> bool {
        let by_email = emails.iter().map(|key| mark(&self.key, EMAIL, key));
        let by_phone = phones.iter().map(|key| mark(&self.key, PHONE, key));
        by_email
            .chain(by_phone)
            .any(|mark| self.marks.contains(&mark))
    }
}

const EMAIL: &str = "email";
const PHONE: &str = "phone";

fn mark(key: &[u8; 32], kind: &str, text: &str) -> [u8; 32] {
    mac(key, [kind, "/", text].concat().as_bytes())
}

impl Records<'_> {
    /// The list, to hold people against.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn do_not_approach<A: Action>(
        &self,
        _permit: &Permit<A>,
    ) -> Result<DoNotApproach, StoreError> {
        let mut statement = self
            .connection()
            .prepare_cached("SELECT mark FROM do_not_approach")?;
        let marks = statement
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(DoNotApproach {
            key: self.approach_key()?,
            marks,
        })
    }

    /// Who is on the list, the latest first: when they said so, and why.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn not_to_approach(
        &self,
        _permit: &Permit<ReadJournal>,
    ) -> Result<Vec<NotToApproach>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT min(asked_on) AS asked_on, because
             FROM do_not_approach
             GROUP BY request
             ORDER BY 1 DESC, request",
        )?;
        let mut rows = statement.query([])?;
        let mut people = Vec::new();
        while let Some(row) = rows.next()? {
            let because: String = row.get("because")?;
            people.push(NotToApproach {
                asked_on: row.get::<_, Day>("asked_on")?.0,
                because: decode(
                    "do_not_approach.because",
                    ApproachReason::from_code(&because),
                )?,
            });
        }
        Ok(people)
    }

    fn approach_key(&self) -> Result<Box<Zeroizing<[u8; 32]>>, StoreError> {
        // The key itself is of one store.
        Ok(self.outside_key()?.derive(Uuid::nil(), "do-not-approach"))
    }
}

impl Tx<'_> {
    /// Puts a candidate on the list, by every address and number of theirs. Gives whether there was any to know them
    /// by. Whoever is on it already stays on it as before.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit leaves the candidate out, [`StoreError::NotFound`] when there is
    /// none.
    pub fn list_not_to_approach<A: Action>(
        &self,
        permit: &Permit<A>,
        candidate: CandidateId,
        because: ApproachReason,
    ) -> Result<bool, StoreError> {
        if permit.scope().without().contains(&candidate) {
            return Err(StoreError::WrongSubject);
        }
        let row = self.records().candidate_row(candidate)?;
        let key = self.records().approach_key()?;
        let mut marks = Vec::new();
        for (kind, sql) in [
            (
                EMAIL,
                "SELECT key FROM candidate_email WHERE candidate = ?1 AND key IS NOT NULL",
            ),
            (
                PHONE,
                "SELECT key FROM candidate_phone WHERE candidate = ?1",
            ),
        ] {
            let mut statement = self.sql().prepare_cached(sql)?;
            let mut rows = statement.query([row])?;
            while let Some(row) = rows.next()? {
                let text: String = row.get(0)?;
                marks.push(mark(&key, kind, &text));
            }
        }
        let request = uuid::Builder::from_random_bytes(random()?).into_uuid();
        for mark in &marks {
            self.sql()
                .prepare_cached(
                    "INSERT INTO do_not_approach (mark, request, because, asked_on)
                     VALUES (:mark, :request, :because, :asked_on)
                     ON CONFLICT (mark) DO NOTHING",
                )?
                .execute(named_params! {
                    ":mark": mark,
                    ":request": Id(request),
                    ":because": because.code(),
                    ":asked_on": Day(self.today()),
                })?;
        }
        Ok(!marks.is_empty())
    }

    /// Takes whoever has an e-mail address off the list, with everything else of theirs on it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when nobody on it has the address.
    pub fn unlist_not_to_approach(
        &self,
        _permit: &Permit<RecordPermission>,
        email_key: &str,
    ) -> Result<(), StoreError> {
        let key = self.records().approach_key()?;
        let request: Option<Id> = self
            .sql()
            .prepare_cached("SELECT request FROM do_not_approach WHERE mark = ?1")?
            .query_row([mark(&key, EMAIL, email_key)], |row| row.get(0))
            .optional()?;
        let request = request.ok_or(StoreError::NotFound)?;
        self.sql()
            .prepare_cached("DELETE FROM do_not_approach WHERE request = ?1")?
            .execute([request])?;
        Ok(())
    }
}
