//! What is taken down before people or parts go: their words, to search for, and counts, to stay.

use domain::statistics::{Ending, FEWEST_IN_BATCH, Quarter, StageReached};
use rusqlite::named_params;

use super::what::Batch;
use crate::column::{Day, json_rows};
use crate::error::StoreError;
use crate::forensic::Tokens;
use crate::write::Tx;

/// How a column's text is looked for.
#[derive(Clone, Copy, Debug)]
enum Look {
    /// As it stands.
    Whole,
    /// As it stands, and word by word.
    Words,
    /// In pieces.
    Pieces,
    /// In pieces all through it, since it may be long and of one line.
    Text,
    /// In pieces, as the bytes they are.
    Bytes,
}

/// Columns with words of somebody, and the tables that lead to each from the first, by a column of which they are found.
type Columns = [(&'static str, Look)];

/// What stands with a person.
const OF_PEOPLE: &Columns = &[
    ("SELECT given FROM candidate", Look::Words),
    ("SELECT family FROM candidate", Look::Words),
    ("SELECT preferred_name FROM candidate", Look::Words),
    ("SELECT postcode FROM candidate", Look::Whole),
    ("SELECT address FROM candidate", Look::Pieces),
    (
        "SELECT candidate_email.address
         FROM candidate
         JOIN candidate_email ON candidate_email.candidate = candidate.row",
        Look::Whole,
    ),
    (
        "SELECT candidate_phone.number
         FROM candidate
         JOIN candidate_phone ON candidate_phone.candidate = candidate.row",
        Look::Whole,
    ),
    (
        "SELECT candidate_phone.key
         FROM candidate
         JOIN candidate_phone ON candidate_phone.candidate = candidate.row",
        Look::Whole,
    ),
    (
        "SELECT hold.reference
         FROM candidate
         JOIN hold ON hold.candidate = candidate.row",
        Look::Pieces,
    ),
    (
        "SELECT rights_note.words
         FROM candidate
         JOIN rights_request ON rights_request.candidate = candidate.row
         JOIN rights_note ON rights_note.request = rights_request.row",
        Look::Text,
    ),
    (
        "SELECT correction.before
         FROM candidate
         JOIN correction ON correction.candidate = candidate.row AND correction.what = 'name'",
        Look::Words,
    ),
    (
        "SELECT correction.before
         FROM candidate
         JOIN correction ON correction.candidate = candidate.row AND correction.what IN ('emails', 'phones', 'address')",
        Look::Pieces,
    ),
];

/// What complaints about the handling of their data say: their own words, and what was found and told.
const OF_COMPLAINTS: &Columns = &[(
    "SELECT complaint_word.words
     FROM complaint
     JOIN complaint_word ON complaint_word.complaint = complaint.row",
    Look::Text,
)];

/// What a place on the reserve list says.
const OF_PLACES: &Columns = &[
    ("SELECT merit FROM reserve_entry", Look::Pieces),
    ("SELECT role_families FROM reserve_entry", Look::Pieces),
    ("SELECT skills FROM reserve_entry", Look::Pieces),
    ("SELECT places FROM reserve_entry", Look::Pieces),
];

/// What shows that a permission was given.
const OF_PERMISSIONS: &Columns = &[("SELECT evidence FROM permission", Look::Pieces)];

/// What a disclosure says of the person. Its recipient, its authority and the power are not the person's, and stand
/// elsewhere too.
const OF_DISCLOSURES: &Columns = &[
    ("SELECT reason FROM disclosure", Look::Pieces),
    ("SELECT asked FROM disclosure", Look::Pieces),
    ("SELECT least FROM disclosure", Look::Pieces),
    ("SELECT told FROM disclosure", Look::Pieces),
];

/// Why somebody need not be given the notice.
const OF_NOTICES: &Columns = &[("SELECT reason FROM notice_given", Look::Pieces)];

/// What an application's history holds, which goes with it or before: the places of interviews, what was found in them,
/// which is noise to everybody without the candidate's key and searched for all the same, its offer, and what they were
/// told of its outcome.
const OF_HISTORIES: &Columns = &[
    (
        "SELECT interview.place
         FROM application
         JOIN interview ON interview.application = application.row",
        Look::Pieces,
    ),
    (
        "SELECT feedback.sealed
         FROM application
         JOIN interview ON interview.application = application.row
         JOIN feedback ON feedback.interview = interview.row",
        Look::Bytes,
    ),
    (
        "SELECT annotation.words
         FROM application
         JOIN interview ON interview.application = application.row
         JOIN annotation ON annotation.interview = interview.row",
        Look::Text,
    ),
    (
        "SELECT feedback_draft.sealed
         FROM application
         JOIN interview ON interview.application = application.row
         JOIN feedback_draft ON feedback_draft.interview = interview.row",
        Look::Bytes,
    ),
    (
        "SELECT offer.pay
         FROM application
         JOIN offer ON offer.application = application.row",
        Look::Pieces,
    ),
    (
        "SELECT offer.conditions
         FROM application
         JOIN offer ON offer.application = application.row",
        Look::Text,
    ),
    (
        "SELECT outcome_message.words
         FROM application
         JOIN outcome_message ON outcome_message.application = application.row",
        Look::Text,
    ),
];

/// What is sealed: noise to everybody, and searched for all the same.
const OF_SEALED: &Columns = &[
    ("SELECT sealed FROM sealed_record", Look::Bytes),
    ("SELECT copy FROM sealed_record", Look::Bytes),
];

/// What a document holds.
const OF_DOCUMENTS: &Columns = &[
    ("SELECT file_name FROM document", Look::Words),
    ("SELECT label FROM document", Look::Pieces),
    (
        "SELECT document_content.sealed
         FROM document
         JOIN document_content ON document_content.document = document.row",
        Look::Bytes,
    ),
    (
        "SELECT document_text.body
         FROM document
         JOIN document_text ON document_text.document = document.row",
        Look::Text,
    ),
    (
        "SELECT annotation.words
         FROM document
         JOIN annotation ON annotation.document = document.row",
        Look::Text,
    ),
];

impl Tx<'_> {
    /// Adds the words of what goes, by which it will be searched for.
    pub(super) fn gather_tokens(
        &self,
        batch: &Batch,
        tokens: &mut Tokens,
    ) -> Result<(), StoreError> {
        for (columns, by, rows) in [
            (OF_PEOPLE, "candidate.row", &batch.people),
            (OF_COMPLAINTS, "complaint.candidate", &batch.people),
            (OF_PLACES, "reserve_entry.candidate", &batch.people),
            (OF_PERMISSIONS, "permission.candidate", &batch.people),
            (OF_DISCLOSURES, "disclosure.candidate", &batch.people),
            (OF_NOTICES, "notice_given.candidate", &batch.people),
            (OF_HISTORIES, "application.candidate", &batch.people),
            (OF_SEALED, "sealed_record.candidate", &batch.people),
            (OF_DOCUMENTS, "document.candidate", &batch.people),
            (OF_PLACES, "reserve_entry.application", &batch.applications),
            (
                OF_PERMISSIONS,
                "permission.application",
                &batch.applications,
            ),
            (
                OF_DISCLOSURES,
                "disclosure.application",
                &batch.applications,
            ),
            (OF_HISTORIES, "application.row", &batch.applications),
            (OF_DOCUMENTS, "document.application", &batch.applications),
            (OF_HISTORIES, "application.row", &batch.histories),
            (OF_SEALED, "sealed_record.row", &batch.sealed),
            (OF_DOCUMENTS, "document.row", &batch.documents),
        ] {
            self.gather(columns, by, rows, tokens)?;
        }
        Ok(())
    }

    /// Adds what stands in these columns of rows found by another.
    fn gather(
        &self,
        columns: &Columns,
        by: &str,
        rows: &[i64],
        tokens: &mut Tokens,
    ) -> Result<(), StoreError> {
        if rows.is_empty() {
            return Ok(());
        }
        let rows = json_rows(rows.iter().copied());
        for (select, look) in columns {
            let mut statement = self.sql().prepare_cached(&format!(
                "{select} WHERE {by} IN (SELECT value FROM json_each(?1))"
            ))?;
            let mut found = statement.query([&rows])?;
            while let Some(row) = found.next()? {
                let value = row.get_ref(0)?;
                if let Look::Bytes = look {
                    if let Some(bytes) = value.as_blob_or_null().map_err(rusqlite::Error::from)? {
                        tokens.add_bytes(bytes);
                    }
                    continue;
                }
                let Some(text) = value.as_str_or_null().map_err(rusqlite::Error::from)? else {
                    continue;
                };
                match look {
                    Look::Whole => tokens.add(text),
                    Look::Words => tokens.add_words(text),
                    Look::Pieces | Look::Bytes => tokens.add_prose(text),
                    Look::Text => tokens.add_long(text),
                }
            }
        }
        Ok(())
    }

    /// Counts what may stay (ANO-01): for each application the source, the stage reached and the reason, by the
    /// quarter of its outcome, or of the day its vacancy was closed out; for someone who never applied the source, by
    /// the quarter they came in. Applications that went before their person were counted then. Of fewer than five at
    /// once, neither stage nor reason (ANO-03).
    pub(super) fn count_statistics(
        &self,
        people: &[i64],
        applications: &[i64],
    ) -> Result<(), StoreError> {
        self.publish_statistics()?;
        let few = people.len() + applications.len() < FEWEST_IN_BATCH;
        self.sql()
            .prepare_cached(
                "INSERT INTO statistic_waiting (counted_in, quarter, source, stage_reached, reason, number)
                 SELECT :counted_in,
                        substr(day, 1, 4) || '-Q' || ((CAST(substr(day, 6, 2) AS INTEGER) + 2) / 3) AS quarter,
                        source,
                        CASE WHEN :few THEN :untold ELSE stage_reached END,
                        CASE WHEN :few THEN :untold ELSE reason END,
                        count(*)
                 FROM (
                     SELECT coalesce(application.outcome_on, vacancy.closed_out_on, :today) AS day, candidate.source,
                            application.stage_reached,
                            coalesce(application.reason, application.outcome, :undecided) AS reason
                     FROM application
                     JOIN candidate ON candidate.row = application.candidate
                     JOIN vacancy ON vacancy.row = application.vacancy
                     WHERE application.row IN (
                         SELECT value FROM json_each(:applications)
                         UNION
                         SELECT theirs.row
                         FROM application AS theirs
                         WHERE theirs.candidate IN (SELECT value FROM json_each(:people))
                     )
                     UNION ALL
                     SELECT candidate.received_on, candidate.source, :none, :never_applied
                     FROM candidate
                     WHERE candidate.row IN (SELECT value FROM json_each(:people))
                       AND candidate.applications_gone = 0
                       AND NOT EXISTS (SELECT 1 FROM application WHERE application.candidate = candidate.row)
                 )
                 WHERE true
                 GROUP BY 1, 2, 3, 4, 5
                 ON CONFLICT (counted_in, quarter, source, stage_reached, reason)
                     DO UPDATE SET number = number + excluded.number",
            )?
            .execute(named_params! {
                ":counted_in": Quarter::of(self.today()).to_string(),
                ":people": json_rows(people.iter().copied()),
                ":applications": json_rows(applications.iter().copied()),
                ":today": Day(self.today()),
                ":few": few,
                ":untold": Ending::UNTOLD,
                ":undecided": Ending::UNDECIDED,
                ":none": StageReached::NONE,
                ":never_applied": Ending::NEVER_APPLIED,
            })?;
        Ok(())
    }
}
