//! Right: statics, detached threads; main waits on the same condition variable until everything is got, so notify_all.
use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;

struct State {
    buffer: VecDeque<u32>,
    got: u32,
}

static STATE: Mutex<State> = Mutex::new(State { buffer: VecDeque::new(), got: 0 });
static CHANGED: Condvar = Condvar::new();

fn main() -> Result<(), String> {
    let capacity = arg(1, "CAPACITY", 2)? as usize;
    let items = arg(2, "ITEMS", 6)?;
    if capacity < 1 {
        return Err("CAPACITY: at least 1".into());
    }
    thread::spawn(move || {
        for i in 0..items {
            let state = STATE.lock().unwrap();
            let mut state = CHANGED.wait_while(state, |state| state.buffer.len() >= capacity).unwrap();
            println!("put {i}");
            state.buffer.push_back(i);
            CHANGED.notify_all();
        }
    });
    thread::spawn(move || {
        let mut state = STATE.lock().unwrap();
        while state.got < items {
            if let Some(i) = state.buffer.pop_front() {
                println!("got {i}");
                state.got += 1;
                CHANGED.notify_all();
            } else {
                state = CHANGED.wait(state).unwrap();
            }
        }
    });
    let state = STATE.lock().unwrap();
    drop(CHANGED.wait_while(state, |state| state.got < items).unwrap());
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
