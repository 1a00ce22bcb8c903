//! Wrong: in an own lock the readers wait under an `if`; a spurious wake-up lets one in during the write.
use std::sync::{Condvar, Mutex};
use std::thread;

struct State {
    readers: u32,
    writing: bool,
    value: u32,
}

fn main() -> Result<(), String> {
    let readers = arg(1, "READERS", 3)?;
    let state = Mutex::new(State { readers: 0, writing: false, value: 0 });
    let changed = Condvar::new();
    thread::scope(|s| {
        for _ in 0..readers {
            s.spawn(|| {
                let mut guard = state.lock().unwrap();
                if guard.writing {
                    guard = changed.wait(guard).unwrap();
                }
                guard.readers += 1;
                let v = guard.value;
                drop(guard);
                println!("read {v} begin");
                println!("read {v} end");
                state.lock().unwrap().readers -= 1;
                changed.notify_all();
            });
        }
        s.spawn(|| {
            let mut guard = state.lock().unwrap();
            while guard.readers > 0 {
                guard = changed.wait(guard).unwrap();
            }
            guard.writing = true;
            drop(guard);
            println!("write begin");
            println!("write end");
            let mut guard = state.lock().unwrap();
            (guard.value, guard.writing) = (1, false);
            changed.notify_all();
        });
    });
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
