//! The organisation's templates of messages.

use chrono::{DateTime, Utc};
use domain::access::{Action, ManageAccounts, Permit};
use domain::correspondence::MessagePurpose;
use domain::id::MessageTemplateId;
use domain::text::{Line, Prose};
use rusqlite::{OptionalExtension, named_params};

use crate::column::{At, Id, decode, line};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// A template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageTemplate {
    /// Its id.
    pub id: MessageTemplateId,
    /// Counts changes.
    pub revision: u32,
    /// What it is.
    pub text: TemplateText,
    /// When it was last changed.
    pub changed_at: DateTime<Utc>,
}

/// What a template is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateText {
    /// What messages from it are for.
    pub purpose: MessagePurpose,
    /// What it is called; no two are called alike.
    pub name: Line,
    /// The subject, with merge fields.
    pub subject: Line,
    /// The text, with merge fields.
    pub body: Prose,
}

impl Records<'_> {
    /// The templates, by name. They hold nothing of anybody; the permit shows that the asker has to do with messages.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn message_templates<A: Action>(
        &self,
        _permit: &Permit<A>,
    ) -> Result<Vec<MessageTemplate>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT id, revision, purpose, name, subject, body, changed_at
             FROM message_template
             ORDER BY name COLLATE NOCASE",
        )?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (purpose, name): (String, String) = (row.get("purpose")?, row.get("name")?);
            let (subject, body): (String, String) = (row.get("subject")?, row.get("body")?);
            found.push(MessageTemplate {
                id: MessageTemplateId::from_uuid(row.get::<_, Id>("id")?.0),
                revision: row.get("revision")?,
                text: TemplateText {
                    purpose: decode(
                        "message_template.purpose",
                        MessagePurpose::from_code(&purpose),
                    )?,
                    name: line("message_template.name", &name)?,
                    subject: line("message_template.subject", &subject)?,
                    body: decode("message_template.body", Prose::parse(&body).ok())?,
                },
                changed_at: row.get::<_, At>("changed_at")?.0,
            });
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Adds a template.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when another one is called the same.
    pub fn insert_message_template(
        &self,
        _permit: &Permit<ManageAccounts>,
        text: &TemplateText,
    ) -> Result<MessageTemplateId, StoreError> {
        let id = MessageTemplateId::new(self.at());
        self.unless_called_alike(id, &text.name)?;
        self.sql()
            .prepare_cached(
                "INSERT INTO message_template (id, purpose, name, subject, body, revision, changed_by, changed_at)
                 VALUES (:id, :purpose, :name, :subject, :body, 1, :changed_by, :changed_at)",
            )?
            .execute(named_params! {
                ":id": Id(id.uuid()),
                ":purpose": text.purpose.code(),
                ":name": text.name.as_str(),
                ":subject": text.subject.as_str(),
                ":body": text.body.as_str(),
                ":changed_by": self.actor_row()?,
                ":changed_at": At(self.at()),
            })?;
        Ok(id)
    }

    /// Changes a template.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is gone, [`StoreError::Stale`] when it was changed since, [`StoreError::InUse`]
    /// when another one is called the same.
    pub fn change_message_template(
        &self,
        _permit: &Permit<ManageAccounts>,
        template: MessageTemplateId,
        expected: u32,
        text: &TemplateText,
    ) -> Result<(), StoreError> {
        self.template_at(template, expected)?;
        self.unless_called_alike(template, &text.name)?;
        self.sql()
            .prepare_cached(
                "UPDATE message_template
                 SET purpose = :purpose, name = :name, subject = :subject, body = :body, revision = revision + 1,
                     changed_by = :changed_by, changed_at = :changed_at
                 WHERE id = :id",
            )?
            .execute(named_params! {
                ":id": Id(template.uuid()),
                ":purpose": text.purpose.code(),
                ":name": text.name.as_str(),
                ":subject": text.subject.as_str(),
                ":body": text.body.as_str(),
                ":changed_by": self.actor_row()?,
                ":changed_at": At(self.at()),
            })?;
        Ok(())
    }

    /// Removes a template. Messages that were made from it stay.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is gone, [`StoreError::Stale`] when it was changed since.
    pub fn remove_message_template(
        &self,
        _permit: &Permit<ManageAccounts>,
        template: MessageTemplateId,
        expected: u32,
    ) -> Result<(), StoreError> {
        self.template_at(template, expected)?;
        self.sql()
            .prepare_cached("DELETE FROM message_template WHERE id = ?1")?
            .execute([Id(template.uuid())])?;
        Ok(())
    }

    fn template_at(&self, template: MessageTemplateId, expected: u32) -> Result<(), StoreError> {
        let revision: Option<u32> = self
            .sql()
            .prepare_cached("SELECT revision FROM message_template WHERE id = ?1")?
            .query_row([Id(template.uuid())], |row| row.get(0))
            .optional()?;
        match revision {
            None => Err(StoreError::NotFound),
            Some(revision) if revision != expected => Err(StoreError::Stale { revision }),
            Some(_) => Ok(()),
        }
    }

    fn unless_called_alike(
        &self,
        template: MessageTemplateId,
        name: &Line,
    ) -> Result<(), StoreError> {
        let taken: bool = self
            .sql()
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM message_template WHERE name = ?1 COLLATE NOCASE AND id <> ?2)",
            )?
            .query_row(rusqlite::params![name.as_str(), Id(template.uuid())], |row| row.get(0))?;
        if taken {
            Err(StoreError::InUse)
        } else {
            Ok(())
        }
    }
}
