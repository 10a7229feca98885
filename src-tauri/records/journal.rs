//! The journal as it is read: who did what, when, newest first, in sentences of this program's own words.
//!
//! An entry holds no person's words, so neither does what is made of it: a candidate is *a candidate*, and
//! whoever may open the record finds the name there.

mod sentence;

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use domain::access;
use domain::clock::london_date;
use domain::id::{
    AccountId, CandidateId, ComplaintId, ErasureId, ImportId, IncidentId, RightsRequestId,
    VacancyId,
};
use serde::{Deserialize, Serialize};
use store::{About, JournalFilter, StoreError};

use crate::desk::ReadDesk;
use crate::error::Error;
use crate::view::Nothing;

pub use sentence::JournalKind;

/// How many entries a page has.
const PAGE: u32 = 100;

/// Reads a page of the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReadJournal {
    /// Nothing before this day.
    pub from: Option<NaiveDate>,
    /// Nothing after this day.
    pub until: Option<NaiveDate>,
    /// Only what this account did.
    pub by: Option<AccountId>,
    /// Only this kind of action.
    pub kind: Option<JournalKind>,
    /// Only what is about this kind of record.
    pub about: Option<AboutKind>,
    /// Only entries before this place: the `more` of the page before.
    pub before: Option<i64>,
}

/// A page of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct JournalPage {
    /// Newest first.
    pub rows: Vec<JournalRow>,
    /// Where the next page begins, where there may be one.
    pub more: Option<i64>,
    /// Whose entries can be asked for, by name.
    pub people: Vec<JournalPerson>,
}

/// An account, to ask for its entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct JournalPerson {
    /// The account.
    pub account: AccountId,
    /// Its name.
    pub name: String,
}

/// An entry of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct JournalRow {
    /// Its place in the journal, from 1.
    pub place: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// The day in London.
    pub day: NaiveDate,
    /// Who; `None` for what the program did by itself.
    pub by: Option<String>,
    /// What kind of action; `None` for one this version has no words for.
    pub kind: Option<JournalKind>,
    /// What was done, in one sentence without a name of a candidate.
    pub sentence: String,
    /// What it was done to.
    pub about: Option<JournalAbout>,
}

/// What an entry is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum JournalAbout {
    /// A candidate.
    Candidate {
        /// Which.
        candidate: CandidateId,
        /// Whether the record is here and this viewer may open it.
        opens: bool,
    },
    /// A vacancy.
    Vacancy {
        /// Which.
        vacancy: VacancyId,
        /// Its title, where it is here and this viewer may open it.
        title: Option<String>,
    },
    /// An account.
    Account {
        /// Which.
        account: AccountId,
        /// Its name, where it is here.
        name: Option<String>,
    },
    /// An import.
    Import {
        /// Which.
        import: ImportId,
    },
    /// An erasure.
    Erasure {
        /// Which.
        erasure: ErasureId,
    },
    /// An incident.
    Incident {
        /// Which.
        incident: IncidentId,
    },
    /// A request of somebody about their data.
    Request {
        /// Which.
        request: RightsRequestId,
    },
    /// A complaint.
    Complaint {
        /// Which.
        complaint: ComplaintId,
    },
}

/// The kinds of record an entry can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum AboutKind {
    /// A candidate.
    Candidate,
    /// A vacancy.
    Vacancy,
    /// An account.
    Account,
    /// An import.
    Import,
    /// An erasure.
    Erasure,
    /// An incident.
    Incident,
    /// A request of somebody about their data.
    Request,
    /// A complaint.
    Complaint,
}

impl AboutKind {
    /// The word the journal holds.
    const fn word(self) -> &'static str {
        match self {
            Self::Candidate => "candidate",
            Self::Vacancy => "vacancy",
            Self::Account => "account",
            Self::Import => "import",
            Self::Erasure => "erasure",
            Self::Incident => "incident",
            Self::Request => "request",
            Self::Complaint => "complaint",
        }
    }
}

/// Whether the journal is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct JournalCheck {
    /// How many entries it has.
    pub entries: i64,
    /// The first entry that does not follow from the one before it, if any.
    pub broken_at: Option<i64>,
}

