//! SQLCipher's pages, read without SQLCipher: AES-256-CBC, and at the end of each page sixteen bytes of
//! initialisation vector and sixty-four of HMAC-SHA-512 (SECURITY §4).

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::thread;

use aes::Aes256;
use aes::cipher::{Array, BlockModeDecrypt, KeyIvInit};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;
use zeroize::Zeroizing;

use super::cells::blank_numbers;
use super::scan::{Ends, Needles};
use crate::connection::PAGE_SIZE;
use crate::error::StoreError;
use crate::keys::{DatabaseKey, same};
use crate::scrub::scrubbed;

const SALT: usize = 16;
const VECTOR: usize = 16;
const SUM: usize = 64;
const RESERVE: usize = VECTOR + SUM;
const BODY: usize = PAGE_SIZE - RESERVE;
/// SQLCipher makes the key of its page sums from the salt with every byte crossed with this.
const SUM_SALT: u8 = 0x3a;
/// Bytes before the first frame of a log, and before the page of each.
const LOG_HEADER: usize = 32;
const FRAME_HEADER: usize = 24;
/// Pages read at a time.
const PAGES_AT_ONCE: usize = 256;

/// How much was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PageSum {
    /// Pages.
    pub(crate) pages: u64,
    /// Bytes.
    pub(crate) bytes: u64,
}

/// Opens the pages of one database.
pub(crate) struct PageReader {
    key: DatabaseKey,
    sum_key: Box<Zeroizing<[u8; 32]>>,
}

impl PageReader {
    pub(crate) fn new(key: &DatabaseKey) -> Self {
        let salt = key.salt().map(|byte| byte ^ SUM_SALT);
        let mut sum_key = Box::new(Zeroizing::new([0; 32]));
        two_rounds(key.key(), &salt, &mut sum_key);
        Self {
            key: key.clone(),
            sum_key,
        }
    }

    /// Where a page's own bytes begin: the first page's after the salt.
    const fn start(number: u32) -> usize {
        if number == 1 { SALT } else { 0 }
    }

    /// Whether a page's sum is right: whether these bytes were written under the key, at this place.
    pub(crate) fn verifies(&self, page: &[u8], number: u32) -> bool {
        let Some((covered, sum)) = page.split_last_chunk::<SUM>() else {
            return false;
        };
        let mut mac = <Hmac<Sha512> as KeyInit>::new_from_slice(self.sum_key.as_slice()).ok();
        if let Some(mac) = &mut mac {
            mac.update(covered.get(Self::start(number)..).unwrap_or_default());
            mac.update(&number.to_le_bytes());
        }
        mac.is_some_and(|mac| same(&mac.finalize().into_bytes(), sum))
    }

