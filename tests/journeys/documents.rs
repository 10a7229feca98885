//! A document of a candidate: added, found by its words, opened in another program, gone from there with the lock, and
//! from everywhere with the person.

use std::fs;
use std::path::PathBuf;

use crate::album::Album;
use crate::bytes::{assert_unreadable, words_left};
use crate::harness::{Hand, Home, Picker, Window};
use crate::six_months::{
    NAME, PASSPHRASE, add_a_candidate, add_a_vacancy, go_to, make_a_store, open_candidate, reject,
    six_months_pass,
};

const WHO: &str = "Wilhelmina Quackenbush";
const WORDS: &str = "I kept the lighthouse at Quibblestrand for eleven years.";

#[test]
fn a_document_is_open_elsewhere_only_until_the_lock_and_goes_with_the_person() {
    let home = Home::new();
    give_a_viewer(&home);
    let window = Window::open_in(home, &[]);
    let mut album = Album::open("documents");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    let file = window.home().files().join("Quackenbush letter.txt");
    fs::write(&file, WORDS).expect("a letter");
    let program = window.home().files().join("setup.exe");
    fs::write(&program, b"MZ\x90\0\x03").expect("a program");

    add(&window, "Letter", &program);
    window.see("One file was not added");
    album.look(&window, "a file that is not taken");
    window
        .within("dialog", &format!("Add documents of {WHO}"))
        .click("button", "Cancel");
    add(&window, "Letter", &file);
    window.see(&format!("Added a document of {WHO}"));
    window.see("Quackenbush letter.txt · 1 kB");
    window.see("For Press Officer");
    album.look(&window, "a candidate with a document");

    window.click("button", "Show: Letter");
    window.see(WORDS);
    assert!(papers(&window).is_empty(), "the window shows it itself");
    album.look(&window, "the words of a document");
    window.is_accessible("the words of a document");
    window.within("dialog", "Letter…").click("button", "Close");

    open_outside(&window, "Letter");
    let open = papers(&window);
    assert_eq!(open.len(), 1, "{open:?}");
    assert_eq!(fs::read(&open[0]).expect("the open copy"), WORDS.as_bytes());
    assert!(
        !open[0].to_string_lossy().contains("Quackenbush"),
        "its name tells nothing: {open:?}"
    );

    window.click("button", "Lock");
    window.has("heading", "Sign in");
    assert!(papers(&window).is_empty(), "it went with the lock");
    sign_in(&window);
    go_to(&window, "Candidates");
    window.fill(
        "Search candidates by name, e-mail, telephone or words of a document",
        "quibblestrand",
    );
    open_candidate(&window, WHO);
    open_outside(&window, "Letter");
    assert_eq!(papers(&window).len(), 1);
    window.click("button", "More for Letter");
    window.click("menuitem", "Take out");
    album.look(&window, "take a document out");
    window
        .within("dialog", "Take out Letter?")
        .click("button", "Take out");
    window.see("Took out Letter");
    assert!(papers(&window).is_empty(), "nor does it stay open");
    window.see("None yet.");
    add(&window, "CV", &file);
    window.see("Quackenbush letter.txt · 1 kB");

    go_to(&window, "Accountability");
    window.see("Took out a letter");
    window.see("Opened a letter");
    window.no_text("Quackenbush letter");
    let store = window.home().store();
    assert_unreadable(&store, &["quibblestrand"]);
    let word = ["quibblestrand"];
    assert_eq!(words_left(&store, NAME, PASSPHRASE, &word), 1);

    reject(&window, WHO, "Essential criteria not met");
    six_months_pass(|day| {
        window.set_clock(day);
        window.click("button", "Lock");
        sign_in(&window);
    });
    window.has("heading", "Due for erasure");
    window.click("button", "Review and erase now");
    window.fill("Type ERASE 1 to go on", "ERASE 1");
    window.click("button", "Erase one person");
    window.see("Checked: nothing of them is left");
    assert_eq!(words_left(&store, NAME, PASSPHRASE, &word), 0);
}

