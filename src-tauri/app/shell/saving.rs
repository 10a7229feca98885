//! Files that the window saves where the system's dialog says: reports, letters, notices, the access review.

use std::fs::{self, File};
use std::io::{self, Write};
use std::iter;
use std::path::{Path, PathBuf};

use records::complaint::OneComplaint;
use records::interview::{self, OneInterview};
use records::people::{self, ExportReview};
use records::report::{
    self, FileName, MakeReport, ReportFile, ReportForm, WriteLetter, WriteNotices,
    WriteRequestLetter,
};
use records::rights::{self, OneRequest, SavePack};
use records::view::Nothing;

use store::{Detail, Entry};

use super::Shell;
use crate::dialog;
use crate::ipc::choices::SavePicture;
use crate::ipc::error::IpcError;
use crate::ipc::status::{SavedFile, SavedNotices};

impl Shell {
    /// Asks where to save a file of the access review, and saves it there. Whether it may be had is asked first.
    pub(crate) async fn export_access_review(
        &self,
        request: ExportReview,
    ) -> Result<SavedFile, IpcError> {
        const COMMAND: &str = "export_access_review";
        self.read_noted(COMMAND, people::check_export, request)
            .await?;
        let name = format!("access-review-{}.csv", self.clock.today());
        let Some(path) = dialog::save_csv(&self.app, "Save the access review", &name).await else {
            return Ok(SavedFile { saved: false });
        };
        let file = self.write(COMMAND, people::export_review, request).await?;
        saved(path, file.bytes).await
    }

    /// Asks where to save a report, and saves it there. Whether it may be had is asked first.
    pub(crate) async fn save_report(&self, request: MakeReport) -> Result<SavedFile, IpcError> {
        const COMMAND: &str = "save_report";
        let FileName { name } = self
            .read_noted(COMMAND, report::check_report, request)
            .await?;
        let kind = match request.form {
            ReportForm::Pdf => dialog::PDF,
            ReportForm::Csv => dialog::CSV,
            ReportForm::Json => dialog::JSON,
        };
        let Some(path) = dialog::save(&self.app, "Save the report", &name, kind).await else {
            return Ok(SavedFile { saved: false });
        };
        let file = self.write(COMMAND, report::make_report, request).await?;
        saved(path, file.bytes).await
    }

    /// Asks where to save a letter, and saves it there. Whether it may be had is asked first.
    pub(crate) async fn save_letter(&self, request: WriteLetter) -> Result<SavedFile, IpcError> {
        const COMMAND: &str = "save_letter";
        let FileName { name } = self
            .read_noted(COMMAND, report::check_letter, request)
            .await?;
        let dialog = dialog::save(&self.app, "Save the letter", &name, dialog::PDF);
        let Some(path) = dialog.await else {
            return Ok(SavedFile { saved: false });
        };
        let file = self.write(COMMAND, report::write_letter, request).await?;
        saved(path, file.bytes).await
    }

    /// Asks where to save what is held of whoever made a request, and saves it there. Whether it may be had is asked first.
    pub(crate) async fn save_pack(&self, request: SavePack) -> Result<SavedFile, IpcError> {
        const COMMAND: &str = "save_pack";
        let FileName { name } = self
            .read_noted(COMMAND, rights::check_pack, request.clone())
            .await?;
        let dialog = dialog::save(&self.app, "Save what is held", &name, dialog::ZIP);
        let Some(path) = dialog.await else {
            return Ok(SavedFile { saved: false });
        };
        let file = self.write(COMMAND, rights::save_pack, request).await?;
        saved(path, file.bytes).await
    }

