//! wrong: the sum is sent as the child's exit code, which holds 8 bits: negative and large sums are wrong.

use std::env;
use std::process::{Command, exit};
use std::thread;
use std::time::Duration;

fn main() {
    if env::var_os("CHILD").is_some() {
        let numbers: Vec<i32> = env::args().skip(1).map(|arg| arg.parse().unwrap()).collect();
        eprintln!("add {} {}", numbers[0], numbers[1]);
        thread::sleep(Duration::from_millis(100));
        exit(numbers[0].saturating_add(numbers[1]));
    }
    let a: i32 = match std::env::args().nth(1) {
        None => 5,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad A {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let b: i32 = match std::env::args().nth(2) {
        None => 7,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad B {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let status = Command::new(env::current_exe().unwrap())
        .env("CHILD", "1")
        .args([a.to_string(), b.to_string()])
        .status()
        .unwrap();
    println!("{}", status.code().unwrap());
}
