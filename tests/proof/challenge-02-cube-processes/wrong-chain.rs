//! wrong: each child starts the next one; all are to be started by the first process.

use std::env;
use std::process::Command;

fn start(i: u32, count: u32) {
    if i <= count {
        let mut next = Command::new(env::current_exe().unwrap())
            .env("CHAIN", i.to_string())
            .arg(count.to_string())
            .spawn()
            .unwrap();
        next.wait().unwrap();
    }
}

fn main() {
    let count: u32 = match std::env::args().nth(1) {
        None => 3,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad COUNT {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let Ok(i) = env::var("CHAIN") else {
        return start(1, count);
    };
    let i: u32 = i.parse().unwrap();
    println!("{}", u64::from(i).pow(3));
    start(i + 1, count);
}
