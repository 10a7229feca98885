//! Candidates, their documents and what is sealed of them, views of the list, conflicts of interest.

use domain::access::Shown;
use domain::document::{DocumentKind, FileName};
use domain::id::{CandidateId, DocumentId, SavedViewId, SealedRecordId};
use domain::sealed::{Adjustment, OpeningPurpose, SealedContent, SealedKind};
use domain::text::Prose;
use records::candidate::{
    AddCandidate, CandidateColumn, CandidateFilter, CandidateSort, EditCandidate, NewApplication,
    OpenCandidate,
};
use records::document::{DocumentDetails, DocumentPart, NewFile, OneDocument};
use records::people::{DeclareConflict, ExportReview, WithdrawConflict};
use records::saved_view::{DeleteView, ListColumn, SaveView, ViewShows};
use records::sealed::{AddSealed, NewCopy, OneSealed, OpenSealed};
use records::view::Undo;
use records::{candidate, document, people, saved_view, sealed, undo};

use super::{Answer, Case, answer};
use crate::who::Who;
use crate::world::{TODAY, World, details, line};

pub(super) fn call(world: &mut World, who: Who, command: &str, case: Case) -> Option<Answer> {
    let Case {
        candidate,
        vacancy,
        application,
        at,
        nobody,
    } = case;
    Some(match command {
        "add_candidate" => answer(world.write(who, |desk| {
            candidate::add(
                desk,
                AddCandidate {
                    details: details("Added"),
                    application: Some(NewApplication {
                        vacancy,
                        applied_on: TODAY,
                    }),
                    notice: None,
                },
            )
        })),
        "edit_candidate" => answer(world.write(who, |desk| {
            candidate::edit(
                desk,
                EditCandidate {
                    candidate,
                    revision: 999,
                    details: details("Edited"),
                },
            )
        })),
        // Each asks for the system's dialog or another program in between: these are the two halves.
        "add_documents" => {
            let details = DocumentDetails {
                candidate,
                application,
                kind: DocumentKind::Letter,
                label: None,
            };
            let asked = details.clone();
            let checked = world.read(who, |desk| document::check(desk, asked));
            let file = NewFile {
                name: FileName::parse("letter.txt").ok()?,
                content: b"Some words".to_vec().into(),
                text: None,
            };
            let added = world.write(who, |desk| document::add(desk, details, vec![file]));
            assert_eq!(
                checked.is_ok(),
                added.is_ok(),
                "{who:?}: both halves say the same"
            );
            answer(added)
        }
        "open_document" | "show_document" | "remove_document" => {
            // The latest of the candidate's, guessed where it may not be seen; one that was never there for who has none.
            let known = world
                .read(Who::Hr, |desk| {
                    candidate::open(desk, OpenCandidate { candidate })
                })
                .ok()
                .and_then(|view| match view.documents {
                    Shown::Shown { value } => value.first().map(|each| each.document),
                    Shown::Withheld { .. } => None,
                });
            let asked = OneDocument {
                candidate,
                document: known.unwrap_or_else(|| DocumentId::new(at)),
            };
            match command {
                "remove_document" => answer(world.write(who, |desk| document::remove(desk, asked))),
                "open_document" => {
                    let opened = world.write(who, |desk| document::read(desk, asked));
                    answer(opened.map(|file| file.media.code()))
                }
                _ => {
                    let more = world.read(who, |desk| document::check_seen(desk, asked));
                    let first = world.write(who, |desk| document::read(desk, asked));
                    assert_eq!(
                        more.is_ok(),
                        first.is_ok(),
                        "{who:?}: what follows is shown to whoever saw the beginning"
                    );
                    answer(first.map(|file| document::show(&file, DocumentPart::Words)))
                }
            }
        }
        "add_sealed" => answer(world.write(who, |desk| {
            let content = SealedContent::Adjustments {
                adjustments: [Adjustment::ExtraTime].into(),
                details: Prose::default(),
            };
            sealed::add(desk, AddSealed { candidate, content })
        })),
        "open_sealed" => open_all_sealed(world, who, candidate),
        "erase_sealed" => answer(world.write(who, |desk| {
            sealed::erase(
                desk,
                OneSealed {
                    candidate,
                    record: SealedRecordId::new(at),
                },
            )
        })),
        "add_copy" => {
            let of = one_sealed(
                world,
                candidate,
                SealedKind::Identity,
                SealedRecordId::new(at),
            );
            let checked = world.read(who, |desk| sealed::check_copy(desk, of));
            let copy = NewCopy::take(&FileName::parse("a.pdf").ok()?, b"%PDF-1.7".to_vec().into());
            let added = world.write(who, |desk| sealed::add_copy(desk, (of, copy?)));
            assert_eq!(
                checked.is_ok(),
                added.is_ok(),
                "{who:?}: both halves say the same"
            );
            answer(added)
        }
        "show_copy" | "save_copy" => {
            let of = one_sealed(
                world,
                candidate,
                SealedKind::RightToWork,
                SealedRecordId::new(at),
            );
            let asked = OpenSealed {
                candidate,
                record: of.record,
                purpose: OpeningPurpose::HandOver,
            };
            let (more, first) = if command == "show_copy" {
                (
                    world.read(who, |desk| sealed::check_copy_seen(desk, of)),
                    world.write(who, |desk| sealed::read_copy(desk, asked)),
                )
            } else {
                (
                    world.read(who, |desk| sealed::check_saving(desk, asked)),
                    world.write(who, |desk| sealed::save_copy(desk, asked)),
                )
            };
            assert_eq!(
                more.is_ok(),
                first.is_ok(),
                "{who:?}: what follows is shown to whoever saw the beginning"
            );
            answer(first.map(|file| String::from_utf8_lossy(&file.content).into_owned()))
        }
        "save_view" => answer(world.write(who, |desk| {
            let request = SaveView {
                view: None,
                name: line("Everyone"),
                shows: ViewShows {
                    filter: CandidateFilter::default(),
                    sort: CandidateSort {
                        by: CandidateColumn::Name,
                        descending: false,
                    },
                    columns: vec![ListColumn::Name],
                },
            };
            saved_view::save(desk, request)
        })),
        "delete_view" => answer(world.write(who, |desk| {
            let view = SavedViewId::from_uuid(vacancy.uuid());
            saved_view::delete(desk, DeleteView { view })
        })),
        "export_access_review" => answer(world.write(who, |desk| {
            let file = people::export_review(desk, ExportReview::Candidate { candidate })?;
            Ok(String::from_utf8(file.bytes).expect("text"))
        })),
        "declare_conflict" => {
            // HR's own could be lifted by nobody here, so HR declares one of somebody who is not there.
            let account = (who == Who::Hr).then_some(nobody);
            let answered = answer(world.write(who, |desk| {
                people::declare_conflict(desk, DeclareConflict { candidate, account })
            }));
            if matches!(answered, Answer::Gave(_)) {
                let account = world.account(who);
                world
                    .write(Who::Hr, |desk| {
                        people::withdraw_conflict(desk, WithdrawConflict { candidate, account })
                    })
                    .expect("lifted again");
            }
            answered
        }
        "withdraw_conflict" => answer(world.write(who, |desk| {
            people::withdraw_conflict(
                desk,
                WithdrawConflict {
                    candidate,
                    account: nobody,
                },
            )
        })),
        "undo" => answer(world.write(who, |desk| {
            undo::take_back(
                desk,
                Undo {
                    undo: Some(u32::MAX),
                },
            )
        })),
        _ => return None,
    })
}

