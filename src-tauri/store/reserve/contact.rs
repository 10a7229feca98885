//! The log of contacts: who on the reserve list was contacted about which vacancy, and what came of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::{Action, Permit, ReadVacancy, RecordPermission, Sight};
use domain::id::{CandidateId, ReserveContactId, ReserveEntryId, VacancyId};
use domain::reserve::{ContactChannel, ContactOutcome};
use domain::text::Line;
use rusqlite::{Row, named_params};

use crate::column::{At, Day, Id, day, decode, line};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// A time that somebody on the list was contacted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReserveContact {
    /// Its id.
    pub id: ReserveContactId,
    /// By which place on the list.
    pub entry: ReserveEntryId,
    /// Whom.
    pub candidate: CandidateId,
    /// About which vacancy.
    pub vacancy: VacancyId,
    /// That vacancy's title.
    pub vacancy_title: Line,
    /// The day.
    pub contacted_on: NaiveDate,
    /// How.
    pub channel: ContactChannel,
    /// What came of it, and on which day.
    pub outcome: Option<(ContactOutcome, NaiveDate)>,
    /// The name of whoever recorded it.
    pub recorded_by_name: Line,
}

/// What may stand in the way of contacting somebody about a vacancy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ContactBars {
    /// They asked not to be approached (ERA-09).
    pub not_to_approach: bool,
    /// A legal hold stands on their record.
    pub on_hold: bool,
    /// They applied for the vacancy.
    pub has_applied: bool,
}

const COLUMNS: &str = "
    SELECT reserve_contact.id, reserve_entry.id AS entry_id, candidate.id AS candidate_id, vacancy.id AS vacancy_id,
           vacancy.title, reserve_contact.contacted_on, reserve_contact.channel, reserve_contact.outcome,
           reserve_contact.answered_on, account.name
    FROM reserve_contact
    JOIN reserve_entry ON reserve_entry.row = reserve_contact.reserve_entry
    JOIN candidate ON candidate.row = reserve_entry.candidate
    JOIN vacancy ON vacancy.row = reserve_contact.vacancy
    JOIN account ON account.row = reserve_contact.recorded_by";

fn contact(row: &Row<'_>) -> Result<ReserveContact, StoreError> {
    let title: String = row.get("title")?;
    let channel: String = row.get("channel")?;
    let outcome: Option<String> = row.get("outcome")?;
    let outcome = outcome
        .map(|code| decode("reserve_contact.outcome", ContactOutcome::from_code(&code)))
        .transpose()?;
    let name: String = row.get("name")?;
    Ok(ReserveContact {
        id: ReserveContactId::from_uuid(row.get::<_, Id>("id")?.0),
        entry: ReserveEntryId::from_uuid(row.get::<_, Id>("entry_id")?.0),
        candidate: CandidateId::from_uuid(row.get::<_, Id>("candidate_id")?.0),
        vacancy: VacancyId::from_uuid(row.get::<_, Id>("vacancy_id")?.0),
        vacancy_title: line("vacancy.title", &title)?,
        contacted_on: row.get::<_, Day>("contacted_on")?.0,
        channel: decode(
            "reserve_contact.channel",
            ContactChannel::from_code(&channel),
        )?,
        outcome: outcome.zip(day(row.get("answered_on")?)),
        recorded_by_name: line("account.name", &name)?,
    })
}

