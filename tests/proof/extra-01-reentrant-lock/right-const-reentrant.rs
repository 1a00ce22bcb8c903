//! Right: a static parking_lot ReentrantMutex by const_reentrant_mutex around a RefCell, ReentrantMutexGuard::map to it, is_owned_by_current_thread asserted, unlock_fair at the end of each level.

use std::cell::RefCell;
use std::env;
use std::thread;

use anyhow::{Context, Result, anyhow, ensure};
use parking_lot::{ReentrantMutex, ReentrantMutexGuard, const_reentrant_mutex};

#[derive(Debug)]
struct Log {
    lines: RefCell<Vec<u32>>,
}

static LOG: ReentrantMutex<Log> = const_reentrant_mutex(Log { lines: RefCell::new(Vec::new()) });

fn descend(depth: u32, deepest: u32) {
    let guard = LOG.lock();
    assert!(LOG.is_owned_by_current_thread());
    println!("depth {depth}");
    let lines = ReentrantMutexGuard::map(guard, |log| &log.lines);
    lines.borrow_mut().push(depth);
    if depth < deepest {
        descend(depth + 1, deepest);
    }
    parking_lot::MappedReentrantMutexGuard::unlock_fair(lines);
}

fn main() -> Result<()> {
    let deepest: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("DEPTH must be a whole number")?,
        None => 3,
    };

    let threads = [(); 2].map(|()| thread::spawn(move || descend(0, deepest)));
    for thread in threads {
        thread.join().map_err(|_| anyhow!("a thread panicked"))?;
    }
    let lines = LOG.lock().lines.take();
    ensure!(lines.len() as u64 == 2 * (u64::from(deepest) + 1));
    Ok(())
}
