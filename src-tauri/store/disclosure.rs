//! Disclosures: what of a candidate was given to whom outside. They go with the candidate, or with the application they
//! name; who is to be told stays in [`crate::RecipientNotice`].

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::access::{Action, Permit, RecordDisclosure, Sight};
use domain::disclosure::{DisclosureDetails, DisclosurePurpose, RecipientCategory};
use domain::id::{ApplicationId, DisclosureId};
use domain::retention::DataClass;
use domain::text::Line;
use rusqlite::{Row, named_params};
use serde_json as json;

use crate::column::{At, Day, Id, decode, line};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// A disclosure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisclosureRecord {
    /// Its id.
    pub id: DisclosureId,
    /// The application it was of; `None` where it was of the record as a whole.
    pub application: Option<ApplicationId>,
    /// What was given, to whom.
    pub details: DisclosureDetails,
    /// The name of whoever recorded it.
    pub recorded_by_name: Line,
    /// When.
    pub recorded_at: DateTime<Utc>,
}

/// What a row says was given to whom.
pub(crate) fn details(row: &Row<'_>) -> Result<DisclosureDetails, StoreError> {
    let category: String = row.get("category")?;
    let recipient: String = row.get("recipient")?;
    let purpose: String = row.get("purpose")?;
    let classes: String = row.get("classes")?;
    let classes: Option<BTreeSet<DataClass>> = json::from_str::<Vec<String>>(&classes)
        .ok()
        .and_then(|codes| {
            codes
                .iter()
                .map(|code| DataClass::from_code(code))
                .collect()
        });
    Ok(DisclosureDetails {
        category: decode(
            "disclosure.category",
            RecipientCategory::from_code(&category),
        )?,
        recipient: line("disclosure.recipient", &recipient)?,
        purpose: decode("disclosure.purpose", DisclosurePurpose::from_code(&purpose))?,
        classes: decode("disclosure.classes", classes)?,
        on: row.get::<_, Day>("disclosed_on")?.0,
    })
}

impl Records<'_> {
    /// The disclosures of the permit's candidate, the latest first, but for those that name an application for a vacancy
    /// outside its scope; none without full sight.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate.
    pub fn disclosures<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Vec<DisclosureRecord>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        match permit.sight() {
            Sight::Blind | Sight::NameOnly => return Ok(Vec::new()),
            Sight::Full => {}
        }
        let seen = self.scope_rows(permit.scope())?.seen;
        let mut statement = self.connection().prepare_cached(
            "SELECT disclosure.id, disclosure.category, disclosure.recipient, disclosure.purpose, disclosure.classes,
                    disclosure.disclosed_on, disclosure.recorded_at, account.name, application.id AS application
             FROM candidate
             JOIN disclosure ON disclosure.candidate = candidate.row
             JOIN account ON account.row = disclosure.recorded_by
             LEFT JOIN application ON application.row = disclosure.application
             WHERE candidate.id = :candidate
               AND (
                   :seen IS NULL OR application.row IS NULL
                   OR application.vacancy IN (SELECT value FROM json_each(:seen))
               )
             ORDER BY disclosure.disclosed_on DESC, disclosure.row DESC",
        )?;
        let mut rows =
            statement.query(named_params! { ":candidate": Id(candidate.uuid()), ":seen": seen })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let name: String = row.get("name")?;
            found.push(DisclosureRecord {
                id: DisclosureId::from_uuid(row.get::<_, Id>("id")?.0),
                application: row
                    .get::<_, Option<Id>>("application")?
                    .map(|id| ApplicationId::from_uuid(id.0)),
                details: details(row)?,
                recorded_by_name: line("account.name", &name)?,
                recorded_at: row.get::<_, At>("recorded_at")?.0,
            });
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Records that something of the permit's candidate was given to somebody outside.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the candidate, or an application of theirs, is gone.
    pub fn insert_disclosure(
        &self,
        permit: &Permit<RecordDisclosure>,
        details: &DisclosureDetails,
        application: Option<ApplicationId>,
    ) -> Result<DisclosureId, StoreError> {
        let id = DisclosureId::new(self.at());
        let candidate = self.disclosed_of(permit)?;
        let application = application
            .map(|application| self.application_of(candidate, application))
            .transpose()?;
        let classes: Vec<&str> = details.classes.iter().map(|class| class.code()).collect();
        let classes = json::to_string(&classes).map_err(|_error| StoreError::Unreadable {
            column: "disclosure.classes",
        })?;
        self.sql()
            .prepare_cached(
                "INSERT INTO disclosure (id, candidate, application, category, recipient, purpose, classes,
                                         disclosed_on, recorded_by, recorded_at)
                 VALUES (:id, :candidate, :application, :category, :recipient, :purpose, :classes, :disclosed_on,
                         :recorded_by, :recorded_at)",
            )?
            .execute(named_params! {
                ":id": Id(id.uuid()),
                ":candidate": candidate,
                ":application": application,
                ":category": details.category.code(),
                ":recipient": details.recipient.as_str(),
                ":purpose": details.purpose.code(),
                ":classes": classes,
                ":disclosed_on": Day(details.on),
                ":recorded_by": self.actor_row()?,
                ":recorded_at": At(self.at()),
            })?;
        Ok(id)
    }

    /// Takes a disclosure of the permit's candidate back that was recorded by mistake: nobody is told of it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs.
    pub fn remove_disclosure(
        &self,
        permit: &Permit<RecordDisclosure>,
        disclosure: DisclosureId,
    ) -> Result<(), StoreError> {
        let candidate = self.disclosed_of(permit)?;
        let removed = self
            .sql()
            .prepare_cached("DELETE FROM disclosure WHERE id = :id AND candidate = :candidate")?
            .execute(named_params! { ":id": Id(disclosure.uuid()), ":candidate": candidate })?;
        if removed == 1 {
            Ok(())
        } else {
            Err(StoreError::NotFound)
        }
    }

    fn disclosed_of(&self, permit: &Permit<RecordDisclosure>) -> Result<i64, StoreError> {
        self.records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)
    }
}
