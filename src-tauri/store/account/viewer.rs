//! An account as the rules see it.

use std::collections::BTreeSet;

use domain::access::{AccessPolicy, Grant, Relation, Role, RoleHeld, Viewer};
use domain::compartment::Compartment;
use domain::id::{AccountId, CandidateId};
use rusqlite::OptionalExtension;

use super::grant::scope_of;
use crate::column::{Day, Id, day, decode};
use crate::error::StoreError;
use crate::read::Records;

/// The setting that holds what the organisation set about access.
pub(crate) const ACCESS_POLICY: &str = "access-policy";

impl Records<'_> {
    /// An account as a viewer: its role, every relation it has or had, its training, its conflicts and the
    /// sealed classes whose keys it holds. Read anew for every use.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the account is gone.
    pub fn viewer(&self, account: AccountId) -> Result<Viewer, StoreError> {
        let (row, role, until): (i64, String, Option<Day>) = self
            .connection()
            .prepare_cached(
                "SELECT row, role, role_until FROM account WHERE id = ?1 AND removed_at IS NULL",
            )?
            .query_row([Id(account.uuid())], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .optional()?
            .ok_or(StoreError::NotFound)?;
        let (trained_on, inducted_on): (Option<Day>, Option<Day>) = self
            .connection()
            .prepare_cached(
                "SELECT max(held_on), max(held_on) FILTER (WHERE kind = 'live')
                 FROM training
                 WHERE account = ?1",
            )?
            .query_row([row], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Viewer {
            account,
            role: RoleHeld {
                role: decode("account.role", Role::from_code(&role))?,
                until: day(until),
            },
            grants: self.grants_of(row)?,
            trained_on: day(trained_on),
            inducted_on: day(inducted_on),
            conflicts: self.conflicts_of(row)?,
            restricted: self.restricted()?,
            compartments: self.compartments_of(row)?,
            policy: self.access_policy()?,
        })
    }

    /// What the organisation set about access; the notice's own, until something else is set.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] when the stored policy is outside its bounds.
    pub fn access_policy(&self) -> Result<AccessPolicy, StoreError> {
        let unreadable = StoreError::Unreadable {
            column: "setting.access-policy",
        };
        let Some(text) = self.setting(ACCESS_POLICY)? else {
            return Ok(AccessPolicy::default());
        };
        match serde_json::from_str::<AccessPolicy>(&text) {
            Ok(policy) if policy.is_within_bounds() => Ok(policy),
            Ok(_) | Err(_) => Err(unreadable),
        }
    }

    fn grants_of(&self, account: i64) -> Result<Vec<Grant>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT access_grant.relation, vacancy.id AS vacancy_id, team.id AS team_id, access_grant.from_on,
                    access_grant.until_on
             FROM access_grant
             LEFT JOIN vacancy ON vacancy.row = access_grant.vacancy
             LEFT JOIN team ON team.row = access_grant.team
             WHERE access_grant.account = ?1
             ORDER BY access_grant.row",
        )?;
        let mut rows = statement.query([account])?;
        let mut grants = Vec::new();
        while let Some(row) = rows.next()? {
            let relation: String = row.get("relation")?;
            grants.push(Grant {
                relation: decode("access_grant.relation", Relation::from_code(&relation))?,
                scope: scope_of(row)?,
                from: row.get::<_, Day>("from_on")?.0,
                until: day(row.get("until_on")?),
            });
        }
        Ok(grants)
    }

    fn conflicts_of(&self, account: i64) -> Result<BTreeSet<CandidateId>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT candidate.id
             FROM conflict_of_interest
             JOIN candidate ON candidate.row = conflict_of_interest.candidate
             WHERE conflict_of_interest.account = ?1",
        )?;
        let found = statement.query_map([account], |row| {
            Ok(CandidateId::from_uuid(row.get::<_, Id>(0)?.0))
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    fn compartments_of(&self, account: i64) -> Result<BTreeSet<Compartment>, StoreError> {
        let mut statement = self
            .connection()
            .prepare_cached("SELECT compartment FROM compartment_holder WHERE account = ?1")?;
        let mut rows = statement.query([account])?;
        let mut held = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let code: String = row.get(0)?;
            held.insert(decode(
                "compartment_holder.compartment",
                Compartment::from_code(&code),
            )?);
        }
        Ok(held)
    }
}
