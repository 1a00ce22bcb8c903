//! Hand a value to a thread: the closure is `move`, so the thread owns `name` from here on.
//!
//! Python: `Thread(target=greet, args=(name,))`, and both sides keep the same object. In Rust there is no
//! `args`: a closure takes along what it uses. After the `move`, `main` cannot touch `name` any more; the
//! compiler sees to it.

use std::thread;

fn main() {
    let name = String::from("Ferris");
    let thread = thread::spawn(move || println!("Hello {name}"));
    thread.join().unwrap();
}
