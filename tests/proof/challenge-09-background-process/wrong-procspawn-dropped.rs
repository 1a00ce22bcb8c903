//! Wrong: the procspawn handle is dropped, which kills the child before it prints.
use std::thread;
use std::time::Duration;

fn main() {
    procspawn::init();
    procspawn::spawn((), |()| {
        thread::sleep(Duration::from_secs(1));
        println!("Background Process");
    });
}
