//! Imports: people brought in from a file at once, and taken back at once.

use chrono::{DateTime, Utc};
use domain::access::{Import, Permit};
use domain::candidate::CandidateDetails;
use domain::id::{AccountId, ApplicationId, CandidateId, ImportId, TeamId, VacancyId};
use domain::vacancy::VacancyDetails;
use rusqlite::{Row, named_params};

use crate::application::NewApplication;
use crate::candidate::BULK_SHARE;
use crate::column::{At, Id, count};
use crate::data_map::SearchIndex;
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// What an import brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportCounts {
    /// Rows of the file.
    pub rows: u64,
    /// People added.
    pub people: u64,
    /// Applications added.
    pub applications: u64,
    /// Rows about someone who was there already.
    pub repeats: u64,
    /// Rows refused.
    pub refused: u64,
    /// Rows refused because their day had passed already.
    pub past: u64,
}

/// An import that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRecord {
    /// Its id.
    pub id: ImportId,
    /// The layout of the file, by its code.
    pub layout: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub account: AccountId,
    /// What it brought.
    pub counts: ImportCounts,
    /// When it was taken back.
    pub undone_at: Option<DateTime<Utc>>,
}

/// An import under way: the private row that what it brings is marked with.
#[derive(Clone, Copy, Debug)]
pub struct OpenImport {
    id: ImportId,
    row: i64,
}

impl OpenImport {
    /// Its id.
    pub const fn id(&self) -> ImportId {
        self.id
    }
}

/// What taking an import back did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// People removed.
    pub people: u64,
    /// Applications removed, those of people removed included.
    pub applications: u64,
    /// People who stay because something was done to them since.
    pub people_kept: u64,
    /// Applications that stay because something was done to them since.
    pub applications_kept: u64,
}

fn record(row: &Row<'_>) -> rusqlite::Result<ImportRecord> {
    Ok(ImportRecord {
        id: ImportId::from_uuid(row.get::<_, Id>("id")?.0),
        layout: row.get("layout")?,
        at: row.get::<_, At>("at")?.0,
        account: AccountId::from_uuid(row.get::<_, Id>("account_id")?.0),
        counts: ImportCounts {
            rows: count(row.get("rows_read")?),
            people: count(row.get("people")?),
            applications: count(row.get("applications")?),
            repeats: count(row.get("repeats")?),
            refused: count(row.get("refused")?),
            past: count(row.get("past")?),
        },
        undone_at: row.get::<_, Option<At>>("undone_at")?.map(|at| at.0),
    })
}

