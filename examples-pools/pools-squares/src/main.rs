//! Look at `install`: what runs inside it is divided among the four threads of this pool.
//!
//! Python: `Pool(4)` is four processes, `ThreadPool(4)` four threads, and `pool.map(f, list)` keeps the order
//! of the list. `par_iter().map(f).collect()` keeps it as well. `f` is ordinary code, nothing is pickled.
//! Without a pool of your own, rayon has a global one with a thread for each core.

use rayon::prelude::*;
use rayon::{ThreadPoolBuildError, ThreadPoolBuilder};

fn main() -> Result<(), ThreadPoolBuildError> {
    let pool = ThreadPoolBuilder::new().num_threads(4).build()?;
    let squares: Vec<u32> = pool.install(|| [1, 2, 3, 4].par_iter().map(|n| n * n).collect());
    println!("{squares:?}");
    Ok(())
}
