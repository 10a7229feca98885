//! How hard a passphrase is to guess: a length, an estimate, and no rules about capitals or digits.

use serde::{Deserialize, Serialize};
use store::Passphrase;
use zxcvbn::feedback::{Feedback, Warning};
use zxcvbn::{Score, zxcvbn};

use crate::error::Error;

/// The fewest characters a passphrase of one's own may have (NIST SP 800-63B-4, a single factor).
const SHORTEST: usize = 15;

/// How many characters are estimated. The estimate tries every part of a text against every pattern, so a pasted
/// page would take minutes; whatever comes after so many only makes it harder to guess.
const ESTIMATED: usize = 100;

/// The fewest letters of a word of somebody's name that is looked for.
const SHORTEST_WORD: usize = 3;

/// Asks how hard a passphrase is to guess, while it is typed.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RatePassphrase {
    /// The passphrase as far as it is typed.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub passphrase: Passphrase,
    /// The name of whose it is to be; empty while it is not known.
    pub name: String,
    /// The organisation's name; empty while it is not known.
    pub organisation: String,
}

/// How hard a passphrase is to guess.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PassphraseRating {
    /// In a word.
    pub strength: PassphraseStrength,
    /// What to do about one that would be refused.
    pub hint: Option<String>,
}

/// How hard a passphrase is to guess, in a word. The first two are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum PassphraseStrength {
    /// Not long enough yet.
    Short,
    /// Long enough, and easy to guess.
    Guessable,
    /// Good enough.
    Good,
    /// Better than that.
    Strong,
}

/// Rates a passphrase; what is asked is forgotten at once.
pub fn rate(request: &RatePassphrase) -> PassphraseRating {
    rating(
        &request.passphrase,
        &[request.name.as_str(), request.organisation.as_str()],
    )
}

/// Refuses a passphrase that is short or easy to guess, for somebody about whom these names are known.
///
/// # Errors
/// [`Error::Invalid`] with what to do about it.
pub(crate) fn check_passphrase(passphrase: &Passphrase, known: &[&str]) -> Result<(), Error> {
    match rating(passphrase, known).hint {
        Some(hint) => Err(Error::invalid("passphrase", hint)),
        None => Ok(()),
    }
}

fn rating(passphrase: &Passphrase, known: &[&str]) -> PassphraseRating {
    let missing = SHORTEST.saturating_sub(passphrase.characters());
    if missing > 0 {
        return PassphraseRating {
            strength: PassphraseStrength::Short,
            hint: Some(format!(
                "Use at least {SHORTEST} characters, {missing} more than this: four or five words that don't \
                 belong together are easiest."
            )),
        };
    }
    // Spaces between known words make nothing harder to guess, yet the estimate counts them as if they did.
    let text = passphrase.run_together(ESTIMATED);
    let known: Vec<String> = known.iter().flat_map(|name| names_in(name)).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let estimate = zxcvbn(&text, &known);
    let score = estimate.score();
    let strength = if score >= Score::Four {
        PassphraseStrength::Strong
    } else if score >= Score::Three {
        PassphraseStrength::Good
    } else {
        PassphraseStrength::Guessable
    };
    let warning = estimate.feedback().and_then(Feedback::warning);
    PassphraseRating {
        strength,
        hint: (strength == PassphraseStrength::Guessable).then(|| sentence(warning).to_owned()),
    }
}

/// What somebody who knows a name would try: all of it, and each of its words.
fn names_in(name: &str) -> Vec<String> {
    let name: String = name.chars().take(ESTIMATED).collect();
    let words = name
        .split_whitespace()
        .filter(|word| word.chars().count() >= SHORTEST_WORD)
        .map(str::to_owned);
    let whole: String = name.split_whitespace().collect();
    words.chain((!whole.is_empty()).then_some(whole)).collect()
}

