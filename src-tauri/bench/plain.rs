//! Plain SQLite: the same schema, the same settings and the same rows, without encryption, rules or access.

use std::path::Path;

use rusqlite::{Connection, named_params, params};

use crate::Outcome;

/// The schema of the store.
pub(crate) const SCHEMA: &str = include_str!("../store/schema.sql");

/// The settings of the store's own connections that cost or save time.
const PRAGMAS: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -65536;
    PRAGMA synchronous = FULL;
    PRAGMA mmap_size = 0;
    PRAGMA journal_size_limit = 0;
";

/// The row of the one import and the one account the plain database knows.
const FIRST: i64 = 1;

/// A plain database.
#[derive(Debug)]
pub(crate) struct Plain {
    connection: Connection,
}

/// A person as the tables hold one.
#[derive(Debug, Default)]
pub(crate) struct PlainPerson<'a> {
    pub(crate) id: [u8; 16],
    pub(crate) given: Option<&'a str>,
    pub(crate) family: &'a str,
    pub(crate) preferred: Option<&'a str>,
    pub(crate) email: &'a str,
    pub(crate) phone: &'a str,
    pub(crate) postcode: &'a str,
    pub(crate) source: &'a str,
    pub(crate) received_on: &'a str,
    pub(crate) erase_on: Option<&'a str>,
}

/// An application as its table holds one.
#[derive(Debug, Default)]
pub(crate) struct PlainApplication<'a> {
    pub(crate) id: [u8; 16],
    pub(crate) vacancy: i64,
    pub(crate) applied_on: &'a str,
    pub(crate) stage: &'a str,
    pub(crate) outcome: Option<&'a str>,
    pub(crate) reason: Option<&'a str>,
    pub(crate) outcome_on: Option<&'a str>,
}

