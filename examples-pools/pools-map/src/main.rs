//! Look at `into_par_iter`: the iterator you would write anyway, spread over the pool. No futures to keep.
//!
//! Python: `list(executor.map(download, range(10)))`, results in the order of the inputs. The same here.

use std::collections::BTreeMap;
use std::thread;
use std::time::Duration;

use rayon::prelude::*;
use rayon::{ThreadPoolBuildError, ThreadPoolBuilder};

fn main() -> Result<(), ThreadPoolBuildError> {
    let pool = ThreadPoolBuilder::new().num_threads(4).build()?;
    let results: Vec<_> = pool.install(|| (0..10).into_par_iter().map(download).collect());
    println!("Downloaded {} files using map()", results.len());
    Ok(())
}

fn download(id: u32) -> BTreeMap<&'static str, u32> {
    thread::sleep(Duration::from_millis(100));
    BTreeMap::from([("id", id), ("size", id * 1024)])
}
