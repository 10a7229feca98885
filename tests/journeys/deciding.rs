//! Decisions and what follows from them: an offer approved, made and accepted; a rejection with what they were told; and
//! somebody of the reserve list who applies for another role. By mouse, and by keyboard.

use domain::correspondence::OPT_OUT;

use crate::album::Album;
use crate::harness::{Picker, Window};
use crate::people::{THEIRS, add_account, name_for_the_vacancy, sign_in_as};
use crate::six_months::{
    NAME, PASSPHRASE, add_a_candidate, add_a_vacancy, choose, go_to, make_a_store, open_candidate,
    type_date,
};

const APPROVER: &str = "Pat Approver";

#[test]
fn an_offer_is_approved_by_its_approver_made_accepted_and_the_person_is_hired() {
    let window = Window::open();
    let mut album = Album::open("deciding-offer");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    add_account(&window, APPROVER, true);
    name_for_the_vacancy(&window, APPROVER, "Approver…");

    go_to(&window, "Candidates");
    open_candidate(&window, "Wilhelmina Quackenbush");
    window.click("button", "Write an offer");
    let dialog = window.within("dialog", "Write an offer to Wilhelmina Quackenbush");
    dialog.see(&format!("{APPROVER} approves it before it is made"));
    album.look(&window, "write an offer");
    dialog.fill("Amount in pounds", "38,500");
    type_date(&window, "Answer by (optional)", "25112026");
    dialog.fill("Conditions (optional)", "Two references");
    dialog.click("button", "Save offer");
    let offer = window.within("article", "Offer of £38,500 a year");
    offer.see("Waiting for approval");
    offer.lacks("button", "Record as made…");
    offer.lacks("button", "Approve");
    album.look(&window, "an offer that waits for approval");

    sign_in_as(&window, APPROVER, THEIRS);
    window.see("Approve the offer to Wilhelmina Quackenbush");
    album.look(&window, "Today of an approver");
    window.click("link", "Approve the offer to Wilhelmina Quackenbush…");
    let offer = window.within("article", "Offer of £38,500 a year");
    offer.click("button", "Approve");
    offer.see(&format!("approved by {APPROVER} on 23 Nov 2026"));
    window.no_text("wq@example.org");

    sign_in_as(&window, NAME, PASSPHRASE);
    window.click("link", "Make the approved offer to Wilhelmina Quackenbush…");
    window.click("button", "Record as made…");
    window
        .within(
            "dialog",
            "Record that the offer to Wilhelmina Quackenbush was made",
        )
        .click("button", "Record as made");
    let offer = window.within("article", "Offer of £38,500 a year");
    offer.see("Made, no answer yet");
    offer.click("button", "Record the answer…");
    let dialog = window.within("dialog", "Record the answer of Wilhelmina Quackenbush");
    dialog.click("radio", "They accepted");
    dialog.see("They are hired on that day");
    album.look(&window, "the answer to an offer");
    dialog.click("button", "Record answer");
    window.see("Hired on 23 Nov 2026");
    window.has("button", "Confirm hand-over…");
    album.look(&window, "an offer that was accepted");
    go_to(&window, "Accountability");
    for told in [
        "Recorded that an offer was accepted",
        "Approved an offer, as approver in its vacancy",
        "Wrote an offer",
    ] {
        window.see(told);
    }
    window.no_text("38,500");
}

