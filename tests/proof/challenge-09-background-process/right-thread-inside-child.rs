//! Right: the child is known by its argv[0]; a thread of the child sleeps and prints, the child joins it.
use std::env;
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::thread;
use std::time::Duration;

fn main() -> Result<(), String> {
    if env::args().next().as_deref() == Some("background-process") {
        let worker = thread::spawn(|| {
            thread::sleep(Duration::from_secs(1));
            println!("Background Process");
        });
        return worker.join().map_err(|_| "the worker panicked".to_string());
    }
    let me = env::current_exe().map_err(|e| e.to_string())?;
    Command::new(me).arg0("background-process").spawn().map_err(|e| e.to_string())?;
    Ok(())
}
