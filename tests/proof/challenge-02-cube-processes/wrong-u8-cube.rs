//! wrong: cubes in u8 overflow from COUNT=7 on: the child panics and nobody looks at how it ended.

use std::env;
use std::error::Error;
use std::process::Command;

fn main() -> Result<(), Box<dyn Error>> {
    if let Ok(i) = env::var("CUBE") {
        println!("{}", i.parse::<u8>()?.pow(3));
        return Ok(());
    }
    let count = std::env::args()
        .nth(1)
        .map_or(Ok(3), |text| text.parse::<u32>())
        .map_err(|err| format!("COUNT: {err}"))?;
    let mut children = Vec::new();
    for i in 1..=count {
        children.push(Command::new(env::current_exe()?).env("CUBE", i.to_string()).spawn()?);
    }
    for mut child in children {
        child.wait()?;
    }
    Ok(())
}
