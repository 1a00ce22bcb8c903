//! Look at `new_current_thread`: five waits of 2 s take 2 s on one thread, each lets the others run.
//!
//! Python: `asyncio.run(main())` with `asyncio.gather(...)`, also on one thread. In Rust the event loop is a
//! crate that you choose, here tokio. `.await` is where a task may be put aside: computing between two of
//! them holds up all the others.

use std::io;
use std::time::{Duration, Instant};

use tokio::runtime::Builder;
use tokio::task::JoinSet;
use tokio::time::sleep;

fn main() -> io::Result<()> {
    let start = Instant::now();
    let runtime = Builder::new_current_thread().enable_time().build()?;
    runtime.block_on(async {
        let mut tasks = JoinSet::new();
        for _ in 0..5 {
            tasks.spawn(io_task());
        }
        tasks.join_all().await;
    });
    println!("5 tasks on 1 thread: {:.2} seconds", start.elapsed().as_secs_f64());
    Ok(())
}

async fn io_task() {
    sleep(Duration::from_secs(2)).await;
}
