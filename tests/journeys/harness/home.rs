//! What a window finds on the laptop it is started on.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

use tempfile::TempDir;

/// A home folder, a place for the store and a clock, all new and all gone with the last that knows of them.
#[derive(Clone, Debug)]
pub(crate) struct Home {
    folder: Rc<TempDir>,
}

impl Home {
    /// A laptop on which Fairhold never ran, at nine in the morning of 23 November 2026.
    pub(crate) fn new() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("fairhold-journey-")
            .tempdir()
            .unwrap();
        let home = Self {
            folder: Rc::new(folder),
        };
        for name in ["home", "run", "files"] {
            fs::create_dir(home.inside(name)).unwrap();
        }
        // Session tools refuse a runtime folder that others may enter.
        fs::set_permissions(home.inside("run"), Permissions::from_mode(0o700)).unwrap();
        home.set_clock("2026-11-23");
        home
    }

    /// Where the store is, once the program has made it.
    pub(crate) fn store(&self) -> PathBuf {
        self.inside("store")
    }

    /// A folder for files that the person picks or saves.
    pub(crate) fn files(&self) -> PathBuf {
        self.inside("files")
    }

    /// The person's own folder, where programs keep what they keep.
    pub(crate) fn own(&self) -> PathBuf {
        self.inside("home")
    }

    /// The folder of the person's session.
    pub(crate) fn run(&self) -> PathBuf {
        self.inside("run")
    }

    /// The same laptop, whose person has a new folder of their own.
    pub(crate) fn with_own_folder_empty(self) -> Self {
        fs::rename(self.own(), self.inside("home before")).unwrap();
        fs::create_dir(self.own()).unwrap();
        self
    }

    /// What the program and the driver printed.
    pub(crate) fn log(&self) -> PathBuf {
        self.inside("log")
    }

    /// Sets the program's clock: an RFC 3339 instant, or a date, which means nine in the morning UTC.
    pub(crate) fn set_clock(&self, when: &str) {
        let instant = if when.contains('T') {
            when.to_owned()
        } else {
            format!("{when}T09:00:00Z")
        };
        // Renamed into place, since the program reads it at every look at the clock.
        let fresh = self.inside("clock.new");
        fs::write(&fresh, instant).unwrap();
        fs::rename(fresh, self.inside("clock")).unwrap();
    }

    /// Lets the clock that counts how long nobody was at the window stand at so many seconds; it starts at none.
    pub(crate) fn pass_idly(&self, seconds: u32) {
        let fresh = self.inside("idle.new");
        fs::write(&fresh, seconds.to_string()).unwrap();
        fs::rename(fresh, self.inside("idle")).unwrap();
    }

    /// Gives a program this home instead of the person's own.
    pub(super) fn furnish(&self, command: &mut Command) {
        for own in [
            "XDG_CACHE_HOME",
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "XDG_STATE_HOME",
        ] {
            command.env_remove(own);
        }
        command
            // What the system's dialogs propose lands there.
            .current_dir(self.files())
            // There is no bus of the system's here; what logind says can be said on the session's.
            .env(
                "DBUS_SYSTEM_BUS_ADDRESS",
                std::env::var_os("DBUS_SESSION_BUS_ADDRESS").unwrap_or_default(),
            )
            .env("HOME", self.inside("home"))
            .env("XDG_RUNTIME_DIR", self.inside("run"))
            .env("FAIRHOLD_STORE", self.store())
            .env("FAIRHOLD_CLOCK", self.inside("clock"))
            .env("FAIRHOLD_IDLE", self.inside("idle"));
    }

    fn inside(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }
}
