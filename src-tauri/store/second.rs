//! A second person's word before an erasure: their passphrase, which opens nothing here.

use chrono::{DateTime, Utc};
use domain::access::{Erase, Permit};
use domain::id::AccountId;

use crate::account::Passphrase;
use crate::error::OpenError;
use crate::journal::{About, Detail, Entry};
use crate::key_file::Credential;
use crate::open::throttled;
use crate::scrub::scrubbed;
use crate::write::Store;

/// What a second person says by their passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confirms {
    /// That the date is right, after the clock jumped (RULEBOOK T-07).
    pub date: bool,
    /// That so many people may go at once (ERA-01).
    pub people: Option<u64>,
}

impl Store {
    /// Takes a second person's word before an erasure. Each thing they say is journalled, with who they are.
    ///
    /// # Errors
    /// [`OpenError::WrongPassphrase`] and [`OpenError::Throttled`], as at a sign-in; an account without a way in is
    /// answered like a wrong passphrase.
    pub fn take_second_word(
        &mut self,
        permit: &Permit<Erase>,
        second: AccountId,
        passphrase: &Passphrase,
        confirms: Confirms,
        now: DateTime<Utc>,
    ) -> Result<(), OpenError> {
        let name = self
            .keys
            .doors()
            .find(|door| door.account == second)
            .map(|door| door.sign_in_name)
            .ok_or(OpenError::WrongPassphrase)?;
        let (opened, wrong_before) = scrubbed(|| {
            throttled(&self.folder, now, || {
                self.keys
                    .open(&name, Credential::Passphrase(passphrase.text()))
            })
        })?;
        // Their keys are wanted for nothing.
        drop(opened);
        let said = |action: &'static str| {
            Entry::new(action)
                .about(About::Account(second))
                .with("wrong-before", Detail::Number(u64::from(wrong_before)))
        };
        if confirms.date {
            self.write(permit, now, |tx| {
                tx.believe_clock(now)?;
                let entry = said("confirm-clock").with("day", Detail::Day(tx.today()));
                Ok::<_, OpenError>(((), entry))
            })?;
        }
        if let Some(people) = confirms.people {
            let entry = said("confirm-bulk").with("people", Detail::Number(people));
            self.note(Some(permit.actor()), now, entry)?;
        }
        Ok(())
    }
}
