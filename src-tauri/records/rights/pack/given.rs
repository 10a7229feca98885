//! The pack as it is given: without the names and references that a person withheld.

use std::collections::BTreeMap;

use domain::document::DocumentKind;
use domain::rights::{MASK, masked};
use domain::text::fold;
use report::{AccessPack, PackPaper, PackSection, PackText, Withheld};
use store::{RequestRecord, WithheldPart};

use super::build::{HeldPack, file_key, mark};
use super::words::{kind_word, media_ending};
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::report::{operator, organisation};
use crate::rights::number_of;

const OTHERS: &str = "another person would be known by it, who has not agreed (Data Protection Act 2018, Schedule 2, paragraph 16)";
const IN_CONFIDENCE: &str =
    "given in confidence (Data Protection Act 2018, Schedule 2, paragraph 24)";

/// The pack as it is given, with what was decided to be withheld.
pub(super) fn pack(
    desk: &ReadDesk<'_>,
    record: &RequestRecord,
    held: &HeldPack,
    decided: &BTreeMap<&str, bool>,
) -> Result<AccessPack, Error> {
    let request = record.id;
    let is_masked = |key: &str, name: &str| {
        decided
            .get(mark(request, key, &fold(name)).as_str())
            .copied()
            .unwrap_or(true)
    };
    let without_names = |key: &str, text: &str| {
        let ranges: Vec<_> = held
            .names
            .find(text)
            .into_iter()
            .filter(|range| is_masked(key, text.get(range.clone()).unwrap_or_default()))
            .collect();
        (masked(text, &ranges), ranges.len())
    };
    let mut withheld = held.withheld.clone();
    let mut sections = Vec::new();
    for table in &held.tables {
        let mut names = 0;
        let lines = table
            .lines
            .iter()
            .map(|line| {
                line.values
                    .iter()
                    .map(|value| {
                        let text = if value.free {
                            let key = format!("{}/{}", line.key, value.label);
                            let (text, more) = without_names(&key, &value.value);
                            names += more;
                            text
                        } else {
                            value.value.clone()
                        };
                        (value.label.clone(), text)
                    })
                    .collect()
            })
            .collect();
        if names > 0 {
            withheld.push(WithheldPart {
                kind: format!("names of others in: {}", table.title),
                because: OTHERS.to_owned(),
                count: names,
            });
        }
        sections.push(PackSection {
            title: table.title.to_owned(),
            lines,
        });
    }
    let (mut papers, mut texts) = (Vec::new(), Vec::new());
    let mut confidential = 0;
    for file in &held.files {
        let key = file_key(file);
        if file.kind == DocumentKind::Reference && is_masked(&key, "") {
            confidential += 1;
            continue;
        }
        let what = kind_word(file.kind);
        let words = file.words.as_ref().map(|words| without_names(&key, words));
        match words {
            Some((words, names)) if names > 0 => {
                texts.push(PackText {
                    what: what.to_owned(),
                    words,
                });
                withheld.push(WithheldPart {
                    kind: format!("names of others in a document ({what}), which is given by its words with {MASK}"),
                    because: OTHERS.to_owned(),
                    count: names,
                });
            }
            Some(_) | None => papers.push(PackPaper {
                name: format!(
                    "{:02}-{}.{}",
                    papers.len() + 1,
                    file.kind.code(),
                    media_ending(file.media)
                ),
                what: what.to_owned(),
                bytes: file.content.to_vec(),
            }),
        }
    }
    if confidential > 0 {
        withheld.push(WithheldPart {
            kind: "references".to_owned(),
            because: IN_CONFIDENCE.to_owned(),
            count: confidential,
        });
    }
    papers.extend(held.copies.iter().cloned());
    Ok(AccessPack {
        organisation: organisation(desk)?,
        number: number_of(record.number),
        name: held.name.clone(),
        received_on: record.case.received_on,
        at: desk.now,
        by: operator(desk)?,
        sections,
        texts,
        papers,
        withheld: withheld
            .into_iter()
            .map(|part| Withheld {
                kind: part.kind,
                because: part.because,
                count: part.count,
            })
            .collect(),
    })
}
