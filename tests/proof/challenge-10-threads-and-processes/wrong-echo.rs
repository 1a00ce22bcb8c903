//! Wrong: the children are `echo`, not this program.
use std::process::Command;
use std::thread;

fn main() -> anyhow::Result<()> {
    let count = number(1, "COUNT", 2)?;
    let threads: Vec<_> = (0..count).map(|i| thread::spawn(move || println!("Thread {i}"))).collect();
    let mut children = vec![];
    for i in 0..count {
        children.push(Command::new("echo").arg(format!("Process {i}")).spawn()?);
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
