//! Right: the daemon pauses by waiting until a deadline on a condition that nobody signals, again if it wakes too early.

use std::time::{Duration, Instant};
use std::{process, thread};

use parking_lot::{Condvar, Mutex};

#[derive(Default)]
struct Pause {
    lock: Mutex<()>,
    never: Condvar,
}

impl Pause {
    fn half_a_second(&self) {
        let deadline = Instant::now() + Duration::from_millis(500);
        let mut guard = self.lock.lock();
        while !self.never.wait_until(&mut guard, deadline).timed_out() {}
    }
}

fn run() -> Result<(), String> {
    let seconds: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().map_err(|error| format!("SECONDS {text:?}: {error}"))?,
        None => 2,
    };
    thread::spawn(|| {
        let pause = Pause::default();
        std::iter::repeat("Running").for_each(|word| {
            println!("{word}");
            pause.half_a_second();
        });
    });
    thread::sleep(Duration::new(seconds.into(), 0));
    Ok(())
}

fn main() {
    if let Err(message) = run() {
        eprintln!("{message}");
        process::exit(2);
    }
}
