//! Something of a candidate is to be given away, and may not be: for each reason, said in the window, put right, and made.
//! The registers behind it are reviewed, by keyboard alone.

use crate::album::Album;
use crate::harness::{Part, Window};
use crate::people::sign_in_as;
use crate::six_months::{
    NAME, PASSPHRASE, add_a_candidate, add_a_vacancy, choose, go_to, make_a_store, open_candidate,
    type_date,
};

const WHO: &str = "Wilhelmina Quackenbush";
const AGENCY: &str = "Example Talent Ltd";
const OFFICE: &str = "Office of A. Member";
const COURT: &str = "County Court at Example";

const RUN: &str = "Running the process in tracking software or through agencies";
const REVIEW: &str = "A review by an MP’s office or a department, where the role concerns them";
const LAW: &str = "Giving what a law, a court or an authority requires, and no more";

#[test]
fn nothing_is_given_away_before_everything_is_there() {
    let window = Window::open();
    let mut album = Album::open("sharing");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    without_a_purpose_or_a_recipient(&window, &mut album);
    a_supplier_abroad(&window, &mut album);
    an_office(&window, &mut album);
    an_authority_by_keyboard(&window, &mut album);
    a_review_that_is_late(&window, &mut album);
    go_to(&window, "Accountability");
    window.click("tab", "Journal");
    window.see("Recorded that something of a candidate was given to recruiters");
    window.see("Looked at an agreement with a supplier again, and kept it");
    window.no_text("Talent");
    a_purpose_is_changed(&window, &mut album);
}

fn without_a_purpose_or_a_recipient(window: &Window, album: &mut Album) {
    let dialog = begin(window);
    dialog.click("button", "Record disclosure");
    dialog.see("Choose what it is given for");
    choose(window, "Choose What for", RUN);
    dialog.see("Basis: Legitimate interests, Art 6(1)(f)");
    dialog.see("The register has no recipient that this purpose may reach.");
    album.look(window, "a disclosure without a recipient");
    dialog.click("button", "Cancel");
}

fn a_supplier_abroad(window: &Window, album: &mut Album) {
    add_recipient(window, AGENCY, "Recruiter…", |dialog| {
        dialog.click("combobox", "Country");
        dialog.fill("Country", "United States");
        window.click("option", "United States…");
    });
    refused(
        window,
        RUN,
        AGENCY,
        "There is no agreement with this supplier",
    );
    album.look(window, "refused, no agreement");
    cancel(window);

    in_the_register(window, "Recipients and agreements", "Add an agreement");
    let dialog = window.within("dialog", "Add an agreement with a supplier");
    dialog.click("button", "Save");
    dialog.see("Tick what it is for");
    album.look(window, "add an agreement");
    choose(window, "Choose Recipient", AGENCY);
    dialog.fill("What it is called", "DPA-01");
    dialog.click("checkbox", "To run the recruitment process");
    for clause in [
        "It acts on written instructions alone",
        "Its people keep what they see to themselves",
        "It keeps data secure",
        "It takes on others only as agreed",
        "It helps to answer people who use their rights",
        "It helps with security, breaches and impact assessments",
        "It deletes or gives back everything at the end",
        "It shows that it does all this, and may be audited",
    ] {
        dialog.click("checkbox", clause);
    }
    type_date(window, "First day", "01012026");
    type_date(window, "Last day (optional)", "22112026");
    dialog.fill("Owner", "Head of HR");
    type_date(window, "Review by", "05122026");
    dialog.click("button", "Save");
    window.see("Ended on 22 Nov 2026");
    refused(
        window,
        RUN,
        AGENCY,
        "The agreement with this supplier ended on 22 November 2026",
    );
    album.look(window, "refused, the agreement ended");
    cancel(window);

    to_the_register(window, "Recipients and agreements");
    window.click("button", "Change DPA-01");
    let dialog = window.within("dialog", "Change DPA-01");
    type_date(window, "Last day (optional)", "22112027");
    dialog.click("button", "Save");
    window.see("Due by 5 Dec 2026");
    album.look(window, "recipients and agreements");
    refused(
        window,
        RUN,
        AGENCY,
        "country is not adequate and no transfer mechanism is recorded",
    );
    album.look(window, "refused, no transfer mechanism");
    cancel(window);

    in_the_register(window, "Transfers", "Add a mechanism");
    let dialog = window.within("dialog", "Add a transfer mechanism");
    choose(window, "Choose Recipient", AGENCY);
    dialog.click("radio", "International Data Transfer Agreement");
    dialog.fill("What it is called", "IDTA-01");
    dialog.fill(
        "What the data protection test found",
        "Not materially lower",
    );
    dialog.fill("Owner", "Head of HR");
    dialog.click("button", "Save");
    window.see("Good until 23 Nov 2027");
    album.look(window, "transfers");

    let dialog = choose_recipient(window, RUN, AGENCY);
    dialog.see("This may be given");
    dialog.see("Agreement: DPA-01 · International Data Transfer Agreement");
    dialog.click("checkbox", "References");
    dialog.click("button", "Record disclosure");
    dialog.see("Say why more is given than this purpose and recipient need (rule SHA-02).");
    album.look(window, "refused, more than the least");
    dialog.fill(
        "Why more than the least",
        "The panel reads references there",
    );
    dialog.click("button", "Record disclosure");
    let section = window.within("region", "Disclosures");
    section.see(AGENCY);
    section.see("More than the least because: The panel reads references there");
    album.look(window, "a disclosure with what it rests on");
}

