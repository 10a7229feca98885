//! What is taken down of people before they go: their words, to search for, and counts, to stay.

use domain::statistics::{Ending, FEWEST_IN_BATCH, Quarter, StageReached};
use rusqlite::named_params;

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
}

/// Every column with a person's own words.
const COLUMNS: [(&str, Look); 10] = [
    (
        "SELECT given FROM candidate WHERE row IN (SELECT value FROM json_each(?1))",
        Look::Words,
    ),
    (
        "SELECT family FROM candidate WHERE row IN (SELECT value FROM json_each(?1))",
        Look::Words,
    ),
    (
        "SELECT preferred_name FROM candidate WHERE row IN (SELECT value FROM json_each(?1))",
        Look::Words,
    ),
    (
        "SELECT postcode FROM candidate WHERE row IN (SELECT value FROM json_each(?1))",
        Look::Whole,
    ),
    (
        "SELECT address FROM candidate WHERE row IN (SELECT value FROM json_each(?1))",
        Look::Pieces,
    ),
    (
        "SELECT address FROM candidate_email WHERE candidate IN (SELECT value FROM json_each(?1))",
        Look::Whole,
    ),
    (
        "SELECT number FROM candidate_phone WHERE candidate IN (SELECT value FROM json_each(?1))",
        Look::Whole,
    ),
    (
        "SELECT key FROM candidate_phone WHERE candidate IN (SELECT value FROM json_each(?1))",
        Look::Whole,
    ),
    (
        "SELECT merit FROM reserve_entry WHERE candidate IN (SELECT value FROM json_each(?1))",
        Look::Pieces,
    ),
    (
        "SELECT reference FROM hold WHERE candidate IN (SELECT value FROM json_each(?1))",
        Look::Pieces,
    ),
];

impl Tx<'_> {
    /// Adds the words of people, by which they will be searched for.
    pub(super) fn gather_tokens(
        &self,
        rows: &[i64],
        tokens: &mut Tokens,
    ) -> Result<(), StoreError> {
        let rows = json_rows(rows.iter().copied());
        for (sql, look) in COLUMNS {
            let mut statement = self.sql().prepare_cached(sql)?;
            let mut found = statement.query([&rows])?;
            while let Some(row) = found.next()? {
                let Some(text) = row
                    .get_ref(0)?
                    .as_str_or_null()
                    .map_err(rusqlite::Error::from)?
                else {
                    continue;
                };
                match look {
                    Look::Whole => tokens.add(text),
                    Look::Words => tokens.add_words(text),
                    Look::Pieces => tokens.add_prose(text),
                }
            }
        }
        Ok(())
    }

    /// Counts what may stay (ANO-01): for each application the source, the stage reached and the reason, by the
    /// quarter of its outcome; for someone who never applied the source, by the quarter they came in. Of fewer than
    /// five people at once, neither stage nor reason (ANO-03).
    pub(super) fn count_statistics(&self, rows: &[i64]) -> Result<(), StoreError> {
        self.publish_statistics()?;
        let few = rows.len() < FEWEST_IN_BATCH;
        let rows = json_rows(rows.iter().copied());
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
                     SELECT coalesce(application.outcome_on, :today) AS day, candidate.source,
                            application.stage_reached,
                            coalesce(application.reason, application.outcome, :undecided) AS reason
                     FROM application
                     JOIN candidate ON candidate.row = application.candidate
                     WHERE application.candidate IN (SELECT value FROM json_each(:rows))
                     UNION ALL
                     SELECT candidate.received_on, candidate.source, :none, :never_applied
                     FROM candidate
                     WHERE candidate.row IN (SELECT value FROM json_each(:rows))
                       AND NOT EXISTS (SELECT 1 FROM application WHERE application.candidate = candidate.row)
                 )
                 WHERE true
                 GROUP BY 1, 2, 3, 4, 5
                 ON CONFLICT (counted_in, quarter, source, stage_reached, reason)
                     DO UPDATE SET number = number + excluded.number",
            )?
            .execute(named_params! {
                ":counted_in": Quarter::of(self.today()).to_string(),
                ":rows": rows,
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
