//! Right: procspawn::spawn; the handle, whose drop would kill the child, is forgotten.
use std::time::Duration;
use std::{mem, thread};

fn main() {
    procspawn::init();
    let child = procspawn::spawn((), |()| {
        thread::sleep(Duration::from_secs(1));
        println!("Background Process");
    });
    mem::forget(child);
}
