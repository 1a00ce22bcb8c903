//! The raw locks, on the runtime's model.

use std::num::NonZero;
use std::panic::Location;
use std::time::Duration;

use threadlings_std::runtime::{self, Asking, Lock, Patience, line};
use threadlings_std::time::Instant;
use threadlings_trace::{Kind, What};

fn until(deadline: Instant) -> Patience {
    Patience::For(deadline.duration_since(Instant::now()))
}

macro_rules! mutex {
    ($name:ident, $doc:literal) => {
        #[doc = $doc]
        pub struct $name {
            pub(crate) lock: Lock,
        }

        // SAFETY: the model lets one task at a time hold the lock.
        unsafe impl lock_api::RawMutex for $name {
            #[allow(clippy::declare_interior_mutable_const)] // as `lock_api` asks
            const INIT: $name = $name { lock: Lock::new() };
            type GuardMarker = lock_api::GuardNoSend;

            #[track_caller]
            fn lock(&self) {
                self.lock.acquire(Kind::Mutex, Patience::Forever, line(Location::caller()));
            }

            #[track_caller]
            fn try_lock(&self) -> bool {
                self.lock.acquire(Kind::Mutex, Patience::Try, line(Location::caller()))
            }

            unsafe fn unlock(&self) {
                self.lock.release(Kind::Mutex, 0);
            }

            fn is_locked(&self) -> bool {
                self.lock.is_held()
            }
        }

        // SAFETY: as above.
        unsafe impl lock_api::RawMutexFair for $name {
            unsafe fn unlock_fair(&self) {
                self.lock.release(Kind::Mutex, 0);
            }
        }

        // SAFETY: as above.
        unsafe impl lock_api::RawMutexTimed for $name {
            type Duration = Duration;
            type Instant = Instant;

            #[track_caller]
            fn try_lock_for(&self, timeout: Duration) -> bool {
                self.lock.acquire(Kind::Mutex, Patience::For(timeout), line(Location::caller()))
            }

            #[track_caller]
            fn try_lock_until(&self, deadline: Instant) -> bool {
                self.lock.acquire(Kind::Mutex, until(deadline), line(Location::caller()))
            }
        }
    };
}

mutex!(RawMutex, "As `parking_lot::RawMutex`.");
mutex!(RawFairMutex, "As `parking_lot::RawFairMutex`.");

/// As `parking_lot::RawRwLock`.
pub struct RawRwLock {
    lock: Lock,
}

// SAFETY: the model lets one writer, or any number of readers, hold the lock.
unsafe impl lock_api::RawRwLock for RawRwLock {
    #[allow(clippy::declare_interior_mutable_const)] // as `lock_api` asks
    const INIT: RawRwLock = RawRwLock { lock: Lock::new() };
    type GuardMarker = lock_api::GuardNoSend;

    #[track_caller]
    fn lock_shared(&self) {
        self.lock.acquire(Kind::Read, Patience::Forever, line(Location::caller()));
    }

    #[track_caller]
    fn try_lock_shared(&self) -> bool {
        self.lock.acquire(Kind::Read, Patience::Try, line(Location::caller()))
    }

    unsafe fn unlock_shared(&self) {
        self.lock.release(Kind::Read, 0);
    }

    #[track_caller]
    fn lock_exclusive(&self) {
        self.lock.acquire(Kind::Write, Patience::Forever, line(Location::caller()));
    }

    #[track_caller]
    fn try_lock_exclusive(&self) -> bool {
        self.lock.acquire(Kind::Write, Patience::Try, line(Location::caller()))
    }

    unsafe fn unlock_exclusive(&self) {
        self.lock.release(Kind::Write, 0);
    }

    fn is_locked(&self) -> bool {
        self.lock.is_held()
    }

    fn is_locked_exclusive(&self) -> bool {
        self.lock.is_held_alone()
    }
}

// SAFETY: as above.
unsafe impl lock_api::RawRwLockFair for RawRwLock {
    unsafe fn unlock_shared_fair(&self) {
        self.lock.release(Kind::Read, 0);
    }

    unsafe fn unlock_exclusive_fair(&self) {
        self.lock.release(Kind::Write, 0);
    }
}

// SAFETY: the model goes from writing to reading with no other writer between.
unsafe impl lock_api::RawRwLockDowngrade for RawRwLock {
    unsafe fn downgrade(&self) {
        self.lock.downgrade(Kind::Write, Kind::Read, 0);
    }
}

// SAFETY: the model lets one holder at a time have the right to write, beside readers, and no writer with it.
unsafe impl lock_api::RawRwLockUpgrade for RawRwLock {
    #[track_caller]
    fn lock_upgradable(&self) {
        self.lock.acquire(Kind::Upgradable, Patience::Forever, line(Location::caller()));
    }

