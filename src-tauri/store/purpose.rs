//! The purposes of the notice, version by version. The first of each stands in the program; a version is never changed.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::access::{Action, ManageAccounts, Permit};
use domain::sharing::{Purpose, PurposeTerms, in_the_notice};
use domain::text::Line;
use rusqlite::named_params;
use serde_json as json;

use crate::column::{At, decode, line};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// A version of a purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurposeVersion {
    /// Its number; the first is the notice's.
    pub version: u32,
    /// What it says.
    pub terms: PurposeTerms,
    /// The name of whoever set it, and when; `None` for the notice's.
    pub set: Option<(Line, DateTime<Utc>)>,
}

const UNREADABLE: StoreError = StoreError::Unreadable {
    column: "purpose_version.terms",
};

impl Records<'_> {
    /// Every purpose with all its versions, the latest first. They hold nothing of anybody; the permit shows that the
    /// asker has to do with what is given away.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] when one can't be read.
    pub fn purposes<A: Action>(
        &self,
        _permit: &Permit<A>,
    ) -> Result<BTreeMap<Purpose, Vec<PurposeVersion>>, StoreError> {
        let mut found = BTreeMap::new();
        for purpose in Purpose::ALL {
            let first = PurposeVersion {
                version: 1,
                terms: in_the_notice(*purpose).map_err(|_error| UNREADABLE)?,
                set: None,
            };
            found.insert(*purpose, vec![first]);
        }
        let mut statement = self.connection().prepare_cached(
            "SELECT purpose_version.purpose, purpose_version.version, purpose_version.terms, purpose_version.set_at,
                    account.name
             FROM purpose_version
             JOIN account ON account.row = purpose_version.set_by
             ORDER BY purpose_version.version",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let purpose: String = row.get("purpose")?;
            let purpose = decode("purpose_version.purpose", Purpose::from_code(&purpose))?;
            let terms: String = row.get("terms")?;
            let name: String = row.get("name")?;
            let version = PurposeVersion {
                version: row.get("version")?,
                terms: json::from_str(&terms).map_err(|_error| UNREADABLE)?,
                set: Some((line("account.name", &name)?, row.get::<_, At>("set_at")?.0)),
            };
            found.entry(purpose).or_default().insert(0, version);
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Sets what a purpose says as the next version, and answers with its number.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another version was set since the one that was seen.
    pub fn set_purpose(
        &self,
        _permit: &Permit<ManageAccounts>,
        purpose: Purpose,
        terms: &PurposeTerms,
        seen: u32,
    ) -> Result<u32, StoreError> {
        let latest: u32 = self
            .sql()
            .prepare_cached(
                "SELECT coalesce(max(version), 1) FROM purpose_version WHERE purpose = ?1",
            )?
            .query_row([purpose.code()], |row| row.get(0))?;
        if latest != seen {
            return Err(StoreError::Stale { revision: latest });
        }
        let version = latest.saturating_add(1);
        let terms = json::to_string(terms).map_err(|_error| UNREADABLE)?;
        self.sql()
            .prepare_cached(
                "INSERT INTO purpose_version (purpose, version, terms, set_by, set_at)
                 VALUES (:purpose, :version, :terms, :set_by, :set_at)",
            )?
            .execute(named_params! {
                ":purpose": purpose.code(),
                ":version": version,
                ":terms": terms,
                ":set_by": self.actor_row()?,
                ":set_at": At(self.at()),
            })?;
        Ok(version)
    }
}
