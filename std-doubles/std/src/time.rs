//! As `std::time`, on the runtime's clock: virtual in an explored run.

pub use ::std::time::*;

use ::std::ops::{Add, AddAssign, Sub, SubAssign};

use crate::runtime;

/// A moment, as the time since the program started.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(Duration);

impl Instant {
    /// The present moment. Reading the clock is a step: time may pass before it.
    pub fn now() -> Instant {
        Instant(Duration::from_nanos(runtime::read_clock()))
    }

    /// The time since `earlier`, or zero.
    pub fn duration_since(&self, earlier: Instant) -> Duration {
        self.0.saturating_sub(earlier.0)
    }

    /// The time since `earlier`, or `None`.
    pub fn checked_duration_since(&self, earlier: Instant) -> Option<Duration> {
        self.0.checked_sub(earlier.0)
    }

    /// The time since `earlier`, or zero.
    pub fn saturating_duration_since(&self, earlier: Instant) -> Duration {
        self.0.saturating_sub(earlier.0)
    }

    /// The time since this moment.
    pub fn elapsed(&self) -> Duration {
        Instant::now().duration_since(*self)
    }

    /// A later moment.
    pub fn checked_add(&self, duration: Duration) -> Option<Instant> {
        self.0.checked_add(duration).map(Instant)
    }

    /// An earlier moment.
    pub fn checked_sub(&self, duration: Duration) -> Option<Instant> {
        self.0.checked_sub(duration).map(Instant)
    }
}

impl Add<Duration> for Instant {
    type Output = Instant;
    fn add(self, duration: Duration) -> Instant {
        Instant(self.0 + duration)
    }
}

impl AddAssign<Duration> for Instant {
    fn add_assign(&mut self, duration: Duration) {
        self.0 += duration;
    }
}

impl Sub<Duration> for Instant {
    type Output = Instant;
    fn sub(self, duration: Duration) -> Instant {
        Instant(self.0 - duration)
    }
}

impl SubAssign<Duration> for Instant {
    fn sub_assign(&mut self, duration: Duration) {
        self.0 -= duration;
    }
}

impl Sub<Instant> for Instant {
    type Output = Duration;
    fn sub(self, earlier: Instant) -> Duration {
        self.duration_since(earlier)
    }
}

/// The time of day. In a traced run it begins at the epoch; in an explored one the scheduler chooses where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SystemTime(Duration);

/// The first of January 1970.
pub const UNIX_EPOCH: SystemTime = SystemTime(Duration::ZERO);

impl SystemTime {
    /// The first of January 1970.
    pub const UNIX_EPOCH: SystemTime = UNIX_EPOCH;

    /// The present moment.
    pub fn now() -> SystemTime {
        SystemTime(runtime::time_of_day() + Instant::now().0)
    }

    /// The time since `earlier`.
    ///
    /// # Errors
    /// When that is later.
    pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, ::std::time::SystemTimeError> {
        let real = |time: SystemTime| ::std::time::UNIX_EPOCH + time.0;
        real(*self).duration_since(real(earlier))
    }

    /// Later by a duration, if that can be.
    pub fn checked_add(&self, duration: Duration) -> Option<SystemTime> {
        self.0.checked_add(duration).map(SystemTime)
    }

    /// Earlier by a duration, if that can be.
    pub fn checked_sub(&self, duration: Duration) -> Option<SystemTime> {
        self.0.checked_sub(duration).map(SystemTime)
    }

    /// The time since this moment.
    ///
    /// # Errors
    /// When that is in the future.
    pub fn elapsed(&self) -> Result<Duration, ::std::time::SystemTimeError> {
        SystemTime::now().duration_since(*self)
    }
}

impl Add<Duration> for SystemTime {
    type Output = SystemTime;
    fn add(self, duration: Duration) -> SystemTime {
        SystemTime(self.0 + duration)
    }
}
