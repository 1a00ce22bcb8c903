//! wrong: the parent reads the children's output and prints it itself.

use std::env;
use std::error::Error;
use std::process::{Command, Stdio};

fn main() -> Result<(), Box<dyn Error>> {
    if let Ok(i) = env::var("CUBE") {
        println!("{}", i.parse::<u64>()?.pow(3));
        return Ok(());
    }
    let count = std::env::args()
        .nth(1)
        .map_or(Ok(3), |text| text.parse::<u32>())
        .map_err(|err| format!("COUNT: {err}"))?;
    let mut children = Vec::new();
    for i in 1..=count {
        children.push(
            Command::new(env::current_exe()?).env("CUBE", i.to_string()).stdout(Stdio::piped()).spawn()?,
        );
    }
    for child in children {
        let output = child.wait_with_output()?;
        print!("{}", String::from_utf8(output.stdout)?);
    }
    Ok(())
}
