//! The name waits under a lock for a thread that was started first; std's Condvar, in a loop.
use std::sync::{Arc, Condvar, Mutex};
use std::{env, thread};

fn main() {
    let shared = Arc::new((Mutex::new(None::<String>), Condvar::new()));
    let printer = thread::spawn({
        let shared = Arc::clone(&shared);
        move || {
            let (slot, filled) = &*shared;
            let mut slot = slot.lock().unwrap();
            let name = loop {
                match slot.take() {
                    Some(name) => break name,
                    None => slot = filled.wait(slot).unwrap(),
                }
            };
            println!("{name}");
        }
    });
    *shared.0.lock().unwrap() = Some(env::args().nth(1).unwrap_or("Ferris".into()));
    shared.1.notify_one();
    printer.join().unwrap();
}
