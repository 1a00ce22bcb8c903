//! As `std::env`.

pub use ::std::env::*;
