//! Wrong: with more than four children the first four are waited for before the fifth is started.
use std::env;
use std::process::{Child, Command};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    if let Ok(number) = env::var("CHILD_NUMBER") {
        println!("{number}");
        return Ok(());
    }
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 2,
    };
    let me = env::current_exe()?;
    let numbers: Vec<u32> = (0..count).collect();
    for batch in numbers.chunks(4) {
        let children: Vec<Child> = batch
            .iter()
            .map(|i| Command::new(&me).env("CHILD_NUMBER", i.to_string()).spawn())
            .collect::<Result<_, _>>()?;
        for mut child in children {
            child.wait()?;
        }
    }
    Ok(())
}
