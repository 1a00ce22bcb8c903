//! Right: a binary tree of threads posts every JoinHandle to main, which joins only when it holds all COUNT of them.

use std::env;
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result, anyhow};

type Post = Sender<JoinHandle<()>>;

/// Starts node `i` of a heap-shaped tree: its children are 2i and 2i + 1, as far as they exist.
fn plant(i: u64, last: u64, post: Post) -> JoinHandle<()> {
    thread::Builder::new()
        .name(format!("square-{i}"))
        .spawn(move || {
            for child in [2 * i, 2 * i + 1] {
                if child <= last {
                    let handle = plant(child, last, post.clone());
                    post.send(handle).expect("main keeps the receiver until the end");
                }
            }
            println!("{}", i * i);
        })
        .expect("the system gives us another thread")
}

fn main() -> Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 5,
    };
    let (post, letters) = mpsc::channel();
    if count > 0 {
        let root = plant(1, u64::from(count), post.clone());
        post.send(root)?;
    }
    let all: Vec<JoinHandle<()>> = letters.iter().take(count as usize).collect();
    for handle in all {
        handle.join().map_err(|_| anyhow!("a thread panicked"))?;
    }
    Ok(())
}
