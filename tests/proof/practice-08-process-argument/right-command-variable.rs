//! Command on itself: the city goes in an environment variable; ExitCode from the child's status.
use std::env;
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    if let Some(city) = env::var_os("CHILD_CITY") {
        println!("{}", city.to_str().unwrap());
        return ExitCode::SUCCESS;
    }
    let city = env::args().nth(1).unwrap_or("Bangalore".into());
    let child = env::current_exe().and_then(|exe| Command::new(exe).env("CHILD_CITY", city).status());
    match child {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
