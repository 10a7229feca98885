//! The system's file dialogs, which WebDriver cannot see.

use std::path::Path;
use std::process::Command;

use super::{PATIENCE, wait};

/// Which kind of dialog is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Picker {
    /// An existing file or folder is chosen.
    Open,
    /// A new file is named.
    Save,
}

impl Picker {
    /// Waits for the dialog with this title and answers it with a path.
    pub(crate) fn answer(self, title: &str, path: &Path) {
        let window = Self::find(title);
        let path = path.to_str().expect("a test's paths are plain");
        xdotool(&["windowfocus", "--sync", &window]).unwrap();
        match self {
            // A slash opens the line for a path, and is its first letter.
            Self::Open => {
                xdotool(&["key", "slash"]).unwrap();
                xdotool(&["key", "ctrl+a"]).unwrap();
            }
            Self::Save => {
                xdotool(&["key", "ctrl+a"]).unwrap();
            }
        }
        xdotool(&["type", "--delay", "5", path]).unwrap();
        xdotool(&["key", "Return"]).unwrap();
        Self::gone(title);
    }

    /// Waits for the dialog with this title and cancels it.
    pub(crate) fn cancel(title: &str) {
        let window = Self::find(title);
        xdotool(&["windowfocus", "--sync", &window]).unwrap();
        xdotool(&["key", "Escape"]).unwrap();
        Self::gone(title);
    }

    /// Waits for the print dialog and prints to the file that it proposes, its only printer here: `output.pdf` where
    /// the program was started.
    pub(crate) fn print_to_file() {
        let title = "Print";
        let window = Self::find(title);
        wait(PATIENCE, || {
            xdotool(&["windowfocus", "--sync", &window])?;
            // Printers are listed a moment after the dialog shows.
            xdotool(&["key", "--delay", "300", "Down", "alt+p"])?;
            match search(title) {
                Ok(found) if !found.trim().is_empty() => Err("the print dialog stays".to_owned()),
                _ => Ok(()),
            }
        });
    }

    fn find(title: &str) -> String {
        wait(PATIENCE, || {
            let found =
                search(title).map_err(|why| format!("no dialog is called “{title}” ({why})"))?;
            found
                .lines()
                .next_back()
                .map(str::to_owned)
                .ok_or_else(|| format!("no dialog is called “{title}”"))
        })
    }

    fn gone(title: &str) {
        wait(PATIENCE, || match search(title) {
            Ok(found) if !found.trim().is_empty() => {
                Err(format!("the dialog “{title}” stays open"))
            }
            _ => Ok(()),
        });
    }
}

fn search(title: &str) -> Result<String, String> {
    xdotool(&["search", "--onlyvisible", "--name", &format!("^{title}$")])
}

/// Where the page of the program's window begins on the screen.
pub(super) fn corner() -> Result<(i64, i64), String> {
    let found = xdotool(&["search", "--onlyvisible", "--name", "^Fairhold$"])?;
    let window = found.lines().next_back().ok_or("no window shows")?;
    let told = xdotool(&["getwindowgeometry", "--shell", window])?;
    let number = |name: &str| {
        let line = told.lines().find_map(|line| line.strip_prefix(name))?;
        line.strip_prefix('=')?.parse().ok()
    };
    number("X")
        .zip(number("Y"))
        .ok_or_else(|| format!("xdotool answered {told}"))
}

pub(super) fn xdotool(words: &[&str]) -> Result<String, String> {
    let output = Command::new("xdotool")
        .args(words)
        .output()
        .map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(format!(
            "xdotool {}: {}",
            words.join(" "),
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
