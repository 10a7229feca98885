//! Every screen, in all its colours, as axe-core sees it: in the sample organisation, and before anyone signs in.

use crate::album::Album;
use crate::harness::{Home, Window};
use crate::six_months::{PASSPHRASE, add_a_vacancy, choose, go_to, make_a_store};

#[test]
fn axe_finds_nothing_before_and_after_a_sign_in() {
    let window = Window::open();
    let mut album = Album::open("new");
    window.has("heading", "Welcome to Fairhold");
    album.look(&window, "first run");
    window.click("button", "Make a store");
    album.look(&window, "make a store");
    window.fill("Passphrase", "passwordpassword");
    window.see("Easy to guess.");
    album.look(&window, "a passphrase that is easy to guess");
    window.click("button", "Back");
    make_a_store(&window);
    album.look(&window, "an empty Today");
    for place in PLACES {
        go_to(&window, place);
        window.has("heading", place);
        album.look(&window, &format!("an empty {place}"));
    }
    window.click("button", "Lock");
    window.has("heading", "Sign in");
    album.look(&window, "sign in");
    window.click("button", "Forgotten passphrase?");
    window.has("dialog", "Use the recovery sheet");
    album.look(&window, "forgotten passphrase");
    window.click("button", "Cancel");
    window.fill("Passphrase", PASSPHRASE);
    window.click("button", "Sign in");
    window.has("heading", "Today");
    window.click("button", "Robin Sample HR administrator");
    window.click("menuitem", "Change your passphrase");
    window.has("dialog", "Change your passphrase");
    album.look(&window, "change of passphrase");
    window.fill("Passphrase now", PASSPHRASE);
    window.fill("New passphrase", "Robin Sample Hansard House");
    window.fill("New passphrase again", "Robin Sample Hansard House");
    window.click("button", "Change passphrase");
    window.see("There is a problem");
    window.see("words that have nothing to do with you");
    album.look(&window, "a passphrase that was refused");
    window.click("button", "Cancel");
    window.click("button", "Robin Sample HR administrator");
    window.click("menuitem", "Your training");
    window.has("dialog", "Your training");
    album.look(&window, "your training");
}

#[test]
fn axe_finds_nothing_in_the_sample_organisation() {
    let window = Window::open_in(Home::new(), &["--demo"]);
    let mut album = Album::open("sample");
    walk(&window, |screen| album.look(&window, screen));
    go(&window, "Candidates");
    window.press("Tab");
    album.look(&window, "where the keyboard is");
    window.press("Ctrl+k");
    window.has("dialog", "Find or go");
    // The list scrolls by the arrow keys in the field, which axe-core cannot know.
    album.keep(&window, "find or go");
    window.press("Escape");
    assert_eq!(
        window.csp_violations(),
        Vec::<String>::new(),
        "the page kept to its policy"
    );
}

/// As narrow as WCAG 1.4.10 asks, and as the window gets: it can be read and done without scrolling sideways.
#[test]
fn every_screen_fits_320_pixels_and_axe_finds_nothing_there() {
    let window = Window::open_in(Home::new(), &["--demo"]);
    window.resize(320, 780);
    fits_and_is_accessible(&window, "narrow");
}

/// At 200 %, as large as the program draws itself, the usual window has room for half as much. The driver clicks beside
/// what is drawn larger, so it is the window that is half as large here: the page is laid out the same.
#[test]
fn every_screen_fits_at_200_per_cent_and_axe_finds_nothing_there() {
    let window = Window::open_in(Home::new(), &["--demo"]);
    window.resize(620, 390);
    fits_and_is_accessible(&window, "twice");
}

/// Walks all screens, and fails with all that is wrong with any of them.
fn fits_and_is_accessible(window: &Window, name: &str) {
    let album = Album::open(name);
    let mut faults = Vec::new();
    // The page takes the new size a moment later; both are narrow enough for it to put the places away.
    window.has("button", "Menu");
    walk(window, |screen| {
        let found = window.axe();
        faults.extend(found.iter().map(|one| format!("“{screen}”: {one}")));
        let over = window.execute(TOO_WIDE);
        if over != serde_json::json!([]) {
            faults.push(format!("“{screen}” scrolls sideways: {over}"));
        }
        album.keep_as(window, &format!("{screen}.png"));
    });
    assert!(faults.is_empty(), "{name}:\n{}", faults.join("\n"));
}

#[test]
fn hr_reads_what_was_done_and_opens_the_record_it_was_done_to() {
    let window = Window::open();
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    window.press("Escape");
    go_to(&window, "Today");
    window.has("heading", "Today");
    window.press("g");
    window.press("a");
    window.has("heading", "Accountability");
    window.see("Checked: the journal is whole, 3 entries");
    window.has("heading", "Today, 23 Nov 2026");
    window.see("Made the store and its first account");
    choose(&window, "Anything What was done", "Erasures");
    window.see("Nothing fits");
    window.click("button", "Show the whole journal");
    window.see("Added a vacancy");
    window.click("link", "Press Officer");
    window.has("heading", "Press Officer");
}

