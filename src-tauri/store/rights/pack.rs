//! Everything that is held of one person, table by table, as it is put together for them (UK GDPR Art 15). A test holds this
//! against the schema: a table that leads to a person and is not here fails it.

mod source;
mod tables;
mod words;

use domain::access::{DataClass, KeepRegisters, Permit, Reach, ReadCandidate, Sight};
use domain::document::{DocumentKind, MediaType};
use domain::id::{AccountId, CandidateId, DocumentId, InterviewId};
use rusqlite::named_params;
use rusqlite::types::ValueRef;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::candidate::person_name;
use crate::column::{Id, decode};
use crate::document::MessageContent;
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Store;

use source::Source;
use tables::TABLES;
use words::{mark_word, recommendation_word};

pub use words::flat;

/// What is held of one person.
#[derive(Debug, Default)]
pub struct Pack {
    /// Table by table, in the order it is told.
    pub tables: Vec<PackTable>,
    /// The files of documents.
    pub files: Vec<PackFile>,
    /// What is held and can't be given by the program, by kind.
    pub withheld: Vec<WithheldPart>,
}

/// One table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackTable {
    /// Its name in the schema.
    pub table: &'static str,
    /// What it is, in words.
    pub title: &'static str,
    /// The class that says who sees it.
    pub class: DataClass,
    /// Its lines.
    pub lines: Vec<PackLine>,
}

/// One line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackLine {
    /// Which: stays the same from one time to the next, and tells nothing.
    pub key: String,
    /// What it says.
    pub values: Vec<PackValue>,
}

/// One thing a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackValue {
    /// Its name.
    pub label: String,
    /// What it says.
    pub value: String,
    /// Whether somebody wrote it, so that it may name others.
    pub free: bool,
}

impl PackValue {
    fn new(label: &str, value: impl Into<String>, free: bool) -> Self {
        Self {
            label: label.to_owned(),
            value: value.into(),
            free,
        }
    }
}

/// The file of a document.
#[derive(Debug)]
pub struct PackFile {
    /// Which document.
    pub id: DocumentId,
    /// What it is.
    pub kind: DocumentKind,
    /// What its file is.
    pub media: MediaType,
    /// The file.
    pub content: Zeroizing<Vec<u8>>,
    /// Its words as they are searched, where any could be read.
    pub words: Option<Zeroizing<String>>,
}

/// A kind of thing that is held and not given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WithheldPart {
    /// What it is, without a word of it.
    pub kind: String,
    /// Why.
    pub because: String,
    /// How many.
    pub count: usize,
}

/// Somebody else whose name may stand in what is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherName {
    /// Their given names, where they are known.
    pub given: Option<String>,
    /// Their family name.
    pub family: String,
    /// Whether they are of the staff.
    pub staff: bool,
    /// Whether they applied to a vacancy that this person applied to, or are of the staff: a part of their name is
    /// looked for too.
    pub near: bool,
}

fn whole(permit: &Permit<ReadCandidate>) -> Result<CandidateId, StoreError> {
    if permit.sight() != Sight::Full || *permit.scope().reach() != Reach::Everything {
        return Err(StoreError::WrongSubject);
    }
    permit.candidate().ok_or(StoreError::WrongSubject)
}

