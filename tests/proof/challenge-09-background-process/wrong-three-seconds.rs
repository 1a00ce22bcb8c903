//! Wrong: the child prints after three seconds, not after one.
use std::time::Duration;
use std::{mem, thread};

fn main() {
    procspawn::init();
    mem::forget(procspawn::spawn(3, |seconds| {
        thread::sleep(Duration::from_secs(seconds));
        println!("Background Process");
    }));
}
