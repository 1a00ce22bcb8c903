//! Wrong: a bad WAITERS is taken as the default.
use std::sync::{Arc, Barrier};
use std::thread;

fn main() {
    let waiters = std::env::args().nth(1).map_or(3, |text| text.parse().unwrap_or(3));
    let barrier = Arc::new(Barrier::new(waiters + 1));
    let handles: Vec<_> = (0..waiters)
        .map(|i| {
            let barrier = barrier.clone();
            thread::spawn(move || {
                println!("waiting {i}");
                barrier.wait();
                barrier.wait();
                println!("go {i}");
            })
        })
        .collect();
    barrier.wait();
    println!("set");
    barrier.wait();
    handles.into_iter().for_each(|h| h.join().unwrap());
}
