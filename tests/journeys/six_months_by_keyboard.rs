//! The same six months without a pointer: every step by keys, and the focus always somewhere a person can tell.

use crate::bytes::words_left;
use crate::harness::Window;
use crate::six_months::{NAME, PASSPHRASE, six_months_pass};

#[test]
fn a_manager_without_a_mouse_keeps_the_same_promise() {
    let window = Window::open();
    make_a_store(&window);
    add_a_vacancy(&window);
    add_a_candidate(&window, "Wilhelmina", "Quackenbush");
    reject(
        &window,
        "Wilhelmina Quackenbush",
        "Essential criteria not met",
    );
    window.see("Erase on 23 May 2027, six months after the outcome");
    add_a_candidate(&window, "Bartholomew", "Featherstone");
    reject(
        &window,
        "Bartholomew Featherstone",
        "Met the requirements, not selected",
    );
    put_on_the_reserve_list(&window);

    six_months_pass(|day| {
        window.set_clock(day);
        window.press("Ctrl+l");
        window.has("heading", "Sign in");
        type_into(&window, "Passphrase", PASSPHRASE);
        window.press("Enter");
        window.has("navigation", "Places");
    });
    go_to(&window, "Retention");
    press_on(
        &window,
        "button",
        "Preview erasure of one person and one part of a record",
    );
    window
        .within("table", "People who go")
        .see("Wilhelmina Quackenbush");
    let store = window.home().store();
    assert_eq!(
        words_left(&store, NAME, PASSPHRASE, &["quackenbush"]),
        1,
        "she is still there"
    );
    type_into(&window, "Type ERASE 2 to go on", "ERASE 2");
    press_on(
        &window,
        "button",
        "Erase one person and one part of a record",
    );
    window.see("Checked: nothing of them is left");
    press_on(&window, "button", "Done");

    go_to(&window, "Candidates");
    press_until_focus(
        &window,
        "/",
        "Search candidates by name, e-mail, telephone or words of a document",
    );
    window.type_text("quack");
    window.see("Nobody fits");
    window.press("Escape");
    window.see("Bartholomew Featherstone");
    let hers = ["quackenbush", "wilhelmina"];
    assert_eq!(
        words_left(&store, NAME, PASSPHRASE, &hers),
        0,
        "no page and no file holds a word of hers"
    );
    find_by_palette(&window, "feath", "Bartholomew Featherstone");
    window.see("on the reserve list, by the permission given on 23 November 2026");
}

/// Goes to a thing by Tab and presses Enter on it.
fn press_on(window: &Window, role: &str, name: &str) {
    window.tab_to(role, name);
    window.press("Enter");
}

/// Presses a shortcut, again if the page that answers it is still coming, until a thing has the focus.
fn press_until_focus(window: &Window, key: &str, name: &str) {
    for _ in 0..20 {
        window.press(key);
        window.settle();
        if window.focus() == name {
            return;
        }
    }
    panic!(
        "{key} never brought the focus to {name}; it is on {}",
        window.focused()
    );
}

/// Goes to a field by Tab and types.
fn type_into(window: &Window, label: &str, text: &str) {
    window.tab_to("textbox", label);
    window.type_text(text);
    assert_eq!(window.value(label), text, "the keys went into the field");
}

/// Goes to a place by the palette: Ctrl+K, its name, Enter.
fn go_to(window: &Window, place: &str) {
    window.press("Ctrl+k");
    window.has("dialog", "Find or go");
    window.type_text(place);
    window.has("option", &format!("Go to {place}…"));
    window.press("Enter");
    window.has("heading", place);
}

/// Opens a candidate by the palette.
fn find_by_palette(window: &Window, typed: &str, name: &str) {
    window.press("Ctrl+k");
    window.has("dialog", "Find or go");
    window.type_text(typed);
    window.has("option", &format!("{name}…"));
    window.press("Enter");
    window.has("heading", name);
}

fn make_a_store(window: &Window) {
    press_on(window, "button", "Make a store");
    type_into(window, "Organisation", "Hansard House");
    type_into(window, "Your name", NAME);
    type_into(window, "Passphrase", PASSPHRASE);
    type_into(window, "Passphrase again", PASSPHRASE);
    window.press("Enter");
    window.has("heading", "Today");
}

fn add_a_vacancy(window: &Window) {
    go_to(window, "Vacancies");
    press_on(window, "button", "Add a vacancy");
    type_into(window, "Title", "Press Officer");
    type_into(window, "Name of the new team", "Press and media");
    press_on(window, "button", "Add vacancy");
    window.has("heading", "Press Officer");
}

fn add_a_candidate(window: &Window, given: &str, family: &str) {
    go_to(window, "Candidates");
    press_on(window, "button", "Add candidate");
    type_into(window, "Given names (optional)", given);
    type_into(window, "Family name", family);
    window.tab_to("button", "Choose Source");
    window.press("Down");
    window.has("option", "Our website or form");
    window.press("Enter");
    window.tab_to("combobox", "Vacancy");
    window.type_text("Press");
    window.has("option", "Press Officer");
    window.press("Down");
    window.press("Enter");
    press_on(window, "button", "Add candidate");
    window.has("heading", &format!("{given} {family}"));
}

fn reject(window: &Window, name: &str, reason: &str) {
    press_on(window, "button", "Reject…");
    window.has("dialog", &format!("Reject {name}"));
    choose_radio(window, "Essential criteria not met", reason);
    press_on(window, "button", &format!("Reject {name}"));
    window.see(" on 23 Nov 2026");
    window.lacks("dialog", &format!("Reject {name}"));
}

fn put_on_the_reserve_list(window: &Window) {
    press_on(window, "button", "Add to reserve list");
    window.has("dialog", "Put Bartholomew Featherstone on the reserve list");
    window.tab_to("spinbutton", "day, Day they said yes");
    window.type_text("23112026");
    choose_radio(window, "On a form", "By e-mail");
    type_into(window, "Where it can be seen", "E-mail of 23 November");
    type_into(window, "Kept for", "Press and communications");
    press_on(window, "button", "Add to reserve list");
    window.see("on the reserve list, by the permission given on 23 November 2026");
}

/// Goes into a group of radio buttons by Tab, which stops at its first, to one of them by arrows, and takes it.
fn choose_radio(window: &Window, first: &str, name: &str) {
    window.tab_to("radio", first);
    for _ in 0..10 {
        if window.focus() == name {
            window.press("Space");
            return;
        }
        window.press("Down");
    }
    panic!(
        "the arrows never reached {name}; the focus is on {}",
        window.focused()
    );
}