/// A page of the journal.
///
/// # Errors
/// A refusal for those who may not read the journal.
pub fn read(desk: &ReadDesk<'_>, request: ReadJournal) -> Result<JournalPage, Error> {
    let permit = desk.permit_on_organisation::<access::ReadJournal>()?;
    let actions = request.kind.map(JournalKind::actions);
    let filter = JournalFilter {
        from: request.from.map(begins),
        before: request.until.and_then(|day| day.succ_opt()).map(begins),
        actor: request.by,
        actions: actions.as_deref(),
        about: request.about.map(AboutKind::word),
    };
    let found = desk
        .records
        .journal_page(&permit, &filter, request.before, PAGE)?;
    let full = found.len() >= usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = found.last().filter(|_| full).map(|entry| entry.seq);
    let names = desk.names()?;
    let mut known = HashMap::new();
    let mut rows = Vec::with_capacity(found.len());
    for entry in found {
        let told = sentence::tell(&entry.action, &entry.detail);
        let about = match entry.about {
            Some(about) => Some(whom(desk, &names, &mut known, about)?),
            None => None,
        };
        rows.push(JournalRow {
            place: entry.seq,
            at: entry.at,
            day: london_date(entry.at),
            by: entry.actor.map(|actor| {
                names
                    .get(&actor)
                    .cloned()
                    .unwrap_or_else(|| "An account that is gone".to_owned())
            }),
            kind: told.kind,
            sentence: told.sentence,
            about,
        });
    }
    let mut people: Vec<_> = names
        .into_iter()
        .map(|(account, name)| JournalPerson { account, name })
        .collect();
    people.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(JournalPage { rows, more, people })
}

/// Walks the journal's chain from the first entry to the last.
///
/// # Errors
/// A refusal for those who may not read the journal.
pub fn check(desk: &ReadDesk<'_>, _: Nothing) -> Result<JournalCheck, Error> {
    let permit = desk.permit_on_organisation::<access::ReadJournal>()?;
    let entries = desk.records.journal_head()?.seq;
    let broken_at = match desk.records.verify_journal(&permit) {
        Ok(_) => None,
        Err(StoreError::Journal { seq }) => Some(seq),
        Err(error) => return Err(error.into()),
    };
    Ok(JournalCheck { entries, broken_at })
}

/// What an entry is about, as this viewer may know it. What was worked out before is kept in `known`.
fn whom(
    desk: &ReadDesk<'_>,
    names: &BTreeMap<AccountId, String>,
    known: &mut HashMap<About, JournalAbout>,
    about: About,
) -> Result<JournalAbout, Error> {
    if let Some(found) = known.get(&about) {
        return Ok(found.clone());
    }
    let told = match about {
        About::Candidate(candidate) => JournalAbout::Candidate {
            candidate,
            opens: desk
                .permit_on_candidate::<access::ReadCandidate>(candidate)
                .map_or_else(not_here, |_| Ok(true))?,
        },
        About::Vacancy(vacancy) => {
            let title = match desk.permit_on_vacancy::<access::ReadVacancy>(vacancy) {
                Ok(permit) => Some(desk.records.vacancy(&permit)?.details.title.into()),
                Err(error) => not_here(error).map(|_| None)?,
            };
            JournalAbout::Vacancy { vacancy, title }
        }
        About::Account(account) => JournalAbout::Account {
            account,
            name: names.get(&account).cloned(),
        },
        About::Import(import) => JournalAbout::Import { import },
        About::Erasure(erasure) => JournalAbout::Erasure { erasure },
        About::Incident(incident) => JournalAbout::Incident { incident },
        About::Request(request) => JournalAbout::Request { request },
        About::Complaint(complaint) => JournalAbout::Complaint { complaint },
    };
    known.insert(about, told.clone());
    Ok(told)
}

/// That a record is gone, or not the viewer's to open, is an answer here; anything else is a failure.
fn not_here(error: Error) -> Result<bool, Error> {
    match error {
        Error::NotFound | Error::Refused(_) => Ok(false),
        other @ (Error::Rule { .. }
        | Error::Stale
        | Error::Invalid(_)
        | Error::Import(_)
        | Error::Page(_)
        | Error::Cancelled
        | Error::Backup(_)
        | Error::Open(_)
        | Error::Store(_)) => Err(other),
    }
}

/// The instant at which a day begins in London.
fn begins(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN).and_utc();
    // In summer it is the hour before.
    let earlier = midnight
        .checked_sub_signed(TimeDelta::hours(1))
        .unwrap_or(midnight);
    if london_date(earlier) == day {
        earlier
    } else {
        midnight
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_london() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        for (asked, instant) in [
            ("2026-01-15", "2026-01-15T00:00:00+00:00"),
            ("2026-07-15", "2026-07-14T23:00:00+00:00"),
            ("2026-03-29", "2026-03-29T00:00:00+00:00"),
            ("2026-10-25", "2026-10-24T23:00:00+00:00"),
        ] {
            assert_eq!(begins(day(asked)).to_rfc3339(), instant, "{asked}");
        }
    }
}
