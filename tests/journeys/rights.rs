//! Somebody asks by e-mail for all that is held of them: the clock stops and goes on, the pack is put together, another's
//! name is masked, and the answer goes in time. And somebody asks for erasure while a claim is open: what the claim needs
//! stays, and the rest is erased and reported.

use std::fs;
use std::path::Path;

use crate::album::Album;
use crate::bytes::words_left;
use crate::harness::{Picker, Window};
use crate::people::{INTERVIEWER, add_account, name_for_the_vacancy, sign_in_as};
use crate::six_months::{
    NAME, PASSPHRASE, add_a_candidate, add_a_vacancy, choose, go_to, make_a_store, open_candidate,
    type_date,
};

const WHO: &str = "Wilhelmina Quackenbush";
const OTHER: &str = "Bartholomew Featherstone";

#[test]
fn an_access_request_by_email_is_identified_paused_put_together_and_answered_in_time() {
    let window = Window::open();
    let mut album = Album::open("rights");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_another_vacancy(&window);
    add_a_candidate(&window, "Bartholomew", "Featherstone", "bf@example.org");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    add_account(&window, INTERVIEWER, true);
    name_for_the_vacancy(&window, INTERVIEWER, "Interviewer…");
    go_to(&window, "Candidates");
    open_candidate(&window, WHO);
    give_her_a_record(&window);

    log(&window, "See what is held", &mut album);
    window.see("Answer by 23 December 2026: one month from 23 November 2026.");
    window.click("button", "Note that identity was asked for");
    window
        .within("dialog", "They were asked who they are")
        .click("button", "Note it");
    window.see("No clock yet");
    album.look(&window, "a request without identity");

    set_day(&window, "2026-11-26");
    go_to(&window, "Today");
    window.click("link", "See who made request R-0001…");
    window.click("button", "Note that it was seen");
    window
        .within("dialog", "It was seen who they are")
        .click("button", "Note it");
    window.see("one month from 26 November 2026, the day they showed who they are");
    window.click("button", "Note a question");
    let dialog = window.within("dialog", "They were asked a question");
    dialog.fill("What was asked", "Is it both applications you mean?");
    dialog.click("button", "Note it");
    window.see("Stands still");
    album.look(&window, "a clock that stands still");

    set_day(&window, "2026-11-30");
    go_to(&window, "Rights and incidents");
    album.look(&window, "the register of requests");
    window.click("link", "R-0001…");
    window.click("button", "Note the answer");
    let dialog = window.within("dialog", "They answered");
    dialog.fill("What they said (optional)", "Both.");
    dialog.click("button", "Note it");
    window.see("with 4 days for the time a question was open");
    album.look(&window, "a clock that goes on");

    put_together(&window, &mut album);
    answer(&window, &mut album);
}

/// A second vacancy, of the same team.
fn add_another_vacancy(window: &Window) {
    go_to(window, "Vacancies");
    window.click("button", "Add a vacancy");
    window.fill("Title", "Archivist");
    choose(window, "Choose Team", "Press and media");
    window.click("button", "Add vacancy");
    window.has("heading", "Archivist");
}

/// A second application, an interview, a letter that names another, a reference and equality answers.
fn give_her_a_record(window: &Window) {
    window.click("button", "Schedule interview");
    let dialog = window.within("dialog", &format!("Schedule an interview of {WHO}"));
    type_date(window, "Day", "30112026");
    dialog.fill("Begins at", "09:00");
    dialog.click("checkbox", INTERVIEWER);
    dialog.click("button", "Schedule interview");
    window.see(&format!("Scheduled an interview of {WHO}"));
    window.click("button", "Add application");
    let dialog = window.within("dialog", &format!("Add an application of {WHO}"));
    dialog.fill("Vacancy", "Archiv");
    window.click("option", "Archivist…");
    dialog.click("button", "Add application");
    window.see("Added an application for Archivist");
    let files = window.home().files();
    let letter = files.join("letter.txt");
    fs::write(
        &letter,
        format!("In Orléans I worked beside {OTHER} for a year."),
    )
    .expect("a letter");
    add(window, "Letter", &letter);
    let reference = files.join("reference.txt");
    fs::write(&reference, "She is most reliable.").expect("a reference");
    add(window, "Reference", &reference);
    window.click("button", "Seal a record");
    let dialog = window.within("dialog", &format!("Seal a record of {WHO}"));
    dialog.click("radio", "Equality answers…");
    dialog.click("button", "Choose Age (optional)");
    let first = window.names("option").first().cloned().expect("an answer");
    window.click("option", &first);
    dialog.click("button", "Seal it");
    window.see(&format!("Sealed: Equality answers of {WHO}"));
}

