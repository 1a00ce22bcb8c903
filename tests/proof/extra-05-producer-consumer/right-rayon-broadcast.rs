//! Right: the consumers are the CONSUMERS threads of a rayon pool, broadcast runs the loop on each; main fills the channel first.
use crossbeam_channel::unbounded;

fn main() -> Result<(), String> {
    let items = arg(1, "ITEMS", 10)?;
    let consumers = arg(2, "CONSUMERS", 3)?;
    if consumers == 0 {
        return Err("CONSUMERS: 1 or more".into());
    }
    let pool =
        rayon::ThreadPoolBuilder::new().num_threads(consumers as usize).build().map_err(|e| e.to_string())?;
    let (sender, receiver) = unbounded();
    for item in 0..u64::from(items) {
        sender.send(item).map_err(|e| e.to_string())?;
    }
    drop(sender);
    let mut results = pool.broadcast(|_| receiver.iter().map(|item| item * 2).collect::<Vec<_>>()).concat();
    results.sort();
    println!("{results:?}");
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
