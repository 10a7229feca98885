//! The planted complaint, from its receipt to its end.

use domain::complaint::ComplaintOutcome;
use domain::correspondence::MessageChannel;
use domain::text::Prose;
use records::complaint::{
    self, AcknowledgeComplaint, CloseComplaint, DecideComplaint, LinkComplaint, NoteComplaint,
    OneComplaint, RecordComplaint,
};
use records::report;
use records::view::Nothing;

use super::{Answer, Case, answer};
use crate::registers::{complained, planted_complaint, words};
use crate::who::Who;
use crate::world::{TODAY, World};

const HOW: MessageChannel = MessageChannel::Letter;

pub(super) fn call(world: &mut World, who: Who, command: &str, case: Case) -> Option<Answer> {
    let (complaint, revision) = planted_complaint(world);
    Some(match command {
        "record_complaint" => answer(world.write(who, |desk| {
            let request = RecordComplaint {
                complaint: complained(case.candidate, "Some words"),
            };
            complaint::record(desk, request)
        })),
        "list_complaints" => answer(world.read(who, |desk| complaint::list(desk, Nothing {}))),
        "open_complaint" => answer(world.read(who, |desk| {
            complaint::open(desk, OneComplaint { complaint })
        })),
        "confirm_complaint" => answer(world.write(who, |desk| {
            let request = AcknowledgeComplaint {
                complaint,
                revision,
                on: TODAY,
                how: HOW,
            };
            complaint::acknowledge(desk, request)
        })),
        "note_complaint" => answer(world.write(who, |desk| {
            let request = NoteComplaint {
                complaint,
                revision,
                told: false,
                on: TODAY,
                words: words("Something was found"),
            };
            complaint::note(desk, request)
        })),
        "decide_complaint" => answer(world.write(who, |desk| {
            let request = DecideComplaint {
                complaint,
                revision,
                outcome: ComplaintOutcome::Upheld,
                reasons: words("Reasons"),
                changes: Prose::default(),
            };
            complaint::decide(desk, request)
        })),
        "close_complaint" => answer(world.write(who, |desk| {
            let request = CloseComplaint {
                complaint,
                revision,
                on: TODAY,
                how: HOW,
            };
            complaint::close(desk, request)
        })),
        "link_complaint" => answer(world.write(who, |desk| {
            let request = LinkComplaint {
                complaint,
                revision,
                request: None,
            };
            complaint::link(desk, request)
        })),
        "save_complaint_receipt" => answer(world.write(who, |desk| {
            let file = report::write_complaint_receipt(desk, OneComplaint { complaint })?;
            Ok(file.name)
        })),
        "save_complaint_form" => answer(world.write(who, |desk| {
            Ok(report::write_complaint_form(desk, Nothing {})?.name)
        })),
        "save_outcome_letter" => answer(world.write(who, |desk| {
            let file = report::write_complaint_letter(desk, OneComplaint { complaint })?;
            Ok(file.name)
        })),
        _ => return None,
    })
}
