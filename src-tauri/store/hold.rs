//! Legal holds: who placed one on a candidate's record, why, when it is looked at again, and who released it.
//!
//! While one stands nothing of the candidate's, or of the one application it is of, can be deleted: triggers of the schema see to that, whoever asks.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::{Erase, ManageHolds, Permit, Reach};
use domain::candidate::PersonName;
use domain::hold::{HoldDetails, HoldReason};
use domain::id::{AccountId, ApplicationId, CandidateId, HoldId};
use domain::text::Line;
use rusqlite::named_params;

use crate::candidate::person_name;
use crate::column::{Day, Id, day, decode, line, optional_line};
use crate::error::StoreError;
use crate::read::{Records, not_left_out};
use crate::write::Tx;

/// A legal hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoldRecord {
    /// Its id.
    pub id: HoldId,
    /// Why it was placed, and when it is looked at again.
    pub details: HoldDetails,
    /// The application it keeps with who they are; `None` where it keeps the whole record.
    pub application: Option<ApplicationId>,
    /// Who placed it.
    pub placed_by: AccountId,
    /// Their name.
    pub placed_by_name: Line,
    /// The day from which it stands.
    pub placed_on: NaiveDate,
    /// The name of whoever released it; `None` while it stands.
    pub released_by_name: Option<Line>,
    /// The day it was released; `None` while it stands.
    pub released_on: Option<NaiveDate>,
}

/// A legal hold that is to be looked at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoldToReview {
    /// Whose record it keeps.
    pub candidate: CandidateId,
    /// Their name.
    pub name: PersonName,
    /// By when.
    pub review_by: NaiveDate,
}

/// Legal holds of one reason that stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandingHolds {
    /// Why they were placed.
    pub reason: HoldReason,
    /// How many people they keep.
    pub people: u64,
    /// The first day by which one is looked at again.
    pub review_by: NaiveDate,
}

