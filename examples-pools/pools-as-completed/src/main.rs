//! Look at the one channel that all tasks send to: results come out in the order in which tasks end.
//!
//! Python: `as_completed(futures)` yields each future when it is done. Here the loop over the receiver does,
//! and it ends by itself when the last sender is gone: every task drops its clone, and main drops the
//! original.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use rayon::{ThreadPoolBuildError, ThreadPoolBuilder};

fn main() -> Result<(), ThreadPoolBuildError> {
    let pool = ThreadPoolBuilder::new().num_threads(4).build()?;
    let (sender, receiver) = mpsc::channel();
    for task in 0..8 {
        let sender = sender.clone();
        pool.spawn(move || sender.send((task, slow_task(task))).unwrap());
    }
    drop(sender);

    println!("Processing results as they complete:");
    for (task, took) in receiver {
        println!("  Task {task} completed (took {:.2}s)", took.as_secs_f64());
    }
    Ok(())
}

fn slow_task(task: u32) -> Duration {
    let duration = Duration::from_millis(100) * (4 - task % 4);
    thread::sleep(duration);
    duration
}
