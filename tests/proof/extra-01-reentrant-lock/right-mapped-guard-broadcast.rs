//! Right: a boxed closure calls itself through a trait while it holds parking_lot's reentrant guard, mapped to the format it guards; a pool of two threads broadcasts it.
use anyhow::{Context, Result};
use parking_lot::{ReentrantMutex, ReentrantMutexGuard};
use rayon::ThreadPoolBuilder;

struct Words {
    name: &'static str,
}

trait Level {
    fn go(&self, depth: u32);
}

struct Stair<'a> {
    words: &'a ReentrantMutex<Words>,
    deepest: u32,
}

impl Level for Stair<'_> {
    fn go(&self, depth: u32) {
        let name = ReentrantMutexGuard::map(self.words.lock(), |words| &words.name);
        println!("{} {}", *name, depth);
        let next: Option<Box<dyn FnOnce() + '_>> = match depth {
            last if last >= self.deepest => None,
            _ => Some(Box::new(move || self.go(depth + 1))),
        };
        if let Some(next) = next {
            next();
        }
        drop(name);
    }
}

fn main() -> Result<()> {
    let deepest = std::env::args().nth(1).map(|a| a.parse::<u32>()).transpose().context("DEPTH")?.unwrap_or(3);
    let words = ReentrantMutex::new(Words { name: "depth" });
    let stair = Stair { words: &words, deepest };
    ThreadPoolBuilder::new().num_threads(2).build()?.broadcast(|_| stair.go(0));
    Ok(())
}
