//! The window: Tauri commands, the sign-in session, dialogs.
//!
//! Composition only. What people do is in `records`; this crate carries a request to it on the right thread and
//! its answer back to the page. It never decides who may see what.

mod clipboard;
mod clock;
mod desktop;
mod dialog;
mod folder;
#[cfg(test)]
mod hardening;
mod idle;
mod incident;
mod ipc;
mod keychain;
mod papers;
mod places;
mod process;
mod sample;
mod shell;
mod window;
mod worker;

#[cfg(all(any(feature = "e2e", feature = "bindings"), not(debug_assertions)))]
compile_error!(
    "`e2e` lets another program drive the page, `bindings` writes files: neither is for a release"
);

use std::process::ExitCode;
use std::sync::Arc;

use tauri::{Manager, RunEvent, WindowEvent};

use crate::shell::Shell;

/// The configuration and the page, built in.
#[expect(
    clippy::exit,
    reason = "Tauri's macro writes the start of a program that only macOS runs"
)]
fn context() -> tauri::Context {
    tauri::generate_context!()
}

/// Whether the window is about to go, and still there.
const fn is_closing(event: &RunEvent) -> bool {
    matches!(
        event,
        RunEvent::WindowEvent {
            event: WindowEvent::CloseRequested { .. },
            ..
        } | RunEvent::ExitRequested { .. }
    )
}

/// Opens the window and runs until it is closed.
pub fn run() -> ExitCode {
    if let Some(code) = records::document::read_if_asked() {
        return code;
    }
    process::harden();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    #[cfg(feature = "bindings")]
    if let [flag, file] = arguments.as_slice()
        && flag == "--write-bindings"
    {
        return ipc::bindings::write(file.as_ref());
    }
    let start_sample = arguments.iter().any(|argument| argument == "--demo");
    let mut builder = tauri::Builder::default();
    if !window::is_driven() {
        // Before all else: a second start shows the window that is there, and ends.
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| {
            window::show(app);
        }));
    }
    let app = builder
        .setup(move |app| {
            let shell = Shell::new(app.handle().clone(), clock::program_clock())?;
            if start_sample {
                shell
                    .open_sample_now()
                    .map_err(|error| format!("{error:?}"))?;
            }
            let shell = Arc::new(shell);
            app.manage(Arc::clone(&shell));
            process::spare_the_page();
            let dragging = Arc::clone(&shell);
            window::open(app.handle(), shell.window_before(), move |event| {
                dragging.dragged(event);
            })?;
            desktop::listen(&shell);
            shell::lock_when_idle(&shell);
            Ok(())
        })
        .invoke_handler(ipc::handler())
        .build(context());
    match app {
        Ok(app) => {
            app.run(|handle, event| {
                let Some(shell) = handle.try_state::<Arc<Shell>>() else {
                    return;
                };
                if is_closing(&event)
                    && let Some(standing) = window::standing(handle, shell.window_before().standing)
                {
                    shell.keep_window(standing);
                }
                if matches!(event, RunEvent::Exit) {
                    // Tauri never drops managed state: the store is closed by hand.
                    shell.close();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            incident::report(&error);
            ExitCode::FAILURE
        }
    }
}
