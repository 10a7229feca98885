//! A blank window of the same engine, to compare with, and the screen, to see when one is painted.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use gtk::gdk::prelude::WindowExtManual;
use gtk::prelude::{ContainerExt, GtkWindowExt, WidgetExt};
use webkit2gtk::WebViewExt;

use crate::harness::processes_beneath;

/// How the program is started that shows the blank window: this one, with one of its tests.
const PROGRAM: [&str; 4] = [
    "--exact",
    "speed::blank::another_program_shows_a_blank_page",
    "--ignored",
    "--nocapture",
];
/// The colour of a main button, which the sign-in has and the screen does not.
const PAINT: [u8; 3] = [0x1b, 0x6f, 0x62];
const PATIENCE: Duration = Duration::from_secs(20);

/// A running program with a blank page. Ends with its value.
pub(super) struct Blank(Child);

impl Blank {
    /// Starts it.
    pub(super) fn open() -> Self {
        let program = Command::new(std::env::current_exe().expect("this program"))
            .args(PROGRAM)
            .env("FAIRHOLD_BLANK", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        Self(program.expect("the other program should start"))
    }

    /// Its own process and every one beneath it.
    pub(super) fn all(&self) -> Vec<u32> {
        processes_beneath(self.0.id())
    }
}

impl Drop for Blank {
    fn drop(&mut self) {
        if let Err(error) = self.0.kill().and_then(|()| self.0.wait()) {
            eprintln!("the other program may be left behind: {error}");
        }
    }
}

/// The whole screen.
pub(super) struct Screen(gtk::gdk::Window);

impl Screen {
    /// Begins to look at it.
    pub(super) fn open() -> Self {
        gtk::init().expect("a display");
        Self(gtk::gdk::Window::default_root_window())
    }

    /// Waits until a button or the blank page is painted.
    pub(super) fn shows_paint(&self) {
        self.until(true);
    }

    /// Waits until nothing of it is left.
    pub(super) fn is_clear(&self) {
        self.until(false);
    }

    fn until(&self, painted: bool) {
        let begun = Instant::now();
        while self.is_painted() != painted {
            assert!(begun.elapsed() < PATIENCE, "the screen stays as it is");
            std::thread::sleep(Duration::from_millis(3));
        }
    }

    fn is_painted(&self) -> bool {
        let (width, height) = (self.0.width(), self.0.height());
        let Some(picture) = self.0.pixbuf(0, 0, width, height) else {
            return false;
        };
        let channels = usize::try_from(picture.n_channels()).unwrap_or(3);
        let bytes = picture.read_pixel_bytes();
        let found = bytes
            .chunks_exact(channels)
            .filter(|pixel| pixel.starts_with(&PAINT))
            .take(500)
            .count();
        found == 500
    }
}

/// No test: what [`Blank::open`] starts.
#[test]
#[ignore = "it is another program, which a measurement starts"]
fn another_program_shows_a_blank_page() {
    if std::env::var_os("FAIRHOLD_BLANK").is_none() {
        return;
    }
    gtk::init().expect("a display");
    let window = gtk::Window::new(gtk::WindowType::Toplevel);
    window.set_default_size(1240, 780);
    let page = webkit2gtk::WebView::new();
    page.load_html("<body style='background:#1b6f62'>", None);
    window.add(&page);
    window.show_all();
    gtk::main();
}