    /// Asks where to save the letter that answers a request, and saves it there. Whether it may be had is asked first.
    pub(crate) async fn save_request_letter(
        &self,
        request: WriteRequestLetter,
    ) -> Result<SavedFile, IpcError> {
        const COMMAND: &str = "save_request_letter";
        let FileName { name } = self
            .read_noted(COMMAND, report::check_request_letter, request)
            .await?;
        let dialog = dialog::save(&self.app, "Save the letter", &name, dialog::PDF);
        let Some(path) = dialog.await else {
            return Ok(SavedFile { saved: false });
        };
        let file = self
            .write(COMMAND, report::write_request_letter, request)
            .await?;
        saved(path, file.bytes).await
    }

    /// Asks where to save the letter that confirms the receipt of a request, and saves it there. Whether it may be had is asked
    /// first.
    pub(crate) async fn save_request_receipt(
        &self,
        request: WriteRequestLetter,
    ) -> Result<SavedFile, IpcError> {
        const COMMAND: &str = "save_request_receipt";
        let FileName { name } = self
            .read_noted(COMMAND, report::check_request_receipt, request)
            .await?;
        let dialog = dialog::save(&self.app, "Save the letter", &name, dialog::PDF);
        let Some(path) = dialog.await else {
            return Ok(SavedFile { saved: false });
        };
        let file = self
            .write(COMMAND, report::write_request_receipt, request)
            .await?;
        saved(path, file.bytes).await
    }

    /// Asks where to save the letter that confirms the receipt of a complaint, and saves it there. Whether it may be had is
    /// asked first.
    pub(crate) async fn save_complaint_receipt(
        &self,
        request: OneComplaint,
    ) -> Result<SavedFile, IpcError> {
        const COMMAND: &str = "save_complaint_receipt";
        let FileName { name } = self
            .read_noted(COMMAND, report::check_complaint_receipt, request)
            .await?;
        let dialog = dialog::save(&self.app, "Save the letter", &name, dialog::PDF);
        let Some(path) = dialog.await else {
            return Ok(SavedFile { saved: false });
        };
        let file = self
            .write(COMMAND, report::write_complaint_receipt, request)
            .await?;
        saved(path, file.bytes).await
    }

    /// Asks where to save a form for complaints, and saves it there. Whether it may be had is asked first.
    pub(crate) async fn save_complaint_form(
        &self,
        request: Nothing,
    ) -> Result<SavedFile, IpcError> {
        const COMMAND: &str = "save_complaint_form";
        let FileName { name } = self
            .read_noted(COMMAND, report::check_complaint_form, request)
            .await?;
        let dialog = dialog::save(&self.app, "Save the form", &name, dialog::PDF);
        let Some(path) = dialog.await else {
            return Ok(SavedFile { saved: false });
        };
        let file = self
            .write(COMMAND, report::write_complaint_form, request)
            .await?;
        saved(path, file.bytes).await
    }

    /// Asks where to save the letter on a complaint, and saves it there. Whether it may be had is asked first.
    pub(crate) async fn save_outcome_letter(
        &self,
        request: OneComplaint,
    ) -> Result<SavedFile, IpcError> {
        const COMMAND: &str = "save_outcome_letter";
        let FileName { name } = self
            .read_noted(COMMAND, report::check_complaint_letter, request)
            .await?;
        let dialog = dialog::save(&self.app, "Save the letter", &name, dialog::PDF);
        let Some(path) = dialog.await else {
            return Ok(SavedFile { saved: false });
        };
        let file = self
            .write(COMMAND, report::write_complaint_letter, request)
            .await?;
        saved(path, file.bytes).await
    }

    /// Asks where to save an invitation, and saves it there. Whether it may be had is asked first.
    pub(crate) async fn save_invitation(
        &self,
        request: OneInterview,
    ) -> Result<SavedFile, IpcError> {
        const COMMAND: &str = "save_invitation";
        let FileName { name } = self
            .read_noted(COMMAND, interview::check_invitation, request)
            .await?;
        let dialog = dialog::save(&self.app, "Save the invitation", &name, dialog::CALENDAR);
        let Some(path) = dialog.await else {
            return Ok(SavedFile { saved: false });
        };
        let file = self
            .write(COMMAND, interview::make_invitation, request)
            .await?;
        saved(path, file.text.into_bytes()).await
    }

