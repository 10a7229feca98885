//! That the harness sees what it should, on a page planted in the real window. A journey that passes
//! proves something only if these do.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::harness::{Home, PATIENCE, Picker, Window, impatiently};

#[test]
fn things_are_found_by_role_and_name_and_handled() {
    let window = planted();

    window.click("button", "Save Ada Lovelace");
    window.see("saved 1");
    window.fill("Full name", "Grace Hopper");
    window.fill("Full name", "Grace “Amazing” Hopper");
    assert_eq!(
        window.value("Full name"),
        "Grace “Amazing” Hopper",
        "filling replaces what was there"
    );
    window.fill("Notes", "");
    assert_eq!(window.value("Notes"), "", "a field can be emptied");
    window.click("checkbox", "She agreed to be kept");
    assert_eq!(
        window.state("checkbox", "She agreed to be kept", "checked"),
        "true"
    );
    window.within("row", "Alan Turing…").click("button", "Open");
    window.see("opened Alan");
    window.has("heading", "Candidates");
    window.lacks("button", "Hidden");
    window.lacks("button", "Behind the dialog");
    window.no_text("Nobody reads this");
    window.wait_for_text("late", PATIENCE);
    assert_eq!(window.names("rowheader"), ["Ada Lovelace", "Alan Turing"]);
    assert!(
        window.text().contains("saved 1"),
        "the page's text is what can be read"
    );
}

#[test]
fn keys_go_where_the_focus_is() {
    let window = planted();

    window.execute("document.activeElement.blur()");
    assert_eq!(window.focus(), "", "at first nothing has the focus");
    window.tab_to("textbox", "Full name");
    window.type_text("Ada");
    assert_eq!(window.value("Full name"), "Ada", "typing reaches the field");
    window.press("Tab");
    assert_eq!(window.focused().to_string(), "textbox “Notes”");
    window.press("Shift+Tab");
    assert_eq!(window.focus(), "Full name");
    window.press("Ctrl+k");
    window.see("palette");
    window.tab_to("button", "Save Ada Lovelace");
    window.press("Enter");
    window.see("saved 1");
}

#[test]
fn what_is_missing_or_double_is_named_with_what_is_there() {
    let window = planted();

    let missing = failure(|| window.click("button", "Erase"));
    let double = failure(|| window.click("button", "Open"));

    assert!(
        missing.contains("nothing is a button called “Erase”"),
        "{missing}"
    );
    assert!(missing.contains("button “Save Ada Lovelace”"), "{missing}");
    assert!(
        double.contains("2 things are a button called “Open”"),
        "{double}"
    );
}

#[test]
fn axe_reports_a_planted_fault_and_nothing_else() {
    let window = planted();
    window.is_accessible("the planted page");

    window.execute("const image = document.createElement('img'); image.src = 'data:,'; document.querySelector('main').append(image)");
    let rules: Vec<String> = window
        .axe()
        .into_iter()
        .map(|violation| violation.rule)
        .collect();

    assert_eq!(rules, ["image-alt"]);
}

#[test]
fn axe_sees_the_colours_of_both_themes() {
    let window = planted();
    window.execute("const style = new CSSStyleSheet(); style.replaceSync('[data-theme=dark] p { color: #888; background: #777; }');
                    document.adoptedStyleSheets = [...document.adoptedStyleSheets, style]");

    window.see("late");
    let blamed = failure(|| window.is_accessible("the planted page"));

    assert!(
        blamed.contains("dark") && blamed.contains("color-contrast"),
        "{blamed}"
    );
}

#[test]
fn what_the_content_policy_refuses_is_collected() {
    let window = planted();
    let before = window.csp_violations();

    window.execute("const script = document.createElement('script'); script.textContent = '0'; document.head.append(script)");
    window.until("window.__cspViolations.length > 0");

    assert_eq!(
        before,
        Vec::<String>::new(),
        "the page itself breaks no rule"
    );
    assert_eq!(
        window.csp_violations().len(),
        1,
        "one refusal for one script"
    );
}

#[test]
fn a_picture_shows_the_page_and_the_window_can_be_resized() {
    let window = planted();
    let file = window.home().files().join("picture.png");

    window.resize(640, 480);
    window.screenshot(&file);

    let bytes = fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"\x89PNG"), "a picture is a PNG file");
    window.until("innerWidth <= 640");
}

#[test]
fn a_window_can_be_opened_again_on_the_same_home() {
    let home = Home::new();
    fs::write(home.files().join("note"), "kept").unwrap();
    let window = Window::open_in(home, &[]);
    window.set_clock("2027-05-24T08:30:00Z");

    let home = window.close();
    let again = Window::open_in(home, &[]);

    let note = again.home().files().join("note");
    assert_eq!(fs::read_to_string(note).unwrap(), "kept");
    assert!(
        !again.home().store().starts_with(env!("CARGO_MANIFEST_DIR")),
        "never a person's own store"
    );
}

#[test]
fn a_file_dialog_that_never_opens_is_said_so() {
    let blamed = failure(|| Picker::cancel("No such dialog"));
    assert!(
        blamed.contains("no dialog is called “No such dialog”"),
        "{blamed}"
    );

    for picker in [Picker::Open, Picker::Save] {
        let blamed = failure(|| picker.answer("No such dialog", Path::new("/nowhere")));
        assert!(
            blamed.contains("no dialog is called “No such dialog”"),
            "{blamed}"
        );
    }
}

/// The real window, with this page in place of its own.
fn planted() -> Window {
    let window = Window::open();
    window.execute(&format!(
        "document.body.innerHTML = {}; {SCRIPT}",
        json!(PAGE)
    ));
    // The program's own sheet colours text, not the bare buttons that only this page has.
    window.execute("for (const each of document.querySelectorAll('button')) { each.style.color = '#000'; each.style.background = '#fff'; }");
    window
}

/// The message with which something fails.
fn failure(attempt: impl FnOnce()) -> String {
    let caught = impatiently(|| std::panic::catch_unwind(std::panic::AssertUnwindSafe(attempt)));
    let message = caught.expect_err("this should fail");
    message
        .downcast_ref::<String>()
        .expect("a failure has a message")
        .clone()
}

const PAGE: &str = r#"
<main>
  <h1>Candidates</h1>
  <label for="planted-name">Full name</label> <input id="planted-name">
  <label>Notes <textarea>old</textarea></label>
  <label>She agreed to be kept <input type="checkbox"></label>
  <button aria-labelledby="planted-save planted-ada"><span id="planted-save" hidden>Save</span>✓</button>
  <button hidden>Hidden</button>
  <div aria-hidden="true" inert><button>Behind the dialog</button><p>Nobody reads this</p></div>
  <table>
    <caption>People</caption>
    <tr><th scope="row" id="planted-ada">Ada Lovelace</th><td><button data-who="Ada">Open</button></td></tr>
    <tr><th scope="row">Alan Turing</th><td><button data-who="Alan">Open</button></td></tr>
  </table>
  <p role="status"></p>
</main>"#;

const SCRIPT: &str = "
    const say = (text) => { document.querySelector('[role=status]').textContent += ` ${text}`; };
    document.querySelector('[aria-labelledby]').addEventListener('click', () => say('saved 1'));
    for (const button of document.querySelectorAll('[data-who]'))
      button.addEventListener('click', () => say(`opened ${button.dataset.who}`));
    document.addEventListener('keydown', (event) => { if (event.ctrlKey && event.key === 'k') { event.preventDefault(); say('palette'); } });
    setTimeout(() => say('late'), 300);";
