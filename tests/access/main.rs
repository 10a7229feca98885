//! What each command gives to whom, on a real store: owned by `records`.
//!
//! `world` makes a small organisation of made-up people whose every word is unmistakable. `commands` calls
//! every command of the window as somebody, and `walk` everybody. `matrix` compares who is let in with a table that
//! a person can read, `classes` which classes of data they are shown; `leaks` looks for words of people the viewer
//! has no part in, in everything a command answers, `holds` who is told why a record is held, and `documents` who sees
//! which documents.

#[cfg(test)]
mod classes;
#[cfg(test)]
mod commands;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod holds;
#[cfg(test)]
mod leaks;
#[cfg(test)]
mod matrix;
#[cfg(test)]
mod registers;
#[cfg(test)]
mod walk;
#[cfg(test)]
mod who;
#[cfg(test)]
mod world;
