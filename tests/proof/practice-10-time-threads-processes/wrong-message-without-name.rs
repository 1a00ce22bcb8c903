//! The message about a bad number (`x`) does not say which argument is meant.
use std::hint::black_box;
use std::time::Instant;
use std::{env, thread};

fn add_up(n: u32) -> u64 {
    (0..u64::from(n)).map(black_box).sum()
}

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let n: u32 = env::args().nth(1).map_or(Ok(1_000_000), |a| a.parse())?;
    let start = Instant::now();
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| add_up(n));
        }
    });
    println!("Threads time: {:.4}", start.elapsed().as_secs_f64());
    let start = Instant::now();
    let children = [(); 2].map(|()| procspawn::spawn(n, add_up));
    for child in children {
        child.join()?;
    }
    println!("Processes time: {:.4}", start.elapsed().as_secs_f64());
    Ok(())
}
