//! As `std::hint`; a spinning task gives way.

pub use ::std::hint::*;

/// Tells the scheduler that the task spins.
#[track_caller]
pub fn spin_loop() {
    crate::runtime::give_way(crate::runtime::line(::std::panic::Location::caller()));
}
