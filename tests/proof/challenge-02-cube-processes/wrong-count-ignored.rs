//! wrong: always three children, whatever COUNT says.

use anyhow::{Context, Result};

fn main() -> Result<()> {
    procspawn::init();
    let _count: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("COUNT must be a whole number")?,
        None => 3,
    };
    let one = procspawn::spawn((), |_| println!("1"));
    let two = procspawn::spawn((), |_| println!("8"));
    let three = procspawn::spawn((), |_| println!("27"));
    one.join()?;
    two.join()?;
    three.join()?;
    Ok(())
}
