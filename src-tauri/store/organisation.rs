//! The organisation, its teams and its settings.

use chrono::{DateTime, Utc};
use domain::access::{AccessPolicy, ManageAccounts, Permit};
use domain::id::TeamId;
use domain::text::Line;
use rusqlite::{OptionalExtension, named_params};

use crate::account::ACCESS_POLICY;
use crate::column::{At, Id, line};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// The organisation whose store this is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its name.
    pub name: Line,
    /// When the store was made.
    pub created_at: DateTime<Utc>,
}

/// A team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// Its name.
    pub name: Line,
}

impl Records<'_> {
    /// The organisation.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn organisation(&self) -> Result<Organisation, StoreError> {
        let (name, created_at): (String, At) = self
            .connection()
            .prepare_cached("SELECT name, created_at FROM organisation")?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Organisation {
            name: line("organisation.name", &name)?,
            created_at: created_at.0,
        })
    }

    /// A setting's value, where it is set. Settings hold no personal data.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(self
            .connection()
            .prepare_cached("SELECT value FROM setting WHERE name = ?1")?
            .query_row([name], |row| row.get(0))
            .optional()?)
    }

    /// Every team, by name.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn teams(&self) -> Result<Vec<Team>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT id, name
             FROM team
             ORDER BY name",
        )?;
        let mut rows = statement.query([])?;
        let mut teams = Vec::new();
        while let Some(row) = rows.next()? {
            let name: String = row.get(1)?;
            teams.push(Team {
                id: TeamId::from_uuid(row.get::<_, Id>(0)?.0),
                name: line("team.name", &name)?,
            });
        }
        Ok(teams)
    }
}

impl Tx<'_> {
    pub(crate) fn insert_organisation(&self, name: &Line) -> Result<(), StoreError> {
        self.sql().execute(
            "INSERT INTO organisation (row, name, created_at)
             VALUES (1, :name, :created_at)",
            named_params! { ":name": name.as_str(), ":created_at": At(self.at()) },
        )?;
        Ok(())
    }

    /// Renames the organisation.
    ///
    /// # Errors
    /// [`StoreError`] when the write fails.
    pub fn rename_organisation(
        &self,
        _permit: &Permit<ManageAccounts>,
        name: &Line,
    ) -> Result<(), StoreError> {
        self.sql()
            .execute("UPDATE organisation SET name = ?1", [name.as_str()])?;
        Ok(())
    }

    /// Sets a setting. Never one with personal data.
    ///
    /// # Errors
    /// [`StoreError`] when the write fails.
    pub fn set_setting(
        &self,
        _permit: &Permit<ManageAccounts>,
        name: &str,
        value: &str,
    ) -> Result<(), StoreError> {
        self.put_setting(name, value)
    }

    pub(crate) fn put_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.sql()
            .prepare_cached(
                "INSERT INTO setting (name, value)
                 VALUES (:name, :value)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            )?
            .execute(named_params! { ":name": name, ":value": value })?;
        Ok(())
    }

    /// Sets what the organisation set about access. Whether it is within the bounds is decided before.
    ///
    /// # Errors
    /// [`StoreError`] when the write fails.
    pub fn set_access_policy(
        &self,
        _permit: &Permit<ManageAccounts>,
        policy: AccessPolicy,
    ) -> Result<(), StoreError> {
        let text = serde_json::to_string(&policy).map_err(|_error| StoreError::Unreadable {
            column: "setting.access-policy",
        })?;
        self.put_setting(ACCESS_POLICY, &text)
    }

    /// Adds a team.
    ///
    /// # Errors
    /// [`StoreError`] when the write fails.
    pub fn add_team(
        &self,
        _permit: &Permit<ManageAccounts>,
        name: &Line,
    ) -> Result<TeamId, StoreError> {
        let id = TeamId::new(self.at());
        self.sql().execute(
            "INSERT INTO team (id, name, added_at)
             VALUES (:id, :name, :added_at)",
            named_params! { ":id": Id(id.uuid()), ":name": name.as_str(), ":added_at": At(self.at()) },
        )?;
        Ok(id)
    }
}
