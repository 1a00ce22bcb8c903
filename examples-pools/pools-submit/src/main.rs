//! Look at the channel made for each task: its receiving end is the future, `recv` waits for the value.
//!
//! Python: `executor.submit(f, i)` returns a `Future`, and `future.result()` waits for it or raises what the
//! task raised. In Rust errors are values, and a task would send a `Result`. Ten tasks of 0.1 s on four
//! threads take 0.3 s.

use std::collections::BTreeMap;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use rayon::ThreadPoolBuilder;

fn main() -> anyhow::Result<()> {
    let start = Instant::now();
    let pool = ThreadPoolBuilder::new().num_threads(4).build()?;
    let futures: Vec<_> = (0..10)
        .map(|id| {
            let (result, future) = mpsc::channel();
            pool.spawn(move || result.send(download(id)).unwrap());
            future
        })
        .collect();
    let results = futures.iter().map(|future| future.recv()).collect::<Result<Vec<_>, _>>()?;

    println!("Downloaded {} files in {:.2}s", results.len(), start.elapsed().as_secs_f64());
    println!("Results: {:?}...", &results[..3]);
    Ok(())
}

fn download(id: u32) -> BTreeMap<&'static str, u32> {
    thread::sleep(Duration::from_millis(100));
    BTreeMap::from([("id", id), ("size", id * 1024)])
}
