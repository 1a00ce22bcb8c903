//! Who is alive, and by what name: `main` alone, then three threads, then `main` alone again.
//!
//! Python: `threading.active_count()` and `threading.enumerate()`. Rust keeps no such list: whoever starts
//! threads has their handles, and a handle knows its thread's name and whether it has finished.

use std::io;
use std::iter;
use std::thread::{self, JoinHandle, Thread};
use std::time::Duration;

fn main() -> io::Result<()> {
    let mut threads = Vec::new();
    print_active(&threads);

    for name in ["A", "B"] {
        let work = || thread::sleep(Duration::from_secs(1));
        threads.push(thread::Builder::new().name(name.to_string()).spawn(work)?);
    }
    print_active(&threads);

    for thread in threads.drain(..) {
        thread.join().unwrap();
    }
    print_active(&threads);
    Ok(())
}

fn print_active(threads: &[JoinHandle<()>]) {
    let main = thread::current();
    let others = threads.iter().filter(|thread| !thread.is_finished()).map(JoinHandle::thread);
    let names: Vec<_> = iter::once(&main).chain(others).filter_map(Thread::name).collect();
    println!("active threads: {} [{}]", names.len(), names.join(", "));
}
