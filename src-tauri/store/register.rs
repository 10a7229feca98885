//! The registers: recipients, agreements with them, mechanisms for transfers to them, and impact assessments. They hold
//! nothing of any candidate.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::access::{Action, KeepRegisters, Permit, ReadRegisters};
use domain::document::DocumentKind;
use domain::id::RegisterItemId;
use domain::retention::DataClass;
use domain::sealed::SealedKind;
use domain::sharing::Item;
use domain::text::Line;
use rusqlite::{OptionalExtension, named_params};
use serde_json as json;

use crate::column::{At, Id, count, json_words, line};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// A line of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterRecord {
    /// Its id.
    pub id: RegisterItemId,
    /// What it says.
    pub item: Item,
    /// Counts changes.
    pub revision: u32,
    /// The name of whoever changed it last.
    pub changed_by_name: Line,
    /// When.
    pub changed_at: DateTime<Utc>,
}

const UNREADABLE: StoreError = StoreError::Unreadable {
    column: "register_item.details",
};

impl Records<'_> {
    /// Every line of every register, as they were added. The permit shows that the asker has to do with what is given
    /// away.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] when one can't be read.
    pub fn registers<A: Action>(
        &self,
        _permit: &Permit<A>,
    ) -> Result<Vec<RegisterRecord>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT register_item.id, register_item.details, register_item.revision, register_item.changed_at,
                    account.name
             FROM register_item
             JOIN account ON account.row = register_item.changed_by
             ORDER BY register_item.row",
        )?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let details: String = row.get("details")?;
            let name: String = row.get("name")?;
            found.push(RegisterRecord {
                id: RegisterItemId::from_uuid(row.get::<_, Id>("id")?.0),
                item: json::from_str(&details).map_err(|_error| UNREADABLE)?,
                revision: row.get("revision")?,
                changed_by_name: line("account.name", &name)?,
                changed_at: row.get::<_, At>("changed_at")?.0,
            });
        }
        Ok(found)
    }

    /// Of how many people something of each class is held. Equality answers are counted for nobody.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn held_by_class(
        &self,
        _permit: &Permit<ReadRegisters>,
    ) -> Result<BTreeMap<DataClass, u64>, StoreError> {
        let mut found = BTreeMap::new();
        for (class, sql) in [
            (DataClass::Contact, "SELECT count(*) FROM candidate"),
            (
                DataClass::ToolUse,
                "SELECT count(DISTINCT candidate) FROM application",
            ),
            (
                DataClass::Opinion,
                "SELECT count(DISTINCT application.candidate)
                 FROM feedback
                 JOIN interview ON interview.row = feedback.interview
                 JOIN application ON application.row = interview.application",
            ),
        ] {
            let people: i64 = self.connection().query_row(sql, [], |row| row.get(0))?;
            found.insert(class, count(people));
        }
        let mut documents: BTreeMap<DataClass, Vec<String>> = BTreeMap::new();
        for kind in DocumentKind::ALL {
            let class = kind.retention_class();
            documents
                .entry(class)
                .or_default()
                .push(kind.code().to_owned());
        }
        documents.remove(&DataClass::ToolUse);
        let sealed = [
            (DataClass::Health, SealedKind::Adjustments),
            (DataClass::IdentityDocument, SealedKind::Identity),
            (DataClass::RightToWork, SealedKind::RightToWork),
            (DataClass::CriminalRecord, SealedKind::CriminalRecord),
            (DataClass::Vetting, SealedKind::Vetting),
        ]
        .map(|(class, kind)| (class, vec![kind.code().to_owned()]));
        for (table, kinds) in [
            ("document", documents.into_iter().collect::<Vec<_>>()),
            ("sealed_record", sealed.to_vec()),
        ] {
            let sql = format!(
                "SELECT count(DISTINCT candidate) FROM {table} WHERE kind IN (SELECT value FROM json_each(?1))"
            );
            for (class, kinds) in kinds {
                let people: i64 =
                    self.connection()
                        .query_row(&sql, [json_words(&kinds)], |row| row.get(0))?;
                found.insert(class, count(people));
            }
        }
        Ok(found)
    }

    pub(crate) fn register_row(&self, item: RegisterItemId) -> Result<i64, StoreError> {
        Ok(self
            .connection()
            .prepare_cached("SELECT row FROM register_item WHERE id = ?1")?
            .query_row([Id(item.uuid())], |row| row.get(0))?)
    }
}