#[test]
fn documents_are_dropped_on_a_person_and_on_a_row_and_their_pages_turned() {
    let window = Window::open();
    let mut album = Album::open("dropping");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    let files = window.home().files();
    // Text that runs from right to left, and would turn its ending round where it were shown as it is.
    let named_to_mislead = files.join("annual\u{202e}fdp.pdf");
    fs::write(&named_to_mislead, TWO_PAGES).expect("a CV");
    let program = files.join("setup.exe");
    fs::write(&program, b"MZ\x90\0\x03").expect("a program");

    let hand = Hand::holding(&[&named_to_mislead, &program]);
    hand.hold_over(&window, "heading", "Documents");
    window.see(&format!("Let go to add to the documents of {WHO}"));
    album.look(&window, "files held over a candidate");
    hand.let_go();
    let dialog = window.within("dialog", &format!("Add documents of {WHO}"));
    dialog.see("setup.exe");
    dialog.click("radio", "CV");
    album.look(&window, "files that were dropped");
    dialog.click("button", "Add 2 files");
    dialog.see("One file was not added");
    dialog.see("setup.exe: This kind of file is not taken.");
    dialog.click("button", "Cancel");
    window.see(".pdf · 1 kB");

    window.click("button", "Show: CV");
    let shown = window.within("dialog", "CV…");
    shown.has("img", "CV, page 1 of 2. Its words are under Words.");
    window.until("document.querySelector('dialog img, [role=dialog] img').naturalWidth > 1000");
    album.look(&window, "a page of a document");
    window.is_accessible("a page of a document");
    shown.click("button", "Next page");
    shown.has("img", "CV, page 2 of 2. Its words are under Words.");
    shown.press("PageUp");
    shown.has("img", "CV, page 1 of 2. Its words are under Words.");
    shown.click("tab", "Words");
    shown.see("I kept the lighthouse");
    window.press("Escape");
    window.lacks("dialog", "CV…");
    assert_eq!(window.csp_violations(), Vec::<String>::new());

    go_to(&window, "Candidates");
    let letter = files.join("letter.txt");
    fs::write(&letter, WORDS).expect("a letter");
    let hand = Hand::holding(&[&letter]);
    hand.hold_over(&window, "row", WHO);
    window.see("Let go to add to this candidate’s documents");
    album.look(&window, "a file held over a row");
    hand.let_go();
    let dialog = window.within("dialog", &format!("Add documents of {WHO}"));
    dialog.see("letter.txt");
    dialog.click("radio", "Letter");
    dialog.click("button", "Add the file");
    window.see(&format!("Added a document of {WHO}"));

    go_to(&window, "Today");
    let hand = Hand::holding(&[&letter]);
    hand.hold_over(&window, "heading", "Today");
    hand.let_go();
    window.see("Files can be dropped on a candidate, or on Import.");
}

/// A document of two pages with a line on each.
const TWO_PAGES: &[u8] = include_bytes!("../fixtures/documents/two-pages.pdf");

fn open_outside(window: &Window, what: &str) {
    window.click("button", &format!("More for {what}"));
    window.click("menuitem", "Open in another program");
    window
        .within("dialog", &format!("Open {what} in another program?"))
        .click("button", "Open");
    window.see(&format!("{what} is open in another program."));
}

fn sign_in(window: &Window) {
    window.has("heading", "Sign in");
    window.fill("Passphrase", PASSPHRASE);
    window.click("button", "Sign in");
    window.has("navigation", "Places");
}

fn add(window: &Window, kind: &str, file: &std::path::Path) {
    window.click("button", "Add documents");
    let dialog = window.within("dialog", &format!("Add documents of {WHO}"));
    dialog.click("radio", kind);
    dialog.click("button", "Choose files");
    Picker::Open.answer("Choose documents", file);
}

/// The documents that are open in other programs.
fn papers(window: &Window) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for item in fs::read_dir(window.home().run()).expect("the runtime folder") {
        let path = item.expect("a folder").path();
        if path.to_string_lossy().ends_with("-documents") {
            for file in fs::read_dir(path).expect("the folder of documents") {
                found.push(file.expect("a file").path());
            }
        }
    }
    found
}

/// A program for text files that does nothing.
fn give_a_viewer(home: &Home) {
    let applications = home.own().join(".local/share/applications");
    fs::create_dir_all(&applications).expect("a folder");
    fs::write(
        applications.join("viewer.desktop"),
        "[Desktop Entry]\nType=Application\nName=Viewer\nExec=/bin/true %f\nMimeType=text/plain;\n",
    )
    .expect("a program");
    fs::write(
        applications.join("mimeapps.list"),
        "[Default Applications]\ntext/plain=viewer.desktop\n[Added Associations]\ntext/plain=viewer.desktop;\n",
    )
    .expect("what it is for");
}