    /// How many pages of a database have a wrong sum.
    pub(crate) fn damaged_pages(&self, path: &Path) -> io::Result<u64> {
        let mut file = io::BufReader::with_capacity(PAGE_SIZE * PAGES_AT_ONCE, File::open(path)?);
        let mut page = vec![0_u8; PAGE_SIZE];
        let mut damaged = 0;
        for number in 1_u32.. {
            match file.read_exact(&mut page) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => break,
                Err(error) => return Err(error),
            }
            if !self.verifies(&page, number) {
                damaged += 1;
            }
        }
        Ok(damaged)
    }

    /// Decrypts a page where it stands, and gives its bytes, the numbers of its cells made blank.
    fn open<'p>(&self, page: &'p mut [u8], number: u32) -> &'p [u8] {
        let Some((body, reserve)) = page.split_at_mut_checked(BODY) else {
            return &[];
        };
        let Some(vector) = reserve.first_chunk::<VECTOR>() else {
            return &[];
        };
        let start = Self::start(number);
        let Some(sealed) = body.get_mut(start..) else {
            return &[];
        };
        let (blocks, _) = Array::slice_as_chunks_mut(sealed);
        cbc::Decryptor::<Aes256>::new(self.key.key().into(), vector.into()).decrypt_blocks(blocks);
        blank_numbers(body, number);
        body.get(start..).unwrap_or_default()
    }

    /// Searches every page of a database, on as many threads as there are processors.
    pub(crate) fn search_database(
        &self,
        path: &Path,
        needles: &Needles<'_>,
    ) -> Result<(PageSum, Ends), StoreError> {
        let length = File::open(path)?.metadata()?.len();
        let pages = length / PAGE_BYTES;
        let threads = thread::available_parallelism()
            .map_or(1, |number| u64::try_from(number.get()).unwrap_or(1));
        let share = pages.div_ceil(threads).max(1);
        let parts = thread::scope(|scope| {
            let handles: Vec<_> = (0..threads)
                .map(|part| {
                    scope.spawn(move || {
                        self.search_pages(
                            path,
                            part * share,
                            ((part + 1) * share).min(pages),
                            needles,
                        )
                    })
                })
                .collect();
            handles
                .into_iter()
                .map(|handle| {
                    handle
                        .join()
                        .unwrap_or_else(|_| Err(io::ErrorKind::Other.into()))
                })
                .collect::<Vec<_>>()
        });
        let mut found = needles.blank();
        for part in parts {
            found.merge(&part?);
        }
        Ok((
            PageSum {
                pages,
                bytes: length,
            },
            found,
        ))
    }

    fn search_pages(
        &self,
        path: &Path,
        from: u64,
        to: u64,
        needles: &Needles<'_>,
    ) -> io::Result<Ends> {
        let mut found = needles.blank();
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(from * PAGE_BYTES))?;
        let mut buffer = Zeroizing::new(vec![0_u8; PAGE_SIZE * PAGES_AT_ONCE]);
        let mut next = from;
        while next < to {
            let wanted = usize::try_from(to - next)
                .unwrap_or(PAGES_AT_ONCE)
                .min(PAGES_AT_ONCE);
            let part = buffer.get_mut(..wanted * PAGE_SIZE).unwrap_or_default();
            file.read_exact(part)?;
            for page in part.chunks_exact_mut(PAGE_SIZE) {
                next += 1;
                let number = u32::try_from(next).unwrap_or(u32::MAX);
                needles.search(self.open(page, number), &mut found);
            }
        }
        Ok(found)
    }

    /// Searches every frame of a log, those that no longer count too.
    pub(crate) fn search_log(
        &self,
        path: &Path,
        needles: &Needles<'_>,
    ) -> Result<(PageSum, Ends), StoreError> {
        let mut found = needles.blank();
        let mut sum = PageSum::default();
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        if length == 0 {
            return Ok((sum, found));
        }
        sum.bytes = length;
        file.seek(SeekFrom::Start(u64::try_from(LOG_HEADER).unwrap_or(0)))?;
        let mut frame = Zeroizing::new(vec![0_u8; FRAME_HEADER + PAGE_SIZE]);
        loop {
            match file.read_exact(&mut frame) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                    return Ok((sum, found));
                }
                Err(error) => return Err(error.into()),
            }
            sum.pages += 1;
            let Some((header, page)) = frame.split_at_mut_checked(FRAME_HEADER) else {
                continue;
            };
            let number = header
                .first_chunk::<4>()
                .map_or(0, |bytes| u32::from_be_bytes(*bytes));
            needles.search(self.open(page, number), &mut found);
        }
    }
}

/// A page's bytes as a length in a file.
pub(crate) const PAGE_BYTES: u64 = 4096;

/// PBKDF2 with HMAC-SHA-512 and two rounds, whose first block is long enough.
fn two_rounds(key: &[u8; 32], salt: &[u8; 16], made: &mut [u8; 32]) {
    let keyed = |parts: [&[u8]; 2]| {
        let mut mac = <Hmac<Sha512> as KeyInit>::new_from_slice(key).ok();
        if let Some(mac) = &mut mac {
            for part in parts {
                mac.update(part);
            }
        }
        mac.map(|mac| mac.finalize().into_bytes())
            .unwrap_or_default()
    };
    let first = keyed([salt, &1_u32.to_be_bytes()]);
    let second = keyed([&first, &[]]);
    for (byte, (one, other)) in made.iter_mut().zip(first.iter().zip(second.iter())) {
        *byte = one ^ other;
    }
}

/// Whether a file's first page was written under a key. Reads nothing else of it.
pub(crate) fn first_page_verifies(path: &Path, key: &DatabaseKey) -> io::Result<bool> {
    let mut page = vec![0_u8; PAGE_SIZE];
    File::open(path)?.read_exact(&mut page)?;
    Ok(scrubbed(|| PageReader::new(key).verifies(&page, 1)))
}
