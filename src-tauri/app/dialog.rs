//! The system's file dialogs. The page asks for one and never sees a path it could open itself.

use std::path::PathBuf;

use records::backup::BACKUP_ENDING;
use rfd::AsyncFileDialog;
use tauri::AppHandle;
use tokio::sync::oneshot;

/// Asks for a file of applicants.
pub(crate) async fn choose_import(app: &AppHandle) -> Option<PathBuf> {
    let dialog = AsyncFileDialog::new()
        .set_title("Choose a file of applicants")
        .add_filter("Comma-separated values", &["csv", "tsv", "txt"])
        .add_filter("All files", &["*"]);
    one_on_main(app, move || dialog.pick_file()).await
}

/// Asks for documents, several at once.
pub(crate) async fn choose_documents(app: &AppHandle) -> Vec<PathBuf> {
    let dialog = AsyncFileDialog::new()
        .set_title("Choose documents")
        .add_filter(
            "Documents",
            &["pdf", "docx", "odt", "rtf", "txt", "png", "jpg", "jpeg"],
        )
        .add_filter("All files", &["*"]);
    on_main(app, move || {
        let picked = dialog.pick_files();
        async move {
            let files = picked.await.unwrap_or_default();
            let paths = files.iter().map(|file| file.path().to_path_buf());
            Some(paths.collect())
        }
    })
    .await
    .unwrap_or_default()
}

/// Asks for the copy of a paper.
pub(crate) async fn choose_copy(app: &AppHandle) -> Option<PathBuf> {
    let dialog = AsyncFileDialog::new()
        .set_title("Choose the copy")
        .add_filter("Pictures and PDFs", &["pdf", "png", "jpg", "jpeg"])
        .add_filter("All files", &["*"]);
    one_on_main(app, move || dialog.pick_file()).await
}

/// Asks for a message that a mail program saved.
pub(crate) async fn choose_mail(app: &AppHandle) -> Option<PathBuf> {
    let dialog = AsyncFileDialog::new()
        .set_title("Choose a message")
        .add_filter("Messages", &["eml", "msg"])
        .add_filter("All files", &["*"]);
    one_on_main(app, move || dialog.pick_file()).await
}

/// Asks for a folder that holds a store, or should.
pub(crate) async fn choose_folder(app: &AppHandle) -> Option<PathBuf> {
    let dialog = AsyncFileDialog::new().set_title("Choose the folder of the store");
    one_on_main(app, move || dialog.pick_folder()).await
}

/// Asks for a folder to save files in.
pub(crate) async fn choose_place(app: &AppHandle, title: &str) -> Option<PathBuf> {
    let dialog = AsyncFileDialog::new().set_title(title);
    one_on_main(app, move || dialog.pick_folder()).await
}

/// A kind of file: what the system's dialog calls it, and the end of its name.
pub(crate) type Kind = (&'static str, &'static str);

/// A document to read and to print.
pub(crate) const PDF: Kind = ("PDF document", "pdf");
/// Files in one.
pub(crate) const ZIP: Kind = ("ZIP archive", "zip");
/// A file that spreadsheets read.
pub(crate) const CSV: Kind = ("Comma-separated values", "csv");
/// A file that programs read.
pub(crate) const JSON: Kind = ("JSON", "json");
/// A picture.
pub(crate) const SVG: Kind = ("SVG", "svg");

/// A file that calendars read.
pub(crate) const CALENDAR: Kind = ("Calendar file", "ics");

/// A message that a mail program opens.
pub(crate) const EML: Kind = ("Message", "eml");

/// Asks where to save a file that spreadsheets read.
pub(crate) async fn save_csv(app: &AppHandle, title: &str, name: &str) -> Option<PathBuf> {
    save(app, title, name, CSV).await
}

/// Asks where to save a file.
pub(crate) async fn save(
    app: &AppHandle,
    title: &str,
    name: &str,
    (kind, ending): Kind,
) -> Option<PathBuf> {
    let dialog = AsyncFileDialog::new()
        .set_title(title)
        .set_file_name(name)
        .add_filter(kind, &[ending]);
    one_on_main(app, move || dialog.save_file()).await
}

/// Asks where to save a backup.
pub(crate) async fn save_backup(app: &AppHandle, name: &str) -> Option<PathBuf> {
    let dialog = AsyncFileDialog::new()
        .set_title("Save the backup")
        .set_file_name(name)
        .add_filter("Fairhold backups", &[BACKUP_ENDING]);
    one_on_main(app, move || dialog.save_file()).await
}

/// Asks for a backup to put back.
pub(crate) async fn choose_backup(app: &AppHandle) -> Option<PathBuf> {
    let dialog = AsyncFileDialog::new()
        .set_title("Choose a backup")
        .add_filter("Fairhold backups", &[BACKUP_ENDING])
        .add_filter("All files", &["*"]);
    one_on_main(app, move || dialog.pick_file()).await
}

/// The path that a dialog answers with.
async fn one_on_main<F>(
    app: &AppHandle,
    open: impl FnOnce() -> F + Send + 'static,
) -> Option<PathBuf>
where
    F: Future<Output = Option<rfd::FileHandle>> + Send + 'static,
{
    on_main(app, move || {
        let opened = open();
        async move { opened.await.map(|file| file.path().to_path_buf()) }
    })
    .await
}

/// GTK wants its dialogs made on the window's thread; waiting for the answer happens elsewhere.
async fn on_main<T, F>(app: &AppHandle, open: impl FnOnce() -> F + Send + 'static) -> Option<T>
where
    T: Send + 'static,
    F: Future<Output = Option<T>> + Send + 'static,
{
    let (chosen, choice) = oneshot::channel();
    app.run_on_main_thread(move || {
        let opened = open();
        tauri::async_runtime::spawn(async move {
            drop(chosen.send(opened.await));
        });
    })
    .ok()?;
    choice.await.ok().flatten()
}
