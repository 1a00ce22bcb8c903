//! As `std::any`; the types of this crate have the names that `std`'s have.

pub use ::std::any::*;

/// The name of a type.
pub fn type_name<T: ?Sized>() -> &'static str {
    let name = ::std::any::type_name::<T>();
    if name.contains(env!("CARGO_CRATE_NAME")) {
        // Asked for a few times in a program's life.
        return Box::leak(name.replace(env!("CARGO_CRATE_NAME"), "std").into_boxed_str());
    }
    name
}

/// The name of a value's type.
pub fn type_name_of_val<T: ?Sized>(_value: &T) -> &'static str {
    type_name::<T>()
}
