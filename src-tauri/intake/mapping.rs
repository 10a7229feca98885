//! What each column of a file holds.

use serde::{Deserialize, Serialize};

/// What a column holds, as Fairhold understands it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Target {
    /// The whole name in one cell.
    FullName,
    /// Ms, Dr and the like.
    Title,
    /// Given name.
    Given,
    /// Middle names.
    Middle,
    /// Family name.
    Family,
    /// What the person likes to be called.
    PreferredName,
    /// One or several e-mail addresses.
    Email,
    /// One or several telephone numbers.
    Phone,
    /// A line, or lines, of the postal address.
    AddressLine,
    /// Town or city.
    City,
    /// County, state or country.
    Region,
    /// Postcode.
    Postcode,
    /// The vacancy's title.
    Vacancy,
    /// The day the person applied or their details came in.
    AppliedOn,
    /// The day the application was decided.
    OutcomeOn,
    /// The day the stage last changed: the day of the decision where the application has ended.
    LastChangedOn,
    /// The stage or status, live or ended.
    Stage,
    /// The stage reached before the application ended.
    StageReached,
    /// The status, where it stands beside a stage.
    Outcome,
    /// Why the application was turned down.
    RejectionReason,
    /// Where the person came from.
    Source,
    /// Which site, agency or referrer it was.
    SourceDetail,
    /// Free tags: one that names a source is read as the source, the others are not taken in.
    Tags,
    /// Not taken in.
    Ignore {
        /// Why not.
        because: NotTaken,
    },
}

impl Target {
    /// Whether the column says who a row is about.
    pub const fn identifies(self) -> bool {
        matches!(
            self,
            Self::FullName | Self::Given | Self::Family | Self::Email | Self::Phone
        )
    }

    /// Whether the column holds dates.
    pub const fn is_date(self) -> bool {
        matches!(
            self,
            Self::AppliedOn | Self::OutcomeOn | Self::LastChangedOn
        )
    }

    /// Why the column is not taken in, where it is not.
    pub const fn left_out(self) -> Option<NotTaken> {
        if let Self::Ignore { because } = self {
            Some(because)
        } else {
            None
        }
    }

    /// Whether the column is taken in at all.
    pub const fn is_taken(self) -> bool {
        !matches!(self, Self::Ignore { .. })
    }
}

/// Why a column is not taken in. Shown beside its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum NotTaken {
    /// The heading is not known; the user may choose what the column holds.
    UnknownHeading,
    /// Known, with no place in a record yet: notes, skills, salary, employer, links.
    NoPlaceYet,
    /// Nothing of use to a recruiting team: numbers and ratings of the other system.
    NotNeeded,
    /// Device, cookie or visit data: dropped at the door (RULEBOOK COL-07).
    DeviceAndVisit,
    /// Health, equality or criminal-record data: never taken in with a list of applicants (RULEBOOK S2).
    SpecialCategory,
    /// The user left it out.
    LeftOut,
}

/// What each column holds, in the file's order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Mapping {
    /// One target for each column.
    pub columns: Vec<Target>,
}

impl Mapping {
    /// The columns that hold `target`, in order.
    pub fn columns_of(&self, target: Target) -> impl Iterator<Item = usize> + '_ {
        self.columns
            .iter()
            .enumerate()
            .filter(move |(_, held)| **held == target)
            .map(|(column, _)| column)
    }

    /// Whether any column holds `target`.
    pub fn has(&self, target: Target) -> bool {
        self.columns.contains(&target)
    }

    /// Whether a column holds a name, without which nobody can be recorded.
    pub fn has_name(&self) -> bool {
        self.has(Target::FullName) || self.has(Target::Given) || self.has(Target::Family)
    }
}
