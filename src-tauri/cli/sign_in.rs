//! Opening a store from the command line.

use std::fs;
use std::io::{self, BufRead};
use std::path::Path;

use domain::clock::Clock;
use records::organisation::{self, Passphrase, PutBack, Replay};
use records::retention::SecondWord;
use records::{Door, OpenError, Session, Store, Summary, same_name};
use zeroize::Zeroizing;

use crate::arguments::{Arguments, Second};
use crate::failure::Failure;
use crate::say;

/// The folder named on the command line.
pub(crate) fn folder(arguments: &Arguments) -> Result<&Path, Failure> {
    arguments
        .store
        .as_deref()
        .ok_or_else(|| Failure::Usage("Name the store's folder with --store DIR.".to_owned()))
}

/// The passphrase, from its file or from standard input.
pub(crate) fn passphrase(arguments: &Arguments) -> Result<Passphrase, Failure> {
    let text = if let Some(file) = &arguments.passphrase_file {
        fs::read_to_string(file).map_err(Failure::file(file))?
    } else {
        let mut line = String::new();
        io::stdin()
            .lock()
            .read_line(&mut line)
            .map_err(Failure::file(Path::new("Standard input")))?;
        line
    };
    first_line(text).ok_or_else(|| {
        Failure::Usage(
            "Give the passphrase with --passphrase-file FILE or on standard input.".to_owned(),
        )
    })
}

/// A passphrase stands on the first line.
fn first_line(text: String) -> Option<Passphrase> {
    let text = Zeroizing::new(text);
    let first = text.lines().next().filter(|line| !line.is_empty())?;
    Some(Passphrase::new(Zeroizing::new(first.to_owned())))
}

/// The accounts that sign in to the store.
fn doors(folder: &Path) -> Result<Vec<Door>, Failure> {
    match records::summary(folder).map_err(records::Error::from)? {
        Summary::Present { doors, .. } => Ok(doors),
        Summary::Absent => Err(records::Error::from(OpenError::Absent).into()),
    }
}

/// The second person's word, where the command line gives one.
pub(crate) fn second(
    arguments: &Arguments,
    second: &Second,
) -> Result<Option<SecondWord>, Failure> {
    let (Some(name), Some(file)) = (&second.name, &second.second_passphrase_file) else {
        return Ok(None);
    };
    let known = doors(folder(arguments)?)?
        .into_iter()
        .find(|door| same_name(&door.sign_in_name, name));
    let account = known.map(|door| door.account).ok_or_else(|| {
        Failure::Usage("Nobody signs in with the name given with --second.".to_owned())
    })?;
    let text = fs::read_to_string(file).map_err(Failure::file(file))?;
    let passphrase = first_line(text).ok_or_else(|| {
        Failure::Usage("The file given with --second-passphrase-file is empty.".to_owned())
    })?;
    Ok(Some(SecondWord {
        account,
        passphrase,
    }))
}

/// What is said where people were erased again.
pub(crate) fn erased_since(people: u64, proved: bool) -> String {
    let who = if people == 1 {
        "1 person who was erased since that copy was made was".to_owned()
    } else {
        format!("{people} people who were erased since that copy was made were")
    };
    let found = if proved {
        "nothing of them was found afterwards"
    } else {
        "FAULT: something of them was found afterwards"
    };
    format!("{who} erased again before it was opened; {found}.")
}

/// Opens the store and signs in.
pub(crate) fn open(arguments: &Arguments, clock: &dyn Clock) -> Result<(Store, Session), Failure> {
    let folder = folder(arguments)?;
    let names: Vec<_> = doors(folder)?
        .into_iter()
        .map(|door| door.sign_in_name)
        .collect();
    let ((Some(name), _) | (None, [name])) = (&arguments.account, names.as_slice()) else {
        return Err(Failure::Usage(
            "The store has several accounts: name one with --account NAME.".to_owned(),
        ));
    };
    let passphrase = passphrase(arguments)?;
    let sign_in = if arguments.as_it_is {
        organisation::sign_in_as_it_is
    } else {
        organisation::sign_in
    };
    let entered = sign_in(folder, name, &passphrase, clock)?;
    if let Some(PutBack { expected, found }) = entered.put_back {
        say::message(&format!(
            "These records may be an older copy: the journal has {found} entries and had {expected}. Nothing was \
             changed. Ask whoever keeps the backups before you go on."
        ));
    }
    let Replay {
        erased_again,
        proved,
        list_lost,
    } = entered.replay;
    if erased_again > 0 {
        say::message(&erased_since(u64::from(erased_again), proved));
    }
    if list_lost {
        say::message(
            "The list of erasures outside the database (fairhold.erasures) was missing or damaged. It was written anew \
             from the database.",
        );
    }
    Ok((entered.store, Session::new(entered.account)))
}
