//! The organisation shortens a period: what that would do is shown first, and then everybody's date is nearer.

use crate::album::Album;
use crate::every_screen::TOO_WIDE;
use crate::harness::Window;
use crate::six_months::{
    add_a_candidate, add_a_vacancy, go_to, make_a_store, open_candidate, reject,
};

const WHO: &str = "Wilhelmina Quackenbush";
const MONTHS: &str = "After an unsuccessful application, in months";

#[test]
fn a_shorter_period_is_tried_out_then_set_and_the_date_is_nearer() {
    let window = Window::open();
    let mut album = Album::open("policy");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    reject(&window, WHO, "Essential criteria not met");
    window.see("Erase on 23 May 2027, six months after the outcome");

    go_to(&window, "Retention");
    album.look(&window, "what goes when");
    window.click("tab", "Policy");
    window.see("Periods in use: version 1");
    album.look(&window, "the periods");
    window.click("button", "Change periods");
    window.fill(MONTHS, "7");
    window.click("button", "What if…");
    window.see("More than 6 months would break the notice; a new notice must come first");
    album.look(&window, "more than the notice promises");
    window.fill(MONTHS, "2");
    window.click("button", "What if…");
    window.see("After an unsuccessful application: 6 months → 2 months");
    window.see("A shorter period applies at once to everyone");
    window.see("Decided anew: one person");
    album.look(&window, "what would change");
    window.resize(320, 780);
    assert_eq!(
        window.execute(TOO_WIDE),
        serde_json::json!([]),
        "nothing is wider than a narrow window"
    );
    window.resize(1280, 900);
    window.click("button", "Set this policy");
    window.see("Periods in use: version 2");
    window
        .within("table", "Every version of the periods, latest first")
        .see("6 months → 2 months");
    album.look(&window, "the periods, set");

    go_to(&window, "Candidates");
    open_candidate(&window, WHO);
    window.see("Erase on 23 January 2027, two months after the outcome");
    go_to(&window, "Accountability");
    window.see("Set version 2 of the retention policy");
}
