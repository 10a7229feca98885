//! What is typed into the search field, as a full-text query.

use domain::text::fold;

/// A query that finds every record with words beginning as the typed ones do; `None` where too little was
/// typed to search by. Each word is quoted, so nothing typed is read as the query language.
pub(super) fn full_text(typed: &str) -> Option<String> {
    let folded = fold(typed);
    let words: Vec<&str> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    // One Latin letter begins half of all names: too slow to look up and of no help. One Chinese sign is a name.
    let long_enough = |word: &&str| word.len() > 1;
    let terms: Vec<String> = words
        .into_iter()
        .filter(long_enough)
        .map(|word| format!("\"{word}\" *"))
        .collect();
    if terms.is_empty() {
        None
    } else {
        Some(terms.join(" "))
    }
}

/// The same, looking at names alone.
pub(super) fn in_names(query: &str) -> String {
    format!("{{name}} : ({query})")
}

#[cfg(test)]
mod tests {
    use super::full_text;

    #[test]
    fn quotes_every_word_and_drops_single_letters() {
        assert_eq!(
            full_text("Zoë O'Neil"),
            Some("\"zoe\" * \"neil\" *".to_owned()),
            "one letter is too short"
        );
        assert_eq!(full_text("j"), None, "one letter alone searches nothing");
        assert_eq!(
            full_text("李"),
            Some("\"李\" *".to_owned()),
            "one sign can be a name"
        );
        assert_eq!(
            full_text("a\" OR name:*"),
            Some("\"or\" * \"name\" *".to_owned()),
            "operators are words"
        );
    }
}
