//! Documents: chosen by the system's dialog, opened by the system's programs.

use records::document::{self, DocumentDetails, NewFile, OneDocument};
use records::view::Done;

use super::Shell;
use crate::ipc::error::IpcError;
use crate::ipc::status::{AddedDocuments, FileNotTaken, OpenedDocument};
use crate::{dialog, papers};

impl Shell {
    /// Asks for files and adds them as documents. Whether that may be is asked first. Files that can't be taken are
    /// named in the answer, and the others are added.
    pub(crate) async fn add_documents(
        &self,
        request: DocumentDetails,
    ) -> Result<AddedDocuments, IpcError> {
        const COMMAND: &str = "add_documents";
        self.read_noted(COMMAND, document::check, request.clone())
            .await?;
        let paths = dialog::choose_documents(&self.app).await;
        let mut not_taken = Vec::new();
        let mut files = Vec::new();
        for path in paths {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
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
                (request, files),
            )
            .await?;
        }
        Ok(AddedDocuments { added, not_taken })
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
        self.write("remove_document", document::remove, request)
            .await
    }
}
