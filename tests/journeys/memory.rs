//! After the lock, no process of the program holds a key, the passphrase, or a word of the records.

use std::fs::{self, File};
use std::ops::Range;
use std::os::unix::fs::FileExt as _;

use memchr::memmem::Finder;

use crate::harness::Plain;
use crate::locking::a_store_with_a_candidate;
use crate::six_months::{NAME, PASSPHRASE};

#[test]
fn after_the_lock_no_process_holds_a_key_the_passphrase_or_a_candidate() {
    let home = a_store_with_a_candidate();
    let keys = store::testing::secrets(&home.store(), NAME, PASSPHRASE).unwrap();
    let (first, last) = PASSPHRASE.split_at(14);
    let mut looked_for = vec![
        ("the passphrase", PASSPHRASE.as_bytes().to_vec()),
        ("the passphrase, as the page holds it", wide(PASSPHRASE)),
        ("half the passphrase", first.as_bytes().to_vec()),
        ("half the passphrase, as the page holds it", wide(last)),
        ("a candidate", b"Quackenbush".to_vec()),
        ("a candidate, as the page holds it", wide("Quackenbush")),
    ];
    for (what, key) in keys {
        looked_for.push((what, hex::encode(&key).into_bytes()));
        looked_for.push((what, key));
    }

    let window = Plain::open_in(home);
    window.sign_in(PASSPHRASE);
    let held = found(window.id(), &looked_for);
    assert!(
        held.iter().any(|one| one.starts_with("the database key")),
        "while the store is open its key is there, and this finds it: {held:?}"
    );

    window.press(&["ctrl+l"]);
    window.until("the store is closed", |window| !window.is_open());
    window.until("a page shows", |window| window.pages().len() == 1);
    std::thread::sleep(std::time::Duration::from_secs(2));
    let mut left = Vec::new();
    for process in window.all() {
        left.extend(found(process, &looked_for));
    }
    assert_eq!(left, Vec::<String>::new(), "what is left after the lock");
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// What of it a process holds, and where.
fn found(process: u32, looked_for: &[(&str, Vec<u8>)]) -> Vec<String> {
    let folder = format!("/proc/{process}");
    let name = fs::read_to_string(format!("{folder}/comm")).unwrap_or_default();
    let open = |what: &str| File::open(format!("{folder}/{what}")).expect("a process of ours");
    let (memory, table) = (open("mem"), open("pagemap"));
    let mut found = Vec::new();
    for line in fs::read_to_string(format!("{folder}/maps"))
        .unwrap_or_default()
        .lines()
    {
        for bytes in readable(line).map_or_else(Vec::new, |span| stretches(&memory, &table, span)) {
            for (what, needle) in looked_for {
                let place = line.split_whitespace().nth(5).unwrap_or(line);
                let times = Finder::new(needle).find_iter(&bytes).count();
                if times > 0 {
                    found.push(format!("{what} in {}, {place}: {times}", name.trim()));
                }
            }
        }
    }
    found
}

fn readable(line: &str) -> Option<Range<u64>> {
    let mut fields = line.split_whitespace();
    let (start, end) = fields.next()?.split_once('-')?;
    let is_readable = fields.next()?.starts_with('r');
    is_readable.then_some(u64::from_str_radix(start, 16).ok()?..u64::from_str_radix(end, 16).ok()?)
}

/// The pages of a span that exist, in memory or swapped out, neighbours together. Most of what a browser engine
/// reserves was never touched.
fn stretches(memory: &File, table: &File, span: Range<u64>) -> Vec<Vec<u8>> {
    const PAGE: u64 = 4096;
    const EXISTS: u64 = 0b11 << 62;
    const AT_ONCE: usize = 1 << 16;
    let pages = span.start / PAGE..span.end / PAGE;
    let mut stretches = vec![Vec::new()];
    for first in pages.clone().step_by(AT_ONCE) {
        let count = usize::try_from(pages.end - first).unwrap().min(AT_ONCE);
        let mut entries = vec![0; count * 8];
        if table.read_exact_at(&mut entries, first * 8).is_err() {
            continue;
        }
        for (number, entry) in (first..).zip(entries.chunks_exact(8)) {
            let exists = u64::from_ne_bytes(entry.try_into().unwrap()) & EXISTS != 0;
            let mut page = [0; 4096];
            if exists && memory.read_exact_at(&mut page, number * PAGE).is_ok() {
                stretches.last_mut().unwrap().extend(page);
            } else if !stretches.last().unwrap().is_empty() {
                stretches.push(Vec::new());
            }
        }
    }
    stretches
}