/// Makes the pictures of the README when a folder is named; otherwise it only walks the same way.
#[test]
fn the_readme_has_pictures_of_the_real_window() {
    let window = Window::open_in(Home::new(), &["--demo"]);
    let album = Album::open("readme");
    window.has("heading", "Today");
    window.click("button", "Not now");
    go_to(&window, "Candidates");
    window.see("people you may see");
    album.keep_as(&window, "candidates.png");
    // Somebody whose record has a day to go on.
    window.click("button", "Any progress Progress");
    window.click("option", "Ended");
    window.see("the search and filters hide");
    open_the_first_called(&window, "Khan");
    window.see("days left");
    album.keep_as(&window, "candidate.png");
    go_to(&window, "Vacancies");
    window.click("link", "Policy Officer – Housing");
    window.has("tab", "Board");
    album.keep_as(&window, "board.png");
    go_to(&window, "Retention");
    window.see("Due now");
    album.keep_as(&window, "retention.png");
}

/// The places of the navigation besides Today.
const PLACES: [&str; 9] = [
    "Vacancies",
    "Pipeline",
    "Reserve list",
    "Retention",
    "Rights and incidents",
    "Import",
    "Accountability",
    "People",
    "Candidates",
];

/// The parts of Accountability, and the forms behind them.
fn walk_registers(window: &Window, at: &mut impl FnMut(&str)) {
    go(window, "Accountability");
    for tab in [
        "Promises",
        "Purposes",
        "Notices",
        "Recipients and agreements",
        "Transfers",
        "Impact assessments",
        "Training",
    ] {
        window.click("tab", tab);
        window.has("tabpanel", tab);
        at(&format!("Accountability, {tab}"));
    }
    window.click("tab", "Purposes");
    window.click("button", "Change P6");
    window.has("button", "Save as version 2");
    at("change a purpose");
    window.click("button", "Cancel");
    window.click("tab", "Notices");
    window.click("button", "Add a version");
    window.has("button", "Add version 3");
    at("add a version of the notice");
    window.click("button", "Cancel");
    for (tab, button) in [
        ("Recipients and agreements", "Add a recipient"),
        ("Recipients and agreements", "Add an agreement"),
        ("Transfers", "Add a mechanism"),
        ("Impact assessments", "Add an assessment"),
    ] {
        window.click("tab", tab);
        window.click("button", button);
        window.has("button", "Save");
        at(button);
        window.click("button", "Cancel");
    }
    window.click("tab", "Journal");
    go(window, "Candidates");
}

/// Goes to every screen of the sample organisation, and says when it is there.
fn walk(window: &Window, mut at: impl FnMut(&str)) {
    go(window, "Today");
    at("Today");
    // The second walk of a window finds the tour seen.
    if window
        .names("button")
        .iter()
        .any(|name| name == "Show me round")
    {
        window.click("button", "Show me round");
        at("the tour");
        window.click("button", "Stop the tour");
    }
    for place in PLACES {
        go(window, place);
        at(place);
    }
    go(window, "Rights and incidents");
    window.click("link", "I-0001…");
    at("an incident of the sample");
    go(window, "Rights and incidents");
    window.click("link", "R-0001…");
    at("a request of the sample");
    go(window, "Rights and incidents");
    window.click("link", "C-0002…");
    at("a complaint of the sample");
    go(window, "Candidates");
    walk_registers(window, &mut at);
    walk_views(window, &mut at);
    window.click("button", "Add candidate");
    window.has("heading", "Add candidate");
    at("add a candidate");
    go(window, "Candidates");
    open_the_first_called(window, "Khan");
    at("a candidate");
    window.click("button", "Record a permission");
    window.has("button", "Cancel");
    at("the form for a permission");
    window.click("button", "Cancel");
    window.has("button", "Save as a file");
    window.click("button", "Declare a conflict of interest");
    window.has("dialog", "Declare a conflict of interest?");
    at("a conflict of interest");
    window.click("button", "Cancel");
    walk_correspondence(window, &mut at);
    walk_sealed(window, &mut at);
    window.click("button", "Place a hold");
    window.has("button", "Place hold");
    at("place a hold");
    window.click("button", "Cancel");
    go(window, "Vacancies");
    window.click("button", "Add a vacancy");
    window.has("heading", "Add a vacancy");
    at("add a vacancy");
    go(window, "Vacancies");
    window.click("link", "Policy Officer – Housing");
    for tab in [
        "Board",
        "Table",
        "Criteria",
        "Pipeline",
        "Reserve list",
        "People 3",
        "Details",
        "Interviews",
    ] {
        window.click("tab", tab);
        at(&format!("a vacancy's {}", tab.trim_end_matches(" 3")));
    }
    walk_interview(window, &mut at);
    go(window, "Vacancies");
    window.click("link", "Policy Officer – Housing");
    walk_decisions(window, &mut at);
    walk_people(window, &mut at);
    go(window, "Retention");
    window.click("button", "Preview erasure of…");
    window.has("heading", "What goes");
    at("the preview of an erasure");
    window.press("?");
    window.has("dialog", "Keyboard shortcuts");
    at("the shortcuts");
    window.press("Escape");
    window.lacks("dialog", "Keyboard shortcuts");
    window.press("F1");
    window.has("dialog", "About this page");
    at("the help of a page");
    window.press("Escape");
    window.lacks("dialog", "About this page");
    window.press("n");
    window.has("dialog", "Add a candidate");
    at("adding somebody from anywhere");
    window.press("Escape");
    window.lacks("dialog", "Add a candidate");
    go(window, "Pipeline");
    for figure in [
        "240 applications came in…",
        "Applications wait longest…",
        "Of 240 people…",
        "In the next 12 months…",
    ] {
        window
            .within("figure", figure)
            .click("button", "Show as table");
    }
    at("the pipeline as tables");
    walk_clock(window, &mut at);
}