impl Records<'_> {
    /// The legal holds that stand on some of these people, by reason. Somebody with two of one reason counts once.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit does not reach everything.
    pub fn standing_holds(
        &self,
        permit: &Permit<Erase>,
        people: &[CandidateId],
    ) -> Result<Vec<StandingHolds>, StoreError> {
        if *permit.scope().reach() != Reach::Everything {
            return Err(StoreError::WrongSubject);
        }
        let mut found: BTreeMap<HoldReason, StandingHolds> = BTreeMap::new();
        let mut statement = self.connection().prepare_cached(
            "SELECT hold.reason, min(hold.review_by) AS review_by
             FROM hold
             JOIN candidate ON candidate.row = hold.candidate
             WHERE candidate.id = ?1 AND hold.released_on IS NULL
             GROUP BY hold.reason",
        )?;
        for candidate in people {
            let mut rows = statement.query([Id(candidate.uuid())])?;
            while let Some(row) = rows.next()? {
                let reason: String = row.get("reason")?;
                let reason = decode("hold.reason", HoldReason::from_code(&reason))?;
                let review_by = row.get::<_, Day>("review_by")?.0;
                let holds = found.entry(reason).or_insert(StandingHolds {
                    reason,
                    people: 0,
                    review_by,
                });
                holds.people += 1;
                holds.review_by = holds.review_by.min(review_by);
            }
        }
        Ok(found.into_values().collect())
    }

    /// The legal holds of the permit's candidate, the latest first, released ones too.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate.
    pub fn holds(&self, permit: &Permit<ManageHolds>) -> Result<Vec<HoldRecord>, StoreError> {
        let candidate = self.candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)?;
        let mut statement = self.connection().prepare_cached(
            "SELECT hold.id, hold.reason, hold.reference, hold.placed_on, hold.review_by, hold.released_on,
                    placer.id AS placer, placer.name AS placer_name, releaser.name AS releaser_name,
                    application.id AS application_id
             FROM hold
             JOIN account AS placer ON placer.row = hold.placed_by
             LEFT JOIN account AS releaser ON releaser.row = hold.released_by
             LEFT JOIN application ON application.row = hold.application
             WHERE hold.candidate = ?1
             ORDER BY hold.row DESC",
        )?;
        let mut rows = statement.query([candidate])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let reason: String = row.get("reason")?;
            let placed_by_name: String = row.get("placer_name")?;
            found.push(HoldRecord {
                id: HoldId::from_uuid(row.get::<_, Id>("id")?.0),
                details: HoldDetails {
                    reason: decode("hold.reason", HoldReason::from_code(&reason))?,
                    reference: optional_line("hold.reference", row.get("reference")?)?,
                    review_by: row.get::<_, Day>("review_by")?.0,
                },
                application: row
                    .get::<_, Option<Id>>("application_id")?
                    .map(|id| ApplicationId::from_uuid(id.0)),
                placed_by: AccountId::from_uuid(row.get::<_, Id>("placer")?.0),
                placed_by_name: line("account.name", &placed_by_name)?,
                placed_on: row.get::<_, Day>("placed_on")?.0,
                released_by_name: optional_line("account.name", row.get("releaser_name")?)?,
                released_on: day(row.get("released_on")?),
            });
        }
        Ok(found)
    }

    /// The legal holds that stand and are to be looked at again by a day, the soonest first.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit does not reach everything.
    pub fn holds_to_review(
        &self,
        permit: &Permit<ManageHolds>,
        by: NaiveDate,
    ) -> Result<Vec<HoldToReview>, StoreError> {
        if *permit.scope().reach() != Reach::Everything {
            return Err(StoreError::WrongSubject);
        }
        let without = self.scope_rows(permit.scope())?.without;
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT candidate.id, candidate.title, candidate.given, candidate.family, candidate.preferred_name,
                    hold.review_by
             FROM hold
             JOIN candidate ON candidate.row = hold.candidate
             WHERE hold.released_on IS NULL AND hold.review_by <= :by AND {}
             ORDER BY hold.review_by, hold.row",
            not_left_out("candidate.row", ":without")
        ))?;
        let mut rows = statement.query(named_params! { ":by": Day(by), ":without": without })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(HoldToReview {
                candidate: CandidateId::from_uuid(row.get::<_, Id>("id")?.0),
                name: person_name(row)?,
                review_by: row.get::<_, Day>("review_by")?.0,
            });
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Places a legal hold on the permit's candidate, from today on. An erasure that was begun and has not come to
    /// them passes them over.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they, or the application of theirs that it is of, are gone.
    pub fn insert_hold(
        &self,
        permit: &Permit<ManageHolds>,
        details: &HoldDetails,
        application: Option<ApplicationId>,
    ) -> Result<HoldId, StoreError> {
        let id = HoldId::new(self.at());
        let candidate = self.held_candidate(permit)?;
        let application = application
            .map(|application| self.application_of(candidate, application))
            .transpose()?;
        self.sql()
            .prepare_cached(
                "INSERT INTO hold (id, candidate, application, reason, reference, placed_by, placed_on, review_by)
                 VALUES (:id, :candidate, :application, :reason, :reference, :placed_by, :placed_on, :review_by)",
            )?
            .execute(named_params! {
                ":id": Id(id.uuid()),
                ":candidate": candidate,
                ":application": application,
                ":reason": details.reason.code(),
                ":reference": details.reference.as_ref().map(Line::as_str),
                ":placed_by": self.actor_row()?,
                ":placed_on": Day(self.today()),
                ":review_by": Day(details.review_by),
            })?;
        self.sql()
            .prepare_cached("DELETE FROM erasure_intent WHERE candidate = ?1")?
            .execute([candidate])?;
        self.touch(candidate);
        Ok(id)
    }

    /// Sets the day by which a hold of the permit's candidate is looked at again.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they have no such hold, or it was released.
    pub fn set_hold_review(
        &self,
        permit: &Permit<ManageHolds>,
        hold: HoldId,
        review_by: NaiveDate,
    ) -> Result<(), StoreError> {
        let changed = self
            .sql()
            .prepare_cached(
                "UPDATE hold
                 SET review_by = :review_by
                 WHERE id = :id AND candidate = :candidate AND released_on IS NULL",
            )?
            .execute(named_params! {
                ":review_by": Day(review_by),
                ":id": Id(hold.uuid()),
                ":candidate": self.held_candidate(permit)?,
            })?;
        found(changed)
    }

    /// Releases a hold of the permit's candidate, from today on. The database itself refuses when it is whoever
    /// placed it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they have no such hold, or it was released.
    pub fn release_hold(
        &self,
        permit: &Permit<ManageHolds>,
        hold: HoldId,
    ) -> Result<(), StoreError> {
        let candidate = self.held_candidate(permit)?;
        let changed = self
            .sql()
            .prepare_cached(
                "UPDATE hold
                 SET released_by = :released_by, released_on = :released_on
                 WHERE id = :id AND candidate = :candidate AND released_on IS NULL",
            )?
            .execute(named_params! {
                ":released_by": self.actor_row()?,
                ":released_on": Day(self.today()),
                ":id": Id(hold.uuid()),
                ":candidate": candidate,
            })?;
        self.touch(candidate);
        found(changed)
    }

    fn held_candidate(&self, permit: &Permit<ManageHolds>) -> Result<i64, StoreError> {
        self.records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)
    }
}

const fn found(changed: usize) -> Result<(), StoreError> {
    if changed == 1 {
        Ok(())
    } else {
        Err(StoreError::NotFound)
    }
}
