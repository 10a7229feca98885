//! The recovery sheet on paper.

use std::fs;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::harness::{Picker, Window};
use crate::six_months::{go_to, make_a_store};

#[test]
fn the_recovery_sheet_is_printed_and_nothing_else_of_the_window() {
    let window = Window::open();
    make_a_store(&window);
    go_to(&window, "People");
    window.click("button", "Make a recovery sheet");
    let dialog = window.within("dialog", "Recovery sheet");
    let code = dialog.names("listitem");
    dialog.click("button", "Print the sheet…");
    Picker::print_to_file();

    let file = window.home().files().join("output.pdf");
    let begun = Instant::now();
    while fs::metadata(&file).map_or(0, |file| file.len()) == 0 {
        assert!(begun.elapsed() < Duration::from_secs(10), "it is printed");
        thread::sleep(Duration::from_millis(50));
    }
    let read = Command::new("pdftotext").arg(&file).arg("-").output();
    let paper = String::from_utf8(read.expect("pdftotext").stdout).expect("text");
    assert!(
        paper.starts_with("Recovery sheet of Hansard House"),
        "{paper}"
    );
    for group in code {
        assert!(paper.contains(&group), "{group} in {paper}");
    }
    for beneath in ["Find or go", "Accounts", "Confirm the sheet"] {
        assert!(!paper.contains(beneath), "{beneath} in {paper}");
    }
    dialog.has("button", "Confirm the sheet");
}
