//! Right: thread i starts child i, prints its own line and meets main and the other threads at a barrier (so all are started); then main joins each thread for its Child and waits for that.
use std::env;
use std::process::{Child, Command, ExitCode};
use std::sync::{Arc, Barrier};
use std::thread::{self, JoinHandle};
use std::io;

const PROCESS: &str = "PROCESS_NUMBER_OF_TEN";

fn pair(i: u32, started: &Barrier) -> io::Result<Child> {
    let child = env::current_exe().and_then(|exe| Command::new(exe).env(PROCESS, i.to_string()).spawn());
    println!("Thread {i}");
    started.wait();
    child
}

fn main() -> ExitCode {
    if let Ok(i) = env::var(PROCESS) {
        println!("Process {i}");
        return ExitCode::SUCCESS;
    }
    let count: u32 = match env::args().nth(1).map(|arg| arg.parse()) {
        None => 2,
        Some(Ok(count)) => count,
        Some(Err(e)) => {
            eprintln!("COUNT: {e}");
            return ExitCode::FAILURE;
        }
    };
    let started = Arc::new(Barrier::new(count as usize + 1));
    let threads: Vec<JoinHandle<io::Result<Child>>> = (0..count)
        .map(|i| {
            let started = Arc::clone(&started);
            thread::spawn(move || pair(i, &started))
        })
        .collect();
    started.wait();
    let mut code = ExitCode::SUCCESS;
    for thread in threads {
        let good = match thread.join() {
            Ok(Ok(mut child)) => child.wait().is_ok_and(|status| status.success()),
            Ok(Err(e)) => {
                eprintln!("{e}");
                false
            }
            Err(_) => false,
        };
        if !good {
            code = ExitCode::FAILURE;
        }
    }
    code
}
