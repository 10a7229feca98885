//! The report in words: a page for a director, then what an auditor asks.

mod section;

use std::collections::BTreeMap;

use domain::dates::plain;
use domain::figure::Figure;
use domain::number::{many, thousands};

use super::{ErasureReport, Punctuality, Run, Tally, Trigger};
use crate::document::{Document, Fact};
use crate::words::{begun, rule, short_instant, written_instant};

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
}

fn began(run: &Run) -> String {
    let began = match run.trigger {
        Some(Trigger::Sweep) => "a sweep of everybody whose day had come",
        Some(Trigger::Chosen) => "a choice of people, each due by a rule",
        Some(Trigger::Request) => "a request for erasure, decided part by part",
        None => "not written down",
    };
    let as_of = run
        .as_of
        .map(|day| format!(", as of {}", plain(day)))
        .unwrap_or_default();
    begun(&format!("{began}{as_of}"))
}

fn count<T>(of: &[T]) -> u64 {
    u64::try_from(of.len()).unwrap_or(u64::MAX)
}
