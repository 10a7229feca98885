//! Documents: the file encrypted under the candidate's own key and bound to its id; its words beside it, to be
//! searched.

mod message;

use chrono::{DateTime, Utc};
use domain::access::{Action, EditCandidate, Permit, ReadCandidate};
use domain::document::{DocumentKind, FileName, MediaType};
use domain::id::{AccountId, ApplicationId, CandidateId, DocumentId};
use domain::text::{Line, fold};
use rusqlite::{OptionalExtension, Row, named_params};
use zeroize::Zeroizing;

use crate::column::{At, Id, count, decode, optional_line};
use crate::connection;
use crate::data_map::{DOCUMENT_MAP, SearchIndex};
use crate::error::StoreError;
use crate::journal::{About, Detail, Entry};
use crate::read::Records;
use crate::write::{Store, Tx};

pub use message::{MessageContent, MessageDraftRecord, MessageRecord, NewMessage, SealedMessage};

/// The most of a document's words that are kept to be searched, in bytes: a book of a thousand pages.
const MOST_TEXT: usize = 2 << 20;

/// A document, without its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRecord {
    /// Its id.
    pub id: DocumentId,
    /// The application it was collected for; `None` for the person's own.
    pub application: Option<ApplicationId>,
    /// What it is.
    pub kind: DocumentKind,
    /// What it is, where the kind does not say it.
    pub label: Option<Line>,
    /// What its file was called.
    pub file_name: FileName,
    /// What its file is.
    pub media: MediaType,
    /// The size of its file.
    pub bytes: u64,
    /// Whether words of it could be read.
    pub has_text: bool,
    /// Who added it.
    pub added_by: AccountId,
    /// When.
    pub added_at: DateTime<Utc>,
}

/// A document to be kept.
#[derive(Debug)]
pub struct NewDocument {
    /// The application it was collected for; `None` for the person's own.
    pub application: Option<ApplicationId>,
    /// What it is.
    pub kind: DocumentKind,
    /// What it is, where the kind is [`DocumentKind::Other`]; `None` where it is another.
    pub label: Option<Line>,
    /// What its file was called.
    pub file_name: FileName,
    /// What its file is.
    pub media: MediaType,
    /// The file.
    pub content: Zeroizing<Vec<u8>>,
    /// Its words, where any could be read.
    pub text: Option<Zeroizing<String>>,
}

/// A document whose file is encrypted, to be put in.
#[derive(Debug)]
pub struct SealedDocument {
    id: DocumentId,
    new: NewDocument,
    content: Vec<u8>,
}

/// What a file is bound to, so that it cannot be put into another document's or person's place.
fn bound(candidate: CandidateId, document: DocumentId) -> Vec<u8> {
    [
        b"document".as_slice(),
        candidate.uuid().as_bytes(),
        document.uuid().as_bytes(),
    ]
    .concat()
}

const COLUMNS: &str = "document.id, application.id AS application_id, document.kind, document.label,
                       document.file_name, document.media_type, document.bytes, account.id AS adder,
                       document.added_at,
                       EXISTS (SELECT 1 FROM document_text WHERE document_text.document = document.row) AS has_text
                FROM candidate
                JOIN document ON document.candidate = candidate.row
                JOIN account ON account.row = document.added_by
                LEFT JOIN application ON application.row = document.application
                WHERE candidate.id = :candidate
                  AND document.kind <> 'message'
                  AND (:seen IS NULL OR document.application IS NULL
                       OR application.vacancy IN (SELECT value FROM json_each(:seen)))";

