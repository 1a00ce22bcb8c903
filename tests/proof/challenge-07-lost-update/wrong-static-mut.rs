//! wrong: an `unsafe` `static mut` count: a data race, and not safe Rust.

use std::thread;

static mut COUNT: u32 = 0;

fn main() {
    let threads: u32 = match std::env::args().nth(1) {
        None => 5,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad THREADS {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let handles: Vec<_> = (0..threads)
        .map(|_| {
            thread::spawn(|| unsafe {
                let seen = COUNT;
                thread::yield_now();
                COUNT = seen + 1;
            })
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }
    println!("Count with race condition: {}", unsafe { COUNT });
}