/// What the list of candidates can be made to show, and kept under a name.
fn walk_views(window: &Window, at: &mut impl FnMut(&str)) {
    window.click("button", "Columns");
    window.has("dialog", "Columns of the list");
    at("columns of the list");
    window.click("button", "Done");
    window.click("button", "Views");
    window.has("menuitem", "All candidates");
    at("the views");
    window.click("menuitem", "Save what is shown as a view…");
    window.has("dialog", "Save a view");
    at("save a view");
    window.click("button", "Cancel");
}

/// What the clock of the computer keeps from being erased, and who else may say that it is right.
fn walk_clock(window: &Window, at: &mut impl FnMut(&str)) {
    // The same day, as the sample's people had their training on it.
    window.set_clock("2026-11-23T03:00:00Z");
    go(window, "Today");
    go(window, "Retention");
    window.see("The clock was set back");
    at("a clock set back");
    window.set_clock("2027-02-23");
    go(window, "Today");
    go(window, "Retention");
    window.see("The clock is far ahead");
    at("a clock far ahead");
    window.click("button", "Preview erasure of…");
    window.see("The clock is far ahead");
    at("an erasure by a clock far ahead");
    window.set_clock("2026-11-23");
    go(window, "Today");
}

/// Writes to the candidate who is open, and records what came in.
fn walk_correspondence(window: &Window, at: &mut impl FnMut(&str)) {
    window.click("button", "Write");
    let sheet = window.within("dialog", "Write to…");
    sheet.click("button", "Choose Begin with a template");
    window.click("option", "Application received");
    sheet.see("Saved ");
    at("write to a candidate");
    sheet.click("button", "Throw away");
    window.lacks("dialog", "Write to…");
    window.click("button", "Record a message");
    window.has("button", "Choose a message file");
    at("record a message");
    let sheet = window.within("dialog", "Record a message with…");
    sheet.fill("Message", "They asked about the car park.");
    sheet.click("button", "Record");
    window.lacks("dialog", "Record a message with…");
    // In a narrow window the message lies over what comes next.
    window.click("button", "Dismiss");
    window.click("button", "Read: E-mail from them…");
    window.see("They asked about the car park.");
    at("a message");
    window.press("Escape");
    window.lacks("dialog", "E-mail from them…");
    window.click("button", "More for E-mail from them…");
    window.click("menuitem", "Take out");
    window
        .within("dialog", "Take out this message…")
        .click("button", "Take out");
    window.click("button", "Dismiss");
    window.lacks("button", "Read: E-mail from them…");
}

/// Seals a record of the candidate who is open, opens it, and erases it again.
fn walk_sealed(window: &Window, at: &mut impl FnMut(&str)) {
    window.click("button", "Seal a record");
    for (kind, screen) in [
        ("Equality answers…", "seal equality answers"),
        ("Adjustments…", "seal adjustments"),
    ] {
        window.click("radio", kind);
        at(screen);
    }
    window.click("checkbox", "Breaks");
    window.click("button", "Seal it");
    // In a narrow window the message lies over what comes next.
    window.click("button", "Dismiss");
    window.click("button", "Open: Breaks");
    at("open a sealed record");
    window.click("radio", "Arrange what they need");
    window.click("button", "Open");
    window.see("Shown until you close it");
    at("an open sealed record");
    window.click("button", "Done");
    window.click("button", "Erase: Breaks");
    at("erase a sealed record");
    window.click("button", "Erase");
    window.click("button", "Dismiss");
    window.has("button", "Seal a record");
    window.lacks("button", "Erase: Breaks");
}