impl Plain {
    /// Opens one that was made.
    pub(crate) fn open(file: &Path) -> Outcome<Self> {
        #[expect(
            clippy::disallowed_methods,
            reason = "the plain database is what the store is compared with; the people in it are made up"
        )]
        let connection = Connection::open(file)?;
        connection.execute_batch(PRAGMAS)?;
        connection.set_prepared_statement_cache_capacity(64);
        Ok(Self { connection })
    }

    /// Makes an empty one, with what every row refers to.
    pub(crate) fn make(file: &Path) -> Outcome<Self> {
        let plain = Self::open(file)?;
        plain.connection.execute_batch(SCHEMA)?;
        plain.connection.execute_batch(
            "INSERT INTO account (row, id, sign_in_name, name, role, added_at)
             VALUES (1, zeroblob(16), 'bench', 'Bench', 'hr', 0);
             INSERT INTO team (row, id, name, added_at) VALUES (1, zeroblob(16), 'Bench', 0);
             INSERT INTO import (row, id, account, layout, at, rows_read, people, applications, repeats, refused, past)
             VALUES (1, zeroblob(16), 1, 'sample', 0, 0, 0, 0, 0, 0, 0);",
        )?;
        Ok(plain)
    }

    /// The connection.
    pub(crate) const fn sql(&self) -> &Connection {
        &self.connection
    }

    /// Does work in one transaction.
    pub(crate) fn together<T>(&self, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        let transaction = self.connection.unchecked_transaction()?;
        let result = work()?;
        transaction.commit()?;
        Ok(result)
    }

    /// Adds a vacancy.
    pub(crate) fn add_vacancy(&self, id: [u8; 16], title: &str) -> Outcome<i64> {
        self.connection
            .prepare_cached(
                "INSERT INTO vacancy (id, team, title, kind, opens_on, added_at, revision)
                 VALUES (?1, 1, ?2, 'job', '2026-01-05', 0, 1)",
            )?
            .execute(params![id, title])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Adds a person, found by the same words as in the store.
    pub(crate) fn add_person(&self, person: &PlainPerson<'_>) -> Outcome<i64> {
        let given = person.given.unwrap_or_default();
        let sort_name = format!("{}, {given}", person.family).to_lowercase();
        let email_key = person.email.to_lowercase();
        let phone_key: String = person.phone.chars().filter(char::is_ascii_digit).collect();
        let preferred = person.preferred.unwrap_or_default();
        let name = format!("{} {given} {preferred}", person.family).to_lowercase();
        let contact = format!(
            "{email_key} {} {phone_key} {}",
            person.phone,
            person.postcode.to_lowercase()
        );
        self.connection
            .prepare_cached(
                "INSERT INTO candidate (id, title, given, family, preferred_name, sort_name, address, postcode,
                                        preferred_contact, source, source_detail, received_on, import, added_at,
                                        revision, erase_on)
                 VALUES (:id, NULL, :given, :family, :preferred_name, :sort_name, '', :postcode, 'email', :source,
                         NULL, :received_on, :import, 0, 1, :erase_on)",
            )?
            .execute(named_params! {
                ":id": person.id,
                ":given": person.given,
                ":family": person.family,
                ":preferred_name": person.preferred,
                ":sort_name": sort_name,
                ":postcode": person.postcode,
                ":source": person.source,
                ":received_on": person.received_on,
                ":import": FIRST,
                ":erase_on": person.erase_on,
            })?;
        let row = self.connection.last_insert_rowid();
        self.connection
            .prepare_cached(
                "INSERT INTO candidate_email (candidate, position, address, key) VALUES (?1, 0, ?2, ?3)",
            )?
            .execute(params![row, person.email, email_key])?;
        self.connection
            .prepare_cached(
                "INSERT INTO candidate_phone (candidate, position, number, key) VALUES (?1, 0, ?2, ?3)",
            )?
            .execute(params![row, person.phone, phone_key])?;
        for sql in [
            "INSERT INTO candidate_text (candidate, name, contact) VALUES (?1, ?2, ?3)",
            "INSERT INTO candidate_search (rowid, name, contact) VALUES (?1, ?2, ?3)",
        ] {
            self.connection
                .prepare_cached(sql)?
                .execute(params![row, name, contact])?;
        }
        Ok(row)
    }

    /// Adds an application, with the event of its coming in and, where it has ended, of its ending.
    pub(crate) fn add_application(
        &self,
        candidate: i64,
        application: &PlainApplication<'_>,
    ) -> Outcome<i64> {
        self.connection
            .prepare_cached(
                "INSERT INTO application (id, candidate, vacancy, applied_on, stage, stage_reached, outcome, reason,
                                          outcome_on, import, added_at, revision)
                 VALUES (:id, :candidate, :vacancy, :applied_on, :stage, :stage, :outcome, :reason, :outcome_on,
                         :import, 0, 1)",
            )?
            .execute(named_params! {
                ":id": application.id,
                ":candidate": candidate,
                ":vacancy": application.vacancy,
                ":applied_on": application.applied_on,
                ":stage": application.stage,
                ":outcome": application.outcome,
                ":reason": application.reason,
                ":outcome_on": application.outcome_on,
                ":import": FIRST,
            })?;
        let row = self.connection.last_insert_rowid();
        let ended = application.outcome.map(|outcome| ("ended", outcome));
        for (what, after) in [("added", application.stage)].into_iter().chain(ended) {
            self.connection
                .prepare_cached(
                    "INSERT INTO application_event (application, at, account, what, before, after)
                     VALUES (?1, 0, ?2, ?3, NULL, ?4)",
                )?
                .execute(params![row, FIRST, what, after])?;
        }
        Ok(row)
    }

    /// Adds a permission and the place on the reserve list that stands on it.
    pub(crate) fn add_reserve_entry(
        &self,
        candidate: i64,
        application: i64,
        id: [u8; 16],
        given_on: &str,
        ends_on: &str,
    ) -> Outcome<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO permission (id, candidate, application, purpose, given_on, months, means, evidence,
                                         wording, recorded_by, recorded_at, ends_on)
                 VALUES (?1, ?2, NULL, 'reserve-list', ?3, 12, 'email', 'Reply to our e-mail after the outcome',
                         'reserve-list-1', 1, 0, ?4)",
            )?
            .execute(params![id, candidate, given_on, ends_on])?;
        self.connection
            .prepare_cached(
                "INSERT INTO reserve_entry (id, candidate, application, permission, role_families, merit, added_by,
                                            added_at)
                 VALUES (?1, ?2, ?3, ?4, 'Similar roles in the same team', '', 1, 0)",
            )?
            .execute(params![id, candidate, application, self.connection.last_insert_rowid()])?;
        Ok(())
    }
}
