//! As `std::panic`; the hook belongs to the grader, which sees every panic.

pub use ::std::panic::*;

/// Kept out: a panic is recorded before anything else happens.
pub fn set_hook(_hook: Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>) {}

/// The hook that prints nothing.
pub fn take_hook() -> Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static> {
    Box::new(|_| {})
}
