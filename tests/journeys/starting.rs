//! The program is started again while its window is open.

use std::thread;
use std::time::{Duration, Instant};

use crate::harness::{Home, Plain};

#[test]
fn a_second_start_ends_by_itself_and_leaves_the_window_that_is_open() {
    let window = Plain::open_in(Home::new());
    window.until("it shows its page", |window| window.pages().len() == 1);
    let page = window.pages();
    let mut second = window.start_again();
    let begun = Instant::now();
    let ended = loop {
        if let Some(ended) = second.try_wait().unwrap() {
            break ended;
        }
        if begun.elapsed() > Duration::from_secs(20) {
            second.kill().unwrap();
            panic!("the second start should end");
        }
        thread::sleep(Duration::from_millis(50));
    };
    assert!(ended.success(), "{ended}");
    assert_eq!(window.pages(), page, "the first goes on");
    window.focus();
}
