//! What the documents say, and how their files are made.

#[cfg(test)]
mod mail;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod structure;
