//! The page's half of the contract, written from the Rust types. In development builds only.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

use ts_rs::{Config, ExportError, TS};

use super::error::IpcError;
use super::status::{FileDrag, JobProgress};

/// Collects types and the map of commands.
pub(super) struct Description {
    config: Config,
    map: String,
}

impl Description {
    /// Adds one command.
    pub(super) fn command<Request: TS + 'static, Response: TS + 'static>(
        &mut self,
        name: &str,
        docs: &[&str],
    ) -> Result<(), ExportError> {
        Request::export_all(&self.config)?;
        Response::export_all(&self.config)?;
        let (request, response) = (Request::name(&self.config), Response::name(&self.config));
        let doc = docs.join(" ");
        writeln!(
            self.map,
            "  /** {} */\n  {name}: [{request}, {response}];",
            doc.trim()
        )?;
        Ok(())
    }
}

/// Writes every type the page uses to a file.
pub(crate) fn write(file: &Path) -> ExitCode {
    match collect(file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            crate::incident::report(&error);
            ExitCode::FAILURE
        }
    }
}

fn collect(file: &Path) -> io::Result<()> {
    let folder = std::env::temp_dir().join(format!("fairhold-bindings-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    // Numbers cross as JSON, which has no big integers.
    let config = Config::new().with_large_int("number").with_out_dir(&folder);
    let mut description = Description {
        config,
        map: String::new(),
    };
    let written = super::describe(&mut description)
        .and_then(|()| IpcError::export_all(&description.config))
        .and_then(|()| JobProgress::export_all(&description.config))
        .and_then(|()| FileDrag::export_all(&description.config));
    let types = written
        .map_err(io::Error::other)
        .and_then(|()| fs::read_to_string(folder.join("bindings.ts")));
    fs::remove_dir_all(&folder)?;
    let map = description.map;
    fs::write(
        file,
        format!(
            "{}\n/** Every command: what it is asked, and what it answers. */\nexport type Commands = {{\n{map}}};\n",
            types?
        ),
    )
}
