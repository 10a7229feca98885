//! The report in words: a page for a director, then what an auditor asks.

use std::collections::BTreeMap;

use domain::dates::plain;
use domain::figure::Figure;
use domain::number::{many, thousands};

use super::{Checked, ErasureReport, Punctuality, Recipient, Run, Tally, Trigger};
use crate::document::{Document, Fact, Section};
use crate::words::{begun, class, rule, short_instant, written_instant};

impl Tally {
    /// In words: "14", "fewer than 5", "27, and fewer than 5 in each of 2 more erasures".
    pub(crate) fn words(self) -> String {
        let each = |figure: Figure, number: u64, more: &str| match number {
            0 => None,
            1 => Some(format!("{} in one{more} erasure", figure.words())),
            _ => Some(format!(
                "{} in each of {number}{more} erasures",
                figure.words()
            )),
        };
        match (self.shown, self.fewer, self.more) {
            (shown, 0, 0) => thousands(shown),
            (0, 1, 0) => Figure::FewerThanFive.words(),
            (0, 0, 1) => Figure::FiveOrMore.words(),
            (shown, fewer, more) => {
                let rest = if shown > 0 { " more" } else { "" };
                let parts = [
                    (shown > 0).then(|| thousands(shown)),
                    each(Figure::FiveOrMore, more, rest),
                    each(Figure::FewerThanFive, fewer, rest),
                ];
                parts
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(", and ")
            }
        }
    }

    /// As the beginning of a headline: "14 people", "Fewer than 5 people", "At least 32 people".
    fn headline(self) -> String {
        match (self.shown, self.fewer, self.more) {
            (1, 0, 0) => "1 person".to_owned(),
            (shown, 0, 0) => format!("{} people", thousands(shown)),
            (0, 1, 0) => "Fewer than 5 people".to_owned(),
            (shown, fewer, more) => format!(
                "At least {} people",
                thousands(
                    shown
                        .saturating_add(fewer)
                        .saturating_add(more.saturating_mul(5))
                )
            ),
        }
    }
}

impl ErasureReport {
    /// The report in words.
    pub fn document(&self) -> Document {
        Document {
            title: match self.period {
                Some(_) => "Erasures of a period".to_owned(),
                None => "Erasure report".to_owned(),
            },
            number: match self.period {
                Some(period) => format!("{} to {}", plain(period.from), plain(period.to)),
                None => self.number.clone(),
            },
            organisation: self.organisation.clone(),
            headline: self.headline(),
            lede: self.lede(),
            facts: self.facts(),
            sections: self.sections(),
            foot: format!(
                "{} · {} · made {} by Fairhold {}",
                self.organisation,
                self.number,
                short_instant(self.made_at),
                self.program
            ),
        }
    }

    fn people(&self) -> Tally {
        Tally::of(self.runs.iter().map(|run| run.people))
    }

    fn headline(&self) -> String {
        if self.people() == Tally::default() {
            return "Nobody was erased.".to_owned();
        }
        format!(
            "{} erased. Nothing of them was found.",
            self.people().headline()
        )
    }

    fn lede(&self) -> Vec<String> {
        let mut lede = Vec::new();
        if let [run] = self.runs.as_slice() {
            lede.push(format!(
                "On {} their records reached the end of the time for which they may be kept, and were erased from the \
                 records of {}. Every page and file was then searched for what might be left.",
                plain(run.on),
                self.organisation
            ));
        } else if !self.runs.is_empty() {
            lede.push(format!(
                "{}. After each, every page and file was searched for what might be left.",
                begun(&many(count(&self.runs), "erasure", "erasures"))
            ));
        } else if self.not_verified == 0 {
            lede.push("No erasure was done in these days.".to_owned());
        }
        if self.not_verified > 0 {
            lede.push(format!(
                "Not in this report: {} whose verification found something, or is not finished. The journal says \
                 which.",
                many(self.not_verified, "erasure", "erasures")
            ));
        }
        lede
    }

    fn facts(&self) -> Vec<Fact> {
        let mut facts = vec![
            Fact::new("Report", self.number.clone()),
            Fact::new("Controller", self.organisation.clone()),
        ];
        if let Some(period) = self.period {
            facts.push(Fact::new(
                "Period",
                format!(
                    "{} to {}, both days included",
                    plain(period.from),
                    plain(period.to)
                ),
            ));
        }
        if let [run] = self.runs.as_slice() {
            facts.extend([
                Fact::new("Erased", written_instant(run.at)),
                Fact::new("By", format!("{}, {}", run.by.name, run.by.role)),
                Fact::new("Begun by", began(run)),
            ]);
        }
        facts.push(Fact::new("People", begun(&self.people().words())));
        if !self.runs.is_empty() {
            facts.extend([
                Fact::new("Rules", self.rules_in_a_line()),
                Fact::new("On time", self.on_time()),
                Fact::new("Found afterwards", "Nothing"),
                Fact::new("Kept in spite of their date", self.kept_in_a_line()),
            ]);
        }
        facts.extend([
            Fact::new("Report made", written_instant(self.made_at)),
            Fact::new(
                "Report made by",
                format!("{}, {}", self.made_by.name, self.made_by.role),
            ),
        ]);
        facts
    }

    fn by_rule(&self) -> BTreeMap<&str, Tally> {
        let mut figures: BTreeMap<&str, Vec<Figure>> = BTreeMap::new();
        for line in self.runs.iter().flat_map(|run| &run.rules) {
            figures.entry(&line.rule).or_default().push(line.people);
        }
        figures
            .into_iter()
            .map(|(rule, figures)| (rule, Tally::of(figures)))
            .collect()
    }

    fn rules_in_a_line(&self) -> String {
        let rules: Vec<String> = self
            .by_rule()
            .into_keys()
            .map(|id| format!("{id} ({})", rule(id)))
            .collect();
        rules.join("; ")
    }

    fn on_time(&self) -> String {
        let known: Vec<Punctuality> = self.runs.iter().filter_map(|run| run.punctuality).collect();
        if known.len() < self.runs.len() {
            return "Not written down for every erasure".to_owned();
        }
        let late = Tally::of(known.iter().map(|one| one.late));
        if late == Tally::default() {
            return "Everybody went on the first day they were due".to_owned();
        }
        let most = known
            .iter()
            .map(|one| one.most_days)
            .max()
            .unwrap_or_default();
        format!(
            "Late: {}; at most {}",
            late.words(),
            many(most, "day", "days")
        )
    }

    fn kept_in_a_line(&self) -> String {
        if self.runs.iter().any(|run| run.kept.is_none()) {
            return "Not written down for every erasure".to_owned();
        }
        let mut because: Vec<&str> = self
            .runs
            .iter()
            .flat_map(|run| run.kept.iter().flatten())
            .map(|kept| kept.because.as_str())
            .collect();
        because.sort_unstable();
        because.dedup();
        if because.is_empty() {
            "Nobody".to_owned()
        } else {
            begun(&because.join("; "))
        }
    }

    fn sections(&self) -> Vec<Section> {
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

fn began(run: &Run) -> String {
    let began = match run.trigger {
        Some(Trigger::Sweep) => "a sweep of everybody whose day had come",
        Some(Trigger::Chosen) => "a choice of people, each due by a rule",
        None => "not written down",
    };
    let as_of = run
        .as_of
        .map(|day| format!(", as of {}", plain(day)))
        .unwrap_or_default();
    begun(&format!("{began}{as_of}"))
}

fn heads(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn count<T>(of: &[T]) -> u64 {
    u64::try_from(of.len()).unwrap_or(u64::MAX)
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
