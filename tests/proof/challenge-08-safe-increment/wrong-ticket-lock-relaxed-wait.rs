//! Wrong: who waits for its ticket with `Relaxed` may not see what the one before it wrote.
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, hint, thread};

use anyhow::{Context, Result};

#[derive(Default)]
struct TicketLock {
    next: AtomicU32,
    serving: AtomicU32,
}

impl TicketLock {
    fn locked(&self, work: impl FnOnce()) {
        let mine = self.next.fetch_add(1, Ordering::Relaxed);
        while self.serving.load(Ordering::Relaxed) != mine {
            hint::spin_loop();
        }
        work();
        self.serving.store(mine + 1, Ordering::Release);
    }
}

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let lock = TicketLock::default();
    let count = AtomicU32::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| lock.locked(|| count.store(count.load(Ordering::Relaxed) + 1, Ordering::Relaxed)));
        }
    });
    println!("Count safe: {}", count.load(Ordering::Relaxed));
    Ok(())
}
