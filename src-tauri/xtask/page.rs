//! The page: its npm packages, its checks and its build.

use std::fs;
use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, UNIX_EPOCH};

use crate::failure::{During as _, Failure, Outcome};
use crate::{house, process};

/// The oldest Node that the page's tools run on.
const NODE: (u32, u32) = (20, 19);

/// Installs the page's packages from its lock file, where they are missing or older than it.
///
/// # Errors
/// When Node is missing or too old, or npm fails.
pub(crate) fn packages() -> Outcome {
    node()?;
    let lock = house::ui().join("package-lock.json");
    // npm writes this one last, so a broken-off installation does not count.
    let witness = house::ui().join("node_modules/.package-lock.json");
    if changed(&witness).is_some_and(|then| Some(then) >= changed(&lock)) {
        return Ok(());
    }
    process::run(&mut npm(&["ci", "--no-audit", "--no-fund"]))
}

/// Lint and types.
///
/// # Errors
/// When either finds something.
pub(crate) fn check() -> Outcome {
    process::run(&mut npm(&["run", "check"]))
}

/// Unit tests.
///
/// # Errors
/// When one fails.
pub(crate) fn test() -> Outcome {
    process::run(&mut npm(&["test"]))
}

/// Builds the page where its sources are not those that `ui/dist` was built from.
///
/// # Errors
/// When npm fails or the sources cannot be read.
pub(crate) fn build() -> Outcome {
    let note = house::notes().join("page");
    if fs::read_to_string(&note).is_ok_and(|noted| build_state().is_ok_and(|state| state == noted))
    {
        return Ok(());
    }
    process::run(&mut npm(&["run", "build"]))?;
    fs::create_dir_all(house::notes()).during("making target/xtask")?;
    fs::write(&note, build_state()?).during("noting what the page was built from")
}

fn node() -> Outcome {
    let wanted = format!(
        "Node {}.{} or newer with npm is needed for the page (https://nodejs.org)",
        NODE.0, NODE.1
    );
    let Some(version) = process::ask(Command::new("node").arg("--version")) else {
        return Err(Failure::new(wanted));
    };
    if read_version(&version).is_none_or(|version| version < NODE) {
        return Err(Failure::new(format!(
            "{wanted}; this is {}",
            version.trim()
        )));
    }
    if !process::exists("npm") {
        return Err(Failure::new(format!("{wanted}; npm is not on the path")));
    }
    Ok(())
}

fn read_version(printed: &str) -> Option<(u32, u32)> {
    let mut numbers = printed.trim().strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

fn npm(arguments: &[&str]) -> Command {
    let mut command = Command::new("npm");
    // Without CI, test runners watch for changes and never end.
    command
        .args(arguments)
        .current_dir(house::ui())
        .env("CI", "true");
    command
}

/// The sources' content and the time of the build, so that neither a fresh clone's file times nor a
/// build by hand can make an old page pass for the present one.
fn build_state() -> Outcome<String> {
    let built = changed(&house::ui().join("dist/index.html")).map_or(0, |time| time.as_nanos());
    let mut files = Vec::new();
    sources(&house::ui(), &mut files)?;
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        hasher.write(file.as_os_str().as_encoded_bytes());
        hasher.write(&fs::read(&file).during(&format!("reading {}", file.display()))?);
    }
    Ok(format!("{:016x} {built}", hasher.finish()))
}

fn sources(folder: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    let listing = format!("listing {}", folder.display());
    for entry in fs::read_dir(folder).during(&listing)? {
        let entry = entry.during(&listing)?;
        let name = entry.file_name();
        if name == "node_modules" || name == "dist" {
            continue;
        }
        if entry.file_type().during(&listing)?.is_dir() {
            sources(&entry.path(), files)?;
        } else {
            files.push(entry.path());
        }
    }
    Ok(())
}

/// When a file was last written, if it is there.
fn changed(file: &Path) -> Option<Duration> {
    fs::metadata(file)
        .ok()?
        .modified()
        .ok()?
        .duration_since(UNIX_EPOCH)
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_are_compared_as_numbers() {
        assert_eq!(read_version("v20.20.2\n"), Some((20, 20)));
        assert!(
            read_version("v18.19.0\n").is_some_and(|version| version < NODE),
            "18 is too old"
        );
        assert_eq!(read_version("node"), None);
    }
}
