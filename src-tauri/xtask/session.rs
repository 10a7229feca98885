//! A desktop session nobody sees: an X server, a session bus, a window manager and, for the journeys,
//! an unlocked keyring, all in a home folder that is thrown away.
//!
//! The order matters. A display without a session bus spawns stray daemons, and a bus that starts
//! before HOME and `XDG_RUNTIME_DIR` are set hands the person's own folders to what it starts.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::{env, fs};

use crate::failure::{During as _, Failure, Outcome};
use crate::house;
use crate::picture::{HEIGHT, Picture, WIDTH};
use crate::process::{self, Group};
use crate::scratch::Scratch;

/// What runs in the session beside the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keyring {
    /// No keyring: the program has to do without.
    Absent,
    /// GNOME's keyring, new and unlocked.
    Unlocked,
}

/// A running X server and the folders that a session on it lives in. All end with this value.
#[derive(Debug)]
pub(crate) struct Session {
    // Ended before the folders are removed: fields drop in this order.
    _screen: Group,
    display: OsString,
    home: PathBuf,
    runtime: PathBuf,
    log: PathBuf,
    _folders: Scratch,
}

impl Session {
    /// Starts the X server on a free display.
    ///
    /// # Errors
    /// When it does not start.
    pub(crate) fn start() -> Outcome<Self> {
        let folders = Scratch::new()?;
        let (home, runtime) = (folders.folder("home")?, folders.folder("run")?);
        fs::create_dir_all(house::notes()).during("making target/xtask")?;
        let mut screen = Group::start("Xvfb", |command| {
            // It finds a free display itself and prints the number: a number guessed here could be
            // taken before the server has it.
            command.args(["-displayfd", "1", "-screen", "0"]);
            command
                .arg(format!("{WIDTH}x{HEIGHT}x24"))
                .args(["-nolisten", "tcp", "-noreset"]);
            command.stdout(Stdio::piped());
        })?;
        let mut number = String::new();
        if let Some(pipe) = screen.child().stdout.take() {
            BufReader::new(pipe)
                .read_line(&mut number)
                .during("waiting for Xvfb")?;
        }
        if number.trim().is_empty() {
            return Err(Failure::new("Xvfb did not start"));
        }
        let log = house::notes().join(format!("session-{}.log", number.trim()));
        let display = format!(":{}", number.trim()).into();
        Ok(Self {
            _screen: screen,
            display,
            home,
            runtime,
            log,
            _folders: folders,
        })
    }

    /// A command that sets up the rest of the session around one program, for [`process::run`] or the
    /// like. Arguments added to it are the program's.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>, keyring: Keyring) -> Command {
        let mut command = Command::new("sh");
        self.furnish(&mut command, keyring);
        command.arg(program);
        command
    }

    /// Starts a program in the session, in a process group of its own.
    ///
    /// # Errors
    /// When it cannot be started.
    pub(crate) fn spawn(
        &self,
        program: impl AsRef<OsStr>,
        arguments: &[OsString],
    ) -> Outcome<Group> {
        Group::start("sh", |command| {
            self.furnish(command, Keyring::Absent);
            command.arg(program).args(arguments);
        })
    }

    /// A picture of the whole screen, or nothing if none could be taken.
    pub(crate) fn look(&self) -> Option<Picture> {
        let output = self
            .import("rgb:-")
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()?;
        Picture::read(output.stdout)
    }

    /// Writes a picture of the whole screen to a file, as PNG.
    ///
    /// # Errors
    /// When it cannot be taken or written.
    pub(crate) fn photograph(&self, file: &OsStr) -> Outcome {
        let mut target = OsString::from("png:");
        target.push(file);
        process::run(&mut self.import(target))
    }

    fn import(&self, target: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new("import");
        command
            .args(["-silent", "-window", "root", "-depth", "8"])
            .arg(target);
        command.env("DISPLAY", &self.display);
        command
    }

    /// Gives a shell its surroundings and the script that starts the session.
    fn furnish(&self, shell: &mut Command, keyring: Keyring) {
        for own in [
            "DBUS_SESSION_BUS_ADDRESS",
            "WAYLAND_DISPLAY",
            "XAUTHORITY",
            "XDG_CACHE_HOME",
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "XDG_STATE_HOME",
        ] {
            shell.env_remove(own);
        }
        // Rust's tools live under the home that is about to be hidden.
        if let Some(home) = env::var_os("HOME").map(PathBuf::from) {
            for (name, folder) in [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")] {
                if env::var_os(name).is_none() {
                    shell.env(name, home.join(folder));
                }
            }
        }
        shell
            .env("HOME", &self.home)
            .env("XDG_RUNTIME_DIR", &self.runtime)
            .env("DISPLAY", &self.display)
            .env("GDK_BACKEND", "x11");

        let manage = if process::exists("openbox") {
            "openbox 3>&- 4>&- & "
        } else {
            ""
        };
        let unlock = match keyring {
            Keyring::Absent => "",
            Keyring::Unlocked => {
                r#"eval "$(printf journeys | gnome-keyring-daemon --unlock --components=secrets 3>&- 4>&-)"; "#
            }
        };
        // `exec` would leave the window manager to the bus; as it is, the shell ends when the program
        // does, the bus ends with the shell, and the window manager with the screen.
        let inner = format!(r#"{manage}{unlock}"$0" "$@" >&4 2>&3 3>&- 4>&-"#);
        // The bus and all that it starts complain of what an invisible session lacks; that goes to a
        // file, and only the program speaks to the terminal.
        let outer = r#"exec 3>&2 4>&1 >"$0" 2>&1; exec dbus-run-session -- sh -c "$@""#;
        shell.args(["-c", outer]).arg(&self.log).arg(inner);
    }
}
