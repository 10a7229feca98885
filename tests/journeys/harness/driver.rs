//! `WebKitWebDriver`, which starts the program and speaks for the page.

use std::fs::File;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::{Home, PATIENCE, wait};

/// A driver of its own for one window, since it serves one session at a time. Ends with this value,
/// and so does the program it started.
#[derive(Debug)]
pub(super) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts one on a free port and waits until it listens.
    pub(super) fn start(home: &Home) -> Self {
        let port = free_port();
        let mut command = if Path::new(SETPRIV).is_file() {
            // Ends the driver when the test is killed, when nothing is dropped.
            let mut command = Command::new(SETPRIV);
            command.args(["--pdeathsig", "KILL", "--", "WebKitWebDriver"]);
            command
        } else {
            Command::new("WebKitWebDriver")
        };
        home.furnish(&mut command);
        let log = File::create(home.log()).unwrap();
        let process = command
            .arg(format!("--port={port}"))
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdin(Stdio::null())
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .process_group(0)
            .spawn()
            .expect("WebKitWebDriver should start; `cargo xtask test` installs it");
        let driver = Self { process, port };
        wait(PATIENCE, || {
            TcpStream::connect((Ipv4Addr::LOCALHOST, port))
                .map_err(|error| format!("the driver does not listen: {error}"))
        });
        driver
    }

    /// Where it listens.
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The shell's own `kill`, since the standard library can end one process only, and the
        // program is the driver's child.
        let script = format!("kill -s KILL -- -{}", self.process.id());
        let ended = Command::new("sh")
            .args(["-c", &script])
            .status()
            .and_then(|_| self.process.wait());
        if let Err(error) = ended {
            eprintln!("a WebKitWebDriver may be left behind: {error}");
        }
    }
}

const SETPRIV: &str = "/usr/bin/setpriv";

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}
