//! As `std::sync::atomic`: the real ones, each access a step. Every order is taken for `SeqCst`.
//!
//! An access from inside a library (a queue's own counters) is no step and no event: what the learner does with the
//! library is, by the locks, channels and parking that the library is built on.

pub use ::std::sync::atomic::{Ordering, compiler_fence, fence};

use ::std::fmt;
use ::std::panic::Location;
use ::std::sync::atomic as real;

use threadlings_trace::What;

use crate::runtime;

/// The step before an access, and the line to record it with; `None` for one that is not looked at.
fn access(caller: &Location) -> Option<u32> {
    if runtime::in_library(caller) {
        return None;
    }
    runtime::step();
    Some(runtime::line(caller))
}

fn record<A, V>(line: Option<u32>, atomic: &A, value: V, what: impl FnOnce(u32, V) -> What) {
    if let Some(line) = line {
        let mut world = runtime::world();
        let cell = world.cell(::std::ptr::from_ref(atomic).addr());
        world.record(line, what(cell, value));
    }
}

macro_rules! atomic {
    ($($(#[$cfg:meta])* $name:ident $(<$p:ident>)? ($t:ty) { $($rest:tt)* })*) => { $(
        #[doc = concat!("As `std::sync::atomic::", stringify!($name), "`.")]
        $(#[$cfg])*
        #[repr(transparent)]
        pub struct $name $(<$p>)? { value: real::$name $(<$p>)? }

        impl $(<$p>)? $name $(<$p>)? {
            /// With this value.
            pub const fn new(value: $t) -> Self {
                Self { value: real::$name::new(value) }
            }

            /// The value, not shared.
            pub fn get_mut(&mut self) -> &mut $t {
                self.value.get_mut()
            }

            /// The value, not shared any more.
            pub fn into_inner(self) -> $t {
                self.value.into_inner()
            }

            /// A pointer to the value.
            pub const fn as_ptr(&self) -> *mut $t {
                self.value.as_ptr()
            }

            /// Reads.
            #[track_caller]
            pub fn load(&self, order: Ordering) -> $t {
                let line = access(Location::caller());
                let value = self.value.load(order);
                record(line, self, value, |cell, value| What::Load(cell, format!("{value:?}")));
                value
            }

            /// Writes.
            #[track_caller]
            pub fn store(&self, value: $t, order: Ordering) {
                let line = access(Location::caller());
                self.value.store(value, order);
                record(line, self, value, |cell, value| What::Store(cell, format!("{value:?}")));
            }

            /// Writes, and gives what was there.
            #[track_caller]
            pub fn swap(&self, value: $t, order: Ordering) -> $t {
                self.change(Location::caller(), |atomic| atomic.swap(value, order))
            }

            /// Writes if `current` is there.
            ///
            /// # Errors
            /// What is there instead.
            #[track_caller]
            pub fn compare_exchange(&self, current: $t, new: $t, success: Ordering, failure: Ordering) -> Result<$t, $t> {
                let line = access(Location::caller());
                let result = self.value.compare_exchange(current, new, success, failure);
                record(line, self, (), |cell, ()| match result {
                    Ok(old) => What::Update(cell, format!("{old:?}"), format!("{new:?}")),
                    Err(old) => What::Load(cell, format!("{old:?}")),
                });
                result
            }

            /// The same; here it does not fail for no reason.
            ///
            /// # Errors
            /// What is there instead.
            #[track_caller]
            pub fn compare_exchange_weak(&self, current: $t, new: $t, success: Ordering, failure: Ordering) -> Result<$t, $t> {
                self.compare_exchange(current, new, success, failure)
            }

            /// The older form of `compare_exchange`.
            #[track_caller]
            pub fn compare_and_swap(&self, current: $t, new: $t, order: Ordering) -> $t {
                let failure = match order {
                    Ordering::Release => Ordering::Relaxed,
                    Ordering::AcqRel => Ordering::Acquire,
                    other => other,
                };
                self.compare_exchange(current, new, order, failure).unwrap_or_else(|old| old)
            }

            /// Reads, computes and writes, again and again until nobody was between.
            ///
            /// # Errors
            /// What is there, when `f` gives up.
            #[track_caller]
            pub fn fetch_update<F>(&self, set: Ordering, fetch: Ordering, mut f: F) -> Result<$t, $t>
            where
                F: FnMut($t) -> Option<$t>,
            {
                let mut old = self.load(fetch);
                while let Some(new) = f(old) {
                    match self.compare_exchange(old, new, set, fetch) {
                        Ok(old) => return Ok(old),
                        Err(other) => old = other,
                    }
                }
                Err(old)
            }

            /// The newer name of `fetch_update`.
            ///
            /// # Errors
            /// What is there, when `f` gives up.
            #[track_caller]
            pub fn try_update(&self, set: Ordering, fetch: Ordering, mut f: impl FnMut($t) -> Option<$t>) -> Result<$t, $t> {
                self.fetch_update(set, fetch, &mut f)
            }

            /// Reads, computes and writes, again and again until nobody was between.
            #[track_caller]
            pub fn update(&self, set: Ordering, fetch: Ordering, mut f: impl FnMut($t) -> $t) -> $t {
                self.fetch_update(set, fetch, |old| Some(f(old))).unwrap_or_else(|old| old)
            }

            #[track_caller]
            fn change(&self, caller: &Location, f: impl FnOnce(&real::$name $(<$p>)?) -> $t) -> $t {
                let line = access(caller);
                let old = f(&self.value);
                record(line, self, old, |cell, old| {
                    // Nobody else runs between the operation and this, in an explored run.
                    let new = self.value.load(Ordering::SeqCst);
                    What::Update(cell, format!("{old:?}"), format!("{new:?}"))
                });
                old
            }

            atomic!(@methods $t => $t, $($rest)*);
        }

        impl $(<$p>)? fmt::Debug for $name $(<$p>)? {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.value.fmt(f)
            }
        }

        impl $(<$p>)? From<$t> for $name $(<$p>)? {
            fn from(value: $t) -> Self {
                Self::new(value)
            }
        }

        impl $(<$p>)? Default for $name $(<$p>)? {
            fn default() -> Self {
                Self { value: Default::default() }
            }
        }
    )* };
    (@methods $value:ty => $t:ty, $($method:ident),*) => { $(
        #[doc = concat!("As `std`'s `", stringify!($method), "`.")]
        #[track_caller]
        pub fn $method(&self, value: $value, order: Ordering) -> $t {
            self.change(Location::caller(), |atomic| atomic.$method(value, order))
        }
    )* };
}

atomic! {
    AtomicBool(bool) { fetch_and, fetch_nand, fetch_or, fetch_xor }
    AtomicPtr<T>(*mut T) {}
    AtomicI8(i8) { fetch_add, fetch_sub, fetch_and, fetch_nand, fetch_or, fetch_xor, fetch_max, fetch_min }
    AtomicI16(i16) { fetch_add, fetch_sub, fetch_and, fetch_nand, fetch_or, fetch_xor, fetch_max, fetch_min }
    AtomicI32(i32) { fetch_add, fetch_sub, fetch_and, fetch_nand, fetch_or, fetch_xor, fetch_max, fetch_min }
    AtomicI64(i64) { fetch_add, fetch_sub, fetch_and, fetch_nand, fetch_or, fetch_xor, fetch_max, fetch_min }
    AtomicIsize(isize) { fetch_add, fetch_sub, fetch_and, fetch_nand, fetch_or, fetch_xor, fetch_max, fetch_min }
    AtomicU8(u8) { fetch_add, fetch_sub, fetch_and, fetch_nand, fetch_or, fetch_xor, fetch_max, fetch_min }
    AtomicU16(u16) { fetch_add, fetch_sub, fetch_and, fetch_nand, fetch_or, fetch_xor, fetch_max, fetch_min }
    AtomicU32(u32) { fetch_add, fetch_sub, fetch_and, fetch_nand, fetch_or, fetch_xor, fetch_max, fetch_min }
    AtomicU64(u64) { fetch_add, fetch_sub, fetch_and, fetch_nand, fetch_or, fetch_xor, fetch_max, fetch_min }
    AtomicUsize(usize) { fetch_add, fetch_sub, fetch_and, fetch_nand, fetch_or, fetch_xor, fetch_max, fetch_min }
}

impl<T> AtomicPtr<T> {
    atomic!(@methods usize => *mut T, fetch_ptr_add, fetch_ptr_sub, fetch_byte_add, fetch_byte_sub, fetch_and, fetch_or, fetch_xor);
}

impl<T> fmt::Pointer for AtomicPtr<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl AtomicBool {
    /// Inverts, and gives what was there.
    #[track_caller]
    pub fn fetch_not(&self, order: Ordering) -> bool {
        self.fetch_xor(true, order)
    }
}
