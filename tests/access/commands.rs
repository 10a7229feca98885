//! Every command of the window, called as somebody about something.

mod application;
mod candidate;
mod complaint;
mod correspondence;
mod incident;
mod interview;
mod notice;
mod people;
mod permission;
mod read;
mod retention;
mod rights;
mod sharing;
mod vacancy;

use chrono::{DateTime, Utc};
use domain::id::{AccountId, ApplicationId, CandidateId, VacancyId};
use records::Error;
use records::candidate::OpenCandidate;
use serde::Serialize;

use crate::who::Who;
use crate::world::{TODAY, World};

/// What a command is called about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target {
    pub(crate) candidate: CandidateId,
    pub(crate) vacancy: VacancyId,
}

/// What a command that writes is called about.
#[derive(Clone, Copy, Debug)]
struct Case {
    candidate: CandidateId,
    vacancy: VacancyId,
    /// The candidate's first, where they have one.
    application: Option<ApplicationId>,
    at: DateTime<Utc>,
    /// An account that is nobody's.
    nobody: AccountId,
}

/// How a command answered.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    /// With something, as the page would get it.
    Gave(String),
    /// With a rule's no.
    Refused,
    /// That there is nothing to do it to, or nothing such: the call was let in.
    LetIn,
}

fn answer<T: Serialize>(result: Result<T, Error>) -> Answer {
    match result {
        Ok(value) => Answer::Gave(serde_json::to_string(&value).expect("JSON")),
        Err(Error::Refused(_)) => Answer::Refused,
        Err(_) => Answer::LetIn,
    }
}

/// The commands about a session rather than records; they name nobody.
pub(crate) const OF_THE_SESSION: [&str; 24] = [
    "status",
    "create_store",
    "rate_passphrase",
    "sign_in",
    "sign_in_by_keychain",
    "use_keychain",
    "recover",
    "use_key_copy",
    // Before anybody is signed in: a day, the names a sign-in screen shows, and counts.
    "choose_backup",
    "restore_backup",
    "lock",
    "choose_folder",
    "open_sample",
    "leave_sample",
    "set_appearance",
    "set_idle_lock",
    "set_zoom",
    "set_tour",
    // Writes down what the page draws of figures that `read_pipeline` and `retention_overview` gave it.
    "save_picture",
    "print_page",
    "active",
    "cancel_job",
    // Forgets what `show_document` showed.
    "close_document",
    // Looks at a file with `import::choose`, which is `preview_import`'s other half.
    "choose_import_file",
];

/// Calls a command as somebody about something; `None` for a name that is no command on records.
pub(crate) fn call(world: &mut World, who: Who, command: &str, target: Target) -> Option<Answer> {
    if let Some(read) = read::call(world, who, command, target) {
        return Some(read);
    }
    if let Some(read) = sharing::read(world, who, command, target) {
        return Some(read);
    }
    if let Some(read) = notice::read(world, who, command) {
        return Some(read);
    }
    let case = case(world, target)?;
    [
        interview::call,
        candidate::call,
        application::call,
        correspondence::call,
        permission::call,
        vacancy::call,
        people::call,
        retention::call,
        incident::call,
        rights::call,
        sharing::call,
        notice::call,
        complaint::call,
    ]
    .iter()
    .find_map(|call| call(world, who, command, case))
}

fn case(world: &mut World, target: Target) -> Option<Case> {
    let Target { candidate, vacancy } = target;
    // Read by HR, since a guessed id is one way to try.
    let application = world
        .read(Who::Hr, |desk| {
            records::candidate::open(desk, OpenCandidate { candidate })
        })
        .ok()
        .and_then(|view| view.applications.first().map(|each| each.application));
    let at = TODAY.and_hms_opt(12, 0, 0)?.and_utc();
    Some(Case {
        candidate,
        vacancy,
        application,
        at,
        nobody: AccountId::new(at),
    })
}
