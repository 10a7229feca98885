//! Permissions: what each person allowed, when, how, and until when.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, ListCandidates, Permit, RecordPermission, Sight};
use domain::candidate::PersonName;
use domain::consent::{PermissionDetails, PermissionMeans, PermissionPurpose};
use domain::dates::months_after;
use domain::id::{AccountId, ApplicationId, CandidateId, PermissionId};
use domain::text::Line;
use rusqlite::named_params;

use crate::candidate::person_name;
use crate::column::{At, Day, Id, day, decode, line};
use crate::error::StoreError;
use crate::read::{Records, nameless, not_left_out};
use crate::write::Tx;

/// A permission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PermissionRecord {
    /// Its id.
    pub id: PermissionId,
    /// What was given.
    pub details: PermissionDetails,
    /// The application it was given for; `None` where it is for the record as a whole.
    pub application: Option<ApplicationId>,
    /// The version of the wording that was put to the person.
    pub wording: String,
    /// Who recorded it.
    pub recorded_by: AccountId,
    /// Their name.
    pub recorded_by_name: Line,
    /// When.
    pub recorded_at: DateTime<Utc>,
    /// The day it ends by its months.
    pub ends_on: NaiveDate,
    /// The day the person withdrew it.
    pub withdrawn_on: Option<NaiveDate>,
}

impl Records<'_> {
    /// The permissions of the permit's candidate, the latest first; none without full sight.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate.
    pub fn permissions<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Vec<PermissionRecord>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        match permit.sight() {
            Sight::Blind | Sight::NameOnly => return Ok(Vec::new()),
            Sight::Full => {}
        }
        let mut statement = self.connection().prepare_cached(
            "SELECT permission.id, permission.purpose, permission.given_on, permission.months, permission.means,
                    permission.evidence, permission.wording, permission.recorded_at, permission.ends_on,
                    permission.withdrawn_on, account.id AS account, account.name, application.id AS application
             FROM candidate
             JOIN permission ON permission.candidate = candidate.row
             JOIN account ON account.row = permission.recorded_by
             LEFT JOIN application ON application.row = permission.application
             WHERE candidate.id = ?1
             ORDER BY permission.given_on DESC, permission.row DESC",
        )?;
        let mut rows = statement.query([Id(candidate.uuid())])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let purpose: String = row.get("purpose")?;
            let means: String = row.get("means")?;
            let evidence: String = row.get("evidence")?;
            let name: String = row.get("name")?;
            found.push(PermissionRecord {
                id: PermissionId::from_uuid(row.get::<_, Id>("id")?.0),
                details: PermissionDetails {
                    purpose: decode("permission.purpose", PermissionPurpose::from_code(&purpose))?,
                    given_on: row.get::<_, Day>("given_on")?.0,
                    months: row.get("months")?,
                    means: decode("permission.means", PermissionMeans::from_code(&means))?,
                    evidence: line("permission.evidence", &evidence)?,
                },
                application: row
                    .get::<_, Option<Id>>("application")?
                    .map(|id| ApplicationId::from_uuid(id.0)),
                wording: row.get("wording")?,
                recorded_by: AccountId::from_uuid(row.get::<_, Id>("account")?.0),
                recorded_by_name: line("account.name", &name)?,
                recorded_at: row.get::<_, At>("recorded_at")?.0,
                ends_on: row.get::<_, Day>("ends_on")?.0,
                withdrawn_on: day(row.get("withdrawn_on")?),
            });
        }
        Ok(found)
    }
}

/// A permission to be kept longer that ends soon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndingPermission {
    /// Who gave it.
    pub candidate: CandidateId,
    /// Their name.
    pub name: PersonName,
    /// The day it ends.
    pub ends_on: NaiveDate,
}

