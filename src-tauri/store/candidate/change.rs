//! Changing candidates, and keeping what they are found by in step.

use chrono::NaiveDate;
use domain::access::{AddCandidate, EditCandidate, Permit, RecordPermission};
use domain::candidate::{CandidateDetails, ContactDetails};
use domain::id::CandidateId;
use domain::text::Line;
use rusqlite::{OptionalExtension, named_params};

use super::{preferred_code, searched_contact, searched_name, sort_name};
use crate::column::{At, Day, Id, day, joined, revision};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

impl Records<'_> {
    /// The day of going for which somebody looked at the record of the permit's candidate, and the day it goes now.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they are gone.
    pub fn looked_at_for(
        &self,
        permit: &Permit<RecordPermission>,
    ) -> Result<(Option<NaiveDate>, Option<NaiveDate>), StoreError> {
        let id = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let mut statement = self
            .connection()
            .prepare_cached("SELECT looked_at_for, erase_on FROM candidate WHERE id = ?1")?;
        Ok(statement.query_row([Id(id.uuid())], |row| {
            Ok((day(row.get(0)?), day(row.get(1)?)))
        })?)
    }
}

impl Tx<'_> {
    /// Adds a candidate.
    ///
    /// # Errors
    /// [`StoreError`] when the write fails.
    pub fn insert_candidate(
        &self,
        _permit: &Permit<AddCandidate>,
        details: &CandidateDetails,
    ) -> Result<CandidateId, StoreError> {
        let id = CandidateId::new(self.at());
        self.put_new_candidate(id, details, None)?;
        Ok(id)
    }

    pub(crate) fn put_new_candidate(
        &self,
        id: CandidateId,
        details: &CandidateDetails,
        import: Option<i64>,
    ) -> Result<i64, StoreError> {
        self.sql()
            .prepare_cached(
                "INSERT INTO candidate (id, title, given, family, preferred_name, sort_name, address, postcode,
                                        preferred_contact, source, source_detail, received_on, import, added_at,
                                        revision)
                 VALUES (:id, :title, :given, :family, :preferred_name, :sort_name, :address, :postcode,
                         :preferred_contact, :source, :source_detail, :received_on, :import, :added_at, 1)",
            )?
            .execute(named_params! {
                ":id": Id(id.uuid()),
                ":title": details.name.title.as_ref().map(Line::as_str),
                ":given": details.name.given.as_ref().map(Line::as_str),
                ":family": details.name.family.as_str(),
                ":preferred_name": details.name.preferred.as_ref().map(Line::as_str),
                ":sort_name": sort_name(&details.name),
                ":address": joined(&details.contact.address),
                ":postcode": details.contact.postcode.as_ref().map(Line::as_str),
                ":preferred_contact": details.contact.preferred.map(preferred_code),
                ":source": details.source.category.code(),
                ":source_detail": details.source.detail.as_ref().map(Line::as_str),
                ":received_on": Day(details.received_on),
                ":import": import,
                ":added_at": At(self.at()),
            })?;
        let row = self.sql().last_insert_rowid();
        self.put_contact(row, &details.contact)?;
        self.put_searched(row, details)?;
        self.touch(row);
        Ok(row)
    }

    /// Changes the permit's candidate, if they are still at a revision.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when someone else changed them, [`StoreError::NotFound`] when they are gone.
    pub fn update_candidate(
        &self,
        permit: &Permit<EditCandidate>,
        details: &CandidateDetails,
        expected: u32,
    ) -> Result<u32, StoreError> {
        let candidate = self.candidate_at_revision(permit, expected)?;
        let next = expected.saturating_add(1);
        self.sql()
            .prepare_cached(
                "UPDATE candidate
                 SET title = :title, given = :given, family = :family, preferred_name = :preferred_name,
                     sort_name = :sort_name, address = :address, postcode = :postcode,
                     preferred_contact = :preferred_contact, source = :source, source_detail = :source_detail,
                     received_on = :received_on, revision = :revision
                 WHERE row = :row",
            )?
            .execute(named_params! {
                ":title": details.name.title.as_ref().map(Line::as_str),
                ":given": details.name.given.as_ref().map(Line::as_str),
                ":family": details.name.family.as_str(),
                ":preferred_name": details.name.preferred.as_ref().map(Line::as_str),
                ":sort_name": sort_name(&details.name),
                ":address": joined(&details.contact.address),
                ":postcode": details.contact.postcode.as_ref().map(Line::as_str),
                ":preferred_contact": details.contact.preferred.map(preferred_code),
                ":source": details.source.category.code(),
                ":source_detail": details.source.detail.as_ref().map(Line::as_str),
                ":received_on": Day(details.received_on),
                ":revision": next,
                ":row": candidate,
            })?;
        self.sql()
            .prepare_cached("DELETE FROM candidate_email WHERE candidate = ?1")?
            .execute([candidate])?;
        self.sql()
            .prepare_cached("DELETE FROM candidate_phone WHERE candidate = ?1")?
            .execute([candidate])?;
        self.put_contact(candidate, &details.contact)?;
        self.drop_searched(candidate)?;
        self.put_searched(candidate, details)?;
        self.touch(candidate);
        Ok(next)
    }

    /// Notes that somebody looked at the record of the permit's candidate for the day it goes, or takes that back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they are gone.
    pub fn set_looked_at_for(
        &self,
        permit: &Permit<RecordPermission>,
        erase_on: Option<NaiveDate>,
    ) -> Result<(), StoreError> {
        let candidate = self
            .records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)?;
        self.sql()
            .prepare_cached("UPDATE candidate SET looked_at_for = :day WHERE row = :row")?
            .execute(named_params! { ":day": erase_on.map(Day), ":row": candidate })?;
        Ok(())
    }

    pub(crate) fn candidate_at_revision(
        &self,
        permit: &Permit<EditCandidate>,
        expected: u32,
    ) -> Result<i64, StoreError> {
        let id = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let (row, found): (i64, i64) = self
            .sql()
            .prepare_cached("SELECT row, revision FROM candidate WHERE id = ?1")?
            .query_row([Id(id.uuid())], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let found = revision(found);
        if found == expected {
            Ok(row)
        } else {
            Err(StoreError::Stale { revision: found })
        }
    }

    fn put_contact(&self, candidate: i64, contact: &ContactDetails) -> Result<(), StoreError> {
        let mut emails = self.sql().prepare_cached(
            "INSERT INTO candidate_email (candidate, position, address, key)
             VALUES (:candidate, :position, :address, :key)",
        )?;
        for (position, email) in (0_i64..).zip(&contact.emails) {
            // A job board's relay address stands for a reply, not a person: two people may share it.
            let key = (!email.is_relay()).then(|| email.key());
            emails.execute(named_params! {
                ":candidate": candidate,
                ":position": position,
                ":address": email.as_str(),
                ":key": key,
            })?;
        }
        let mut phones = self.sql().prepare_cached(
            "INSERT INTO candidate_phone (candidate, position, number, key)
             VALUES (:candidate, :position, :number, :key)",
        )?;
        for (position, phone) in (0_i64..).zip(&contact.phones) {
            phones.execute(named_params! {
                ":candidate": candidate,
                ":position": position,
                ":number": phone.as_str(),
                ":key": phone.key(),
            })?;
        }
        Ok(())
    }

    fn put_searched(&self, candidate: i64, details: &CandidateDetails) -> Result<(), StoreError> {
        let name = searched_name(&details.name);
        let contact = searched_contact(&details.contact);
        self.sql()
            .prepare_cached(
                "INSERT INTO candidate_text (candidate, name, contact)
                 VALUES (:candidate, :name, :contact)",
            )?
            .execute(
                named_params! { ":candidate": candidate, ":name": name, ":contact": contact },
            )?;
        self.sql()
            .prepare_cached(
                "INSERT INTO candidate_search (rowid, name, contact)
                 VALUES (:candidate, :name, :contact)",
            )?
            .execute(
                named_params! { ":candidate": candidate, ":name": name, ":contact": contact },
            )?;
        Ok(())
    }

    /// Takes a candidate out of the search. The index must be told exactly the words it was given.
    fn drop_searched(&self, candidate: i64) -> Result<(), StoreError> {
        let found: Option<(String, String)> = self
            .sql()
            .prepare_cached("SELECT name, contact FROM candidate_text WHERE candidate = ?1")?
            .query_row([candidate], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        if let Some((name, contact)) = found {
            self.sql()
                .prepare_cached(
                    "INSERT INTO candidate_search (candidate_search, rowid, name, contact)
                     VALUES ('delete', :candidate, :name, :contact)",
                )?
                .execute(
                    named_params! { ":candidate": candidate, ":name": name, ":contact": contact },
                )?;
        }
        self.sql()
            .prepare_cached("DELETE FROM candidate_text WHERE candidate = ?1")?
            .execute([candidate])?;
        Ok(())
    }
}
