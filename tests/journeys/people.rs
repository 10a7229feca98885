//! One laptop, several people: each sees their own, somebody forgets a passphrase, somebody leaves.

use crate::harness::Window;
use crate::six_months::{
    NAME, PASSPHRASE, add_a_candidate, add_a_vacancy, go_to, make_a_store, type_date,
};

const MANAGER: &str = "Morgan Manager";
pub(crate) const INTERVIEWER: &str = "Indra Interviewer";
const OUTSIDER: &str = "Oakley Outsider";
pub(crate) const THEIRS: &str = "another sixteen letters long";

#[test]
fn four_people_share_a_laptop_and_each_sees_exactly_their_own() {
    let window = Window::open();
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    for (person, trained) in [(MANAGER, true), (INTERVIEWER, true), (OUTSIDER, false)] {
        add_account(&window, person, trained);
    }
    name_for_the_vacancy(&window, MANAGER, "Recruiting manager…");
    name_for_the_vacancy(&window, INTERVIEWER, "Interviewer…");

    sign_in_as(&window, MANAGER, THEIRS);
    go_to(&window, "Candidates");
    window.click("row", "Wilhelmina Quackenbush…");
    window.see("wq@example.org");
    window.lacks("heading", "Accountability");

    sign_in_as(&window, INTERVIEWER, THEIRS);
    go_to(&window, "Candidates");
    window.click("row", "Wilhelmina Quackenbush…");
    window.has("heading", "Wilhelmina Quackenbush");
    window.no_text("wq@example.org");

    sign_in_as(&window, OUTSIDER, THEIRS);
    window.no_text("Quackenbush");
    window.see("induction");

    sign_in_as(&window, NAME, PASSPHRASE);
    go_to(&window, "People");
    window.click("button", &format!("More for {OUTSIDER}"));
    window.click("menuitem", "Record training");
    let dialog = window.within("dialog", &format!("Record training of {OUTSIDER}"));
    dialog.click("button", "Record training");
    window.see(&format!("Recorded the training of {OUTSIDER}"));
    go_to(&window, "Candidates");
    window.click("row", "Wilhelmina Quackenbush…");
    window.see("Recruiting manager of Press Officer");
    window.see("Interviewer of Press Officer");

    sign_in_as(&window, OUTSIDER, THEIRS);
    go_to(&window, "Candidates");
    window.no_text("Quackenbush");
    go_to(&window, "Vacancies");
    window.see("You have no part in a vacancy.");
}

#[test]
fn a_forgotten_passphrase_is_replaced_by_the_recovery_sheet_and_a_leaver_is_out() {
    let window = Window::open();
    make_a_store(&window);
    add_account(&window, MANAGER, true);
    go_to(&window, "People");
    window.click("button", "Make a recovery sheet");
    let dialog = window.within("dialog", "Recovery sheet");
    let code = dialog.names("listitem").join(" ");
    assert_eq!(code.len(), 14 * 4 + 13, "fourteen groups of four: {code}");
    dialog.fill("Type it back from the paper", &code.to_lowercase());
    dialog.click("button", "Confirm the sheet");
    window.see("it was typed back from paper");

    window.click("button", &format!("More for {MANAGER}"));
    window.click("menuitem", "Remove account");
    window
        .within("dialog", &format!("Remove {MANAGER}?"))
        .click("button", "Remove account");
    window.see(&format!("Removed {MANAGER}"));
    window.lacks("rowheader", MANAGER);

    window.click("button", "Lock");
    window.has("heading", "Sign in");
    window.no_text(MANAGER);
    window.click("button", "Forgotten passphrase?");
    let dialog = window.within("dialog", "Use the recovery sheet");
    dialog.fill("Code on the sheet", "not the code");
    dialog.fill("New passphrase", "five words that I remember");
    dialog.click("button", "Open and change passphrase");
    dialog.see("There is a slip in this code");
    dialog.fill("Code on the sheet", &code);
    dialog.click("button", "Open and change passphrase");
    window.has("heading", "Today");

    sign_in_as(&window, NAME, "five words that I remember");
    go_to(&window, "Accountability");
    window.see("Signed in by the recovery sheet");
    window.see("Removed an account");
}

pub(crate) fn add_account(window: &Window, name: &str, trained: bool) {
    go_to(window, "People");
    window.click("button", "Add an account");
    let dialog = window.within("dialog", "Add an account");
    dialog.fill("Name", name);
    dialog.click("radio", "Member…");
    if trained {
        type_date(window, "Live induction (optional)", "01112026");
    }
    dialog.fill("First passphrase", THEIRS);
    dialog.click("button", "Add account");
    window.has("rowheader", name);
}

pub(crate) fn name_for_the_vacancy(window: &Window, person: &str, part: &str) {
    go_to(window, "Vacancies");
    window.click("link", "Press Officer…");
    window.click("tab", "People…");
    window.click("button", "Name someone");
    let dialog = window.within("dialog", "Name someone for this vacancy");
    dialog.fill("Person", person);
    window.click("option", person);
    dialog.click("radio", part);
    dialog.click("button", "Save");
    window.has("rowheader", person);
}

pub(crate) fn sign_in_as(window: &Window, name: &str, passphrase: &str) {
    window.click("button", "Lock");
    window.has("heading", "Sign in");
    window.click("radio", name);
    window.fill("Passphrase", passphrase);
    window.click("button", "Sign in");
    window.has("navigation", "Places");
}
