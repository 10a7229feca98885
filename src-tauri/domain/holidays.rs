//! Working days: bank holidays as data, one list a nation (RULEBOOK T-05, T-08).
//!
//! Only answers to people roll to a working day (UK GDPR Art 4A; DPA 2018 s.205(2)). The end of a period of
//! keeping never does, nor the 72 hours, nor training, nor a target of our own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::dates::days_after;

/// The United Kingdom's lists of bank holidays.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Nation {
    /// England and Wales.
    #[default]
    EnglandAndWales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

impl Nation {
    /// Every nation.
    pub const ALL: [Self; 3] = [Self::EnglandAndWales, Self::Scotland, Self::NorthernIreland];

    /// The word GOV.UK, the store and files use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::EnglandAndWales => "england-and-wales",
            Self::Scotland => "scotland",
            Self::NorthernIreland => "northern-ireland",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|nation| nation.code() == code)
    }
}

/// One nation's working days, as far as its list reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    holidays: BTreeSet<NaiveDate>,
    until: NaiveDate,
}

/// A date rolled to a working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rolled {
    /// The date, or the next working day.
    pub date: NaiveDate,
    /// Whether the list of bank holidays doesn't reach so far: computed with weekends only, and to be shown as
    /// such (T-08).
    pub beyond_data: bool,
}

impl Calendar {
    /// A calendar with these holidays, whose list is complete until the last day of a year or an earlier day.
    pub fn new(holidays: impl IntoIterator<Item = NaiveDate>, until: NaiveDate) -> Self {
        Self {
            holidays: holidays.into_iter().collect(),
            until,
        }
    }

    /// The last day the list covers.
    pub const fn until(&self) -> NaiveDate {
        self.until
    }

    /// Whether a day is neither Saturday nor Sunday nor a bank holiday (T-05).
    pub fn is_working(&self, date: NaiveDate) -> bool {
        !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && !self.holidays.contains(&date)
    }

    /// The date itself if it is a working day, else the next that is (T-05; Regulation 1182/71 Art 3(4)).
    pub fn roll(&self, date: NaiveDate) -> Rolled {
        let mut rolled = date;
        while !self.is_working(rolled) && rolled < NaiveDate::MAX {
            rolled = days_after(rolled, 1);
        }
        Rolled {
            date: rolled,
            beyond_data: rolled > self.until,
        }
    }
}

/// The lists of every nation, with where they came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BankHolidays {
    calendars: BTreeMap<Nation, Calendar>,
    /// Where the lists came from, and what in them is provisional.
    provenance: String,
}

/// Why a file of bank holidays was not taken.
#[derive(Debug, Error)]
pub enum HolidaysError {
    /// Not the JSON of such a file.
    #[error("not a file of bank holidays: {0}")]
    Format(#[from] serde_json::Error),
    /// No list for a nation.
    #[error("no list for {}", .0.code())]
    Missing(Nation),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "format")]
    _format: FormatOne,
    source: String,
    provenance: String,
    #[serde(rename = "provisional_from")]
    _provisional_from: Option<NaiveDate>,
    until: NaiveDate,
    bank_holidays: BTreeMap<Nation, Vec<NaiveDate>>,
}

/// The number 1, and nothing else.
#[derive(Deserialize)]
#[serde(try_from = "u32")]
struct FormatOne;

impl TryFrom<u32> for FormatOne {
    type Error = String;

    fn try_from(number: u32) -> Result<Self, String> {
        if number == 1 {
            Ok(Self)
        } else {
            Err(format!(
                "format {number} is not known; this program reads format 1"
            ))
        }
    }
}

static SHIPPED: LazyLock<BankHolidays> =
    LazyLock::new(|| BankHolidays::parse(include_str!("bank-holidays.json")).unwrap_or_default());

/// What a nation without a list has: weekends only, and every date beyond the data.
static NO_LIST: Calendar = Calendar {
    holidays: BTreeSet::new(),
    until: NaiveDate::MIN,
};

impl BankHolidays {
    /// The lists this program ships: GOV.UK's for 2024 to 2028.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Reads a file that replaces the shipped lists.
    ///
    /// # Errors
    /// [`HolidaysError`] when it is no such file or lacks a nation.
    pub fn parse(json: &str) -> Result<Self, HolidaysError> {
        let file: File = serde_json::from_str(json)?;
        if let Some(nation) = Nation::ALL
            .into_iter()
            .find(|nation| !file.bank_holidays.contains_key(nation))
        {
            return Err(HolidaysError::Missing(nation));
        }
        let provenance = format!("{} {}", file.source, file.provenance);
        let calendars = file
            .bank_holidays
            .into_iter()
            .map(|(nation, days)| (nation, Calendar::new(days, file.until)))
            .collect();
        Ok(Self {
            calendars,
            provenance,
        })
    }

    /// The same lists, with some replaced.
    #[must_use]
    pub fn replaced(mut self, calendars: impl IntoIterator<Item = (Nation, Calendar)>) -> Self {
        self.calendars.extend(calendars);
        self
    }

    /// One nation's working days. Without a list, weekends only, and every date is beyond the data.
    pub fn of(&self, nation: Nation) -> &Calendar {
        self.calendars.get(&nation).unwrap_or(&NO_LIST)
    }

    /// Where the lists came from.
    pub fn provenance(&self) -> &str {
        &self.provenance
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_lists_are_there_for_every_nation() {
        for nation in Nation::ALL {
            let calendar = BankHolidays::shipped().of(nation);
            assert!(
                calendar.holidays.len() >= 40,
                "{} has its days",
                nation.code()
            );
            assert_eq!(
                calendar.until(),
                NaiveDate::from_ymd_opt(2028, 12, 31).unwrap()
            );
        }
        assert!(BankHolidays::shipped().provenance().contains("gov.uk"));
    }

    #[test]
    fn a_date_past_the_list_warns_and_rolls_over_weekends_only() {
        let calendar = BankHolidays::shipped().of(Nation::EnglandAndWales);
        let new_year = NaiveDate::from_ymd_opt(2029, 1, 1).unwrap();
        assert_eq!(
            calendar.roll(new_year),
            Rolled {
                date: new_year,
                beyond_data: true
            }
        );
        let last = NaiveDate::from_ymd_opt(2028, 12, 29).unwrap();
        assert_eq!(
            calendar.roll(last),
            Rolled {
                date: last,
                beyond_data: false
            }
        );
    }

    #[test]
    fn a_file_that_lacks_a_nation_or_is_of_another_format_is_refused() {
        let lacks = r#"{"format":1,"source":"","provenance":"","provisional_from":null,"until":"2028-12-31","bank_holidays":{"scotland":[]}}"#;
        assert!(matches!(
            BankHolidays::parse(lacks),
            Err(HolidaysError::Missing(Nation::EnglandAndWales))
        ));
        let newer = lacks.replace("\"format\":1", "\"format\":2");
        let error = BankHolidays::parse(&newer).unwrap_err().to_string();
        assert!(error.contains("reads format 1"), "{error}");
        assert!(BankHolidays::parse("{").is_err());
    }

    #[test]
    fn rolling_ends_at_the_last_date_there_is() {
        let calendar = BankHolidays::shipped().of(Nation::Scotland);
        assert_eq!(calendar.roll(NaiveDate::MAX).date, NaiveDate::MAX);
    }
}
