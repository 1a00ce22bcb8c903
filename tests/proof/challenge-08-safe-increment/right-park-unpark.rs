//! Right: compare-exchange loop in named threads; the last one unparks main, which checks the count before and after park.
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static COUNT: AtomicU32 = AtomicU32::new(0);

fn main() {
    let threads = get(1, "THREADS", 5);
    let main = thread::current();
    for i in 0..threads {
        let main = main.clone();
        let work = move || {
            let mut seen = COUNT.load(Ordering::SeqCst);
            while let Err(now) = COUNT.compare_exchange(seen, seen + 1, Ordering::SeqCst, Ordering::SeqCst) {
                seen = now;
            }
            if seen + 1 == threads {
                main.unpark();
            }
        };
        thread::Builder::new().name(format!("adder-{i}")).spawn(work).expect("a thread");
    }
    while COUNT.load(Ordering::SeqCst) < threads {
        thread::park();
    }
    println!("Count safe: {}", COUNT.load(Ordering::SeqCst));
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
