//! The message about a bad COUNT (`x`) does not say which argument is meant.
use std::{env, thread};

fn main() -> anyhow::Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse()?,
        None => 5,
    };
    let t = thread::spawn(move || {
        for i in 0..count {
            println!("{i}");
        }
    });
    t.join().unwrap();
    Ok(())
}
