//! Five downloads at once: the total is the longest of them; in a row they would take about ten seconds.
//!
//! Python: `random.randint(1, 3)` includes the 3, and so does `1..=3`. Each Rust thread has a random
//! generator of its own, so the threads do not wait for each other there.

use std::thread;
use std::time::{Duration, Instant};

fn main() {
    let files = ["File_A.zip", "File_B.zip", "File_C.zip", "File_D.zip", "File_E.zip"];
    let start = Instant::now();
    thread::scope(|s| {
        for file in files {
            s.spawn(move || download(file));
        }
    });
    println!("\nTotal time taken: {:.2} seconds", start.elapsed().as_secs_f64());
}

fn download(file: &str) {
    println!("[Start] Downloading {file}...");
    let seconds = fastrand::u64(1..=3);
    thread::sleep(Duration::from_secs(seconds));
    println!("[Done] {file} downloaded in {seconds}s.");
}
