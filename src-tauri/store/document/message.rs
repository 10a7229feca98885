//! Messages from and to a candidate, and drafts of them. Each is a document of the kind [`DocumentKind::Message`], so that
//! it is encrypted, dated, held, erased and searched for as documents are; what it says besides stands in `message`.

use chrono::{DateTime, Utc};
use domain::access::{Action, EditCandidate, Permit, ReadCandidate};
use domain::correspondence::{MessageChannel, MessageDirection, MessagePurpose};
use domain::document::{DocumentKind, FileName, MediaType};
use domain::id::{AccountId, ApplicationId, CandidateId, DocumentId};
use rusqlite::{OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::{NewDocument, SealedDocument, bound};
use crate::column::{At, Id, decode};
use crate::data_map::{DOCUMENT_MAP, SearchIndex};
use crate::error::StoreError;
use crate::journal::{About, Detail, Entry};
use crate::keys::without_secrets;
use crate::read::Records;
use crate::write::{Store, Tx};

/// A message, without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageRecord {
    /// Its id.
    pub id: DocumentId,
    /// The application it is about; `None` where it is about none, or several.
    pub application: Option<ApplicationId>,
    /// Which way it went.
    pub direction: MessageDirection,
    /// How.
    pub channel: MessageChannel,
    /// What for.
    pub purpose: MessagePurpose,
    /// When.
    pub at: DateTime<Utc>,
    /// Who recorded or sent it.
    pub added_by: AccountId,
}

/// A draft, without its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageDraftRecord {
    /// Its id.
    pub id: DocumentId,
    /// The application it is about.
    pub application: Option<ApplicationId>,
    /// What for.
    pub purpose: MessagePurpose,
}

/// The words of a message.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct MessageContent {
    /// The address it went to or came from, or the name of who spoke; empty where nobody said.
    pub with: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// When it was last written, in seconds since 1970.
    pub saved_at: i64,
}

without_secrets!(MessageContent);

impl MessageContent {
    fn to_bytes(&self) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let bytes = serde_json::to_vec(self).map_err(|_error| StoreError::Damaged)?;
        Ok(Zeroizing::new(bytes))
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, StoreError> {
        serde_json::from_slice(bytes).map_err(|_error| StoreError::Damaged)
    }
}

/// A message to be kept.
#[derive(Debug)]
pub struct NewMessage {
    /// The application it is about.
    pub application: Option<ApplicationId>,
    /// Which way it went.
    pub direction: MessageDirection,
    /// How.
    pub channel: MessageChannel,
    /// What for.
    pub purpose: MessagePurpose,
    /// When; `None` for a draft.
    pub at: Option<DateTime<Utc>>,
    /// Its words.
    pub content: MessageContent,
}

/// A message whose words are encrypted, to be put in.
#[derive(Debug)]
pub struct SealedMessage {
    document: SealedDocument,
    direction: MessageDirection,
    channel: MessageChannel,
    purpose: MessagePurpose,
    at: Option<DateTime<Utc>>,
}

const COLUMNS: &str =
    "document.id, application.id AS application_id, message.direction, message.channel,
                       message.purpose, message.at, account.id AS adder
                FROM candidate
                JOIN document ON document.candidate = candidate.row
                JOIN message ON message.document = document.row
                JOIN account ON account.row = document.added_by
                LEFT JOIN application ON application.row = document.application
                WHERE candidate.id = :candidate";

fn application(row: &Row<'_>) -> Result<Option<ApplicationId>, StoreError> {
    let id = row.get::<_, Option<Id>>("application_id")?;
    Ok(id.map(|id| ApplicationId::from_uuid(id.0)))
}

fn purpose(row: &Row<'_>) -> Result<MessagePurpose, StoreError> {
    let purpose: String = row.get("purpose")?;
    decode("message.purpose", MessagePurpose::from_code(&purpose))
}

fn record(row: &Row<'_>) -> Result<MessageRecord, StoreError> {
    let (direction, channel): (String, String) = (row.get("direction")?, row.get("channel")?);
    Ok(MessageRecord {
        id: DocumentId::from_uuid(row.get::<_, Id>("id")?.0),
        application: application(row)?,
        direction: decode("message.direction", MessageDirection::from_code(&direction))?,
        channel: decode("message.channel", MessageChannel::from_code(&channel))?,
        purpose: purpose(row)?,
        at: row.get::<_, At>("at")?.0,
        added_by: AccountId::from_uuid(row.get::<_, Id>("adder")?.0),
    })
}

