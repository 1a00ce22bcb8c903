//! The children print into pipes; the parent copies what comes out.
use std::env;
use std::process::{Command, Stdio};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    if let Ok(i) = env::var("CHILD_NUMBER") {
        println!("{i}");
        return Ok(());
    }
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 2,
    };
    let exe = env::current_exe()?;
    let mut children = Vec::new();
    for i in 0..count {
        children.push(Command::new(&exe).env("CHILD_NUMBER", i.to_string()).stdout(Stdio::piped()).spawn()?);
    }
    for child in children {
        print!("{}", String::from_utf8(child.wait_with_output()?.stdout)?);
    }
    Ok(())
}
