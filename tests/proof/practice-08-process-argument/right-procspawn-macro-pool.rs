//! The spawn! macro into a process pool of one worker.
use std::env;

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let city = env::args().nth(1).unwrap_or_else(|| "Bangalore".into());
    let pool = procspawn::Pool::new(1)?;
    procspawn::spawn!(in pool, (city) || println!("{}", city)).join().context("the child failed")
}
