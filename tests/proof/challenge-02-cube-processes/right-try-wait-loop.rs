//! Polls try_wait for all the children until none is left, then exits.

use std::process::{self, Command};
use std::time::Duration;
use std::{env, thread};

fn main() {
    if env::var_os("I_AM_A_CHILD").is_some() {
        let i: u64 = env::args().nth(1).unwrap().parse().unwrap();
        println!("{}", i * i * i);
        process::exit(0);
    }
    let count: u32 = match std::env::args().nth(1) {
        None => 3,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad COUNT {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let me = env::current_exe().unwrap();
    let mut children: Vec<_> = (1..=count)
        .map(|i| Command::new(&me).env("I_AM_A_CHILD", "1").arg(i.to_string()).spawn().unwrap())
        .collect();
    while !children.is_empty() {
        children.retain_mut(|child| child.try_wait().unwrap().is_none());
        thread::sleep(Duration::from_millis(5));
    }
    process::exit(0);
}
