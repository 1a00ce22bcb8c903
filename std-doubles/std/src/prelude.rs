//! The prelude of each edition: the real one, and the macros of this crate.

/// What every edition has.
pub mod v1 {
    pub use ::std::prelude::v1::*;

    pub use crate::{eprint, eprintln, print, println, thread_local};
}

/// Edition 2015.
pub mod rust_2015 {
    pub use crate::{eprint, eprintln, print, println, thread_local};
    pub use ::std::prelude::rust_2015::*;
}

/// Edition 2018.
pub mod rust_2018 {
    pub use crate::{eprint, eprintln, print, println, thread_local};
    pub use ::std::prelude::rust_2018::*;
}

/// Edition 2021.
pub mod rust_2021 {
    pub use crate::{eprint, eprintln, print, println, thread_local};
    pub use ::std::prelude::rust_2021::*;
}

/// Edition 2024.
pub mod rust_2024 {
    pub use crate::{eprint, eprintln, print, println, thread_local};
    pub use ::std::prelude::rust_2024::*;
}
