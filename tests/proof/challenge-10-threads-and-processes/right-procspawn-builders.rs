//! Right: named threads by Builder meet main at a barrier after their line; procspawn::Builder for the children.
use std::io::Write;
use std::sync::{Arc, Barrier};
use std::thread;

fn process(i: u32) {
    let mut line = String::from("Process ");
    line += &i.to_string();
    println!("{line}");
}

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let count = number(1, "COUNT", 2)?;
    let finished = Arc::new(Barrier::new(count as usize + 1));
    let mut processes = vec![];
    for i in 0..count {
        processes.push(procspawn::Builder::new().spawn(i, process));
        let finished = Arc::clone(&finished);
        thread::Builder::new().name(format!("thread-{i}")).spawn(move || {
            let mut out = std::io::stdout().lock();
            writeln!(out, "Thread {i}").unwrap();
            drop(out);
            finished.wait();
        })?;
    }
    finished.wait();
    for process in processes {
        process.join()?;
    }
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
