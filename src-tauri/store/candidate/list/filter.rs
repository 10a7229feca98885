//! What a list is asked for: whom it shows, in which order.

use chrono::NaiveDate;
use domain::application::Stage;
use domain::id::VacancyId;
use domain::source::SourceCategory;

/// What a list is narrowed to. Everything that is set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CandidateFilter {
    /// What was typed into the search field.
    pub text: String,
    /// Those who applied for this vacancy.
    pub vacancy: Option<VacancyId>,
    /// Those with a running application at this stage.
    pub stage: Option<Stage>,
    /// Those with an application that stands like this.
    pub outcome: OutcomeFilter,
    /// Those from this source.
    pub source: Option<SourceCategory>,
    /// By the day the record goes. Anything but `Any` finds only records under full sight.
    pub retention: RetentionFilter,
    /// Those on the reserve list on a day. Finds only records under full sight.
    pub reserve_on: Option<NaiveDate>,
    /// Those of whom nothing says that they were given the privacy notice, or need not be. Finds only records under full
    /// sight.
    pub lacks_notice: bool,
}

/// How an application stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OutcomeFilter {
    /// In any way.
    #[default]
    Any,
    /// Not at all: somebody who never applied, as far as the scope shows.
    NeverApplied,
    /// Running.
    Running,
    /// Ended, in whatever way.
    Ended,
}

/// By the day a record goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RetentionFilter {
    /// Any.
    #[default]
    Any,
    /// Due on this day: the date has come and nothing blocks.
    Due(NaiveDate),
    /// The date has come by this day, and something blocks.
    Kept(NaiveDate),
    /// Goes on this day or before.
    Within(NaiveDate),
    /// Goes after the first day, on the last or before, nothing keeps it, and nobody looked at it for the day it goes.
    ToReview {
        /// The first.
        today: NaiveDate,
        /// The last.
        until: NaiveDate,
    },
    /// Has no date: an application runs.
    NoDate,
}

/// What a list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// Family name, then given names.
    #[default]
    Name,
    /// The day the details came in.
    ReceivedOn,
    /// The day the record goes; records without a date come last either way.
    EraseOn,
    /// Source.
    Source,
    /// When the record was added.
    Added,
}

/// Which way a list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// A to Z, oldest first.
    #[default]
    Ascending,
    /// Z to A, newest first.
    Descending,
}

/// What a list is sorted by, and which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CandidateSort {
    /// By what.
    pub by: SortBy,
    /// Which way.
    pub direction: Direction,
}
