//! COUNT 0 asks rayon for 0 threads, which means as many as there are cores: lines are printed.
use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let count: u32 = match std::env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 3,
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(count as usize).build()?;
    pool.broadcast(|c| println!("Task {}", c.index()));
    Ok(())
}
