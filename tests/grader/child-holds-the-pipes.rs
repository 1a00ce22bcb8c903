//! Leaves a child behind that holds standard output and standard error open.

use std::process::Command;
use std::sync::Mutex;
use std::time::Duration;
use std::{env, thread};

fn main() {
    if env::args().nth(1).as_deref() == Some("stay") {
        thread::sleep(Duration::from_secs(1000));
    }
    Command::new(env::current_exe().unwrap()).arg("stay").spawn().unwrap();
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
