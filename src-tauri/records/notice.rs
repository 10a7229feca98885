//! The privacy notice: its versions, and that people were given one or need not be (RULEBOOK §8).

mod give;
mod view;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access;
use domain::id::CandidateId;
use domain::notice::{
    NoticeChannel, NoticeExemption, NoticeItem, NoticeState, NoticeText, due, lacks,
};
use domain::source::SourceCategory;
use domain::text::Line;
use serde::{Deserialize, Serialize};
use store::{Detail, Entry, StoreError};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::view::{Done, Nothing, number};

pub(crate) use give::{at_collection, in_force, named, none_in_force, record_carried};
pub use give::{exempt, give, give_to_many, take_back};
pub(crate) use view::{standing, standing_view};

/// The versions of the notice, and who lacks one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct NoticesView {
    /// Every version, the latest first.
    pub versions: Vec<NoticeVersionView>,
    /// What a notice has to say.
    pub items: Vec<NoticeItem>,
    /// People of whom nothing says that they were given one or need not be.
    pub without: u32,
    /// The same by where their details came from, the soonest first; for those who may record it.
    pub lacking: Vec<LackingView>,
    /// Whether this viewer may add a version.
    pub may_add: bool,
    /// Whether this viewer may record that people were given one.
    pub may_record: bool,
}

/// A version of the notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct NoticeVersionView {
    /// Its number.
    pub version: u32,
    /// What it says.
    pub notice: NoticeText,
    /// What it has to say and does not.
    pub lacks: Vec<NoticeItem>,
    /// Whether it is the one in force today.
    pub in_force: bool,
    /// How many people who are here were given it.
    pub given: u32,
    /// The name of whoever added it.
    pub added_by: String,
    /// When.
    pub added_at: DateTime<Utc>,
}

/// People of one source of whom nothing is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct LackingView {
    /// Where their details came from.
    pub source: SourceCategory,
    /// How many.
    pub count: u32,
    /// The first last day among them.
    pub until: NaiveDate,
    /// Whether that has passed.
    pub overdue: bool,
}

/// A version to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct NoticeChoice {
    /// Its number.
    pub version: u32,
    /// Its first day.
    pub in_force_from: NaiveDate,
}

/// The versions to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct NoticeChoices {
    /// Every version, the latest first.
    pub versions: Vec<NoticeChoice>,
}

/// How a candidate stands with the notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct NoticeStandingView {
    /// In a word.
    pub state: NoticeState,
    /// In one sentence that says what sets the day.
    pub sentence: String,
    /// What they were given, the latest first.
    pub given: Vec<NoticeGivenView>,
    /// The versions that can be recorded, the latest first.
    pub versions: Vec<NoticeChoice>,
}

/// That a candidate was given a version, or need not be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct NoticeGivenView {
    /// Which version; nothing where they need not be given one.
    pub version: Option<u32>,
    /// How they were given it.
    pub channel: Option<NoticeChannel>,
    /// Why they need not be.
    pub exemption: Option<NoticeExemption>,
    /// Why that holds of them.
    pub reason: Option<String>,
    /// The day.
    pub on: NaiveDate,
    /// The name of whoever recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: DateTime<Utc>,
}

/// Adds the next version of the notice.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AddNoticeVersion {
    /// The latest version that was seen; nought where there was none.
    pub seen: u32,
    /// What it says.
    pub notice: NoticeText,
}

/// Records that a candidate was given a version of the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct GiveNotice {
    /// Who.
    pub candidate: CandidateId,
    /// Which version.
    pub version: u32,
    /// The day.
    pub on: NaiveDate,
    /// How.
    pub channel: NoticeChannel,
}

/// Records that everybody of a source, of whom nothing is recorded, was given a version of the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct GiveNoticeToMany {
    /// Where their details came from.
    pub source: SourceCategory,
    /// How many they were when that was seen.
    pub seen: u32,
    /// Which version.
    pub version: u32,
    /// How. With a form each was given it on the day their details came in.
    pub channel: NoticeChannel,
    /// The day; passed over for a form.
    pub on: Option<NaiveDate>,
}

/// What recording it of many did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct NoticeGivenToMany {
    /// Of how many it was recorded.
    pub given: u32,
    /// How many it can't be true of: the version was not in force yet, or their details came in later.
    pub left_out: u32,
}

