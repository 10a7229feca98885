//! The journal: one entry for every change, each bound to the one before by its hash.
//!
//! An entry says who did what to which record, with details that are numbers, dates, ids and words of this
//! program; there is no way to put a person's words in. So erasing a person never rewrites history. The chain
//! makes a change of an old entry evident; it does not prevent it, and a database put back as a whole verifies
//! too, which is why the head is also kept outside ([`crate::head`]).

use std::fmt::Write as _;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Permit, ReadJournal};
use domain::id::{
    AccountId, CandidateId, ComplaintId, ErasureId, ImportId, IncidentId, RightsRequestId,
    VacancyId,
};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::column::{At, Id};
use crate::error::StoreError;
use crate::read::Records;

/// The hash before the first entry.
pub(crate) const GENESIS: [u8; 32] = [0; 32];

/// Keeps the hash of a journal entry apart from any other hash this program makes.
const DOMAIN: &[u8] = b"fairhold/journal/1";

/// What an entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// A candidate.
    Candidate(CandidateId),
    /// A vacancy.
    Vacancy(VacancyId),
    /// An account.
    Account(AccountId),
    /// An import.
    Import(ImportId),
    /// An erasure.
    Erasure(ErasureId),
    /// An incident.
    Incident(IncidentId),
    /// A request of somebody about their data.
    Request(RightsRequestId),
    /// A complaint.
    Complaint(ComplaintId),
}

impl About {
    const fn parts(self) -> (&'static str, Uuid) {
        match self {
            Self::Candidate(id) => ("candidate", id.uuid()),
            Self::Vacancy(id) => ("vacancy", id.uuid()),
            Self::Account(id) => ("account", id.uuid()),
            Self::Import(id) => ("import", id.uuid()),
            Self::Erasure(id) => ("erasure", id.uuid()),
            Self::Incident(id) => ("incident", id.uuid()),
            Self::Request(id) => ("request", id.uuid()),
            Self::Complaint(id) => ("complaint", id.uuid()),
        }
    }

    fn from_parts(kind: &str, id: Uuid) -> Option<Self> {
        match kind {
            "candidate" => Some(Self::Candidate(CandidateId::from_uuid(id))),
            "vacancy" => Some(Self::Vacancy(VacancyId::from_uuid(id))),
            "account" => Some(Self::Account(AccountId::from_uuid(id))),
            "import" => Some(Self::Import(ImportId::from_uuid(id))),
            "erasure" => Some(Self::Erasure(ErasureId::from_uuid(id))),
            "incident" => Some(Self::Incident(IncidentId::from_uuid(id))),
            "request" => Some(Self::Request(RightsRequestId::from_uuid(id))),
            "complaint" => Some(Self::Complaint(ComplaintId::from_uuid(id))),
            _ => None,
        }
    }
}

/// A detail of an entry: nothing a person wrote fits in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// A number.
    Number(u64),
    /// A word of this program, such as a stage's code.
    Word(&'static str),
    /// A day.
    Day(NaiveDate),
    /// An id.
    Id(Uuid),
    /// The SHA-256 of something that is kept elsewhere, such as a file that was imported.
    Hash([u8; 32]),
}

/// What a change says of itself. [`crate::Store::write`] commits only with one.
#[derive(Clone, Debug)]
pub struct Entry {
    action: &'static str,
    about: Option<About>,
    detail: Vec<(&'static str, Detail)>,
}

impl Entry {
    /// An entry for an action, named verb first: `move-application`.
    pub const fn new(action: &'static str) -> Self {
        Self {
            action,
            about: None,
            detail: Vec::new(),
        }
    }

    /// Names what the entry is about.
    #[must_use]
    pub const fn about(mut self, about: About) -> Self {
        self.about = Some(about);
        self
    }

    /// Adds a detail.
    #[must_use]
    pub fn with(mut self, name: &'static str, detail: Detail) -> Self {
        self.detail.push((name, detail));
        self
    }

    /// The details as JSON, in the order they were added.
    fn detail_text(&self) -> String {
        let mut text = String::from("{");
        for (position, (name, detail)) in self.detail.iter().enumerate() {
            if position > 0 {
                text.push(',');
            }
            // Names and words are constants of this program without quotes or backslashes; writing to a
            // string does not fail.
            let written = match detail {
                Detail::Number(number) => write!(text, "\"{name}\":{number}"),
                Detail::Word(word) => write!(text, "\"{name}\":\"{word}\""),
                Detail::Day(day) => write!(text, "\"{name}\":\"{day}\""),
                Detail::Id(id) => write!(text, "\"{name}\":\"{id}\""),
                Detail::Hash(hash) => write!(text, "\"{name}\":\"{}\"", hex::encode(hash)),
            };
            debug_assert!(written.is_ok(), "a string takes what is written to it");
        }
        text.push('}');
        text
    }
}

/// The last entry's place and hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many entries there are.
    pub seq: i64,
    /// The hash of the last.
    pub hash: [u8; 32],
}

