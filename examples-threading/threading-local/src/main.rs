//! One name, a value for each thread: after the sleep every thread finds what it wrote itself.
//!
//! Python: `threading.local()`, whose attributes each thread sets for itself. In Rust it is a `static` inside
//! `thread_local!`; no lock is needed, as nobody else can reach it, and a `RefCell` is enough to change it.

use std::cell::RefCell;
use std::thread;
use std::time::Duration;

thread_local! {
    static DATA: RefCell<String> = const { RefCell::new(String::new()) };
}

fn main() {
    thread::scope(|s| {
        for i in 0..3 {
            s.spawn(move || use_thread_local(&format!("Thread-{i}")));
        }
    });
}

fn use_thread_local(name: &str) {
    DATA.set(format!("{name}-data"));
    thread::sleep(Duration::from_millis(100));
    DATA.with_borrow(|data| println!("  {name}: {data}"));
}
