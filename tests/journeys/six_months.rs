//! A recruiting manager keeps a promise: one candidate is turned down and goes after six months, the other
//! agreed to be kept and stays. By mouse here, by keyboard in `six_months_by_keyboard`.

use crate::bytes::{assert_unreadable, words_left};
use crate::harness::Window;
use crate::people::sign_in_as;

/// Who makes the store.
pub(crate) const NAME: &str = "Robin Sample";

/// Long enough for a store, and for nothing else.
pub(crate) const PASSPHRASE: &str = "copper lantern tidal orchard";

#[test]
fn a_manager_turns_one_candidate_down_keeps_another_and_six_months_pass() {
    let window = Window::open();
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(
        &window,
        "Wilhelmina",
        "Quackenbush",
        "wilhelmina.quackenbush@example.org",
    );
    add_a_candidate(
        &window,
        "Bartholomew",
        "Featherstone",
        "bartholomew@example.org",
    );
    reject(
        &window,
        "Wilhelmina Quackenbush",
        "Essential criteria not met",
    );
    window.see("Erase on 23 May 2027, six months after the outcome");
    reject(
        &window,
        "Bartholomew Featherstone",
        "Met the requirements, not selected",
    );
    refuse_the_reserve_list_without_permission(&window);
    put_on_the_reserve_list(&window);

    six_months_pass(|day| {
        window.set_clock(day);
        sign_in_as(&window, NAME, PASSPHRASE);
    });
    window.has("heading", "Due for erasure");
    window.no_text("Wilhelmina Quackenbush");
    window.click("button", "Review and erase now");
    let goes = window.within("table", "People who go");
    goes.see("Wilhelmina Quackenbush");
    goes.no_text("Bartholomew Featherstone");
    let store = window.home().store();
    assert_unreadable(
        &store,
        &["quackenbush", "featherstone", "press officer", "hansard"],
    );
    assert_eq!(
        words_left(&store, NAME, PASSPHRASE, &["quackenbush"]),
        1,
        "she is there, and the search finds her"
    );
    window.fill("Type ERASE 2 to go on", "ERASE 2");
    window.click("button", "Erase one person and one part of a record");
    window.see("Checked: nothing of them is left");
    window.click("button", "Done");

    go_to(&window, "Candidates");
    window.fill(
        "Search candidates by name, e-mail, telephone or words of a document",
        "quack",
    );
    window.see("Nobody fits");
    window.fill(
        "Search candidates by name, e-mail, telephone or words of a document",
        "feather",
    );
    window.see("Bartholomew Featherstone");
    open_candidate(&window, "Bartholomew Featherstone");
    window.see("on the reserve list, by the permission given on 23 November 2026");
    let hers = ["quackenbush", "wilhelmina"];
    assert_eq!(
        words_left(&store, NAME, PASSPHRASE, &hers),
        0,
        "no page and no file holds a word of hers"
    );
    assert_eq!(
        words_left(&store, NAME, PASSPHRASE, &["featherstone"]),
        1,
        "he is still there"
    );
    assert_eq!(
        window.csp_violations(),
        Vec::<String>::new(),
        "the page kept to its policy"
    );
}

/// Half a year in which somebody signs in every few weeks: after more than 35 days without, a second person would
/// have to confirm the date before anyone is erased.
pub(crate) fn six_months_pass(sign_in_on: impl FnMut(&'static str)) {
    [
        "2026-12-28",
        "2027-02-01",
        "2027-03-08",
        "2027-04-12",
        "2027-05-17",
        "2027-05-24",
    ]
    .into_iter()
    .for_each(sign_in_on);
}

/// From the first screen to Today.
pub(crate) fn make_a_store(window: &Window) {
    window.click("button", "Make a store");
    window.fill("Organisation", "Hansard House");
    window.fill("Your name", NAME);
    window.fill("Passphrase", PASSPHRASE);
    window.fill("Passphrase again", PASSPHRASE);
    window.click("button", "Make a store");
    window.has("heading", "Today");
}

pub(crate) fn add_a_vacancy(window: &Window, title: &str, team: &str) {
    go_to(window, "Vacancies");
    window.click("button", "Add a vacancy");
    window.fill("Title", title);
    window.fill("Name of the new team", team);
    window.click("button", "Add vacancy");
    window.has("heading", title);
}

pub(crate) fn add_a_candidate(window: &Window, given: &str, family: &str, email: &str) {
    go_to(window, "Candidates");
    window.click("button", "Add candidate");
    window.fill("Given names (optional)", given);
    window.fill("Family name", family);
    window.fill("E-mail (optional)", email);
    choose(window, "Choose Source", "Our website or form");
    // Scrolled to before anything is typed: a list of suggestions closes when the page beneath it scrolls.
    window.click("combobox", "Vacancy");
    window.fill("Vacancy", "Press");
    window.click("option", "Press Officer");
    window.click("button", "Add candidate");
    window.has("heading", &format!("{given} {family}"));
}

/// Goes to a place by the navigation.
pub(crate) fn go_to(window: &Window, place: &str) {
    window.within("navigation", "Places").click("link", place);
}

pub(crate) fn choose(window: &Window, field: &str, option: &str) {
    window.click("button", field);
    window.click("option", option);
}

pub(crate) fn open_candidate(window: &Window, name: &str) {
    window.click("row", &format!("{name}…"));
    window.has("heading", name);
}

pub(crate) fn reject(window: &Window, name: &str, reason: &str) {
    go_to(window, "Candidates");
    open_candidate(window, name);
    window.click("button", "Reject…");
    let dialog = window.within("dialog", &format!("Reject {name}"));
    dialog.click("radio", reason);
    dialog.click("button", &format!("Reject {name}"));
    window.see(&format!("Rejected: {} on 23 Nov 2026", lower_first(reason)));
}

/// A place on the list needs a permission record; without one the form says so and nobody is listed.
fn refuse_the_reserve_list_without_permission(window: &Window) {
    window.click("button", "Add to reserve list");
    let dialog = window.within("dialog", "Put Bartholomew Featherstone on the reserve list");
    dialog.see("There is no live permission for the reserve list. Ask the person first");
    dialog.fill("Kept for", "Press and communications");
    dialog.click("button", "Add to reserve list");
    dialog.see("Enter the day they said yes");
    dialog.click("button", "Cancel");
    window.see("Not on the list.");
}

fn put_on_the_reserve_list(window: &Window) {
    window.click("button", "Add to reserve list");
    let dialog = window.within("dialog", "Put Bartholomew Featherstone on the reserve list");
    type_date(window, "Day they said yes", "23112026");
    dialog.click("radio", "By e-mail");
    dialog.fill("Where it can be seen", "E-mail of 23 November");
    dialog.fill("Kept for", "Press and communications");
    dialog.click("button", "Add to reserve list");
    window.see("on the reserve list, by the permission given on 23 November 2026");
}

/// Types a day into the first of a date's three boxes; the others follow by themselves.
pub(crate) fn type_date(window: &Window, field: &str, digits: &str) {
    window.click("spinbutton", &format!("day, {field}"));
    window.type_text(digits);
}

/// A reason as it stands inside a sentence.
pub(crate) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        format!("{}{}", first.to_lowercase(), letters.as_str())
    })
}