impl Records<'_> {
    /// The permissions to be kept longer that end in a time, by no later one followed, of people whom the permit shows in
    /// full; the soonest first.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn permissions_ending(
        &self,
        permit: &Permit<ListCandidates>,
        after: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<EndingPermission>, StoreError> {
        let scope = self.scope_rows(permit.scope())?;
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT candidate.id, candidate.title, candidate.given, candidate.family, candidate.preferred_name,
                    max(permission.ends_on) AS ends_on
             FROM permission
             JOIN candidate ON candidate.row = permission.candidate
             WHERE permission.purpose = 'keep-longer' AND permission.withdrawn_on IS NULL
               AND (
                   :full IS NULL
                   OR EXISTS (
                       SELECT 1
                       FROM application
                       WHERE application.candidate = candidate.row
                         AND application.vacancy IN (SELECT value FROM json_each(:full))
                   )
               )
               AND {}
               AND NOT {}
             GROUP BY candidate.row
             HAVING max(permission.ends_on) > :after AND max(permission.ends_on) <= :until
             ORDER BY 6, candidate.row",
            not_left_out("candidate.row", ":without"),
            nameless("candidate.row", ":blind"),
        ))?;
        let mut rows = statement.query(named_params! {
            ":full": scope.full,
            ":without": scope.without,
            ":blind": scope.blind,
            ":after": Day(after),
            ":until": Day(until),
        })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(EndingPermission {
                candidate: CandidateId::from_uuid(row.get::<_, Id>("id")?.0),
                name: person_name(row)?,
                ends_on: row.get::<_, Day>("ends_on")?.0,
            });
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Records a permission of the permit's candidate.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the candidate, or an application of theirs, is gone.
    pub fn insert_permission(
        &self,
        permit: &Permit<RecordPermission>,
        details: &PermissionDetails,
        application: Option<ApplicationId>,
        wording: &str,
    ) -> Result<PermissionId, StoreError> {
        let id = PermissionId::new(self.at());
        let candidate = self
            .records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)?;
        let application = application
            .map(|application| self.application_of(candidate, application))
            .transpose()?;
        self.sql()
            .prepare_cached(
                "INSERT INTO permission (id, candidate, application, purpose, given_on, months, means, evidence,
                                         wording, recorded_by, recorded_at, ends_on)
                 VALUES (:id, :candidate, :application, :purpose, :given_on, :months, :means, :evidence, :wording,
                         :recorded_by, :recorded_at, :ends_on)",
            )?
            .execute(named_params! {
                ":id": Id(id.uuid()),
                ":candidate": candidate,
                ":application": application,
                ":purpose": details.purpose.code(),
                ":given_on": Day(details.given_on),
                ":months": details.months,
                ":means": details.means.code(),
                ":evidence": details.evidence.as_str(),
                ":wording": wording,
                ":recorded_by": self.actor_row()?,
                ":recorded_at": At(self.at()),
                ":ends_on": Day(months_after(details.given_on, u32::from(details.months))),
            })?;
        self.touch(candidate);
        Ok(id)
    }

    /// Records that the permit's candidate withdrew a permission on a day, or, with `None`, takes that back.
    /// The reserve list reads it: an entry that stands on the permission is off it that day.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the permission is not theirs.
    pub fn withdraw_permission(
        &self,
        permit: &Permit<RecordPermission>,
        permission: PermissionId,
        on: Option<NaiveDate>,
    ) -> Result<(), StoreError> {
        let candidate = self
            .records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)?;
        let changed = self
            .sql()
            .prepare_cached(
                "UPDATE permission
                 SET withdrawn_on = :on
                 WHERE id = :id AND candidate = :candidate",
            )?
            .execute(named_params! {
                ":on": on.map(Day),
                ":id": Id(permission.uuid()),
                ":candidate": candidate,
            })?;
        self.touch(candidate);
        if changed == 1 {
            Ok(())
        } else {
            Err(StoreError::NotFound)
        }
    }

    /// Takes back a permission that was just recorded.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when the reserve list stands on it, [`StoreError::NotFound`] when it is not theirs.
    pub fn remove_permission(
        &self,
        permit: &Permit<RecordPermission>,
        permission: PermissionId,
    ) -> Result<(), StoreError> {
        let candidate = self
            .records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)?;
        let removed = self
            .sql()
            .prepare_cached("DELETE FROM permission WHERE id = :id AND candidate = :candidate")?
            .execute(named_params! { ":id": Id(permission.uuid()), ":candidate": candidate })?;
        self.touch(candidate);
        if removed == 1 {
            Ok(())
        } else {
            Err(StoreError::NotFound)
        }
    }

    /// The private row of an application, if it is this candidate's.
    pub(crate) fn application_of(
        &self,
        candidate: i64,
        application: ApplicationId,
    ) -> Result<i64, StoreError> {
        Ok(self
            .sql()
            .prepare_cached(
                "SELECT row FROM application WHERE id = :id AND candidate = :candidate",
            )?
            .query_row(
                named_params! { ":id": Id(application.uuid()), ":candidate": candidate },
                |row| row.get(0),
            )?)
    }
}
