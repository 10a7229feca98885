//! Reading and drawing a document in a process of its own: the program itself, started again with an argument that no
//! person types. It gets the file by its standard input, gives text or a picture by its standard output, and has neither
//! an environment nor a file beside those.

use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use domain::document::{LARGEST, MediaType};
use zeroize::Zeroizing;

use super::{MOST_TEXT, Picture, picture_of, text_of};
use crate::mail::{Mail, mail_of};

/// The argument that starts the reading, before the word of a media type.
const READ: &str = "--read-document";
/// The argument that starts the drawing, before the word of a media type and the number of a page.
const DRAW: &str = "--draw-document";
/// The argument that starts the reading of a message.
const MAIL: &str = "--read-mail";
/// The most bytes that a message has as values: no more than the file it comes in, and some for its words.
const MOST_MAIL: usize = LARGEST + (1 << 20);
/// The most bytes that a picture has, its number of pages before it.
const MOST_PICTURE: usize = 24 << 20;
/// Memory that it may take beyond what the program itself does.
#[cfg(unix)]
const MEMORY: u64 = 512 << 20;
/// Seconds of the processor's time that it may take.
#[cfg(unix)]
const SECONDS: u64 = 10;
/// How long it may take by the clock.
const LONGEST: Duration = Duration::from_secs(20);
/// How often it is looked whether the process has ended.
const LOOK: Duration = Duration::from_millis(5);

/// Reads or draws a document where the program was started to do just that: to be called before anything else. `None` for
/// every other start.
pub fn serve() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    let what = arguments.next()?;
    if what == MAIL {
        let done = answer_by(|bytes| {
            let mail = mail_of(bytes)?;
            postcard::to_allocvec(&mail).ok().map(Zeroizing::new)
        });
        return Some(ended(&done));
    }
    if what != READ && what != DRAW {
        return None;
    }
    let mut word = || arguments.next()?.into_string().ok();
    let media = word().and_then(|word| MediaType::from_code(&word));
    let page = word().and_then(|word| word.parse().ok());
    let done = match (media, page) {
        (Some(media), None) if what == READ => answer_by(|bytes| {
            let text = text_of(media, bytes);
            text.map(|text| Zeroizing::new(text.into_bytes()))
        }),
        (Some(media), Some(page)) if what == DRAW => answer_by(|bytes| {
            let Picture { pages, png } = picture_of(media, bytes, page)?;
            let mut answer = Zeroizing::new(pages.to_le_bytes().to_vec());
            answer.extend_from_slice(&png);
            Some(answer)
        }),
        (_, _) => return Some(ExitCode::FAILURE),
    };
    Some(ended(&done))
}

const fn ended(done: &io::Result<()>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn answer_by(work: impl FnOnce(&[u8]) -> Option<Zeroizing<Vec<u8>>>) -> io::Result<()> {
    confine()?;
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX);
    let mut bytes = Zeroizing::new(Vec::new());
    io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    if let Some(answer) = work(&bytes) {
        io::stdout().lock().write_all(&answer)?;
    }
    io::stdout().lock().flush()
}

/// Takes away what it does not need: memory, time, files, sockets, other processes' traces.
#[cfg(unix)]
fn confine() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limit = |resource, most| {
        let both = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        setrlimit(resource, both).map_err(io::Error::from)
    };
    let own = own_memory();
    limit(Resource::Core, 0)?;
    limit(Resource::Cpu, SECONDS)?;
    limit(Resource::Fsize, 0)?;
    limit(Resource::As, own.saturating_add(MEMORY))?;
    // Its input, its output and the place of its messages are open already; nothing else can be.
    limit(Resource::Nofile, 3)
}

/// The address space that the program takes before it reads anything: the window's libraries are large.
#[cfg(target_os = "linux")]
fn own_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes = status
        .lines()
        .find_map(|line| line.strip_prefix("VmSize:")?.trim().strip_suffix(" kB"))
        .and_then(|number| number.trim().parse::<u64>().ok())
        .unwrap_or(0);
    kilobytes.saturating_mul(1024)
}

/// Elsewhere it is not known, and allowed for.
#[cfg(all(unix, not(target_os = "linux")))]
const fn own_memory() -> u64 {
    1 << 40
}

/// Windows has no such limits by process; the clock is one.
#[cfg(not(unix))]
const fn confine() -> io::Result<()> {
    Ok(())
}

/// The words of a document, read by a process of its own. `None` where it has none, or the process crashed, was
/// stopped, or could not be started: whatever the reason, the document is kept all the same.
pub fn read(media: MediaType, bytes: &[u8]) -> Option<Zeroizing<String>> {
    if !media.has_text() {
        return None;
    }
    let arguments = [READ, media.code()];
    let answer = answer_of(again(&arguments)?, bytes, MOST_TEXT, LONGEST)?;
    String::from_utf8(answer.to_vec()).ok().map(Zeroizing::new)
}