impl Records<'_> {
    /// Every import, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn imports(&self, _permit: &Permit<Import>) -> Result<Vec<ImportRecord>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT import.id, import.layout, import.at, account.id AS account_id, import.rows_read, import.people,
                    import.applications, import.repeats, import.refused, import.past, import.undone_at
             FROM import
             JOIN account ON account.row = import.account
             ORDER BY import.row DESC",
        )?;
        let found = statement.query_map([], record)?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    /// Begins an import. All of it is one transaction: a file that breaks half way leaves nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the write fails.
    pub fn begin_import(
        &self,
        _permit: &Permit<Import>,
        layout: &str,
    ) -> Result<OpenImport, StoreError> {
        let id = ImportId::new(self.at());
        self.sql().execute(
            "INSERT INTO import (id, account, layout, at, rows_read, people, applications, repeats, refused, past)
             VALUES (:id, :account, :layout, :at, 0, 0, 0, 0, 0, 0)",
            named_params! {
                ":id": Id(id.uuid()),
                ":account": self.actor_row()?,
                ":layout": layout,
                ":at": At(self.at()),
            },
        )?;
        Ok(OpenImport {
            id,
            row: self.sql().last_insert_rowid(),
        })
    }

    /// Adds a person the import brings.
    ///
    /// # Errors
    /// [`StoreError`] when the write fails.
    pub fn import_candidate(
        &self,
        _permit: &Permit<Import>,
        import: OpenImport,
        details: &CandidateDetails,
    ) -> Result<CandidateId, StoreError> {
        let id = CandidateId::new(self.at());
        self.put_new_candidate(id, details, Some(import.row))?;
        Ok(id)
    }

    /// Adds an application the import brings, of someone it brings too or of someone who was there.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the person or the vacancy is not there.
    pub fn import_application(
        &self,
        _permit: &Permit<Import>,
        import: OpenImport,
        candidate: CandidateId,
        vacancy: VacancyId,
        application: &NewApplication,
    ) -> Result<ApplicationId, StoreError> {
        let candidate = self.records().candidate_row(candidate)?;
        let vacancy = self.records().vacancy_row(vacancy)?;
        self.put_new_application(candidate, vacancy, application, Some(import.row))
    }

    /// Adds a vacancy that the import is the first to name.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the team is not there.
    pub fn import_vacancy(
        &self,
        _permit: &Permit<Import>,
        import: OpenImport,
        team: TeamId,
        details: &VacancyDetails,
    ) -> Result<VacancyId, StoreError> {
        self.put_new_vacancy(team, details, Some(import.row))
    }

    /// Ends an import with what it brought.
    ///
    /// # Errors
    /// [`StoreError`] when the write fails.
    pub fn finish_import(
        &self,
        _permit: &Permit<Import>,
        import: OpenImport,
        counts: ImportCounts,
    ) -> Result<(), StoreError> {
        let column = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        self.sql().execute(
            "UPDATE import
             SET rows_read = :rows_read, people = :people, applications = :applications, repeats = :repeats,
                 refused = :refused, past = :past
             WHERE row = :row",
            named_params! {
                ":rows_read": column(counts.rows),
                ":people": column(counts.people),
                ":applications": column(counts.applications),
                ":repeats": column(counts.repeats),
                ":refused": column(counts.refused),
                ":past": column(counts.past),
                ":row": import.row,
            },
        )?;
        Ok(())
    }

    /// Takes an import back: what it brought goes, but for what was changed or built on since.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such import, [`StoreError::Duplicate`] when it was taken back
    /// already.
    pub fn undo_import(
        &self,
        _permit: &Permit<Import>,
        import: ImportId,
    ) -> Result<Undone, StoreError> {
        let (row, undone_at): (i64, Option<i64>) = self
            .sql()
            .prepare_cached("SELECT row, undone_at FROM import WHERE id = ?1")?
            .query_row([Id(import.uuid())], |row| Ok((row.get(0)?, row.get(1)?)))?;
        if undone_at.is_some() {
            return Err(StoreError::Duplicate);
        }
        let mut undone = Undone::default();
        let people = self.rows(UNTOUCHED_PEOPLE, row)?;
        let before = self.number("SELECT count(*) FROM application WHERE import = ?1", row)?;
        let many = people.len() > self.records().number_of_candidates()? / BULK_SHARE;
        let index = if many {
            SearchIndex::MadeAnew
        } else {
            SearchIndex::Cleaned
        };
        for part in people.chunks(1000) {
            self.delete_people(part, index)?;
        }
        if many {
            self.make_search_anew()?;
        }
        undone.people = u64::try_from(people.len()).unwrap_or(u64::MAX);
        let applications = self.rows(UNTOUCHED_APPLICATIONS, row)?;
        self.delete_applications(&applications)?;
        undone.people_kept =
            self.number("SELECT count(*) FROM candidate WHERE import = ?1", row)?;
        undone.applications_kept =
            self.number("SELECT count(*) FROM application WHERE import = ?1", row)?;
        undone.applications = before.saturating_sub(undone.applications_kept);
        self.sql()
            .prepare_cached(DELETE_UNTOUCHED_VACANCIES)?
            .execute([row])?;
        self.sql()
            .prepare_cached("UPDATE import SET undone_at = :at WHERE row = :row")?
            .execute(named_params! { ":at": At(self.at()), ":row": row })?;
        Ok(undone)
    }

    fn rows(&self, sql: &str, import: i64) -> Result<Vec<i64>, StoreError> {
        let mut statement = self.sql().prepare_cached(sql)?;
        let rows = statement.query_map([import], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn number(&self, sql: &str, import: i64) -> Result<u64, StoreError> {
        Ok(count(
            self.sql()
                .prepare_cached(sql)?
                .query_row([import], |row| row.get(0))?,
        ))
    }
}

/// People an import brought, whom nobody changed and on whom nothing was built.
const UNTOUCHED_PEOPLE: &str = "
    SELECT candidate.row
    FROM candidate
    WHERE candidate.import = ?1
      AND candidate.revision = 1
      AND NOT EXISTS (
          SELECT 1
          FROM application
          WHERE application.candidate = candidate.row
            AND (
                application.import IS NOT ?1 OR application.revision > 1
                OR EXISTS (SELECT 1 FROM offer WHERE offer.application = application.row)
                OR EXISTS (SELECT 1 FROM outcome_message WHERE outcome_message.application = application.row)
            )
      )
      AND NOT EXISTS (
          SELECT 1
          FROM application
          JOIN interview ON interview.application = application.row
          WHERE application.candidate = candidate.row
      )
      AND NOT EXISTS (SELECT 1 FROM permission WHERE permission.candidate = candidate.row)
      AND NOT EXISTS (SELECT 1 FROM document WHERE document.candidate = candidate.row)
      AND NOT EXISTS (SELECT 1 FROM sealed_record WHERE sealed_record.candidate = candidate.row)
      AND NOT EXISTS (SELECT 1 FROM disclosure WHERE disclosure.candidate = candidate.row)
      AND NOT EXISTS (
          SELECT 1
          FROM notice_given
          WHERE notice_given.candidate = candidate.row AND notice_given.recorded_at <> candidate.added_at
      )
      AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.candidate = candidate.row)
      AND NOT EXISTS (SELECT 1 FROM incident_person WHERE incident_person.candidate = candidate.row)
      AND NOT EXISTS (SELECT 1 FROM rights_request WHERE rights_request.candidate = candidate.row)
      AND NOT EXISTS (SELECT 1 FROM complaint WHERE complaint.candidate = candidate.row)
      AND NOT EXISTS (SELECT 1 FROM reserve_entry WHERE reserve_entry.candidate = candidate.row)
      AND NOT EXISTS (SELECT 1 FROM conflict_of_interest WHERE conflict_of_interest.candidate = candidate.row)
      AND NOT EXISTS (SELECT 1 FROM erasure_intent WHERE erasure_intent.candidate = candidate.row)";

