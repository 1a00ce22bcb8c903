//! Wrong: a detached thread in place of a process dies with the parent; the line never comes.
use std::thread;
use std::time::Duration;

fn main() {
    thread::spawn(|| {
        thread::sleep(Duration::from_secs(1));
        println!("Background Process");
    });
}
