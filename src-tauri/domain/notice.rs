//! The privacy notice: what a version of it contains, who has to be given it by when, and who need not be (UK GDPR Arts
//! 13 and 14; RULEBOOK §8).

mod content;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::dates::{days_after, months_after, plain};
use crate::deadline::{self, NoticeFacts, NoticeLimb};
use crate::holidays::{BankHolidays, Nation};
use crate::sealed::words;
use crate::source::{Directness, SourceCategory};

pub use content::{NoticeItem, NoticeText, NoticeTextRefusal, lacks};

/// Days after an unsolicited e-mail until which the notice may wait for the first reply (NOT-01).
const FIRST_REPLY_DAYS: u64 = 7;

/// How somebody was given the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum NoticeChannel {
    /// The form or the advert by which they applied carried it.
    Form,
    /// By e-mail or in another message.
    Email,
    /// By post.
    Post,
    /// On paper, or read to them.
    InPerson,
}

words!(NoticeChannel {
    Form => "form",
    Email => "email",
    Post => "post",
    InPerson => "in-person",
});

/// Why somebody need not be given the notice (NOT-04; Arts 13(4), 14(5)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum NoticeExemption {
    /// They have all of it already.
    HasIt,
    /// A law that protects them lays down that their details are obtained or given.
    Law,
    /// A duty of professional secrecy forbids it.
    Secrecy,
    /// It is impossible, or out of all proportion; the notice is published instead.
    Disproportionate,
    /// It would defeat what the details are used for; the notice is published instead.
    DefeatsPurpose,
}

words!(NoticeExemption {
    HasIt => "has-it",
    Law => "law",
    Secrecy => "secrecy",
    Disproportionate => "disproportionate",
    DefeatsPurpose => "defeats-purpose",
});

/// What of the notice is recorded of somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OnRecord {
    /// The first day they were given a version of it.
    pub given_on: Option<NaiveDate>,
    /// Whether it is recorded why they need not be.
    pub exempt: bool,
}

impl OnRecord {
    /// Whether nothing is recorded.
    pub const fn is_missing(self) -> bool {
        self.given_on.is_none() && !self.exempt
    }
}

/// What sets the day by which somebody is given the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Where their details came from.
    pub source: SourceCategory,
    /// The day they came in.
    pub obtained_on: NaiveDate,
    /// The day they were first written to.
    pub contacted_on: Option<NaiveDate>,
    /// The day something of theirs was first given to somebody outside.
    pub disclosed_on: Option<NaiveDate>,
}

/// By when somebody is given the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticeDue {
    /// The day.
    pub on: NaiveDate,
    /// The last day before it is overdue: later than the day for an unsolicited e-mail alone.
    pub until: NaiveDate,
    /// What sets it.
    pub limb: NoticeLimb,
}

/// By when somebody is given the notice (NOT-01, NOT-02). A survey is from somebody else in the notice and from the person
/// in law: the stricter of both, on the day (S39).
pub fn due(told: &Told) -> NoticeDue {
    let facts = NoticeFacts {
        directness: match told.source {
            SourceCategory::Survey => Directness::Direct,
            SourceCategory::Website
            | SourceCategory::UnsolicitedEmail
            | SourceCategory::PlatformAdvert
            | SourceCategory::Recruiter
            | SourceCategory::SourcingPlatform
            | SourceCategory::SocialMedia
            | SourceCategory::SectorReferee
            | SourceCategory::HigherEducation
            | SourceCategory::EmployeeReferral
            | SourceCategory::PublicWebsite
            | SourceCategory::Department => told.source.directness(),
        },
        obtained_on: told.obtained_on,
        contacted_on: told.contacted_on,
        disclosed_on: told.disclosed_on,
    };
    let calendar = BankHolidays::shipped().of(Nation::EnglandAndWales);
    let found = deadline::notice(&facts, calendar);
    let until = if told.source == SourceCategory::UnsolicitedEmail {
        days_after(found.due_on, FIRST_REPLY_DAYS)
    } else {
        found.due_on
    };
    NoticeDue {
        on: found.due_on,
        until,
        limb: found.limb,
    }
}

/// How somebody stands with the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum NoticeState {
    /// They were given it in time.
    Given,
    /// They were given it after its day.
    GivenLate,
    /// They need not be.
    Exempt,
    /// They are still to be given it.
    Due,
    /// They should have been given it.
    Overdue,
}

/// How somebody stands with the notice on a day.
pub fn state(record: OnRecord, due: NoticeDue, today: NaiveDate) -> NoticeState {
    match record.given_on {
        Some(on) if on <= due.until => NoticeState::Given,
        _ if record.exempt => NoticeState::Exempt,
        Some(_) => NoticeState::GivenLate,
        None if today <= due.until => NoticeState::Due,
        None => NoticeState::Overdue,
    }
}