fn record(row: &Row<'_>) -> Result<DocumentRecord, StoreError> {
    let (kind, media): (String, String) = (row.get("kind")?, row.get("media_type")?);
    let name: String = row.get("file_name")?;
    Ok(DocumentRecord {
        id: DocumentId::from_uuid(row.get::<_, Id>("id")?.0),
        application: row
            .get::<_, Option<Id>>("application_id")?
            .map(|id| ApplicationId::from_uuid(id.0)),
        kind: decode("document.kind", DocumentKind::from_code(&kind))?,
        label: optional_line("document.label", row.get("label")?)?,
        file_name: decode("document.file_name", FileName::parse(&name).ok())?,
        media: decode("document.media_type", MediaType::from_code(&media))?,
        bytes: count(row.get("bytes")?),
        has_text: row.get("has_text")?,
        added_by: AccountId::from_uuid(row.get::<_, Id>("adder")?.0),
        added_at: row.get::<_, At>("added_at")?.0,
    })
}

impl Records<'_> {
    /// The documents of the permit's candidate, the latest first: those of applications in its scope, and the person's
    /// own. Messages are none of these ([`Self::messages`]). Which classes of them may be shown is for the caller to say.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate.
    pub fn documents<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Vec<DocumentRecord>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let seen = self.scope_rows(permit.scope())?.seen;
        let mut statement = self
            .connection()
            .prepare_cached(&format!("SELECT {COLUMNS} ORDER BY document.row DESC"))?;
        let mut rows =
            statement.query(named_params! { ":candidate": Id(candidate.uuid()), ":seen": seen })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(record(row)?);
        }
        Ok(found)
    }

    /// One document of the permit's candidate, within its scope.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs, or outside the scope.
    pub fn document<A: Action>(
        &self,
        permit: &Permit<A>,
        document: DocumentId,
    ) -> Result<DocumentRecord, StoreError> {
        let found = self
            .documents(permit)?
            .into_iter()
            .find(|known| known.id == document);
        found.ok_or(StoreError::NotFound)
    }
}

impl Store {
    /// Encrypts a document's file under the key of the permit's candidate, which is made where there is none.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate, or what making a key says.
    pub fn seal_document(
        &mut self,
        permit: &Permit<EditCandidate>,
        new: NewDocument,
        at: DateTime<Utc>,
    ) -> Result<SealedDocument, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let id = DocumentId::new(at);
        let content = self
            .subjects
            .get_or_make(candidate)?
            .encrypt(&bound(candidate, id), &new.content)?;
        Ok(SealedDocument { id, new, content })
    }

    /// The file of a document of the permit's candidate. That it was opened, and by whom, is journalled first.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs, or outside the permit's scope; [`StoreError::Damaged`] when it
    /// does not decrypt.
    pub fn open_document(
        &mut self,
        permit: &Permit<ReadCandidate>,
        document: DocumentId,
        at: DateTime<Utc>,
    ) -> Result<(DocumentRecord, Zeroizing<Vec<u8>>), StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let record = self.read(|records| records.document(permit, document))?;
        let entry = about(candidate, "open-document", record.kind);
        self.note(Some(permit.actor()), at, entry)?;
        let content = self.decrypted(candidate, document)?;
        Ok((record, content))
    }

    /// What a document's file is.
    pub(crate) fn decrypted(
        &self,
        candidate: CandidateId,
        document: DocumentId,
    ) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let content: Vec<u8> = self
            .writer
            .prepare_cached(
                "SELECT document_content.sealed
                 FROM document
                 JOIN document_content ON document_content.document = document.row
                 WHERE document.id = ?1",
            )?
            .query_row([Id(document.uuid())], |row| row.get(0))
            .optional()?
            .ok_or(StoreError::NotFound)?;
        self.subjects
            .get(candidate)
            .ok_or(StoreError::Damaged)?
            .decrypt(&bound(candidate, document), &content)
    }

    /// Takes one document of the permit's candidate out before its day.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs, [`StoreError::OnHold`] while a legal hold stands.
    pub fn remove_document(
        &mut self,
        permit: &Permit<EditCandidate>,
        document: DocumentId,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        self.write(permit, at, |tx| {
            let found = tx.records().document(permit, document)?;
            let row: i64 = tx
                .sql()
                .prepare_cached("SELECT row FROM document WHERE id = ?1")?
                .query_row([Id(document.uuid())], |row| row.get(0))?;
            tx.delete_mapped(DOCUMENT_MAP, &[row], SearchIndex::Cleaned)?;
            tx.touch(tx.records().candidate_row(candidate)?);
            Ok::<_, StoreError>(((), about(candidate, "remove-document", found.kind)))
        })?;
        self.empty_after_removal()
    }

    /// After something that was encrypted went: the key, where nothing else needs it, and the log.
    pub(crate) fn empty_after_removal(&mut self) -> Result<(), StoreError> {
        self.forget_subjects()?;
        match connection::checkpoint(&self.writer) {
            // Somebody reads just now: what the log still holds of it goes when the store is closed.
            Err(StoreError::Busy) => Ok(()),
            emptied => emptied,
        }
    }
}

