//! Right: a barrier of one's own from a Mutex over (arrived, generation) and a Condvar; Arc, spawn, join.
use std::process::ExitCode;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

struct Gate {
    n: u32,
    state: Mutex<(u32, u64)>,
    open: Condvar,
}

impl Gate {
    fn wait(&self) {
        let mut state = self.state.lock().unwrap();
        state.0 += 1;
        if state.0 == self.n {
            *state = (0, state.1 + 1);
            self.open.notify_all();
        } else {
            let generation = state.1;
            drop(self.open.wait_while(state, |state| state.1 == generation).unwrap());
        }
    }
}

fn main() -> ExitCode {
    let (Some(n), Some(phases)) = (argument(1, "THREADS", 3), argument(2, "PHASES", 2)) else {
        return ExitCode::FAILURE;
    };
    let gate = Arc::new(Gate { n, state: Mutex::default(), open: Condvar::new() });
    let handles: Vec<_> = (0..n)
        .map(|t| {
            let gate = Arc::clone(&gate);
            thread::spawn(move || {
                for p in 0..phases {
                    if p > 0 {
                        gate.wait();
                    }
                    println!("phase {p} thread {t}");
                }
            })
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }
    ExitCode::SUCCESS
}

fn argument(at: usize, name: &str, default: u32) -> Option<u32> {
    let Some(text) = std::env::args().nth(at) else { return Some(default) };
    let number = text.parse().ok();
    if number.is_none() {
        eprintln!("{name} must be a whole number, got '{text}'");
    }
    number
}
