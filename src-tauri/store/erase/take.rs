//! Taking out what goes: the ledger, the counts by class, and the rows of parts.

use domain::document::DocumentKind;
use domain::retention::DataClass;
use domain::sealed::SealedKind;
use rusqlite::named_params;

use super::report::{Classes, Counts};
use super::what::{Batch, Intent, Place};
use crate::column::{Day, count, decode, json_rows};
use crate::data_map::{APPLICATION_MAP, DOCUMENT_MAP, HISTORY_MAP, SearchIndex};
use crate::error::StoreError;
use crate::write::Tx;

impl Tx<'_> {
    /// Enters the ids of what goes in the ledger, with the day and the rule. An application whose history went before
    /// it is in the ledger as a whole from then on.
    pub(super) fn enter_in_ledger(&self, erasure: i64, batch: &Batch) -> Result<(), StoreError> {
        for (rows, sql) in [
            (
                &batch.people,
                "SELECT candidate.id, :erasure, :erased_on, erasure_intent.rule, erasure_intent.part
                 FROM erasure_intent
                 JOIN candidate ON candidate.row = erasure_intent.candidate
                 WHERE erasure_intent.erasure = :erasure AND erasure_intent.part = 'person'
                   AND candidate.row IN (SELECT value FROM json_each(:rows))",
            ),
            (
                &batch.applications,
                "SELECT application.id, :erasure, :erased_on, erasure_intent.rule, erasure_intent.part
                 FROM erasure_intent
                 JOIN application ON application.row = erasure_intent.application
                 WHERE erasure_intent.erasure = :erasure AND erasure_intent.part = 'application'
                   AND application.row IN (SELECT value FROM json_each(:rows))",
            ),
            (
                &batch.histories,
                "SELECT application.id, :erasure, :erased_on, erasure_intent.rule, erasure_intent.part
                 FROM erasure_intent
                 JOIN application ON application.row = erasure_intent.application
                 WHERE erasure_intent.erasure = :erasure AND erasure_intent.part = 'history'
                   AND application.row IN (SELECT value FROM json_each(:rows))",
            ),
            (
                &batch.sealed,
                "SELECT sealed_record.id, :erasure, :erased_on, erasure_intent.rule, erasure_intent.part
                 FROM erasure_intent
                 JOIN sealed_record ON sealed_record.row = erasure_intent.sealed_record
                 WHERE erasure_intent.erasure = :erasure
                   AND sealed_record.row IN (SELECT value FROM json_each(:rows))",
            ),
            (
                &batch.documents,
                "SELECT document.id, :erasure, :erased_on, erasure_intent.rule, erasure_intent.part
                 FROM erasure_intent
                 JOIN document ON document.row = erasure_intent.document
                 WHERE erasure_intent.erasure = :erasure
                   AND document.row IN (SELECT value FROM json_each(:rows))",
            ),
        ] {
            if rows.is_empty() {
                continue;
            }
            self.sql()
                .prepare_cached(&format!(
                    "INSERT INTO erasure_ledger (record, erasure, erased_on, rule, part)
                     {sql}
                     ON CONFLICT (record) DO UPDATE
                         SET erasure = excluded.erasure, erased_on = excluded.erased_on, rule = excluded.rule,
                             part = excluded.part"
                ))?
                .execute(named_params! {
                    ":erasure": erasure,
                    ":erased_on": Day(self.today()),
                    ":rows": json_rows(rows.iter().copied()),
                })?;
        }
        Ok(())
    }

    /// How many of which class go, by rule, with what the people who go had.
    pub(super) fn count_classes(
        &self,
        erasure: i64,
        intents: &[Intent],
        batch: &Batch,
    ) -> Result<Classes, StoreError> {
        let mut classes = Classes::new();
        let mut add = |rule: &str, class, counts: &Counts| {
            let known = classes.entry(rule.to_owned()).or_default();
            known.entry(class).or_default().add(counts);
        };
        for intent in intents {
            let (class, counts) = match intent.what {
                Place::Person(_) => (
                    DataClass::Contact,
                    Counts {
                        people: 1,
                        ..Counts::default()
                    },
                ),
                Place::Application(_) => (DataClass::Form, ONE_APPLICATION),
                Place::History(_) => (DataClass::ToolUse, ONE_APPLICATION),
                Place::Sealed(_) | Place::Document(_) => continue,
            };
            add(&intent.rule, class, &counts);
        }
        let people = json_rows(batch.people.iter().copied());
        let mut statement = self.sql().prepare_cached(
            "SELECT erasure_intent.rule, count(*)
             FROM erasure_intent
             JOIN application ON application.candidate = erasure_intent.candidate
             WHERE erasure_intent.erasure = :erasure AND erasure_intent.part = 'person'
               AND erasure_intent.candidate IN (SELECT value FROM json_each(:people))
             GROUP BY 1",
        )?;
        let mut rows =
            statement.query(named_params! { ":erasure": erasure, ":people": &people })?;
        while let Some(row) = rows.next()? {
            let rule: String = row.get(0)?;
            let counts = Counts {
                applications: count(row.get(1)?),
                ..Counts::default()
            };
            add(&rule, DataClass::Form, &counts);
        }
        let mut statement = self.sql().prepare_cached(
            "SELECT erasure_intent.rule, sealed_record.kind, erasure_intent.part <> 'person', count(*),
                    count(sealed_record.copy), coalesce(sum(length(sealed_record.copy)), 0)
             FROM erasure_intent
             JOIN sealed_record
               ON (erasure_intent.part = 'person' AND sealed_record.candidate = erasure_intent.candidate)
               OR sealed_record.row = erasure_intent.sealed_record
             WHERE erasure_intent.erasure = :erasure
               AND (
                   sealed_record.row IN (SELECT value FROM json_each(:sealed))
                   OR erasure_intent.part = 'person'
                      AND erasure_intent.candidate IN (SELECT value FROM json_each(:people))
               )
             GROUP BY 1, 2, 3",
        )?;
        let mut rows = statement.query(named_params! {
            ":erasure": erasure,
            ":people": &people,
            ":sealed": json_rows(batch.sealed.iter().copied()),
        })?;
        while let Some(row) = rows.next()? {
            let (rule, kind): (String, String) = (row.get(0)?, row.get(1)?);
            let kind = decode("sealed_record.kind", SealedKind::from_code(&kind))?;
            let records = count(row.get(3)?);
            let counts = Counts {
                records,
                documents: count(row.get(4)?),
                bytes: count(row.get(5)?),
                parts: if row.get(2)? { records } else { 0 },
                ..Counts::default()
            };
            add(&rule, kind.retention_class(), &counts);
        }
        self.count_documents(erasure, batch, &mut add)?;
        self.count_feedback(erasure, batch, &mut add)?;
        Ok(classes)
    }

    /// How many documents go, and how large they were: of people, of applications, and by themselves.
    fn count_documents(
        &self,
        erasure: i64,
        batch: &Batch,
        add: &mut impl FnMut(&str, DataClass, &Counts),
    ) -> Result<(), StoreError> {
        let mut statement = self.sql().prepare_cached(
            "SELECT erasure_intent.rule, document.kind, erasure_intent.part = 'document', count(*), sum(document.bytes)
             FROM erasure_intent
             JOIN document
               ON (erasure_intent.part = 'person' AND document.candidate = erasure_intent.candidate)
               OR (erasure_intent.part = 'application' AND document.application = erasure_intent.application)
               OR document.row = erasure_intent.document
             WHERE erasure_intent.erasure = :erasure
               AND CASE erasure_intent.part
                       WHEN 'person' THEN erasure_intent.candidate IN (SELECT value FROM json_each(:people))
                       WHEN 'application' THEN erasure_intent.application IN (SELECT value FROM json_each(:applications))
                       ELSE erasure_intent.document IN (SELECT value FROM json_each(:documents))
                   END
             GROUP BY 1, 2, 3",
        )?;
        let mut rows = statement.query(named_params! {
            ":erasure": erasure,
            ":people": json_rows(batch.people.iter().copied()),
            ":applications": json_rows(batch.applications.iter().copied()),
            ":documents": json_rows(batch.documents.iter().copied()),
        })?;
        while let Some(row) = rows.next()? {
            let (rule, kind): (String, String) = (row.get(0)?, row.get(1)?);
            let kind = decode("document.kind", DocumentKind::from_code(&kind))?;
            let documents = count(row.get(3)?);
            let counts = Counts {
                documents,
                bytes: count(row.get(4)?),
                parts: if row.get(2)? { documents } else { 0 },
                ..Counts::default()
            };
            add(&rule, kind.retention_class(), &counts);
        }
        Ok(())
    }

    /// How many interviews go with what was found in them: of people, of applications, and of their history.
    fn count_feedback(
        &self,
        erasure: i64,
        batch: &Batch,
        add: &mut impl FnMut(&str, DataClass, &Counts),
    ) -> Result<(), StoreError> {
        let mut statement = self.sql().prepare_cached(
            "SELECT erasure_intent.rule, count(*)
             FROM erasure_intent
             JOIN application
               ON (erasure_intent.part = 'person' AND application.candidate = erasure_intent.candidate)
               OR application.row = erasure_intent.application
             JOIN interview ON interview.application = application.row
             WHERE erasure_intent.erasure = :erasure
               AND CASE erasure_intent.part
                       WHEN 'person' THEN erasure_intent.candidate IN (SELECT value FROM json_each(:people))
                       WHEN 'application' THEN erasure_intent.application IN (SELECT value FROM json_each(:applications))
                       ELSE erasure_intent.application IN (SELECT value FROM json_each(:histories))
                   END
             GROUP BY 1",
        )?;
        let mut rows = statement.query(named_params! {
            ":erasure": erasure,
            ":people": json_rows(batch.people.iter().copied()),
            ":applications": json_rows(batch.applications.iter().copied()),
            ":histories": json_rows(batch.histories.iter().copied()),
        })?;
        while let Some(row) = rows.next()? {
            let rule: String = row.get(0)?;
            let counts = Counts {
                records: count(row.get(1)?),
                ..Counts::default()
            };
            add(&rule, DataClass::Opinion, &counts);
        }
        Ok(())
    }

    /// Deletes parts of the records of people who stay, and works out anew when the rest of theirs goes.
    pub(super) fn delete_parts(&self, batch: &Batch) -> Result<(), StoreError> {
        let applications = json_rows(batch.applications.iter().copied());
        let histories = json_rows(batch.histories.iter().copied());
        let sealed = json_rows(batch.sealed.iter().copied());
        self.touch_whose(
            "SELECT candidate, count(*) FROM application WHERE row IN (SELECT value FROM json_each(?1)) GROUP BY 1",
            &applications,
            true,
        )?;
        self.delete_mapped(APPLICATION_MAP, &batch.applications, SearchIndex::Cleaned)?;
        self.touch_whose(
            "SELECT candidate, count(*) FROM application WHERE row IN (SELECT value FROM json_each(?1)) GROUP BY 1",
            &histories,
            false,
        )?;
        self.delete_mapped(HISTORY_MAP, &batch.histories, SearchIndex::Cleaned)?;
        self.sql()
            .prepare_cached(
                "DELETE FROM erasure_intent
                 WHERE part = 'history' AND application IN (SELECT value FROM json_each(?1))",
            )?
            .execute([&histories])?;
        self.touch_whose(
            "SELECT candidate, count(*) FROM sealed_record WHERE row IN (SELECT value FROM json_each(?1)) GROUP BY 1",
            &sealed,
            false,
        )?;
        for sql in [
            "DELETE FROM erasure_intent WHERE sealed_record IN (SELECT value FROM json_each(?1))",
            "DELETE FROM sealed_record WHERE row IN (SELECT value FROM json_each(?1))",
        ] {
            self.sql().prepare_cached(sql)?.execute([&sealed])?;
        }
        let documents = json_rows(batch.documents.iter().copied());
        self.touch_whose(
            "SELECT candidate, count(*) FROM document WHERE row IN (SELECT value FROM json_each(?1)) GROUP BY 1",
            &documents,
            false,
        )?;
        self.delete_mapped(DOCUMENT_MAP, &batch.documents, SearchIndex::Cleaned)
    }

    /// Marks the people of these rows, and, of applications that go, remembers that they are counted.
    fn touch_whose(&self, sql: &str, rows: &str, counted: bool) -> Result<(), StoreError> {
        let mut statement = self.sql().prepare_cached(sql)?;
        let mut found = statement.query([rows])?;
        while let Some(row) = found.next()? {
            let (candidate, number): (i64, i64) = (row.get(0)?, row.get(1)?);
            if counted {
                self.sql()
                    .prepare_cached(
                        "UPDATE candidate SET applications_gone = applications_gone + ?2 WHERE row = ?1",
                    )?
                    .execute([candidate, number])?;
            }
            self.touch(candidate);
        }
        Ok(())
    }
}

/// An application, or its history, of somebody who stays.
const ONE_APPLICATION: Counts = Counts {
    people: 0,
    applications: 1,
    records: 0,
    documents: 0,
    bytes: 0,
    parts: 1,
};