impl Tx<'_> {
    /// Adds a line to a register.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the recipient it is about is not in the register.
    pub fn insert_register_item(
        &self,
        _permit: &Permit<KeepRegisters>,
        item: &Item,
    ) -> Result<RegisterItemId, StoreError> {
        let id = RegisterItemId::new(self.at());
        let recipient = item
            .recipient()
            .map(|recipient| self.records().register_row(recipient))
            .transpose()?;
        self.sql()
            .prepare_cached(
                "INSERT INTO register_item (id, kind, recipient, details, revision, changed_by, changed_at)
                 VALUES (:id, :kind, :recipient, :details, 1, :changed_by, :changed_at)",
            )?
            .execute(named_params! {
                ":id": Id(id.uuid()),
                ":kind": item.kind().code(),
                ":recipient": recipient,
                ":details": json::to_string(item).map_err(|_error| UNREADABLE)?,
                ":changed_by": self.actor_row()?,
                ":changed_at": At(self.at()),
            })?;
        Ok(id)
    }

    /// Changes a line of a register, and answers with its revision.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is gone, or the recipient it is about; [`StoreError::Stale`] when it was changed
    /// since.
    pub fn change_register_item(
        &self,
        _permit: &Permit<KeepRegisters>,
        id: RegisterItemId,
        expected: u32,
        item: &Item,
    ) -> Result<u32, StoreError> {
        let row = self.register_at(id, expected)?;
        let recipient = item
            .recipient()
            .map(|recipient| self.records().register_row(recipient))
            .transpose()?;
        self.sql()
            .prepare_cached(
                "UPDATE register_item
                 SET kind = :kind, recipient = :recipient, details = :details, revision = revision + 1,
                     changed_by = :changed_by, changed_at = :changed_at
                 WHERE row = :row",
            )?
            .execute(named_params! {
                ":row": row,
                ":kind": item.kind().code(),
                ":recipient": recipient,
                ":details": json::to_string(item).map_err(|_error| UNREADABLE)?,
                ":changed_by": self.actor_row()?,
                ":changed_at": At(self.at()),
            })?;
        Ok(expected.saturating_add(1))
    }

    /// Takes out a line of a register that was added by mistake.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when something was given to the recipient, or another line is about it; otherwise as
    /// [`Self::change_register_item`].
    pub fn remove_register_item(
        &self,
        _permit: &Permit<KeepRegisters>,
        id: RegisterItemId,
        expected: u32,
    ) -> Result<(), StoreError> {
        let row = self.register_at(id, expected)?;
        let used: bool = self
            .sql()
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM disclosure WHERE given_to = ?1)
                     OR EXISTS (SELECT 1 FROM register_item WHERE recipient = ?1)",
            )?
            .query_row([row], |row| row.get(0))?;
        if used {
            return Err(StoreError::InUse);
        }
        self.sql()
            .prepare_cached("DELETE FROM register_item WHERE row = ?1")?
            .execute([row])?;
        Ok(())
    }

    fn register_at(&self, id: RegisterItemId, expected: u32) -> Result<i64, StoreError> {
        let found: Option<(i64, u32)> = self
            .sql()
            .prepare_cached("SELECT row, revision FROM register_item WHERE id = ?1")?
            .query_row([Id(id.uuid())], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        match found {
            None => Err(StoreError::NotFound),
            Some((_, revision)) if revision != expected => Err(StoreError::Stale { revision }),
            Some((row, _)) => Ok(row),
        }
    }
}
