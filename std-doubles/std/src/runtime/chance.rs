//! Chance: the system's random numbers, with which every `RandomState` begins, and so the order of every `HashMap`; and
//! the time of day.
//!
//! Explored, they are one more choice of the scheduler's: written down with the others, so that a schedule can be
//! replayed, and tried in several ways.

use ::std::ffi::{c_long, c_uint, c_void};
use ::std::time::Duration;

use super::world;

/// Explored: the time of day at which the program starts.
pub fn time_of_day() -> Duration {
    let mut world = world();
    if !world.explored() {
        return Duration::ZERO;
    }
    let beginning = world.time_of_day.unwrap_or_else(|| world.chooser.beginning());
    world.time_of_day = Some(beginning);
    // A prime number, so that no remainder of it is always the same.
    Duration::from_nanos(u64::from(beginning) * 982_451_653)
}

/// Stands in the place of the C library's `getrandom`, which the real `std` calls.
///
/// # Safety
/// As the original: `buffer` is valid for writes of `length` bytes.
// SAFETY: name and signature are those of getrandom(2), which is what callers of this symbol expect.
#[unsafe(no_mangle)]
unsafe extern "C" fn getrandom(buffer: *mut c_void, length: usize, flags: c_uint) -> isize {
    let mut world = world();
    if !world.explored() {
        drop(world);
        // SAFETY: the arguments are handed on as they came.
        let written: c_long = unsafe { libc::syscall(libc::SYS_getrandom, buffer, length, flags) };
        return written as isize;
    }
    let beginning = world.chooser.beginning();
    // SAFETY: the caller says that so many bytes can be written.
    unsafe { buffer.cast::<u8>().write_bytes(beginning as u8, length) };
    length as isize
}
