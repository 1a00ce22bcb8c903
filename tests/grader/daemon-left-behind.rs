//! Leaves a process behind that has a session of its own and no parent any more.

use std::process::Command;
use std::sync::Mutex;
use std::time::Duration;
use std::{env, thread};

fn main() {
    if env::args().nth(1).as_deref() == Some("stay") {
        thread::sleep(Duration::from_secs(1000));
    }
    Command::new("setsid").arg("-f").arg(env::current_exe().unwrap()).arg("stay").status().unwrap();
    println!("{}", count());
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
