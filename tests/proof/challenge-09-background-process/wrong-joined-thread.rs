//! Wrong: a thread that is joined; there is no child process.
use std::thread;
use std::time::Duration;

fn main() {
    let background = thread::spawn(|| {
        thread::sleep(Duration::from_secs(1));
        println!("Background Process");
    });
    background.join().unwrap();
}
