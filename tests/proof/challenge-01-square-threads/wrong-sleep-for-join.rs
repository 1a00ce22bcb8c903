//! wrong: main sleeps in place of a join: a delayed thread loses its line.

use std::thread;

fn main() {
    let count: u32 = match std::env::args().nth(1) {
        None => 5,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad COUNT {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    for i in 1..=count {
        thread::spawn(move || {
            println!("{}", u64::from(i) * u64::from(i));
        });
    }
    thread::sleep(std::time::Duration::from_millis(200));
}
