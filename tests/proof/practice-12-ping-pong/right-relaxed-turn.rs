//! Right: the turn is wholly Relaxed, for all that is shared besides is the output behind a Mutex: a turn read from the other's store can't be read in a lock section before the one that preceded that store (coherence).

use std::env;
use std::error::Error;
use std::io::{self, Stdout, Write};
use std::sync::Mutex;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;
use std::thread;

struct Game {
    turn: AtomicUsize,
    out: Mutex<Stdout>,
}

impl Game {
    fn play(&self, me: usize, line: &str, rounds: u32) -> io::Result<()> {
        for _ in 0..rounds {
            while self.turn.load(Relaxed) != me {
                thread::yield_now();
            }
            let mut out = self.out.lock().unwrap();
            out.write_all(line.as_bytes())?;
            out.flush()?;
            drop(out);
            self.turn.store(1 - me, Relaxed);
        }
        Ok(())
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let rounds = match env::args().nth(1) {
        Some(arg) => arg.parse().map_err(|e| format!("ROUNDS must be a whole number: {e}"))?,
        None => 5,
    };
    let game = Game {
        turn: AtomicUsize::new(0),
        out: Mutex::new(io::stdout()),
    };
    thread::scope(|scope| {
        let ping = scope.spawn(|| game.play(0, "Ping\n", rounds));
        let pong = scope.spawn(|| game.play(1, "Pong\n", rounds));
        ping.join().unwrap()?;
        pong.join().unwrap()
    })?;
    Ok(())
}