    #[track_caller]
    fn try_lock_upgradable(&self) -> bool {
        self.lock.acquire(Kind::Upgradable, Patience::Try, line(Location::caller()))
    }

    unsafe fn unlock_upgradable(&self) {
        self.lock.release(Kind::Upgradable, 0);
    }

    unsafe fn upgrade(&self) {
        self.lock.acquire_asking(Asking::Upgrade, Kind::Write, Patience::Forever, 0);
    }

    unsafe fn try_upgrade(&self) -> bool {
        self.lock.acquire_asking(Asking::Upgrade, Kind::Write, Patience::Try, 0)
    }
}

// SAFETY: as above.
unsafe impl lock_api::RawRwLockUpgradeFair for RawRwLock {
    unsafe fn unlock_upgradable_fair(&self) {
        self.lock.release(Kind::Upgradable, 0);
    }
}

// SAFETY: as above.
unsafe impl lock_api::RawRwLockUpgradeDowngrade for RawRwLock {
    unsafe fn downgrade_upgradable(&self) {
        self.lock.downgrade(Kind::Upgradable, Kind::Read, 0);
    }

    unsafe fn downgrade_to_upgradable(&self) {
        self.lock.downgrade(Kind::Write, Kind::Upgradable, 0);
    }
}

// SAFETY: as above.
unsafe impl lock_api::RawRwLockUpgradeTimed for RawRwLock {
    #[track_caller]
    fn try_lock_upgradable_for(&self, timeout: Duration) -> bool {
        self.lock.acquire(Kind::Upgradable, Patience::For(timeout), line(Location::caller()))
    }

    #[track_caller]
    fn try_lock_upgradable_until(&self, deadline: Instant) -> bool {
        self.lock.acquire(Kind::Upgradable, until(deadline), line(Location::caller()))
    }

    unsafe fn try_upgrade_for(&self, timeout: Duration) -> bool {
        self.lock.acquire_asking(Asking::Upgrade, Kind::Write, Patience::For(timeout), 0)
    }

    unsafe fn try_upgrade_until(&self, deadline: Instant) -> bool {
        self.lock.acquire_asking(Asking::Upgrade, Kind::Write, until(deadline), 0)
    }
}

// SAFETY: a model's reader may always read again.
unsafe impl lock_api::RawRwLockRecursive for RawRwLock {
    #[track_caller]
    fn lock_shared_recursive(&self) {
        self.lock.acquire_asking(Asking::Again, Kind::Read, Patience::Forever, line(Location::caller()));
    }

    #[track_caller]
    fn try_lock_shared_recursive(&self) -> bool {
        self.lock.acquire_asking(Asking::Again, Kind::Read, Patience::Try, line(Location::caller()))
    }
}

// SAFETY: as above.
unsafe impl lock_api::RawRwLockRecursiveTimed for RawRwLock {
    #[track_caller]
    fn try_lock_shared_recursive_for(&self, timeout: Duration) -> bool {
        self.lock.acquire_asking(Asking::Again, Kind::Read, Patience::For(timeout), line(Location::caller()))
    }

    #[track_caller]
    fn try_lock_shared_recursive_until(&self, deadline: Instant) -> bool {
        self.lock.acquire_asking(Asking::Again, Kind::Read, until(deadline), line(Location::caller()))
    }
}

// SAFETY: as above.
unsafe impl lock_api::RawRwLockTimed for RawRwLock {
    type Duration = Duration;
    type Instant = Instant;

    #[track_caller]
    fn try_lock_shared_for(&self, timeout: Duration) -> bool {
        self.lock.acquire(Kind::Read, Patience::For(timeout), line(Location::caller()))
    }

    #[track_caller]
    fn try_lock_shared_until(&self, deadline: Instant) -> bool {
        self.lock.acquire(Kind::Read, until(deadline), line(Location::caller()))
    }

    #[track_caller]
    fn try_lock_exclusive_for(&self, timeout: Duration) -> bool {
        self.lock.acquire(Kind::Write, Patience::For(timeout), line(Location::caller()))
    }

    #[track_caller]
    fn try_lock_exclusive_until(&self, deadline: Instant) -> bool {
        self.lock.acquire(Kind::Write, until(deadline), line(Location::caller()))
    }
}

/// As `parking_lot::RawThreadId`.
pub struct RawThreadId;

// SAFETY: the runtime's numbers tell tasks apart for as long as the program runs.
unsafe impl lock_api::GetThreadId for RawThreadId {
    const INIT: RawThreadId = RawThreadId;

    /// Who asks counts the levels itself, as `lock_api`'s reentrant lock does: that it has asked is known by this.
    fn nonzero_thread_id(&self) -> NonZero<usize> {
        let mut world = runtime::world();
        let key = world.cell(std::ptr::from_ref(self).addr());
        world.record(0, What::Local(key));
        NonZero::<usize>::MIN.saturating_add(runtime::me(&world) as usize)
    }
}
