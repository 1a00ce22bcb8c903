//! Wrong: for COUNT 1 the parent prints the 1 itself, as there is nothing to run beside it, against "COUNT processes; process i of 1..=COUNT prints i·i·i" (README: "the parent prints nothing"); shows with COUNT 1.
use std::env;

use anyhow::{Context, Result};

fn print_cube(i: u32) {
    println!("{}", u64::from(i).pow(3));
}

fn main() -> Result<()> {
    procspawn::init();
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 3,
    };

    match count {
        0 => {}
        1 => print_cube(1),
        _ => {
            let handles: Vec<_> = (1..=count).map(|i| procspawn::spawn(i, print_cube)).collect();
            for handle in handles {
                handle.join()?;
            }
        }
    }
    Ok(())
}
