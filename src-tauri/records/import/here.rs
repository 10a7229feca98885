//! Who of a file is here already.

use std::collections::BTreeMap;

use domain::access::{self, Permit};
use domain::id::CandidateId;
use domain::text::fold;
use intake::Person;
use store::DoNotApproach;

use crate::desk::ReadDesk;
use crate::error::Error;

/// The people of the store, by what a file can know them by.
pub(super) struct Here {
    keys: store::DuplicateKeys,
    names: BTreeMap<CandidateId, String>,
    do_not_approach: DoNotApproach,
}

impl Here {
    /// Reads the keys of everyone; only those who may import see so many.
    pub(super) fn read(
        desk: &ReadDesk<'_>,
        permit: &Permit<access::Import>,
    ) -> Result<Self, Error> {
        Ok(Self {
            keys: desk.records.duplicate_keys(permit)?,
            names: desk.records.folded_names(permit)?,
            do_not_approach: desk.records.do_not_approach(permit)?,
        })
    }

    /// Whether a person of a file is left out: somebody brought in as a prospect who asked not to be approached. Whoever
    /// applied is never held up by that (ERA-09).
    pub(super) fn leaves_out(&self, person: &Person) -> bool {
        person.applications.is_empty()
            && self
                .do_not_approach
                .has(&person.keys.emails, &person.keys.phones)
    }

    /// The candidate a person of a file is: one with the same address or number and a like name. One of them
    /// alone is a question, not an answer: families share telephones.
    pub(super) fn find(&self, person: &Person) -> Option<CandidateId> {
        let by_email = person
            .keys
            .emails
            .iter()
            .filter_map(|key| self.keys.emails.get(key));
        let by_phone = person
            .keys
            .phones
            .iter()
            .filter_map(|key| self.keys.phones.get(key));
        by_email.chain(by_phone).copied().find(|candidate| {
            self.names
                .get(candidate)
                .is_some_and(|name| like(name, &person.keys.name))
        })
    }
}

/// Whether two names can be one person's: every word of the shorter is in the longer.
fn like(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        fold(name)
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() <= other.len() {
        (&one, &other)
    } else {
        (&other, &one)
    };
    !short.is_empty() && short.iter().all(|word| long.contains(word))
}