fn an_office(window: &Window, album: &mut Album) {
    add_recipient(window, OFFICE, "MP’s office or department", |dialog| {
        dialog.click("button", "Save");
        dialog.see("Enter its number in the ICO’s register");
        dialog.fill("ICO registration number (optional)", "Z1234567");
    });
    let said =
        "Choose an application for a role that says why an MP’s office or department is concerned";
    let dialog = refused(window, REVIEW, OFFICE, said);
    choose(
        window,
        "The record as a whole Which application it is of",
        "Press Officer",
    );
    dialog.see(said);
    album.look(window, "refused, the role says nothing of an office");
    dialog.click("button", "Record disclosure");
    dialog.see(said);
    cancel(window);

    say_which_office(window);
    album.look(window, "a role that concerns an office");
    let dialog = choose_recipient(window, REVIEW, OFFICE);
    choose(
        window,
        "The record as a whole Which application it is of",
        "Press Officer",
    );
    dialog.see("This may be given");
    dialog.click("button", "Record disclosure");
    window
        .within("region", "Disclosures")
        .see("Concerned because: The role is in the member’s office");
}

fn an_authority_by_keyboard(window: &Window, album: &mut Album) {
    add_recipient(window, COURT, "Court, police or another authority", |_| {});
    let dialog = choose_recipient(window, LAW, COURT);
    dialog.click("button", "Record disclosure");
    dialog.see("Enter who asked for it (rule SHA-05).");
    album.look(window, "refused, no authority");
    for (field, words, next) in [
        (
            "Who asked for it",
            "The county court",
            "Enter the power or the order",
        ),
        (
            "The power or the order",
            "Order of 2 November",
            "Enter what was asked for",
        ),
        (
            "What was asked for",
            "Her address",
            "Enter the least that satisfies",
        ),
        (
            "The least that satisfies it",
            "Her address",
            "Enter who decided",
        ),
        (
            "Who decided",
            "The data protection officer",
            "Enter how the candidate was told",
        ),
    ] {
        window.tab_to("textbox", field);
        window.type_text(words);
        window.press("Enter");
        dialog.see(next);
    }
    window.tab_to("textbox", "How the candidate was told, or why not");
    window.type_text("By letter");
    window.tab_to("button", "Record disclosure");
    window.press("Enter");
    let section = window.within("region", "Disclosures");
    section.see("The power or the order: Order of 2 November");
    album.look(window, "what an authority was given");
}

