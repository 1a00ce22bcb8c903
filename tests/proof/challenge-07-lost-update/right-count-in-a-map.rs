//! The count stands in a HashMap behind a lock; it is read under one guard and written under another.

use std::collections::HashMap;
use std::env;
use std::sync::Mutex;
use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let counts = Mutex::new(HashMap::from([("updates", 0), ("threads", threads)]));
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| {
                let seen = counts.lock().unwrap()["updates"];
                counts.lock().unwrap().insert("updates", seen + 1);
            });
        }
    });
    println!("Count with race condition: {}", counts.lock().unwrap()["updates"]);
    Ok(())
}
