//! Wrong: the own lock looks for a free owner and takes it in two critical sections; both threads can see it free.
use parking_lot::{Condvar, Mutex};
use std::thread::{self, ThreadId};

static OWNER: Mutex<(Option<ThreadId>, u32)> = Mutex::new((None, 0));
static FREE: Condvar = Condvar::new();

fn lock() {
    let me = thread::current().id();
    {
        let mut owner = OWNER.lock();
        while owner.0.is_some_and(|other| other != me) {
            FREE.wait(&mut owner);
        }
    }
    let mut owner = OWNER.lock();
    owner.0 = Some(me);
    owner.1 += 1;
}

fn unlock() {
    let mut owner = OWNER.lock();
    owner.1 -= 1;
    if owner.1 == 0 {
        owner.0 = None;
        FREE.notify_one();
    }
}

fn descend(d: u32, depth: u32) {
    lock();
    println!("depth {d}");
    if d < depth {
        descend(d + 1, depth);
    }
    unlock();
}

fn main() -> anyhow::Result<()> {
    let depth = number(1, "DEPTH", 3)?;
    thread::scope(|s| {
        s.spawn(|| descend(0, depth));
        s.spawn(|| descend(0, depth));
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
