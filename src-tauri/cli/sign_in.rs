//! Opening a store from the command line.

use std::fs;
use std::io::{self, BufRead};
use std::path::Path;

use domain::clock::Clock;
use records::organisation::{self, Passphrase, PutBack};
use records::{OpenError, Session, Store, Summary};
use zeroize::Zeroizing;

use crate::arguments::Arguments;
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
    let text = Zeroizing::new(if let Some(file) = &arguments.passphrase_file {
        fs::read_to_string(file).map_err(Failure::file(file))?
    } else {
        let mut line = String::new();
        io::stdin()
            .lock()
            .read_line(&mut line)
            .map_err(Failure::file(Path::new("Standard input")))?;
        line
    });
    let first = text.lines().next().unwrap_or_default();
    if first.is_empty() {
        return Err(Failure::Usage(
            "Give the passphrase with --passphrase-file FILE or on standard input.".to_owned(),
        ));
    }
    Ok(Passphrase::new(Zeroizing::new(first.to_owned())))
}

/// Opens the store and signs in.
pub(crate) fn open(arguments: &Arguments, clock: &dyn Clock) -> Result<(Store, Session), Failure> {
    let folder = folder(arguments)?;
    let doors = match records::summary(folder).map_err(records::Error::from)? {
        Summary::Present { doors, .. } => doors,
        Summary::Absent => return Err(records::Error::from(OpenError::Absent).into()),
    };
    let names: Vec<_> = doors.into_iter().map(|door| door.sign_in_name).collect();
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
    Ok((entered.store, Session::new(entered.account)))
}
