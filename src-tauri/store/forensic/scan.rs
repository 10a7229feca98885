//! The search for the ends of many words at once.
//!
//! The last few bytes of every word are one number; a bit map says quickly of nearly every place in a page that
//! none ends there. Where one may, the words, sorted by their bytes read backwards, are halved until the two
//! are found between which the place would stand. How much the place shares with any other word follows from
//! those two, because what two words of a sorted list share is the least that neighbours between them share:
//! so it is worked out once, at the end. Comparing every word with a common end at every place, thousands of
//! addresses with `.org` at each `.org`, takes minutes instead.

use super::tokens::Tokens;

/// Bits of the map: two megabytes, which stay in the processor's cache.
const MAP_BITS: u32 = 24;

/// Words to look for.
pub(crate) struct Needles<'t> {
    tokens: &'t Tokens,
    window: usize,
    mask: u64,
    map: Vec<u64>,
    /// The words, sorted by their bytes read backwards.
    sorted: Vec<usize>,
}

fn spread(end: u64) -> usize {
    let hash = end.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - MAP_BITS);
    usize::try_from(hash).unwrap_or(0)
}

/// How many bytes two texts share at their ends; only the first needs its letters made small.
fn shared_end(text: &[u8], word: &[u8]) -> usize {
    let pairs = text.iter().rev().zip(word.iter().rev());
    pairs
        .take_while(|(one, other)| one.to_ascii_lowercase() == **other)
        .count()
}

impl<'t> Needles<'t> {
    /// Takes every word that is wanted and has `window` bytes or more.
    pub(crate) fn new(tokens: &'t Tokens, window: usize, wanted: impl Fn(usize) -> bool) -> Self {
        let bits = u32::try_from(window * 8).unwrap_or(63);
        let mask = (1_u64 << bits) - 1;
        let mut sorted = Vec::new();
        let mut map = vec![0_u64; 1 << (MAP_BITS - 6)];
        for token in (0..tokens.len()).filter(|token| wanted(*token)) {
            let bytes = tokens.bytes_of(token);
            let tail = bytes
                .len()
                .checked_sub(window)
                .and_then(|from| bytes.get(from..));
            let Some(tail) = tail else { continue };
            let end = tail
                .iter()
                .fold(0_u64, |end, byte| (end << 8) | u64::from(*byte));
            let place = spread(end);
            if let Some(cell) = map.get_mut(place >> 6) {
                *cell |= 1 << (place & 63);
            }
            sorted.push(token);
        }
        sorted.sort_by(|one, other| {
            tokens
                .bytes_of(*one)
                .iter()
                .rev()
                .cmp(tokens.bytes_of(*other).iter().rev())
        });
        Self {
            tokens,
            window,
            mask,
            map,
            sorted,
        }
    }

    /// A place for the longest end found of each word, before anything was searched.
    pub(crate) fn blank(&self) -> Ends {
        Ends(vec![0; self.sorted.len()])
    }

    /// Searches bytes as they stand, and as UTF-16 would have them.
    pub(crate) fn search(&self, bytes: &[u8], found: &mut Ends) {
        self.search_text(bytes, found);
        let mut narrow = Vec::new();
        for offset in [0, 1] {
            let wide = bytes.get(offset..).unwrap_or_default();
            if !self.may_be_wide(wide) {
                continue;
            }
            narrow.clear();
            narrow.extend(wide.chunks_exact(2).map(|pair| match pair {
                [letter, 0] => *letter,
                _ => 0,
            }));
            self.search_text(&narrow, found);
        }
    }

    /// Whether as many letters as a word's end has stand in a row with a nought after each. Most pages have no
    /// such run, and need not be searched again.
    fn may_be_wide(&self, bytes: &[u8]) -> bool {
        let mut run = 0;
        bytes.chunks_exact(2).any(|pair| {
            run = if matches!(pair, [letter, 0] if *letter != 0) {
                run + 1
            } else {
                0
            };
            run >= self.window
        })
    }

