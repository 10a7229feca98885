//! What is in a store's bytes, read without the program.

use std::path::Path;

use store::testing::{raw_files, words_in_bytes};

/// How many of these words stand in the decrypted pages and the other files of a store.
pub(crate) fn words_left(folder: &Path, name: &str, passphrase: &str, words: &[&str]) -> usize {
    words_in_bytes(folder, name, passphrase, words).expect("the store's bytes can be read")
}

/// Fails when a file of a store has text a person could read, or less disorder than sealed bytes have.
pub(crate) fn assert_unreadable(folder: &Path, words: &[&str]) {
    let files = raw_files(folder).expect("the store's folder can be read");
    assert!(
        files
            .iter()
            .any(|(name, bytes)| name == "fairhold.db-wal" && !bytes.is_empty()),
        "the log is there and has been written to, so it is part of the test"
    );
    for (name, bytes) in &files {
        let lower = bytes.to_ascii_lowercase();
        for word in words {
            let spread: Vec<u8> = word.bytes().flat_map(|byte| [byte, 0]).collect();
            assert!(
                !contains(&lower, word.as_bytes()) && !contains(&lower, &spread),
                "{name} holds the word {word} for anyone to read"
            );
        }
        if name == "fairhold.db" {
            assert!(
                !bytes.starts_with(b"SQLite format 3"),
                "{name} is sealed from its first byte"
            );
            let bits = entropy(bytes);
            assert!(
                bits > 7.9,
                "{name} has {bits:.2} bits a byte; sealed bytes have nearly eight"
            );
        }
    }
}

fn contains(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

/// Shannon's entropy, in bits a byte.
fn entropy(bytes: &[u8]) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in bytes {
        counts[usize::from(*byte)] += 1;
    }
    let total = f64::from(u32::try_from(bytes.len()).expect("a small file"));
    counts
        .into_iter()
        .filter(|count| *count > 0)
        .map(|count| {
            let share = f64::from(count) / total;
            -share * share.log2()
        })
        .sum()
}
