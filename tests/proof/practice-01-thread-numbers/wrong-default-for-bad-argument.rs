//! A bad COUNT (`x`, an empty one, `-1`) silently counts as the default.
use std::{env, thread};

fn main() {
    let count: u32 = env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(5);
    thread::scope(|s| {
        s.spawn(|| {
            for i in 0..count {
                println!("{i}");
            }
        });
    });
}
