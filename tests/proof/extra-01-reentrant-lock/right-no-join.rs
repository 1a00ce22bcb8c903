//! Right: detached named threads, the end of each is a message on a channel; ends by process::exit.
use crossbeam_channel::unbounded;
use parking_lot::ReentrantMutex;
use std::sync::Arc;
use std::{env, process, thread};

fn descend(lock: &ReentrantMutex<u32>, d: u32) {
    let depth = lock.lock();
    println!("depth {d}");
    if d < *depth {
        descend(lock, d + 1);
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let depth = read("DEPTH", env::args().nth(1), 3)?;
    let lock = Arc::new(ReentrantMutex::new(depth));
    let (sender, receiver) = unbounded();
    for name in ["one", "two"] {
        let (lock, sender) = (Arc::clone(&lock), sender.clone());
        thread::Builder::new().name(name.into()).spawn(move || {
            descend(&lock, 0);
            sender.send(name).unwrap();
        })?;
    }
    for _ in 0..2 {
        receiver.recv()?;
    }
    process::exit(0)
}

fn read(name: &str, text: Option<String>, default: u32) -> Result<u32, Box<dyn std::error::Error>> {
    match text {
        Some(text) => Ok(text.parse().map_err(|e| format!("bad {name} {text:?}: {e}"))?),
        None => Ok(default),
    }
}
