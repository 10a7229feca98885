//! Whose records are only stored (UK GDPR Art 18): what `decide` asks of every viewer.

use std::collections::BTreeSet;

use domain::id::CandidateId;

use crate::column::Id;
use crate::error::StoreError;
use crate::read::Records;

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
