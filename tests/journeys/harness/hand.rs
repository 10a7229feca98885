//! A hand that brings files from another program's window: WebDriver moves no files.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use gtk::gdk::DragAction;
use gtk::prelude::{ContainerExt, GtkWindowExt, WidgetExt, WidgetExtManual};
use gtk::{TargetEntry, TargetFlags, WindowType};

use super::picker::xdotool;
use super::{PATIENCE, Part, wait};

/// What tells the other program which files it holds.
const FILES: &str = "FAIRHOLD_HELD_FILES";
/// How that program starts: this one, with one of its tests.
const PROGRAM: [&str; 4] = [
    "--exact",
    "harness::hand::another_program_holds_files",
    "--ignored",
    "--nocapture",
];
const TITLE: &str = "Held files";

/// Files in a window of another program, to be dragged from there.
pub(crate) struct Hand {
    program: Child,
    /// Where its window is.
    at: (i64, i64),
}

impl Hand {
    /// Opens a window that holds files.
    pub(crate) fn holding(files: &[&Path]) -> Self {
        let uris: Vec<String> = files
            .iter()
            .map(|file| {
                gtk::glib::filename_to_uri(file, None)
                    .expect("a whole path")
                    .into()
            })
            .collect();
        let program = Command::new(std::env::current_exe().expect("this program"))
            .args(PROGRAM)
            .env(FILES, uris.join("\n"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .expect("the other program should start");
        wait(PATIENCE, || {
            let found = xdotool(&["search", "--onlyvisible", "--name", TITLE])?;
            (!found.trim().is_empty())
                .then_some(())
                .ok_or_else(|| "the other window does not show".to_owned())
        });
        Self {
            program,
            at: (20, 20),
        }
    }

    /// Drags what it holds over something in the program's window, and keeps it there.
    pub(crate) fn hold_over(&self, part: &Part, role: &str, name: &str) {
        let (x, y) = part.middle(role, name);
        let at = |x: i64, y: i64| {
            let (x, y) = (x.to_string(), y.to_string());
            xdotool(&["mousemove", "--sync", &x, &y]).unwrap();
        };
        let (from_x, from_y) = self.at;
        at(from_x, from_y);
        xdotool(&["mousedown", "1"]).unwrap();
        // A drag begins with the first steps; the last ones say that it came to rest.
        for step in 1..=10 {
            at(
                from_x + (x - from_x) * step / 10,
                from_y + (y - from_y) * step / 10,
            );
            std::thread::sleep(std::time::Duration::from_millis(40));
        }
        at(x + 1, y);
        at(x, y);
    }

    /// Lets go.
    pub(crate) fn let_go(self) {
        xdotool(&["mouseup", "1"]).unwrap();
        drop(self);
    }
}

impl Drop for Hand {
    fn drop(&mut self) {
        // What it held is delivered once it was let go.
        std::thread::sleep(std::time::Duration::from_millis(500));
        if let Err(error) = self.program.kill().and_then(|()| self.program.wait()) {
            eprintln!("the other program may be left behind: {error}");
        }
    }
}

/// No test: what [`Hand::holding`] starts, a file manager's window and its files.
#[test]
#[ignore = "it is another program, which a journey starts"]
fn another_program_holds_files() {
    let Ok(files) = std::env::var(FILES) else {
        return;
    };
    gtk::init().expect("a display");
    let window = gtk::Window::new(WindowType::Popup);
    window.set_title(TITLE);
    window.set_default_size(40, 40);
    let handle = gtk::EventBox::new();
    window.add(&handle);
    handle.drag_source_set(
        gtk::gdk::ModifierType::BUTTON1_MASK,
        &[TargetEntry::new("text/uri-list", TargetFlags::OTHER_APP, 0)],
        DragAction::COPY,
    );
    handle.connect_drag_data_get(move |_, _, data, _, _| {
        let uris: Vec<&str> = files.lines().collect();
        data.set_uris(&uris);
    });
    window.show_all();
    window.move_(0, 0);
    gtk::main();
}
