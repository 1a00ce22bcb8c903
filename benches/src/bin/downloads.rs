//! Ten downloads of 0.1 s: in a row, and on a pool of four threads (three rounds: 0.3 s).

use std::thread;
use std::time::Duration;

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use threadlings_benches::timed;

fn main() {
    timed("in a row", in_a_row);
    timed("pool of threads", on_a_pool);
}

fn download(file_id: u32) -> u32 {
    thread::sleep(Duration::from_millis(100));
    file_id * 1024
}

fn in_a_row() -> u32 {
    (0..10).map(download).sum()
}

fn on_a_pool() -> u32 {
    let pool = ThreadPoolBuilder::new().num_threads(4).build().unwrap();
    pool.install(|| (0..10).into_par_iter().with_max_len(1).map(download).sum())
}
