//! What was mended or dropped in a record that is taken in all the same.

/// Something the person importing may want to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Warning {
    /// An e-mail address is none and was dropped.
    BadEmail,
    /// A telephone number is none and was dropped.
    BadPhone,
    /// A cell a spreadsheet would run as a formula; what is kept of it is text.
    Formula,
    /// Control characters such as NUL were removed.
    ControlCharacters,
    /// There is neither an e-mail address nor a telephone number.
    NoContact,
    /// The only e-mail address is one a job board made to stand in.
    RelayOnly,
    /// The status is not one Fairhold knows; the application is taken as just received.
    UnknownStatus,
    /// The layout has no status; that the record was changed on a later day is taken as its ending.
    EndingInferred,
    /// The ending is dated before the application.
    EndedBeforeApplied,
    /// A text was too long and was dropped.
    TextTooLong,
    /// The same application stands in two rows and was taken once.
    RepeatedApplication,
}

impl Warning {
    /// Every warning.
    pub const ALL: [Self; 11] = [
        Self::BadEmail,
        Self::BadPhone,
        Self::Formula,
        Self::ControlCharacters,
        Self::NoContact,
        Self::RelayOnly,
        Self::UnknownStatus,
        Self::EndingInferred,
        Self::EndedBeforeApplied,
        Self::TextTooLong,
        Self::RepeatedApplication,
    ];

    /// A short code to quote and to find words by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::BadEmail => "bad-email",
            Self::BadPhone => "bad-phone",
            Self::Formula => "formula",
            Self::ControlCharacters => "control-characters",
            Self::NoContact => "no-contact",
            Self::RelayOnly => "relay-only",
            Self::UnknownStatus => "unknown-status",
            Self::EndingInferred => "ending-inferred",
            Self::EndedBeforeApplied => "ended-before-applied",
            Self::TextTooLong => "text-too-long",
            Self::RepeatedApplication => "repeated-application",
        }
    }

    const fn bit(self) -> u16 {
        match self {
            Self::BadEmail => 1,
            Self::BadPhone => 1 << 1,
            Self::Formula => 1 << 2,
            Self::ControlCharacters => 1 << 3,
            Self::NoContact => 1 << 4,
            Self::RelayOnly => 1 << 5,
            Self::UnknownStatus => 1 << 6,
            Self::EndingInferred => 1 << 7,
            Self::EndedBeforeApplied => 1 << 8,
            Self::TextTooLong => 1 << 9,
            Self::RepeatedApplication => 1 << 10,
        }
    }
}

/// The warnings of one row: each at most once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct RowWarnings(u16);

impl RowWarnings {
    pub(crate) fn add(&mut self, warning: Warning) {
        self.0 |= warning.bit();
    }

    pub(crate) fn merge(&mut self, other: Self) {
        self.0 |= other.0;
    }

    pub(crate) const fn has(self, warning: Warning) -> bool {
        self.0 & warning.bit() != 0
    }

    pub(crate) fn list(self) -> Vec<Warning> {
        Warning::ALL
            .into_iter()
            .filter(|warning| self.has(*warning))
            .collect()
    }
}

/// How many records each warning was given for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Warnings(std::collections::BTreeMap<Warning, usize>);

impl Warnings {
    pub(crate) fn count_row(&mut self, row: RowWarnings) {
        // Most rows have none, and this runs for every row.
        if row.0 != 0 {
            for warning in row.list() {
                self.count(warning);
            }
        }
    }

    pub(crate) fn count(&mut self, warning: Warning) {
        *self.0.entry(warning).or_default() += 1;
    }

    /// How many records `warning` was given for.
    pub fn of(&self, warning: Warning) -> usize {
        self.0.get(&warning).copied().unwrap_or_default()
    }

    /// The warnings given, with how often.
    pub fn iter(&self) -> impl Iterator<Item = (Warning, usize)> + '_ {
        self.0.iter().map(|(warning, times)| (*warning, *times))
    }
}
