//! The packages that people install.

use std::process::Command;

use crate::failure::Outcome;
use crate::{house, page, process, system};

/// Builds for release and makes a .deb and an .rpm.
///
/// # Errors
/// When something is missing, or building or bundling fails.
pub(crate) fn package() -> Outcome {
    system::ensure(&[system::BUILD, system::BUNDLE])?;
    page::packages()?;
    // The page's own copy of the tool: `npx` would fetch another where this one is missing.
    let tauri = house::ui().join("node_modules/.bin/tauri");
    process::run(
        Command::new(tauri)
            // An AppImage would download its tools, so it is not made.
            .args(["build", "--bundles", "deb,rpm", "--", "--locked"])
            .current_dir(house::root())
            .env("CI", "true"),
    )?;
    println!(
        "\nThe packages are in {}",
        house::target().join("release/bundle").display()
    );
    Ok(())
}