impl Head {
    /// That of a journal without entries.
    pub(crate) const NONE: Self = Self {
        seq: 0,
        hash: GENESIS,
    };
}

/// One entry as it stands in the journal.
#[derive(Clone, Debug)]
pub struct JournalRow {
    /// Its place, from 1.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; `None` for what the program does by itself.
    pub actor: Option<AccountId>,
    /// What.
    pub action: String,
    /// To what.
    pub about: Option<About>,
    /// Details as JSON.
    pub detail: String,
}

/// Which entries to read. Nothing asked for is everything.
#[derive(Clone, Copy, Debug, Default)]
pub struct JournalFilter<'a> {
    /// From this instant on.
    pub from: Option<DateTime<Utc>>,
    /// Before this instant.
    pub before: Option<DateTime<Utc>>,
    /// By this account.
    pub actor: Option<AccountId>,
    /// With one of these actions.
    pub actions: Option<&'a [&'static str]>,
    /// About a record of this kind, by the journal's word for it.
    pub about: Option<&'static str>,
}

struct Link<'a> {
    seq: i64,
    at: i64,
    actor: Option<&'a [u8]>,
    action: &'a str,
    subject_kind: Option<&'a str>,
    subject: Option<&'a [u8]>,
    detail: &'a str,
}

impl Link<'_> {
    /// Every field with its length before it, so that no two entries hash the same text.
    fn hash(&self, prev: &[u8]) -> [u8; 32] {
        let mut hasher = Sha256::new();
        hasher.update(DOMAIN);
        hasher.update(prev);
        hasher.update(self.seq.to_be_bytes());
        hasher.update(self.at.to_be_bytes());
        let fields: [Option<&[u8]>; 5] = [
            self.actor,
            Some(self.action.as_bytes()),
            self.subject_kind.map(str::as_bytes),
            self.subject,
            Some(self.detail.as_bytes()),
        ];
        for field in fields {
            match field {
                Some(bytes) => {
                    hasher.update([1]);
                    hasher.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
                    hasher.update(bytes);
                }
                None => hasher.update([0]),
            }
        }
        hasher.finalize().into()
    }
}

/// The journal's head as the database has it.
pub(crate) fn head(connection: &Connection) -> Result<Head, StoreError> {
    let found = connection
        .prepare_cached(
            "SELECT seq, hash
             FROM journal
             ORDER BY seq DESC
             LIMIT 1",
        )?
        .query_row([], |row| {
            Ok(Head {
                seq: row.get("seq")?,
                hash: row.get("hash")?,
            })
        })
        .optional()?;
    Ok(found.unwrap_or(Head::NONE))
}

/// Adds an entry, in the transaction of the change it is about.
pub(crate) fn append(
    connection: &Connection,
    actor: Option<AccountId>,
    at: DateTime<Utc>,
    entry: &Entry,
) -> Result<Head, StoreError> {
    let before = head(connection)?;
    let seq = before.seq.saturating_add(1);
    let actor = actor.map(|actor| actor.uuid().into_bytes());
    let parts = entry.about.map(About::parts);
    let subject = parts.map(|(_, id)| id.into_bytes());
    let detail = entry.detail_text();
    let link = Link {
        seq,
        at: at.timestamp_millis(),
        actor: actor.as_ref().map(<[u8; 16]>::as_slice),
        action: entry.action,
        subject_kind: parts.map(|(kind, _)| kind),
        subject: subject.as_ref().map(<[u8; 16]>::as_slice),
        detail: &detail,
    };
    let hash = link.hash(&before.hash);
    connection
        .prepare_cached(
            "INSERT INTO journal (seq, at, actor, action, subject_kind, subject, detail, prev, hash)
             VALUES (:seq, :at, :actor, :action, :subject_kind, :subject, :detail, :prev, :hash)",
        )?
        .execute(named_params! {
            ":seq": link.seq,
            ":at": link.at,
            ":actor": link.actor,
            ":action": link.action,
            ":subject_kind": link.subject_kind,
            ":subject": link.subject,
            ":detail": link.detail,
            ":prev": before.hash,
            ":hash": hash,
        })?;
    Ok(Head { seq, hash })
}

