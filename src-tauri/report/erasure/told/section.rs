//! What an auditor asks, section by section.

use std::collections::BTreeMap;

use domain::dates::plain;
use domain::figure::Figure;
use domain::number::{many, thousands};

use super::began;
use crate::document::Section;
use crate::erasure::{Checked, ErasureReport, Punctuality, Recipient, Tally};
use crate::words::{begun, class, rule, short_instant};

impl ErasureReport {
    pub(super) fn sections(&self) -> Vec<Section> {
        let mut sections = Vec::new();
        if self.runs.len() > 1 {
            sections.push(self.each_run());
        }
        if !self.runs.is_empty() {
            sections.extend([
                self.rules_section(),
                self.classes_section(),
                self.time_section(),
                self.checked_section(),
                self.kept_section(),
            ]);
        }
        sections.extend([self.recipients_section(), self.backups_section()]);
        if !self.runs.is_empty() {
            sections.push(self.circumstances_section());
        }
        sections.push(self.proof_section());
        sections
    }

    fn each_run(&self) -> Section {
        Section {
            title: "Each erasure".to_owned(),
            head: heads(&["Erasure", "When", "By", "Begun by", "People", "Found"]),
            figures: vec![4],
            widths: vec![3, 5, 6, 6, 4, 3],
            rows: self
                .runs
                .iter()
                .map(|run| {
                    vec![
                        run.number.clone(),
                        short_instant(run.at),
                        format!("{}, {}", run.by.name, run.by.role),
                        began(run),
                        run.people.words(),
                        "Nothing".to_owned(),
                    ]
                })
                .collect(),
            ..Section::default()
        }
    }

    fn rules_section(&self) -> Section {
        Section {
            title: "By which rule".to_owned(),
            words: vec![
                "Each person is counted once, under the rule that decided. A number from 1 to 4 is not shown, nor \
                 one from which it would follow, so that nobody can be told from it."
                    .to_owned(),
            ],
            head: heads(&["Rule", "What it is for", "People"]),
            figures: vec![2],
            widths: vec![2, 7, 4],
            rows: self
                .by_rule()
                .into_iter()
                .map(|(id, people)| vec![id.to_owned(), begun(rule(id)), people.words()])
                .collect(),
        }
    }

    fn classes_section(&self) -> Section {
        let mut figures: BTreeMap<_, Vec<Figure>> = BTreeMap::new();
        for line in self.runs.iter().flat_map(|run| &run.classes) {
            figures.entry(line.class).or_default().push(line.items);
        }
        let title = "By class of data";
        if figures.is_empty() {
            return Section::of_words(
                title,
                vec![
                    "Whole records went, with everything in them: name and contact details, applications and their \
                     history, permissions, places on the reserve list, sealed records and their keys, and every search \
                     entry. Their classes were not counted one by one."
                        .to_owned(),
                ],
            );
        }
        Section {
            title: title.to_owned(),
            head: heads(&["Class", "Items"]),
            figures: vec![1],
            widths: vec![7, 3],
            rows: figures
                .into_iter()
                .map(|(of, items)| vec![class(of).to_owned(), Tally::of(items).words()])
                .collect(),
            ..Section::default()
        }
    }

    fn time_section(&self) -> Section {
        let mut words = Vec::new();
        let mut rows = Vec::new();
        for run in &self.runs {
            match run.punctuality {
                Some(Punctuality {
                    on_the_day,
                    late,
                    most_days,
                }) => rows.push(vec![
                    run.number.clone(),
                    on_the_day.words(),
                    late.words(),
                    if late == Figure::Exactly(0) {
                        "–".to_owned()
                    } else {
                        many(most_days, "day", "days")
                    },
                ]),
                None => words.push(format!(
                    "{}: not written down, as the program was interrupted and finished the erasure later, or was of an \
                     earlier version.",
                    run.number
                )),
            }
        }
        words.insert(
            0,
            "Days are counted from the first on which nothing kept a record. The reason for a late one is always the \
             same: no sweep was run between that day and this erasure."
                .to_owned(),
        );
        Section {
            title: "On time".to_owned(),
            words,
            head: if rows.is_empty() {
                Vec::new()
            } else {
                heads(&["Erasure", "On the day", "Late", "Latest by"])
            },
            figures: vec![1, 2, 3],
            widths: vec![3, 3, 3, 3],
            rows,
        }
    }

    fn checked_section(&self) -> Section {
        Section {
            title: "What was verified".to_owned(),
            words: vec![
                "After each erasure the log was emptied, and a reader that does not use the database’s own programs \
                 decrypted every page of the database and its log, and read every file in the store’s folder, for the \
                 names, addresses, numbers and other words of those erased, whole and in part. An erasure is called \
                 verified only when nothing was found."
                    .to_owned(),
            ],
            head: heads(&["Erasure", "Pages", "Files", "Bytes", "Looked for", "Found"]),
            figures: vec![1, 2, 3, 4, 5],
            widths: vec![3, 3, 2, 4, 4, 2],
            rows: self
                .runs
                .iter()
                .map(|run| {
                    let Checked {
                        pages,
                        files,
                        bytes,
                        words,
                        ..
                    } = run.checked;
                    vec![
                        run.number.clone(),
                        thousands(pages),
                        thousands(files),
                        thousands(bytes),
                        words.map_or_else(
                            || "all their words".to_owned(),
                            |words| many(words, "word", "words"),
                        ),
                        "0".to_owned(),
                    ]
                })
                .collect(),
        }
    }

