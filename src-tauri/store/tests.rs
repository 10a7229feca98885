//! Tests that need the store's insides: the raw connection, the bytes of the key file, the page reader.

mod journal;
mod plans;
mod residue;
mod schema;
mod slots;
