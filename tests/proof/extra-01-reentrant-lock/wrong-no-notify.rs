//! Wrong: the own lock is given back without a notify; a thread that waits for it waits for ever.
use std::sync::{Condvar, Mutex};
use std::thread::{self, ThreadId};

static OWNER: Mutex<(Option<ThreadId>, u32)> = Mutex::new((None, 0));
static FREE: Condvar = Condvar::new();

fn lock() {
    let me = thread::current().id();
    let mut owner = OWNER.lock().unwrap();
    while owner.0.is_some_and(|other| other != me) {
        owner = FREE.wait(owner).unwrap();
    }
    *owner = (Some(me), owner.1 + 1);
}

fn unlock() {
    let mut owner = OWNER.lock().unwrap();
    owner.1 -= 1;
    if owner.1 == 0 {
        owner.0 = None;
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

fn main() -> Result<(), String> {
    let depth = arg(1, "DEPTH", 3)?;
    thread::scope(|s| {
        s.spawn(|| descend(0, depth));
        s.spawn(|| descend(0, depth));
    });
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