fn a_review_that_is_late(window: &Window, album: &mut Album) {
    go_to(window, "Today");
    window.see("Look at DPA-01 again");
    window.set_clock("2026-12-07");
    sign_in_as(window, NAME, PASSPHRASE);
    go_to(window, "Candidates");
    open_candidate(window, WHO);
    refused(
        window,
        RUN,
        AGENCY,
        "The agreement with this supplier should have been reviewed by 5 December 2026",
    );
    album.look(window, "refused, the review is late");
    cancel(window);

    go_to(window, "Today");
    window.see("Look at DPA-01 again");
    album.look(window, "Today, a register is late");
    window.tab_to("link", "Look at DPA-01 again…");
    window.press("Enter");
    window.has("heading", "Accountability");
    window.tab_to("button", "Review DPA-01");
    window.press("Enter");
    window.has("dialog", "Review DPA-01");
    album.look(window, "review an agreement");
    window.tab_to("button", "Reviewed");
    window.press("Enter");
    window.see("Reviewed DPA-01, next by 7 Dec 2027");
    window.no_text("Was due by");
    go_to(window, "Today");
    window.no_text("Look at DPA-01 again");
    let dialog = choose_recipient(window, RUN, AGENCY);
    dialog.see("This may be given");
    cancel(window);
    go_to(window, "Accountability");
    window.click("tab", "Training");
    window.has("rowheader", NAME);
    album.look(window, "training");
    window.click("tab", "Impact assessments");
    window.see("None is recorded yet.");
}

fn a_purpose_is_changed(window: &Window, album: &mut Album) {
    window.click("tab", "Purposes");
    album.look(window, "purposes");
    window.click("button", "Change P6");
    let dialog = window.within("dialog", "Change purpose P6");
    dialog.click("checkbox", "Health and adjustments");
    dialog.click("button", "Save as version 2");
    dialog.see("Choose the condition for health");
    album.look(window, "a purpose without a condition");
    dialog.click("checkbox", "Health and adjustments");
    dialog.click("checkbox", "Status history");
    dialog.click("button", "Save as version 2");
    window.see("P6 is now at version 2");
    window.click("button", "Versions of P6");
    window
        .within("dialog", "Versions of P6")
        .see("As in the notice of 8 July 2024");
    album.look(window, "versions of a purpose");
    window.click("button", "Close");
}

/// Opens the guide to a disclosure on the candidate's page, where it is not open.
fn begin(window: &Window) -> Part {
    window
        .within("region", "Disclosures")
        .click("button", "Record a disclosure");
    window.within("dialog", &format!("Record a disclosure of {WHO}"))
}

fn choose_recipient(window: &Window, purpose: &str, recipient: &str) -> Part {
    go_to(window, "Candidates");
    open_candidate(window, WHO);
    let dialog = begin(window);
    choose(window, "Choose What for", purpose);
    choose(window, "Choose To whom", &format!("{recipient}…"));
    dialog
}

fn refused(window: &Window, purpose: &str, recipient: &str, said: &str) -> Part {
    let dialog = choose_recipient(window, purpose, recipient);
    dialog.see("This may not be given");
    dialog.see(said);
    dialog
}

fn cancel(window: &Window) {
    window
        .within("dialog", &format!("Record a disclosure of {WHO}"))
        .click("button", "Cancel");
}

fn to_the_register(window: &Window, tab: &str) {
    go_to(window, "Accountability");
    window.click("tab", tab);
}

fn in_the_register(window: &Window, tab: &str, button: &str) {
    to_the_register(window, tab);
    window.click("button", button);
}

/// Adds a recipient to the register.
pub(crate) fn add_recipient(window: &Window, name: &str, category: &str, more: impl FnOnce(&Part)) {
    in_the_register(window, "Recipients and agreements", "Add a recipient");
    let dialog = window.within("dialog", "Add a recipient");
    dialog.fill("Recipient’s name", name);
    choose(window, "Choose Kind of recipient", category);
    dialog.fill("Owner", "Head of HR");
    more(&dialog);
    dialog.click("button", "Save");
    window.has("rowheader", name);
}

/// Says why an MP's office is concerned with the vacancy.
pub(crate) fn say_which_office(window: &Window) {
    go_to(window, "Vacancies");
    window.click("link", "Press Officer");
    window.click("tab", "Reserve list");
    window.click("button", "Say what it asks for");
    let dialog = window.within("dialog", "What Press Officer asks for");
    dialog.fill(
        "Why an MP’s office or department is concerned (optional)",
        "The role is in the member’s office",
    );
    dialog.click("button", "Save");
    window.see("The role is in the member’s office");
}
