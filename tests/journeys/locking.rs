//! Nobody is at the window any more: it locks, and what it showed is gone.

use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::harness::{Home, Plain, Window};
use crate::six_months::{PASSPHRASE, add_a_candidate, add_a_vacancy, make_a_store};

#[test]
fn the_window_locks_when_nobody_is_at_it_for_as_long_as_was_chosen() {
    let window = Window::open();
    make_a_store(&window);
    window.home().pass_idly(299);
    // The page says that somebody is there every five seconds at most.
    thread::sleep(Duration::from_secs(6));
    window.has("heading", "Today");
    window.press("Tab");
    // The page says so a moment later, and it is that moment that counts.
    thread::sleep(Duration::from_secs(2));
    window.home().pass_idly(598);
    thread::sleep(Duration::from_secs(3));
    window.has("heading", "Today");

    window.home().pass_idly(599);
    window.has("heading", "Sign in");
    window.no_text("Hansard House");

    sign_in(&window);
    window.click("button", "Robin Sample HR administrator");
    window.click("menuitemradio", "1 minute");
    window.press("Escape");
    window.home().pass_idly(660);
    window.has("heading", "Sign in");
}

#[test]
fn the_window_locks_with_the_screen_and_before_the_laptop_sleeps() {
    let window = Window::open();
    make_a_store(&window);
    for (path, signal, arguments) in [
        (
            "/org/freedesktop/ScreenSaver",
            "org.freedesktop.ScreenSaver.ActiveChanged",
            Some("boolean:true"),
        ),
        (
            "/org/gnome/ScreenSaver",
            "org.gnome.ScreenSaver.ActiveChanged",
            Some("boolean:true"),
        ),
        (
            "/org/freedesktop/login1/session/_31",
            "org.freedesktop.login1.Session.Lock",
            None,
        ),
        (
            "/org/freedesktop/login1",
            "org.freedesktop.login1.Manager.PrepareForSleep",
            Some("boolean:true"),
        ),
    ] {
        window.has("heading", "Today");
        if arguments.is_some() {
            say_on_the_bus(path, signal, Some("boolean:false"));
            thread::sleep(Duration::from_millis(300));
            window.has("heading", "Today");
        }
        say_on_the_bus(path, signal, arguments);
        window.has("heading", "Sign in");
        window.no_text("Hansard House");
        sign_in(&window);
    }
}

#[test]
fn what_was_copied_leaves_the_clipboard_with_the_lock() {
    let window = Window::open();
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Bea", "Baker", "bea@example.org");
    crate::six_months::go_to(&window, "Candidates");
    let search = "Search candidates by name, e-mail, telephone or words of a document";
    let copy = || {
        window.fill(search, "Quackenbush");
        window.press("Ctrl+a");
        window.press("Ctrl+c");
        window.fill(search, "");
    };
    copy();
    window.press("Ctrl+v");
    assert_eq!(window.value(search), "Quackenbush", "it was copied");

    copy();
    thread::sleep(Duration::from_secs(32));
    window.fill(search, "");
    window.press("Ctrl+v");
    assert_eq!(window.value(search), "", "half a minute later it is gone");

    copy();
    window.click("button", "Lock");
    window.has("heading", "Sign in");
    window.fill("Passphrase", "");
    window.press("Ctrl+v");
    assert_eq!(window.value("Passphrase"), "", "the lock took it back");
}

#[test]
fn the_process_that_showed_the_page_ends_with_the_lock() {
    let home = a_store_with_a_candidate();
    let window = Plain::open_in(home);
    window.sign_in(PASSPHRASE);
    thread::sleep(Duration::from_secs(1));
    let before = window.pages();
    assert_eq!(before.len(), 1, "one process shows the page");

    window.press(&["ctrl+l"]);
    window.until("the store is closed", |window| !window.is_open());
    window.until("another process shows the page", |window| {
        let now = window.pages();
        now.len() == 1 && now != before
    });
    window.sign_in(PASSPHRASE);
    let limits =
        std::fs::read_to_string(format!("/proc/{}/limits", window.id())).expect("its limits");
    let core = limits
        .lines()
        .find(|line| line.starts_with("Max core file size"))
        .expect("the limit of a core");
    assert_eq!(
        core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(),
        ["0", "0"],
        "{core}"
    );
}

/// A laptop on which somebody made a store with one candidate in it.
pub(crate) fn a_store_with_a_candidate() -> Home {
    let window = Window::open();
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(
        &window,
        "Wilhelmina",
        "Quackenbush",
        "wilhelmina.quackenbush@example.org",
    );
    window.close()
}

fn sign_in(window: &Window) {
    window.fill("Passphrase", PASSPHRASE);
    window.click("button", "Sign in");
    window.has("heading", "Today");
}

fn say_on_the_bus(path: &str, signal: &str, argument: Option<&str>) {
    let said = Command::new("dbus-send")
        .args(["--session", "--type=signal", path, signal])
        .args(argument)
        .status()
        .expect("dbus-send comes with the session bus");
    assert!(said.success(), "{signal} could not be said");
}
