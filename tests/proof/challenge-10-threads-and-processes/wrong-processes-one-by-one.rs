//! Wrong: each process is waited for before the next is started.
use std::process::Command;
use std::{env, thread};

fn main() -> anyhow::Result<()> {
    if let Ok(i) = env::var("NUMBER") {
        println!("Process {i}");
        return Ok(());
    }
    let count = number(1, "COUNT", 2)?;
    thread::scope(|s| {
        for i in 0..count {
            s.spawn(move || println!("Thread {i}"));
        }
        for i in 0..count {
            Command::new(env::current_exe()?).env("NUMBER", i.to_string()).status()?;
        }
        Ok(())
    })
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
