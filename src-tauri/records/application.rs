//! Applications: added, moved, ended, handed over.

use chrono::NaiveDate;
use domain::access::{self, Permit};
use domain::application::{Outcome, OutcomeKind, Stage};
use domain::id::{ApplicationId, CandidateId};
use store::{About, ApplicationRecord, Detail, Entry};

use crate::candidate::{
    AddApplication, ConfirmHandOver, EndApplications, MoveApplications, NewApplication,
};
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::offer;
use crate::undo::{FIRST_REVISION, Revisions, Undoable};
use crate::view::{Done, number};

/// The most applications one request moves or ends.
pub(crate) const MOST_AT_ONCE: usize = 10_000;

/// An application about to be changed, with the permit to.
pub(crate) struct Decidable {
    pub(crate) permit: Permit<access::DecideApplication>,
    pub(crate) record: ApplicationRecord,
}

/// Adds an application of a candidate who is here.
///
/// # Errors
/// A refusal for those who don't run the vacancy; [`Error::Invalid`] when the person has applied for it before
/// and that application runs.
pub fn add(desk: &mut WriteDesk<'_>, request: AddApplication) -> Result<Done, Error> {
    check_new(desk, &request.application)?;
    let (permit, running) = desk.read(|desk| {
        // Whoever adds must be able to see the person as well as run the vacancy.
        let reading = desk.permit_on_candidate::<access::ReadCandidate>(request.candidate)?;
        let permit = desk.permit_on_vacancy::<access::AddCandidate>(request.application.vacancy)?;
        let running =
            desk.records.applications(&reading)?.iter().any(|known| {
                known.vacancy == request.application.vacancy && known.outcome.is_none()
            });
        Ok((permit, running))
    })?;
    if running {
        return Err(Error::invalid(
            "application.vacancy",
            "This person's application for this vacancy is running already.",
        ));
    }
    let application = desk.write(&permit, |tx| {
        let new = received(request.application.applied_on);
        let application = tx.insert_application(
            &permit,
            request.candidate,
            request.application.vacancy,
            &new,
        )?;
        Ok((
            application,
            Entry::new("add-application").about(About::Candidate(request.candidate)),
        ))
    })?;
    let undo = desk.keep(Undoable::AddedApplication {
        application,
        candidate: request.candidate,
        revision: FIRST_REVISION,
    });
    Ok(Done { undo: Some(undo) })
}

/// Moves applications to another stage. Those that are there already stay as they are.
///
/// # Errors
/// A refusal when one of them is not the viewer's to decide: then none is moved. [`Error::Rule`] when one has
/// ended.
pub fn move_to(desk: &mut WriteDesk<'_>, request: MoveApplications) -> Result<Done, Error> {
    let decidable = decidable(desk, &request.applications)?;
    if decidable.iter().any(|each| ended(&each.record)) {
        return Err(Error::rule(
            "RET-02",
            "An application that has ended can't be moved; take its outcome back first.",
        ));
    }
    let moving: Vec<Decidable> = decidable
        .into_iter()
        .filter(|each| each.record.stage != request.to)
        .collect();
    let moved = change(
        desk,
        &moving,
        |tx, each| {
            tx.move_application(
                &each.permit,
                each.record.id,
                request.to,
                each.record.revision,
            )
        },
        |entry| entry.with("to", Detail::Word(request.to.code())),
        "move-applications",
    )?;
    let undo = (!moved.is_empty()).then(|| desk.keep(Undoable::MovedApplications { moved }));
    Ok(Done { undo })
}

/// Records how applications ended, on the day the decision was made. From that day the six months run (RET-02).
///
/// # Errors
/// A refusal when one of them is not the viewer's to decide: then none is ended. [`Error::Invalid`] for a day
/// that has not come or lies before the application; [`Error::Rule`] when several are turned down and not each name is
/// confirmed, and past an offer without an answer.
pub fn end(desk: &mut WriteDesk<'_>, request: EndApplications) -> Result<Done, Error> {
    let decidable = decidable(desk, &request.applications)?;
    check_confirmed(&request)?;
    check_outcome(desk, &decidable, request.outcome)?;
    offer::check_end(desk, &decidable, request.outcome.how)?;
    let how = request.outcome.how.code();
    let ended = change(
        desk,
        &decidable,
        |tx, each| {
            tx.set_outcome(
                &each.permit,
                each.record.id,
                Some(request.outcome),
                each.record.revision,
            )
        },
        |entry| {
            entry
                .with("how", Detail::Word(how))
                .with("on", Detail::Day(request.outcome.on))
        },
        "end-applications",
    )?;
    let undo = (!ended.is_empty()).then(|| desk.keep(Undoable::EndedApplications { ended }));
    Ok(Done { undo })
}

/// Turning several people down at once needs each name confirmed by who decides: no list does it for them (COL-13).
fn check_confirmed(request: &EndApplications) -> Result<(), Error> {
    if request.outcome.how.reason().is_none() || request.applications.len() < 2 {
        return Ok(());
    }
    let unconfirmed = request
        .applications
        .iter()
        .filter(|application| !request.confirmed.contains(application))
        .count();
    if unconfirmed == 0 {
        return Ok(());
    }
    Err(Error::rule(
        "COL-13",
        format!(
            "Turning people down needs each name confirmed; {} not.",
            domain::number::many(u64::from(number(unconfirmed)), "is", "are")
        ),
    ))
}

