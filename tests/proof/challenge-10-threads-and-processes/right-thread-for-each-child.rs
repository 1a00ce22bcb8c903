//! Right: COUNT threads print, COUNT other threads each run one child by status().
use std::process::{Command, exit};
use std::{env, thread};

fn main() {
    if let Some(i) = env::var_os("I_AM_PROCESS") {
        println!("Process {}", i.display());
        return;
    }
    let count = get(1, "COUNT", 2);
    let me = &env::current_exe().expect("my own path");
    thread::scope(|s| {
        for i in 0..count {
            s.spawn(move || println!("Thread {i}"));
            s.spawn(move || {
                let status = Command::new(me).env("I_AM_PROCESS", i.to_string()).status();
                assert!(status.expect("a child").success());
            });
        }
    });
    exit(0);
}

fn usage(name: &str) -> ! {
    eprintln!("{name} is no number I can use");
    std::process::exit(2)
}

fn get(at: usize, name: &str, default: u32) -> u32 {
    match std::env::args().nth(at) {
        None => default,
        Some(text) => text.parse().unwrap_or_else(|_| usage(name)),
    }
}
