//! As `std::collections`, with the [`RandomState`](crate::hash::RandomState) that decides nothing.

pub use ::std::collections::*;

/// As `std::collections::hash_map`.
pub mod hash_map {
    pub use ::std::collections::hash_map::*;

    pub use crate::hash::{DefaultHasher, RandomState};
}
