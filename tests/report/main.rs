//! What the documents say, and how their files are made.

mod samples;
mod structure;