/// Applications an import brought to people who stay, that nobody changed and nothing stands on. Those of
/// people whom the import brought and who stay, stay with them.
const UNTOUCHED_APPLICATIONS: &str = "
    SELECT application.row
    FROM application
    JOIN candidate ON candidate.row = application.candidate
    WHERE application.import = ?1
      AND application.revision = 1
      AND candidate.import IS NOT ?1
      AND NOT EXISTS (SELECT 1 FROM interview WHERE interview.application = application.row)
      AND NOT EXISTS (SELECT 1 FROM permission WHERE permission.application = application.row)
      AND NOT EXISTS (SELECT 1 FROM document WHERE document.application = application.row)
      AND NOT EXISTS (SELECT 1 FROM offer WHERE offer.application = application.row)
      AND NOT EXISTS (SELECT 1 FROM outcome_message WHERE outcome_message.application = application.row)
      AND NOT EXISTS (SELECT 1 FROM disclosure WHERE disclosure.application = application.row)
      AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.candidate = application.candidate)
      AND NOT EXISTS (SELECT 1 FROM reserve_entry WHERE reserve_entry.application = application.row)";

/// Takes out the vacancies an import was the first to name, that nobody changed, that nobody applies for any more,
/// in which nobody was given a part and which were given no criteria.
const DELETE_UNTOUCHED_VACANCIES: &str = "
    DELETE FROM vacancy
    WHERE vacancy.import = ?1
      AND vacancy.revision = 1
      AND NOT EXISTS (SELECT 1 FROM application WHERE application.vacancy = vacancy.row)
      AND NOT EXISTS (SELECT 1 FROM criterion WHERE criterion.vacancy = vacancy.row)
      AND NOT EXISTS (SELECT 1 FROM role_asks WHERE role_asks.vacancy = vacancy.row)
      AND NOT EXISTS (SELECT 1 FROM reserve_contact WHERE reserve_contact.vacancy = vacancy.row)
      AND NOT EXISTS (SELECT 1 FROM access_grant WHERE access_grant.vacancy = vacancy.row)";