/// What the journal says of a document: neither its name nor its label.
fn about(candidate: CandidateId, action: &'static str, kind: DocumentKind) -> Entry {
    Entry::new(action)
        .about(About::Candidate(candidate))
        .with("kind", Detail::Word(kind.code()))
}

impl Tx<'_> {
    /// Puts a document of the permit's candidate in.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they are gone, or the application is not theirs.
    pub fn insert_document(
        &self,
        permit: &Permit<EditCandidate>,
        document: &SealedDocument,
    ) -> Result<DocumentId, StoreError> {
        let candidate = self
            .records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)?;
        let SealedDocument { id, new, content } = document;
        let application = new
            .application
            .map(|application| self.application_of(candidate, application))
            .transpose()?;
        self.sql()
            .prepare_cached(
                "INSERT INTO document (id, candidate, application, kind, label, file_name, media_type, bytes, added_by,
                                       added_at)
                 VALUES (:id, :candidate, :application, :kind, :label, :file_name, :media_type, :bytes, :added_by,
                         :added_at)",
            )?
            .execute(named_params! {
                ":id": Id(id.uuid()),
                ":candidate": candidate,
                ":application": application,
                ":kind": new.kind.code(),
                ":label": new.label.as_ref().map(Line::as_str),
                ":file_name": new.file_name.as_str(),
                ":media_type": new.media.code(),
                ":bytes": i64::try_from(new.content.len()).unwrap_or(i64::MAX),
                ":added_by": self.actor_row()?,
                ":added_at": At(self.at()),
            })?;
        let row = self.sql().last_insert_rowid();
        self.sql()
            .prepare_cached("INSERT INTO document_content (document, sealed) VALUES (?1, ?2)")?
            .execute(rusqlite::params![row, content])?;
        if let Some(text) = &new.text {
            self.put_document_text(row, text)?;
        }
        self.touch(candidate);
        Ok(*id)
    }

    fn put_document_text(&self, document: i64, text: &str) -> Result<(), StoreError> {
        let folded = Zeroizing::new(fold(text));
        let body = folded
            .get(..folded.floor_char_boundary(MOST_TEXT))
            .unwrap_or_default();
        if body.is_empty() {
            return Ok(());
        }
        self.sql()
            .prepare_cached("INSERT INTO document_text (document, body) VALUES (?1, ?2)")?
            .execute(rusqlite::params![document, body])?;
        self.sql()
            .prepare_cached("INSERT INTO document_search (rowid, body) VALUES (?1, ?2)")?
            .execute(rusqlite::params![document, body])?;
        Ok(())
    }

    /// Deletes every document of a candidate, and gives how many there were.
    pub(crate) fn delete_documents_of_person(&self, candidate: i64) -> Result<usize, StoreError> {
        let mut statement = self
            .sql()
            .prepare_cached("SELECT row FROM document WHERE candidate = ?1")?;
        let rows: Vec<i64> = statement
            .query_map([candidate], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        self.delete_mapped(DOCUMENT_MAP, &rows, SearchIndex::Cleaned)?;
        Ok(rows.len())
    }
}