fn add(window: &Window, kind: &str, file: &Path) {
    window.click("button", "Add documents");
    let dialog = window.within("dialog", &format!("Add documents of {WHO}"));
    dialog.click("radio", kind);
    dialog.click("button", "Choose files");
    Picker::Open.answer("Choose documents", file);
    window.see(&format!("Added a document of {WHO}"));
    window.lacks("dialog", &format!("Add documents of {WHO}"));
}

fn log(window: &Window, right: &str, album: &mut Album) {
    go_to(window, "Rights and incidents");
    window.click("button", "Log a request");
    let dialog = window.within("dialog", "Log a request");
    dialog.click("button", "Log the request");
    dialog.see("Choose what they ask for.");
    dialog.click("checkbox", right);
    dialog.fill("Find them by name", "Quacken");
    dialog.click("radio", WHO);
    choose(window, "Choose How it came in", "By e-mail");
    dialog.fill("What they ask (optional)", "Please see to my data.");
    album.look(window, &format!("log a request: {right}"));
    dialog.click("button", "Log the request");
    window.see("R-0001 is logged.");
}

fn set_day(window: &Window, day: &str) {
    window.set_clock(day);
    sign_in_as(window, NAME, PASSPHRASE);
}

fn put_together(window: &Window, album: &mut Album) {
    window.click("button", "Put it together");
    let dialog = window.within("dialog", "What is held");
    dialog.see("answers to equality monitoring");
    // The document is read anew: a name stands there as it was written.
    dialog.see(&format!("{OTHER}, another candidate"));
    dialog.see("In Orléans I worked beside");
    dialog.see("A reference");
    album.look(window, "what is held, looked through");
    dialog.click("button", "Save it");
    dialog.see("Decide on this.");
    for group in dialog.names("radiogroup") {
        let part = dialog.within("radiogroup", &group);
        if group.starts_with("A reference") {
            part.click("radio", "Withhold it: it was given in confidence");
        } else {
            part.click("radio", "Mask the name");
        }
    }
    album.look(window, "what is held, decided");
    dialog.click("button", "Save it");
    let file = window.home().files().join("held.zip");
    Picker::Save.answer("Save what is held", &file);
    window.see("What is held is saved.");
    let bytes = fs::read(&file).expect("the pack");
    assert!(bytes.starts_with(b"PK"), "a ZIP");
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("what-we-hold.pdf") && text.contains("what-we-hold.json"));
    assert!(
        !text.contains("documents/01-letter"),
        "nor the letter as it is"
    );
}

fn answer(window: &Window, album: &mut Album) {
    window.click("button", "Decide");
    let dialog = window.within("dialog", "Decide: See what is held");
    dialog.click("radio", "Granted in part");
    dialog.click("checkbox", "A reference given in confidence");
    dialog.click("checkbox", "It would tell of another person");
    dialog.fill("Reasons", "Both are listed by kind in what you get.");
    album.look(window, "decide on access");
    dialog.click("button", "Decide");
    window.see("It is decided.");
    window.click("button", "Save the letter");
    let file = window.home().files().join("letter.pdf");
    Picker::Save.answer("Save the letter", &file);
    window.see("The letter is saved.");
    let bytes = fs::read(&file).expect("the letter");
    assert!(bytes.starts_with(b"%PDF-"), "a PDF");
    window.click("button", "Close with the answer");
    let dialog = window.within("dialog", "Close request R-0001");
    choose(window, "Choose How it went", "By e-mail");
    dialog.click("button", "Close the request");
    window.see("In time");
    window.see("Answered on 30 Nov 2026");
    album.look(window, "a request that was answered");
    go_to(window, "Accountability");
    window.see("Closed a request: the answer went");
    window.see("Saved what is held of them to be given to them");
    window.no_text("Featherstone");
}

#[test]
fn what_somebody_gave_is_taken_elsewhere_as_a_json_resume_a_table_and_their_files() {
    let window = Window::open();
    let mut album = Album::open("portability");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    let cv = window.home().files().join("cv.txt");
    fs::write(&cv, "Ten years in archives.").expect("a CV");
    add(&window, "CV", &cv);
    log(&window, "Take data elsewhere", &mut album);
    window.click("button", "Put it together");
    let dialog = window.within("dialog", "What they gave");
    dialog.see("Files they sent");
    dialog.see("No name of anybody else was found in it.");
    album.look(&window, "what they gave");
    dialog.click("button", "Save it");
    let file = window.home().files().join("gave.zip");
    Picker::Save.answer("Save what is held", &file);
    window.see("What they gave is saved.");
    let bytes = fs::read(&file).expect("the pack");
    let text = String::from_utf8_lossy(&bytes);
    for name in ["resume.json", "what-you-gave.csv", "documents/01-cv.txt"] {
        assert!(text.contains(name), "{name}");
    }
    window.see("Decide");
    album.look(&window, "what they gave was saved");
}

