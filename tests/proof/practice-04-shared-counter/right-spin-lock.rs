//! A lock made of an AtomicBool: spin until it is free, then read and write the counter.
use std::hint;
use std::sync::atomic::{
    AtomicBool, AtomicU32,
    Ordering::{Acquire, Relaxed, Release},
};
use std::{env, thread};

#[derive(Default)]
struct Counter {
    taken: AtomicBool,
    value: AtomicU32,
}

impl Counter {
    fn add_one(&self) {
        while self.taken.swap(true, Acquire) {
            hint::spin_loop();
        }
        self.value.store(self.value.load(Relaxed) + 1, Relaxed);
        self.taken.store(false, Release);
    }
}

fn main() -> Result<(), String> {
    let threads: u32 =
        env::args().nth(1).as_deref().unwrap_or("5").parse().map_err(|e| format!("THREADS: {e}"))?;
    let counter = Counter::default();
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| counter.add_one());
        }
    });
    println!("{}", counter.value.into_inner());
    Ok(())
}
