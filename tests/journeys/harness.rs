//! The real window under WebDriver, handled as a person handles it: by what things are and are called.
//!
//! ```ignore
//! let window = Window::open();
//! window.click("button", "Make a store");
//! window.fill("Name of the organisation", "Hansard House");
//! window.within("dialog", "Reject Ada Lovelace").click("button", "Reject");
//! window.see("Rejected on 23 Nov 2026");
//! ```
//!
//! Every action waits until it is possible, [`PATIENCE`] at most, and then fails with what was looked
//! for and what was on the page instead. Nothing is found by class, id or position, since a person
//! using a screen reader cannot find it so either.
//!
//! - [`Home`]: the folders, the store and the clock that a window is given; outlives it
//! - [`Window`]: the running program; ends with its value
//! - [`Part`]: the page or something on it, with all that can be done there
//! - [`Hand`]: files in another program's window, to be dragged over this one
//! - [`Listener`]: what a screen reader is told
//! - [`Plain`]: the program as people have it, without WebDriver
//! - [`Violation`]: what axe-core reports

mod axe;
mod driver;
mod hand;
mod home;
mod keys;
mod listener;
mod part;
mod picker;
mod plain;
mod session;
mod window;

use std::cell::Cell;
use std::time::{Duration, Instant};

pub(crate) use axe::Violation;
pub(crate) use hand::Hand;
pub(crate) use home::Home;
pub(crate) use listener::Listener;
pub(crate) use part::{Part, Thing};
pub(crate) use picker::Picker;
pub(crate) use plain::{Plain, processes_beneath};
pub(crate) use window::{THEMES, Window};

/// How long an action may take to become possible.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// How often it is tried meanwhile.
const PAUSE: Duration = Duration::from_millis(50);

thread_local! {
    /// The longest that anything may take on this thread.
    static LIMIT: Cell<Duration> = const { Cell::new(Duration::MAX) };
}

/// Does what is expected to fail, without waiting the whole [`PATIENCE`] for it.
pub(crate) fn impatiently<T>(work: impl FnOnce() -> T) -> T {
    let before = LIMIT.replace(Duration::from_secs(1));
    let done = work();
    LIMIT.set(before);
    done
}

/// Tries until there is an answer.
///
/// # Panics
/// After `patience`, with the last reason why there was none.
#[track_caller]
fn wait<T>(patience: Duration, mut attempt: impl FnMut() -> Result<T, String>) -> T {
    let begun = Instant::now();
    let patience = patience.min(LIMIT.get());
    loop {
        match attempt() {
            Ok(answer) => return answer,
            Err(why) if begun.elapsed() > patience => {
                panic!("after {:.0} s: {why}", patience.as_secs_f64())
            }
            Err(_not_yet) => std::thread::sleep(PAUSE),
        }
    }
}
