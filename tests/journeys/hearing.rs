//! The window by ear: what a screen reader is told of each place, and that nothing is told twice.

use serde_json::Value;

use crate::harness::{Home, Listener, Thing, Window};
use crate::six_months::{add_a_vacancy, go_to, make_a_store};

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
    window.execute(LISTEN);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    window.see("Added Press Officer");
    window.settle();
    let told = window.execute("return window.__told");
    let told: Vec<&str> = told
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .filter(|text| text.contains("Added"))
        .collect();
    assert_eq!(told.len(), 1, "{told:?}");
}

fn lines(told: &[Thing]) -> String {
    let lines: Vec<String> = told.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

/// Keeps what every live part of the page comes to say.
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
    new MutationObserver(hear).observe(document.body, { subtree: true, childList: true, characterData: true });";