impl Records<'_> {
    /// Everybody else who is known here, to look for their names in what is held of the permit's candidate.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit does not reach everything.
    pub fn other_names(
        &self,
        _permit: &Permit<KeepRegisters>,
        of: &Permit<ReadCandidate>,
    ) -> Result<Vec<OtherName>, StoreError> {
        let candidate = self.candidate_row(whole(of)?)?;
        let mut statement = self.connection().prepare_cached(
            "SELECT candidate.title, candidate.given, candidate.family, candidate.preferred_name,
                    EXISTS (
                        SELECT 1
                        FROM application AS theirs
                        JOIN application AS own ON own.vacancy = theirs.vacancy AND own.candidate = ?1
                        WHERE theirs.candidate = candidate.row
                    ) AS near
             FROM candidate
             WHERE candidate.row <> ?1",
        )?;
        let mut rows = statement.query([candidate])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let name = person_name(row)?;
            found.push(OtherName {
                given: name.given.map(Into::into),
                family: name.family.into(),
                staff: false,
                near: row.get("near")?,
            });
        }
        for account in self.accounts()? {
            let name: String = account.name.into();
            let (given, family) = match name.rsplit_once(' ') {
                Some((given, family)) => (Some(given.to_owned()), family.to_owned()),
                None => (None, name),
            };
            found.push(OtherName {
                given,
                family,
                staff: true,
                near: true,
            });
        }
        Ok(found)
    }

    fn pack_table(
        &self,
        source: &Source,
        candidate: i64,
        id: CandidateId,
    ) -> Result<PackTable, StoreError> {
        let mut statement = self.connection().prepare_cached(&source.sql())?;
        let labels: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let parameters = statement.parameter_count();
        let mut rows = if parameters == 2 {
            statement.query(named_params! { ":candidate": candidate, ":id": Id(id.uuid()) })?
        } else {
            statement.query(named_params! { ":candidate": candidate })?
        };
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            let mut values = Vec::new();
            for (place, label) in labels.iter().enumerate().skip(1) {
                let text = match row.get_ref(place)? {
                    ValueRef::Null | ValueRef::Blob(_) => continue,
                    ValueRef::Integer(number) => number.to_string(),
                    ValueRef::Real(number) => number.to_string(),
                    ValueRef::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
                };
                if text.is_empty() {
                    continue;
                }
                values.push(match label.split_at_checked(1) {
                    Some(("*", label)) => PackValue::new(label, text, true),
                    Some(("~", label)) => PackValue::new(label, text.replace('-', " "), false),
                    Some(("=", label)) => PackValue::new(label, flat(&text), false),
                    Some(_) | None => PackValue::new(label, text, false),
                });
            }
            let key = match row.get_ref(0)? {
                ValueRef::Integer(number) => number.to_string(),
                ValueRef::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
                ValueRef::Null | ValueRef::Blob(_) | ValueRef::Real(_) => String::new(),
            };
            lines.push(PackLine {
                key: format!("{}/{key}", source.table),
                values,
            });
        }
        Ok(PackTable {
            table: source.table,
            title: source.title,
            class: source.class,
            lines,
        })
    }
}

impl Store {
    /// Puts together what is held of the permit's candidate, but for what is sealed to compartments. Which of it may be
    /// given by whoever puts it together is for the caller to say, and so is noting that it was.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit does not reach everything, [`StoreError::Damaged`] when something does not
    /// decrypt.
    pub fn pack(
        &mut self,
        _permit: &Permit<KeepRegisters>,
        of: &Permit<ReadCandidate>,
    ) -> Result<Pack, StoreError> {
        let candidate = whole(of)?;
        let row = self.records().candidate_row(candidate)?;
        let mut pack = Pack::default();
        for source in TABLES {
            let mut table = self.records().pack_table(source, row, candidate)?;
            if source.table == "message" {
                self.add_messages(candidate, &mut table)?;
            }
            if source.table == "feedback" {
                self.add_feedback(of, &mut table)?;
            }
            pack.tables.push(table);
        }
        pack.files = self.pack_files(candidate, row)?;
        let drafts: i64 = self
            .writer
            .prepare_cached(
                "SELECT count(*)
                 FROM feedback_draft
                 JOIN interview ON interview.row = feedback_draft.interview
                 JOIN application ON application.row = interview.application
                 WHERE application.candidate = ?1",
            )?
            .query_row([row], |row| row.get(0))?;
        if let Some(count) = usize::try_from(drafts).ok().filter(|count| *count > 0) {
            pack.withheld.push(WithheldPart {
                kind: "drafts of feedback".to_owned(),
                because: "sealed to whoever writes them, and not submitted; to be added by them"
                    .to_owned(),
                count,
            });
        }
        Ok(pack)
    }

