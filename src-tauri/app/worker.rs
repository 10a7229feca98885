//! The threads the store lives on: one that writes, two that read. The window's own thread never waits for a disk.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use store::{Head, Reader, Store};
use tokio::sync::oneshot;

/// How many readers there are.
const READERS: usize = 2;

type Job<T> = Box<dyn FnOnce(&mut T) + Send>;

/// The thread was gone, or a job panicked on it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lost;

/// A handle on the threads of one open store. When the last is dropped, the threads finish what is queued and
/// close the store.
pub(crate) struct Worker {
    writer: Sender<Job<Store>>,
    readers: Sender<Job<Reader>>,
    writing: Option<thread::JoinHandle<Option<Head>>>,
}

impl Worker {
    /// Starts the threads.
    ///
    /// # Errors
    /// When a reader can't be opened.
    pub(crate) fn start(store: Store) -> Result<Self, store::StoreError> {
        let (readers, jobs) = channel::<Job<Reader>>();
        let jobs = Arc::new(Mutex::new(jobs));
        for _ in 0..READERS {
            let mut reader = store.reader()?;
            let jobs = Arc::clone(&jobs);
            thread::spawn(move || {
                while let Some(job) = next(&jobs) {
                    job(&mut reader);
                }
            });
        }
        let (writer, jobs) = channel::<Job<Store>>();
        let writing = thread::spawn(move || {
            let mut store = store;
            for job in jobs {
                job(&mut store);
            }
            let head = store.journal_head().ok();
            // What can't be checkpointed now is in the log file beside the database and read at the next opening.
            store.close().unwrap_or_default();
            head
        });
        Ok(Self {
            writer,
            readers,
            writing: Some(writing),
        })
    }

    /// Runs a job on the writer.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Store) -> T + Send + 'static,
    ) -> Result<T, Lost> {
        run(&self.writer, job).await
    }

    /// Runs a job on a reader.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Reader) -> T + Send + 'static,
    ) -> Result<T, Lost> {
        run(&self.readers, job).await
    }

    /// Lets the threads finish and waits until the store is closed. Gives the journal's last entry but for those of
    /// closing.
    pub(crate) fn close(mut self) -> Option<Head> {
        let writing = self.writing.take();
        drop(self);
        writing?.join().ok().flatten()
    }
}

fn next(jobs: &Mutex<Receiver<Job<Reader>>>) -> Option<Job<Reader>> {
    jobs.lock()
        .unwrap_or_else(PoisonError::into_inner)
        .recv()
        .ok()
}

async fn run<S: 'static, T: Send + 'static>(
    queue: &Sender<Job<S>>,
    job: impl FnOnce(&mut S) -> T + Send + 'static,
) -> Result<T, Lost> {
    let (answer, answered) = oneshot::channel();
    let guarded: Job<S> = Box::new(move |place| {
        // A bug in one job must not take the thread, and with it every later job, along.
        let result: Result<T, Box<dyn Any + Send>> = catch_unwind(AssertUnwindSafe(|| job(place)));
        if let Ok(result) = result {
            // Nobody waits any more when the window closed meanwhile.
            drop(answer.send(result));
        }
    });
    queue.send(guarded).map_err(|_closed| Lost)?;
    answered.await.map_err(|_dropped| Lost)
}
