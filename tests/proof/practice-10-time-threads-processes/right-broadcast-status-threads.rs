//! A rayon pool of two, by broadcast; then two threads that each run status() of a child.
use std::process::{self, Command};
use std::time::{Duration, Instant};
use std::{env, hint, thread};

fn add_up(n: u32) {
    hint::black_box((0..u64::from(n)).fold(0, |a, b| hint::black_box(a + b)));
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn main() {
    let n = match env::args().nth(1).map(|a| a.parse::<u32>()) {
        None => 1_000_000,
        Some(Ok(n)) => n,
        Some(Err(e)) => {
            eprintln!("bad N: {e}");
            process::exit(1);
        }
    };
    if env::var_os("ADD_UP_ONLY").is_some() {
        add_up(n);
        process::exit(0);
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    let threads = timed(|| {
        pool.broadcast(|_| add_up(n));
    });
    println!("Threads time: {}.{:09}", threads.as_secs(), threads.subsec_nanos());
    let exe = env::current_exe().unwrap();
    let processes = timed(|| {
        thread::scope(|s| {
            for _ in 0..2 {
                s.spawn(|| Command::new(&exe).arg(n.to_string()).env("ADD_UP_ONLY", "").status().unwrap());
            }
        })
    });
    println!("Processes time: {}.{:09}", processes.as_secs(), processes.subsec_nanos());
    process::exit(0);
}