/// Records why a candidate need not be given the notice.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ExemptFromNotice {
    /// Who.
    pub candidate: CandidateId,
    /// Why.
    pub exemption: NoticeExemption,
    /// Why that holds of them.
    pub reason: Option<Line>,
}

/// Takes back what was recorded of a candidate by mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct TakeBackNotice {
    /// Of whom.
    pub candidate: CandidateId,
    /// Which version; nothing for that they need not be given one.
    pub version: Option<u32>,
}

/// The versions of the notice, and who lacks one.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and whoever audits the organisation.
pub fn list(desk: &ReadDesk<'_>, _: Nothing) -> Result<NoticesView, Error> {
    let permit = desk.permit_on_organisation::<access::ReadRegisters>()?;
    let current = in_force(desk)?.map(|(version, _)| version);
    let versions = desk
        .records
        .notice_versions(&permit)?
        .into_iter()
        .map(|version| NoticeVersionView {
            version: version.version,
            lacks: lacks(&version.notice.contains),
            in_force: current == Some(version.version),
            notice: version.notice,
            given: number(version.given),
            added_by: version.added_by.into(),
            added_at: version.added_at,
        })
        .collect();
    let may_record = desk
        .permit_on_organisation::<access::KeepRegisters>()
        .is_ok();
    let lacking = if may_record {
        lacking(desk)?
    } else {
        Vec::new()
    };
    let without = if may_record {
        lacking.iter().map(|line| line.count).sum()
    } else {
        number(desk.records.evidence(&permit, desk.today)?.unnoticed)
    };
    Ok(NoticesView {
        versions,
        items: NoticeItem::ALL.to_vec(),
        without,
        lacking,
        may_add: desk
            .permit_on_organisation::<access::ManageAccounts>()
            .is_ok(),
        may_record,
    })
}

/// The people whom this viewer sees and of whom nothing is recorded, by source, the soonest first.
pub(crate) fn lacking(desk: &ReadDesk<'_>) -> Result<Vec<LackingView>, Error> {
    let listing = desk.permit_over_all::<access::ListCandidates>()?;
    let mut lines: Vec<LackingView> = desk
        .records
        .lacking_notice(&listing)?
        .into_iter()
        .map(|(source, lacking)| {
            let until = due(&lacking.first).until;
            LackingView {
                source,
                count: number(lacking.number),
                until,
                overdue: until < desk.today,
            }
        })
        .collect();
    lines.sort_by_key(|line| (line.until, line.source));
    Ok(lines)
}

/// The versions to choose from, for forms in which one is named.
///
/// # Errors
/// When the store can't be read.
pub fn choices(desk: &ReadDesk<'_>, _: Nothing) -> Result<NoticeChoices, Error> {
    Ok(NoticeChoices {
        versions: view::choices(desk)?,
    })
}

/// Adds the next version of the notice. The versions before stay as they were, and so does who was given them.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Invalid`] where it has no words or says nothing new; [`Error::Stale`] when
/// another was added since the one that was seen.
pub fn add(desk: &mut WriteDesk<'_>, request: AddNoticeVersion) -> Result<Done, Error> {
    let AddNoticeVersion { seen, notice } = request;
    let permit = desk.permit_on_organisation::<access::ManageAccounts>()?;
    let latest = desk.read(|desk| Ok(desk.records.notice_versions(&permit)?.into_iter().next()))?;
    if latest.as_ref().map_or(0, |latest| latest.version) != seen {
        return Err(Error::Stale);
    }
    notice
        .check(latest.as_ref().map(|latest| &latest.notice))
        .map_err(|refusal| Error::invalid(refusal.field(), refusal.sentence()))?;
    let missing = lacks(&notice.contains).len();
    desk.write(&permit, |tx| {
        let version = tx.add_notice(&permit, &notice, seen)?;
        let entry = Entry::new("add-notice")
            .with("version", Detail::Number(version.into()))
            .with("from", Detail::Day(notice.in_force_from))
            .with("lacks", Detail::Number(number(missing).into()));
        Ok::<_, Error>(((), entry))
    })?;
    Ok(Done { undo: None })
}

/// A store's refusal that something changed since it was seen, as this crate's.
fn stale(error: Error) -> Error {
    if matches!(error, Error::Store(StoreError::Stale { .. })) {
        Error::Stale
    } else {
        error
    }
}
