//! Overwriting the stack that work with keys ran on.
//!
//! Keys live in boxes that wipe themselves, but libraries take them over by value: a copy stays in the frame of a
//! function that has returned, until another happens to be called as deep on the same thread.

use std::hint::black_box;

use zeroize::Zeroize;

/// How much is overwritten: what derivations, ciphers and SQLite use of a stack, several times over, and an eighth of
/// what a thread has.
const DEPTH: usize = 256 * 1024;

/// Does work with keys, and then overwrites the stack below.
#[inline(never)]
pub(crate) fn scrubbed<T>(work: impl FnOnce() -> T) -> T {
    let done = below(work);
    overwrite();
    done
}

/// Has a frame of its own, so that what it leaves lies where [`overwrite`] writes.
#[inline(never)]
fn below<T>(work: impl FnOnce() -> T) -> T {
    work()
}

#[inline(never)]
#[expect(
    clippy::large_stack_arrays,
    reason = "to cover the stack is its purpose"
)]
fn overwrite() {
    let mut room = [0_u8; DEPTH];
    room.zeroize();
    black_box(&room);
}
