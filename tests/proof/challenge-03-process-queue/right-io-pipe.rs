//! std::io::pipe as the queue: the writing end is the child's stdout, the parent reads one line.

use std::io::{BufRead, BufReader, pipe};
use std::process::{Command, ExitCode};
use std::time::Duration;
use std::{env, thread};

fn main() -> ExitCode {
    if let (Ok(a), Ok(b)) = (env::var("ADD_A"), env::var("ADD_B")) {
        eprintln!("add {a} {b}");
        thread::sleep(Duration::from_millis(100));
        println!("{}", a.parse::<i128>().unwrap() + b.parse::<i128>().unwrap());
        return ExitCode::SUCCESS;
    }
    let Ok(a) = std::env::args().nth(1).unwrap_or("5".into()).parse::<i32>() else {
        eprintln!("A is not a number");
        return ExitCode::FAILURE;
    };
    let Ok(b) = std::env::args().nth(2).unwrap_or("7".into()).parse::<i32>() else {
        eprintln!("B is not a number");
        return ExitCode::FAILURE;
    };
    let (queue, end) = pipe().unwrap();
    let mut child = Command::new(env::current_exe().unwrap())
        .env("ADD_A", a.to_string())
        .env("ADD_B", b.to_string())
        .stdout(end)
        .spawn()
        .unwrap();
    let mut sum = String::new();
    BufReader::new(queue).read_line(&mut sum).unwrap();
    child.wait().unwrap();
    print!("{sum}");
    ExitCode::SUCCESS
}
