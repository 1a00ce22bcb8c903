//! Wrong: the readers inside are bits of a u32, reader 32 shares that of reader 0, and whoever leaves clears it for both; violates "nothing between `write begin` and `write end`" (READERS=33 or more: 0 and 32 are in, one leaves, the writer begins, the other one prints).
use std::env;
use std::sync::{Condvar, Mutex};
use std::thread;

use anyhow::{Context, Result};

struct State {
    inside: u32,
    writing: bool,
    value: u32,
}

fn main() -> Result<()> {
    let readers: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("READERS must be a whole number")?,
        None => 3,
    };

    let state = Mutex::new(State { inside: 0, writing: false, value: 0 });
    let changed = Condvar::new();
    thread::scope(|s| {
        for r in 0..readers {
            let (state, changed) = (&state, &changed);
            s.spawn(move || {
                let bit = 1u32 << (r % 32);
                let mut st = state.lock().unwrap();
                while st.writing {
                    st = changed.wait(st).unwrap();
                }
                st.inside |= bit;
                let v = st.value;
                drop(st);
                println!("read {v} begin");
                println!("read {v} end");
                state.lock().unwrap().inside &= !bit;
                changed.notify_all();
            });
        }
        s.spawn(|| {
            let mut st = state.lock().unwrap();
            while st.inside != 0 {
                st = changed.wait(st).unwrap();
            }
            st.writing = true;
            drop(st);
            println!("write begin");
            state.lock().unwrap().value = 1;
            println!("write end");
            state.lock().unwrap().writing = false;
            changed.notify_all();
        });
    });
    Ok(())
}
