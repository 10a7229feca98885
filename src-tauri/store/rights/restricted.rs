//! Whose records are only stored (UK GDPR Art 18): what `decide` asks of every viewer.

use std::collections::BTreeSet;

use domain::id::CandidateId;

use crate::column::Id;
use crate::error::StoreError;
use crate::read::Records;

/// That a request keeps the record of the candidate at hand, or has it only stored. `NOT EXISTS` this is one of the
/// conditions of every sweep.
pub(crate) const KEPT_BY_REQUEST: &str = "EXISTS (
    SELECT 1
    FROM rights_request
    WHERE rights_request.candidate = candidate.row
      AND (
          rights_request.keeps = 1
          OR rights_request.restricted_on IS NOT NULL AND rights_request.lifted_on IS NULL
      )
)";

impl Records<'_> {
    pub(crate) fn restricted(&self) -> Result<BTreeSet<CandidateId>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT candidate.id
             FROM rights_request
             JOIN candidate ON candidate.row = rights_request.candidate
             WHERE rights_request.restricted_on IS NOT NULL AND rights_request.lifted_on IS NULL",
        )?;
        let found =
            statement.query_map([], |row| Ok(CandidateId::from_uuid(row.get::<_, Id>(0)?.0)))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}