#[test]
fn somebody_turned_down_is_told_why_kept_matched_contacted_and_applies_again() {
    let window = Window::open();
    let mut album = Album::open("deciding-reserve");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Bartholomew", "Featherstone", "b@example.org");
    reject_with_feedback(&window, &mut album);
    put_on_the_reserve_list(&window, &mut album);

    next_vacancy(&window);
    window.click("button", "Say what it asks for");
    let dialog = window.within("dialog", "What Broadcast Officer asks for");
    dialog.fill("Family of roles (optional)", "press");
    dialog.fill("Skills (optional)", "Media relations, Welsh");
    dialog.fill("Place of work (optional)", "Cardiff");
    album.look(&window, "what a role asks for");
    dialog.click("button", "Save");
    let card = window.within("article", "Bartholomew Featherstone");
    card.see("Agreed to be asked about Press.");
    card.see("Has the skill media, where Media relations is asked for.");
    card.see("Not noted of them: Welsh.");
    card.see("Would work in cardiff.");
    album.look(&window, "who may fit");

    card.click("button", "Contact Bartholomew Featherstone");
    let dialog = window.within("dialog", "Contact Bartholomew Featherstone about…");
    dialog.click("radio", "By telephone");
    album.look(&window, "a contact");
    dialog.click("button", "Record contact");
    card.see("An answer is awaited.");
    card.click("button", "Record the answer of Bartholomew Featherstone");
    let dialog = window.within("dialog", "What Bartholomew Featherstone says to…");
    dialog.click("radio", "They are interested…");
    album.look(&window, "what came of a contact");
    dialog.click("button", "Save");
    card.see("Interested on 23 Nov 2026: they applied.");
    card.see("They have applied for this vacancy already (rule S68).");
    album.look(&window, "somebody who applied from the list");
    card.click("link", "Bartholomew Featherstone");
    window.has("article", "Broadcast Officer");
    window.see("Contacted once");
}