/// The same in one plain sentence that says what sets the day.
pub fn sentence(record: OnRecord, told: &Told, today: NaiveDate) -> String {
    let due = due(told);
    let why = why(told, due);
    match (state(record, due, today), record.given_on) {
        (NoticeState::Exempt, _) => {
            "They need not be given the privacy notice (rule NOT-04).".to_owned()
        }
        (NoticeState::Given, Some(on)) => {
            format!(
                "They were given the privacy notice on {}, in time.",
                plain(on)
            )
        }
        (NoticeState::GivenLate, Some(on)) => format!(
            "They were given the privacy notice on {}, after its last day, {}: {why}.",
            plain(on),
            plain(due.until)
        ),
        (NoticeState::Due, _) => format!(
            "They are to be given the privacy notice by {}: {why}.",
            plain(due.until)
        ),
        (NoticeState::Given | NoticeState::GivenLate | NoticeState::Overdue, _) => format!(
            "They should have been given the privacy notice by {}, and nothing says that they were: {why}.",
            plain(due.until)
        ),
    }
}

fn why(told: &Told, due: NoticeDue) -> String {
    let came = plain(told.obtained_on);
    match (due.limb, told.source) {
        (NoticeLimb::AtCollection, SourceCategory::UnsolicitedEmail) => {
            format!("they wrote unasked on {came}, and it goes with the first reply (rule NOT-01)")
        }
        (NoticeLimb::AtCollection, SourceCategory::Survey) => {
            format!("they took part in a survey on {came}, and it is due that day (rule NOT-02)")
        }
        (NoticeLimb::AtCollection, _) => {
            format!("they gave their details themselves on {came} (rule NOT-01)")
        }
        (NoticeLimb::OneMonth, _) => format!(
            "their details came from somebody else on {came}, and it is due within a month (rule NOT-02)"
        ),
        (NoticeLimb::FirstContact, _) => {
            "their details came from somebody else, and it is due at the first contact (rule NOT-02)".to_owned()
        }
        (NoticeLimb::FirstDisclosure, _) => {
            "their details came from somebody else, and it is due before anything is given to others (rule NOT-02)"
                .to_owned()
        }
    }
}

/// Whether the notice comes first: somebody whose details came from somebody else is neither contacted nor made known to
/// others before they were given it (NOT-02). A message that carries it gives it. While an organisation has recorded no
/// version, nothing can be recorded as given, and nothing is refused for it.
pub const fn comes_first(
    record: OnRecord,
    directness: Directness,
    has_version: bool,
    carries: bool,
) -> bool {
    has_version && !carries && record.is_missing() && matches!(directness, Directness::Indirect)
}

/// The day the notice counts as given when a prospect's date is weighed (RET-14).
///
/// Nobody goes earlier because of what was not recorded before it could be. Whoever was added before the organisation
/// recorded its first version, or after their last day for the notice had passed, counts as told on the day they came in,
/// whatever was recorded of them since; so does whoever need not be told.
pub fn counts_as_given(
    record: OnRecord,
    received_on: NaiveDate,
    added_on: NaiveDate,
    could_be_recorded: bool,
) -> Option<NaiveDate> {
    let in_time_here = could_be_recorded && added_on <= months_after(received_on, 1);
    if record.exempt || !in_time_here {
        Some(received_on)
    } else {
        record.given_on
    }
}

/// Why giving the notice can't be recorded as it was entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GiveRefusal {
    /// The version was not in force on the day.
    NotInForce {
        /// Its first day.
        from: NaiveDate,
    },
    /// Before their details came in.
    BeforeTheyCame {
        /// When those came.
        received_on: NaiveDate,
    },
    /// What came from the person excuses nothing but having it already (Art 13(4)).
    OnlyHasIt,
}

impl GiveRefusal {
    /// The field that is wrong.
    pub const fn field(self) -> &'static str {
        match self {
            Self::NotInForce { .. } => "version",
            Self::BeforeTheyCame { .. } => "on",
            Self::OnlyHasIt => "exemption",
        }
    }

    /// What to do, in one sentence.
    pub fn sentence(self) -> String {
        match self {
            Self::NotInForce { from } => format!(
                "Choose a version that was in force on that day: this one is from {} on (rule NOT-05).",
                plain(from)
            ),
            Self::BeforeTheyCame { received_on } => format!(
                "Enter {} or a later day: their details came in then.",
                plain(received_on)
            ),
            Self::OnlyHasIt => {
                "Choose that they have it already: nothing else excuses telling somebody who gave \
                                their details themselves (Art 13(4), rule NOT-04)."
                    .to_owned()
            }
        }
    }
}

/// Checks a version, on a day, for somebody.
///
/// # Errors
/// [`GiveRefusal`].
pub fn may_be_given(
    in_force_from: NaiveDate,
    received_on: NaiveDate,
    on: NaiveDate,
) -> Result<(), GiveRefusal> {
    if on < in_force_from {
        Err(GiveRefusal::NotInForce {
            from: in_force_from,
        })
    } else if on < received_on {
        Err(GiveRefusal::BeforeTheyCame { received_on })
    } else {
        Ok(())
    }
}

/// Checks why somebody need not be given it.
///
/// # Errors
/// [`GiveRefusal::OnlyHasIt`].
pub const fn may_be_exempt(
    exemption: NoticeExemption,
    directness: Directness,
) -> Result<(), GiveRefusal> {
    match (directness, exemption) {
        (Directness::Indirect, _) | (Directness::Direct, NoticeExemption::HasIt) => Ok(()),
        (
            Directness::Direct,
            NoticeExemption::Law
            | NoticeExemption::Secrecy
            | NoticeExemption::Disproportionate
            | NoticeExemption::DefeatsPurpose,
        ) => Err(GiveRefusal::OnlyHasIt),
    }
}

#[cfg(test)]
mod tests;