impl Records<'_> {
    /// The contacts with the permit's candidate about vacancies, the latest first; none without full sight.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate.
    pub fn reserve_contacts<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Vec<ReserveContact>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        match permit.sight() {
            Sight::Blind | Sight::NameOnly => return Ok(Vec::new()),
            Sight::Full => {}
        }
        self.contacts(
            "candidate.id = ?1 ORDER BY reserve_contact.row DESC",
            candidate.uuid(),
        )
    }

    /// The contacts about the permit's vacancy, the latest first. Whom they are with may be told to those alone who see
    /// them on the list.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no vacancy.
    pub fn contacts_about(
        &self,
        permit: &Permit<ReadVacancy>,
    ) -> Result<Vec<ReserveContact>, StoreError> {
        let vacancy = permit.vacancy().ok_or(StoreError::WrongSubject)?;
        self.contacts(
            "vacancy.id = ?1 ORDER BY reserve_contact.row DESC",
            vacancy.uuid(),
        )
    }

    fn contacts(&self, of: &str, id: uuid::Uuid) -> Result<Vec<ReserveContact>, StoreError> {
        let mut statement = self
            .connection()
            .prepare_cached(&format!("{COLUMNS} WHERE {of}"))?;
        let mut rows = statement.query([Id(id)])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(contact(row)?);
        }
        Ok(found)
    }

    /// What may stand in the way of contacting these people about the permit's vacancy. They must be people whom the
    /// viewer sees on the list.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no vacancy.
    pub fn contact_bars<A: Action>(
        &self,
        permit: &Permit<A>,
        people: &[CandidateId],
    ) -> Result<BTreeMap<CandidateId, ContactBars>, StoreError> {
        let vacancy = self.vacancy_row(permit.vacancy().ok_or(StoreError::WrongSubject)?)?;
        let unwanted = self.do_not_approach(permit)?;
        let mut bars = self.connection().prepare_cached(
            "SELECT candidate.row,
                    EXISTS (SELECT 1 FROM hold WHERE hold.candidate = candidate.row AND hold.released_on IS NULL),
                    EXISTS (
                        SELECT 1
                        FROM application
                        WHERE application.candidate = candidate.row AND application.vacancy = ?2
                    )
             FROM candidate
             WHERE candidate.id = ?1",
        )?;
        let mut emails = self.connection().prepare_cached(
            "SELECT key FROM candidate_email WHERE candidate = ?1 AND key IS NOT NULL",
        )?;
        let mut phones = self
            .connection()
            .prepare_cached("SELECT key FROM candidate_phone WHERE candidate = ?1")?;
        let mut found = BTreeMap::new();
        for candidate in people {
            let (row, on_hold, has_applied): (i64, bool, bool) = bars
                .query_row(rusqlite::params![Id(candidate.uuid()), vacancy], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
                })?;
            let emails: Vec<String> = emails
                .query_map([row], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            let phones: Vec<String> = phones
                .query_map([row], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            found.insert(
                *candidate,
                ContactBars {
                    not_to_approach: unwanted.has(&emails, &phones),
                    on_hold,
                    has_applied,
                },
            );
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Records that the permit's candidate was contacted about a vacancy.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the place is not theirs or there is no such vacancy.
    pub fn insert_reserve_contact(
        &self,
        permit: &Permit<RecordPermission>,
        entry: ReserveEntryId,
        vacancy: VacancyId,
        on: NaiveDate,
        channel: ContactChannel,
    ) -> Result<ReserveContactId, StoreError> {
        let id = ReserveContactId::new(self.at());
        let candidate = self
            .records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)?;
        let entry: i64 = self
            .sql()
            .prepare_cached(
                "SELECT row FROM reserve_entry WHERE id = :id AND candidate = :candidate",
            )?
            .query_row(
                named_params! { ":id": Id(entry.uuid()), ":candidate": candidate },
                |row| row.get(0),
            )?;
        self.sql()
            .prepare_cached(
                "INSERT INTO reserve_contact (id, reserve_entry, vacancy, contacted_on, channel, recorded_by, recorded_at)
                 VALUES (:id, :entry, :vacancy, :on, :channel, :by, :at)",
            )?
            .execute(named_params! {
                ":id": Id(id.uuid()),
                ":entry": entry,
                ":vacancy": self.records().vacancy_row(vacancy)?,
                ":on": Day(on),
                ":channel": channel.code(),
                ":by": self.actor_row()?,
                ":at": At(self.at()),
            })?;
        Ok(id)
    }

    /// Records what came of a contact with the permit's candidate; or, with `None`, takes that back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not with them.
    pub fn set_contact_outcome(
        &self,
        permit: &Permit<RecordPermission>,
        contact: ReserveContactId,
        outcome: Option<(ContactOutcome, NaiveDate)>,
    ) -> Result<(), StoreError> {
        self.change_contact(
            permit,
            contact,
            "UPDATE reserve_contact SET outcome = ?3, answered_on = ?4",
            rusqlite::params![
                outcome.map(|(outcome, _)| outcome.code()),
                outcome.map(|(_, on)| Day(on))
            ],
        )
    }

    /// Takes back a contact that was just recorded.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not with the permit's candidate.
    pub fn remove_reserve_contact(
        &self,
        permit: &Permit<RecordPermission>,
        contact: ReserveContactId,
    ) -> Result<(), StoreError> {
        self.change_contact(permit, contact, "DELETE FROM reserve_contact", &[])
    }

    fn change_contact(
        &self,
        permit: &Permit<RecordPermission>,
        contact: ReserveContactId,
        change: &str,
        with: &[&dyn rusqlite::ToSql],
    ) -> Result<(), StoreError> {
        let candidate = self
            .records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)?;
        let contact = Id(contact.uuid());
        let mut values: Vec<&dyn rusqlite::ToSql> = vec![&contact, &candidate];
        values.extend_from_slice(with);
        let changed = self
            .sql()
            .prepare_cached(&format!(
                "{change}
                 WHERE id = ?1
                   AND reserve_entry IN (SELECT row FROM reserve_entry WHERE candidate = ?2)"
            ))?
            .execute(values.as_slice())?;
        if changed == 1 {
            Ok(())
        } else {
            Err(StoreError::NotFound)
        }
    }
}