impl Records<'_> {
    /// The messages of the permit's candidate, the latest first: those about applications in its scope, and about none.
    /// Whether they may be shown is for the caller to say.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate.
    pub fn messages<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Vec<MessageRecord>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let seen = self.scope_rows(permit.scope())?.seen;
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT {COLUMNS}
               AND message.at IS NOT NULL
               AND (:seen IS NULL OR document.application IS NULL
                    OR application.vacancy IN (SELECT value FROM json_each(:seen)))
             ORDER BY message.at DESC, document.row DESC"
        ))?;
        let mut rows =
            statement.query(named_params! { ":candidate": Id(candidate.uuid()), ":seen": seen })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(record(row)?);
        }
        Ok(found)
    }

    /// One message of the permit's candidate, within its scope.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs, or outside the scope.
    pub fn message<A: Action>(
        &self,
        permit: &Permit<A>,
        message: DocumentId,
    ) -> Result<MessageRecord, StoreError> {
        let found = self
            .messages(permit)?
            .into_iter()
            .find(|known| known.id == message);
        found.ok_or(StoreError::NotFound)
    }

    /// The draft of a message to the permit's candidate that its actor writes.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate.
    pub fn draft<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Option<MessageDraftRecord>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT {COLUMNS} AND message.at IS NULL AND account.id = :actor"
        ))?;
        let mut rows = statement.query(named_params! {
            ":candidate": Id(candidate.uuid()),
            ":actor": Id(permit.actor().uuid()),
        })?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        Ok(Some(MessageDraftRecord {
            id: DocumentId::from_uuid(row.get::<_, Id>("id")?.0),
            application: application(row)?,
            purpose: purpose(row)?,
        }))
    }
}

impl Store {
    /// Encrypts a message under the key of the permit's candidate, which is made where there is none.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate, or what making a key says.
    pub fn seal_message(
        &mut self,
        permit: &Permit<EditCandidate>,
        new: &NewMessage,
        at: DateTime<Utc>,
    ) -> Result<SealedMessage, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let id = DocumentId::new(at);
        let plain = new.content.to_bytes()?;
        let content = self
            .subjects
            .get_or_make(candidate)?
            .encrypt(&bound(candidate, id), &plain)?;
        // A name is searched for when the document goes: this one is nobody else's, and tells nothing.
        let name = id.uuid().simple().to_string();
        let document = NewDocument {
            application: new.application,
            kind: DocumentKind::Message,
            label: None,
            file_name: decode("document.file_name", FileName::parse(&name).ok())?,
            media: MediaType::Text,
            content: plain,
            text: None,
        };
        Ok(SealedMessage {
            document: SealedDocument {
                id,
                new: document,
                content,
            },
            direction: new.direction,
            channel: new.channel,
            purpose: new.purpose,
            at: new.at,
        })
    }

    /// A message of the permit's candidate with its words. That it was opened, and by whom, is journalled first.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs, or outside the permit's scope; [`StoreError::Damaged`] when it
    /// does not decrypt.
    pub fn open_message(
        &mut self,
        permit: &Permit<ReadCandidate>,
        message: DocumentId,
        at: DateTime<Utc>,
    ) -> Result<(MessageRecord, MessageContent), StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let record = self.read(|records| records.message(permit, message))?;
        let entry = about(candidate, "open-message", record.purpose);
        self.note(Some(permit.actor()), at, entry)?;
        let content = MessageContent::from_bytes(&self.decrypted(candidate, message)?)?;
        Ok((record, content))
    }

    /// The draft that the permit's actor writes to its candidate, with its words.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when it does not decrypt.
    pub fn open_draft(
        &mut self,
        permit: &Permit<EditCandidate>,
    ) -> Result<Option<(MessageDraftRecord, MessageContent)>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let Some(draft) = self.read(|records| records.draft(permit))? else {
            return Ok(None);
        };
        let content = MessageContent::from_bytes(&self.decrypted(candidate, draft.id)?)?;
        Ok(Some((draft, content)))
    }

    /// Keeps a draft: the one that the permit's actor writes to its candidate, or a new one. That it was begun is in the
    /// journal; that it was written on is not.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the candidate is gone, or the application is not theirs.
    pub fn keep_draft(
        &mut self,
        permit: &Permit<EditCandidate>,
        new: &NewMessage,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let Some(draft) = self.read(|records| records.draft(permit))? else {
            let sealed = self.seal_message(permit, new, at)?;
            return self.write(permit, at, |tx| {
                tx.insert_message(permit, &sealed)?;
                Ok(((), about(candidate, "begin-message", new.purpose)))
            });
        };
        let (sealed, bytes) = self.resealed(candidate, draft.id, &new.content)?;
        self.rewrite_draft(permit.actor(), at, |tx| {
            let row = tx.records().candidate_row(candidate)?;
            let application = new
                .application
                .map(|application| tx.application_of(row, application))
                .transpose()?;
            tx.put_draft(draft.id, application, new.purpose, (&sealed, bytes))?;
            if draft.application != new.application {
                tx.touch(row);
            }
            Ok(())
        })
    }

    fn resealed(
        &mut self,
        candidate: CandidateId,
        draft: DocumentId,
        content: &MessageContent,
    ) -> Result<(Vec<u8>, i64), StoreError> {
        let plain = content.to_bytes()?;
        let bytes = i64::try_from(plain.len()).unwrap_or(i64::MAX);
        let key = self.subjects.get_or_make(candidate)?;
        Ok((key.encrypt(&bound(candidate, draft), &plain)?, bytes))
    }

    /// Makes the draft of the permit's actor a message that went out.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no draft.
    pub fn send_draft(
        &mut self,
        permit: &Permit<EditCandidate>,
        content: &MessageContent,
        entry: impl FnOnce(Entry) -> Entry,
        at: DateTime<Utc>,
    ) -> Result<DocumentId, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let draft = self
            .read(|records| records.draft(permit))?
            .ok_or(StoreError::NotFound)?;
        let (sealed, bytes) = self.resealed(candidate, draft.id, content)?;
        self.write(permit, at, |tx| {
            let row = tx.records().candidate_row(candidate)?;
            let application = draft
                .application
                .map(|application| tx.application_of(row, application))
                .transpose()?;
            tx.put_draft(draft.id, application, draft.purpose, (&sealed, bytes))?;
            tx.sql()
                .prepare_cached(
                    "UPDATE message
                     SET at = ?2
                     WHERE document = (SELECT row FROM document WHERE id = ?1)",
                )?
                .execute(rusqlite::params![Id(draft.id.uuid()), At(at)])?;
            Ok((
                draft.id,
                entry(about(candidate, "send-message", draft.purpose)),
            ))
        })
    }

    /// Throws the draft of the permit's actor away, if there is one.
    ///
    /// # Errors
    /// [`StoreError::OnHold`] while a legal hold stands.
    pub fn discard_draft(
        &mut self,
        permit: &Permit<EditCandidate>,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        match self.read(|records| records.draft(permit))? {
            Some(draft) => self.take_out(permit, draft.id, "discard-message", draft.purpose, at),
            None => Ok(()),
        }
    }

    /// Takes one message of the permit's candidate out before its day.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs, [`StoreError::OnHold`] while a legal hold stands.
    pub fn remove_message(
        &mut self,
        permit: &Permit<EditCandidate>,
        message: DocumentId,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let found = self.read(|records| records.message(permit, message))?;
        self.take_out(permit, message, "remove-message", found.purpose, at)
    }

    fn take_out(
        &mut self,
        permit: &Permit<EditCandidate>,
        message: DocumentId,
        action: &'static str,
        purpose: MessagePurpose,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        self.write(permit, at, |tx| {
            let row: i64 = tx
                .sql()
                .prepare_cached("SELECT row FROM document WHERE id = ?1")?
                .query_row([Id(message.uuid())], |row| row.get(0))
                .optional()?
                .ok_or(StoreError::NotFound)?;
            tx.delete_mapped(DOCUMENT_MAP, &[row], SearchIndex::Cleaned)?;
            tx.touch(tx.records().candidate_row(candidate)?);
            Ok::<_, StoreError>(((), about(candidate, action, purpose)))
        })?;
        self.empty_after_removal()
    }
}

