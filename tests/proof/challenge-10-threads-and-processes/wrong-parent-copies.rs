//! Wrong: the children write into pipes and the parent prints what they wrote.
use std::process::{Command, Stdio};
use std::{env, thread};

fn main() -> anyhow::Result<()> {
    if let Ok(i) = env::var("NUMBER") {
        println!("Process {i}");
        return Ok(());
    }
    let count = number(1, "COUNT", 2)?;
    let threads: Vec<_> = (0..count).map(|i| thread::spawn(move || println!("Thread {i}"))).collect();
    let mut children = vec![];
    for i in 0..count {
        let mut child = Command::new(env::current_exe()?);
        children.push(child.env("NUMBER", i.to_string()).stdout(Stdio::piped()).spawn()?);
    }
    for child in children {
        print!("{}", String::from_utf8(child.wait_with_output()?.stdout)?);
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
