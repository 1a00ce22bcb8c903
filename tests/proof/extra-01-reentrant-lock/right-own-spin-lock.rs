//! Right: a reentrant spin lock: an atomic owner, a thread-local level, yield_now while somebody else has it.
use std::cell::Cell;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static OWNER: AtomicU32 = AtomicU32::new(0);
thread_local!(static HELD: Cell<u32> = const { Cell::new(0) });

fn lock(me: u32) {
    if HELD.get() == 0 {
        while OWNER.compare_exchange(0, me, Ordering::Acquire, Ordering::Relaxed).is_err() {
            thread::yield_now();
        }
    }
    HELD.set(HELD.get() + 1);
}

fn unlock() {
    HELD.set(HELD.get() - 1);
    if HELD.get() == 0 {
        OWNER.store(0, Ordering::Release);
    }
}

fn descend(me: u32, d: u32, depth: u32) {
    lock(me);
    println!("depth {d}");
    if d < depth {
        descend(me, d + 1, depth);
    }
    unlock();
}

fn main() -> ExitCode {
    let Some(depth) = argument(1, "DEPTH", 3) else { return ExitCode::FAILURE };
    thread::scope(|s| {
        s.spawn(move || descend(1, 0, depth));
        s.spawn(move || descend(2, 0, depth));
    });
    ExitCode::SUCCESS
}

fn argument(at: usize, name: &str, default: u32) -> Option<u32> {
    let Some(text) = std::env::args().nth(at) else { return Some(default) };
    let number = text.parse().ok();
    if number.is_none() {
        eprintln!("{name} must be a whole number, got '{text}'");
    }
    number
}
