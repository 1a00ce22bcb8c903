//! Wrong: an off-by-one in the wait loop leaves out the last child; with a slow one its line comes after the program's end.
use std::process::Command;
use std::{env, thread};

fn main() -> anyhow::Result<()> {
    if let Ok(i) = env::var("NUMBER") {
        println!("Process {i}");
        return Ok(());
    }
    let count = number(1, "COUNT", 2)? as usize;
    let mut children = vec![];
    for i in 0..count {
        children.push(Command::new(env::current_exe()?).env("NUMBER", i.to_string()).spawn()?);
    }
    let threads: Vec<_> = (0..count).map(|i| thread::spawn(move || println!("Thread {i}"))).collect();
    for i in 1..count {
        children[i - 1].wait()?;
    }
    for thread in threads {
        thread.join().unwrap();
    }
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
