//! How fast Fairhold is: each use case at 100,000 made-up people, beside plain SQLite in the same run.
//!
//! Speed is measured here, not tested: the program prints what it found and ends well whatever it is.

mod arguments;
mod copy;
mod decide;
mod import;
mod list;
mod memory;
mod office;
mod open;
mod plain;
mod report;
mod retention;
mod sample;
mod search;
mod sheet;
mod sweep;
mod table;
mod timing;

use std::env;
use std::error::Error;

use crate::arguments::Arguments;
use crate::office::Office;
use crate::plain::Plain;
use crate::sample::Sample;
use crate::table::{Measured, json, text};

/// Whatever goes wrong here is for a developer to read.
type Outcome<T> = Result<T, Box<dyn Error>>;

#[expect(clippy::print_stdout, reason = "the table is what this program is for")]
fn main() -> Outcome<()> {
    let arguments = Arguments::read(env::args().skip(1))?;
    let sample = Sample::ready()?;
    let measured = measure(&sample, arguments)?;
    if arguments.json {
        println!("{}", json(&measured)?);
    } else {
        print!("{}", text(&measured));
    }
    Ok(())
}

fn measure(sample: &Sample, arguments: Arguments) -> Outcome<Vec<Measured>> {
    let scratch = sample.scratch()?;
    let mut measured = Vec::new();
    {
        let mut office = Office::open(&scratch.store())?;
        let plain = Plain::open(&scratch.plain())?;
        measured.push(search::measure(&mut office, &plain, arguments)?);
        measured.extend(list::measure(&mut office, &plain, arguments)?);
        measured.push(open::measure(&mut office, &plain, arguments)?);
        measured.push(retention::measure(&mut office, &plain, arguments)?);
        measured.push(decide::measure(&plain, arguments)?);
    }
    // From here on the copies are changed; each change gets fresh ones, so that the order says nothing.
    measured.push(import::measure(&sample.scratch()?)?);
    measured.push(sweep::one(&sample.scratch()?, arguments)?);
    measured.push(sweep::many(&sample.scratch()?, arguments)?);
    measured.extend(report::measure(&sample.scratch()?, arguments)?);
    Ok(measured)
}
