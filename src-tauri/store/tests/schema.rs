//! The schema is what its description says, and the way to it is safe.

use std::collections::BTreeMap;

use domain::application::{Outcome, OutcomeKind};
use domain::retention::{PolicyValues, RetentionPolicy};
use rusqlite::Connection;

use crate::connection::{self, Use};
use crate::error::OpenError;
use crate::files::Folder;
use crate::key_file::KeyFile;
use crate::keys::{DatabaseKey, StoreKey};
use crate::migrate::{MIGRATIONS, Migration, migrate, newest};
use crate::read::Records;
use crate::support::{Home, at, day, person, unlock};

/// Columns that may be empty, each with what emptiness means. Anything else is NOT NULL.
const MAY_BE_NULL: &[&str] = &[
    "access_grant.team",
    "access_grant.until_on",
    "access_grant.vacancy",
    "account.removed_at",
    "account.role_until",
    "annotation.account",
    "annotation.document",
    "annotation.interview",
    "annotation.request",
    "application.erase_on",
    "application.handed_over_on",
    "application.history_on",
    "application.import",
    "application.outcome",
    "application.outcome_on",
    "application.reason",
    "application_event.after",
    "application_event.before",
    "candidate.erase_on",
    "candidate.erase_rule",
    "candidate.given",
    "candidate.import",
    "candidate.looked_at_for",
    "candidate.notice_given_on",
    "candidate.postcode",
    "candidate.preferred_contact",
    "candidate.preferred_name",
    "candidate.source_detail",
    "candidate.title",
    "candidate_email.key",
    "complaint.acknowledged_how",
    "complaint.acknowledged_on",
    "complaint.against",
    "complaint.candidate",
    "complaint.decided_by",
    "complaint.outcome",
    "complaint.request",
    "complaint.told_how",
    "complaint.told_on",
    "correction.request",
    "criterion.retired_on",
    "disclosure.agreement",
    "disclosure.application",
    "disclosure.asked",
    "disclosure.authority",
    "disclosure.basis",
    "disclosure.decided_by",
    "disclosure.given_to",
    "disclosure.least",
    "disclosure.mechanism",
    "disclosure.power",
    "disclosure.purpose_version",
    "disclosure.reason",
    "disclosure.relevance",
    "disclosure.told",
    "document.application",
    "document.erase_on",
    "document.label",
    "erasure.due_since",
    "erasure.verification",
    "erasure_intent.application",
    "erasure_intent.document",
    "erasure_intent.sealed_record",
    "erasure_ledger.erasure",
    "hold.application",
    "hold.reference",
    "hold.released_by",
    "hold.released_on",
    "import.undone_at",
    "incident.assessment",
    "incident.closed_by",
    "incident.closed_on",
    "incident.decision",
    "incident.happened_on",
    "incident.laptop",
    "incident.not_told",
    "incident.people",
    "incident_person.told_how",
    "incident_person.told_on",
    "interview.place",
    "journal.actor",
    "journal.subject",
    "journal.subject_kind",
    "message.at",
    "notice_given.channel",
    "notice_given.exemption",
    "notice_given.reason",
    "notice_given.version",
    "offer.answer",
    "offer.answer_by",
    "offer.answered_on",
    "offer.decided_by",
    "offer.decided_on",
    "offer.decision",
    "offer.made_on",
    "offer.starts_on",
    "permission.application",
    "permission.withdrawn_on",
    "policy.reason",
    "policy.set_by",
    "recipient_notice.erasure",
    "recipient_notice.request",
    "recipient_notice.told_by",
    "recipient_notice.told_on",
    "register_item.recipient",
    "reserve_contact.answered_on",
    "reserve_contact.outcome",
    "reserve_entry.removed_on",
    "reserve_entry.removed_reason",
    "reserve_entry.until_on",
    "rights_request.candidate",
    "rights_request.closed_by",
    "rights_request.closed_on",
    "rights_request.lifted_on",
    "rights_request.restricted_on",
    "rights_request.upheld_on",
    "role_asks.arrangement",
    "role_asks.office",
    "role_asks.place",
    "role_asks.role_family",
    "sealed_record.copy",
    "sealed_record.decided_on",
    "sealed_record.erase_on",
    "vacancy.blind_until",
    "vacancy.closed_out_on",
    "vacancy.closes_on",
    "vacancy.import",
    "vacancy.reference",
];

