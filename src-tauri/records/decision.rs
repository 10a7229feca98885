//! What was decided of a candidate's applications beside how they ended: offers, and what the candidate was told.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{self, ClassAccess, DataClass, Permit, Refusal, Shown};
use domain::id::{ApplicationId, CandidateId};
use domain::reserve::ContactChannel;
use domain::text::Prose;
use serde::{Deserialize, Serialize};
use store::{About, Detail, Entry};

use crate::application::decidable;
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::offer::{self, OfferView};
use crate::undo::Undoable;
use crate::view::Done;

/// Asks what was decided of a candidate's applications.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReadDecisions {
    /// Whose.
    pub candidate: CandidateId,
}

/// What was decided of a candidate's applications.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Decisions {
    /// One for each application that this viewer may see.
    pub applications: Vec<ApplicationDecisions>,
}

/// What was decided of one application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ApplicationDecisions {
    /// Which application.
    pub application: ApplicationId,
    /// Its offers, the latest first, for those who see pay.
    pub offers: Shown<Vec<OfferView>>,
    /// The names of those who approve offers in its vacancy; none for those who do not see pay.
    pub approvers: Vec<String>,
    /// What the candidate was told, the latest first, for those who see opinions.
    pub told: Shown<Vec<ToldView>>,
    /// Whether this viewer may write an offer now.
    pub may_offer: bool,
    /// Whether this viewer may record what the candidate was told.
    pub may_tell: bool,
}

/// What a candidate was told when their application ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ToldView {
    /// The day.
    pub told_on: NaiveDate,
    /// How.
    pub channel: ContactChannel,
    /// What.
    pub words: String,
    /// The name of the account that recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: DateTime<Utc>,
}

/// Records what a candidate was told when their application ended (S53).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct TellOutcome {
    /// Of which application.
    pub application: ApplicationId,
    /// The day; never later than today.
    pub on: NaiveDate,
    /// How.
    pub channel: ContactChannel,
    /// What.
    pub words: Prose,
}

/// What was decided of a candidate's applications, as far as this viewer may see it.
///
/// # Errors
/// A refusal for those without a part in a role the candidate applied for.
pub fn read(desk: &ReadDesk<'_>, request: ReadDecisions) -> Result<Decisions, Error> {
    let reading = desk.permit_on_candidate::<access::ReadCandidate>(request.candidate)?;
    let offers = desk.records.offers(&reading)?;
    let told = desk.records.outcome_messages(&reading)?;
    let mut applications = Vec::new();
    for application in desk.records.applications(&reading)? {
        let permit = desk.permit_on_application::<access::ReadCandidate>(application.id)?;
        let ended = application.outcome.is_some();
        let decides = desk.may::<access::DecideApplication>(permit.subject().clone());
        let theirs: Vec<_> = offers
            .iter()
            .filter(|offer| offer.application == application.id)
            .cloned()
            .collect();
        let is_open = theirs.iter().any(|offer| offer.answer.is_none());
        let (offers, approvers) = match whole(&permit, DataClass::Pay) {
            Ok(()) => (
                Shown::Shown {
                    value: offer::views(desk, &permit, theirs, ended)?,
                },
                offer::approvers(desk, &permit)?,
            ),
            Err(refusal) => (Shown::withheld(refusal), Vec::new()),
        };
        let told = match whole(&permit, DataClass::Assessment) {
            Ok(()) => Shown::Shown {
                value: told
                    .iter()
                    .filter(|told| told.application == application.id)
                    .map(|told| ToldView {
                        told_on: told.told_on,
                        channel: told.channel,
                        words: told.words.as_str().to_owned(),
                        recorded_by: told.recorded_by_name.as_str().to_owned(),
                        recorded_at: told.recorded_at,
                    })
                    .collect(),
            },
            Err(refusal) => Shown::withheld(refusal),
        };
        applications.push(ApplicationDecisions {
            application: application.id,
            offers,
            approvers,
            told,
            may_offer: decides && !ended && !is_open,
            may_tell: decides && ended,
        });
    }
    Ok(Decisions { applications })
}

/// Whether a class is shown whole: of an offer or of what somebody was told, nothing can be left out.
fn whole(permit: &Permit<access::ReadCandidate>, class: DataClass) -> Result<(), Refusal> {
    match permit.class(class) {
        ClassAccess::Read | ClassAccess::Write => Ok(()),
        ClassAccess::Withheld(refusal) => Err(refusal),
        ClassAccess::Status
        | ClassAccess::Aggregate
        | ClassAccess::Summary
        | ClassAccess::Submitted
        | ClassAccess::Own => Err(Refusal::NotInRelation),
    }
}

/// Records what a candidate was told when their application ended, and when.
///
/// # Errors
/// A refusal for those who don't run the vacancy; [`Error::Rule`] while the application runs, [`Error::Invalid`] for a
/// day that has not come or lies before the decision, and for no words.
pub fn tell(desk: &mut WriteDesk<'_>, request: TellOutcome) -> Result<Done, Error> {
    let TellOutcome {
        application,
        on,
        channel,
        words,
    } = request;
    let found = decidable(desk, &[application])?;
    let each = found.first().ok_or(Error::NotFound)?;
    let outcome = each.record.outcome.ok_or_else(|| {
        Error::rule(
            "S53",
            "What the candidate is told of the outcome is recorded once there is one.",
        )
    })?;
    desk.not_in_future("on", on)?;
    if on < outcome.on {
        return Err(Error::invalid(
            "on",
            "Enter a day on or after that of the decision.",
        ));
    }
    if words.as_str().trim().is_empty() {
        return Err(Error::invalid("words", "Enter what they were told."));
    }
    let candidate = each.record.candidate;
    desk.write(&each.permit, |tx| {
        tx.insert_outcome_message(&each.permit, application, on, channel, &words)?;
        let entry = Entry::new("tell-outcome")
            .about(About::Candidate(candidate))
            .with("channel", Detail::Word(channel.code()))
            .with("on", Detail::Day(on));
        Ok::<_, Error>(((), entry))
    })?;
    let undo = desk.keep(Undoable::ToldOutcome {
        candidate,
        application,
    });
    Ok(Done { undo: Some(undo) })
}
