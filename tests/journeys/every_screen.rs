//! Every screen, light and dark, as axe-core sees it: in the sample organisation, and before anyone signs in.

use std::path::{Path, PathBuf};

use crate::harness::{Home, Window};
use crate::six_months::{go_to, make_a_store};

#[test]
fn axe_finds_nothing_before_and_after_a_sign_in() {
    let window = Window::open();
    window.has("heading", "Welcome to Fairhold");
    window.is_accessible("first run");
    window.click("button", "Make a store");
    window.is_accessible("make a store");
    window.click("button", "Back");
    make_a_store(&window);
    window.is_accessible("an empty Today");
    for place in [
        "Candidates",
        "Vacancies",
        "Reserve list",
        "Retention",
        "Import",
        "People",
    ] {
        go_to(&window, place);
        window.has("heading", place);
        window.is_accessible(&format!("an empty {place}"));
    }
    window.click("button", "Lock");
    window.has("heading", "Sign in");
    window.is_accessible("sign in");
}

#[test]
fn axe_finds_nothing_in_the_sample_organisation() {
    let window = Window::open_in(Home::new(), &["--demo"]);
    window.has("heading", "Today");
    window.is_accessible("Today");
    for place in [
        "Vacancies",
        "Reserve list",
        "Retention",
        "Import",
        "People",
        "Candidates",
    ] {
        go_to(&window, place);
        window.has("heading", place);
        window.is_accessible(place);
    }
    window.click("button", "Add candidate");
    window.is_accessible("add a candidate");
    go_to(&window, "Candidates");
    open_the_first_khan(&window);
    window.has("button", "Edit details");
    window.is_accessible("a candidate");
    window.click("button", "Record a permission");
    window.is_accessible("the form for a permission");
    window.click("button", "Cancel");
    go_to(&window, "Vacancies");
    window.click("link", "Policy Officer – Housing");
    for tab in ["Board", "Table", "People 3", "Details"] {
        window.click("tab", tab);
        window.is_accessible(&format!("a vacancy's {tab}"));
    }
    go_to(&window, "Retention");
    window.click("button", "Preview erasure of…");
    window.has("heading", "What goes");
    window.is_accessible("the preview of an erasure");
    assert_eq!(
        window.csp_violations(),
        Vec::<String>::new(),
        "the page kept to its policy"
    );
}

/// Makes the pictures of the README when a folder is named; otherwise it only walks the same way.
#[test]
fn the_readme_has_pictures_of_the_real_window() {
    let window = Window::open_in(Home::new(), &["--demo"]);
    let folder = std::env::var_os("FAIRHOLD_PICTURES").map(PathBuf::from);
    let picture = |window: &Window, name: &str| {
        window.settle();
        if let Some(folder) = &folder {
            window.screenshot(&folder.join(name));
        }
    };
    window.has("heading", "Today");
    picture(&window, "today.png");
    go_to(&window, "Candidates");
    window.see("people you may see");
    picture(&window, "candidates.png");
    open_the_first_khan(&window);
    picture(&window, "candidate.png");
    go_to(&window, "Vacancies");
    window.click("link", "Policy Officer – Housing");
    window.has("tab", "Board");
    picture(&window, "board.png");
    go_to(&window, "Retention");
    window.see("Due now");
    picture(&window, "retention.png");
    window.dark(true);
    picture(&window, "retention-dark.png");
    assert!(
        folder.is_none_or(|folder| Path::new(&folder).is_dir()),
        "the pictures have a folder"
    );
}

fn open_the_first_khan(window: &Window) {
    window.fill("Search candidates by name, e-mail or telephone", "khan");
    window.see("the search and filters hide");
    window.see("Khan");
    let rows = window.names("row");
    let khan = rows
        .iter()
        .find(|row| row.contains("Khan"))
        .expect("somebody is called Khan");
    window.click("row", khan);
    window.has("button", "Edit details");
}
