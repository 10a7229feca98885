//! Documents: chosen by the system's dialog or dropped on the window, shown in it, opened by the system's programs.

use std::path::Path;
use std::sync::Arc;

use domain::document::FileName;
use records::document::{self, NewFile, OneDocument, ShowDocument, ShownDocument};
use records::view::{Done, Nothing};

use super::Shell;
use super::shown::Looked;
use crate::ipc::error::IpcError;
use crate::ipc::status::{AddDocuments, AddedDocuments, FileNotTaken, OpenedDocument};
use crate::{dialog, papers};

/// What a file is called, without what would mislead whoever reads it.
pub(super) fn called(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    FileName::parse(&name).map_or_else(|_error| String::new(), Into::into)
}

impl Shell {
    /// Adds files as documents: those that were dropped on the window, or those that it asks for. Whether that may be is
    /// asked first. Files that can't be taken are named in the answer, and the others are added.
    pub(crate) async fn add_documents(
        &self,
        request: AddDocuments,
    ) -> Result<AddedDocuments, IpcError> {
        const COMMAND: &str = "add_documents";
        let AddDocuments { details, dropped } = request;
        self.read_noted(COMMAND, document::check, details.clone())
            .await?;
        let paths = if dropped {
            self.dropped.take()
        } else {
            dialog::choose_documents(&self.app).await
        };
        let mut not_taken = Vec::new();
        let mut files = Vec::new();
        for path in paths {
            let name = called(&path);
            match self.blocking(move || NewFile::read(&path)).await {
                Ok(file) => files.push(file),
                Err(IpcError::Invalid { fields }) => {
                    not_taken.extend(fields.into_iter().map(|field| FileNotTaken {
                        name: name.clone(),
                        because: field.problem,
                    }));
                }
                Err(error) => return Err(error),
            }
        }
        let added = u32::try_from(files.len()).unwrap_or(u32::MAX);
        if added > 0 {
            self.write(
                COMMAND,
                |desk, (details, files)| document::add(desk, details, files),
                (details, files),
            )
            .await?;
        }
        Ok(AddedDocuments { added, not_taken })
    }

    /// Shows a part of a document. Its file stays in memory for the parts that follow, until another one is shown, it is
    /// closed, or the window is locked.
    pub(crate) async fn show_document(
        &self,
        request: ShowDocument,
    ) -> Result<ShownDocument, IpcError> {
        const COMMAND: &str = "show_document";
        let which = request.which();
        let looked = Looked::Document(which);
        let file = if let Some(file) = self.shown.of(looked) {
            self.read_noted(COMMAND, document::check_seen, which)
                .await?;
            file
        } else {
            let file = Arc::new(self.write(COMMAND, document::read, which).await?);
            self.shown.keep(looked, Arc::clone(&file));
            file
        };
        if self.current().is_none() {
            self.shown.forget();
            return Err(IpcError::Locked);
        }
        self.blocking(move || Ok(document::show(&file, request.part)))
            .await
    }

    /// Forgets the document that was shown.
    #[expect(clippy::unused_async, reason = "every command is called alike")]
    pub(crate) async fn close_document(&self, _: Nothing) -> Result<Nothing, IpcError> {
        self.shown.forget();
        Ok(Nothing {})
    }

    /// Opens a document in the program that the system has for its kind.
    pub(crate) async fn open_document(
        &self,
        request: OneDocument,
    ) -> Result<OpenedDocument, IpcError> {
        let file = self.write("open_document", document::read, request).await?;
        let path = self.papers.put(&file).map_err(|_error| IpcError::Unsaved)?;
        drop(file);
        // Locked meanwhile: whoever asked is no longer there.
        if self.current().is_none() {
            self.papers.throw_away();
            return Err(IpcError::Locked);
        }
        let opened = papers::view(&self.app, path).await;
        if !opened {
            self.papers.throw_away();
        }
        Ok(OpenedDocument { opened })
    }

    /// Takes a document out, and what is open of it.
    pub(crate) async fn remove_document(&self, request: OneDocument) -> Result<Done, IpcError> {
        self.papers.throw_away();
        self.shown.forget();
        self.write("remove_document", document::remove, request)
            .await
    }
}