    fn kept_section(&self) -> Section {
        let title = "Kept in spite of their date";
        let rows: Vec<Vec<String>> = self
            .runs
            .iter()
            .flat_map(|run| {
                run.kept.iter().flatten().map(|kept| {
                    vec![
                        run.number.clone(),
                        begun(&kept.because),
                        match &kept.law {
                            Some(law) => format!("{}; {law}", kept.rule),
                            None => kept.rule.clone(),
                        },
                        kept.people.words(),
                        kept.review_by.map_or_else(|| "–".to_owned(), plain),
                    ]
                })
            })
            .collect();
        if rows.is_empty() {
            let words = if self.runs.iter().any(|run| run.kept.is_none()) {
                "Not written down for every erasure: the program was interrupted, or was of an earlier version."
            } else {
                "Nobody whose day had come was kept."
            };
            return Section::of_words(title, vec![words.to_owned()]);
        }
        Section {
            title: title.to_owned(),
            words: vec![
                "These records were past their day and kept whole, for what keeps them and nothing else.".to_owned(),
            ],
            head: heads(&["Erasure", "What keeps them", "Rule and law", "People", "Looked at by"]),
            figures: vec![3],
            widths: vec![3, 6, 6, 3, 4],
            rows,
        }
    }

    fn recipients_section(&self) -> Section {
        let title = "Recipients";
        if self.recipients.is_empty() {
            return Section::of_words(
                title,
                vec![
                    "None recorded: the program has no record that anything of those erased was given to anybody \
                     outside, so nobody has to be told (UK GDPR Art 19). Such a record is kept for six years after \
                     its recipient was told."
                        .to_owned(),
                ],
            );
        }
        Section {
            title: title.to_owned(),
            words: vec![
                "Who was given something of those erased is told that it was erased (UK GDPR Art 19), within 14 days \
                 (rule ERA-06). A record that several recipients were given something of counts for each."
                    .to_owned(),
            ],
            head: heads(&["Erasure", "Recipients", "How many", "Records", "Told"]),
            figures: vec![2, 3],
            widths: vec![3, 6, 3, 4, 5],
            rows: self
                .recipients
                .iter()
                .map(|one| {
                    vec![
                        one.erasure.clone(),
                        begun(&one.category),
                        thousands(one.number),
                        one.records.words(),
                        one.told_words(),
                    ]
                })
                .collect(),
        }
    }

    fn backups_section(&self) -> Section {
        let words = match self.backups_until {
            Some(until) => format!(
                "Backups made before may still hold those erased until {}. Until then they are beyond use: not \
                 restored for use, and a restored one erases them again before anybody can sign in.",
                plain(until)
            ),
            None => "The program has made no backup that could still hold those erased. Copies of the folder that \
                     somebody made by other means are not known to it."
                .to_owned(),
        };
        Section::of_words("Backups", vec![words])
    }

    fn circumstances_section(&self) -> Section {
        let told = |text: &Option<String>| {
            text.clone()
                .unwrap_or_else(|| "not written down".to_owned())
        };
        Section {
            title: "In the journal".to_owned(),
            words: vec![
                "Each erasure stands in the journal of the store, whose entries are chained by hashes; so do the \
                 policy and the version of the program it was done by."
                    .to_owned(),
            ],
            head: heads(&["Erasure", "Entry", "Hash of the entry", "Program", "Policy"]),
            figures: vec![1],
            widths: vec![3, 2, 7, 3, 7],
            rows: self
                .runs
                .iter()
                .map(|run| {
                    vec![
                        run.number.clone(),
                        run.entry.map_or_else(|| "–".to_owned(), |entry| entry.to_string()),
                        in_groups(run.entry_hash.as_deref().unwrap_or("–")),
                        told(&run.program),
                        told(&run.policy),
                    ]
                })
                .collect(),
        }
    }

    fn proof_section(&self) -> Section {
        Section::of_words(
            "How to verify this report",
            vec![
                format!(
                    "This file carries a signature over every byte of it, made with the key of {} (Ed25519), with the \
                     last entry of the journal at that moment. The fingerprint of the key is {}.",
                    self.made_by.name, self.key
                ),
                "On any computer with Fairhold, “fairhold-cli verify report FILE” says whether the file is as it was \
                 made, by whose key and when; with “--store FOLDER” it also says whether the store knows that key, and \
                 whether the store’s journal has that entry."
                    .to_owned(),
                "A printed copy proves nothing by itself: ask for the file.".to_owned(),
            ],
        )
    }
}

impl Recipient {
    /// Whether they were told, or by when they are: "by 7 December 2026", "2 told, the others by 7 December 2026".
    fn told_words(&self) -> String {
        match self.told {
            told if told >= self.number => "told".to_owned(),
            0 => format!("by {}", plain(self.by)),
            told => format!("{} told, the others by {}", thousands(told), plain(self.by)),
        }
    }
}

/// A long run of letters in groups of eight, between which a line may end.
fn in_groups(text: &str) -> String {
    let mut grouped = String::new();
    for (place, letter) in text.chars().enumerate() {
        if place > 0 && place % 8 == 0 {
            grouped.push(' ');
        }
        grouped.push(letter);
    }
    grouped
}

fn heads(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
