//! Documents that are open in another program: each a file in a folder that nobody else may enter, gone with the lock.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use records::document::DocumentFile;
use records::erase_file;
use tauri::{AppHandle, Manager};
use tokio::sync::oneshot;

/// The folder of documents that are open, and how many have been.
pub(crate) struct Papers {
    folder: PathBuf,
    number: Mutex<u32>,
}

impl Papers {
    /// No document is open. What an earlier start left when it was ended is thrown away.
    pub(crate) fn new(app: &AppHandle) -> Self {
        let papers = Self {
            folder: around(app).join(format!("{}-documents", app.config().identifier)),
            number: Mutex::new(0),
        };
        papers.throw_away();
        papers
    }

    /// Where they are, while there are any.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Puts a document down as a file, under a name that tells nothing.
    ///
    /// # Errors
    /// When the folder can't be made or written.
    pub(crate) fn put(&self, document: &DocumentFile) -> io::Result<PathBuf> {
        let number = {
            let mut number = self.number.lock().unwrap_or_else(PoisonError::into_inner);
            *number = number.wrapping_add(1);
            *number
        };
        make_private(&self.folder)?;
        let name = format!("document-{number}.{}", document.media.ending());
        let path = self.folder.join(name);
        let mut file = create_private(&path)?;
        file.write_all(&document.content)?;
        Ok(path)
    }

    /// Overwrites and removes every one, and what other programs left beside them.
    pub(crate) fn throw_away(&self) {
        let Ok(items) = fs::read_dir(&self.folder) else {
            return;
        };
        for item in items.flatten() {
            // One that another program holds fast is tried again at the next lock.
            erase_file(&item.path()).unwrap_or_default();
        }
        fs::remove_dir(&self.folder).unwrap_or_default();
    }
}

/// The folder of the person's session, which is in memory and ends with it, or else that of temporary files.
fn around(app: &AppHandle) -> PathBuf {
    let path = app.path();
    #[cfg(target_os = "linux")]
    if let Ok(folder) = path.runtime_dir()
        && folder.is_dir()
    {
        return folder;
    }
    path.temp_dir()
        .unwrap_or_else(|_error| std::env::temp_dir())
}

fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
        builder.mode(0o700);
        if let Ok(there) = fs::symlink_metadata(folder) {
            // One that somebody else put there, or may enter, is none of ours.
            let ours = there.is_dir()
                && there.uid() == rustix::process::getuid().as_raw()
                && there.permissions().mode().trailing_zeros() >= 6;
            return if ours {
                Ok(())
            } else {
                Err(io::ErrorKind::PermissionDenied.into())
            };
        }
    }
    #[cfg(not(unix))]
    if folder.is_dir() {
        return Ok(());
    }
    builder.create(folder)
}

fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

/// Has the system open a file in the program that is for its kind; whether there is one.
pub(crate) async fn view(app: &AppHandle, path: PathBuf) -> bool {
    on_main(app, move || launch(&path)).await
}

/// Has the system's mail program begin a message by an address (`mailto:`); whether there is one.
pub(crate) async fn write_to(app: &AppHandle, address: String) -> bool {
    address.starts_with("mailto:") && on_main(app, move || launch_address(&address)).await
}

async fn on_main(app: &AppHandle, open: impl FnOnce() -> bool + Send + 'static) -> bool {
    let (done, answer) = oneshot::channel();
    let asked = app.run_on_main_thread(move || {
        // Nobody waits for the answer any more.
        done.send(open()).unwrap_or_default();
    });
    asked.is_ok() && answer.await.unwrap_or(false)
}

#[cfg(target_os = "linux")]
fn launch(path: &Path) -> bool {
    use gtk::gio::prelude::FileExt;
    launch_address(&gtk::gio::File::for_path(path).uri())
}

#[cfg(target_os = "linux")]
fn launch_address(address: &str) -> bool {
    gtk::gio::AppInfo::launch_default_for_uri(address, gtk::gio::AppLaunchContext::NONE).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn launch(path: &Path) -> bool {
    hand(path.as_os_str())
}

#[cfg(not(target_os = "linux"))]
fn launch_address(address: &str) -> bool {
    hand(address.as_ref())
}

#[cfg(target_os = "macos")]
fn hand(what: &std::ffi::OsStr) -> bool {
    std::process::Command::new("/usr/bin/open")
        .arg(what)
        .spawn()
        .is_ok()
}

#[cfg(target_os = "windows")]
fn hand(what: &std::ffi::OsStr) -> bool {
    std::process::Command::new("explorer.exe")
        .arg(what)
        .spawn()
        .is_ok()
}