/// What is wrong with a passphrase that is easy to guess, and what to do. It says nothing of what was typed.
const fn sentence(warning: Option<Warning>) -> &'static str {
    match warning {
        Some(
            Warning::StraightRowsOfKeysAreEasyToGuess
            | Warning::ShortKeyboardPatternsAreEasyToGuess,
        ) => {
            "Keys that lie side by side are tried first. Use four or five words that don't belong together."
        }
        Some(
            Warning::RepeatsLikeAaaAreEasyToGuess
            | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess,
        ) => {
            "Repeating something makes it hardly harder to guess. Use four or five different words."
        }
        Some(
            Warning::ThisIsATop10Password
            | Warning::ThisIsATop100Password
            | Warning::ThisIsACommonPassword
            | Warning::ThisIsSimilarToACommonlyUsedPassword,
        ) => {
            "Many people use one like this, so it is tried first. Use four or five words that don't belong together."
        }
        Some(Warning::SequencesLikeAbcAreEasyToGuess) => {
            "Letters or numbers in a row are tried first. Use four or five words that don't belong together."
        }
        Some(Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess) => {
            "Dates and years are tried first. Add two or three words that have nothing to do with you."
        }
        Some(Warning::AWordByItselfIsEasyToGuess) => {
            "One word is easy to guess, however long. Add three others that don't belong to it."
        }
        Some(
            Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
            | Warning::CommonNamesAndSurnamesAreEasyToGuess,
        ) => "Names are tried first. Add two or three words that have nothing to do with anybody.",
        None => {
            "This is easy to guess: it is made of names, dates or words that belong together. Add two or three words \
             that have nothing to do with you."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ESTIMATED, PassphraseStrength, rating};
    use store::Passphrase;

    const KNOWN: [&str; 2] = ["Robin Sample", "Hansard House"];

    fn strength(text: &str) -> PassphraseStrength {
        rating(&Passphrase::new(text.to_owned().into()), &KNOWN).strength
    }

    #[test]
    fn length_comes_first_and_is_counted_in_characters() {
        assert_eq!(strength(""), PassphraseStrength::Short);
        assert_eq!(strength("kettle moss yo"), PassphraseStrength::Short);
        assert_ne!(strength("kettle moss yon"), PassphraseStrength::Short);
        assert_eq!(
            strength("ðŋłæßðđħ€¶øþ"),
            PassphraseStrength::Short,
            "twelve, of two bytes and more"
        );
    }

    #[test]
    fn what_people_type_to_get_past_a_length_is_guessable() {
        for text in [
            "aaaaaaaaaaaaaaaaaaaa",
            "passwordpassword",
            "Password123456789",
            "qwertyuiopasdfgh",
            "abcdefghijklmnopqrst",
            "manchester united",
            "christopher margaret",
        ] {
            assert_eq!(strength(text), PassphraseStrength::Guessable, "{text}");
        }
    }

    #[test]
    fn names_that_stand_on_the_sign_in_screen_are_guessable_with_spaces_and_without() {
        for text in [
            "robinsamplehansard",
            "Robin Sample Hansard House",
            "hansard house robin",
            "RobinSample1985!",
        ] {
            assert_eq!(strength(text), PassphraseStrength::Guessable, "{text}");
        }
        assert_eq!(
            strength("copper lantern tidal orchard"),
            PassphraseStrength::Strong
        );
    }

    #[test]
    fn every_refusal_has_a_sentence_that_repeats_nothing_of_what_was_typed() {
        for text in [
            "zebra",
            "zebrazebrazebrazebra",
            "RobinSample1985!",
            "abcdefghijklmnopqrst",
        ] {
            let hint = rating(&Passphrase::new(text.to_owned().into()), &KNOWN).hint;
            let hint = hint.expect("a hint").to_lowercase();
            assert!(!hint.contains("zebra") && !hint.contains("robin"), "{hint}");
            assert!(hint.ends_with('.'), "{hint}");
        }
    }

    #[test]
    fn a_pasted_page_is_estimated_by_its_beginning_only() {
        let begun = std::time::Instant::now();
        let weak = "a4@(".repeat(ESTIMATED / 4);
        assert_eq!(
            strength(&format!("{weak}{}", "moss kettle ".repeat(20_000))),
            PassphraseStrength::Guessable
        );
        assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
    }
}
