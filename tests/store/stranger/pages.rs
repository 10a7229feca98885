//! SQLCipher's pages, opened without SQLCipher and without this program: a key, a salt, and the documented layout.

use std::fs;
use std::path::Path;

use aes::Aes256;
use aes::cipher::{Array, BlockModeDecrypt, KeyIvInit};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;

use super::format::{Keys, salt};

const PAGE: usize = 4096;
const BODY: usize = PAGE - 80;

/// Opens pages, and counts how many sums were right.
struct Opener {
    key: [u8; 32],
    sums: Vec<u8>,
    pages: usize,
}

fn hashed(key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    let mut mac = <Hmac<Sha512> as KeyInit>::new_from_slice(key).unwrap();
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().to_vec()
}

impl Opener {
    fn new(folder: &Path, keys: &Keys) -> Self {
        let key = keys.database();
        let mixed = salt(folder).map(|byte| byte ^ 0x3a);
        // PBKDF2 of two rounds, written out.
        let first = hashed(&key, &[&mixed, &1_u32.to_be_bytes()]);
        let second = hashed(&key, &[&first]);
        let sums = first
            .iter()
            .zip(&second)
            .map(|(a, b)| a ^ b)
            .take(32)
            .collect();
        Self {
            key,
            sums,
            pages: 0,
        }
    }

    /// A page's text, when its sum says that it was written under the key, at this place.
    fn open(&mut self, page: &[u8], number: u32) -> Option<Vec<u8>> {
        let start = if number == 1 { 16 } else { 0 };
        let covered = &page[start..PAGE - 64];
        if hashed(&self.sums, &[covered, &number.to_le_bytes()]) != page[PAGE - 64..] {
            return None;
        }
        let vector: [u8; 16] = page[BODY..BODY + 16].try_into().unwrap();
        let mut text = page[start..BODY].to_vec();
        let (blocks, _) = Array::slice_as_chunks_mut(&mut text);
        cbc::Decryptor::<Aes256>::new((&self.key).into(), (&vector).into()).decrypt_blocks(blocks);
        self.pages += 1;
        Some(text)
    }
}

/// Every byte that can be got out of a closed store's folder: the pages of databases and logs decrypted, those that
/// nothing points to among them, and every other file as it lies there. With how many pages were opened.
///
/// # Panics
/// When a page of the database has a wrong sum.
pub(crate) fn every_byte(folder: &Path, keys: &Keys) -> (Vec<Vec<u8>>, usize) {
    let mut opener = Opener::new(folder, keys);
    let mut found = Vec::new();
    for item in fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        match path.extension().and_then(|end| end.to_str()) {
            Some("db" | "sealed") => {
                for (page, number) in bytes.chunks(PAGE).zip(1..) {
                    found.push(opener.open(page, number).expect("a page with a right sum"));
                }
            }
            Some("db-wal") => {
                for frame in bytes.get(32..).unwrap_or_default().chunks_exact(24 + PAGE) {
                    let number = u32::from_be_bytes(frame[..4].try_into().unwrap());
                    // A frame cut off in the middle of being written opens to nothing.
                    found.extend(opener.open(&frame[24..], number));
                }
            }
            _ => {}
        }
        found.push(bytes);
    }
    (found, opener.pages)
}
