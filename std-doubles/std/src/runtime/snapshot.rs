//! What a process is like before it runs the program, so that each schedule in it finds the same.
//!
//! What safe code can leave behind: statics, which are put back as bytes; another folder, an open file, memory that is
//! never freed, after which the process is given up. (The C library's own statics stay as they are: it must be linked
//! dynamically.)

use ::std::env;
use ::std::ffi::{c_int, c_void};
use ::std::ops::Range;
use ::std::path::PathBuf;
use ::std::{ptr, slice};

/// A process that has taken so many KiB of memory is given up.
const MOST_MEMORY: libc::c_long = 64 << 10;

/// To put so many bytes of statics back takes longer than to fork.
const MOST_STATICS: usize = 1 << 20;

/// A process at one moment.
pub(crate) struct Snapshot {
    /// Addresses and what stands there.
    statics: Vec<(usize, Vec<u8>)>,
    folder: Option<PathBuf>,
    free_descriptor: c_int,
}

impl Snapshot {
    /// This process now.
    pub(crate) fn take() -> Snapshot {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        // SAFETY: `note_writable` treats its last argument as what is given here, which lives as long as the call.
        unsafe { libc::dl_iterate_phdr(Some(note_writable), (&raw mut ranges).cast()) };
        let read = |range: Range<usize>| {
            // SAFETY: the range is mapped for as long as the program runs, and there is one thread, which changes nothing
            // while it reads.
            let bytes = unsafe {
                slice::from_raw_parts(ptr::with_exposed_provenance::<u8>(range.start), range.len())
            };
            (range.start, bytes.to_vec())
        };
        Snapshot {
            statics: ranges.into_iter().map(read).collect(),
            folder: env::current_dir().ok(),
            free_descriptor: free_descriptor(),
        }
    }

    /// But for its statics, which can be put back soon, this process is still the same.
    pub(crate) fn holds(&self) -> bool {
        self.statics.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() < MOST_STATICS
            && free_descriptor() == self.free_descriptor
            && env::current_dir().ok() == self.folder
            && memory_taken() < MOST_MEMORY
    }

    /// Puts the statics back.
    ///
    /// # Safety
    /// There is one thread, it has no reference into a static, and what the statics owned at that moment still exists.
    pub(crate) unsafe fn restore_statics(&self) {
        for (start, bytes) in &self.statics {
            let place = ptr::with_exposed_provenance_mut::<u8>(*start);
            // SAFETY: the place is as large as when it was read, and writable; the caller vouches for the rest.
            unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), place, bytes.len()) };
        }
    }
}

/// The number that the next file would get: a higher one than before where one was opened and not closed.
fn free_descriptor() -> c_int {
    // SAFETY: makes a new number for an open file, or fails; nobody else knows it when it is closed.
    unsafe {
        let free = libc::dup(0);
        libc::close(free);
        free
    }
}

/// The most memory that this process has had, in KiB.
fn memory_taken() -> libc::c_long {
    // SAFETY: the integers of the structure may be zero, and the call fills it.
    unsafe {
        let mut usage: libc::rusage = ::std::mem::zeroed();
        libc::getrusage(libc::RUSAGE_SELF, &mut usage);
        usage.ru_maxrss
    }
}

/// Notes where the program's writable segments are, without what only the dynamic linker writes (RELRO).
///
/// # Safety
/// To be called by `dl_iterate_phdr`, with a `Vec<Range<usize>>` as its argument.
unsafe extern "C" fn note_writable(object: *mut libc::dl_phdr_info, _: usize, ranges: *mut c_void) -> c_int {
    // SAFETY: the caller gives a valid object with its headers, and the argument that this function asks for.
    let (base, headers, ranges) = unsafe {
        let object = &*object;
        let headers = slice::from_raw_parts(object.dlpi_phdr, object.dlpi_phnum.into());
        (object.dlpi_addr as usize, headers, &mut *ranges.cast::<Vec<Range<usize>>>())
    };
    let range = |header: &libc::Elf64_Phdr| {
        let start = base + header.p_vaddr as usize;
        start..start + header.p_memsz as usize
    };
    let relro = headers.iter().find(|header| header.p_type == libc::PT_GNU_RELRO).map_or(0..0, range);
    let writable =
        |header: &&libc::Elf64_Phdr| header.p_type == libc::PT_LOAD && header.p_flags & libc::PF_W != 0;
    for segment in headers.iter().filter(writable).map(range) {
        let start = if segment.contains(&relro.start) { relro.end.min(segment.end) } else { segment.start };
        if start < segment.end {
            ranges.push(start..segment.end);
        }
    }
    // The program comes first; the libraries after it are not asked for.
    1
}
