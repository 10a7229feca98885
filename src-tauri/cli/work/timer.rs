//! `timer allow`, `timer remove` and `sweep --timer`: a sweep that nobody has to be there for.

use std::process::ExitCode;

use domain::clock::Clock;
use domain::text::Line;
use records::timer::{self, DeviceSecret};
use records::{Error, OpenError, ReadDesk, Session, Unwatched, WriteDesk, organisation, retention};
use serde::Serialize;

use super::{CHECK_FAILED, closing};
use crate::arguments::{Arguments, TimerKey};
use crate::failure::Failure;
use crate::secret::Place;
use crate::{say, sign_in};

/// What became of a timer's key.
#[derive(Serialize)]
struct Changed {
    timer: String,
    allowed: bool,
}

/// Makes a timer's key. Its secret is kept first, and forgotten again where the store says no.
pub(crate) fn allow(
    arguments: &Arguments,
    key: &TimerKey,
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let folder = sign_in::folder(arguments)?;
    let name = Line::parse(&key.timer_name)
        .map_err(|_error| Failure::Usage("Give the timer a name with --timer-name.".to_owned()))?;
    let (store, session) = sign_in::open(arguments, clock)?;
    let place = Place::new(key.credential.as_deref(), folder, name.as_str());
    closing(store, |store| {
        let taken = ReadDesk::with_store(store, &session, clock, timer::list)?
            .into_iter()
            .any(|(_, known)| records::same_name(&known, name.as_str()));
        if taken {
            return Err(Failure::Usage(format!(
                "There is a timer of the name “{}” already: remove it first, or give another with --timer-name.",
                name.as_str()
            )));
        }
        let secret = DeviceSecret::generate().map_err(Error::from)?;
        place.keep(&secret)?;
        let allowed = WriteDesk::noted(store, &session, clock, &Unwatched, "allow_timer", |desk| {
            timer::allow(desk, &name, &secret)
        });
        if let Err(error) = allowed {
            // What is kept opens nothing.
            place.forget().unwrap_or_default();
            return Err(error.into());
        }
        Ok(())
    })?;
    told(arguments, key, true);
    Ok(ExitCode::SUCCESS)
}

/// Takes a timer's key away.
pub(crate) fn remove(
    arguments: &Arguments,
    key: &TimerKey,
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let folder = sign_in::folder(arguments)?;
    let (store, session) = sign_in::open(arguments, clock)?;
    closing(store, |store| {
        WriteDesk::noted(store, &session, clock, &Unwatched, "remove_timer", |desk| {
            timer::remove(desk, &key.timer_name)
        })
        .map_err(Failure::from)
    })?;
    Place::new(key.credential.as_deref(), folder, &key.timer_name).forget()?;
    told(arguments, key, false);
    Ok(ExitCode::SUCCESS)
}

fn told(arguments: &Arguments, key: &TimerKey, allowed: bool) {
    let changed = Changed {
        timer: key.timer_name.clone(),
        allowed,
    };
    say::answer(arguments.json, &changed, || {
        vec![if allowed {
            format!(
                "“{}” may start the sweep with `sweep --timer`, and do nothing else.",
                key.timer_name
            )
        } else {
            format!(
                "“{}” is removed, and its secret opens nothing.",
                key.timer_name
            )
        }]
    });
}

/// Erases everyone who is due, by a timer's key. Numbers alone are printed: they end up in a log.
pub(crate) fn sweep(
    arguments: &Arguments,
    key: &TimerKey,
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let folder = sign_in::folder(arguments)?;
    let secret = Place::new(key.credential.as_deref(), folder, &key.timer_name).read()?;
    let entered = match timer::sign_in(folder, &secret, clock) {
        Err(Error::Open(OpenError::WrongPassphrase)) => {
            return Err(Failure::Credential(
                "The timer’s secret opens nothing here, or nothing any more. Let HR allow the timer anew with `timer \
                 allow`."
                    .to_owned(),
            ));
        }
        entered => entered?,
    };
    let session = Session::new(entered.account);
    if let Some(organisation::PutBack { expected, found }) = entered.put_back {
        say::message(&format!(
            "These records may be an older copy: the journal has {found} entries and had {expected}."
        ));
    }
    let swept = closing(entered.store, |store| {
        WriteDesk::noted(
            store,
            &session,
            clock,
            &Unwatched,
            "sweep",
            retention::sweep_by_timer,
        )
        .map_err(Failure::from)
    })?;
    say::answer(arguments.json, &swept, || {
        let mut lines = vec![match swept.people {
            1 => "Erased 1 person.".to_owned(),
            people => format!("Erased {people} people."),
        }];
        lines.extend(
            swept
                .rules
                .iter()
                .map(|rule| format!("  {} under {}", rule.people, rule.rule)),
        );
        if swept.days_late > 0 {
            lines.push(format!(
                "The first of them was {} days late.",
                swept.days_late
            ));
        }
        if !swept.verified {
            lines.push(format!(
                "{} words of them were found afterwards.",
                swept.found
            ));
        }
        lines
    });
    Ok(if swept.verified {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(CHECK_FAILED)
    })
}
