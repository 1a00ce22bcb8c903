//! A rayon pool of COUNT threads; broadcast runs once on every one of them.
use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let count: usize = match std::env::args().nth(1) {
        Some(a) => a.parse::<u32>().context("COUNT")? as usize,
        None => 3,
    };
    if count > 0 {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(count).build()?;
        pool.broadcast(|ctx| println!("Task {}", ctx.index()));
    }
    Ok(())
}
