//! Rayon pools that stay until the program ends, long after their work; Command::status in a thread for each child.

use std::process::{Command, ExitCode};
use std::time::Instant;
use std::{env, thread};

fn add_up(n: u32) -> u64 {
    (0..n).map(u64::from).sum()
}

fn seconds(work: impl FnOnce()) -> String {
    let start = Instant::now();
    work();
    format!("{:.2}s", start.elapsed().as_secs_f64())
}

fn main() -> ExitCode {
    if let Some(n) = env::var_os("ADD_UP_TO") {
        add_up(n.to_string_lossy().parse().unwrap());
        return ExitCode::SUCCESS;
    }
    let Ok(n) = std::env::args().nth(1).unwrap_or("1000000".into()).parse::<u32>() else {
        eprintln!("N is not a number");
        return ExitCode::FAILURE;
    };
    let me = env::current_exe().unwrap();
    let mut report = String::new();
    let mut pools = Vec::new();
    for workers in [1, 2, 4] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(workers).build().unwrap();
        let threads = seconds(|| {
            pool.broadcast(|_| add_up(n));
        });
        let processes = seconds(|| {
            thread::scope(|s| {
                for _ in 0..workers {
                    s.spawn(|| Command::new(&me).env("ADD_UP_TO", n.to_string()).status().unwrap());
                }
            });
        });
        pools.push(pool);
        report += &format!("workers={workers} threads={threads} processes={processes}\n");
    }
    print!("{report}");
    ExitCode::SUCCESS
}
