//! output() waits for the child, whose stdout is the program's own.
use std::env;
use std::process::{self, Command, Stdio};

fn main() {
    if env::args().len() > 1 {
        println!("Hello Process");
        process::exit(0);
    }
    let exe = env::current_exe().expect("own path");
    let out = Command::new(exe).arg("--hello").stdout(Stdio::inherit()).output().expect("child runs");
    process::exit(out.status.code().unwrap_or(1));
}
