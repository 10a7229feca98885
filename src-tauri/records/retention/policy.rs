//! The organisation's periods: read by whoever reviews retention, set by HR, version by version.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access;
use domain::retention::{PeriodUnit, PolicyPeriod, PolicyValues};
use domain::text::Line;
use serde::{Deserialize, Serialize};
use store::{Detail, Entry};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::{Error, Problem};
use crate::view::{Done, Nothing};

/// The periods that something held here goes by. Recordings and device data are not held, and nothing reports a stale
/// application yet, so that choosing their periods would choose nothing.
const OFFERED: [PolicyPeriod; 8] = [
    PolicyPeriod::UnsuccessfulMonths,
    PolicyPeriod::ProspectMonths,
    PolicyPeriod::HiredGraceDays,
    PolicyPeriod::CriminalRecordMonths,
    PolicyPeriod::HealthMonths,
    PolicyPeriod::PermissionMonths,
    PolicyPeriod::PermissionReminderDays,
    PolicyPeriod::HoldReviewMonths,
];

/// The organisation's periods and how they came to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PolicyView {
    /// The version in use, which setting another names.
    pub version: u32,
    /// Its periods.
    pub values: PolicyValues,
    /// Each period with its bounds, in the order people read them.
    pub periods: Vec<PeriodView>,
    /// Every version, the latest first.
    pub versions: Vec<PolicyVersionView>,
    /// Whether this viewer may set another.
    pub may_set: bool,
}

/// A period with its bounds (RULEBOOK §15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PeriodView {
    /// Which.
    pub period: PolicyPeriod,
    /// What it is counted in.
    pub unit: PeriodUnit,
    /// How long it is now.
    pub length: u8,
    /// How long it is unless the organisation chooses.
    pub usual: u8,
    /// The least that is allowed.
    pub least: u8,
    /// The most that is allowed.
    pub most: u8,
    /// Whether more would break the privacy notice.
    pub promised: bool,
    /// Whether making it longer needs a reason.
    pub longer_needs_reason: bool,
    /// Whether it says until when something is kept.
    pub keeps: bool,
    /// The rule it belongs to.
    pub rule: &'static str,
}

/// A version of the periods.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PolicyVersionView {
    /// Its number; the first is 1.
    pub version: u32,
    /// The first day it is in use.
    pub in_use_from: NaiveDate,
    /// The name of whoever set it; nothing for the one the store was made with.
    pub set_by: Option<String>,
    /// When.
    pub set_at: DateTime<Utc>,
    /// Why.
    pub reason: Option<String>,
    /// What it changed.
    pub changes: Vec<PeriodChange>,
}

/// A period that a version changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PeriodChange {
    /// Which.
    pub period: PolicyPeriod,
    /// What it is counted in.
    pub unit: PeriodUnit,
    /// How long it was.
    pub before: u8,
    /// How long it is.
    pub after: u8,
}

/// Sets the organisation's periods, from today on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SetRetentionPolicy {
    /// The version that was seen.
    pub version: u32,
    /// The periods.
    pub values: PolicyValues,
    /// Why: needed where a period gets longer.
    pub reason: Option<Line>,
}

/// The organisation's periods with their bounds and versions.
///
/// # Errors
/// A refusal for those who may not review retention.
pub fn view(desk: &ReadDesk<'_>, _: Nothing) -> Result<PolicyView, Error> {
    let permit = desk.permit_over_all::<access::ReviewRetention>()?;
    let versions = desk.records.policy_versions(&permit)?;
    let values = versions
        .first()
        .map(|latest| latest.values)
        .unwrap_or_default();
    let before = versions.iter().skip(1).map(|version| Some(version.values));
    Ok(PolicyView {
        version: versions.first().map_or(1, |latest| latest.version),
        values,
        periods: OFFERED.map(|period| period_view(period, &values)).to_vec(),
        versions: versions
            .iter()
            .zip(before.chain([None]))
            .map(|(version, before)| PolicyVersionView {
                version: version.version,
                in_use_from: version.in_use_from,
                set_by: version.set_by.as_ref().map(|name| name.as_str().to_owned()),
                set_at: version.set_at,
                reason: version
                    .reason
                    .as_ref()
                    .map(|reason| reason.as_str().to_owned()),
                changes: before.map_or_else(Vec::new, |before| changes(&before, &version.values)),
            })
            .collect(),
        may_set: desk
            .permit_on_organisation::<access::ManageAccounts>()
            .is_ok(),
    })
}

/// Sets the organisation's periods. A shorter one applies at once to everyone; a longer one only to what comes in from
/// today (RET-21), so that taking a shorter one back gives nobody who is here their time again.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Invalid`] for a period outside its bounds, a longer one without a reason, or
/// nothing changed; [`Error::Stale`] when another version was set since the one that was seen.
pub fn set(desk: &mut WriteDesk<'_>, request: SetRetentionPolicy) -> Result<Done, Error> {
    let (permit, now) = desk.read(|desk| {
        let permit = desk.permit_on_organisation::<access::ManageAccounts>()?;
        Ok((permit, *desk.policy()?.values()))
    })?;
    check_bounds(&request.values)?;
    if request.values == now {
        return Err(Error::invalid(
            "values",
            "These are the periods in use. Change one first.",
        ));
    }
    if !request.values.longer_than(&now).is_empty() && request.reason.is_none() {
        return Err(Error::invalid(
            "reason",
            "A period gets longer. Say why (rule RET-21).",
        ));
    }
    desk.write(&permit, |tx| {
        let version = tx.set_retention_policy(
            &permit,
            &request.values,
            request.reason.as_ref(),
            request.version,
        )?;
        let mut entry =
            Entry::new("set-retention-policy").with("version", Detail::Number(version.into()));
        for change in changes(&now, &request.values) {
            entry = entry.with(change.period.code(), Detail::Number(change.after.into()));
        }
        Ok(((), entry))
    })?;
    Ok(Done { undo: None })
}

/// Refuses periods outside their bounds, each with its field and the rule.
pub(super) fn check_bounds(values: &PolicyValues) -> Result<(), Error> {
    let problems: Vec<Problem> = values
        .problems()
        .into_iter()
        .map(|problem| Problem {
            field: problem.period.field(),
            sentence: problem.sentence(),
        })
        .collect();
    if problems.is_empty() {
        Ok(())
    } else {
        Err(Error::Invalid(problems))
    }
}

fn period_view(period: PolicyPeriod, values: &PolicyValues) -> PeriodView {
    let (least, most) = period.bounds();
    PeriodView {
        period,
        unit: period.unit(),
        length: period.of(values),
        usual: period.of(&PolicyValues::default()),
        least,
        most,
        promised: period.is_promised(),
        longer_needs_reason: period.longer_needs_a_reason(),
        keeps: period.keeps(),
        rule: period.rule(),
    }
}

/// What one version changed of the one before.
pub(super) fn changes(before: &PolicyValues, after: &PolicyValues) -> Vec<PeriodChange> {
    PolicyPeriod::ALL
        .into_iter()
        .map(|period| PeriodChange {
            period,
            unit: period.unit(),
            before: period.of(before),
            after: period.of(after),
        })
        .filter(|change| change.before != change.after)
        .collect()
}