/// Walks the whole chain and gives its head.
pub(crate) fn verify(connection: &Connection) -> Result<Head, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, at, actor, action, subject_kind, subject, detail, prev, hash
         FROM journal
         ORDER BY seq",
    )?;
    let mut rows = statement.query([])?;
    let mut head = Head::NONE;
    while let Some(row) = rows.next()? {
        let expected = head.seq.saturating_add(1);
        let broken = |_| StoreError::Journal { seq: expected };
        let link = Link {
            seq: row.get("seq").map_err(broken)?,
            at: row.get("at").map_err(broken)?,
            actor: row
                .get_ref("actor")?
                .as_blob_or_null()
                .map_err(|_error| StoreError::Journal { seq: expected })?,
            action: row
                .get_ref("action")?
                .as_str()
                .map_err(|_error| StoreError::Journal { seq: expected })?,
            subject_kind: row
                .get_ref("subject_kind")?
                .as_str_or_null()
                .map_err(|_error| StoreError::Journal { seq: expected })?,
            subject: row
                .get_ref("subject")?
                .as_blob_or_null()
                .map_err(|_error| StoreError::Journal { seq: expected })?,
            detail: row
                .get_ref("detail")?
                .as_str()
                .map_err(|_error| StoreError::Journal { seq: expected })?,
        };
        let prev: [u8; 32] = row.get("prev").map_err(broken)?;
        let hash: [u8; 32] = row.get("hash").map_err(broken)?;
        if link.seq != expected || prev != head.hash || link.hash(&prev) != hash {
            return Err(StoreError::Journal { seq: expected });
        }
        head = Head {
            seq: expected,
            hash,
        };
    }
    Ok(head)
}

fn journal_row(row: &Row<'_>) -> rusqlite::Result<JournalRow> {
    let kind: Option<String> = row.get("subject_kind")?;
    let subject: Option<Id> = row.get("subject")?;
    Ok(JournalRow {
        seq: row.get("seq")?,
        at: row.get::<_, At>("at")?.0,
        actor: row
            .get::<_, Option<Id>>("actor")?
            .map(|id| AccountId::from_uuid(id.0)),
        action: row.get("action")?,
        about: kind
            .zip(subject)
            .and_then(|(kind, id)| About::from_parts(&kind, id.0)),
        detail: row.get("detail")?,
    })
}

/// Words of this program, which hold no quotes or backslashes, as a JSON list.
fn json_words(words: &[&'static str]) -> String {
    let mut text = String::from("[");
    for (position, word) in words.iter().enumerate() {
        if position > 0 {
            text.push(',');
        }
        text.push('"');
        text.push_str(word);
        text.push('"');
    }
    text.push(']');
    text
}

impl Records<'_> {
    /// The journal's newest entries that fit, or those before a place, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn journal_page(
        &self,
        _permit: &Permit<ReadJournal>,
        filter: &JournalFilter<'_>,
        before: Option<i64>,
        most: u32,
    ) -> Result<Vec<JournalRow>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT seq, at, actor, action, subject_kind, subject, detail
             FROM journal
             WHERE seq < :before
               AND (:from IS NULL OR at >= :from)
               AND (:until IS NULL OR at < :until)
               AND (:actor IS NULL OR actor = :actor)
               AND (:actions IS NULL OR action IN (SELECT value FROM json_each(:actions)))
               AND (:about IS NULL OR subject_kind = :about)
             ORDER BY seq DESC
             LIMIT :most",
        )?;
        let actions = filter.actions.map(json_words);
        let rows = statement.query_map(
            named_params! {
                ":before": before.unwrap_or(i64::MAX),
                ":from": filter.from.map(At),
                ":until": filter.before.map(At),
                ":actor": filter.actor.map(|actor| Id(actor.uuid())),
                ":actions": actions,
                ":about": filter.about,
                ":most": most,
            },
            journal_row,
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Walks the chain from the first entry to the last, and gives the journal's head.
    ///
    /// # Errors
    /// [`StoreError::Journal`] with the first entry that does not follow, or [`StoreError`] when the read fails.
    pub fn verify_journal(&self, _permit: &Permit<ReadJournal>) -> Result<Head, StoreError> {
        verify(self.connection())
    }

    /// The journal's head.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn journal_head(&self) -> Result<Head, StoreError> {
        head(self.connection())
    }
}
