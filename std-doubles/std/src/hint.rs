//! As `std::hint`; a spinning task gives way.

pub use ::std::hint::*;

/// Tells the scheduler that the task spins.
pub fn spin_loop() {
    crate::runtime::give_way();
}
