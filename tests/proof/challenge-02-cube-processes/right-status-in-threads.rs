//! A scoped thread for each child, Command::status with arguments.

use std::process::{Command, ExitCode};
use std::thread;

fn child(i: &str) -> ExitCode {
    let i: u128 = i.parse().unwrap();
    println!("{}", i * i * i);
    ExitCode::SUCCESS
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().collect();
    if let [_, part, i] = &args[..]
        && part == "--cube"
    {
        return child(i);
    }
    let Ok(count) = std::env::args().nth(1).unwrap_or("3".into()).parse::<u32>() else {
        eprintln!("COUNT is not a number");
        return ExitCode::FAILURE;
    };
    let me = std::env::current_exe().expect("own path");
    thread::scope(|s| {
        for i in 1..=count {
            let me = &me;
            s.spawn(move || Command::new(me).arg("--cube").arg(i.to_string()).status().unwrap());
        }
    });
    ExitCode::SUCCESS
}