#[test]
fn somebody_on_the_list_is_written_to_and_the_contact_is_recorded_with_the_message() {
    let window = Window::open();
    let mut album = Album::open("deciding-writing");
    make_a_store(&window);
    add_a_reserve_template(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Bartholomew", "Featherstone", "b@example.org");
    reject_with_feedback(&window, &mut album);
    put_on_the_reserve_list(&window, &mut album);
    next_vacancy(&window);
    let card = window.within("article", "Bartholomew Featherstone");
    card.click("button", "Contact Bartholomew Featherstone");
    let dialog = window.within("dialog", "Contact Bartholomew Featherstone about…");
    dialog.click("radio", "By e-mail");
    album.look(&window, "a contact by e-mail");
    window.is_accessible("a contact by e-mail");
    dialog.click("button", "Write a message");
    let sheet = window.within("dialog", "Write to Bartholomew Featherstone");
    sheet.see("When it is handed over, it is recorded as a contact about Broadcast Officer.");
    assert_eq!(
        sheet.value("Message"),
        format!("Dear Bartholomew, we look for a Broadcast Officer. {OPT_OUT}")
    );
    sheet.see("Saved ");
    album.look(&window, "a message to somebody on the list");
    window.is_accessible("a message to somebody on the list");
    let file = window.home().files().join("to-bartholomew.eml");
    sheet.click("button", "Save as .eml");
    Picker::Save.answer("Save the message", &file);
    window.see("listed as gone out. The contact is recorded.");
    let card = window.within("article", "Bartholomew Featherstone");
    card.see("Contacted on 23 Nov 2026, by e-mail, by");
    card.see("An answer is awaited.");
    album.look(&window, "a contact that was written");
    card.click("link", "Bartholomew Featherstone");
    window.see("Broadcast Officer: contacted on 23 Nov 2026");
    window.see("Went out by e-mail");
}

/// Adds the vacancy that comes after, and looks at who on the reserve list may fit it.
fn next_vacancy(window: &Window) {
    go_to(window, "Vacancies");
    window.click("button", "Add a vacancy");
    window.fill("Title", "Broadcast Officer");
    choose(window, "Choose Team", "Press and media");
    window.click("button", "Add vacancy");
    window.has("heading", "Broadcast Officer");
    window.click("tab", "Reserve list");
}

fn add_a_reserve_template(window: &Window) {
    go_to(window, "People");
    window.click("button", "Add a template");
    let sheet = window.within("dialog", "Add a template");
    choose(
        window,
        "Application received What it is for",
        "Reserve list",
    );
    sheet.fill("Name", "A role for the reserve list");
    sheet.fill("Subject", "{vacancy}");
    sheet.fill(
        "Message",
        "Dear {preferred name}, we look for a {vacancy}. {opt out}",
    );
    sheet.click("button", "Save");
    window.see("Saved A role for the reserve list");
}

fn reject_with_feedback(window: &Window, album: &mut Album) {
    window.click("button", "Reject…");
    let dialog = window.within("dialog", "Reject Bartholomew Featherstone");
    dialog.click("radio", "Met the requirements, not selected");
    dialog.click("button", "Start from a draft");
    dialog.click("radio", "By telephone");
    album.look(window, "a rejection with feedback");
    dialog.click("button", "Reject Bartholomew Featherstone");
    window.see("Told on 23 Nov 2026, by telephone");
    window.see("You met the requirements of the role, and another candidate was chosen.");
    album.look(window, "what somebody was told");
}

fn put_on_the_reserve_list(window: &Window, album: &mut Album) {
    window.click("button", "Add to reserve list");
    let dialog = window.within("dialog", "Put Bartholomew Featherstone on the reserve list");
    type_date(window, "Day they said yes", "23112026");
    dialog.click("radio", "By e-mail");
    dialog.fill("Where it can be seen", "E-mail of 23 November");
    dialog.fill("Kept for", "Press, policy");
    dialog.fill("What the assessment showed (optional)", "Second by a hair");
    dialog.fill("Skills (optional)", "media");
    dialog.fill("Places they would work at (optional)", "cardiff");
    album.look(window, "a place on the reserve list");
    dialog.click("button", "Add to reserve list");
    window.see("Second by a hair");
    window.click("button", "Change the place kept for Press, policy");
    let dialog = window.within("dialog", "Change the place of Bartholomew Featherstone");
    dialog.click("checkbox", "Permanent job");
    dialog.click("button", "Save changes");
    window.see("Would take: Permanent job");
    album.look(window, "a candidate on the reserve list");
}

#[test]
fn by_keys_alone_an_offer_is_made_and_accepted_and_several_are_confirmed_by_name() {
    let window = Window::open();
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    for (given, family) in [("Ada", "Quill"), ("Bo", "Rook"), ("Cy", "Stork")] {
        add_a_candidate(&window, given, family, &format!("{given}@example.org"));
    }
    go_to(&window, "Candidates");
    open_candidate(&window, "Ada Quill");
    press_on(&window, "button", "Write an offer");
    window.has("dialog", "Write an offer to Ada Quill");
    window.tab_to("textbox", "Amount in pounds");
    window.type_text("30000");
    press_on(&window, "button", "Save offer");
    window.see("Not made yet");
    press_on(&window, "button", "Record as made…");
    window.has("dialog", "Record that the offer to Ada Quill was made");
    press_on(&window, "button", "Record as made");
    window.see("Made, no answer yet");
    press_on(&window, "button", "Record the answer…");
    window.has("dialog", "Record the answer of Ada Quill");
    window.tab_to("radio", "They accepted");
    window.press("Space");
    press_on(&window, "button", "Record answer");
    window.see("Hired on 23 Nov 2026");

    go_to(&window, "Vacancies");
    window.click("link", "Press Officer…");
    window.click("tab", "Table");
    window.tab_to("checkbox", "Select Bo Rook");
    window.press("Space");
    window.tab_to("checkbox", "Select Cy Stork");
    window.press("Space");
    press_on(&window, "button", "Reject 2 people");
    window.has("dialog", "Reject 2 people");
    window.tab_to("checkbox", "Cy Stork");
    window.press("Space");
    window.tab_to("radio", "Essential criteria not met");
    window.press("Space");
    press_on(&window, "button", "Reject Cy Stork");
    window.see("Rejected Cy Stork");
    window.has("row", "Select Bo Rook…");
}

fn press_on(window: &Window, role: &str, name: &str) {
    window.tab_to(role, name);
    window.press("Enter");
}
