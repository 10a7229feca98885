//! Figures as pictures: read by keyboard, as words and as a table, and saved as a file that stands by itself.

use std::fs;

use serde_json::json;

use crate::album::Album;
use crate::harness::{Home, Picker, Window};
use crate::six_months::go_to;

#[test]
fn a_manager_reads_the_pipeline_by_keyboard_and_saves_a_picture() {
    let window = Window::open_in(Home::new(), &["--demo"]);
    let album = Album::open("pictures");
    window.has("heading", "Today");
    window.press("g");
    window.press("f");
    window.has("heading", "Pipeline");
    window.see("applications came in");
    for picture in [
        "How far applications come",
        "Time at each stage",
        "Where people come from",
        "Permissions that run out",
    ] {
        window.has("listbox", picture);
    }

    // Step by step, each point in words.
    window.tab_to(
        "option",
        "Applied: 240 applications, 100 % of those who applied",
    );
    assert!(
        window.focus().starts_with("Applied: "),
        "{}",
        window.focus()
    );
    window.press("Down");
    assert!(window.focus().starts_with("Sift: "), "{}", window.focus());
    window.press("End");
    assert!(window.focus().starts_with("Hired: "), "{}", window.focus());
    album.keep_as(&window, "pipeline.png");

    // The same as a table.
    let figure = window.within("figure", "240 applications came in…");
    figure.click("button", "Show as table");
    figure.has("columnheader", "Of those who applied");
    figure.has("rowheader", "Interview");
    figure.click("button", "Show as chart");

    // A file of its own.
    let file = window.home().files().join("funnel.svg");
    figure.click("button", "Save picture");
    Picker::Save.answer("Save the picture", &file);
    window.see("The picture is saved");
    let svg = fs::read_to_string(&file).expect("the picture");
    assert!(
        svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""),
        "{svg}"
    );
    for words in [
        "<title>How far applications come</title>",
        "applications came in",
        ">Interview</text>",
        "Made with Fairhold",
    ] {
        assert!(svg.contains(words), "{words} in {svg}");
    }
    assert!(
        !svg.contains("script") && !svg.contains("href") && !svg.contains("var("),
        "{svg}"
    );

    // One role's, on its own page.
    go_to(&window, "Vacancies");
    window.click("link", "Policy Officer – Housing");
    window.click("tab", "Pipeline");
    window.see("applications came in");
    window.lacks("listbox", "Permissions that run out");

    go_to(&window, "Accountability");
    window.see("Saved a picture of how far applications come");
    // As another program draws it, to be looked at.
    window.execute(&format!(
        "const drawn = new DOMParser().parseFromString({}, 'image/svg+xml').documentElement;
         document.body.replaceChildren(document.importNode(drawn, true))",
        json!(svg)
    ));
    album.keep_as(&window, "saved.png");
}
