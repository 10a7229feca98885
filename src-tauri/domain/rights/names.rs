//! Names of other people in what is held of somebody: found, for a person to decide on each (DPA 2018 Sch 2 para 16).

use std::collections::HashMap;
use std::ops::Range;

use crate::text::fold;

/// What stands in the place of a name that is masked.
pub const MASK: &str = "[a name is withheld]";

/// The fewest letters of a part of a name that is looked for by itself.
const SHORTEST: usize = 3;

/// Somebody else's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameOf<'a> {
    /// Given names, where they are known.
    pub given: Option<&'a str>,
    /// Family name.
    pub family: &'a str,
    /// Whether a part of it is looked for by itself: for those who may well be meant.
    pub near: bool,
}

/// Names to look for.
#[derive(Debug, Default)]
pub struct Names {
    by_first: HashMap<String, Vec<Vec<String>>>,
}

/// The words of a text, folded, with where each stands.
fn words(text: &str) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    let mut start = None;
    for (place, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        if letter.is_alphanumeric() {
            start.get_or_insert(place);
        } else if let Some(from) = start.take()
            && let Some(word) = text.get(from..place)
        {
            found.push((fold(word), from..place));
        }
    }
    found
}

fn parts(name: Option<&str>) -> Vec<String> {
    name.map(|name| words(name).into_iter().map(|(word, _)| word).collect())
        .unwrap_or_default()
}

impl Names {
    /// Names to look for in what is held of somebody, whose own is none of them.
    pub fn new<'a>(own: NameOf<'_>, others: impl IntoIterator<Item = NameOf<'a>>) -> Self {
        let mine = [parts(own.given), parts(Some(own.family))].concat();
        let mut names = Self::default();
        for other in others {
            let (given, family) = (parts(other.given), parts(Some(other.family)));
            let first: Vec<String> = given.iter().take(1).cloned().collect();
            let mut forms = vec![
                [given.clone(), family.clone()].concat(),
                [first.clone(), family.clone()].concat(),
                [family.clone(), first.clone()].concat(),
            ];
            forms.retain(|form| form.len() > 1);
            if other.near {
                forms.extend([first, family].into_iter().filter(|form| {
                    form.iter().any(|word| word.chars().count() >= SHORTEST)
                        && !form.iter().all(|word| mine.contains(word))
                }));
            }
            for form in forms {
                if form != mine && !form.is_empty() {
                    names.add(form);
                }
            }
        }
        names
    }

    fn add(&mut self, form: Vec<String>) {
        let Some(first) = form.first().cloned() else {
            return;
        };
        let known = self.by_first.entry(first).or_default();
        if !known.contains(&form) {
            known.push(form);
            known.sort_by_key(|form| std::cmp::Reverse(form.len()));
        }
    }

    /// Where names stand in a text: the longest at each place, and none twice.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let words = words(text);
        let mut found = Vec::new();
        let mut rest = words.as_slice();
        while let Some(((first, at), after)) = rest.split_first() {
            let here = self.by_first.get(first).and_then(|forms| {
                forms.iter().find(|form| {
                    rest.len() >= form.len()
                        && rest
                            .iter()
                            .zip(form.iter())
                            .all(|((word, _), part)| word == part)
                })
            });
            match here {
                Some(form) => {
                    let last = rest.get(form.len().saturating_sub(1));
                    let end = last.map_or(at.end, |(_, range)| range.end);
                    found.push(at.start..end);
                    rest = rest.get(form.len()..).unwrap_or_default();
                }
                None => rest = after,
            }
        }
        found
    }
}

/// A text with names masked.
pub fn masked(text: &str, names: &[Range<usize>]) -> String {
    let mut out = String::new();
    let mut from = 0;
    for range in names {
        out.push_str(text.get(from..range.start).unwrap_or_default());
        out.push_str(MASK);
        from = range.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name<'a>(given: Option<&'a str>, family: &'a str, near: bool) -> NameOf<'a> {
        NameOf {
            given,
            family,
            near,
        }
    }

    fn found(text: &str, names: &Names) -> Vec<String> {
        names
            .find(text)
            .into_iter()
            .map(|range| text.get(range).unwrap().to_owned())
            .collect()
    }

    #[test]
    fn whole_names_are_found_of_all_and_parts_of_those_who_are_near() {
        let names = Names::new(
            name(Some("Ann"), "Archer", true),
            [
                name(Some("Jane"), "Doe", true),
                name(Some("May"), "Green", false),
                name(Some("Zoë Marie"), "O'Brien", false),
                name(Some("Ann"), "Archer", true),
            ],
        );
        assert_eq!(
            found("Better than Jane, who may come. Ms DOE was late.", &names),
            ["Jane", "DOE"]
        );
        assert_eq!(
            found(
                "May Green, Green May and the green door; Zoe O’Brien",
                &names
            ),
            ["May Green", "Green May", "Zoe O’Brien"]
        );
        assert!(found("Ann Archer and Archer alone", &names).is_empty());
    }

    #[test]
    fn a_masked_text_has_no_name_and_all_else() {
        let names = Names::new(
            name(None, "Archer", true),
            [name(Some("Jane"), "Doe", true)],
        );
        let text = "Stronger than Jane Doe; Archer said so.";
        assert_eq!(
            masked(text, &names.find(text)),
            "Stronger than [a name is withheld]; Archer said so."
        );
    }
}
