//! wrong: the lines stay in a BufWriter that nobody flushes.

use std::io::{Write, stdout};
use std::thread::{Builder, sleep};
use std::time::{Duration, Instant};

fn greet() {
    let mut out = std::io::BufWriter::new(stdout());
    let mut next = Instant::now();
    loop {
        writeln!(out, "Hello").unwrap();
        next += Duration::from_secs(1);
        sleep(next.saturating_duration_since(Instant::now()));
    }
}

fn main() {
    let seconds: u32 = match std::env::args().nth(1) {
        None => 3,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad SECONDS {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    Builder::new().name("daemon".to_string()).spawn(greet).unwrap();
    sleep(Duration::from_secs(seconds as u64));
    std::process::exit(0);
}
