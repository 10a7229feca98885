//! What a record said before it was corrected for somebody who asked for that. It stays until the person is erased
//! (RULEBOOK DSR-10).

use chrono::NaiveDate;
use domain::access::{EditCandidate, KeepRegisters, Permit};
use domain::deadline::Right;
use domain::id::{AccountId, RightsRequestId};
use domain::rights::{Corrected, RequestCase};
use rusqlite::{named_params, params};
use serde_json as json;

use crate::column::{Day, Id, decode};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// What was corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// What.
    pub what: Corrected,
    /// What it said before; empty where it said nothing.
    pub before: String,
    /// Who corrected it.
    pub by: AccountId,
    /// The day.
    pub on: NaiveDate,
}

impl Records<'_> {
    /// What was corrected by a request, in the order in which it was.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such request.
    pub fn corrections(
        &self,
        permit: &Permit<KeepRegisters>,
        request: RightsRequestId,
    ) -> Result<Vec<Correction>, StoreError> {
        let request = self.rights_row(permit, request)?;
        let mut statement = self.connection().prepare_cached(
            "SELECT correction.what, correction.before, account.id, correction.corrected_on
             FROM correction
             JOIN account ON account.row = correction.corrected_by
             WHERE correction.request = ?1
             ORDER BY correction.row",
        )?;
        let mut rows = statement.query([request])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let what: String = row.get(0)?;
            found.push(Correction {
                what: decode("correction.what", Corrected::from_code(&what))?,
                before: row.get(1)?,
                by: AccountId::from_uuid(row.get::<_, Id>(2)?.0),
                on: row.get::<_, Day>(3)?.0,
            });
        }
        Ok(found)
    }

    /// The open request of a candidate to have data corrected, where there is one.
    fn asked_to_correct(&self, candidate: i64) -> Result<Option<i64>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT row, facts
             FROM rights_request
             WHERE candidate = ?1 AND closed_on IS NULL
             ORDER BY row",
        )?;
        let mut rows = statement.query([candidate])?;
        while let Some(row) = rows.next()? {
            let facts: String = row.get(1)?;
            let case: RequestCase =
                json::from_str(&facts).map_err(|_error| StoreError::Unreadable {
                    column: "rights_request.facts",
                })?;
            if case.uses(Right::Rectification) {
                return Ok(Some(row.get(0)?));
            }
        }
        Ok(None)
    }
}

impl Tx<'_> {
    /// Keeps what the details of the permit's candidate said before the change that made a revision, where they asked to have
    /// data corrected.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for nobody.
    pub fn keep_corrected(
        &self,
        permit: &Permit<EditCandidate>,
        before: &[(Corrected, String)],
        revision: u32,
    ) -> Result<(), StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let candidate = self.records().candidate_row(candidate)?;
        let Some(request) = self.records().asked_to_correct(candidate)? else {
            return Ok(());
        };
        for (what, before) in before {
            self.sql()
                .prepare_cached(
                    "INSERT INTO correction (candidate, request, what, before, of_revision, corrected_by, corrected_on)
                     VALUES (:candidate, :request, :what, :before, :revision, :by, :on)",
                )?
                .execute(named_params! {
                    ":candidate": candidate,
                    ":request": request,
                    ":what": what.code(),
                    ":before": before,
                    ":revision": revision,
                    ":by": self.actor_row()?,
                    ":on": Day(self.today()),
                })?;
        }
        Ok(())
    }

    /// Forgets that the change which made a revision corrected something: it was taken back.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for nobody.
    pub fn forget_corrected(
        &self,
        permit: &Permit<EditCandidate>,
        revision: u32,
    ) -> Result<(), StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let candidate = self.records().candidate_row(candidate)?;
        self.sql()
            .prepare_cached("DELETE FROM correction WHERE candidate = ?1 AND of_revision = ?2")?
            .execute(params![candidate, revision])?;
        Ok(())
    }
}
