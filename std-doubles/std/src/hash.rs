//! As `std::hash`, but the same hashes in every run: chance must not decide anything in an explored run.

pub use ::std::hash::*;

/// A hasher that starts the same way each time.
#[derive(Debug, Clone, Default)]
pub struct RandomState(());

impl RandomState {
    /// The one and only.
    pub fn new() -> RandomState {
        RandomState(())
    }
}

impl BuildHasher for RandomState {
    type Hasher = DefaultHasher;

    fn build_hasher(&self) -> DefaultHasher {
        DefaultHasher::new()
    }
}
