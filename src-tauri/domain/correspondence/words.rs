//! Words in what is written of somebody that touch a special category or what is nobody's business (COL-10): a warning,
//! never a bar. The author confirms or writes it anew.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::text::fold;

/// What a word may give away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Sensitive {
    /// Health or disability.
    Health,
    /// Pregnancy or having children.
    Pregnancy,
    /// Religion or belief.
    Religion,
    /// Political opinion.
    Politics,
    /// Membership of a trade union.
    Union,
    /// Age.
    Age,
    /// Ethnic origin.
    Ethnicity,
    /// Whom somebody loves.
    Sexuality,
}

/// Words by what they may give away, as the search folds them. One that ends in `*` is the beginning of a word; several
/// words stand beside each other.
const WORDS: &[(Sensitive, &[&str])] = &[
    (
        Sensitive::Health,
        &[
            "illness*",
            "disease*",
            "disab*",
            "depress*",
            "anxiety",
            "cancer",
            "diabet*",
            "epilep*",
            "autis*",
            "dyslex*",
            "adhd",
            "hiv",
            "surgery",
            "hospital*",
            "diagnos*",
            "medication*",
            "sick leave",
            "mental health",
            "unwell",
            "wheelchair*",
            "therap*",
            "chronic*",
        ],
    ),
    (
        Sensitive::Pregnancy,
        &[
            "pregnan*",
            "maternity",
            "paternity",
            "ivf",
            "miscarriage*",
            "expecting a baby",
            "childcare",
        ],
    ),
    (
        Sensitive::Religion,
        &[
            "muslim*",
            "islam*",
            "christian*",
            "catholic*",
            "jewish",
            "judaism",
            "hindu*",
            "sikh*",
            "buddhis*",
            "atheis*",
            "religio*",
            "church",
            "mosque",
            "synagogue",
            "ramadan",
            "hijab",
        ],
    ),
    (
        Sensitive::Politics,
        &[
            "political opinion*",
            "tory",
            "tories",
            "conservative party",
            "liberal democrat*",
            "lib dem*",
            "reform uk",
            "green party",
            "party member*",
            "momentum",
            "corbyn*",
            "left wing",
            "right wing",
        ],
    ),
    (
        Sensitive::Union,
        &[
            "trade union*",
            "union member*",
            "union rep*",
            "shop steward*",
            "unison",
            "gmb",
            "picket*",
        ],
    ),
    (
        Sensitive::Age,
        &[
            "too old",
            "too young",
            "years old",
            "year old",
            "retire*",
            "pensioner*",
            "date of birth",
            "elderly",
            "youthful",
        ],
    ),
    (
        Sensitive::Ethnicity,
        &["ethnic*", "racial*", "caucasian", "skin colour"],
    ),
    (
        Sensitive::Sexuality,
        &[
            "gay",
            "lesbian*",
            "bisexual*",
            "homosexual*",
            "transgender*",
            "sexual orientation",
            "same sex",
        ],
    ),
];

/// What words of a text may give away; each once.
pub fn sensitive_words(text: &str) -> Vec<Sensitive> {
    let folded = fold(text);
    let said: Vec<&str> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = BTreeSet::new();
    for (what, phrases) in WORDS {
        if phrases.iter().any(|phrase| has(&said, phrase)) {
            found.insert(*what);
        }
    }
    found.into_iter().collect()
}

fn has(said: &[&str], phrase: &str) -> bool {
    let wanted: Vec<&str> = phrase.split(' ').collect();
    said.windows(wanted.len()).any(|here| {
        here.iter()
            .zip(&wanted)
            .all(|(word, wanted)| match wanted.strip_suffix('*') {
                Some(beginning) => word.starts_with(beginning),
                None => word == wanted,
            })
    })
}
