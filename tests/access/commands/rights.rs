//! Requests of people about their data, from the log to the answer. Each is logged by HR for the call, and closed after it.

use domain::deadline::Right;
use domain::id::{CandidateId, DocumentId, RightsRequestId};
use domain::rights::{Exemption, ItemOutcome, OpinionOf, RequestChannel};
use domain::text::Prose;
use records::report::{self, WriteRequestLetter};
use records::rights::{
    self, AnnotateOpinion, AssemblePack, CloseRequest, DecideRequest, EraseOnRequest, LogRequest,
    NoteRequest, OneRequest, PackKind, RequestEvent, SavePack,
};
use records::view::Nothing;

use super::{Answer, Case, answer};
use crate::registers::{REGISTER_WORDS, words};
use crate::who::Who;
use crate::world::{TODAY, World};

fn logged(candidate: Option<CandidateId>, right: Right) -> LogRequest {
    LogRequest {
        candidate,
        asker: words(REGISTER_WORDS),
        received_on: TODAY,
        channel: RequestChannel::Letter,
        rights: vec![right],
        asked: Prose::default(),
    }
}

fn log(world: &mut World, candidate: Option<CandidateId>, right: Right) -> RightsRequestId {
    world
        .write(Who::Hr, |desk| rights::log(desk, logged(candidate, right)))
        .expect("logged")
        .request
}

fn revision(world: &mut World, request: RightsRequestId) -> u32 {
    world
        .read(Who::Hr, |desk| rights::open(desk, OneRequest { request }))
        .expect("a request")
        .revision
}

fn decision(request: RightsRequestId, revision: u32, right: Right) -> DecideRequest {
    DecideRequest {
        request,
        revision,
        right,
        outcome: ItemOutcome::Refused,
        grounds: Exemption::of(right)
            .find(|ground| !ground.needs_two() && *ground != Exemption::NotIdentified)
            .into_iter()
            .collect(),
        reasons: words("Reasons"),
    }
}

/// Refuses and closes a request, so that it keeps nobody's record in what comes after.
fn settle(world: &mut World, request: RightsRequestId, right: Right) {
    let seen = revision(world, request);
    if world
        .write(Who::Hr, |desk| {
            rights::decide(desk, decision(request, seen, right))
        })
        .is_ok()
    {
        let revision = revision(world, request);
        let close = CloseRequest {
            request,
            revision,
            on: TODAY,
            channel: RequestChannel::Letter,
        };
        world
            .write(Who::Hr, |desk| rights::close(desk, close))
            .expect("closed");
    }
}

pub(super) fn call(world: &mut World, who: Who, command: &str, case: Case) -> Option<Answer> {
    let candidate = Some(case.candidate);
    let (of, right) = match command {
        "log_request" => {
            return Some(answer(world.write(who, |desk| {
                rights::log(desk, logged(None, Right::Portability))
            })));
        }
        "list_requests" => {
            return Some(answer(
                world.read(who, |desk| rights::list(desk, Nothing {})),
            ));
        }
        "open_request" | "assemble_pack" | "save_pack" => (candidate, Right::Access),
        "list_opinions" | "annotate_opinion" | "save_request_notices" => {
            (candidate, Right::Rectification)
        }
        "plan_erasure" | "erase_on_request" => (candidate, Right::Erasure),
        "note_request"
        | "decide_request"
        | "save_request_receipt"
        | "save_request_letter"
        | "close_request" => (None, Right::Access),
        _ => return None,
    };
    let request = log(world, of, right);
    let revision = revision(world, request);
    let given = match command {
        "open_request" => {
            answer(world.read(who, |desk| rights::open(desk, OneRequest { request })))
        }
        "assemble_pack" => {
            let kind = PackKind::Held;
            answer(world.write(who, |desk| {
                rights::assemble(desk, AssemblePack { request, kind })
            }))
        }
        "save_pack" => answer(world.write(who, |desk| {
            let save = SavePack {
                request,
                revision,
                pack: 0,
                decisions: Vec::new(),
            };
            Ok(rights::save_pack(desk, save)?.name)
        })),
        "list_opinions" => {
            answer(world.read(who, |desk| rights::opinions(desk, OneRequest { request })))
        }
        "annotate_opinion" => answer(world.write(who, |desk| {
            let annotate = AnnotateOpinion {
                request,
                revision,
                of: OpinionOf::Document {
                    document: DocumentId::from_uuid(request.uuid()),
                },
                words: words("I see it otherwise"),
            };
            rights::annotate(desk, annotate)
        })),
        "save_request_notices" => answer(world.write(who, |desk| {
            let files = report::write_request_notices(desk, OneRequest { request })?;
            Ok(files.len())
        })),
        "save_request_receipt" => answer(world.write(who, |desk| {
            Ok(report::write_request_receipt(desk, WriteRequestLetter { request })?.name)
        })),
        "plan_erasure" => answer(world.read(who, |desk| {
            rights::plan_erasure(desk, OneRequest { request })
        })),
        "erase_on_request" => answer(world.write(who, |desk| {
            let erase = EraseOnRequest {
                request,
                revision,
                keep: Vec::new(),
                typed: String::new(),
                job: 0,
            };
            rights::erase_on_request(desk, erase)
        })),
        "note_request" => answer(world.write(who, |desk| {
            let event = RequestEvent::IdentityAsked { on: TODAY };
            rights::note(
                desk,
                NoteRequest {
                    request,
                    revision,
                    event,
                },
            )
        })),
        "decide_request" => answer(world.write(who, |desk| {
            rights::decide(desk, decision(request, revision, right))
        })),
        "save_request_letter" => answer(world.write(who, |desk| {
            Ok(report::write_request_letter(desk, WriteRequestLetter { request })?.name)
        })),
        "close_request" => answer(world.write(who, |desk| {
            let close = CloseRequest {
                request,
                revision,
                on: TODAY,
                channel: RequestChannel::Letter,
            };
            rights::close(desk, close)
        })),
        _ => return None,
    };
    settle(world, request, right);
    Some(given)
}
