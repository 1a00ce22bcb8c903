//! Wrong: a reader leaves its `read V end` to another thread.
use std::sync::RwLock;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let readers: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("READERS must be a number")?,
        None => 3,
    };
    let value = RwLock::new(0);
    thread::scope(|s| {
        for _ in 0..readers {
            s.spawn(|| {
                let value = value.read().unwrap();
                println!("read {} begin", *value);
                thread::scope(|inner| {
                    inner.spawn(|| println!("read {} end", *value));
                });
            });
        }
        s.spawn(|| {
            let mut value = value.write().unwrap();
            println!("write begin");
            *value = 1;
            println!("write end");
        });
    });
    Ok(())
}
