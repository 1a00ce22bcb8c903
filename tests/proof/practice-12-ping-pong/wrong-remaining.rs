//! Wrong: Pong gives the turn back with a Relaxed store (it must be Release), so Ping may read an old number of remaining rounds and print one `Ping` too many.

use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

use anyhow::{Context, Result};

struct Game {
    /// Whose turn is it: false for Ping, true for Pong.
    pongs_turn: AtomicBool,
    /// How many rounds are left; belongs to the one whose turn it is.
    remaining: AtomicU32,
}

impl Game {
    fn wait_for_turn(&self, pong: bool) {
        while self.pongs_turn.load(Ordering::Acquire) != pong {
            thread::yield_now();
        }
    }

    fn ping(&self) {
        loop {
            self.wait_for_turn(false);
            if self.remaining.load(Ordering::Relaxed) == 0 {
                // Let the other one see it too.
                self.pongs_turn.store(true, Ordering::Release);
                return;
            }
            println!("Ping");
            self.pongs_turn.store(true, Ordering::Release);
        }
    }

    fn pong(&self) {
        loop {
            self.wait_for_turn(true);
            let remaining = self.remaining.load(Ordering::Relaxed);
            if remaining == 0 {
                return;
            }
            println!("Pong");
            self.remaining.store(remaining - 1, Ordering::Relaxed);
            self.pongs_turn.store(false, Ordering::Relaxed);
        }
    }
}

fn main() -> Result<()> {
    let rounds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("ROUNDS must be a whole number")?,
        None => 5,
    };

    let game = Arc::new(Game {
        pongs_turn: AtomicBool::new(false),
        remaining: AtomicU32::new(rounds),
    });
    let ping = thread::spawn({
        let game = Arc::clone(&game);
        move || game.ping()
    });
    let pong = thread::spawn(move || game.pong());
    ping.join().unwrap();
    pong.join().unwrap();
    Ok(())
}
