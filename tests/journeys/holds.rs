//! A legal hold keeps somebody past their date, nobody gets round it alone, and a second person lets the record go.

use crate::album::Album;
use crate::harness::Window;
use crate::people::{THEIRS, sign_in_as};
use crate::six_months::{
    NAME, PASSPHRASE, add_a_candidate, add_a_vacancy, go_to, make_a_store, open_candidate,
    six_months_pass, type_date,
};

const WHO: &str = "Wilhelmina Quackenbush";
const SECOND: &str = "Morgan Colleague";

#[test]
fn a_held_record_stays_past_its_date_until_a_second_person_releases_it() {
    let window = Window::open();
    let mut album = Album::open("holds");
    make_a_store(&window);
    add_a_colleague_in_hr(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    window.click("button", "Reject…");
    let dialog = window.within("dialog", &format!("Reject {WHO}"));
    dialog.click("radio", "Essential criteria not met");
    dialog.click("button", &format!("Reject {WHO}"));
    window.see("Erase on 23 May 2027, six months after the outcome");

    window.click("button", "Place a hold");
    let dialog = window.within(
        "dialog",
        &format!("Keep the record of {WHO} by a legal hold"),
    );
    album.look(&window, "place a hold");
    dialog.click("button", "Place hold");
    dialog.see("Choose why");
    dialog.click("radio", "Acas was in touch");
    dialog.fill("Where the papers are (optional)", "Case 6000123/2026");
    dialog.click("button", "Place hold");
    window.see(&format!("{WHO} is kept by a legal hold."));
    window.see("Kept by a legal hold since 23 November 2026 (RET-06); the date stays 23 May 2027.");
    window.see("You placed this hold, so somebody else releases it");
    window.lacks("button", "Release the hold: Acas was in touch");
    album.look(&window, "a hold one placed oneself");

    six_months_pass(|day| {
        window.set_clock(day);
        sign_in_as(&window, NAME, PASSPHRASE);
    });
    go_to(&window, "Today");
    window.see(&format!("Look at the legal hold on {WHO} again"));
    album.look(&window, "Today, a review is late");
    go_to(&window, "Retention");
    window.see("Nobody is due");
    let kept = window.within("table", "People who are kept, and why");
    kept.see(WHO);
    kept.see("A legal hold has stood since 23 November 2026");
    album.look(&window, "Retention, somebody is held");

    sign_in_as(&window, SECOND, THEIRS);
    go_to(&window, "Candidates");
    open_candidate(&window, WHO);
    window.see("Review overdue");
    window.click("button", "Review the hold: Acas was in touch");
    album.look(&window, "review a hold");
    window
        .within("dialog", &format!("Review the hold on {WHO}"))
        .click("button", "Keep the hold");
    window.see(&format!(
        "The hold on {WHO} stands. Review it by 24 Aug 2027."
    ));
    window.no_text("Review overdue");
    window.click("button", "Release the hold: Acas was in touch");
    album.look(&window, "release a hold");
    window
        .within("dialog", &format!("Release the hold on {WHO}?"))
        .click("button", "Release hold");
    window.see(&format!("Released the hold on {WHO}"));
    window.see("Due for erasure since");
    album.look(&window, "a hold that was released");

    go_to(&window, "Retention");
    window.lacks("table", "People who are kept, and why");
    window.click("button", "Preview erasure of one person");
    window.within("table", "People who go").see(WHO);
    window.fill("Type ERASE 1 to go on", "ERASE 1");
    window.click("button", "Erase one person");
    window.see("Checked: nothing of them is left");
    go_to(&window, "Accountability");
    window.see("Placed a legal hold: Acas was in touch");
    window.see("Released a legal hold that somebody else had placed");
    window.no_text("6000123");
}

fn add_a_colleague_in_hr(window: &Window) {
    go_to(window, "People");
    window.click("button", "Add an account");
    let dialog = window.within("dialog", "Add an account");
    dialog.fill("Name", SECOND);
    dialog.click("radio", "HR administrator…");
    type_date(window, "Live induction (optional)", "01112026");
    dialog.fill("First passphrase", THEIRS);
    dialog.click("button", "Add account");
    window.has("rowheader", SECOND);
}
