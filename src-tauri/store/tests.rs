//! Tests that need the store's insides: the raw connection, the bytes of the key file, the page reader.

mod documents;
mod journal;
mod key_file;
mod keys;
mod plans;
mod residue;
mod schema;
