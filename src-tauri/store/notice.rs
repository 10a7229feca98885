//! The privacy notice: its versions, which are never changed, and who was given which.

mod give;
mod lacking;

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, ManageAccounts, Permit, Sight};
use domain::clock::london_date;
use domain::id::CandidateId;
use domain::notice::{NoticeChannel, NoticeExemption, NoticeItem, NoticeText, OnRecord, Told};
use domain::source::SourceCategory;
use domain::text::Line;
use rusqlite::{OptionalExtension, Row, named_params};
use serde_json as json;

use crate::column::{At, Day, Id, count, day, decode, joined, line, lines, prose};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

pub use lacking::{GivenToMany, Lacking};

/// A version of the notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeVersion {
    /// Its number.
    pub version: u32,
    /// What it says.
    pub notice: NoticeText,
    /// The name of whoever added it.
    pub added_by: Line,
    /// When.
    pub added_at: DateTime<Utc>,
    /// How many people who are here were given it.
    pub given: u64,
}

/// That somebody was given a version, or need not be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeGiven {
    /// What is recorded.
    pub what: GivenWhat,
    /// The day.
    pub on: NaiveDate,
    /// The name of whoever recorded it.
    pub recorded_by: Line,
    /// When.
    pub recorded_at: DateTime<Utc>,
}

/// What is recorded of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GivenWhat {
    /// They were given a version.
    Version {
        /// Which.
        version: u32,
        /// How.
        channel: NoticeChannel,
    },
    /// They need not be.
    Exempt {
        /// Why.
        exemption: NoticeExemption,
        /// Why that holds of them.
        reason: Line,
    },
}

const UNREADABLE: StoreError = StoreError::Unreadable {
    column: "notice_version.contains",
};

fn version(row: &Row<'_>) -> Result<NoticeVersion, StoreError> {
    let (text, contains): (String, String) = (row.get("text")?, row.get("contains")?);
    let (related, name): (String, String) = (row.get("related")?, row.get("name")?);
    let contains: Vec<String> = json::from_str(&contains).map_err(|_error| UNREADABLE)?;
    let contains: Option<BTreeSet<NoticeItem>> = contains
        .iter()
        .map(|code| NoticeItem::from_code(code))
        .collect();
    Ok(NoticeVersion {
        version: row.get("version")?,
        notice: NoticeText {
            text: prose("notice_version.text", &text)?,
            in_force_from: row.get::<_, Day>("in_force_from")?.0,
            contains: decode("notice_version.contains", contains)?,
            related: lines("notice_version.related", &related)?,
        },
        added_by: line("account.name", &name)?,
        added_at: row.get::<_, At>("added_at")?.0,
        given: count(row.get("given")?),
    })
}

fn given(row: &Row<'_>) -> Result<NoticeGiven, StoreError> {
    let version: Option<u32> = row.get("version")?;
    let name: String = row.get("name")?;
    let what = if let Some(version) = version {
        let channel: String = row.get("channel")?;
        GivenWhat::Version {
            version,
            channel: decode("notice_given.channel", NoticeChannel::from_code(&channel))?,
        }
    } else {
        let (exemption, reason): (String, String) = (row.get("exemption")?, row.get("reason")?);
        GivenWhat::Exempt {
            exemption: decode(
                "notice_given.exemption",
                NoticeExemption::from_code(&exemption),
            )?,
            reason: line("notice_given.reason", &reason)?,
        }
    };
    Ok(NoticeGiven {
        what,
        on: row.get::<_, Day>("given_on")?.0,
        recorded_by: line("account.name", &name)?,
        recorded_at: row.get::<_, At>("recorded_at")?.0,
    })
}

