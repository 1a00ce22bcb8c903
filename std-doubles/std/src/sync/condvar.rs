//! As `std::sync::Condvar`.

use ::std::panic::Location;
use ::std::sync::{LockResult, PoisonError};
use ::std::time::Duration;

use super::MutexGuard;
use crate::runtime::{Waiters, line};

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
    pub fn timed_out(&self) -> bool {
        self.0
    }
}

impl Condvar {
    /// Nobody waits.
    pub const fn new() -> Condvar {
        Condvar { waiters: Waiters::new() }
    }

    fn wait_for<'a, T>(
        &self,
        mut guard: MutexGuard<'a, T>,
        timeout: Option<Duration>,
        line: u32,
    ) -> (LockResult<MutexGuard<'a, T>>, bool) {
        let mutex = guard.mutex;
        // The real lock goes first; the model's goes in `wait`. What is left of the guard does nothing when dropped.
        drop(guard.data.take());
        let timed_out = self.waiters.wait(&mutex.lock, timeout, line);
        (mutex.guard(line), timed_out)
    }

    /// Lets the lock go, waits until notified (or for no reason), and takes the lock again.
    ///
    /// # Errors
    /// When the lock is poisoned.
    #[track_caller]
    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        self.wait_for(guard, None, line(Location::caller())).0
    }

    /// Waits as long as the condition holds.
    ///
    /// # Errors
    /// When the lock is poisoned.
    #[track_caller]
    pub fn wait_while<'a, T, F>(
        &self,
        mut guard: MutexGuard<'a, T>,
        mut condition: F,
    ) -> LockResult<MutexGuard<'a, T>>
    where
        F: FnMut(&mut T) -> bool,
    {
        let line = line(Location::caller());
        while condition(&mut *guard) {
            guard = self.wait_for(guard, None, line).0?;
        }
        Ok(guard)
    }

    /// Waits until notified or for a time.
    ///
    /// # Errors
    /// When the lock is poisoned.
    #[track_caller]
    pub fn wait_timeout<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        timeout: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let (guard, timed_out) = self.wait_for(guard, Some(timeout), line(Location::caller()));
        let result = WaitTimeoutResult(timed_out);
        match guard {
            Ok(guard) => Ok((guard, result)),
            Err(poisoned) => Err(PoisonError::new((poisoned.into_inner(), result))),
        }
    }

    /// Waits until notified or for milliseconds. `false`: the time ran out.
    ///
    /// # Errors
    /// When the lock is poisoned.
    #[track_caller]
    pub fn wait_timeout_ms<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        milliseconds: u32,
    ) -> LockResult<(MutexGuard<'a, T>, bool)> {
        let (guard, result) =
            self.wait_timeout(guard, Duration::from_millis(milliseconds.into())).map_err(|poisoned| {
                let (guard, result) = poisoned.into_inner();
                PoisonError::new((guard, !result.timed_out()))
            })?;
        Ok((guard, !result.timed_out()))
    }

    /// Waits as long as the condition holds, or for a time.
    ///
    /// # Errors
    /// When the lock is poisoned.
    #[track_caller]
    pub fn wait_timeout_while<'a, T, F>(
        &self,
        mut guard: MutexGuard<'a, T>,
        timeout: Duration,
        mut condition: F,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>
    where
        F: FnMut(&mut T) -> bool,
    {
        let line = line(Location::caller());
        let begun = crate::time::Instant::now();
        loop {
            if !condition(&mut *guard) {
                return Ok((guard, WaitTimeoutResult(false)));
            }
            let left = match timeout.checked_sub(begun.elapsed()) {
                Some(left) if !left.is_zero() => left,
                _ => return Ok((guard, WaitTimeoutResult(true))),
            };
            guard = match self.wait_for(guard, Some(left), line).0 {
                Ok(guard) => guard,
                Err(poisoned) => {
                    return Err(PoisonError::new((poisoned.into_inner(), WaitTimeoutResult(false))));
                }
            };
        }
    }

    /// Wakes one waiter.
    #[track_caller]
    pub fn notify_one(&self) {
        self.waiters.notify_one(line(Location::caller()));
    }

    /// Wakes all waiters.
    #[track_caller]
    pub fn notify_all(&self) {
        self.waiters.notify_all(line(Location::caller()));
    }
}
