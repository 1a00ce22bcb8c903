//! As `std::sync::atomic`: the real ones, each access a step. The real one has the last value; what a load in a weaker
//! order than `SeqCst` may see instead is known to the runtime.
//!
//! An access from inside a library (a queue's own counters) is no step and no event: what the learner does with the
//! library is, by the locks, channels and parking that the library is built on.

pub use ::std::sync::atomic::{Ordering, compiler_fence};

use ::std::fmt;
use ::std::panic::Location;
use ::std::sync::atomic as real;

use threadlings_trace::{Ident, What};

use crate::runtime::{self, Before, Id, World};

/// As `std`'s.
#[track_caller]
pub fn fence(order: Ordering) {
    if !runtime::in_library(Location::caller()) {
        runtime::step_alone();
    }
    runtime::fence(order);
    real::fence(order);
}

/// The step before an access, and the line to record it with; `None` for one that is not looked at.
fn access(caller: &Location) -> Option<u32> {
    if runtime::in_library(caller) {
        runtime::library_has_synchronised();
        return None;
    }
    runtime::step_alone();
    Some(runtime::line(caller))
}

/// A value as bits, and back.
trait Bits: Copy {
    fn bits(self) -> u64;
    fn from_bits(bits: u64) -> Self;
}

macro_rules! integer_bits {
    ($($t:ty)*) => { $(
        impl Bits for $t {
            fn bits(self) -> u64 {
                self as u64
            }

            fn from_bits(bits: u64) -> $t {
                bits as $t
            }
        }
    )* };
}

integer_bits! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }

impl Bits for bool {
    fn bits(self) -> u64 {
        self.into()
    }

    fn from_bits(bits: u64) -> bool {
        bits != 0
    }
}

impl<T> Bits for *mut T {
    fn bits(self) -> u64 {
        self.expose_provenance() as u64
    }

    fn from_bits(bits: u64) -> *mut T {
        ::std::ptr::with_exposed_provenance_mut(bits as usize)
    }
}

