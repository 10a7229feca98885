//! What candidates were told when their application ended (S53): kept with the application's history, in no index.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, DecideApplication, Permit};
use domain::id::ApplicationId;
use domain::reserve::ContactChannel;
use domain::text::{Line, Prose};
use rusqlite::named_params;

use crate::column::{At, Day, Id, decode, line, prose};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// What a candidate was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeMessage {
    /// Of which application.
    pub application: ApplicationId,
    /// The day.
    pub told_on: NaiveDate,
    /// How.
    pub channel: ContactChannel,
    /// What.
    pub words: Prose,
    /// The name of whoever recorded it.
    pub recorded_by_name: Line,
    /// When.
    pub recorded_at: DateTime<Utc>,
}

impl Records<'_> {
    /// What the permit's candidate was told, within its scope, the latest first. Whether it may be shown is asked with a
    /// permit on each application.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate.
    pub fn outcome_messages<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Vec<OutcomeMessage>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let seen = self.scope_rows(permit.scope())?.seen;
        let mut statement = self.connection().prepare_cached(
            "SELECT application.id, outcome_message.told_on, outcome_message.channel, outcome_message.words,
                    account.name, outcome_message.recorded_at
             FROM application
             JOIN candidate ON candidate.row = application.candidate
             JOIN outcome_message ON outcome_message.application = application.row
             JOIN account ON account.row = outcome_message.recorded_by
             WHERE candidate.id = :candidate
               AND (:seen IS NULL OR application.vacancy IN (SELECT value FROM json_each(:seen)))
             ORDER BY outcome_message.row DESC",
        )?;
        let mut rows =
            statement.query(named_params! { ":candidate": Id(candidate.uuid()), ":seen": seen })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let channel: String = row.get("channel")?;
            let words: String = row.get("words")?;
            let name: String = row.get("name")?;
            found.push(OutcomeMessage {
                application: ApplicationId::from_uuid(row.get::<_, Id>("id")?.0),
                told_on: row.get::<_, Day>("told_on")?.0,
                channel: decode(
                    "outcome_message.channel",
                    ContactChannel::from_code(&channel),
                )?,
                words: prose("outcome_message.words", &words)?,
                recorded_by_name: line("account.name", &name)?,
                recorded_at: row.get::<_, At>("recorded_at")?.0,
            });
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Records what the permit's candidate was told of an application.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the application is not theirs.
    pub fn insert_outcome_message(
        &self,
        permit: &Permit<DecideApplication>,
        application: ApplicationId,
        told_on: NaiveDate,
        channel: ContactChannel,
        words: &Prose,
    ) -> Result<(), StoreError> {
        let candidate = self
            .records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)?;
        let application = self.application_of(candidate, application)?;
        self.sql()
            .prepare_cached(
                "INSERT INTO outcome_message (application, told_on, channel, words, recorded_by, recorded_at)
                 VALUES (:application, :told_on, :channel, :words, :recorded_by, :recorded_at)",
            )?
            .execute(named_params! {
                ":application": application,
                ":told_on": Day(told_on),
                ":channel": channel.code(),
                ":words": words.as_str(),
                ":recorded_by": self.actor_row()?,
                ":recorded_at": At(self.at()),
            })?;
        self.touch(candidate);
        Ok(())
    }

    /// Takes back the latest that was recorded of an application of the permit's candidate.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is nothing.
    pub fn remove_latest_outcome_message(
        &self,
        permit: &Permit<DecideApplication>,
        application: ApplicationId,
    ) -> Result<(), StoreError> {
        let candidate = self
            .records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)?;
        let application = self.application_of(candidate, application)?;
        let removed = self
            .sql()
            .prepare_cached(
                "DELETE FROM outcome_message
                 WHERE row = (SELECT max(row) FROM outcome_message WHERE application = ?1)",
            )?
            .execute([application])?;
        self.touch(candidate);
        if removed == 1 {
            Ok(())
        } else {
            Err(StoreError::NotFound)
        }
    }
}
