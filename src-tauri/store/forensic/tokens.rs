//! The words of a person that must be gone, kept in one place that is wiped.

use zeroize::Zeroizing;

/// The shortest word that is looked for; shorter ones stand everywhere.
const SHORTEST: usize = 5;
/// How much of a long text is looked for at a time.
const SHINGLE: usize = 32;
/// How far apart pieces of a document's text are, and how many there are at most of one.
const SPACED: usize = 512;
const MOST_PIECES: usize = 256;
/// From which length on words of a document are looked for by themselves, and how many of one.
const LONG_WORD: usize = 8;
const MOST_WORDS: usize = 64;

/// Words, in lower case where they are Latin letters without accents.
#[derive(Default)]
pub(crate) struct Tokens {
    bytes: Zeroizing<Vec<u8>>,
    spans: Vec<(usize, usize)>,
}

impl std::fmt::Debug for Tokens {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Tokens({} [withheld])", self.spans.len())
    }
}

impl Tokens {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.spans.len()
    }

    /// One of them.
    pub(crate) fn bytes_of(&self, token: usize) -> &[u8] {
        self.spans
            .get(token)
            .and_then(|(from, to)| self.bytes.get(*from..*to))
            .unwrap_or_default()
    }

    fn push(&mut self, word: &str) {
        self.push_bytes(word.as_bytes());
    }

    fn push_bytes(&mut self, word: &[u8]) {
        if word.len() < SHORTEST {
            return;
        }
        let from = self.bytes.len();
        // Growing would leave a copy behind that nobody wipes.
        if self.bytes.capacity() < from + word.len() {
            let mut larger = Zeroizing::new(Vec::with_capacity((from + word.len()) * 2));
            larger.extend_from_slice(&self.bytes);
            self.bytes = larger;
        }
        self.bytes.extend(word.iter().map(u8::to_ascii_lowercase));
        self.spans.push((from, self.bytes.len()));
    }

    /// Adds a text as it stands, and as it is searched.
    pub(crate) fn add(&mut self, text: &str) {
        self.push(text);
        let folded = Zeroizing::new(domain::text::fold(text));
        if !folded.eq_ignore_ascii_case(text) {
            self.push(&folded);
        }
    }

    /// Adds a text and each of its words.
    pub(crate) fn add_words(&mut self, text: &str) {
        self.add(text);
        let mut words = text.split(|letter: char| !letter.is_alphanumeric());
        if words.clone().nth(1).is_some() {
            words.by_ref().for_each(|word| self.add(word));
        }
    }

    /// Adds pieces of a long text: the end and the middle of each of its lines.
    pub(crate) fn add_prose(&mut self, text: &str) {
        for line in text.lines() {
            self.push(tail(line, line.len()));
            if line.len() > SHINGLE * 2 {
                self.push(tail(line, line.len() / 2));
            }
        }
    }

    /// Adds pieces of a text of many pages: one in every so many bytes, so that each page it fills has several, and its
    /// longest words, which stand in the search index one by one.
    pub(crate) fn add_long(&mut self, text: &str) {
        let every = SPACED.max(text.len() / MOST_PIECES);
        let mut end = text.len();
        while end > 0 {
            self.push(tail(text, end));
            end = end.saturating_sub(every);
        }
        let mut words: Vec<&str> = text
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| word.len() >= LONG_WORD)
            .collect();
        words.sort_unstable_by(|one, other| other.len().cmp(&one.len()).then(one.cmp(other)));
        words.dedup();
        for word in words.into_iter().take(MOST_WORDS) {
            self.push(word);
        }
    }

    /// Adds pieces of bytes that are no text: their beginning, middle and end, for a long value stands in several pages.
    pub(crate) fn add_bytes(&mut self, bytes: &[u8]) {
        let middle = bytes.len() / 2;
        for end in [SHINGLE.min(bytes.len()), middle, bytes.len()] {
            let from = end.saturating_sub(SHINGLE);
            self.push_bytes(bytes.get(from..end).unwrap_or_default());
        }
    }

    /// Drops what is there twice.
    pub(crate) fn dedup(&mut self) {
        let bytes = std::mem::take(&mut self.bytes);
        self.spans
            .sort_by(|one, other| bytes.get(one.0..one.1).cmp(&bytes.get(other.0..other.1)));
        self.spans
            .dedup_by(|one, other| bytes.get(one.0..one.1) == bytes.get(other.0..other.1));
        self.bytes = bytes;
    }
}

/// The piece of a line that ends at a place.
fn tail(line: &str, mut end: usize) -> &str {
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let mut from = end.saturating_sub(SHINGLE);
    while !line.is_char_boundary(from) {
        from += 1;
    }
    line.get(from..end).unwrap_or_default()
}
