//! Searching as somebody types: each keystroke from the second letter on.

use std::time::Duration;

use domain::text::fold;
use records::candidate::{self, CandidateColumn, CandidateFilter, CandidateSort, ListCandidates};

use crate::Outcome;
use crate::arguments::Arguments;
use crate::list::plain_page;
use crate::office::Office;
use crate::plain::Plain;
use crate::table::{Measured, Target};
use crate::timing::Times;

/// What people look for: names of one and of two words, accents left out, addresses, postcodes. Telephone numbers
/// are not among them: the made-up ones all begin alike, so that every keystroke would find everyone.
const TYPED: [&str; 13] = [
    "khan",
    "bennett",
    "O'Connor",
    "garcia",
    "van der berg",
    "priya patel",
    "mohammed hu",
    "siobhan",
    "taylor-reid",
    "ma",
    "amina.khan1",
    "M4 1HQ",
    "nobody at all",
];

const SQL: &str = "
    SELECT candidate.row
    FROM candidate
    WHERE candidate.row IN (SELECT rowid FROM candidate_search WHERE candidate_search MATCH ?1)
    ORDER BY candidate.sort_name, candidate.row";

/// The use case with the first hundred rows, against the same search and the same rows.
pub(crate) fn measure(
    office: &mut Office,
    plain: &Plain,
    arguments: Arguments,
) -> Outcome<Measured> {
    let prefixes: Vec<String> = TYPED.iter().flat_map(|typed| keystrokes(typed)).collect();
    let rounds = arguments.quick_or(3, 10);
    // The first round only warms the caches.
    let (mut ours, mut theirs) = (Times::default(), Times::default());
    for round in 0..=rounds {
        if round == 1 {
            (ours, theirs) = (Times::default(), Times::default());
        }
        for typed in &prefixes {
            ours.run(|| office.read(|desk| candidate::list(desk, request(typed))))?;
            theirs.run(|| found_plainly(plain, &match_for(typed)))?;
        }
    }
    Ok(Measured::new(
        "search, per keystroke",
        format!("{} keystrokes × {rounds}", prefixes.len()),
        &ours,
        &theirs,
        Target {
            time: Some(Duration::from_millis(5)),
            ratio: Some(2.0),
        },
    ))
}

fn request(typed: &str) -> ListCandidates {
    ListCandidates {
        filter: CandidateFilter {
            text: typed.to_owned(),
            ..CandidateFilter::default()
        },
        sort: CandidateSort {
            by: CandidateColumn::Name,
            descending: false,
        },
    }
}

fn found_plainly(plain: &Plain, query: &str) -> Outcome<(usize, Vec<String>)> {
    let mut statement = plain.sql().prepare_cached(SQL)?;
    let rows = statement
        .query_map([query], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<i64>>>()?;
    let page = plain_page(plain, rows.get(..100).unwrap_or(&rows))?;
    Ok((rows.len(), page))
}

/// What has been typed after each key, as soon as it is enough to search by.
fn keystrokes(typed: &str) -> Vec<String> {
    let letters = typed.chars().count();
    (2..=letters)
        .map(|number| typed.chars().take(number).collect())
        .filter(|typed: &String| !match_for(typed).is_empty())
        .collect()
}

/// The full-text query the store makes of what was typed.
fn match_for(typed: &str) -> String {
    let terms: Vec<String> = fold(typed)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.len() > 1)
        .map(|word| format!("\"{word}\" *"))
        .collect();
    terms.join(" ")
}
