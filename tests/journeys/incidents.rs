//! A laptop is lost: reported in under a minute by keyboard, whose records it could open is worked out, the 72 hours are
//! counted, the risk is assessed, and the draft of the report to the regulator is saved.

use std::fs;
use std::time::{Duration, Instant};

use crate::album::Album;
use crate::harness::{Picker, Window};
use crate::six_months::{
    NAME, add_a_candidate, add_a_vacancy, choose, go_to, make_a_store, open_candidate,
};

const WHO: &str = "Wilhelmina Quackenbush";

#[test]
fn a_lost_laptop_is_reported_by_keyboard_and_answered_until_it_is_closed() {
    let window = Window::open();
    let mut album = Album::open("incidents");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    go_to(&window, "Rights and incidents");
    window.see("No incident was reported.");
    album.look(&window, "no incident");
    report_by_keyboard(&window, &mut album);

    window.see("72 hours to tell the ICO");
    window.see("Say who is affected");
    album.look(&window, "an incident that was just reported");
    window.click("button", "Why?…");
    window.see("Nights, weekends, holidays and the change of clocks count like any other hour.");
    album.keep(&window, "why the clock ends");
    window.press("Escape");
    say_who_is_affected(&window, &mut album);
    assess_and_report(&window, &mut album);
    save_the_draft(&window, &mut album);
    close(&window, &mut album);
}

/// From anywhere: the palette, three answers, Enter.
fn report_by_keyboard(window: &Window, album: &mut Album) {
    let begun = Instant::now();
    window.press("Ctrl+k");
    window.has("dialog", "Find or go");
    window.type_text("report");
    window.has("option", "Report an incident");
    window.press("Enter");
    window.has("dialog", "Report an incident");
    window.tab_to("radio", "Something was sent to the wrong person");
    window.press("Down");
    window.press("Space");
    window.tab_to(
        "radio",
        "Fairhold was locked, and the passphrase was not with it",
    );
    window.press("Down");
    window.press("Space");
    let looked = Instant::now();
    album.look(window, "report an incident");
    let looked = looked.elapsed();
    window.tab_to("textbox", "In a few words");
    window.type_text("A laptop was left on a train.");
    window.fill("Noticed at", "08:30");
    window.tab_to("button", "Report it");
    window.press("Enter");
    window.see("I-0001 is reported.");
    let took = begun.elapsed().saturating_sub(looked);
    assert!(took < Duration::from_mins(1), "it took {took:?}");
}

fn say_who_is_affected(window: &Window, album: &mut Album) {
    window.click("button", "Say who");
    let dialog = window.within("dialog", "Who is affected?");
    dialog.click("button", "Save who is affected");
    dialog.see("Choose whose laptop it was");
    choose(window, "Choose Whose laptop was it?", NAME);
    dialog.see("It could open the record of 1 person");
    album.look(window, "whose records a laptop could open");
    dialog.click("button", "Save who is affected");
    window.see("1 person is affected. Nobody was told.");
    window.no_text(WHO);
    window.click("button", "List them");
    window.has("link", WHO);
    album.look(window, "who is affected");
    window.click("link", WHO);
    window.see("An incident has been open since 23 November 2026");
    album.look(window, "a record that an incident keeps");
    go_to(window, "Today");
    window.see("Assess the risk of incident I-0001");
    album.look(window, "Today, an incident");
    window.click("link", "Assess the risk of incident I-0001…");
}

fn assess_and_report(window: &Window, album: &mut Album) {
    window.click("button", "Assess");
    let dialog = window.within("dialog", "How bad is it?");
    dialog.click("checkbox", "Name and contact details");
    dialog.click("radio", "It may well be");
    dialog.click("radio", "Danger, discrimination, lasting loss");
    dialog.see("The rules say: a high risk");
    dialog.fill("Why", "The laptop was open when it was left.");
    album.look(window, "assess the risk");
    dialog.click("button", "Save the assessment");
    window.see("A high risk to people");
    window.click("button", "Record the decision");
    let dialog = window.within("dialog", "Is the ICO told?");
    dialog.fill("Told at", "08:45");
    dialog.fill("The ICO’s reference (optional)", "IC-123456");
    album.look(window, "the ICO was told");
    dialog.click("button", "Record it");
    window.see("Told in time");
    window.click("button", "Note who was told");
    let dialog = window.within("dialog", "Were the people affected told?");
    dialog.click("radio", "by letter");
    album.look(window, "the people were told");
    dialog.click("button", "Note it");
    window.see("1 person is affected. 1 was told.");
    window.click("button", "Note it");
    let dialog = window.within("dialog", "What was done about it");
    dialog.fill("What was done", "The account was given another passphrase.");
    dialog.click("button", "Save");
    window.see("The account was given another passphrase.");
}

fn save_the_draft(window: &Window, album: &mut Album) {
    window.click("button", "Save the draft report…");
    let file = window.home().files().join("draft.pdf");
    Picker::Save.answer("Save the report", &file);
    window.see("Report saved");
    let bytes = fs::read(&file).expect("the draft");
    assert!(bytes.starts_with(b"%PDF-"), "a PDF");
    album.look(window, "an incident, answered");
}

fn close(window: &Window, album: &mut Album) {
    window.click("button", "Close the incident");
    let dialog = window.within("dialog", "Close I-0001?");
    dialog.click("button", "Close the incident");
    window.see(&format!("{NAME} closed it on 23 Nov 2026"));
    album.look(window, "an incident that is closed");
    go_to(window, "Candidates");
    open_candidate(window, WHO);
    window.no_text("An incident has been open");
    go_to(window, "Accountability");
    window.see("Closed an incident");
    window.see("Listed who is affected by an incident");
    window.no_text("left on a train");
    go_to(window, "Rights and incidents");
    window.see("I-0001: ");
    album.look(window, "incidents, one is closed");
}
