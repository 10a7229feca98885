//! Where a timer's secret is kept: in this computer's keychain, or, where there is none, in a file that only its owner may
//! read, such as a credential that systemd hands to a service.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use keyring_core::{Entry, Error};
use records::Summary;
use records::timer::DeviceSecret;
use zeroize::Zeroizing;

use crate::failure::Failure;

/// How long the keychain is waited for: calls to one can hang for ever.
const PATIENCE: Duration = Duration::from_secs(5);
/// A longer file holds no secret of ours.
const LONGEST: u64 = 1 << 10;

/// Where the secret is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place<'a> {
    /// In this computer's keychain, under the store's id and the timer's name.
    Keychain {
        /// The store's folder.
        folder: &'a Path,
        /// The timer's name.
        name: &'a str,
    },
    /// In a file.
    File(&'a Path),
}

impl<'a> Place<'a> {
    /// A file where one is named, else the keychain.
    pub(crate) fn new(file: Option<&'a Path>, folder: &'a Path, name: &'a str) -> Self {
        file.map_or(Self::Keychain { folder, name }, Self::File)
    }

    /// Keeps a secret. A file that is there already stays as it is.
    pub(crate) fn keep(self, secret: &DeviceSecret) -> Result<(), Failure> {
        let text = Zeroizing::new(hex::encode(secret.bytes()));
        match self {
            Self::Keychain { folder, name } => {
                ask(user(folder, name)?, move |entry| entry.set_password(&text))
            }
            Self::File(path) => write(path, &text).map_err(Failure::writing(path)),
        }
    }

    /// The secret that is kept.
    pub(crate) fn read(self) -> Result<DeviceSecret, Failure> {
        let text = match self {
            Self::Keychain { folder, name } => {
                let read = |entry: &Entry| entry.get_password().map(Zeroizing::new);
                ask(user(folder, name)?, read)?
            }
            Self::File(path) => read(path)?,
        };
        let bytes = hex::decode(text.trim()).map(Zeroizing::new);
        bytes
            .ok()
            .and_then(|bytes| DeviceSecret::from_bytes(&bytes))
            .ok_or_else(|| Failure::Credential("What is kept is no timer’s secret.".to_owned()))
    }

    /// Forgets the secret. One that can't be taken out now opens nothing any more.
    pub(crate) fn forget(self) -> Result<(), Failure> {
        match self {
            Self::Keychain { folder, name } => {
                match ask(user(folder, name)?, Entry::delete_credential) {
                    Err(Failure::Credential(_)) | Ok(()) => Ok(()),
                    Err(other) => Err(other),
                }
            }
            Self::File(path) => records::erase_file(path).map_err(Failure::writing(path)),
        }
    }
}

/// Nothing in its words is anybody's name, for keychains list them.
fn user(folder: &Path, name: &str) -> Result<String, Failure> {
    match records::summary(folder).map_err(records::Error::from)? {
        Summary::Present { store, .. } => Ok(format!("{store}/timer/{name}")),
        Summary::Absent => Err(records::Error::from(records::OpenError::Absent).into()),
    }
}

/// Makes one call on a thread of its own, and waits no longer than anybody should.
fn ask<T: Send + 'static>(
    user: String,
    call: impl FnOnce(&Entry) -> Result<T, Error> + Send + 'static,
) -> Result<T, Failure> {
    let (answer, answered) = channel();
    thread::spawn(move || {
        let done = records::keychain_entry(&user).and_then(|entry| call(&entry));
        // Whoever asked may have stopped waiting.
        answer.send(done).unwrap_or_default();
    });
    let told = match answered.recv_timeout(PATIENCE) {
        Ok(Ok(answer)) => return Ok(answer),
        Ok(Err(Error::NoEntry)) => "It keeps nothing for this timer.",
        Ok(Err(Error::NoStorageAccess(_))) => "It is locked.",
        Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => "There is none, or it does not run.",
        Err(RecvTimeoutError::Timeout) => "It did not answer.",
    };
    Err(Failure::Credential(format!(
        "This computer’s keychain was of no use. {told} A file does as well: use --credential FILE."
    )))
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    writeln!(file, "{text}")?;
    file.sync_all()
}

fn read(path: &Path) -> Result<Zeroizing<String>, Failure> {
    let file = File::open(path).map_err(Failure::file(path))?;
    if others_may_read(&file.metadata().map_err(Failure::file(path))?) {
        return Err(Failure::Credential(format!(
            "Others may read {}. Let only its owner read it (mode 0600), or remove the timer and allow it anew.",
            path.display()
        )));
    }
    let mut text = Zeroizing::new(String::new());
    file.take(LONGEST)
        .read_to_string(&mut text)
        .map_err(Failure::file(path))?;
    Ok(text)
}

#[cfg(unix)]
fn others_may_read(data: &fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&data.permissions()) & 0o077 != 0
}

/// Elsewhere a folder of one's own is nobody else's.
#[cfg(not(unix))]
const fn others_may_read(_: &fs::Metadata) -> bool {
    false
}