    /// The words of messages, and of drafts of them.
    fn add_messages(
        &self,
        candidate: CandidateId,
        table: &mut PackTable,
    ) -> Result<(), StoreError> {
        for line in &mut table.lines {
            let Some((_, key)) = line.key.split_once('/') else {
                continue;
            };
            let id = Uuid::parse_str(key).map_err(|_error| StoreError::Damaged)?;
            let content = self.message_words(candidate, DocumentId::from_uuid(id))?;
            for (label, text) in [
                ("With", &content.with),
                ("Subject", &content.subject),
                ("Text", &content.body),
            ] {
                if !text.is_empty() {
                    line.values.push(PackValue::new(label, text.as_str(), true));
                }
            }
        }
        Ok(())
    }

    fn message_words(
        &self,
        candidate: CandidateId,
        message: DocumentId,
    ) -> Result<MessageContent, StoreError> {
        MessageContent::from_bytes(&self.decrypted(candidate, message)?)
    }

    /// What interviewers submitted, every version.
    fn add_feedback(
        &self,
        of: &Permit<ReadCandidate>,
        table: &mut PackTable,
    ) -> Result<(), StoreError> {
        for line in &mut table.lines {
            let mut parts = line.key.split('/').skip(1);
            let mut id = || Uuid::parse_str(parts.next()?).ok();
            let interview = InterviewId::from_uuid(id().ok_or(StoreError::Damaged)?);
            let account = AccountId::from_uuid(id().ok_or(StoreError::Damaged)?);
            let version = line.key.rsplit('/').next().unwrap_or_default().to_owned();
            let found = self.feedback(of, interview, |whose| whose == account)?;
            let Some(found) = found
                .into_iter()
                .find(|known| known.version.to_string() == version)
            else {
                continue;
            };
            for score in &found.card.scores {
                let what: Option<String> = self
                    .writer
                    .prepare_cached("SELECT what FROM criterion WHERE id = ?1")?
                    .query_row([Id(score.criterion.uuid())], |row| row.get(0))
                    .ok();
                let what = what.unwrap_or_else(|| "A criterion".to_owned());
                if let Some(mark) = score.mark {
                    line.values
                        .push(PackValue::new(&what, mark_word(mark), false));
                }
                if !score.evidence.as_str().is_empty() {
                    line.values.push(PackValue::new(
                        &format!("{what}: evidence"),
                        score.evidence.as_str(),
                        true,
                    ));
                }
            }
            if let Some(recommendation) = found.card.recommendation {
                let word = recommendation_word(recommendation);
                line.values
                    .push(PackValue::new("Recommendation", word, false));
            }
            if !found.card.summary.as_str().is_empty() {
                line.values
                    .push(PackValue::new("Summary", found.card.summary.as_str(), true));
            }
        }
        Ok(())
    }

    fn pack_files(&self, candidate: CandidateId, row: i64) -> Result<Vec<PackFile>, StoreError> {
        let mut statement = self.writer.prepare_cached(
            "SELECT document.id, document.kind, document.media_type, document_text.body
             FROM document
             LEFT JOIN document_text ON document_text.document = document.row
             WHERE document.candidate = ?1 AND document.kind <> 'message'
             ORDER BY document.row",
        )?;
        let mut rows = statement.query([row])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let id = DocumentId::from_uuid(row.get::<_, Id>(0)?.0);
            let (kind, media): (String, String) = (row.get(1)?, row.get(2)?);
            found.push(PackFile {
                id,
                kind: decode("document.kind", DocumentKind::from_code(&kind))?,
                media: decode("document.media_type", MediaType::from_code(&media))?,
                content: self.decrypted(candidate, id)?,
                words: row.get::<_, Option<String>>(3)?.map(Zeroizing::new),
            });
        }
        Ok(found)
    }
}
