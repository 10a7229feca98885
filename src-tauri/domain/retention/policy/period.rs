//! The periods an organisation chooses, one by one: their bounds, what they are counted in, and what a change does.

use serde::{Deserialize, Serialize};

use crate::dates::{days_in_words, months_in_words};
use crate::retention::PolicyValues;

/// What a period is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum PeriodUnit {
    /// Calendar months.
    Months,
    /// Days.
    Days,
}

/// One of the organisation's periods (RULEBOOK §15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum PolicyPeriod {
    /// After the outcome of an unsuccessful application.
    UnsuccessfulMonths,
    /// After receipt, for someone who never applied.
    ProspectMonths,
    /// After a confirmed hand-over, for a hired person's recruitment copy.
    HiredGraceDays,
    /// After the decision on suitability, for criminal-record information.
    CriminalRecordMonths,
    /// After the outcome, for health and adjustments.
    HealthMonths,
    /// After the outcome, for recordings.
    RecordingMonths,
    /// After collection, for device and visit data.
    DeviceDays,
    /// How long a permission runs unless another period was agreed.
    PermissionMonths,
    /// Before a permission's end, from when its renewal may be asked for.
    PermissionReminderDays,
    /// Until a legal hold must be reviewed.
    HoldReviewMonths,
    /// Without activity, until a running application is reported.
    StaleMonths,
}

impl PolicyPeriod {
    /// Every period, in the order people read them.
    pub const ALL: [Self; 11] = [
        Self::UnsuccessfulMonths,
        Self::ProspectMonths,
        Self::HiredGraceDays,
        Self::CriminalRecordMonths,
        Self::HealthMonths,
        Self::RecordingMonths,
        Self::DeviceDays,
        Self::PermissionMonths,
        Self::PermissionReminderDays,
        Self::HoldReviewMonths,
        Self::StaleMonths,
    ];

    /// Its name in the journal.
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnsuccessfulMonths => "unsuccessful-months",
            Self::ProspectMonths => "prospect-months",
            Self::HiredGraceDays => "hired-grace-days",
            Self::CriminalRecordMonths => "criminal-record-months",
            Self::HealthMonths => "health-months",
            Self::RecordingMonths => "recording-months",
            Self::DeviceDays => "device-days",
            Self::PermissionMonths => "permission-months",
            Self::PermissionReminderDays => "permission-reminder-days",
            Self::HoldReviewMonths => "hold-review-months",
            Self::StaleMonths => "stale-months",
        }
    }

    /// The field of a request that holds it.
    pub const fn field(self) -> &'static str {
        match self {
            Self::UnsuccessfulMonths => "values.unsuccessfulMonths",
            Self::ProspectMonths => "values.prospectMonths",
            Self::HiredGraceDays => "values.hiredGraceDays",
            Self::CriminalRecordMonths => "values.criminalRecordMonths",
            Self::HealthMonths => "values.healthMonths",
            Self::RecordingMonths => "values.recordingMonths",
            Self::DeviceDays => "values.deviceDays",
            Self::PermissionMonths => "values.permissionMonths",
            Self::PermissionReminderDays => "values.permissionReminderDays",
            Self::HoldReviewMonths => "values.holdReviewMonths",
            Self::StaleMonths => "values.staleMonths",
        }
    }

    /// The least and the most that is allowed (RULEBOOK §15).
    pub const fn bounds(self) -> (u8, u8) {
        match self {
            Self::UnsuccessfulMonths | Self::ProspectMonths | Self::HoldReviewMonths => (1, 6),
            Self::CriminalRecordMonths | Self::HealthMonths | Self::RecordingMonths => (0, 6),
            Self::HiredGraceDays => (0, 90),
            Self::DeviceDays => (0, 30),
            Self::PermissionMonths => (1, super::LONGEST_PERMISSION_MONTHS),
            Self::PermissionReminderDays => (7, 60),
            Self::StaleMonths => (3, 12),
        }
    }

    /// The rule that sets the bounds.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::UnsuccessfulMonths => "RET-02",
            Self::ProspectMonths => "RET-14",
            Self::HiredGraceDays => "RET-13",
            Self::CriminalRecordMonths => "RET-10",
            Self::HealthMonths => "C11",
            Self::RecordingMonths => "C9a",
            Self::DeviceDays => "C10",
            Self::PermissionMonths => "RET-03",
            Self::PermissionReminderDays => "CON-06",
            Self::HoldReviewMonths => "RET-06",
            Self::StaleMonths => "RET-01",
        }
    }

    /// What it is counted in.
    pub const fn unit(self) -> PeriodUnit {
        match self {
            Self::UnsuccessfulMonths
            | Self::ProspectMonths
            | Self::CriminalRecordMonths
            | Self::HealthMonths
            | Self::RecordingMonths
            | Self::PermissionMonths
            | Self::HoldReviewMonths
            | Self::StaleMonths => PeriodUnit::Months,
            Self::HiredGraceDays | Self::DeviceDays | Self::PermissionReminderDays => {
                PeriodUnit::Days
            }
        }
    }

    /// Whether it says until when something is kept. Only such a period is bound to what stood when the facts came in
    /// (RET-21); the others say when somebody is reminded, or what is proposed to a person who then decides.
    pub const fn keeps(self) -> bool {
        match self {
            Self::UnsuccessfulMonths
            | Self::ProspectMonths
            | Self::HiredGraceDays
            | Self::CriminalRecordMonths
            | Self::HealthMonths
            | Self::RecordingMonths
            | Self::DeviceDays => true,
            Self::PermissionMonths
            | Self::PermissionReminderDays
            | Self::HoldReviewMonths
            | Self::StaleMonths => false,
        }
    }

    /// Whether the privacy notice promises it, so that it can't be longer without a new notice (RET-02, NTC-02).
    pub const fn is_promised(self) -> bool {
        match self {
            Self::UnsuccessfulMonths
            | Self::ProspectMonths
            | Self::CriminalRecordMonths
            | Self::HealthMonths
            | Self::RecordingMonths => true,
            Self::HiredGraceDays
            | Self::DeviceDays
            | Self::PermissionMonths
            | Self::PermissionReminderDays
            | Self::HoldReviewMonths
            | Self::StaleMonths => false,
        }
    }

    /// Whether more of it needs a reason: whatever is kept, left or unlooked at for longer. An earlier reminder does not.
    pub const fn longer_needs_a_reason(self) -> bool {
        !matches!(self, Self::PermissionReminderDays)
    }

    /// Its length in a policy.
    pub const fn of(self, values: &PolicyValues) -> u8 {
        match self {
            Self::UnsuccessfulMonths => values.unsuccessful_months,
            Self::ProspectMonths => values.prospect_months,
            Self::HiredGraceDays => values.hired_grace_days,
            Self::CriminalRecordMonths => values.criminal_record_months,
            Self::HealthMonths => values.health_months,
            Self::RecordingMonths => values.recording_months,
            Self::DeviceDays => values.device_days,
            Self::PermissionMonths => values.permission_months,
            Self::PermissionReminderDays => values.permission_reminder_days,
            Self::HoldReviewMonths => values.hold_review_months,
            Self::StaleMonths => values.stale_months,
        }
    }

    /// A length of it in words: "six months", "30 days".
    pub fn in_words(self, length: u8) -> String {
        match self.unit() {
            PeriodUnit::Months => months_in_words(length.into()),
            PeriodUnit::Days => days_in_words(length.into()),
        }
    }
}