macro_rules! atomic {
    ($($(#[$cfg:meta])* $name:ident $(<$p:ident>)? ($t:ty) { $($rest:tt)* })*) => { $(
        #[doc = concat!("As `std::sync::atomic::", stringify!($name), "`.")]
        $(#[$cfg])*
        pub struct $name $(<$p>)? { value: real::$name $(<$p>)?, id: Id }

        impl $(<$p>)? $name $(<$p>)? {
            /// With this value.
            pub const fn new(value: $t) -> Self {
                Self { value: real::$name::new(value), id: Id::new() }
            }

            /// The value, not shared.
            pub fn get_mut(&mut self) -> &mut $t {
                let mut world = runtime::world();
                let cell = self.cell(&mut world);
                world.forget(cell);
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
                let Some(line) = line else { return value };
                let mut world = runtime::world();
                let cell = self.cell(&mut world);
                let value = Bits::from_bits(world.load(cell, order, value.bits(), line));
                world.record(line, What::Load(cell, format!("{value:?}")));
                value
            }

            /// Writes.
            #[track_caller]
            pub fn store(&self, value: $t, order: Ordering) {
                let Some(line) = access(Location::caller()) else { return self.value.store(value, order) };
                let (now, before, aside) = self.place(order, line);
                // It panics where the order is none for a store: nothing is locked here.
                aside.as_ref().unwrap_or(&self.value).store(value, order);
                let mut world = runtime::world();
                let cell = self.cell(&mut world);
                world.store(cell, order, before, (now.bits(), value.bits()));
                world.record(line, What::Store(cell, format!("{value:?}")));
                drop(world);
                runtime::told();
            }

            /// Writes, and gives what was there.
            #[track_caller]
            pub fn swap(&self, value: $t, order: Ordering) -> $t {
                self.change(Location::caller(), order, |atomic| atomic.swap(value, order))
            }

            /// Writes if `current` is there.
            ///
            /// # Errors
            /// What is there instead.
            #[track_caller]
            pub fn compare_exchange(&self, current: $t, new: $t, success: Ordering, failure: Ordering) -> Result<$t, $t> {
                self.exchange(access(Location::caller()), (current, new), (success, failure))
            }

            /// The same, and it may fail for no reason.
            ///
            /// # Errors
            /// What is there.
            #[track_caller]
            pub fn compare_exchange_weak(&self, current: $t, new: $t, success: Ordering, failure: Ordering) -> Result<$t, $t> {
                let line = access(Location::caller());
                if let Some(line) = line {
                    let mut world = runtime::world();
                    let cell = self.cell(&mut world);
                    if self.now() == current && world.fails_for_no_reason(cell, line) {
                        return Err(Self::missed(&mut world, cell, failure, current, line));
                    }
                }
                self.exchange(line, (current, new), (success, failure))
            }

            fn exchange(&self, line: Option<u32>, (current, new): ($t, $t), (success, failure): (Ordering, Ordering)) -> Result<$t, $t> {
                let result = self.value.compare_exchange(current, new, success, failure);
                let Some(line) = line else { return result };
                let mut world = runtime::world();
                let cell = self.cell(&mut world);
                match result {
                    Ok(old) => {
                        world.update(cell, success, None, (old.bits(), new.bits()));
                        world.record(line, What::Update(cell, format!("{old:?}"), format!("{new:?}")));
                        drop(world);
                        runtime::told();
                        Ok(old)
                    }
                    Err(old) => Err(Self::missed(&mut world, cell, failure, old, line)),
                }
            }

            /// An exchange that has not been made: it is a load of what it found, which it gives back.
            fn missed(world: &mut World, cell: Ident, order: Ordering, found: $t, line: u32) -> $t {
                world.missed(cell, order, found.bits());
                world.record(line, What::Load(cell, format!("{found:?}")));
                found
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
            fn change(&self, caller: &Location, order: Ordering, f: impl FnOnce(&real::$name $(<$p>)?) -> $t) -> $t {
                let Some(line) = access(caller) else { return f(&self.value) };
                let (now, before, aside) = self.place(order, line);
                let place = aside.as_ref().unwrap_or(&self.value);
                let old = f(place);
                // Nobody else runs between the operation and this, in an explored run.
                let new = place.load(Ordering::SeqCst);
                let mut world = runtime::world();
                let cell = self.cell(&mut world);
                world.update(cell, order, before, (now.bits(), new.bits()));
                world.record(line, What::Update(cell, format!("{old:?}"), format!("{new:?}")));
                drop(world);
                runtime::told();
                old
            }

            /// Where a write comes: the value there is now, and where the write comes before that, its place and
            /// something to write to instead.
            #[allow(clippy::type_complexity)] // used twice, just above
            fn place(&self, order: Ordering, line: u32) -> ($t, Option<Before>, Option<real::$name $(<$p>)?>) {
                let now = self.now();
                let mut world = runtime::world();
                let cell = self.cell(&mut world);
                let before = world.before(cell, order, now.bits(), line);
                (now, before, before.map(|before| real::$name::new(Bits::from_bits(before.bits))))
            }

            /// Its number. Who moves it has it alone.
            fn cell(&self, world: &mut World) -> Ident {
                let cell = self.id.get(world);
                world.is_at(cell, ::std::ptr::from_ref(self).addr());
                cell
            }

            fn now(&self) -> $t {
                self.value.load(Ordering::SeqCst)
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
                Self { value: Default::default(), id: Id::new() }
            }
        }
    )* };
    (@methods $value:ty => $t:ty, $($method:ident),*) => { $(
        #[doc = concat!("As `std`'s `", stringify!($method), "`.")]
        #[track_caller]
        pub fn $method(&self, value: $value, order: Ordering) -> $t {
            self.change(Location::caller(), order, |atomic| atomic.$method(value, order))
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
