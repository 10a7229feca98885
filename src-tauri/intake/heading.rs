//! What a heading means, in the languages and spellings other systems use.

mod words;

use domain::text::fold;

use crate::mapping::{NotTaken, Target};

/// The form two spellings of one heading share: folded, every run of other signs one space.
pub(crate) fn normal(heading: &str) -> String {
    // A heading is short; a cell of megabytes in the first row is none.
    let start: String = heading.chars().take(200).collect();
    let folded = fold(&start);
    let mut normal = String::with_capacity(folded.len());
    for c in folded.chars() {
        if c.is_alphanumeric() {
            normal.push(c);
        } else if !normal.ends_with(' ') {
            normal.push(' ');
        }
    }
    normal.trim().to_owned()
}

/// What a normalised heading holds, where it is one of those known from any system.
pub(crate) fn known(normal: &str) -> Option<Target> {
    let word = words::HEADINGS
        .iter()
        .find(|(_, names)| names.split('|').any(|name| name == normal))
        .map(|(target, _)| *target);
    word.or_else(|| by_part(normal))
}

/// Columns that must not come in are known by any of their words.
fn by_part(normal: &str) -> Option<Target> {
    let has = |list: &[&str]| normal.split(' ').any(|word| list.contains(&word));
    if has(words::DEVICE)
        || words::DEVICE_PHRASES
            .iter()
            .any(|phrase| normal.contains(phrase))
    {
        Some(Target::Ignore {
            because: NotTaken::DeviceAndVisit,
        })
    } else if has(words::SPECIAL)
        || words::SPECIAL_PHRASES
            .iter()
            .any(|phrase| normal.contains(phrase))
    {
        Some(Target::Ignore {
            because: NotTaken::SpecialCategory,
        })
    } else if has(words::NO_PLACE) {
        Some(Target::Ignore {
            because: NotTaken::NoPlaceYet,
        })
    } else {
        None
    }
}
