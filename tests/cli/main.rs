//! The command line, driven as a person or a timer drives it.