#[test]
fn what_is_wrong_is_corrected_an_opinion_annotated_and_a_complaint_about_it_linked() {
    let window = Window::open();
    let mut album = Album::open("rectification");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    let reference = window.home().files().join("reference.txt");
    fs::write(&reference, "She was often late.").expect("a reference");
    add(&window, "Reference", &reference);
    log(&window, "Correct something", &mut album);
    window.see("Nothing was corrected since this was logged.");
    window.click("button", "Add their view: A reference");
    let dialog = window.within("dialog", "Their view: A reference");
    dialog.fill("What they say of it", "I was never late.");
    dialog.click("button", "Save");
    window.see("Their view stands beside it now.");
    window.click("button", "Save the letter that confirms it");
    let letter = window.home().files().join("received.pdf");
    Picker::Save.answer("Save the letter", &letter);
    window.see("The letter is saved.");
    assert!(fs::read(&letter).expect("a letter").starts_with(b"%PDF-"));
    album.look(&window, "an opinion with their view beside it");

    window.click("link", WHO);
    window.see("I was never late.");
    album.look(&window, "their view beside a reference");
    window.click("button", "Edit details");
    let dialog = window.within("dialog", &format!("Edit {WHO}"));
    dialog.fill("E-mail addresses (optional)", "new@example.org");
    dialog.click("button", "Save changes");
    window.see(&format!("Changed the details of {WHO}"));

    go_to(&window, "Rights and incidents");
    window.click("button", "Save a form");
    let form = window.home().files().join("form.pdf");
    Picker::Save.answer("Save the form", &form);
    window.see("The form is saved.");
    window.click("link", "R-0001…");
    window.see("wq@example.org");
    album.look(&window, "what was corrected");
}

#[test]
fn an_erasure_request_with_an_open_claim_is_granted_in_part_and_the_rest_is_erased_and_reported() {
    let window = Window::open();
    let mut album = Album::open("erasing-on-request");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_another_vacancy(&window);
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    window.click("button", "Add application");
    let dialog = window.within("dialog", &format!("Add an application of {WHO}"));
    dialog.fill("Vacancy", "Archiv");
    window.click("option", "Archivist…");
    dialog.click("button", "Add application");
    window.see("Added an application for Archivist");
    let letter = window.home().files().join("letter.txt");
    fs::write(&letter, "I kept the lighthouse at Quibblestrand.").expect("a letter");
    window.click("button", "Add documents");
    let dialog = window.within("dialog", &format!("Add documents of {WHO}"));
    dialog.click("radio", "Letter");
    dialog.click("button", "Choose files");
    Picker::Open.answer("Choose documents", &letter);
    window.see("For Archivist");

    window.click("button", "Place a hold");
    let dialog = window.within(
        "dialog",
        &format!("Keep the record of {WHO} by a legal hold"),
    );
    dialog.click("radio", "A claim was made");
    choose(
        &window,
        "The whole record What it keeps",
        "The application for Press Officer alone, and who they are",
    );
    album.look(&window, "a hold of one application");
    dialog.click("button", "Place hold");
    window.see("Keeps the application for Press Officer alone");

    log(&window, "Erase", &mut album);
    window.click("button", "Decide");
    let dialog = window.within("dialog", "Decide: Erase");
    dialog.click("radio", "Granted in part");
    dialog.click("checkbox", "A legal claim");
    dialog.fill("Reasons", "A claim about the first application is open.");
    dialog.click("button", "Decide");
    window.see("It is decided.");
    window.click("button", "Look at what goes");
    let dialog = window.within("dialog", "Erase what is asked for");
    dialog.see("A legal hold has stood since 23 November 2026");
    dialog.see("The application for Archivist, with its history, interviews and documents");
    dialog.fill("Type ERASE R-0001 to erase", "ERASE R-0001");
    album.look(&window, "what goes and what stays");
    dialog.click("button", "Erase");
    window.see("It is erased, and nothing of it was found afterwards.");
    let left = words_left(&window.home().store(), NAME, PASSPHRASE, &["quibblestrand"]);
    assert_eq!(left, 0, "the document of the other application went");
    window.click("button", "Close with the answer");
    let dialog = window.within("dialog", "Close request R-0001");
    choose(&window, "Choose How it went", "By post");
    dialog.click("button", "Close the request");
    window.see("In time");
    album.look(&window, "an erasure that was answered");
    go_to(&window, "Candidates");
    open_candidate(&window, WHO);
    window.see("Press Officer");
    go_to(&window, "Retention");
    window.see("Verified: nothing found");
    go_to(&window, "Accountability");
    window.see("Erased what a request asked to have erased");
}
