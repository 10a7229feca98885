//! One laptop, several people: each sees their own, somebody forgets a passphrase, changes role, audits, leaves.

use std::fs;

use crate::album::Album;
use crate::harness::{Part, Picker, Window};
use crate::six_months::{
    NAME, PASSPHRASE, add_a_candidate, add_a_vacancy, go_to, make_a_store, type_date,
};

const MANAGER: &str = "Morgan Manager";
pub(crate) const INTERVIEWER: &str = "Indra Interviewer";
const OUTSIDER: &str = "Oakley Outsider";
pub(crate) const THEIRS: &str = "another sixteen letters long";
const FRESH: &str = "a passphrase that was reset";

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
    window.see("You have had no live induction to data protection yet");
    window.see(&format!("ask {NAME} to record it"));
    Album::open("people-training").look(&window, "training comes first");
    window.click("button", &format!("{OUTSIDER} Member"));
    window.click("menuitem", "Your training");
    window
        .within("dialog", "Your training")
        .see("Nothing is recorded yet");
    window.press("Escape");

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
    dialog.has("button", "Print the sheet…");
    window.lacks("heading", "Recovery sheet of Hansard House");
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

#[test]
fn a_colleague_joins_hr_becomes_an_auditor_and_leaves() {
    let window = Window::open();
    let mut album = Album::open("people-roles");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    add_account(&window, MANAGER, true);
    name_for_the_vacancy(&window, MANAGER, "Recruiting manager…");

    // Into HR, with keys to what is sealed.
    let dialog = about(&window, MANAGER, "Change role", "Change the role of");
    dialog.click("radio", "HR administrator…");
    dialog.see("They get your keys to what is sealed: Identity and right to work; Health");
    album.look(&window, "a change of role");
    dialog.click("button", "Change role");
    window.see(&format!("{MANAGER} is now: HR administrator"));
    let dialog = about(&window, MANAGER, "Sealed classes", "Sealed classes of");
    dialog.click("button", "Give the key: Equality monitoring");
    dialog.has("button", "Take away the key: Equality monitoring");
    album.look(&window, "sealed classes");
    dialog.click("button", "Close");

    // Their passphrase is forgotten; whoever resets it holds every key.
    let dialog = about(
        &window,
        MANAGER,
        "Reset passphrase",
        "Reset the passphrase of",
    );
    dialog.fill("New passphrase", FRESH);
    dialog.click("button", "Reset passphrase");
    window.see(&format!("{MANAGER} has a new passphrase"));

    // Out of HR, to audit for some days.
    let dialog = about(&window, MANAGER, "Change role", "Change the role of");
    dialog.click("radio", "Auditor…");
    dialog.see("They lose the keys to what is sealed");
    type_date(&window, "Last day", "31122026");
    dialog.click("button", "Change role");
    window.see(&format!("{MANAGER} is now: Auditor"));
    let dialog = about(&window, MANAGER, "Give audit access", "Let");
    dialog.fill("Vacancy", "Press");
    window.click("option", "Press Officer");
    type_date(&window, "Last day", "31122027");
    dialog.click("button", "Give access");
    dialog.see("at most 90 days on");
    type_date(&window, "Last day", "31122026");
    dialog.click("button", "Give access");
    window.see(&format!("{MANAGER} has audit access"));
    sign_in_as(&window, MANAGER, FRESH);
    go_to(&window, "Candidates");
    window.click("row", "Wilhelmina Quackenbush…");
    window.see("wq@example.org");
    window.lacks("button", "Edit details");

    // The review is handed out, and the audit ended.
    sign_in_as(&window, NAME, PASSPHRASE);
    let file = window.home().files().join("review.csv");
    let dialog = about(&window, MANAGER, "What can they see?", "What");
    dialog.see("Auditor: Press Officer");
    dialog.see("Recruiting manager: Press Officer since 23 Nov 2026 · opens nothing today");
    album.look(&window, "what somebody can see");
    dialog.click("button", "Save as a file");
    Picker::Save.answer("Save the access review", &file);
    window.see("The access review is saved");
    let review = fs::read_to_string(&file).expect("the file");
    assert!(
        review.contains(&format!("{MANAGER},Auditor,Auditor,Press Officer,")),
        "{review}"
    );
    assert!(!review.contains("Quackenbush"), "{review}");
    dialog.click("button", "End this part: Auditor, Press Officer");
    window
        .within("dialog", &format!("End the part of {MANAGER}?"))
        .click("button", "End this part");
    window.see(&format!("{MANAGER} is no longer Auditor of Press Officer"));
    window.press("Escape");
    sign_in_as(&window, MANAGER, FRESH);
    go_to(&window, "Candidates");
    window.no_text("Quackenbush");

    // Gone, and all of it is written down.
    sign_in_as(&window, NAME, PASSPHRASE);
    let dialog = about(&window, MANAGER, "Remove account", "Remove");
    dialog.click("button", "Remove account");
    window.see(&format!("Removed {MANAGER}"));
    go_to(&window, "Accountability");
    for told in [
        "Changed an account’s role: HR administrator, with the keys to 3 sealed classes",
        "Gave an account the key to equality monitoring",
        "Gave an account another passphrase and fresh keys",
        "Changed an account’s role: auditor, without the keys to 4 sealed classes",
        "Let an auditor in for a time",
        "Saved a file of what an account can see",
        "Ended an account’s part in a role or team",
        "Removed an account",
    ] {
        window.see(told);
    }
}

