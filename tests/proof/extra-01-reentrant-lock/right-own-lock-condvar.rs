//! Right: a reentrant lock of one's own from a std Mutex (owner and level) and a Condvar; the guard's drop gives it back.
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, ThreadId};

#[derive(Default)]
struct RLock {
    state: Mutex<(Option<ThreadId>, usize)>,
    free: Condvar,
}

struct Guard<'a>(&'a RLock);

impl RLock {
    fn lock(&self) -> Guard<'_> {
        let me = thread::current().id();
        let state = self.state.lock().unwrap();
        let mut state = self.free.wait_while(state, |(owner, _)| owner.is_some_and(|o| o != me)).unwrap();
        *state = (Some(me), state.1 + 1);
        Guard(self)
    }
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state.lock().unwrap();
        state.1 -= 1;
        if state.1 == 0 {
            state.0 = None;
            self.0.free.notify_one();
        }
    }
}

fn descend(lock: &RLock, d: u32, depth: u32) {
    let _guard = lock.lock();
    println!("depth {d}");
    if d != depth {
        descend(lock, d + 1, depth)
    }
}

fn main() {
    let depth = get(1, "DEPTH", 3);
    let lock = Arc::new(RLock::default());
    let other = lock.clone();
    let a = thread::spawn(move || descend(&lock, 0, depth));
    let b = thread::spawn(move || descend(&other, 0, depth));
    a.join().unwrap();
    b.join().unwrap();
}

fn usage(name: &str) -> ! {
    eprintln!("{name} is no number I can use");
    std::process::exit(2)
}

fn get(at: usize, name: &str, default: u32) -> u32 {
    match std::env::args().nth(at) {
        None => default,
        Some(text) => text.parse().unwrap_or_else(|_| usage(name)),
    }
}
