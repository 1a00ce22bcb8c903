//! Thread-local values: one for each task, also where all tasks share one thread of the operating system.

use ::std::any::Any;
use ::std::cell::{Cell, RefCell};
use ::std::collections::BTreeMap;
use ::std::panic::Location;
use ::std::rc::Rc;
use ::std::thread::AccessError;

use threadlings_trace::What;

use crate::runtime::{self, line};

/// A value of which each thread has its own.
pub struct LocalKey<T: 'static> {
    init: fn() -> T,
}

type Values = BTreeMap<(u32, usize), Value>;

#[derive(Clone)]
struct Value {
    value: Rc<dyn Any>,
    has_destructor: bool,
}

::std::thread_local! {
    /// By task and address of the key. A traced task has this map to itself; explored ones share it.
    static VALUES: RefCell<Values> = const { RefCell::new(BTreeMap::new()) };
}

fn me() -> u32 {
    runtime::me(&runtime::world())
}

/// Whether something is done when the values of the running task are dropped.
pub(super) fn have_destructors() -> bool {
    let me = me();
    VALUES.with_borrow(|values| values.iter().any(|((task, _), value)| *task == me && value.has_destructor))
}

/// Drops the values of the running task, which is about to end.
pub(crate) fn destroy_all() {
    let me = me();
    loop {
        // One by one, with the map free: a destructor may use other values.
        let next = VALUES.with_borrow_mut(|values| {
            let key = values.keys().find(|(task, _)| *task == me).copied()?;
            values.remove(&key)
        });
        if next.is_none() {
            return;
        }
    }
}

/// Takes the values away as the end of a process does: without their destructors.
pub(crate) fn forget_all() {
    ::std::mem::forget(VALUES.take());
}

impl<T: 'static> LocalKey<T> {
    #[doc(hidden)]
    pub const fn new(init: fn() -> T) -> LocalKey<T> {
        LocalKey { init }
    }

    /// Nobody else sees it, so that it is no step; a lock that knows its owner may count here.
    fn used(&'static self, line: u32) {
        if line != 0 {
            let mut world = runtime::world();
            let key = world.cell(::std::ptr::from_ref(self).addr());
            world.record(line, What::Local(key));
        }
    }

    fn value(&'static self, first: impl FnOnce() -> T) -> Rc<T> {
        let key = (me(), ::std::ptr::from_ref(self).addr());
        let known = VALUES.with_borrow(|values| values.get(&key).cloned());
        let value = known.unwrap_or_else(|| {
            let value = Value { value: Rc::new(first()), has_destructor: ::std::mem::needs_drop::<T>() };
            VALUES.with_borrow_mut(|values| values.insert(key, value.clone()));
            value
        });
        value.value.downcast().expect("a key has one type")
    }

    /// Gives the running thread's value to `f`.
    #[track_caller]
    pub fn with<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        self.used(line(Location::caller()));
        f(&self.value(self.init))
    }

    /// The same; here it never fails.
    ///
    /// # Errors
    /// None.
    #[track_caller]
    pub fn try_with<F, R>(&'static self, f: F) -> Result<R, AccessError>
    where
        F: FnOnce(&T) -> R,
    {
        Ok(self.with(f))
    }
}

impl<T: 'static> LocalKey<Cell<T>> {
    /// Sets the value.
    #[track_caller]
    pub fn set(&'static self, value: T) {
        self.with(|cell| cell.set(value));
    }

    /// Copies the value.
    #[track_caller]
    pub fn get(&'static self) -> T
    where
        T: Copy,
    {
        self.with(Cell::get)
    }

    /// Takes the value, leaving the default.
    #[track_caller]
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(Cell::take)
    }

    /// Replaces the value.
    #[track_caller]
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}

impl<T: 'static> LocalKey<RefCell<T>> {
    /// Borrows the value.
    #[track_caller]
    pub fn with_borrow<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        self.with(|cell| f(&cell.borrow()))
    }

    /// Borrows the value to change it.
    #[track_caller]
    pub fn with_borrow_mut<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&mut T) -> R,
    {
        self.with(|cell| f(&mut cell.borrow_mut()))
    }

    /// Sets the value.
    #[track_caller]
    pub fn set(&'static self, value: T) {
        self.with(|cell| *cell.borrow_mut() = value);
    }

    /// Takes the value, leaving the default.
    #[track_caller]
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(RefCell::take)
    }

    /// Replaces the value.
    #[track_caller]
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}

impl<T: 'static> ::std::fmt::Debug for LocalKey<T> {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("LocalKey").finish_non_exhaustive()
    }
}
