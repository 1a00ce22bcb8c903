//! Two workers share one queue, each takes the next task when free: five tasks of a second take three.
//!
//! Python: `queue.Queue`, with `task_done()` and `join()` to know the end; asking `q.empty()` before
//! `q.get()` can hang, if the other worker is quicker. In Rust the queue is a channel: when its last sender
//! is dropped, every loop over it ends once it is empty. `crossbeam-channel` allows many receivers, where
//! `std::sync::mpsc` has a single one.

use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, unbounded};

fn main() -> anyhow::Result<()> {
    let (sender, tasks) = unbounded();
    for i in 0..5 {
        sender.send(format!("Task-{i}"))?;
    }
    drop(sender); // no more tasks

    thread::scope(|s| {
        for w in 0..2 {
            thread::Builder::new().name(format!("Worker-{w}")).spawn_scoped(s, || worker(&tasks))?;
        }
        anyhow::Ok(())
    })?;
    println!("All tasks completed.");
    Ok(())
}

fn worker(tasks: &Receiver<String>) {
    let thread = thread::current();
    let name = thread.name().unwrap_or_default();
    for task in tasks {
        println!("{name} processing {task}");
        thread::sleep(Duration::from_secs(1));
    }
}
