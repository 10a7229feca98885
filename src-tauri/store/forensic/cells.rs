//! The numbers of a page made blank, so that only its texts are searched.
//!
//! Records stand in a page without anything between them: the number of row 115 is the byte of an s, and right
//! after `robert` in an index it makes `roberts` of him. Whoever was called that and is gone would be found for
//! ever after. What SQLite itself reads as a number can be nobody's word, so it is left out of the search; what
//! belongs to no cell is where residue would be, and stays as it is.

use std::iter;
use std::ops::Range;

/// Where the first page's header begins: after the database's own.
const FIRST_HEADER: usize = 100;

/// The kinds of page that hold cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    IndexInterior,
    TableInterior,
    IndexLeaf,
    TableLeaf,
}

impl Kind {
    const fn of(flag: u8) -> Option<Self> {
        match flag {
            2 => Some(Self::IndexInterior),
            5 => Some(Self::TableInterior),
            10 => Some(Self::IndexLeaf),
            13 => Some(Self::TableLeaf),
            _ => None,
        }
    }

    /// How long the page's header is.
    const fn header(self) -> usize {
        match self {
            Self::IndexInterior | Self::TableInterior => 12,
            Self::IndexLeaf | Self::TableLeaf => 8,
        }
    }
}

/// Makes the numbers of a page nought. A page of another kind, or a cell that makes no sense, is left as it is.
pub(super) fn blank_numbers(page: &mut [u8], number: u32) {
    let header = if number == 1 { FIRST_HEADER } else { 0 };
    for blank in numbers(page, header).unwrap_or_default() {
        if let Some(bytes) = page.get_mut(blank) {
            bytes.fill(0);
        }
    }
}

fn numbers(page: &[u8], header: usize) -> Option<Vec<Range<usize>>> {
    let kind = Kind::of(*page.get(header)?)?;
    let list = header + kind.header();
    let cells = short(page, header + 3)?;
    let end = list + cells * 2;
    if end > page.len() {
        return None;
    }
    let mut blanks: Vec<Range<usize>> = iter::once(header..end).collect();
    for cell in (list..end).step_by(2).filter_map(|at| short(page, at)) {
        if cell >= end {
            blanks.extend(numbers_of_cell(page, cell, kind).unwrap_or_default());
        }
    }
    Some(blanks)
}

/// Everything of a cell but its texts and blobs.
fn numbers_of_cell(page: &[u8], cell: usize, kind: Kind) -> Option<Vec<Range<usize>>> {
    let mut at = cell;
    if matches!(kind, Kind::IndexInterior | Kind::TableInterior) {
        at += 4;
    }
    if kind == Kind::TableInterior {
        let (_row, end) = varint(page, at)?;
        return Some(iter::once(cell..end).collect());
    }
    let (payload, after) = varint(page, at)?;
    at = after;
    if kind == Kind::TableLeaf {
        at = varint(page, at)?.1;
    }
    let local = local(payload, page.len(), kind)?;
    let end = at.checked_add(local).filter(|end| *end <= page.len())?;
    let (header, mut serial) = varint(page, at)?;
    let texts = at.checked_add(header).filter(|texts| *texts <= end)?;
    let mut blanks: Vec<Range<usize>> = iter::once(cell..texts).collect();
    let mut value = texts;
    while serial < texts {
        let (code, next) = varint(page, serial)?;
        serial = next;
        let (length, is_number) = width(code)?;
        let until = value.checked_add(length)?.min(end);
        if is_number {
            blanks.push(value..until);
        }
        value = until;
    }
    if local < payload {
        blanks.push(end..page.len().min(end + 4));
    }
    Some(blanks)
}

/// How much of a payload is in its cell; the rest is in pages of its own.
fn local(payload: usize, usable: usize, kind: Kind) -> Option<usize> {
    let share = |part: usize| (usable.checked_sub(12)? * part / 255).checked_sub(23);
    let least = share(32)?;
    let most = if kind == Kind::TableLeaf {
        usable.checked_sub(35)?
    } else {
        share(64)?
    };
    if payload <= most {
        return Some(payload);
    }
    let fitting = least + (payload - least) % usable.checked_sub(4)?;
    Some(if fitting <= most { fitting } else { least })
}

/// How long a value is, and whether it is a number.
const fn width(code: usize) -> Option<(usize, bool)> {
    match code {
        0 | 8 | 9 => Some((0, true)),
        1..=4 => Some((code, true)),
        5 => Some((6, true)),
        6 | 7 => Some((8, true)),
        10 | 11 => None,
        _ => Some(((code - 12) / 2, false)),
    }
}

fn short(page: &[u8], at: usize) -> Option<usize> {
    let bytes = page.get(at..)?.first_chunk::<2>()?;
    Some(usize::from(u16::from_be_bytes(*bytes)))
}

/// SQLite's number of one to nine bytes, and where it ends.
fn varint(page: &[u8], at: usize) -> Option<(usize, usize)> {
    let mut value = 0_u64;
    for (place, byte) in page.get(at..)?.iter().take(9).enumerate() {
        if place == 8 {
            value = (value << 8) | u64::from(*byte);
        } else {
            value = (value << 7) | u64::from(byte & 0x7f);
        }
        if place == 8 || *byte < 0x80 {
            // A row's number may be any; only lengths are used, and those are small.
            return Some((usize::try_from(value).unwrap_or(usize::MAX), at + place + 1));
        }
    }
    None
}