/// An interview of the vacancy that is open, with what the panel found, and the form to change it.
fn walk_interview(window: &Window, at: &mut impl FnMut(&str)) {
    let interview = window
        .names("link")
        .into_iter()
        .rfind(|name| name.ends_with(": In person"))
        .expect("somebody was interviewed");
    window.click("link", &interview);
    window.see("2 of 2 have submitted.");
    at("an interview");
    window.click("button", "Change");
    window.has("button", "Save changes");
    at("change an interview");
    window.click("button", "Cancel");
}

/// Offers, names confirmed before several people are turned down, and the reserve list matched with a vacancy.
fn walk_decisions(window: &Window, at: &mut impl FnMut(&str)) {
    window.click("tab", "Table");
    let names = window.names("checkbox");
    let people = names.iter().filter(|name| {
        name.strip_prefix("Select ")
            .is_some_and(|rest| rest != "all")
    });
    for name in people.take(2) {
        window.click("checkbox", name);
    }
    window.click("button", "Reject 2 people");
    window.has("dialog", "Reject 2 people");
    at("confirm each name");
    window.click("button", "Cancel");
    go(window, "Vacancies");
    window.click("link", "Press Officer");
    window.click("tab", "Reserve list");
    window.see("What this role asks for");
    at("who may fit a vacancy");
    window.click("button", "Change");
    window.has("dialog", "What Press Officer asks for");
    at("what a role asks for");
    window.click("button", "Cancel");
    let names = window.names("button");
    let contact = names.iter().find(|name| name.starts_with("Contact "));
    window.click("button", contact.expect("somebody may be contacted"));
    window.has("dialog", "Contact…");
    at("contact somebody on the reserve list");
    window.click("button", "Cancel");
    go(window, "Today");
    window.click("link", "Make the approved offer to…");
    window.has("button", "Record as made…");
    at("an approved offer");
    window.click("button", "Change");
    window.has("dialog", "Change the offer to…");
    at("change an offer");
    window.click("button", "Cancel");
}

/// What is done about people who sign in.
fn walk_people(window: &Window, at: &mut impl FnMut(&str)) {
    go(window, "People");
    window.click("button", "Edit Outcome: not selected");
    window.see("Dear Robin");
    at("a template of messages");
    window.click("button", "Cancel");
    window.click("button", "Add an account");
    window.has("dialog", "Add an account");
    at("add an account");
    window.click("button", "Cancel");
    for (action, dialog, closes) in [
        ("What can they see?", "What {} can see", "Close"),
        ("Change role", "Change the role of {}", "Cancel"),
        ("Give audit access", "Let {} audit", "Cancel"),
        ("Sealed classes", "Sealed classes of {}", "Close"),
        ("Record training", "Record training of {}", "Cancel"),
        ("Reset passphrase", "Reset the passphrase of {}", "Cancel"),
        ("Remove account", "Remove {}?", "Cancel"),
    ] {
        let name = "Sam Example (auditor)";
        let dialog = dialog.replace("{}", name);
        window.click("button", &format!("More for {name}"));
        window.click("menuitem", action);
        window.has("dialog", &dialog);
        at(&action.to_lowercase().replace('?', ""));
        window.within("dialog", &dialog).click("button", closes);
    }
    window.click("button", "Change");
    window.has("dialog", "Change the access settings");
    at("access settings");
    window.click("button", "Cancel");
    window
        .within("region", "Recovery sheet")
        .click("button", "Make a…");
    window.has("dialog", "Recovery sheet");
    at("the recovery sheet");
    window.click("button", "Close without confirming");
}

/// Goes to a place by the navigation, which a narrow window keeps behind a button.
fn go(window: &Window, place: &str) {
    if window.names("button").iter().any(|name| name == "Menu") {
        window.click("button", "Menu");
    }
    go_to(window, place);
    window.has("heading", place);
}

fn open_the_first_called(window: &Window, family: &str) {
    window.fill(
        "Search candidates by name, e-mail, telephone or words of a document",
        family,
    );
    window.see("the search and filters hide");
    window.see(family);
    let rows = window.names("row");
    let found = rows
        .iter()
        .find(|row| row.contains(family))
        .expect("somebody has this name");
    window.click("row", found);
    window.has("button", "Edit details");
}

/// The page and its main part, where they can be pushed sideways.
pub(crate) const TOO_WIDE: &str = "
    const wide = (element) => element.scrollWidth > element.clientWidth + 1;
    return [document.documentElement, document.querySelector('main')]
      .filter((element) => element && wide(element))
      .map((element) => `${element.localName}: ${element.scrollWidth} in ${element.clientWidth}`);";
