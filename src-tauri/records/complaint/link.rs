//! A complaint and a request of the same person that belong together: one is about the other, or both came in one letter
//! (RULEBOOK CMP-06).

use domain::id::{ComplaintId, RightsRequestId};
use serde::Deserialize;
use store::{ComplaintRecord, Detail};

use super::{answering, entry};
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::rights;
use crate::view::Done;

/// Says which request a complaint is about, or that it is about none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct LinkComplaint {
    /// Which complaint.
    pub complaint: ComplaintId,
    /// The revision the page saw.
    pub revision: u32,
    /// Which request; nothing for none.
    pub request: Option<RightsRequestId>,
}

/// Says which request a complaint is about.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer, and for whoever may not see whom it is about;
/// [`Error::Rule`] once it is closed, for whom it is about, and for a request of somebody else; [`Error::NotFound`] when there is
/// no such request.
pub fn link(desk: &mut WriteDesk<'_>, request: LinkComplaint) -> Result<Done, Error> {
    let answering = answering(desk, request.complaint, request.revision)?;
    let record = &answering.record;
    let linked = match request.request {
        Some(of) => {
            let known = desk.read(|desk| rights::find(desk, of))?;
            let of_another = known
                .candidate
                .is_some_and(|candidate| record.candidate.is_some_and(|whom| whom != candidate));
            if of_another {
                return Err(Error::rule(
                    "CMP-06",
                    "This request is about somebody else: choose one of whoever complains (rule CMP-06).",
                ));
            }
            Some((known.id, known.number))
        }
        None => None,
    };
    let after = ComplaintRecord {
        request: linked,
        ..record.clone()
    };
    let word = if linked.is_some() { "yes" } else { "no" };
    let permit = &answering.permit;
    desk.write(permit, |tx| {
        tx.update_complaint(permit, &after)?;
        let said = entry("link-complaint", record.id).with("linked", Detail::Word(word));
        Ok::<_, Error>(((), said))
    })?;
    Ok(Done { undo: None })
}
