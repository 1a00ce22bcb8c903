//! As `std::os`, with the extension traits of this crate's own types.

pub use ::std::os::*;

/// As `std::os::unix`.
pub mod unix {
    pub use ::std::os::unix::*;

    /// As `std::os::unix::process`.
    pub mod process {
        pub use ::std::os::unix::process::{ExitStatusExt, parent_id};

        pub use crate::process::ext::CommandExt;
    }

    /// As `std::os::unix::thread`.
    pub mod thread {
        pub use ::std::os::unix::thread::RawPthread;

        /// Gives the operating system's handle of a thread; a task of an explored run has none.
        pub trait JoinHandleExt {
            /// The handle.
            fn as_pthread_t(&self) -> RawPthread;
            /// The handle.
            fn into_pthread_t(self) -> RawPthread;
        }

        impl<T> JoinHandleExt for crate::thread::JoinHandle<T> {
            fn as_pthread_t(&self) -> RawPthread {
                crate::runtime::unmodelled("a thread's pthread handle", 0)
            }

            fn into_pthread_t(self) -> RawPthread {
                self.as_pthread_t()
            }
        }
    }

    /// As `std::os::unix::prelude`.
    pub mod prelude {
        pub use super::process::CommandExt;
        pub use ::std::os::unix::prelude::{
            AsFd, AsRawFd, BorrowedFd, DirEntryExt, ExitStatusExt, FileExt, FileTypeExt, FromRawFd,
            IntoRawFd, MetadataExt, OpenOptionsExt, OsStrExt, OsStringExt, OwnedFd, PermissionsExt, RawFd,
        };
    }
}
