//! `fairhold-cli`: the same use cases without a window.
//!
//! Answers go to standard output, messages to standard error. With `--json` every answer is one JSON value.

mod arguments;
mod failure;
mod say;
mod secret;
mod sign_in;
mod work;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::Arguments;

fn main() -> ExitCode {
    if let Some(code) = records::document::read_if_asked() {
        return code;
    }
    let arguments = Arguments::parse();
    match work::run(&arguments) {
        Ok(code) => code,
        Err(failure) => {
            say::message(&failure.message());
            failure.code()
        }
    }
}