impl Records<'_> {
    /// Every version of the notice, the latest first. They hold nothing of anybody; the permit shows that the asker has to
    /// do with them.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] when one can't be read.
    pub fn notice_versions<A: Action>(
        &self,
        _permit: &Permit<A>,
    ) -> Result<Vec<NoticeVersion>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT version, text, in_force_from, contains, related, notice_version.added_at, account.name,
                    (SELECT count(*) FROM notice_given WHERE notice_given.version = notice_version.version) AS given
             FROM notice_version
             JOIN account ON account.row = notice_version.added_by
             ORDER BY version DESC",
        )?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(version(row)?);
        }
        Ok(found)
    }

    /// The numbers of the versions and the first day of each, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn notice_days(&self) -> Result<Vec<(u32, NaiveDate)>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT version, in_force_from FROM notice_version ORDER BY version DESC",
        )?;
        let found = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, Day>(1)?.0)))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// What the permit's candidate was given, the latest first; none without full sight.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate.
    pub fn notices_given<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Vec<NoticeGiven>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        match permit.sight() {
            Sight::Blind | Sight::NameOnly => return Ok(Vec::new()),
            Sight::Full => {}
        }
        let mut statement = self.connection().prepare_cached(
            "SELECT notice_given.version, notice_given.given_on, notice_given.channel, notice_given.exemption,
                    notice_given.reason, notice_given.recorded_at, account.name
             FROM candidate
             JOIN notice_given ON notice_given.candidate = candidate.row
             JOIN account ON account.row = notice_given.recorded_by
             WHERE candidate.id = ?1
             ORDER BY notice_given.given_on DESC, notice_given.row DESC",
        )?;
        let mut rows = statement.query([Id(candidate.uuid())])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(given(row)?);
        }
        Ok(found)
    }

    /// What the rules of the notice need to know of a candidate. Days and kinds: nothing that tells who they are.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they are gone.
    pub fn notice_facts(&self, candidate: CandidateId) -> Result<(OnRecord, Told), StoreError> {
        let found = self
            .connection()
            .prepare_cached(
                "SELECT source, received_on, notice_given_on,
                        EXISTS (
                            SELECT 1
                            FROM notice_given
                            WHERE notice_given.candidate = candidate.row AND notice_given.exemption IS NOT NULL
                        ) AS exempt,
                        (SELECT min(message.at)
                         FROM document
                         JOIN message ON message.document = document.row
                         WHERE document.candidate = candidate.row AND message.direction = 'out') AS contacted_at,
                        (SELECT min(disclosed_on)
                         FROM disclosure
                         WHERE disclosure.candidate = candidate.row) AS disclosed_on
                 FROM candidate
                 WHERE id = ?1",
            )?
            .query_row([Id(candidate.uuid())], |row| {
                let source: String = row.get("source")?;
                let record = OnRecord {
                    given_on: day(row.get("notice_given_on")?),
                    exempt: row.get("exempt")?,
                };
                let contacted: Option<At> = row.get("contacted_at")?;
                let dates = (
                    row.get::<_, Day>("received_on")?.0,
                    contacted.map(|at| london_date(at.0)),
                    day(row.get("disclosed_on")?),
                );
                Ok((source, record, dates))
            })
            .optional()?;
        let (source, record, (obtained_on, contacted_on, disclosed_on)) =
            found.ok_or(StoreError::NotFound)?;
        let told = Told {
            source: decode("candidate.source", SourceCategory::from_code(&source))?,
            obtained_on,
            contacted_on,
            disclosed_on,
        };
        Ok((record, told))
    }
}

impl Tx<'_> {
    /// Adds the next version of the notice, and answers with its number.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another was added since the one that was seen; nought where none was.
    pub fn add_notice(
        &self,
        _permit: &Permit<ManageAccounts>,
        notice: &NoticeText,
        seen: u32,
    ) -> Result<u32, StoreError> {
        let latest: u32 = self
            .sql()
            .prepare_cached("SELECT coalesce(max(version), 0) FROM notice_version")?
            .query_row([], |row| row.get(0))?;
        if latest != seen {
            return Err(StoreError::Stale { revision: latest });
        }
        let version = latest.saturating_add(1);
        let contains: Vec<&str> = notice.contains.iter().map(|item| item.code()).collect();
        self.sql()
            .prepare_cached(
                "INSERT INTO notice_version (version, text, in_force_from, contains, related, added_by, added_at)
                 VALUES (:version, :text, :in_force_from, :contains, :related, :added_by, :added_at)",
            )?
            .execute(named_params! {
                ":version": version,
                ":text": notice.text.as_str(),
                ":in_force_from": Day(notice.in_force_from),
                ":contains": json::to_string(&contains).map_err(|_error| UNREADABLE)?,
                ":related": joined(&notice.related),
                ":added_by": self.actor_row()?,
                ":added_at": At(self.at()),
            })?;
        Ok(version)
    }
}
