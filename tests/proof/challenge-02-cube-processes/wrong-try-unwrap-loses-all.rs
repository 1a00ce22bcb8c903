//! Wrong: main knows when all children are started, but then takes the list of handles with Arc::try_unwrap, which fails silently while a starter thread still holds its Arc, and no child is waited for.

use std::env;
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

use anyhow::{Context, Result};
use procspawn::JoinHandle;

type Children = Arc<Mutex<Vec<JoinHandle<()>>>>;

fn cube(side: u64) {
    println!("{}", side * side * side);
}

fn start(side: u64, children: Children, started: mpsc::Sender<u64>) {
    thread::spawn(move || {
        let child = procspawn::spawn(side, cube);
        children.lock().unwrap().push(child);
        let _ = started.send(side);
    });
}

fn main() -> Result<()> {
    procspawn::init();
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 3,
    };

    let children = Children::default();
    let (started, news) = mpsc::channel();
    for side in 1..=u64::from(count) {
        start(side, Arc::clone(&children), started.clone());
    }
    // All of them must have been started before the first is waited for.
    let _sides: Vec<u64> = news.iter().take(count as usize).collect();

    if let Ok(children) = Arc::try_unwrap(children) {
        for child in children.into_inner().unwrap() {
            child.join().context("a child failed")?;
        }
    }
    Ok(())
}
