//! What an application is called while nobody who decides may know whose it is.

use std::fmt;

use crate::candidate::PersonName;
use crate::text::Line;

/// Signs that nobody confuses when reading aloud, and no vowels, so that they never make a word.
const SIGNS: &[u8; 28] = b"23456789BCDFGHJKMNPQRSTVWXYZ";

/// How many signs an alias has.
const LENGTH: usize = 4;

/// What an application is called in place of the person: `7KQ2`, drawn by chance and its own in every vacancy,
/// so that it tells nothing of the person and links no two of their applications.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alias(String);

impl Alias {
    /// An alias from random bytes; one byte a sign. Bytes past the last whole round of signs are folded onto
    /// the first signs: an alias is a handle, not a secret.
    pub fn from_random(bytes: [u8; LENGTH]) -> Self {
        Self(
            bytes
                .iter()
                .filter_map(|byte| SIGNS.get(usize::from(*byte) % SIGNS.len()))
                .map(|sign| char::from(*sign))
                .collect(),
        )
    }

    /// Reads what the store holds.
    pub fn parse(code: &str) -> Option<Self> {
        (code.len() == LENGTH && code.bytes().all(|sign| SIGNS.contains(&sign)))
            .then(|| Self(code.to_owned()))
    }

    /// The signs alone.
    pub fn code(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Alias {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Candidate {}", self.0)
    }
}

/// What a viewer knows a candidate by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Called {
    /// By name.
    Name(PersonName),
    /// By an alias, since the name may not be seen.
    Alias(Alias),
}

impl Called {
    /// The name as one reads it, or the alias.
    pub fn full(&self) -> String {
        match self {
            Self::Name(name) => name.full(),
            Self::Alias(alias) => alias.to_string(),
        }
    }

    /// The name, where it may be seen.
    pub const fn name(&self) -> Option<&PersonName> {
        match self {
            Self::Name(name) => Some(name),
            Self::Alias(_) => None,
        }
    }

    /// What the person likes to be called, where that is known and may be seen.
    pub fn preferred(&self) -> Option<&Line> {
        self.name().and_then(|name| name.preferred.as_ref())
    }
}
