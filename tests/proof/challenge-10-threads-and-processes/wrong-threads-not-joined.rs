//! Wrong: the threads are never waited for; one that is delayed until the processes are done loses its line.
use std::process::Command;
use std::{env, thread};

fn main() -> anyhow::Result<()> {
    if env::args().nth(1).as_deref() == Some("child") {
        println!("Process {}", env::args().nth(2).unwrap());
        return Ok(());
    }
    let count = number(1, "COUNT", 2)?;
    for i in 0..count {
        thread::spawn(move || println!("Thread {i}"));
    }
    let mut children = vec![];
    for i in 0..count {
        children.push(Command::new(env::current_exe()?).arg("child").arg(i.to_string()).spawn()?);
    }
    for mut child in children {
        child.wait()?;
    }
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
