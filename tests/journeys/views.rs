//! Saved views of the list of candidates: made and changed by keyboard, and there again after a restart.

use crate::harness::Window;
use crate::six_months::{PASSPHRASE, add_a_candidate, add_a_vacancy, choose, go_to, make_a_store};

#[test]
fn somebody_keeps_a_view_by_keyboard_and_finds_it_after_a_restart() {
    let window = Window::open();
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    go_to(&window, "Candidates");
    window.has("row", "Wilhelmina Quackenbush…");
    choose(&window, "Any stage Stage", "Applied");

    // Columns: one less, and another order.
    window.tab_to("button", "Columns");
    window.press("Enter");
    let dialog = window.within("dialog", "Columns of the list");
    dialog.tab_to("checkbox", "Source");
    window.press("Space");
    dialog.tab_to("button", "Move E-mail to the left");
    window.press("Enter");
    window.press("Enter");
    assert_eq!(
        window.focus(),
        "Move E-mail to the left",
        "the focus goes with the column"
    );
    window.press("Escape");
    let kept = [
        "Name",
        "Latest vacancy",
        "Stage",
        "E-mail",
        "Erase on",
        "Received",
    ];
    assert_eq!(headings(&window), kept);

    // What is shown gets a name.
    window.tab_to("button", "Views");
    window.press("Enter");
    window.has("menuitem", "All candidates");
    window.press("End");
    window.press("Enter");
    window.has("dialog", "Save a view");
    window.type_text("Just in");
    window.press("Enter");
    window.has("heading", "Just in");
    assert_eq!(headings(&window), kept);

    let home = window.close();
    let window = Window::open_in(home, &[]);
    window.fill("Passphrase", PASSPHRASE);
    window.press("Enter");
    window.has("heading", "Today");
    window.press("Ctrl+k");
    window.has("dialog", "Find or go");
    window.type_text("just in");
    window.has("option", "Show the view “Just in”");
    window.press("Enter");
    window.has("heading", "Just in");
    assert_eq!(headings(&window), kept, "as it was saved");
    window.see("Showing all 1");

    // Deleted, and back.
    window.click("button", "Views");
    window.click("menuitem", "Delete this view");
    window.see("“Just in” is deleted");
    window.has("heading", "Candidates");
    window.press("Ctrl+z");
    window.see("Put the view back");
    window.click("button", "Views");
    window.click("menuitem", "Just in");
    window.has("heading", "Just in");
}

fn headings(window: &Window) -> Vec<String> {
    window
        .names("columnheader")
        .into_iter()
        .filter(|name| !name.is_empty() && !name.starts_with("Select"))
        .collect()
}
