//! Right: thread::spawn and join, Command on itself with an argument and wait.
use anyhow::Result;
use std::env;
use std::process::Command;
use std::thread;

fn main() -> Result<()> {
    let args: Vec<String> = env::args().collect();
    if args.len() == 3 && args[1] == "child" {
        println!("Process {}", args[2]);
        return Ok(());
    }
    let count = number(1, "COUNT", 2)?;
    let threads: Vec<_> = (0..count).map(|i| thread::spawn(move || println!("Thread {i}"))).collect();
    let mut children = Vec::new();
    for i in 0..count {
        children.push(Command::new(env::current_exe()?).args(["child", &i.to_string()]).spawn()?);
    }
    for thread in threads {
        thread.join().unwrap();
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