/// Confirms that HR took over a hired candidate's details (RET-13).
///
/// # Errors
/// A refusal for those who don't run the vacancy; [`Error::Rule`] when the person was not hired.
pub fn confirm_hand_over(
    desk: &mut WriteDesk<'_>,
    request: ConfirmHandOver,
) -> Result<Done, Error> {
    desk.not_in_future("on", request.on)?;
    let decidable = decidable(desk, &[request.application])?;
    let Some(each) = decidable.first() else {
        return Err(Error::NotFound);
    };
    match each.record.outcome {
        Some(outcome) if outcome.how == OutcomeKind::Hired => {
            if request.on < outcome.on {
                return Err(Error::invalid(
                    "on",
                    "Enter a day on or after the one the person was hired.",
                ));
            }
        }
        Some(_) | None => {
            return Err(Error::rule(
                "RET-13",
                "Only a hired person's details are handed over.",
            ));
        }
    }
    desk.write(&each.permit, |tx| {
        tx.set_handed_over(
            &each.permit,
            each.record.id,
            Some(request.on),
            each.record.revision,
        )?;
        let entry = Entry::new("confirm-hand-over")
            .about(About::Candidate(each.record.candidate))
            .with("on", Detail::Day(request.on));
        Ok(((), entry))
    })?;
    Ok(Done { undo: None })
}

/// Checks an application that comes in.
///
/// # Errors
/// [`Error::Invalid`] for a day that has not come, [`Error::Rule`] for a vacancy that was closed out.
pub(crate) fn check_new(
    desk: &mut WriteDesk<'_>,
    application: &NewApplication,
) -> Result<(), Error> {
    desk.not_in_future("application.appliedOn", application.applied_on)?;
    let closed = desk.read(|desk| Ok(desk.records.vacancy_facts_of(application.vacancy)?))?;
    if closed.is_some_and(|vacancy| vacancy.closed_out_on.is_some()) {
        return Err(Error::invalid(
            "application.vacancy",
            "This vacancy was closed out. Choose one that is open.",
        ));
    }
    Ok(())
}

/// An application as it comes in.
pub(crate) const fn received(applied_on: NaiveDate) -> store::NewApplication {
    store::NewApplication {
        applied_on,
        stage: Stage::Applied,
        outcome: None,
    }
}

/// Fetches applications with a permit to decide each.
pub(crate) fn decidable(
    desk: &mut WriteDesk<'_>,
    applications: &[ApplicationId],
) -> Result<Vec<Decidable>, Error> {
    if applications.len() > MOST_AT_ONCE {
        return Err(Error::invalid(
            "applications",
            "Choose at most 10,000 at once.",
        ));
    }
    desk.read(|desk| {
        applications
            .iter()
            .map(|application| {
                let permit =
                    desk.permit_on_application::<access::DecideApplication>(*application)?;
                let record = desk.records.application(&permit, *application)?;
                Ok(Decidable { permit, record })
            })
            .collect()
    })
}

/// Checks that an outcome's day can be the one of these applications.
pub(crate) fn check_outcome(
    desk: &WriteDesk<'_>,
    decidable: &[Decidable],
    outcome: Outcome,
) -> Result<(), Error> {
    desk.not_in_future("outcome.on", outcome.on)?;
    if decidable
        .iter()
        .any(|each| outcome.on < each.record.applied_on)
    {
        return Err(Error::invalid(
            "outcome.on",
            "Enter a day on or after the application came in.",
        ));
    }
    if decidable.iter().any(|each| ended(&each.record)) {
        return Err(Error::rule(
            "RET-02",
            "This application has ended already, and its outcome's day is what the six months run from; take that \
             outcome back first if it was a mistake.",
        ));
    }
    Ok(())
}

fn ended(record: &ApplicationRecord) -> bool {
    record.outcome.is_some()
}

/// An application as a change left it, to take the change back by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Changed {
    pub(crate) application: ApplicationId,
    pub(crate) candidate: CandidateId,
    /// Where it stood before.
    pub(crate) stage: Stage,
    /// The revision the change made.
    pub(crate) revision: Revisions,
}

impl Changed {
    /// What a change made of an application.
    pub(crate) const fn new(before: &ApplicationRecord, revision: u32) -> Self {
        Self {
            application: before.id,
            candidate: before.candidate,
            stage: before.stage,
            revision: Revisions::made(revision),
        }
    }
}

/// Changes several applications in one transaction with one journal entry.
fn change(
    desk: &mut WriteDesk<'_>,
    decidable: &[Decidable],
    one: impl Fn(&store::Tx<'_>, &Decidable) -> Result<u32, store::StoreError>,
    tell: impl FnOnce(Entry) -> Entry,
    action: &'static str,
) -> Result<Vec<Changed>, Error> {
    let Some(first) = decidable.first() else {
        return Ok(Vec::new());
    };
    desk.write(&first.permit, |tx| {
        let mut changed = Vec::with_capacity(decidable.len());
        for each in decidable {
            let revision = one(tx, each)?;
            changed.push(Changed::new(&each.record, revision));
        }
        let about = match decidable {
            [only] => About::Candidate(only.record.candidate),
            _ => About::Vacancy(first.record.vacancy),
        };
        let count = Detail::Number(u64::from(number(changed.len())));
        Ok((
            changed,
            tell(Entry::new(action).about(about).with("applications", count)),
        ))
    })
}