/// What the journal says of a message: none of its words.
fn about(candidate: CandidateId, action: &'static str, purpose: MessagePurpose) -> Entry {
    Entry::new(action)
        .about(About::Candidate(candidate))
        .with("message", Detail::Word(purpose.code()))
}

impl Tx<'_> {
    /// Puts a message of the permit's candidate in.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they are gone, or the application is not theirs.
    pub fn insert_message(
        &self,
        permit: &Permit<EditCandidate>,
        message: &SealedMessage,
    ) -> Result<DocumentId, StoreError> {
        let id = self.insert_document(permit, &message.document)?;
        self.sql()
            .prepare_cached(
                "INSERT INTO message (document, direction, channel, purpose, at)
                 SELECT row, :direction, :channel, :purpose, :at
                 FROM document
                 WHERE id = :id",
            )?
            .execute(named_params! {
                ":id": Id(id.uuid()),
                ":direction": message.direction.code(),
                ":channel": message.channel.code(),
                ":purpose": message.purpose.code(),
                ":at": message.at.map(At),
            })?;
        Ok(id)
    }

    /// Puts other words into a draft.
    fn put_draft(
        &self,
        draft: DocumentId,
        application: Option<i64>,
        purpose: MessagePurpose,
        (sealed, bytes): (&[u8], i64),
    ) -> Result<(), StoreError> {
        self.sql()
            .prepare_cached("UPDATE document SET application = ?2, bytes = ?3 WHERE id = ?1")?
            .execute(rusqlite::params![Id(draft.uuid()), application, bytes])?;
        self.sql()
            .prepare_cached(
                "UPDATE document_content
                 SET sealed = ?2
                 WHERE document = (SELECT row FROM document WHERE id = ?1)",
            )?
            .execute(rusqlite::params![Id(draft.uuid()), sealed])?;
        self.sql()
            .prepare_cached(
                "UPDATE message
                 SET purpose = ?2
                 WHERE document = (SELECT row FROM document WHERE id = ?1)",
            )?
            .execute(rusqlite::params![Id(draft.uuid()), purpose.code()])?;
        Ok(())
    }
}
