//! What is the same everywhere: how large and in which colours the page is drawn, its help, its tour, adding somebody
//! from anywhere, and paper.

use std::fs;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::album::Album;
use crate::harness::{Home, Picker, Plain, Window};
use crate::six_months::{add_a_vacancy, choose, go_to, make_a_store};

#[test]
fn size_and_colours_are_chosen_by_key_and_kept() {
    let window = Window::open();
    make_a_store(&window);
    let width = |window: &Window| window.execute("return window.innerWidth");
    let usual = width(&window).as_u64().expect("a width");
    window.press("Ctrl+=");
    window.press("Ctrl+=");
    window.until(&format!("window.innerWidth < {usual} * 0.82"));
    window.press("Ctrl+k");
    window.type_text("high contrast");
    window.has("option", "Appearance: High contrast");
    window.press("Enter");
    window.until("document.documentElement.dataset.theme === 'contrast'");
    assert_eq!(window.csp_violations(), Vec::<String>::new());

    let home = window.close();
    let window = Window::open_in(home, &[]);
    window.has("heading", "Sign in");
    window.until(&format!("window.innerWidth < {usual} * 0.82"));
    assert_eq!(
        window.execute("return document.documentElement.dataset.theme"),
        json!("contrast")
    );
    window.press("Ctrl+0");
    window.until(&format!("window.innerWidth === {usual}"));
    let kept = fs::read_to_string(choices(window.home())).expect("the choices");
    assert!(kept.contains("\"zoom\": 100"), "{kept}");
}

#[test]
fn the_sample_organisation_is_shown_round_once_and_help_is_a_key_away() {
    let window = Window::open_in(Home::new(), &["--demo"]);
    let mut album = Album::open("feel");
    window.has("heading", "Today");
    window.tab_to("button", "Show me round");
    window.press("Enter");
    for (place, words) in [
        ("Candidates", "Everyone you may see"),
        ("Vacancies", "Each role with how far"),
        ("Pipeline", "How your roles are going"),
        ("Retention", "Here records go on their day"),
        ("Accountability", "What an auditor opens first"),
    ] {
        window.tab_to("button", "Next");
        window.press("Enter");
        window.has("heading", place);
        window.see(words);
        album.look(&window, &format!("the tour at {place}"));
    }
    window.tab_to("button", "Finish the tour");
    window.press("Enter");
    window.lacks("complementary", "Tour of the sample organisation");

    go_to(&window, "Retention");
    window.press("F1");
    window.see("What is due is erased for good");
    album.look(&window, "the help of a page");
    window.press("Escape");
    window.lacks("dialog", "About this page");
    window.press("n");
    window.has("dialog", "Add a candidate");
    album.look(&window, "adding somebody from anywhere");
    window.press("Escape");
    window.lacks("dialog", "Add a candidate");
    go_to(&window, "Pipeline");
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
    album.look(&window, "the pipeline as tables");

    let home = window.close();
    let window = Window::open_in(home, &["--demo"]);
    window.has("heading", "Today");
    window.lacks("complementary", "Tour of the sample organisation");
}

#[test]
fn somebody_is_added_from_anywhere_and_their_page_is_printed() {
    let window = Window::open();
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    window.press("n");
    window.has("dialog", "Add a candidate");
    window.type_text("Wilhelmina");
    window.press("Tab");
    window.type_text("Quackenbush");
    choose(&window, "Choose Source", "Our website or form");
    window
        .within("dialog", "Add a candidate")
        .click("button", "Add candidate");
    window.see("Added Wilhelmina Quackenbush");
    window.has("heading", "Press Officer");

    go_to(&window, "Candidates");
    window.click("row", "Wilhelmina Quackenbush…");
    window.has("heading", "Wilhelmina Quackenbush");
    window.click("button", "Print");
    Picker::print_to_file();
    let file = window.home().files().join("output.pdf");
    let begun = Instant::now();
    while fs::metadata(&file).map_or(0, |file| file.len()) == 0 {
        assert!(begun.elapsed() < Duration::from_secs(10), "it is printed");
        thread::sleep(Duration::from_millis(50));
    }
    if let Some(folder) = std::env::var_os("FAIRHOLD_PICTURES") {
        let folder = std::path::Path::new(&folder).join("feel");
        fs::create_dir_all(&folder).expect("a folder");
        fs::copy(&file, folder.join("person.pdf")).expect("a copy to look at");
    }
    let read = Command::new("pdftotext").arg(&file).arg("-").output();
    let paper = String::from_utf8(read.expect("pdftotext").stdout).expect("text");
    for words in ["Wilhelmina Quackenbush", "Press Officer", "Contact"] {
        assert!(paper.contains(words), "{words} in {paper}");
    }
    for pressed in [
        "Find or go",
        "Edit details",
        "Add documents",
        "Encrypted store",
    ] {
        assert!(!paper.contains(pressed), "{pressed} in {paper}");
    }
}

#[test]
fn the_window_opens_as_large_as_it_was() {
    let mut window = Plain::open_in(Home::new());
    window.until("it shows its page", |window| window.pages().len() == 1);
    window.resize(910, 640);
    window.close();
    window.open_again();
    window.until("it is as large again", |window| {
        let size = window.size();
        size.contains("WIDTH=910") && size.contains("HEIGHT=640")
    });
}

/// The file in which the program keeps what was chosen for this computer.
fn choices(home: &Home) -> std::path::PathBuf {
    let found = Command::new("find")
        .arg(home.own())
        .args(["-name", "choices.json"])
        .output()
        .expect("find");
    let path = String::from_utf8(found.stdout).expect("a path");
    path.trim().into()
}
