//! No join: main receives until every sender is gone; a thread drops its own after printing.

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
            println!("{}", u64::from(i) * u64::from(i));
            drop(done);
        });
    }
    drop(done);
    assert!(all_done.recv().is_err());
}