#[test]
fn hr_ends_a_part_withdraws_a_conflict_and_sets_how_long_access_lasts() {
    let window = Window::open();
    let mut album = Album::open("people-parts");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    add_account(&window, INTERVIEWER, true);
    name_for_the_vacancy(&window, INTERVIEWER, "Interviewer…");

    sign_in_as(&window, INTERVIEWER, THEIRS);
    go_to(&window, "Candidates");
    window.click("row", "Wilhelmina Quackenbush…");
    window.click("button", "Declare a conflict of interest");
    window
        .within("dialog", "Declare a conflict of interest?")
        .click("button", "Declare the conflict");
    window.see("Your conflict of interest is recorded");

    sign_in_as(&window, NAME, PASSPHRASE);
    go_to(&window, "Candidates");
    window.click("row", "Wilhelmina Quackenbush…");
    window.see("Kept out by a conflict of interest");
    album.look(&window, "a conflict of interest of a colleague");
    window.click(
        "button",
        &format!("Withdraw the conflict of interest of {INTERVIEWER}"),
    );
    window
        .within(
            "dialog",
            &format!("Withdraw the conflict of {INTERVIEWER}?"),
        )
        .click("button", "Withdraw the conflict");
    window.see("Interviewer of Press Officer");

    go_to(&window, "Vacancies");
    window.click("link", "Press Officer…");
    window.click("tab", "People…");
    window.click(
        "button",
        &format!("End the part of {INTERVIEWER} as Interviewer"),
    );
    let dialog = window.within("dialog", &format!("End the part of {INTERVIEWER}?"));
    album.look(&window, "the end of a part");
    dialog.click("button", "End this part");
    window.lacks("rowheader", INTERVIEWER);

    go_to(&window, "People");
    window.click("button", "Change");
    let dialog = window.within("dialog", "Change the access settings");
    dialog.fill("After training lapses", "31");
    dialog.fill("After training lapses", "7");
    dialog.click("button", "Save settings");
    window.see("The access settings are changed");
    window.see("7 days");

    // Training lapses, with the days of grace that were set.
    window.set_clock("2028-11-30");
    sign_in_as(&window, NAME, PASSPHRASE);
    window.see("Your data protection training counts until 30 Nov 2028");
    album.look(&window, "training is due");
    window.set_clock("2028-12-01");
    sign_in_as(&window, NAME, PASSPHRASE);
    window.see("Your data protection training counted until");
    album.look(&window, "training has lapsed");
    go_to(&window, "People");
    window.has("rowheader", INTERVIEWER);
}

/// Opens a dialog about somebody who signs in.
fn about(window: &Window, name: &str, action: &str, begins: &str) -> Part {
    go_to(window, "People");
    window.click("button", &format!("More for {name}"));
    window.click("menuitem", action);
    window.within("dialog", &format!("{begins}…"))
}

pub(crate) fn add_account(window: &Window, name: &str, trained: bool) {
    add_account_of(window, name, "Member…", trained);
}

pub(crate) fn add_account_of(window: &Window, name: &str, role: &str, trained: bool) {
    go_to(window, "People");
    window.click("button", "Add an account");
    let dialog = window.within("dialog", "Add an account");
    dialog.fill("Name", name);
    dialog.click("radio", role);
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
