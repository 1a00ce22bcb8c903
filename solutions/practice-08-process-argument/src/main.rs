//! A child has its own memory, so `spawn` sends the string across to it; the closure captures nothing
//! and gets the string as its argument.

use std::env;

use anyhow::Result;

fn main() -> Result<()> {
    procspawn::init(); // a child starts here, runs its function, and goes no further

    let city = env::args().nth(1).unwrap_or_else(|| "Bangalore".to_string());

    procspawn::spawn(city, |city| println!("{city}")).join()?;
    Ok(())
}