/// A page of a document as it looks, drawn by a process of its own; the first is number one. `None` where there is no
/// such page, or the process crashed, was stopped, or could not be started.
pub fn draw(media: MediaType, bytes: &[u8], page: u32) -> Option<Picture> {
    let number = page.to_string();
    let arguments = [DRAW, media.code(), &number];
    let answer = answer_of(again(&arguments)?, bytes, MOST_PICTURE, LONGEST)?;
    let (pages, png) = answer.split_first_chunk()?;
    Some(Picture {
        pages: u32::from_le_bytes(*pages),
        png: png.to_vec(),
    })
}

/// A message that a mail program saved, read by a process of its own. `None` where it is none, or the process crashed, was
/// stopped, or could not be started.
pub fn read_mail(bytes: &[u8]) -> Option<Mail> {
    let answer = answer_of(again(&[MAIL])?, bytes, MOST_MAIL, LONGEST)?;
    postcard::from_bytes(&answer).ok()
}

/// The program itself, to be started again.
fn again(arguments: &[&str]) -> Option<Command> {
    let mut command = Command::new(std::env::current_exe().ok()?);
    command.args(arguments);
    Some(command)
}

fn answer_of(
    mut command: Command,
    bytes: &[u8],
    most: usize,
    longest: Duration,
) -> Option<Zeroizing<Vec<u8>>> {
    let mut child = command
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let answer = converse(&mut child, bytes, most, longest);
    let ended = answer.is_some() && ends_well(&mut child);
    // Where it has ended already there is nothing to stop.
    child.kill().unwrap_or_default();
    child.wait().ok()?;
    answer.filter(|answer| ended && !answer.is_empty())
}

/// Gives the process its input and takes its output, within the time.
fn converse(
    child: &mut Child,
    bytes: &[u8],
    most: usize,
    longest: Duration,
) -> Option<Zeroizing<Vec<u8>>> {
    let (mut input, output) = (child.stdin.take()?, child.stdout.take()?);
    let (done, answer) = mpsc::channel();
    let one_more = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    thread::spawn(move || {
        let mut taken = Zeroizing::new(Vec::new());
        if output.take(one_more).read_to_end(&mut taken).is_ok() {
            drop(done.send(taken));
        }
    });
    let bytes = Zeroizing::new(bytes.to_vec());
    thread::spawn(move || {
        // A process that has ended takes nothing more.
        input.write_all(&bytes).unwrap_or_default();
    });
    answer
        .recv_timeout(longest)
        .ok()
        .filter(|answer| answer.len() <= most)
}

fn ends_well(child: &mut Child) -> bool {
    let until = Instant::now() + Duration::from_secs(1);
    while Instant::now() < until {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => thread::sleep(LOOK),
            Err(_) => return false,
        }
    }
    false
}

#[cfg(all(test, unix))]
mod tests {
    use super::{Command, Duration, Instant, MOST_TEXT, answer_of};

    fn answer(script: &str, bytes: &[u8]) -> Option<String> {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script]);
        let answer = answer_of(command, bytes, MOST_TEXT, Duration::from_millis(800))?;
        String::from_utf8(answer.to_vec()).ok()
    }

    #[test]
    fn text_comes_back_and_a_crash_a_hang_or_a_flood_does_not() {
        let large = vec![b'a'; 1 << 20];
        assert_eq!(answer("cat", b"Hello").as_deref(), Some("Hello"));
        assert_eq!(answer("cat", &large).map(|text| text.len()), Some(1 << 20));
        assert_eq!(
            answer("echo Hello", &large).as_deref(),
            Some("Hello\n"),
            "it need not take it all"
        );
        for (script, what) in [
            ("echo Hello; kill -SEGV $$", "a crash"),
            ("echo Hello; exit 1", "a failure"),
            ("printf '\\377'", "no text"),
            ("true", "nothing"),
        ] {
            assert_eq!(answer(script, b"Hello"), None, "{what}");
        }
        let begun = Instant::now();
        assert_eq!(
            answer("echo Hello; exec sleep 30", b"Hello"),
            None,
            "a hang"
        );
        let flood = format!("head -c {} /dev/zero | tr '\\0' a", MOST_TEXT + 1);
        assert_eq!(answer(&flood, b"Hello"), None, "a flood");
        assert!(begun.elapsed() < Duration::from_secs(10));
        assert_eq!(
            answer("test -z \"$HOME$FAIRHOLD_TEST_STORE\" && echo none", b"").as_deref(),
            Some("none\n"),
            "no environment"
        );
    }
}