    /// Asks where to save a picture of figures, saves it there, and has it in the journal that figures left the program.
    pub(crate) async fn save_picture(&self, request: SavePicture) -> Result<SavedFile, IpcError> {
        let open = self.current().ok_or(IpcError::Locked)?;
        let name = format!("{}-{}.svg", request.of.file(), self.clock.today());
        let dialog = dialog::save(&self.app, "Save the picture", &name, dialog::SVG);
        let Some(path) = dialog.await else {
            return Ok(SavedFile { saved: false });
        };
        let (account, now) = (open.session.account(), self.clock.now());
        let entry = Entry::new("save-picture").with("of", Detail::Word(request.of.code()));
        let noted = open
            .worker
            .write(move |store| {
                store
                    .note(Some(account), now, entry)
                    .map_err(records::Error::from)
            })
            .await;
        self.answer(noted)?;
        saved(path, request.svg.into_bytes()).await
    }

    /// Asks for a folder, and saves a notice to each recipient of what a preview shows there, beside whatever is in it.
    /// Whether they may be had is asked first.
    pub(crate) async fn save_notices(
        &self,
        request: WriteNotices,
    ) -> Result<SavedNotices, IpcError> {
        const COMMAND: &str = "save_notices";
        self.read_noted(COMMAND, report::check_notices, request)
            .await?;
        let Some(folder) = dialog::choose_place(&self.app, "Save the notices").await else {
            return Ok(SavedNotices { saved: 0 });
        };
        let files = self.write(COMMAND, report::write_notices, request).await?;
        all_beside(folder, files).await
    }

    /// Asks for a folder, and saves a notice to each recipient of what a request had corrected or restricted there, beside
    /// whatever is in it. Whether they may be had is asked first.
    pub(crate) async fn save_request_notices(
        &self,
        request: OneRequest,
    ) -> Result<SavedNotices, IpcError> {
        const COMMAND: &str = "save_request_notices";
        self.read_noted(COMMAND, report::check_request_notices, request)
            .await?;
        let Some(folder) = dialog::choose_place(&self.app, "Save the notices").await else {
            return Ok(SavedNotices { saved: 0 });
        };
        let files = self
            .write(COMMAND, report::write_request_notices, request)
            .await?;
        all_beside(folder, files).await
    }
}

/// Writes files into a folder, beside whatever is in it.
async fn all_beside(folder: PathBuf, files: Vec<ReportFile>) -> Result<SavedNotices, IpcError> {
    let written = tauri::async_runtime::spawn_blocking(move || {
        files
            .iter()
            .map(|file| beside(&folder, &file.name, &file.bytes))
            .collect::<io::Result<Vec<()>>>()
    });
    match written.await {
        Ok(Ok(saved)) => Ok(SavedNotices {
            saved: saved.len().try_into().unwrap_or(u32::MAX),
        }),
        Ok(Err(_)) | Err(_) => Err(IpcError::Unsaved),
    }
}

/// Writes a file into a folder, under another name where there is one of that name: never over it.
pub(super) fn beside(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let names = iter::once(name.to_owned())
        .chain((2..=99).map(|place| format!("{stem} ({place}).{ending}")));
    for name in names {
        match File::create_new(folder.join(name)) {
            Ok(mut file) => return file.write_all(bytes),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Writes a file where the system's dialog said.
pub(super) async fn saved(path: PathBuf, bytes: Vec<u8>) -> Result<SavedFile, IpcError> {
    let written = tauri::async_runtime::spawn_blocking(move || fs::write(path, bytes));
    match written.await {
        Ok(Ok(())) => Ok(SavedFile { saved: true }),
        Ok(Err(_)) | Err(_) => Err(IpcError::Unsaved),
    }
}
