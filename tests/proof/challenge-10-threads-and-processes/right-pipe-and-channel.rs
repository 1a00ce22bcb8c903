//! Right: no join and no wait; a pipe that every child holds open and a channel that every thread holds open both end.
use crossbeam_channel::unbounded;
use std::io::{self, Read};
use std::process::{Command, ExitCode};
use std::{env, thread};

fn main() -> ExitCode {
    let mut args = env::args().skip(1);
    if let (Some("process"), Some(i)) = (args.next().as_deref(), args.next()) {
        println!("Process {i}");
        return ExitCode::SUCCESS;
    }
    let Some(count) = argument(1, "COUNT", 2) else { return ExitCode::FAILURE };
    match run(count) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            ExitCode::FAILURE
        }
    }
}

fn run(count: u32) -> io::Result<()> {
    let (mut alive, writer) = io::pipe()?;
    let (done, all_done) = unbounded::<()>();
    for i in 0..count {
        let done = done.clone();
        thread::spawn(move || {
            println!("Thread {i}");
            drop(done);
        });
        let mut child = Command::new(env::current_exe()?);
        child.args(["process", &i.to_string()]).stderr(writer.try_clone()?).spawn()?;
    }
    drop((done, writer));
    all_done.recv().unwrap_err();
    alive.read_to_end(&mut Vec::new())?;
    Ok(())
}

fn argument(at: usize, name: &str, default: u32) -> Option<u32> {
    let Some(text) = std::env::args().nth(at) else { return Some(default) };
    let number = text.parse().ok();
    if number.is_none() {
        eprintln!("{name} must be a whole number, got '{text}'");
    }
    number
}
