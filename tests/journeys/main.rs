//! Journeys: what a person does in the real window, from the first key to the encrypted bytes.
//!
//! Each file here is one journey or a few that belong together, named after what the person does.
//! What a rule decides is tested in `domain`, what a command refuses in `tests/app`; a journey shows
//! that the whole hangs together, that it can be walked by keyboard alone, and that axe finds nothing.
//! `harness` has the window and the hands; `proof` shows that the harness notices what it should.
//!
//! They need a display and a session bus: `cargo xtask test` gives them both, and runs them one at a
//! time.

#[cfg(test)]
mod album;
#[cfg(test)]
mod bytes;
#[cfg(test)]
mod cancelling;
#[cfg(test)]
mod clock;
#[cfg(test)]
mod complaints;
#[cfg(test)]
mod deciding;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod every_screen;
#[cfg(test)]
mod feel;
#[cfg(test)]
mod hands;
#[cfg(test)]
mod harness;
#[cfg(test)]
mod hearing;
#[cfg(test)]
mod holds;
#[cfg(test)]
mod importing;
#[cfg(test)]
mod incidents;
#[cfg(test)]
mod interviewing;
#[cfg(test)]
mod keychain;
#[cfg(test)]
mod locking;
#[cfg(test)]
mod memory;
#[cfg(test)]
mod nothing_left;
#[cfg(test)]
mod notices;
#[cfg(test)]
mod people;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod policy;
#[cfg(test)]
mod printing;
#[cfg(test)]
mod proof;
#[cfg(test)]
mod restoring;
#[cfg(test)]
mod rights;
#[cfg(test)]
mod sealed;
#[cfg(test)]
mod sharing;
#[cfg(test)]
mod six_months;
#[cfg(test)]
mod six_months_by_keyboard;
#[cfg(test)]
mod speed;
#[cfg(test)]
mod starting;
#[cfg(test)]
mod tampering;
#[cfg(test)]
mod telling;
#[cfg(test)]
mod the_week;
#[cfg(test)]
mod timer;
#[cfg(test)]
mod views;
#[cfg(test)]
mod writing;
