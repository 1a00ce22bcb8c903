//! Wrong: the parent ends without waiting for its children.
use std::process::Command;
use std::{env, thread};

fn main() -> anyhow::Result<()> {
    if let Ok(i) = env::var("NUMBER") {
        println!("Process {i}");
        return Ok(());
    }
    let count = number(1, "COUNT", 2)?;
    for i in 0..count {
        Command::new(env::current_exe()?).env("NUMBER", i.to_string()).spawn()?;
    }
    thread::scope(|s| {
        for i in 0..count {
            s.spawn(move || println!("Thread {i}"));
        }
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
