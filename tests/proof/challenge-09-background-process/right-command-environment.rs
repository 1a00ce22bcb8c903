//! Right: an environment variable tells the child its part; ExitCode.
use std::io::{self, Write};
use std::process::{Command, ExitCode};
use std::thread::sleep;
use std::time::Duration;

fn main() -> ExitCode {
    if std::env::var_os("BACKGROUND").is_some() {
        sleep(Duration::from_millis(1000));
        return match writeln!(io::stdout().lock(), "Background Process") {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    let me = std::env::current_exe().expect("my own path");
    match Command::new(me).env("BACKGROUND", "1").spawn() {
        Ok(_) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("cannot start the child: {e}");
            ExitCode::FAILURE
        }
    }
}
