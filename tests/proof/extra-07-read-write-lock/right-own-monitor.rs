//! Right: a readers-writer lock of one's own: a Mutex over (readers inside, writing), a Condvar, wait_while.
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Condvar, Mutex};
use std::thread;

#[derive(Default)]
struct ReadWrite {
    state: Mutex<(u32, bool)>,
    changed: Condvar,
}

impl ReadWrite {
    fn read<R>(&self, f: impl FnOnce() -> R) -> R {
        let state = self.state.lock().unwrap();
        self.changed.wait_while(state, |(_, writing)| *writing).unwrap().0 += 1;
        let result = f();
        self.state.lock().unwrap().0 -= 1;
        self.changed.notify_all();
        result
    }

    fn write<R>(&self, f: impl FnOnce() -> R) -> R {
        let state = self.state.lock().unwrap();
        self.changed.wait_while(state, |(readers, writing)| *readers > 0 || *writing).unwrap().1 = true;
        let result = f();
        self.state.lock().unwrap().1 = false;
        self.changed.notify_all();
        result
    }
}

fn main() {
    let readers = get(1, "READERS", 3);
    let (lock, value) = (ReadWrite::default(), AtomicU32::new(0));
    thread::scope(|s| {
        for _ in 0..readers {
            s.spawn(|| {
                lock.read(|| {
                    let v = value.load(Ordering::SeqCst);
                    println!("read {v} begin");
                    println!("read {v} end");
                })
            });
        }
        s.spawn(|| {
            lock.write(|| {
                println!("write begin");
                value.store(1, Ordering::SeqCst);
                println!("write end");
            })
        });
    });
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
