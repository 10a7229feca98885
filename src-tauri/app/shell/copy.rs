//! Copies of papers that are kept with a check: chosen by the system's dialog or dropped on the window, shown in it.

use std::sync::Arc;

use records::document::{self, DocumentPart, ShownDocument};
use records::sealed::{self, NewCopy, OneSealed, OpenSealed, ShowCopy};
use records::view::Done;

use super::Shell;
use super::document::called;
use super::saving::beside;
use super::shown::Looked;
use crate::dialog;
use crate::ipc::error::IpcError;
use crate::ipc::status::{AddCopy, AddedDocuments, FileNotTaken, SavedFile};

impl Shell {
    /// Keeps a copy with a check: the first file that was dropped on the window, or the one that it asks for. Whether
    /// that may be is asked first.
    pub(crate) async fn add_copy(&self, request: AddCopy) -> Result<AddedDocuments, IpcError> {
        const COMMAND: &str = "add_copy";
        let AddCopy { of, dropped } = request;
        self.read_noted(COMMAND, sealed::check_copy, of).await?;
        let path = if dropped {
            self.dropped.take().into_iter().next()
        } else {
            dialog::choose_copy(&self.app).await
        };
        let Some(path) = path else {
            return Ok(AddedDocuments {
                added: 0,
                not_taken: Vec::new(),
            });
        };
        let name = called(&path);
        match self.blocking(move || NewCopy::read(&path)).await {
            Ok(copy) => {
                self.write(COMMAND, sealed::add_copy, (of, copy)).await?;
                Ok(AddedDocuments {
                    added: 1,
                    not_taken: Vec::new(),
                })
            }
            Err(IpcError::Invalid { fields }) => Ok(AddedDocuments {
                added: 0,
                not_taken: fields
                    .into_iter()
                    .map(|field| FileNotTaken {
                        name: name.clone(),
                        because: field.problem,
                    })
                    .collect(),
            }),
            Err(error) => Err(error),
        }
    }

    /// Shows a page of the copy that is kept with a check. It stays in memory as a document that is shown does.
    pub(crate) async fn show_copy(&self, request: ShowCopy) -> Result<ShownDocument, IpcError> {
        const COMMAND: &str = "show_copy";
        let opening = request.opening();
        let which = Looked::Copy(opening);
        let file = if let Some(file) = self.shown.of(which) {
            let OpenSealed {
                candidate, record, ..
            } = opening;
            self.read_noted(
                COMMAND,
                sealed::check_copy_seen,
                OneSealed { candidate, record },
            )
            .await?;
            file
        } else {
            let file = Arc::new(self.write(COMMAND, sealed::read_copy, opening).await?);
            self.shown.keep(which, Arc::clone(&file));
            file
        };
        if self.current().is_none() {
            self.shown.forget();
            return Err(IpcError::Locked);
        }
        let part = DocumentPart::Page {
            number: request.page,
        };
        self.blocking(move || Ok(document::show(&file, part))).await
    }

    /// Asks for a folder, and saves the copy that is kept with a check there, to be given to somebody. Whether that may be
    /// is asked first. What it is called tells nothing of whose it is.
    pub(crate) async fn save_copy(&self, request: OpenSealed) -> Result<SavedFile, IpcError> {
        const COMMAND: &str = "save_copy";
        self.read_noted(COMMAND, sealed::check_saving, request)
            .await?;
        let Some(folder) = dialog::choose_place(&self.app, "Save the copy").await else {
            return Ok(SavedFile { saved: false });
        };
        let file = self.write(COMMAND, sealed::save_copy, request).await?;
        let name = format!("copy.{}", file.media.ending());
        let written =
            tauri::async_runtime::spawn_blocking(move || beside(&folder, &name, &file.content));
        match written.await {
            Ok(Ok(())) => Ok(SavedFile { saved: true }),
            Ok(Err(_)) | Err(_) => Err(IpcError::Unsaved),
        }
    }

    /// Erases a sealed record, and the copy of it that is shown.
    pub(crate) async fn erase_sealed(&self, request: OneSealed) -> Result<Done, IpcError> {
        self.shown.forget();
        self.write("erase_sealed", sealed::erase, request).await
    }
}
