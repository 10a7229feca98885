//! The program as people have it: nobody drives the page from inside, keys come from outside.

use std::fs::{self, File};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use super::picker::xdotool;
use super::window::PROGRAM;
use super::{Home, PATIENCE, wait};

/// A running program without WebDriver. Ends with its value.
#[derive(Debug)]
pub(crate) struct Plain {
    process: Child,
    home: Home,
}

impl Plain {
    /// Starts the program in a home and waits for its window.
    pub(crate) fn open_in(home: Home) -> Self {
        let process = start(&home);
        let plain = Self { process, home };
        plain.focus();
        plain
    }

    /// Starts the program once more, in the same home.
    pub(crate) fn start_again(&self) -> Child {
        start(&self.home)
    }

    /// The program's own process.
    pub(crate) fn id(&self) -> u32 {
        self.process.id()
    }

    /// The processes that show the page: those beneath the program's own that are called so.
    pub(crate) fn pages(&self) -> Vec<u32> {
        processes()
            .into_iter()
            .filter(|(id, name)| name == "WebKitWebProces" && descends(*id, self.id()))
            .map(|(id, _)| id)
            .collect()
    }

    /// The program's own process and every one beneath it.
    pub(crate) fn all(&self) -> Vec<u32> {
        processes_beneath(self.id())
    }

    /// Gives the window the keyboard. The program may start itself again, and then it is another window.
    pub(crate) fn focus(&self) {
        wait(PATIENCE, || {
            xdotool(&["windowfocus", "--sync", &self.seen_window()?]).map(|_| ())
        });
    }

    /// The window, by its number, once it shows.
    fn window(&self) -> String {
        wait(PATIENCE, || self.seen_window())
    }

    fn seen_window(&self) -> Result<String, String> {
        let id = self.id().to_string();
        xdotool(&[
            "search",
            "--onlyvisible",
            "--pid",
            &id,
            "--name",
            "^Fairhold$",
        ])?
        .lines()
        .next_back()
        .map(str::to_owned)
        .ok_or_else(|| "the window does not show".to_owned())
    }

    /// Starts the program again that was closed, in the same home.
    pub(crate) fn open_again(&mut self) {
        self.process = start(&self.home);
        self.focus();
    }

    /// Makes the window so large.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        let (width, height) = (width.to_string(), height.to_string());
        xdotool(&["windowsize", "--sync", &self.window(), &width, &height]).unwrap();
    }

    /// How large the window is, as `WIDTH=900` and `HEIGHT=640`.
    pub(crate) fn size(&self) -> String {
        xdotool(&["getwindowgeometry", "--shell", &self.window()]).unwrap()
    }

    /// Presses keys, by xdotool's names.
    #[expect(
        clippy::unused_self,
        reason = "the display has one window: whoever holds it may type"
    )]
    pub(crate) fn press(&self, keys: &[&str]) {
        xdotool(&[&["key", "--delay", "40"], keys].concat()).unwrap();
    }

    /// Types a text.
    #[expect(
        clippy::unused_self,
        reason = "the display has one window: whoever holds it may type"
    )]
    pub(crate) fn type_text(&self, text: &str) {
        xdotool(&["type", "--delay", "15", text]).unwrap();
    }

    /// Signs in: the page has the focus in the passphrase's field once it is there, and nothing outside says when.
    pub(crate) fn sign_in(&self, passphrase: &str) {
        thread::sleep(Duration::from_secs(2));
        self.type_text(passphrase);
        self.press(&["Return"]);
        self.until("the store is open", Self::is_open);
        thread::sleep(Duration::from_secs(1));
    }

    /// Closes the window as a person does, and waits for the program's end.
    pub(crate) fn close(&mut self) {
        self.press(&["alt+F4"]);
        wait(PATIENCE, || match self.process.try_wait() {
            Ok(Some(_)) => Ok(()),
            other => Err(format!("the program has not ended: {other:?}")),
        });
    }

    /// Whether the store is open: its log holds what was written since, and is emptied on closing.
    pub(crate) fn is_open(&self) -> bool {
        fs::metadata(self.home.store().join("fairhold.db-wal")).is_ok_and(|log| log.len() > 0)
    }

    /// Waits until something about it holds.
    #[track_caller]
    pub(crate) fn until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        wait(PATIENCE, || {
            holds(self)
                .then_some(())
                .ok_or_else(|| format!("not so: {what}"))
        });
    }
}

impl Drop for Plain {
    fn drop(&mut self) {
        if thread::panicking() {
            let said = fs::read_to_string(self.home.log()).unwrap_or_default();
            eprintln!("the program said:\n{said}");
        }
        let script = format!("kill -s KILL -- -{}", self.id());
        let ended = Command::new("sh")
            .args(["-c", &script])
            .status()
            .and_then(|_| self.process.wait());
        if let Err(error) = ended {
            eprintln!("the program may be left behind: {error}");
        }
    }
}

fn start(home: &Home) -> Child {
    let mut command = Command::new(PROGRAM);
    home.furnish(&mut command);
    let log = File::options()
        .create(true)
        .append(true)
        .open(home.log())
        .unwrap();
    command
        .stdin(Stdio::null())
        .stdout(log.try_clone().unwrap())
        .stderr(log)
        .process_group(0)
        .spawn()
        .expect("the program should start")
}

/// A process and every one beneath it.
pub(crate) fn processes_beneath(id: u32) -> Vec<u32> {
    processes()
        .into_iter()
        .map(|(other, _)| other)
        .filter(|other| descends(*other, id))
        .collect()
}

/// Every process with its short name.
fn processes() -> Vec<(u32, String)> {
    fs::read_dir("/proc")
        .unwrap()
        .filter_map(|entry| {
            let id = entry.ok()?.file_name().to_str()?.parse().ok()?;
            let name = fs::read_to_string(format!("/proc/{id}/comm")).ok()?;
            Some((id, name.trim().to_owned()))
        })
        .collect()
}

fn descends(id: u32, from: u32) -> bool {
    let parent = |id: u32| -> Option<u32> {
        let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
        let line = status.lines().find(|line| line.starts_with("PPid:"))?;
        line.split_whitespace().nth(1)?.parse().ok()
    };
    std::iter::successors(Some(id), |id| parent(*id))
        .take(8)
        .any(|id| id == from)
}
