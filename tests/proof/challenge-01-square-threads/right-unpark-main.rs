//! The last thread unparks main, which parks until the count says that all are done.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static FINISHED: AtomicU32 = AtomicU32::new(0);

fn main() {
    let count: u32 = match std::env::args().nth(1) {
        None => 5,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad COUNT {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    FINISHED.store(0, SeqCst);
    let main_thread = thread::current();
    for i in 1..=u64::from(count) {
        let main_thread = main_thread.clone();
        thread::spawn(move || {
            println!("{}", i * i);
            FINISHED.fetch_add(1, SeqCst);
            main_thread.unpark();
        });
    }
    while FINISHED.load(SeqCst) < count {
        thread::park();
    }
}