struct Bare {
    folder: tempfile::TempDir,
    key: DatabaseKey,
}

impl Bare {
    fn new() -> Self {
        let keys = KeyFile::generate().unwrap();
        let key = keys.database_key(&StoreKey::generate().unwrap());
        Self {
            folder: tempfile::tempdir().unwrap(),
            key,
        }
    }

    fn folder(&self) -> Folder {
        Folder::new(self.folder.path())
    }

    fn open(&self, purpose: Use) -> Connection {
        connection::open(&self.folder().database(), &self.key, purpose).unwrap()
    }
}

/// Every object of a schema with its statement, without comments and white space.
fn schema_of(connection: &Connection) -> BTreeMap<String, String> {
    let mut statement = connection
        .prepare("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
        .unwrap();
    let found = statement
        .query_map([], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })
        .unwrap();
    found
        .map(|pair| {
            let (name, sql) = pair.unwrap();
            let bare: Vec<&str> = sql
                .lines()
                .map(|line| line.split("--").next().unwrap())
                .flat_map(str::split_whitespace)
                .collect();
            (
                name,
                bare.join(" ")
                    .replace("( ", "(")
                    .replace(" )", ")")
                    .replace(" ,", ","),
            )
        })
        .collect()
}

fn column(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

#[test]
fn the_described_schema_is_the_one_the_steps_make() {
    let made = Bare::new();
    let mut connection = made.open(Use::Create);
    migrate(
        &mut connection,
        &made.folder(),
        MIGRATIONS,
        at("2026-01-05"),
    )
    .unwrap();
    let described = Bare::new();
    let other = described.open(Use::Create);
    other.execute_batch(include_str!("../schema.sql")).unwrap();
    assert_eq!(
        schema_of(&connection),
        schema_of(&other),
        "schema.sql is the file people read: keep it true"
    );
}

#[test]
fn every_table_is_strict_every_column_is_filled_and_every_reference_is_indexed() {
    let home = Home::new();
    let connection = &home.store.writer;
    let loose = column(
        connection,
        "SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND strict = 0
           AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    );
    assert!(loose.is_empty(), "not STRICT: {loose:?}");
    let nullable = column(
        connection,
        "SELECT t.name || '.' || c.name
         FROM pragma_table_list AS t, pragma_table_info(t.name) AS c
         WHERE t.schema = 'main' AND t.type = 'table' AND c.\"notnull\" = 0 AND c.pk = 0
           AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         ORDER BY 1",
    );
    assert_eq!(
        nullable, MAY_BE_NULL,
        "a column that may be empty is argued for in schema.sql and listed here"
    );
    let slow = column(
        connection,
        "SELECT t.name || '.' || f.\"from\"
         FROM pragma_table_list AS t, pragma_foreign_key_list(t.name) AS f
         WHERE t.schema = 'main' AND t.type = 'table'
           AND NOT EXISTS (
               SELECT 1
               FROM pragma_index_list(t.name) AS i, pragma_index_info(i.name) AS c
               WHERE c.seqno = 0 AND c.name = f.\"from\"
           )
           AND NOT EXISTS (
               SELECT 1 FROM pragma_table_info(t.name) AS c WHERE c.pk = 1 AND c.name = f.\"from\"
           )",
    );
    assert!(slow.is_empty(), "references without an index: {slow:?}");
    assert_eq!(
        crate::verify::unmapped(connection).unwrap(),
        Vec::<String>::new(),
        "the data map has every table"
    );
}

#[test]
fn a_table_about_candidates_that_the_data_map_forgot_is_noticed() {
    let home = Home::new();
    home.store
        .writer
        .execute_batch("CREATE TABLE note (row INTEGER PRIMARY KEY, candidate INTEGER REFERENCES candidate (row))")
        .unwrap();
    assert_eq!(
        crate::verify::unmapped(&home.store.writer).unwrap(),
        ["note"],
        "found by its reference"
    );
}

#[test]
fn settings_of_a_connection_are_those_the_threat_model_names() {
    let home = Home::new();
    let value = |pragma: &str| {
        home.store
            .writer
            .query_row(&format!("PRAGMA {pragma}"), [], |row| row.get::<_, i64>(0))
            .unwrap()
    };
    let found = [
        "secure_delete",
        "foreign_keys",
        "synchronous",
        "temp_store",
        "trusted_schema",
        "cell_size_check",
        "mmap_size",
        "journal_size_limit",
        "auto_vacuum",
        "cache_size",
        "application_id",
        "user_version",
    ]
    .map(value);
    let newest = i64::from(newest(MIGRATIONS));
    assert_eq!(
        found,
        [
            1,
            1,
            2,
            2,
            0,
            1,
            0,
            0,
            0,
            -65536,
            connection::APPLICATION_ID,
            newest
        ]
    );
    let off: String = home
        .store
        .writer
        .query_row("PRAGMA cipher_memory_security", [], |row| row.get(0))
        .unwrap();
    assert_eq!(off, "0", "on, it makes ranked search eight times slower");
}

/// Every step there is, and one more.
fn and_one_more(sql: &'static str) -> Vec<Migration> {
    let one_more = Migration {
        version: newest(MIGRATIONS) + 1,
        name: "next",
        sql,
    };
    MIGRATIONS.iter().copied().chain([one_more]).collect()
}

#[test]
fn a_step_seals_a_copy_first_and_a_failing_one_leaves_the_old_format_usable() {
    let Home { store, folder, .. } = Home::new();
    let mut store = store;
    let before = newest(MIGRATIONS);
    let steps = and_one_more("ALTER TABLE team ADD COLUMN motto TEXT; SELECT nonsense");
    let failed = migrate(&mut store.writer, &store.folder, &steps, at("2026-02-01"));
    assert!(
        matches!(failed, Err(OpenError::Migration { version, .. }) if version == before + 1),
        "the step fails: {failed:?}"
    );
    store.close().unwrap();
    let mut store = unlock(folder.path()).unwrap().store;
    assert_eq!(
        store.records().teams().unwrap().len(),
        1,
        "the store opens as it was"
    );
    let copies = store.folder.sealed_copies().unwrap();
    assert_eq!(copies.len(), 1, "a copy was sealed before the step");
    let key = store.keys.database_key(&store.key);
    let copy = connection::open(&copies[0], &key, Use::Write).unwrap();
    let teams: i64 = copy
        .query_row("SELECT count(*) FROM team", [], |row| row.get(0))
        .unwrap();
    assert_eq!(teams, 1, "and it opens under the same key");
    migrate(
        &mut store.writer,
        &store.folder,
        &and_one_more("ALTER TABLE team ADD COLUMN motto TEXT NOT NULL DEFAULT ''"),
        at("2026-02-02"),
    )
    .unwrap();
    let taken: i64 = store
        .writer
        .query_row("SELECT count(*) FROM migration", [], |row| row.get(0))
        .unwrap();
    assert_eq!(
        taken,
        i64::try_from(MIGRATIONS.len()).unwrap() + 1,
        "a good step is taken and kept in the table of steps"
    );
}

#[test]
fn a_newer_format_is_refused_with_both_numbers_and_nothing_is_changed() {
    let Home { store, folder, .. } = Home::new();
    store
        .writer
        .pragma_update(None, "user_version", 97)
        .unwrap();
    store.close().unwrap();
    let before = std::fs::read(Folder::new(folder.path()).database()).unwrap();
    let refused = unlock(folder.path());
    assert!(
        matches!(refused, Err(OpenError::Newer { found: 97, known }) if known == newest(MIGRATIONS)),
        "refused: {refused:?}"
    );
    assert_eq!(
        std::fs::read(Folder::new(folder.path()).database()).unwrap(),
        before,
        "not a byte was changed"
    );
}

/// From a dump of the format the store began with, directly and by way of every format since.
#[test]
fn every_earlier_format_upgrades_to_the_schema_of_today() {
    let fresh = Bare::new();
    let mut today = fresh.open(Use::Create);
    migrate(&mut today, &fresh.folder(), MIGRATIONS, at("2026-01-05")).unwrap();
    for version in 1..newest(MIGRATIONS) {
        let old = Bare::new();
        let mut connection = old.open(Use::Create);
        connection
            .execute_batch(include_str!("../../../tests/fixtures/store/v1.sql"))
            .unwrap();
        for until in [version, newest(MIGRATIONS)] {
            let steps: Vec<_> = MIGRATIONS
                .iter()
                .copied()
                .filter(|step| step.version <= until)
                .collect();
            migrate(&mut connection, &old.folder(), &steps, at("2026-01-05")).unwrap();
        }
        assert_eq!(
            schema_of(&connection),
            schema_of(&today),
            "from format {version}"
        );
        assert!(column(&connection, "SELECT 'broken' FROM pragma_foreign_key_check").is_empty());
        assert_eq!(column(&connection, "PRAGMA integrity_check"), ["ok"]);
    }
}

#[test]
fn those_let_in_before_training_was_recorded_count_as_inducted_and_every_audit_ends() {
    let old = Bare::new();
    let mut connection = old.open(Use::Create);
    connection
        .execute_batch(include_str!("../../../tests/fixtures/store/v1.sql"))
        .unwrap();
    migrate(&mut connection, &old.folder(), MIGRATIONS, at("2026-03-01")).unwrap();
    assert_eq!(
        column(
            &connection,
            "SELECT account || ' ' || kind || ' ' || held_on FROM training ORDER BY account"
        ),
        ["1 live 2026-01-05", "2 live 2026-02-05"]
    );
    assert_eq!(
        column(
            &connection,
            "SELECT relation || ' ' || coalesce(until_on, 'open') FROM access_grant ORDER BY row"
        ),
        [
            "interviewer open",
            "director open",
            "auditor 2026-04-04",
            "auditor 2026-04-04",
            "auditor 2026-01-31"
        ]
    );
}

#[test]
fn the_periods_that_were_set_before_versions_become_the_first() {
    let old = Bare::new();
    let mut connection = old.open(Use::Create);
    connection
        .execute_batch(include_str!("../../../tests/fixtures/store/v1.sql"))
        .unwrap();
    connection
        .execute(
            "INSERT INTO setting (name, value) VALUES ('retention-policy', '{\"unsuccessfulMonths\":4}')",
            [],
        )
        .unwrap();
    migrate(&mut connection, &old.folder(), MIGRATIONS, at("2026-03-01")).unwrap();
    let policy = Records::new(&connection).retention_policy().unwrap();
    let set = PolicyValues {
        unsuccessful_months: 4,
        ..PolicyValues::default()
    };
    assert_eq!(policy, RetentionPolicy::new(set).unwrap());
    for change in ["UPDATE policy SET periods = '{}'", "DELETE FROM policy"] {
        let refused = connection.execute(change, []).unwrap_err();
        assert!(refused.to_string().contains("stays as it was set"));
    }
}

#[test]
fn dates_that_an_upgrade_left_out_are_worked_out_at_the_next_unlock() {
    let mut home = Home::new();
    let candidate = home.candidate(&person("Ann", "Archer", "ann@example.org", "07700 900101"));
    let ended = Outcome {
        how: OutcomeKind::Withdrawn,
        on: day("2026-01-10"),
    };
    for (title, outcome) in [("Press Officer", Some(ended)), ("Cook", None)] {
        let vacancy = home.vacancy(title);
        home.application(candidate, vacancy, outcome);
    }
    home.store
        .writer
        .execute_batch(
            "UPDATE application SET erase_on = NULL;
             UPDATE candidate SET erase_rule = NULL;
             INSERT INTO setting (name, value) VALUES ('dates-outdated', 'parts');",
        )
        .unwrap();
    let Home { store, folder, .. } = home;
    store.close().unwrap();
    let store = unlock(folder.path()).unwrap().store;
    assert_eq!(
        column(
            &store.writer,
            "SELECT coalesce(erase_on, 'with the person') FROM application ORDER BY row"
        ),
        ["2026-07-10", "with the person"]
    );
    assert!(
        column(
            &store.writer,
            "SELECT name FROM setting WHERE name = 'dates-outdated'"
        )
        .is_empty()
    );
}
