//! What belongs to a request beside its case: what was corrected by it, who is told, and complaints about it.

use chrono::NaiveDate;
use domain::access;
use domain::disclosure::ToldOf;
use domain::id::{AccountId, ComplaintId, RightsRequestId};
use domain::rights::Corrected;
use serde::Serialize;

use crate::complaint;
use crate::desk::ReadDesk;
use crate::error::Error;

/// Something that was corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CorrectionView {
    /// What.
    pub what: Corrected,
    /// What it said before; empty where it said nothing.
    pub before: String,
    /// The name of the account that corrected it.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
}

/// A recipient who is told of what a request had corrected or restricted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ToldRecipient {
    /// Who.
    pub recipient: String,
    /// Of what.
    pub because: ToldOf,
    /// By when.
    pub by: NaiveDate,
    /// The day they were told.
    pub told_on: Option<NaiveDate>,
}

/// A complaint that is about a request, or came with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct LinkedComplaint {
    /// Which.
    pub complaint: ComplaintId,
    /// What it is called: "C-0003".
    pub number: String,
}

/// All of it.
pub(super) struct Related {
    pub(super) corrected: Vec<CorrectionView>,
    pub(super) recipients: Vec<ToldRecipient>,
    pub(super) complaints: Vec<LinkedComplaint>,
}

/// What belongs to a request, as far as this viewer may see it.
pub(super) fn related(
    desk: &ReadDesk<'_>,
    request: RightsRequestId,
    name: &impl Fn(AccountId) -> String,
) -> Result<Related, Error> {
    let (mut corrected, mut recipients) = (Vec::new(), Vec::new());
    if let Ok(permit) = desk.permit_on_organisation::<access::KeepRegisters>() {
        for known in desk.records.corrections(&permit, request)? {
            corrected.push(CorrectionView {
                what: known.what,
                before: known.before,
                by: name(known.by),
                on: known.on,
            });
        }
        for known in desk.records.recipients_of_request(&permit, request)? {
            recipients.push(ToldRecipient {
                recipient: known.to_tell.recipient.into(),
                because: known.because,
                by: known.to_tell.by,
                told_on: known.told.map(|(on, _)| on),
            });
        }
    }
    let reading = desk.permit_on_organisation::<access::ReadRegisters>()?;
    let complaints = desk
        .records
        .complaints(&reading)?
        .into_iter()
        .filter(|known| known.request.is_some_and(|(of, _)| of == request))
        .map(|known| LinkedComplaint {
            complaint: known.id,
            number: complaint::number_of(known.number),
        })
        .collect();
    Ok(Related {
        corrected,
        recipients,
        complaints,
    })
}
