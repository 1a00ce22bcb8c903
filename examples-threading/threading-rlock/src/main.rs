//! A function that holds a lock calls itself and takes it again: with a `Mutex` it would wait for itself.
//!
//! Python: `threading.RLock`. In Rust `parking_lot::ReentrantMutex`: its owner may lock it again, and it is
//! free when all guards are gone. As several guards can live at once, none may change the data by itself; a
//! `Cell` allows it.

use std::cell::Cell;
use std::thread;

use parking_lot::ReentrantMutex;

fn main() {
    let lock = ReentrantMutex::new(Cell::new(0));
    thread::scope(|s| {
        s.spawn(|| descend(&lock));
    });
    let _guard = lock.lock(); // main is another thread: it gets in only now that all four guards are gone
    println!("released");
}

fn descend(lock: &ReentrantMutex<Cell<u32>>) {
    let depth = lock.lock();
    println!("depth {}", depth.get());
    if depth.get() < 3 {
        depth.set(depth.get() + 1);
        descend(lock);
    }
}
