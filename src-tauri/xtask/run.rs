//! `run`: from a bare system to the open window.

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::arguments::RunWish;
use crate::failure::{During as _, Failure, Outcome};
use crate::picture::Picture;
use crate::session::Session;
use crate::{house, process, rust, system};

/// How long a window may take to paint itself.
const PATIENCE: Duration = Duration::from_mins(1);
/// How long a picture must stay as it is to be the final one.
const CALM: Duration = Duration::from_millis(1500);

/// Sets up, builds, and opens the window or takes its picture.
///
/// # Errors
/// When there is nothing to show a window on, something cannot be set up or built, or the program fails.
pub(crate) fn run(wish: &RunWish) -> Outcome {
    // Said before the ten minutes of building, not after.
    let display = ["WAYLAND_DISPLAY", "DISPLAY"]
        .iter()
        .any(|name| env::var_os(name).is_some_and(|v| !v.is_empty()));
    if wish.shot.is_none() && !display {
        return Err(Failure::new(
            "there is no display here to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set). \
             `cargo xtask run --headless-shot FILE` starts the window on an invisible screen and writes a \
             picture of it to FILE",
        ));
    }
    if let Some(file) = &wish.shot {
        let file = std::path::absolute(file).during("finding the picture's folder")?;
        system::ensure(&[system::BUILD, system::SCREEN])?;
        rust::build_window()?;
        shoot(&file, &wish.to_app)
    } else {
        system::ensure(&[system::BUILD])?;
        rust::build_window()?;
        process::run_asking(Command::new(house::debug_binary("fairhold")).args(&wish.to_app))
    }
}

fn shoot(file: &Path, to_app: &[OsString]) -> Outcome {
    let session = Session::start()?;
    let mut app = session.spawn(house::debug_binary("fairhold"), to_app)?;
    let begun = Instant::now();
    let mut last = None;
    let mut since = begun;
    let verdict = loop {
        thread::sleep(Duration::from_millis(250));
        if let Some(status) = app.ended()? {
            return Err(Failure::new(format!(
                "the program ended before its window was painted, with {status}"
            )));
        }
        let picture = session.look();
        let painted = picture.as_ref().is_some_and(Picture::is_painted);
        let calm = match (&picture, &last) {
            (Some(now), Some(before)) => now.is_like(before),
            _ => false,
        };
        if !(painted && calm) {
            since = Instant::now();
        }
        last = picture;
        if painted && since.elapsed() >= CALM {
            break Ok(());
        }
        if begun.elapsed() > PATIENCE {
            break Err(if painted {
                "never came to rest"
            } else {
                "stayed empty"
            });
        }
    };
    session.photograph(file.as_os_str())?;
    println!("The picture is in {}", file.display());
    verdict.map_err(|how| {
        Failure::new(format!(
            "the window {how} for {} s; the picture shows it as it was then",
            PATIENCE.as_secs()
        ))
    })
}
