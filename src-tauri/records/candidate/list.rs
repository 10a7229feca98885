//! Lists of candidates, held open by the sign-in so that any part of one can be read at once.

use chrono::NaiveDate;
use domain::access::{self, Shown, Sight};
use domain::retention::review_until;
use domain::text::Email;
use store::{Direction, OutcomeFilter, SortBy};

use super::open::withheld;
use super::{
    CandidateColumn, CandidateFilter, CandidateListView, CandidateRow, CandidateRows,
    CandidateSort, LatestApplication, ListCandidates, Progress, ReadCandidates, RetentionFilter,
};
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::view::number;

/// Rows that come with the opening of a list.
const FIRST_ROWS: usize = 50;

/// The most rows one reading gives.
const MOST_ROWS: usize = 200;

/// Opens a list of the candidates this viewer may see.
///
/// # Errors
/// When the store can't be read.
pub fn list(desk: &ReadDesk<'_>, request: ListCandidates) -> Result<CandidateListView, Error> {
    let permit = desk.permit_over_all::<access::ListCandidates>()?;
    let found = desk.records.candidate_list(
        &permit,
        &filter(request.filter, desk.today),
        sort(request.sort),
    )?;
    let page = desk
        .records
        .candidate_page(&permit, &found, 0..FIRST_ROWS, desk.today)?;
    let total = number(found.len());
    let mut held = desk.session.held();
    let list = held.number();
    held.list = Some((list, found));
    Ok(CandidateListView {
        list,
        total,
        rows: page.into_iter().map(|line| row(line, desk.today)).collect(),
    })
}

/// Reads a part of the open list.
///
/// # Errors
/// [`Error::NotFound`] when another list was opened since.
pub fn read(desk: &ReadDesk<'_>, request: ReadCandidates) -> Result<CandidateRows, Error> {
    let permit = desk.permit_over_all::<access::ListCandidates>()?;
    let held = desk.session.held();
    let Some((_, found)) = held.list.as_ref().filter(|(list, _)| *list == request.list) else {
        return Err(Error::NotFound);
    };
    let start = usize::try_from(request.start).unwrap_or(usize::MAX);
    let count = usize::try_from(request.count)
        .unwrap_or(usize::MAX)
        .min(MOST_ROWS);
    let page = desk.records.candidate_page(
        &permit,
        found,
        start..start.saturating_add(count),
        desk.today,
    )?;
    Ok(CandidateRows {
        rows: page.into_iter().map(|line| row(line, desk.today)).collect(),
    })
}

/// A line of the store as this viewer sees it.
pub(crate) fn row(line: store::CandidateRow, today: NaiveDate) -> CandidateRow {
    let due = line.blocked == Some(false) && line.erase_on.is_some_and(|date| date <= today);
    CandidateRow {
        candidate: line.id,
        name: line.called.full(),
        preferred_name: line.called.preferred().map(|name| name.as_str().to_owned()),
        blind: line.sight == Sight::Blind,
        email: Shown::under(line.sight, line.email.map(|email: Email| email.into())),
        source: line
            .source
            .map_or_else(|| withheld(line.sight), |value| Shown::Shown { value }),
        received_on: line.received_on,
        latest: line.latest.map(|latest| LatestApplication {
            application: latest.id,
            vacancy_title: latest.title.into(),
            stage: latest.stage,
            outcome: latest.outcome,
        }),
        applications: number(line.applications),
        erase_on: Shown::under(line.sight, line.erase_on),
        due: line.sight == Sight::Full && due,
        on_reserve_list: line.on_reserve_list.unwrap_or(false),
    }
}

fn filter(filter: CandidateFilter, today: NaiveDate) -> store::CandidateFilter {
    store::CandidateFilter {
        text: filter.text,
        vacancy: filter.vacancy,
        stage: filter.stage,
        outcome: match filter.progress {
            Progress::Any => OutcomeFilter::Any,
            Progress::Live => OutcomeFilter::Running,
            Progress::Ended => OutcomeFilter::Ended,
            Progress::None => OutcomeFilter::NeverApplied,
        },
        source: filter.source,
        retention: match filter.retention {
            RetentionFilter::Any => store::RetentionFilter::Any,
            RetentionFilter::Due => store::RetentionFilter::Due(today),
            RetentionFilter::Soon => store::RetentionFilter::Within(review_until(today)),
            RetentionFilter::NoDate => store::RetentionFilter::NoDate,
        },
        reserve_on: filter.on_reserve_list.then_some(today),
        lacks_notice: filter.lacks_notice,
    }
}

const fn sort(sort: CandidateSort) -> store::CandidateSort {
    store::CandidateSort {
        by: match sort.by {
            CandidateColumn::Name => SortBy::Name,
            CandidateColumn::ReceivedOn => SortBy::ReceivedOn,
            CandidateColumn::EraseOn => SortBy::EraseOn,
        },
        direction: if sort.descending {
            Direction::Descending
        } else {
            Direction::Ascending
        },
    }
}
