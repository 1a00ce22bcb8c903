//! A process pool of one worker; the result is awaited before the pool is dropped.
fn main() -> anyhow::Result<()> {
    procspawn::init();
    let pool = procspawn::Pool::new(1)?;
    let task = procspawn::spawn!(in pool, () || println!("Hello Process"));
    task.join()?;
    pool.shutdown();
    Ok(())
}
