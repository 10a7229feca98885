//! HR brings in a file of another system, looks at it first, and takes it all back in one step.

use std::fs;
use std::path::Path;

use crate::album::Album;
use crate::harness::{Picker, Window};
use crate::six_months::{go_to, make_a_store};

#[test]
fn hr_imports_a_file_and_takes_it_back() {
    let window = Window::open();
    let mut album = Album::open("import");
    make_a_store(&window);
    let file = window.home().files().join("applicants.csv");
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/imports/odoo.csv");
    fs::copy(fixture, &file).expect("the file of the other system");
    go_to(&window, "Import");
    choose(&window, &file);
    window.see("Odoo");
    window.see("past their time, refused");
    album.look(&window, "the preview of an import");
    window.click("button", "Import 4…");
    window.see("Added 455 people");
    album.look(&window, "the receipt of an import");
    go_to(&window, "Candidates");
    window.see("people you may see");
    go_to(&window, "Import");
    window.click("button", "Take back the import…");
    go_to(&window, "Candidates");
    window.see("No candidates yet");
}

#[test]
fn a_file_that_is_none_is_refused_in_a_plain_sentence_and_changes_nothing() {
    let window = Window::open();
    make_a_store(&window);
    let file = window.home().files().join("letter.csv");
    fs::write(&file, b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj").expect("a file");
    go_to(&window, "Import");
    choose(&window, &file);
    window.see("nothing was imported");
    go_to(&window, "Candidates");
    window.see("No candidates yet");
}

/// Answers the system's dialog, as a person would, with a file.
fn choose(window: &Window, file: &Path) {
    window.click("button", "Choose a file");
    Picker::Open.answer("Choose a file of applicants", file);
}
