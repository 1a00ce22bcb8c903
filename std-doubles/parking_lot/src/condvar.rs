//! As `parking_lot::Condvar`, but a wait may end for no reason, as the course asks of every condition variable.

use std::panic::Location;
use std::time::Duration;

use threadlings_std::runtime::{Waiters, line};
use threadlings_std::time::Instant;

use crate::MutexGuard;

/// Lets threads wait until something holds.
#[derive(Debug, Default)]
pub struct Condvar {
    waiters: Waiters,
}

/// Whether a wait ended because its time ran out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    /// It did.
    pub fn timed_out(self) -> bool {
        self.0
    }
}

impl Condvar {
    /// Nobody waits.
    pub const fn new() -> Condvar {
        Condvar { waiters: Waiters::new() }
    }

    fn block<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>, timeout: Option<Duration>, line: u32) -> bool {
        // SAFETY: the raw lock is let go and taken again before the guard can be used.
        let raw = unsafe { MutexGuard::mutex(guard).raw() };
        self.waiters.wait(&raw.lock, timeout, line)
    }

    /// Lets the lock go, waits until notified, and takes the lock again.
    #[track_caller]
    pub fn wait<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>) {
        self.block(guard, None, line(Location::caller()));
    }

    /// Waits as long as the condition holds.
    #[track_caller]
    pub fn wait_while<T: ?Sized, F>(&self, guard: &mut MutexGuard<'_, T>, mut condition: F)
    where
        F: FnMut(&mut T) -> bool,
    {
        let line = line(Location::caller());
        while condition(&mut **guard) {
            self.block(guard, None, line);
        }
    }

    /// Waits until notified or for a time.
    #[track_caller]
    pub fn wait_for<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>, timeout: Duration) -> WaitTimeoutResult {
        WaitTimeoutResult(self.block(guard, Some(timeout), line(Location::caller())))
    }

    /// Waits until notified or until a moment.
    #[track_caller]
    pub fn wait_until<T: ?Sized>(
        &self,
        guard: &mut MutexGuard<'_, T>,
        deadline: Instant,
    ) -> WaitTimeoutResult {
        self.wait_for(guard, deadline.duration_since(Instant::now()))
    }

    /// Waits as long as the condition holds, or for a time.
    #[track_caller]
    pub fn wait_while_for<T: ?Sized, F>(
        &self,
        guard: &mut MutexGuard<'_, T>,
        condition: F,
        timeout: Duration,
    ) -> WaitTimeoutResult
    where
        F: FnMut(&mut T) -> bool,
    {
        self.wait_while_until(guard, condition, Instant::now() + timeout)
    }

    /// Waits as long as the condition holds, or until a moment.
    #[track_caller]
    pub fn wait_while_until<T: ?Sized, F>(
        &self,
        guard: &mut MutexGuard<'_, T>,
        mut condition: F,
        deadline: Instant,
    ) -> WaitTimeoutResult
    where
        F: FnMut(&mut T) -> bool,
    {
        while condition(&mut **guard) {
            if self.wait_until(guard, deadline).timed_out() {
                return WaitTimeoutResult(condition(&mut **guard));
            }
        }
        WaitTimeoutResult(false)
    }

    /// Wakes one waiter. The result, whether one was there, is always `true` here.
    #[track_caller]
    pub fn notify_one(&self) -> bool {
        self.waiters.notify_one(line(Location::caller()));
        true
    }

    /// Wakes all waiters. Their number is not told here.
    #[track_caller]
    pub fn notify_all(&self) -> usize {
        self.waiters.notify_all(line(Location::caller()));
        1
    }
}
