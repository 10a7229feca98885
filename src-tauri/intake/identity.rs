//! Which records of a file are about one person.
//!
//! The same address or number together with a like name. An address alone is not enough: families, agencies and job
//! boards share one.

use std::collections::HashMap;

use crate::record::Record;

/// How many different people of one address or number are looked through. More share only what is nobody's own, and
/// looking through all of them would take the square of the file.
const MOST_SHARING: usize = 16;

/// An address or a number.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key<'r> {
    Email(&'r str),
    Phone(&'r str),
}

/// The records that hold a key: most often one, which needs no list.
struct Holders {
    first: usize,
    others: Vec<usize>,
}

/// Sorts records into people, as lists of positions in `records`, in the order of first appearance. Records that name
/// nobody are left out.
pub(crate) fn people(records: &[Record]) -> Vec<Vec<usize>> {
    let mut parents: Vec<usize> = (0..records.len()).collect();
    let mut holders: HashMap<Key<'_>, Holders> = HashMap::with_capacity(records.len());
    let mut crowded: HashMap<(Key<'_>, &str), usize> = HashMap::new();
    for (at, record) in records.iter().enumerate() {
        for key in keys(record) {
            let Some(held) = holders.get_mut(&key) else {
                holders.insert(
                    key,
                    Holders {
                        first: at,
                        others: Vec::new(),
                    },
                );
                continue;
            };
            let mut sharing = std::iter::once(held.first).chain(held.others.iter().copied());
            let same = sharing.find(|other| {
                records
                    .get(*other)
                    .is_some_and(|other| are_one(record, other))
            });
            if let Some(other) = same {
                join(&mut parents, at, other);
            } else if held.others.len() < MOST_SHARING {
                held.others.push(at);
            } else {
                let other = *crowded.entry((key, &record.folded)).or_insert(at);
                join(&mut parents, at, other);
            }
        }
    }
    collect(records, &mut parents)
}

fn keys(record: &Record) -> impl Iterator<Item = Key<'_>> {
    let emails = record.email_keys.iter().map(|key| Key::Email(key));
    emails.chain(record.phone_keys.iter().map(|key| Key::Phone(key)))
}

fn are_one(one: &Record, other: &Record) -> bool {
    let share = |a: &[String], b: &[String]| a.iter().any(|key| b.contains(key));
    one.folded == other.folded
        || are_alike(
            &one.folded,
            &other.folded,
            share(&one.email_keys, &other.email_keys) && share(&one.phone_keys, &other.phone_keys),
        )
}

fn collect(records: &[Record], parents: &mut [usize]) -> Vec<Vec<usize>> {
    // The root of a person is their earliest record, so its person is there before the others ask for it.
    let mut place: Vec<Option<usize>> = vec![None; records.len()];
    let mut people: Vec<Vec<usize>> = Vec::new();
    for (at, _) in records
        .iter()
        .enumerate()
        .filter(|(_, record)| record.identifies)
    {
        let Some(slot) = place.get_mut(root(parents, at)) else {
            continue;
        };
        let person = *slot.get_or_insert(people.len());
        match people.get_mut(person) {
            Some(rows) => rows.push(at),
            None => people.push(vec![at]),
        }
    }
    people
}

fn root(parents: &mut [usize], at: usize) -> usize {
    let mut here = at;
    while let Some(parent) = parents.get(here).copied().filter(|parent| *parent != here) {
        // Halving the way keeps it short for those who come after.
        let beyond = parents.get(parent).copied().unwrap_or(parent);
        if let Some(slot) = parents.get_mut(here) {
            *slot = beyond;
        }
        here = beyond;
    }
    here
}

fn join(parents: &mut [usize], one: usize, other: usize) {
    let (one, other) = (root(parents, one), root(parents, other));
    // The earlier row stays the root: people keep the order of the file.
    let (first, second) = (one.min(other), one.max(other));
    if let Some(slot) = parents.get_mut(second) {
        *slot = first;
    }
}

/// Whether two folded names that share an address or a number may be one person's: `share_both` when they share one of
/// each kind, which a change of family name does not undo.
fn are_alike(one: &str, other: &str, share_both: bool) -> bool {
    if one.is_empty() || other.is_empty() {
        return true;
    }
    let (a, b) = (words(one), words(other));
    let common = a.iter().filter(|word| b.contains(word)).count();
    // All of the shorter name, in any order: middle names, "Family Given".
    if common >= 2 && common >= a.len().min(b.len()) {
        return true;
    }
    let (Some(first_a), Some(first_b)) = (a.first(), b.first()) else {
        return false;
    };
    let same_first = first_a.starts_with(first_b.as_str()) || first_b.starts_with(first_a.as_str());
    let same_last = a.last() == b.last();
    (same_first && (same_last || common >= 2)) || (share_both && common >= 1)
}

fn words(folded: &str) -> Vec<String> {
    let plain = folded.replace(['\'', '’', '.'], "");
    plain
        .split([' ', '-', ','])
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
