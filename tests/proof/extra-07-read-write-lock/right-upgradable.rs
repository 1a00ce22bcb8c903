//! Right: the writer may read beside the readers at first, and waits for them only where it writes.
use anyhow::{Context, Result};
use parking_lot::{RwLock, RwLockUpgradableReadGuard, RwLockWriteGuard};

fn main() -> Result<()> {
    let readers = std::env::args().nth(1);
    let readers = readers.map_or(Ok(3u32), |text| text.parse()).context("READERS is no number")?;
    let value = RwLock::new(0);
    std::thread::scope(|s| {
        s.spawn(|| {
            let looking = value.upgradable_read();
            let next = *looking + 1;
            let mut writing = RwLockUpgradableReadGuard::upgrade(looking);
            println!("write begin");
            *writing = next;
            println!("write end");
            let looking = RwLockWriteGuard::downgrade_to_upgradable(writing);
            assert_eq!(*looking, 1);
        });
        for _ in 0..readers {
            s.spawn(|| {
                let value = value.read();
                println!("read {} begin", *value);
                println!("read {} end", *value);
            });
        }
    });
    Ok(())
}
