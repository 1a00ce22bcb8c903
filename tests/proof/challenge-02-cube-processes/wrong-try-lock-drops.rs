//! Wrong: a starter thread that finds the list locked drops its child unrecorded, and nobody waits for that child.

use std::env;
use std::process::{Child, Command};
use std::sync::Mutex;
use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    if let Ok(i) = env::var("CUBE_OF") {
        let i: u64 = i.parse()?;
        println!("{}", i * i * i);
        return Ok(());
    }
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 3,
    };

    let exe = env::current_exe()?;
    let children: Mutex<Vec<Child>> = Mutex::new(Vec::new());
    thread::scope(|s| {
        for i in 1..=count {
            let (exe, children) = (&exe, &children);
            s.spawn(move || {
                let child = Command::new(exe).env("CUBE_OF", i.to_string()).spawn().expect("child");
                if let Ok(mut children) = children.try_lock() {
                    children.push(child);
                }
            });
        }
    });

    for child in children.lock().unwrap().iter_mut() {
        child.wait()?;
    }
    Ok(())
}
