//! Each thread holds its guard from its first line to its last. Any number of `read` guards can live at
//! once; a `write` guard lives alone, so nothing is printed between its two lines, and every reader sees 0
//! before it and 1 after it.

use std::{env, thread};

use anyhow::{Context, Result};
use parking_lot::RwLock;

fn main() -> Result<()> {
    let readers: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("READERS must be a whole number")?,
        None => 3,
    };

    let value = RwLock::new(0);
    thread::scope(|s| {
        for _ in 0..readers {
            s.spawn(|| {
                let value = value.read();
                println!("read {} begin", *value);
                println!("read {} end", *value);
            });
        }
        s.spawn(|| {
            let mut value = value.write();
            println!("write begin");
            *value = 1;
            println!("write end");
        });
    });
    Ok(())
}
