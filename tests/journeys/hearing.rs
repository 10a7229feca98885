//! The window by ear: what a screen reader is told of each place, and that nothing is told twice.

use std::thread;
use std::time::Duration;

use serde_json::json;

use crate::harness::{Home, Listener, Thing, Window};
use crate::six_months::{PASSPHRASE, add_a_candidate, add_a_vacancy, go_to, make_a_store};

/// What a person does something with, by the bus's names for it.
const HANDLES: [&str; 8] = [
    "button", "toggle", "checkbox", "radio", "combobox", "entry", "link", "tab",
];

fn thing(role: &str, name: &str) -> Thing {
    Thing {
        role: role.to_owned(),
        name: name.to_owned(),
    }
}

#[test]
fn every_place_is_told_by_name_and_so_is_all_that_can_be_done_there() {
    let listener = Listener::join();
    let window = Window::open_in(Home::new(), &["--demo"]);
    window.has("heading", "Today");
    for (place, also) in [
        ("Today", thing("landmark", "Places")),
        ("Candidates", thing("table", "Candidates")),
        ("Vacancies", thing("link", "Policy Officer – Housing")),
        ("Reserve list", thing("landmark", "Places")),
        ("Retention", thing("tab", "What goes when")),
        ("Accountability", thing("landmark", "Places")),
        ("People", thing("landmark", "Places")),
    ] {
        go_to(&window, place);
        window.has("heading", place);
        let told = listener.hear(&thing("heading", place));
        assert!(
            told.contains(&also),
            "{place}: {also} is not told:\n{}",
            lines(&told)
        );
        let nameless: Vec<&Thing> = told
            .iter()
            .filter(|one| HANDLES.contains(&one.role.as_str()) && one.name.trim().is_empty())
            .collect();
        assert!(nameless.is_empty(), "{place}: {nameless:?}");
        let handles = told
            .iter()
            .filter(|one| HANDLES.contains(&one.role.as_str()));
        assert!(handles.count() > 8, "{place}: {}", lines(&told));
    }
}

#[test]
fn what_was_done_is_told_once() {
    let window = Window::open();
    make_a_store(&window);
    let ear = Ear::at(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    ear.hears_once("Added Press Officer");
    add_a_candidate(&window, "Ada", "Quill", "ada@example.org");
    add_a_candidate(&window, "Bo", "Rook", "bo@example.org");

    // What is found is counted when it is searched for, and not before.
    go_to(&window, "Candidates");
    window.has("row", "Ada Quill…");
    ear.attend();
    window.fill(SEARCH, "quil");
    window.see("Showing 1; ");
    ear.hears_once("Showing 1; ");

    // A card that goes on, and comes back.
    go_to(&window, "Vacancies");
    window.click("link", "Press Officer…");
    window.click("tab", "Board");
    window.tab_to("link", "Ada Quill…");
    ear.attend();
    window.press("Shift+Right");
    window.has("heading", "Sift, one person");
    ear.hears_once("Moved Ada Quill to Sift");
    window.click("button", "Undo");
    window.has("heading", "Sift, nobody");
    ear.hears_once("Took back the move");
    window.press("Shift+Left");
    window.tab_to("link", "Ada Quill…");
    window.press("Shift+Left");
    ear.hears_once("Applied is the first stage");

    // A form that is refused, twice over for the same reason, and then taken.
    window.press("Delete");
    let dialog = window.within("dialog", "Reject Ada Quill");
    for _ in ["at first", "and again"] {
        ear.attend();
        dialog.click("button", "Reject Ada Quill");
        dialog.see("There is a problem");
        ear.hears_once("There is a problem");
        ear.hears_once("Choose the reason");
    }
    ear.attend();
    dialog.click("radio", "Another reason");
    dialog.click("button", "Reject Ada Quill");
    window.lacks("dialog", "Reject Ada Quill");
    ear.hears_once("Rejected Ada Quill");
}

#[test]
fn a_draft_that_is_saved_is_told_once() {
    let window = Window::open();
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Ada", "Quill", "ada@example.org");
    window.click("button", "Write");
    window.has("dialog", "Write to Ada Quill");
    let ear = Ear::at(&window);
    window.fill("Subject", "Your application");
    window.see("Saved 09:00");
    window.fill("Message", "We read it with pleasure.");
    // It saves itself again, within the same minute.
    thread::sleep(Duration::from_millis(800));
    ear.hears_once("Saved 09:00");
}

#[test]
fn a_lock_and_what_opens_it_are_told_once() {
    let window = Window::open();
    make_a_store(&window);
    window.press("Ctrl+l");
    window.has("heading", "Sign in");
    // The page begins anew: what is told of it is what has the focus, and nothing else speaks.
    assert_eq!(window.focus(), "Passphrase");
    let ear = Ear::at(&window);
    window.type_text("not the passphrase");
    window.press("Enter");
    ear.hears_once("That is not the passphrase.");
    assert_eq!(window.focus(), "Passphrase", "to try again");
    ear.attend();
    window.type_text(PASSPHRASE);
    window.press("Enter");
    window.has("heading", "Today");
    ear.hears_once("Today");
}

const SEARCH: &str = "Search candidates by name, e-mail, telephone or words of a document";

fn lines(told: &[Thing]) -> String {
    let lines: Vec<String> = told.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

/// Hears what a screen reader says by itself: what live parts of the page come to say, and what is read of a heading or an
/// alert that takes the focus.
struct Ear<'w>(&'w Window);

impl<'w> Ear<'w> {
    fn at(window: &'w Window) -> Self {
        window.execute(LISTEN);
        Self(window)
    }

    /// Forgets what was told until now.
    fn attend(&self) {
        self.0.settle();
        self.0.execute("window.__told.length = 0");
    }

    /// Fails unless the words were told, and once only.
    #[track_caller]
    fn hears_once(&self, words: &str) {
        let words = json!(words);
        self.0.until(&format!(
            "window.__told.some((told) => told.includes({words}))"
        ));
        // A second voice would follow the first.
        thread::sleep(Duration::from_millis(400));
        let told = self.0.execute("return window.__told");
        let times = self.0.execute(&format!(
            "return window.__told.join(' / ').split({words}).length - 1"
        ));
        assert_eq!(times, json!(1), "{words} in {told}");
    }
}

/// Keeps what every live part of the page comes to say, and what is read of what takes the focus.
const LISTEN: &str = "
    window.__told = [];
    const live = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], [role=log], output';
    const said = new Map();
    const hear = () => {
      for (const part of document.querySelectorAll(live)) {
        // What is inside another live part is told with it.
        if (part.parentElement?.closest(live)) continue;
        const text = part.textContent.trim();
        if (text !== '' && said.get(part) !== text) window.__told.push(text);
        said.set(part, text);
      }
    };
    for (const part of document.querySelectorAll(live)) said.set(part, part.textContent.trim());
    new MutationObserver(hear).observe(document.body, { subtree: true, childList: true, characterData: true });
    document.addEventListener('focusin', ({ target }) => {
      if (target.matches('h1, h2, h3, [role=alert], [role=status]')) window.__told.push(target.textContent.trim());
    });";
