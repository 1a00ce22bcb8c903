//! Barriers at the start and at the end in place of joins; process::exit when all is done.
use std::sync::{Arc, Barrier};
use std::{env, process, thread};

fn main() -> anyhow::Result<()> {
    let count: usize = match env::args().nth(1) {
        Some(arg) => match arg.parse::<u32>() {
            Ok(n) => n as usize,
            Err(e) => anyhow::bail!("COUNT {arg:?}: {e}"),
        },
        None => 3,
    };
    let barrier = Arc::new(Barrier::new(count + 1));
    for i in 0..count {
        let barrier = barrier.clone();
        thread::spawn(move || {
            barrier.wait();
            println!("Task {i}");
            barrier.wait();
        });
    }
    barrier.wait();
    barrier.wait();
    process::exit(0)
}
