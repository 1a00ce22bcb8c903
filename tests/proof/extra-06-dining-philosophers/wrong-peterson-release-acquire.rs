//! Wrong: Peterson's lock with Release stores and Acquire loads: store buffering lets both neighbours miss the other's flag and take the same fork, so two neighbours eat at once; it takes SeqCst.

use std::env;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::thread;

use anyhow::{Context, Result, ensure};

#[derive(Clone, Copy)]
enum Hand {
    Left,
    Right,
}

/// A fork lies between two philosophers: for one it is the left, for the other the right one. Two
/// parties: Peterson's algorithm is all it takes.
#[derive(Default)]
struct Fork {
    left_wants: AtomicBool,
    right_wants: AtomicBool,
    /// 0: the one with the left hand waits, 1: the one with the right hand.
    waits: AtomicU8,
}

impl Fork {
    fn take(&self, hand: Hand) {
        let (mine, theirs, me) = match hand {
            Hand::Left => (&self.left_wants, &self.right_wants, 0),
            Hand::Right => (&self.right_wants, &self.left_wants, 1),
        };
        mine.store(true, Ordering::Release);
        self.waits.store(me, Ordering::Release);
        while theirs.load(Ordering::Acquire) && self.waits.load(Ordering::Acquire) == me {
            thread::yield_now();
        }
    }

    fn put_down(&self, hand: Hand) {
        match hand {
            Hand::Left => self.left_wants.store(false, Ordering::Release),
            Hand::Right => self.right_wants.store(false, Ordering::Release),
        }
    }
}

struct Table {
    forks: Vec<Fork>,
}

impl Table {
    fn with_both_forks(&self, p: usize, eat: impl FnOnce()) {
        let left = &self.forks[p];
        let right = &self.forks[(p + 1) % self.forks.len()];
        // the last philosopher reaches for the right fork first: no deadlock
        if p + 1 == self.forks.len() {
            right.take(Hand::Right);
            left.take(Hand::Left);
        } else {
            left.take(Hand::Left);
            right.take(Hand::Right);
        }
        eat();
        left.put_down(Hand::Left);
        right.put_down(Hand::Right);
    }
}

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let philosophers: u32 = match args.next() {
        Some(arg) => arg.parse().context("PHILOSOPHERS must be a whole number")?,
        None => 5,
    };
    let meals: u32 = match args.next() {
        Some(arg) => arg.parse().context("MEALS must be a whole number")?,
        None => 3,
    };
    ensure!(philosophers >= 2, "PHILOSOPHERS must be at least 2");

    let table = Table {
        forks: (0..philosophers).map(|_| Fork::default()).collect(),
    };
    thread::scope(|scope| {
        for p in 0..philosophers as usize {
            let table = &table;
            scope.spawn(move || {
                for _ in 0..meals {
                    table.with_both_forks(p, || {
                        println!("{p} eats");
                        println!("{p} done");
                    });
                }
            });
        }
    });
    Ok(())
}
