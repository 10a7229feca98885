//! The organisation's periods, version by version. A version is never changed: another follows it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{ManageAccounts, Permit, ReviewRetention};
use domain::retention::{PolicyValues, RetentionPolicy};
use domain::text::Line;
use rusqlite::named_params;

use crate::column::{At, Day, optional_line};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// A version of the organisation's periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyVersion {
    /// Its number; the first is 1.
    pub version: u32,
    /// The periods.
    pub values: PolicyValues,
    /// The first day it is in use.
    pub in_use_from: NaiveDate,
    /// The name of whoever set it; `None` for the one the store was made with.
    pub set_by: Option<Line>,
    /// When.
    pub set_at: DateTime<Utc>,
    /// Why, where a reason was given.
    pub reason: Option<Line>,
}

impl Records<'_> {
    /// The organisation's periods, with the versions before.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] when a version is outside its bounds.
    pub fn retention_policy(&self) -> Result<RetentionPolicy, StoreError> {
        let mut statement = self
            .connection()
            .prepare_cached("SELECT periods, in_use_from FROM policy ORDER BY version")?;
        let mut rows = statement.query([])?;
        let mut policy: Option<RetentionPolicy> = None;
        while let Some(row) = rows.next()? {
            let values = periods(&row.get::<_, String>(0)?)?;
            let next = match policy {
                None => RetentionPolicy::new(values),
                Some(before) => before.followed_by(row.get::<_, Day>(1)?.0, values),
            };
            policy = Some(next.map_err(|_error| UNREADABLE)?);
        }
        Ok(policy.unwrap_or_default())
    }

    /// Every version of the organisation's periods, the latest first.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] when one can't be read.
    pub fn policy_versions(
        &self,
        _permit: &Permit<ReviewRetention>,
    ) -> Result<Vec<PolicyVersion>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT policy.version, policy.periods, policy.in_use_from, policy.set_at, policy.reason, account.name
             FROM policy
             LEFT JOIN account ON account.row = policy.set_by
             ORDER BY policy.version DESC",
        )?;
        let mut rows = statement.query([])?;
        let mut versions = Vec::new();
        while let Some(row) = rows.next()? {
            versions.push(PolicyVersion {
                version: row.get("version")?,
                values: periods(&row.get::<_, String>("periods")?)?,
                in_use_from: row.get::<_, Day>("in_use_from")?.0,
                set_by: optional_line("account.name", row.get("name")?)?,
                set_at: row.get::<_, At>("set_at")?.0,
                reason: optional_line("policy.reason", row.get("reason")?)?,
            });
        }
        Ok(versions)
    }
}

const UNREADABLE: StoreError = StoreError::Unreadable {
    column: "policy.periods",
};

fn periods(text: &str) -> Result<PolicyValues, StoreError> {
    serde_json::from_str(text).map_err(|_error| UNREADABLE)
}

impl Tx<'_> {
    /// The version a store is made with: what the notice promises.
    pub(crate) fn insert_first_policy(&self) -> Result<(), StoreError> {
        self.insert_version(1, &PolicyValues::default(), self.today(), None, None)
    }

    /// Sets the organisation's periods as the next version, in use from today, and works out everybody's date anew.
    /// Answers with its number.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another version was set since the one that was seen; [`StoreError::Unreadable`] for
    /// periods outside their bounds.
    pub fn set_retention_policy(
        &self,
        _permit: &Permit<ManageAccounts>,
        values: &PolicyValues,
        reason: Option<&Line>,
        seen: u32,
    ) -> Result<u32, StoreError> {
        values.check().map_err(|_error| UNREADABLE)?;
        let (latest, from): (u32, Day) = self.sql().query_row(
            "SELECT version, in_use_from FROM policy ORDER BY version DESC LIMIT 1",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        if latest != seen {
            return Err(StoreError::Stale { revision: latest });
        }
        // A clock that was set back puts no version before another.
        let from = from.0.max(self.today());
        let version = latest.saturating_add(1);
        let setter = self.actor_row()?;
        self.insert_version(version, values, from, Some(setter), reason)?;
        let mut statement = self
            .sql()
            .prepare("SELECT row FROM candidate ORDER BY row")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            self.touch(row.get(0)?);
        }
        Ok(version)
    }

    fn insert_version(
        &self,
        version: u32,
        values: &PolicyValues,
        from: NaiveDate,
        setter: Option<i64>,
        reason: Option<&Line>,
    ) -> Result<(), StoreError> {
        let text = serde_json::to_string(values).map_err(|_error| UNREADABLE)?;
        self.sql().execute(
            "INSERT INTO policy (version, periods, in_use_from, set_by, set_at, reason)
             VALUES (:version, :periods, :in_use_from, :set_by, :set_at, :reason)",
            named_params! {
                ":version": version,
                ":periods": text,
                ":in_use_from": Day(from),
                ":set_by": setter,
                ":set_at": At(self.at()),
                ":reason": reason.map(Line::as_str),
            },
        )?;
        Ok(())
    }
}
