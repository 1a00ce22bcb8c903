//! wrong: a thread lets go of its sender before it prints: main can end first.

use std::sync::mpsc;
use std::thread;

fn main() {
    let count: u32 = match std::env::args().nth(1) {
        None => 5,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad COUNT {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let (done, all_done) = mpsc::channel::<()>();
    for i in 1..=count {
        let done = done.clone();
        thread::spawn(move || {
            drop(done);
            println!("{}", u64::from(i) * u64::from(i));
        });
    }
    drop(done);
    assert!(all_done.recv().is_err());
}
