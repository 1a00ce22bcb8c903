//! Wrong: "nothing between `write begin` and `write end`" fails for READERS from 256 on when exactly 256 readers are in: their number is a byte, it reads 0, and the writer goes in among them.

use std::env;
use std::num::Wrapping;
use std::sync::{Condvar, Mutex};
use std::thread;

use anyhow::{Context, Result};

#[derive(Default)]
struct State {
    readers: Wrapping<u8>,
    writing: bool,
    value: u32,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

impl Shared {
    fn read(&self) {
        let state = self.state.lock().unwrap();
        let mut state = self.changed.wait_while(state, |state| state.writing).unwrap();
        state.readers += 1;
        let value = state.value;
        drop(state);
        println!("read {value} begin");
        println!("read {value} end");
        self.state.lock().unwrap().readers -= 1;
        self.changed.notify_all();
    }

    fn write(&self) {
        let state = self.state.lock().unwrap();
        let mut state = self.changed.wait_while(state, |state| state.readers.0 > 0).unwrap();
        state.writing = true;
        drop(state);
        println!("write begin");
        let mut state = self.state.lock().unwrap();
        state.value = 1;
        println!("write end");
        state.writing = false;
        self.changed.notify_all();
    }
}

fn main() -> Result<()> {
    let readers: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("READERS must be a whole number")?,
        None => 3,
    };

    let shared = Shared::default();
    thread::scope(|scope| {
        for _ in 0..readers {
            scope.spawn(|| shared.read());
        }
        scope.spawn(|| shared.write());
    });
    Ok(())
}
