//! The flag is set just before the last line: main may see it and end without that line.
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::{env, hint, thread};

static FINISHED: AtomicBool = AtomicBool::new(false);

fn main() -> Result<(), String> {
    let count = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("COUNT: {e}"))?,
        None => 5,
    };
    thread::spawn(move || {
        for i in 0..count {
            if i + 1 == count {
                FINISHED.store(true, SeqCst);
            }
            println!("{i}");
        }
        FINISHED.store(true, SeqCst);
    });
    while !FINISHED.load(SeqCst) {
        hint::spin_loop();
    }
    Ok(())
}
