//! How quick the window is among 100,000 people: from a key to the frame that shows what it did.
//!
//! No test: it measures, and `cargo xtask bench ui` runs it, optimised. Each line stands beside its target, and beside a
//! blank window of the same engine in the same run where one can be compared. The page is looked at from inside: a time
//! begins with the event, as the engine stamps it, and ends with the frame that shows what came of it; beside it stands when
//! nothing that the page says changed any more.

mod blank;
mod table;

use std::fs;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use domain::clock::FixedClock;
use records::demo::Demo;
use records::organisation::Passphrase;

use crate::harness::{Home, Plain, Window};
use crate::six_months::go_to;

use self::blank::{Blank, Screen};
use self::table::Time;

/// How many people there are.
const PEOPLE: u32 = 100_000;
const NAME: &str = "Alex Example (HR)";
const PASSPHRASE: &str = "nobody in here is real";
const SEARCH: &str = "Search candidates by name, e-mail, telephone or words of a document";
/// Where the rows of the list are.
const ROWS: &str = "[role=grid] > [role=rowgroup]:last-child";
/// Where what the palette finds is.
const FOUND: &str = "[role=dialog] [role=listbox]";
/// What a key may take until its frame: UX.md, "How fast it must be".
const A_KEY: f64 = 50.0;

#[test]
#[ignore = "it measures: `cargo xtask bench ui` runs it"]
fn the_window_among_a_hundred_thousand_people() {
    let people = std::env::var("FAIRHOLD_BENCH_PEOPLE")
        .ok()
        .and_then(|number| number.parse().ok())
        .unwrap_or(PEOPLE);
    let home = Home::new();
    make(&home, people);
    table::begin(people);
    start(&home);
    let home = use_it(home);
    memory(home);
}

fn make(home: &Home, people: u32) {
    let now: DateTime<Utc> = "2026-11-23T09:00:00Z".parse().expect("an instant");
    let demo = Demo { people, seed: 1 };
    let passphrase = Passphrase::new(PASSPHRASE.to_owned().into());
    let (store, _) = demo
        .make(&home.store(), Some(passphrase), &FixedClock(now))
        .expect("a store of made-up people");
    store.close().expect("it closes");
}

/// From the start to the sign-in, beside a blank window.
fn start(home: &Home) {
    let screen = Screen::open();
    let (mut blank, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        let begun = Instant::now();
        let window = Blank::open();
        screen.shows_paint();
        blank.push(milliseconds(begun.elapsed()));
        drop(window);
        screen.is_clear();
        let begun = Instant::now();
        let window = Plain::open_in(home.clone());
        screen.shows_paint();
        ours.push(milliseconds(begun.elapsed()));
        drop(window);
        screen.is_clear();
    }
    table::beside("start, sign-in painted", &ours, &blank, 1.3);
}

/// Everything that is done all day.
fn use_it(home: Home) -> Home {
    let begun = Instant::now();
    store::testing::secrets(&home.store(), NAME, PASSPHRASE).expect("the passphrase opens it");
    let derivation = milliseconds(begun.elapsed());
    let window = Window::open_in(home, &[]);
    window.has("heading", "Sign in");
    window.execute(include_str!("speed/page.js"));
    window.fill("Passphrase", PASSPHRASE);
    let begun = Instant::now();
    window.press("Enter");
    window.has("navigation", "Places");
    let unlocked = milliseconds(begun.elapsed());
    table::within("unlock, Today shown", &[unlocked], 1000.0);
    table::note(&format!("of which the key derivation {derivation:.0} ms"));
    window.click("button", "Not now");

    go_to(&window, "Candidates");
    window.see("people you may see");
    search(&window);
    list(&window);
    open(&window);
    scroll(&window);
    palette(&window);
    board(&window);
    window.close()
}

fn search(window: &Window) {
    let mut times = Vec::new();
    for name in ["khan", "williams", "oconnor", "zhang", "ab"] {
        window.fill(SEARCH, "");
        rest();
        for letter in name.chars() {
            times.push(window.timed(ROWS, |window| window.type_text(&letter.to_string())));
        }
    }
    window.fill(SEARCH, "");
    rest();
    table::shown("search, a letter", &times, A_KEY);
}

