//! One WebDriver session, asked in order and never for ever.

use std::fmt;
use std::time::Duration;

use fantoccini::error::CmdError;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

/// The longest that one command to the driver may take; a page that hangs would stop all tests.
const LIMIT: Duration = Duration::from_mins(1);

/// A client with the runtime it lives in, so that tests can be plain functions.
pub(super) struct Session {
    runtime: Runtime,
    client: Client,
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").finish_non_exhaustive()
    }
}

impl Session {
    /// Has the driver start a program and attach to its page.
    pub(super) fn begin(address: &str, program: &str, arguments: &[&str]) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let options = json!({ "binary": program, "args": arguments });
        let wanted = Capabilities::from_iter([("webkitgtk:browserOptions".to_owned(), options)]);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(wanted);
        let client = runtime
            .block_on(async { tokio::time::timeout(LIMIT, builder.connect(address)).await })
            .expect("the program should show a page in time")
            .expect("the driver should start the program and attach to its page");
        Self { runtime, client }
    }

    /// Sends one command and waits for its answer.
    pub(super) fn ask<T, F>(&self, command: impl FnOnce(Client) -> F) -> Result<T, String>
    where
        F: Future<Output = Result<T, CmdError>>,
    {
        let command = command(self.client.clone());
        match self
            .runtime
            .block_on(async { tokio::time::timeout(LIMIT, command).await })
        {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(error)) => Err(format!("the driver said: {error}")),
            Err(_elapsed) => Err(format!(
                "the driver did not answer for {} s",
                LIMIT.as_secs()
            )),
        }
    }

    /// Runs a function body in the page, with `arguments`, and gives back what it returns.
    pub(super) fn execute(&self, body: &str, arguments: Vec<Value>) -> Result<Value, String> {
        self.ask(async |client| client.execute(body, arguments).await)
    }

    /// Runs the body of an asynchronous function in the page and waits for what it returns.
    pub(super) fn execute_async(&self, body: &str, arguments: Vec<Value>) -> Result<Value, String> {
        let script = format!(
            "const arguments_ = Array.from(arguments), done = arguments_.pop();
             (async function () {{ {body} }}).apply(null, arguments_)
               .then((value) => done({{ value: value ?? null }}), (error) => done({{ error: String(error) }}));"
        );
        let answer = self.ask(async |client| client.execute_async(&script, arguments).await)?;
        match answer.get("error") {
            Some(error) => Err(format!("the page said: {error}")),
            None => Ok(answer.get("value").cloned().unwrap_or_default()),
        }
    }

    /// Waits until animations have ended and what was last drawn is on the screen.
    pub(super) fn settle(&self) -> Result<(), String> {
        self.execute_async(SETTLE, Vec::new()).map(drop)
    }

    /// Closes the program through the driver, if it still answers.
    pub(super) fn end(&self) -> Result<(), String> {
        self.ask(Client::close)
    }
}

/// After one frame callback the frame before is still on the screen, and what comes or goes begins to move a frame after it
/// is there.
const SETTLE: &str = "
    const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const moves = () =>
      document.querySelector('[data-entering], [data-exiting]') !== null ||
      document.getAnimations().some((one) =>
        one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity);
    const enough = performance.now() + 10000;
    do await frames();
    while (moves() && performance.now() < enough);
    await frames();";
