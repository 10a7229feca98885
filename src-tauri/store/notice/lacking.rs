//! Of whom nothing is recorded, by where their details came from; and recording it of many at once.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::{KeepRegisters, ListCandidates, Permit};
use domain::clock::london_date;
use domain::notice::{NoticeChannel, Told, may_be_given};
use domain::source::SourceCategory;
use rusqlite::Row;

use crate::candidate::{CandidateFilter, CandidateSort, Direction, SortBy};
use crate::column::{At, Day, count, decode, json_rows};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// People of one source of whom nothing is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// How many.
    pub number: u64,
    /// What the first of their days follows from: the earliest day of any of them, each by itself.
    pub first: Told,
}

/// What recording it of many did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GivenToMany {
    /// Of how many it was recorded.
    pub given: u64,
    /// How many it could not be true of: the version was not in force yet, or their details came in later.
    pub left_out: u64,
}

/// Who lacks it, the ones who came in first at the head.
fn lacking(source: Option<SourceCategory>) -> (CandidateFilter, CandidateSort) {
    let filter = CandidateFilter {
        source,
        lacks_notice: true,
        ..CandidateFilter::default()
    };
    let sort = CandidateSort {
        by: SortBy::Added,
        direction: Direction::Ascending,
    };
    (filter, sort)
}

fn source(row: &Row<'_>) -> Result<SourceCategory, StoreError> {
    let source: String = row.get("source")?;
    decode("candidate.source", SourceCategory::from_code(&source))
}

impl Records<'_> {
    /// Those in the permit's scope of whom nothing says that they were given the notice, or need not be, by where their
    /// details came from.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn lacking_notice(
        &self,
        permit: &Permit<ListCandidates>,
    ) -> Result<BTreeMap<SourceCategory, Lacking>, StoreError> {
        let (filter, sort) = lacking(None);
        let list = self.candidate_list(permit, &filter, sort)?;
        if list.is_empty() {
            return Ok(BTreeMap::new());
        }
        let rows = json_rows(list.into_rows());
        let mut found = BTreeMap::new();
        self.by_source(
            "SELECT source, count(*) AS number, min(received_on) AS received_on
             FROM candidate
             WHERE row IN (SELECT value FROM json_each(?1))
             GROUP BY source",
            &rows,
            |source, row| {
                let lacking = Lacking {
                    number: count(row.get("number")?),
                    first: Told {
                        source,
                        obtained_on: row.get::<_, Day>("received_on")?.0,
                        contacted_on: None,
                        disclosed_on: None,
                    },
                };
                found.insert(source, lacking);
                Ok(())
            },
        )?;
        self.by_source(
            "SELECT candidate.source, min(message.at) AS contacted_at
             FROM message
             JOIN document ON document.row = message.document
             JOIN candidate ON candidate.row = document.candidate
             WHERE message.direction = 'out' AND message.at IS NOT NULL
               AND candidate.row IN (SELECT value FROM json_each(?1))
             GROUP BY candidate.source",
            &rows,
            |source, row| {
                let at = row.get::<_, At>("contacted_at")?.0;
                if let Some(lacking) = found.get_mut(&source) {
                    lacking.first.contacted_on = Some(london_date(at));
                }
                Ok(())
            },
        )?;
        self.by_source(
            "SELECT candidate.source, min(disclosure.disclosed_on) AS disclosed_on
             FROM disclosure
             JOIN candidate ON candidate.row = disclosure.candidate
             WHERE candidate.row IN (SELECT value FROM json_each(?1))
             GROUP BY candidate.source",
            &rows,
            |source, row| {
                let on = row.get::<_, Day>("disclosed_on")?.0;
                if let Some(lacking) = found.get_mut(&source) {
                    lacking.first.disclosed_on = Some(on);
                }
                Ok(())
            },
        )?;
        Ok(found)
    }

    fn by_source(
        &self,
        sql: &str,
        rows: &str,
        mut take: impl FnMut(SourceCategory, &Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection().prepare_cached(sql)?;
        let mut found = statement.query([rows])?;
        while let Some(row) = found.next()? {
            take(source(row)?, row)?;
        }
        Ok(())
    }
}

impl Tx<'_> {
    /// Records that everybody of a source of whom nothing is recorded was given a version: on one day, or, without one, on
    /// the day their details came in, with the form. Whom it could not be true of are left out.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when they are not as many as were seen.
    pub fn give_notice_to_many(
        &self,
        _permit: &Permit<KeepRegisters>,
        listing: &Permit<ListCandidates>,
        source: SourceCategory,
        seen: u32,
        (version, in_force_from): (u32, NaiveDate),
        (on, channel): (Option<NaiveDate>, NoticeChannel),
    ) -> Result<GivenToMany, StoreError> {
        let (filter, sort) = lacking(Some(source));
        let rows = self
            .records()
            .candidate_list(listing, &filter, sort)?
            .into_rows();
        let number = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        if number != seen {
            return Err(StoreError::Stale { revision: number });
        }
        let mut done = GivenToMany::default();
        for candidate in rows {
            let received_on = self
                .sql()
                .prepare_cached("SELECT received_on FROM candidate WHERE row = ?1")?
                .query_row([candidate], |row| row.get::<_, Day>(0))?
                .0;
            let on = on.unwrap_or(received_on);
            let count = if may_be_given(in_force_from, received_on, on).is_ok() {
                self.put_notice(candidate, version, on, channel)?;
                &mut done.given
            } else {
                &mut done.left_out
            };
            *count = count.saturating_add(1);
        }
        Ok(done)
    }
}