fn list(window: &Window) {
    let mut times = Vec::new();
    for column in ["Name", "Received", "Erase on", "Name", "Received"] {
        times.push(window.timed(ROWS, |window| window.click("button", &format!("{column}…"))));
        rest();
    }
    table::shown("list, another order", &times, A_KEY);
    let mut times = Vec::new();
    for (now, next) in [("Any progress", "Ended"), ("Ended", "Any progress")].repeat(4) {
        window.click("button", &format!("{now} Progress"));
        times.push(window.timed(ROWS, |window| window.click("option", next)));
        rest();
    }
    table::shown("list, a filter", &times, A_KEY);
    window.press("/");
    window.press("Down");
    let times: Vec<Time> = (0..30)
        .map(|_| window.timed(ROWS, |window| window.press("PageDown")))
        .collect();
    table::shown("list, a page further", &times, A_KEY);
    let times: Vec<Time> = ["Ctrl+End", "Ctrl+Home"]
        .repeat(5)
        .into_iter()
        .map(|key| window.timed(ROWS, |window| window.press(key)))
        .collect();
    table::shown("list, its end or beginning", &times, A_KEY);
}

fn open(window: &Window) {
    let mut times = Vec::new();
    for _ in 0..15 {
        rest();
        window.press("/");
        window.press("Down");
        window.press("Down");
        rest();
        times.push(window.timed("main h1", |window| window.press("Enter")));
        window.has("heading", "Documents");
        go_to(window, "Candidates");
        window.has("heading", "Candidates");
    }
    table::shown("open a candidate", &times, A_KEY);
}

fn scroll(window: &Window) {
    rest();
    let told = window.execute("return await window.__speed.scroll(300)");
    let numbers = |name: &str| -> Vec<f64> {
        let all = told[name].as_array().expect("a list of times");
        all.iter().filter_map(serde_json::Value::as_f64).collect()
    };
    table::within("scroll, our script a frame", &numbers("scripts"), 4.0);
    table::note(&format!(
        "a frame every {:.1} ms, p95",
        table::percentile(&numbers("frames"), 95)
    ));
}

fn palette(window: &Window) {
    let (mut opens, mut letters) = (Vec::new(), Vec::new());
    for name in ["kha", "wil", "zha"] {
        opens.push(window.timed(FOUND, |window| window.press("Ctrl+k")));
        for letter in name.chars() {
            letters.push(window.timed(FOUND, |window| window.type_text(&letter.to_string())));
        }
        window.press("Escape");
        rest();
    }
    table::shown("palette, opened", &opens, A_KEY);
    table::shown("palette, a letter", &letters, A_KEY);
}

fn board(window: &Window) {
    go_to(window, "Vacancies");
    window.click("link", "Policy Officer – Housing");
    window.has("tab", "Board");
    rest();
    let times: Vec<Time> = (0..10)
        .map(|_| {
            window.execute("document.querySelector('[data-card][data-fixed=false] a').focus()");
            let time = window.timed("[data-dragging]", |window| window.press("Shift+Right"));
            rest();
            time
        })
        .collect();
    table::shown("board, a card moved", &times, A_KEY);
}

/// What it takes after a while of use, beside a blank window.
fn memory(home: Home) {
    let blank = Blank::open();
    let screen = Screen::open();
    screen.shows_paint();
    rest();
    let little = kilobytes(&blank.all());
    drop(blank);
    screen.is_clear();
    let window = Plain::open_in(home);
    screen.shows_paint();
    window.sign_in(PASSPHRASE);
    // Past those who are due.
    window.press(&["Tab", "Tab", "Return"]);
    rest();
    for _ in 0..6 {
        window.press(&["g", "c"]);
        rest();
        window.press(&["slash"]);
        window.type_text("khan");
        rest();
        window.press(&["Down", "Down", "Return"]);
        rest();
        window.press(&["g", "c"]);
        rest();
        window.press(&["Down"]);
        window.press(&["Next"; 20]);
        window.press(&["g", "t"]);
        rest();
    }
    let much = kilobytes(&window.all());
    let more = (much - little) / 1024.0;
    table::within("memory beyond a blank window, MB", &[more], 80.0);
    table::note(&format!(
        "{:.0} MB for {:.0} MB, after two minutes of use",
        much / 1024.0,
        little / 1024.0
    ));
}

/// The memory of processes, each page that several share counted in parts.
fn kilobytes(processes: &[u32]) -> f64 {
    processes
        .iter()
        .filter_map(|id| fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok())
        .filter_map(|told| {
            let line = told.lines().find_map(|line| line.strip_prefix("Pss:"))?;
            line.split_whitespace().next()?.parse::<f64>().ok()
        })
        .sum()
}

fn rest() {
    std::thread::sleep(Duration::from_millis(700));
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

impl Window {
    /// What passes from the event that an action makes; `place` is where what comes of it is seen.
    fn timed(&self, place: &str, act: impl FnOnce(&Self)) -> Time {
        self.execute(&format!("window.__speed.arm({place:?})"));
        act(self);
        let told = self.execute("return await window.__speed.time");
        let of = |name: &str| told[name].as_f64().expect("a time");
        Time {
            shown: of("shown"),
            settled: of("settled"),
        }
    }
}