    /// Searches bytes as they stand.
    pub(crate) fn search_text(&self, bytes: &[u8], found: &mut Ends) {
        if self.sorted.is_empty() {
            return;
        }
        let mut end = 0_u64;
        for (place, byte) in bytes.iter().enumerate() {
            end = ((end << 8) | u64::from(byte.to_ascii_lowercase())) & self.mask;
            let bit = spread(end);
            let maybe = self
                .map
                .get(bit >> 6)
                .is_some_and(|cell| cell & (1 << (bit & 63)) != 0);
            if maybe && place + 1 >= self.window {
                self.compare(bytes.get(..=place).unwrap_or_default(), found);
            }
        }
    }

    /// Notes how much of the two words nearest to a text stands at its end.
    #[cold]
    fn compare(&self, text: &[u8], found: &mut Ends) {
        let backwards = || text.iter().rev().map(u8::to_ascii_lowercase);
        let after = self.sorted.partition_point(|token| {
            self.tokens
                .bytes_of(*token)
                .iter()
                .rev()
                .copied()
                .lt(backwards())
        });
        for place in [after.checked_sub(1), Some(after)].into_iter().flatten() {
            let Some(token) = self.sorted.get(place) else {
                continue;
            };
            let length = shared_end(text, self.tokens.bytes_of(*token));
            if let Some(longest) = found.0.get_mut(place).filter(|longest| **longest < length) {
                *longest = length;
            }
        }
    }

    /// How much of each word was found, by the word's number; nought where less than the window was.
    pub(crate) fn lengths(&self, found: &Ends) -> Vec<usize> {
        let between: Vec<usize> = self
            .sorted
            .windows(2)
            .map(|pair| match pair {
                [one, other] => {
                    shared_end(self.tokens.bytes_of(*one), self.tokens.bytes_of(*other))
                }
                _ => 0,
            })
            .collect();
        let mut ends = found.0.clone();
        let mut carried = 0;
        for (end, shared) in ends.iter_mut().zip(std::iter::once(&0).chain(&between)) {
            carried = carried.min(*shared).max(*end);
            *end = carried;
        }
        carried = 0;
        for (end, shared) in ends
            .iter_mut()
            .rev()
            .zip(std::iter::once(&0).chain(between.iter().rev()))
        {
            carried = carried.min(*shared).max(*end);
            *end = carried;
        }
        let mut lengths = vec![0; self.tokens.len()];
        for (token, end) in self.sorted.iter().zip(ends) {
            if let Some(length) = lengths.get_mut(*token).filter(|_| end >= self.window) {
                *length = end;
            }
        }
        lengths
    }
}

/// The longest end found so far at each word's place in the sorted list.
#[derive(Clone, Debug)]
pub(crate) struct Ends(Vec<usize>);

impl Ends {
    /// Keeps the longer of two findings.
    pub(crate) fn merge(&mut self, other: &Self) {
        for (longest, length) in self.0.iter_mut().zip(&other.0) {
            *longest = (*longest).max(*length);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Needles, Tokens};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_what_comparing_every_word_at_every_place_finds(
            words in prop::collection::vec("[ab.]{4,9}", 1..40),
            text in "[abAB.]{0,60}",
        ) {
            let mut tokens = Tokens::default();
            for word in &words {
                tokens.add(word);
            }
            tokens.dedup();
            let needles = Needles::new(&tokens, 5, |_| true);
            let mut found = needles.blank();
            needles.search_text(text.as_bytes(), &mut found);
            let small = text.to_ascii_lowercase();
            let wanted: Vec<usize> = (0..tokens.len())
                .map(|token| {
                    let word = tokens.bytes_of(token);
                    (5..=word.len())
                        .filter(|length| {
                            let end = &word[word.len() - length..];
                            small.as_bytes().windows(*length).any(|part| part == end)
                        })
                        .max()
                        .unwrap_or(0)
                })
                .collect();
            prop_assert_eq!(needles.lengths(&found), wanted);
        }
    }
}
