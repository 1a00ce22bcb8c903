//! Right: parking_lot RwLock: the writer takes an upgradable read and writes inside RwLockUpgradableReadGuard::with_upgraded; readers use read_recursive and RwLockReadGuard::map; a static const_rwlock.

use std::env;
use std::thread;

use anyhow::{Context, Result, anyhow, ensure};
use parking_lot::{RwLock, RwLockReadGuard, RwLockUpgradableReadGuard, const_rwlock};

struct Cell {
    value: u32,
    writes: u32,
}

static CELL: RwLock<Cell> = const_rwlock(Cell { value: 0, writes: 0 });

fn reader() {
    let value = RwLockReadGuard::map(CELL.read_recursive(), |cell| &cell.value);
    println!("read {} begin", *value);
    println!("read {} end", *value);
}

fn writer() {
    let mut cell = CELL.upgradable_read();
    if cell.writes > 0 {
        return;
    }
    cell.with_upgraded(|cell| {
        println!("write begin");
        cell.value = 1;
        cell.writes += 1;
        println!("write end");
    });
    RwLockUpgradableReadGuard::unlock_fair(cell);
}

fn main() -> Result<()> {
    let readers: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("READERS must be a whole number")?,
        None => 3,
    };

    let mut threads = vec![thread::spawn(writer)];
    threads.extend((0..readers).map(|_| thread::spawn(reader)));
    for thread in threads.drain(..).rev() {
        thread.join().map_err(|_| anyhow!("a thread panicked"))?;
    }
    ensure!(!CELL.is_locked() && CELL.read().writes == 1);
    Ok(())
}
