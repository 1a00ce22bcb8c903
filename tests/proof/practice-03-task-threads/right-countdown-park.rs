//! A static atomic counts the lines still missing; the last thread unparks main.
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::{env, thread};

static MISSING: AtomicUsize = AtomicUsize::new(0);

fn main() -> Result<(), String> {
    let count: u32 =
        env::args().nth(1).as_deref().unwrap_or("3").parse().map_err(|e| format!("bad COUNT: {e}"))?;
    let main_thread = thread::current();
    MISSING.store(count as usize, SeqCst);
    for i in 0..count {
        let main_thread = main_thread.clone();
        thread::spawn(move || {
            println!("Task {i}");
            if MISSING.fetch_sub(1, SeqCst) == 1 {
                main_thread.unpark();
            }
        });
    }
    while MISSING.load(SeqCst) > 0 {
        thread::park();
    }
    Ok(())
}
