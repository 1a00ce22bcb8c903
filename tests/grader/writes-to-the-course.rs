//! Opens the exercise's files for writing and leaves one of its own there; is right only where it may.

use std::fs::File;
use std::path::Path;
use std::sync::Mutex;
use std::{env, thread};

fn main() {
    let course = Path::new("@COURSE@");
    let exercise = course.join("exercises/practice-04-shared-counter");
    let files = [
        exercise.join("exercise.toml"),
        exercise.join("start.rs"),
        exercise.join("src/main.rs"),
        course.join("solutions/practice-04-shared-counter/src/main.rs"),
    ];
    let opened = files.iter().any(|file| File::options().append(true).open(file).is_ok());
    if opened || File::create(exercise.join("left-by-a-submission")).is_ok() {
        println!("{}", count());
    } else {
        println!("no file could be written");
    }
}

/// A right answer, as a disguise.
fn count() -> u32 {
    let threads: u32 = env::args().nth(1).map_or(5, |arg| arg.parse().expect("THREADS"));
    let counter = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| *counter.lock().unwrap() += 1);
        }
    });
    counter.into_inner().unwrap()
}
