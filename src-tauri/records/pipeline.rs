//! The pipeline in figures, of one vacancy or of every one that the viewer has a part in: as much as a picture may show.

use chrono::{Datelike, Months, NaiveDate};
use domain::access::{self, Action, Permit};
use domain::application::Stage;
use domain::figure::{Figure, figures};
use domain::id::VacancyId;
use domain::pipeline::{StayLength, Step, funnel_of_all, stay_length};
use domain::source::SourceCategory;
use domain::statistics::FEWEST;
use serde::{Deserialize, Serialize};

use crate::desk::ReadDesk;
use crate::error::Error;
use crate::view::number;

/// For how many months permissions that end are counted, this one among them.
const MONTHS: u32 = 12;

/// Which pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReadPipeline {
    /// Of one vacancy; of all this viewer may see where none is named.
    pub vacancy: Option<VacancyId>,
}

/// A pipeline in figures. A count that may not be shown is null.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PipelineView {
    /// Fewer than this are not counted out.
    pub fewest: u32,
    /// How many applications came as far as each step, or further.
    pub funnel: Vec<FunnelStep>,
    /// How long applications stayed at each stage that they left.
    pub stays: Vec<StageStay>,
    /// Where people came from; none where this viewer sees nobody's source.
    pub sources: Option<SourceMix>,
    /// The permissions that end in the coming months; none for one vacancy, and for those who may not know of them.
    pub permissions: Option<PermissionsEnding>,
}

/// A step of the funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct FunnelStep {
    /// Which.
    pub step: Step,
    /// How many came as far, or further.
    pub count: Option<u32>,
}

/// How long applications stayed at a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct StageStay {
    /// Which stage.
    pub stage: Stage,
    /// In days; none where fewer than five left it.
    pub length: Option<StayLength>,
}

/// Where people came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SourceMix {
    /// All of them.
    pub total: Figure,
    /// By source, the most first.
    pub sources: Vec<SourceFigure>,
}

/// How many came from a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SourceFigure {
    /// Which.
    pub source: SourceCategory,
    /// How many.
    pub figure: Figure,
}

/// The permissions that end in the coming months.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PermissionsEnding {
    /// All of them.
    pub total: Figure,
    /// By month, this one first.
    pub months: Vec<MonthFigure>,
}

/// How many permissions end in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct MonthFigure {
    /// The month's first day; of this month today.
    pub from: NaiveDate,
    /// How many.
    pub figure: Figure,
}

/// A pipeline in figures.
///
/// # Errors
/// A refusal for those without a part in the vacancy.
pub fn read(desk: &ReadDesk<'_>, request: ReadPipeline) -> Result<PipelineView, Error> {
    if let Some(vacancy) = request.vacancy {
        let permit = desk.permit_on_vacancy::<access::ReadVacancy>(vacancy)?;
        return view(desk, &permit, None);
    }
    let permit = desk.permit_over_all::<access::ListCandidates>()?;
    view(desk, &permit, permissions(desk)?)
}

fn view<A: Action>(
    desk: &ReadDesk<'_>,
    permit: &Permit<A>,
    permissions: Option<PermissionsEnding>,
) -> Result<PipelineView, Error> {
    let shown = funnel_of_all_or_one(&desk.records.reached(permit)?, permit.vacancy().is_some());
    let stays = desk.records.stays(permit)?;
    let sources = desk.records.sources(permit)?;
    Ok(PipelineView {
        fewest: number(FEWEST),
        funnel: Step::ALL
            .into_iter()
            .zip(shown)
            .map(|(step, count)| FunnelStep {
                step,
                count: count.map(number),
            })
            .collect(),
        stays: Stage::ALL
            .into_iter()
            .map(|stage| StageStay {
                stage,
                length: stays.get(&stage).and_then(|stays| stay_length(stays)),
            })
            .collect(),
        sources: sources.map(mix),
        permissions,
    })
}

fn funnel_of_all_or_one(vacancies: &[domain::pipeline::Reached], one: bool) -> Vec<Option<u64>> {
    if one {
        let none = domain::pipeline::Reached::default();
        domain::pipeline::funnel(vacancies.first().unwrap_or(&none), &[])
    } else {
        funnel_of_all(vacancies)
    }
}

fn mix(counts: Vec<(SourceCategory, u64)>) -> SourceMix {
    let shown = figures(&counts.iter().map(|(_, count)| *count).collect::<Vec<_>>());
    SourceMix {
        total: shown.total,
        sources: counts
            .into_iter()
            .zip(shown.parts)
            .map(|((source, _), figure)| SourceFigure { source, figure })
            .collect(),
    }
}

/// The permissions that end in the coming months, for those who may know when records go.
fn permissions(desk: &ReadDesk<'_>) -> Result<Option<PermissionsEnding>, Error> {
    let Ok(permit) = desk.permit_over_all::<access::ReviewRetention>() else {
        return Ok(None);
    };
    let months = months(desk.today);
    let Some(end) = months
        .last()
        .and_then(|last| first_of_month(*last).checked_add_months(Months::new(1)))
    else {
        return Ok(None);
    };
    let found = desk
        .records
        .permissions_ending_by_month(&permit, desk.today, end)?;
    let Some(counts) = found else {
        return Ok(None);
    };
    let counted = |from: &NaiveDate| {
        counts
            .get(&from.format("%Y-%m").to_string())
            .copied()
            .unwrap_or(0)
    };
    let shown = figures(&months.iter().map(counted).collect::<Vec<_>>());
    Ok(Some(PermissionsEnding {
        total: shown.total,
        months: months
            .into_iter()
            .zip(shown.parts)
            .map(|(from, figure)| MonthFigure { from, figure })
            .collect(),
    }))
}

/// The first days of the coming months, after today itself.
fn months(today: NaiveDate) -> Vec<NaiveDate> {
    let first = first_of_month(today);
    std::iter::once(today)
        .chain((1..MONTHS).filter_map(|ahead| first.checked_add_months(Months::new(ahead))))
        .collect()
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}
