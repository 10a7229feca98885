//! The running program.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::{fs, thread};

use serde_json::Value;

use super::driver::Driver;
use super::session::Session;
use super::{Home, PATIENCE, Part, Violation, axe, wait};

/// Fairhold in its window, with a home of its own. Everything on its page can be done on it directly,
/// since it dereferences to the [`Part`] that is the whole page.
///
/// A test that fails leaves a picture of the window under `target/tmp`, and shows what the program said.
#[derive(Debug)]
pub(crate) struct Window {
    // Fields drop in this order: the conversation, the driver with the program, the folders.
    page: Part,
    session: Rc<Session>,
    witness: Witness,
    driver: Driver,
    home: Home,
}

impl Deref for Window {
    type Target = Part;

    fn deref(&self) -> &Part {
        &self.page
    }
}

impl Window {
    /// Starts the program on a laptop on which it never ran.
    pub(crate) fn open() -> Self {
        Self::open_in(Home::new(), &[])
    }

    /// Starts the program in a home, perhaps one that another window left, with arguments.
    pub(crate) fn open_in(home: Home, arguments: &[&str]) -> Self {
        let driver = Driver::start(&home);
        let session = Rc::new(Session::begin(&driver.address(), PROGRAM, arguments));
        let witness = Witness {
            session: Rc::clone(&session),
            log: home.log(),
        };
        let window = Self {
            page: Part::page(Rc::clone(&session)),
            session,
            witness,
            driver,
            home,
        };
        window.execute(LISTEN);
        window
    }

    /// Closes the program and keeps the home, to open it again or to look at the store's bytes.
    pub(crate) fn close(self) -> Home {
        self.session
            .end()
            .expect("the program should close when asked");
        let Self {
            page: _,
            session: _,
            witness,
            driver,
            home,
        } = self;
        drop(witness);
        drop(driver);
        home
    }

    /// Ends the program where it stands, as a power cut would, and keeps the home.
    pub(crate) fn kill(self) -> Home {
        let Self {
            page: _,
            session: _,
            witness,
            driver,
            home,
        } = self;
        drop(driver);
        drop(witness);
        home
    }

    /// The home it was given.
    pub(crate) fn home(&self) -> &Home {
        &self.home
    }

    /// Sets the program's clock; see [`Home::set_clock`].
    pub(crate) fn set_clock(&self, when: &str) {
        self.home.set_clock(when);
    }

    /// Runs the body of an asynchronous function in the page. For what no person does, such as planting
    /// a fault.
    #[track_caller]
    pub(crate) fn execute(&self, body: &str) -> Value {
        self.session
            .execute_async(body, Vec::new())
            .unwrap_or_else(|why| panic!("{why}"))
    }

    /// Waits until animations have ended and what was last drawn is on the screen.
    #[track_caller]
    pub(crate) fn settle(&self) {
        self.session.settle().unwrap_or_else(|why| panic!("{why}"));
    }

    /// Writes a picture of the page to a file, as PNG.
    #[track_caller]
    pub(crate) fn screenshot(&self, file: &Path) {
        self.settle();
        let bytes = self.session.ask(async |client| client.screenshot().await);
        let bytes = bytes.unwrap_or_else(|why| panic!("taking a picture: {why}"));
        fs::write(file, bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }

    /// Shows the page in its dark or its light colours, whatever the system prefers.
    #[track_caller]
    pub(crate) fn dark(&self, dark: bool) {
        let theme = if dark { "dark" } else { "light" };
        self.execute(&format!(
            "document.documentElement.dataset.theme = '{theme}'"
        ));
        self.settle();
    }

    /// What axe-core finds on the page as it stands.
    #[track_caller]
    pub(crate) fn axe(&self) -> Vec<Violation> {
        self.settle();
        axe::examine(&self.session).unwrap_or_else(|why| panic!("axe-core: {why}"))
    }

    /// Fails if axe-core finds anything, in light or dark. `screen` is for the message.
    #[track_caller]
    pub(crate) fn is_accessible(&self, screen: &str) {
        let before = self.execute("return document.documentElement.dataset.theme ?? ''");
        for dark in [false, true] {
            self.dark(dark);
            let found: String = self.axe().iter().map(ToString::to_string).collect();
            assert!(
                found.is_empty(),
                "axe-core on “{screen}”, {}:\n{found}",
                if dark { "dark" } else { "light" }
            );
        }
        self.execute(&format!(
            "const before = {before}, root = document.documentElement;
             if (before) root.dataset.theme = before; else delete root.dataset.theme;"
        ));
    }

    /// What the page's content policy refused since the window opened, or since the page began if the
    /// program collects it from there.
    #[track_caller]
    pub(crate) fn csp_violations(&self) -> Vec<String> {
        let found = self.execute("return window.__cspViolations ?? []");
        found
            .as_array()
            .into_iter()
            .flatten()
            .map(ToString::to_string)
            .collect()
    }

    /// Makes the window's page so large; for reflow.
    #[track_caller]
    pub(crate) fn resize(&self, width: u32, height: u32) {
        let done = self
            .session
            .ask(async |client| client.set_window_size(width, height).await);
        done.unwrap_or_else(|why| panic!("resizing: {why}"));
        self.settle();
    }

    /// Waits until an expression in the page is true.
    #[track_caller]
    pub(crate) fn until(&self, expression: &str) {
        wait(PATIENCE, || {
            let answer = self
                .session
                .execute(&format!("return {expression}"), Vec::new())?;
            if answer == Value::Bool(true) {
                return Ok(());
            }
            Err(format!("`{expression}` is {answer}"))
        });
    }
}

/// Keeps what there is to see when a test fails, while the window is still there.
#[derive(Debug)]
struct Witness {
    session: Rc<Session>,
    log: PathBuf,
}

impl Drop for Witness {
    fn drop(&mut self) {
        if !thread::panicking() {
            return;
        }
        let test = thread::current()
            .name()
            .unwrap_or("journey")
            .replace("::", "-");
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}.png"));
        let kept = self.session.ask(async |client| client.screenshot().await);
        match kept.and_then(|bytes| fs::write(&file, bytes).map_err(|error| error.to_string())) {
            Ok(()) => eprintln!("the window as it was: {}", file.display()),
            Err(why) => eprintln!("there is no picture of the window: {why}"),
        }
        if let Ok(said) = fs::read_to_string(&self.log) {
            eprintln!("the program said:\n{said}");
        }
    }
}

/// The program, built with the feature `e2e`, without which it would look for a development server.
pub(super) const PROGRAM: &str = env!("CARGO_BIN_EXE_fairhold");

/// Collects what the content policy refuses. The program may have begun earlier, in a script of its own.
const LISTEN: &str = "
    if (window.__cspViolations) return;
    window.__cspViolations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.__cspViolations.push(`${event.effectiveDirective} refused ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`);
    });";