/// What of a kind is sealed of somebody, or a record that nobody has.
fn one_sealed(
    world: &World,
    candidate: CandidateId,
    kind: SealedKind,
    otherwise: SealedRecordId,
) -> OneSealed {
    let known = world
        .sealed
        .iter()
        .find(|(of, what, _)| *of == candidate && *what == kind);
    OneSealed {
        candidate,
        record: known.map_or(otherwise, |(_, _, record)| *record),
    }
}

/// Opens everything that is sealed of somebody, and gives all that was answered.
fn open_all_sealed(world: &mut World, who: Who, candidate: CandidateId) -> Answer {
    let sealed = world.sealed.clone();
    let theirs = sealed.into_iter().filter(|(of, ..)| *of == candidate);
    let answers: Vec<Answer> = theirs
        .map(|(_, kind, record)| {
            let purpose = OpeningPurpose::of(kind).first().copied();
            let request = OpenSealed {
                candidate,
                record,
                purpose: purpose.unwrap_or(OpeningPurpose::CheckRecord),
            };
            answer(world.write(who, |desk| sealed::open(desk, request)))
        })
        .collect();
    let gave: String = answers
        .iter()
        .filter_map(|answer| match answer {
            Answer::Gave(text) => Some(text.as_str()),
            Answer::Refused | Answer::LetIn => None,
        })
        .collect();
    match answers.into_iter().next_back() {
        Some(_) if !gave.is_empty() => Answer::Gave(gave),
        Some(last) => last,
        None => Answer::LetIn,
    }
}
