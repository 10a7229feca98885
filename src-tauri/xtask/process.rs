//! Running other programs: said aloud, never with a prompt, ended as a whole.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, IsTerminal as _, Write as _};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::{env, io};

use crate::failure::{During as _, Failure, Outcome};

/// Prints the command and runs it to its end, its output going where ours goes.
///
/// # Errors
/// When it cannot be started or does not succeed.
pub(crate) fn run(command: &mut Command) -> Outcome {
    say(command);
    let status = command
        .stdin(Stdio::null())
        .status()
        .during(&starting(command))?;
    succeed(command, status)
}

/// Like [`run`], for a program that a person talks to.
///
/// # Errors
/// When it cannot be started or does not succeed.
pub(crate) fn run_asking(command: &mut Command) -> Outcome {
    say(command);
    let status = command.status().during(&starting(command))?;
    succeed(command, status)
}

/// Like [`run`], and hands each line of its standard output to `seen` once it is printed.
///
/// # Errors
/// When it cannot be started or does not succeed.
pub(crate) fn run_reading(command: &mut Command, mut seen: impl FnMut(&str)) -> Outcome {
    say(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .during(&starting(command))?;
    if let Some(pipe) = child.stdout.take() {
        let mut out = io::stdout();
        let mut lines = BufReader::new(pipe);
        let mut line = Vec::new();
        while lines
            .read_until(b'\n', &mut line)
            .during("reading its output")?
            > 0
        {
            out.write_all(&line).during("writing to the terminal")?;
            seen(String::from_utf8_lossy(&line).trim_end());
            line.clear();
        }
    }
    let status = child.wait().during("waiting for it")?;
    succeed(command, status)
}

/// What a program prints, or nothing where it is missing or fails. For looking, not for doing.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program of this name can be started.
pub(crate) fn exists(program: &str) -> bool {
    let paths = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&paths).any(|folder| folder.join(program).is_file())
}

/// Whether somebody is there to answer a question.
pub(crate) fn can_ask() -> bool {
    env::var_os("CI").is_none() && io::stdin().is_terminal()
}

/// A program started in a process group of its own, which ends with this value.
#[derive(Debug)]
pub(crate) struct Group(Child);

impl Group {
    /// Starts it. Where `setpriv` exists the program is also ended when this one is killed, since
    /// nothing is dropped then.
    ///
    /// # Errors
    /// When it cannot be started.
    pub(crate) fn start(
        program: impl AsRef<OsStr>,
        prepare: impl FnOnce(&mut Command),
    ) -> Outcome<Self> {
        let mut command = if Path::new(SETPRIV).is_file() {
            let mut command = Command::new(SETPRIV);
            command.args(["--pdeathsig", "KILL", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.stdin(Stdio::null()).process_group(0);
        prepare(&mut command);
        say(&command);
        command.spawn().during(&starting(&command)).map(Self)
    }

    /// The process that was started.
    pub(crate) fn child(&mut self) -> &mut Child {
        &mut self.0
    }

    /// Its end, if it has come.
    ///
    /// # Errors
    /// When the system cannot say.
    pub(crate) fn ended(&mut self) -> Outcome<Option<ExitStatus>> {
        self.0.try_wait().during("looking after a process")
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // The shell's own `kill`: the program of that name is missing from small systems, and the
        // standard library can end one process only.
        let script = format!(
            "kill -s TERM -- -{0}; for _ in 1 2 3 4 5 6 7 8 9 10; do kill -s 0 -- -{0} || exit; sleep 0.1; done; kill -s KILL -- -{0}",
            self.0.id()
        );
        // A child not yet waited for still counts as a member, so it is waited for meanwhile.
        let killer = Command::new("sh")
            .args(["-c", &script])
            .stderr(Stdio::null())
            .spawn();
        if let (Err(error), _) | (_, Err(error)) =
            (self.0.wait(), killer.and_then(|mut k| k.wait()))
        {
            eprintln!("xtask: a process may be left behind: {error}");
        }
    }
}

const SETPRIV: &str = "/usr/bin/setpriv";

fn say(command: &Command) {
    let words: Vec<_> = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .map(|word| {
            if word.contains(' ') {
                format!("'{word}'")
            } else {
                word.into_owned()
            }
        })
        .collect();
    eprintln!("$ {}", words.join(" "));
}

fn starting(command: &Command) -> String {
    format!("starting {}", command.get_program().display())
}

fn succeed(command: &Command, status: ExitStatus) -> Outcome {
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{} ended with {status}",
        command.get_program().display()
    )))
}
