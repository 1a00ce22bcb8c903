//! The program's statics, as bytes: each schedule finds them as the first one did.

use ::std::ffi::{c_int, c_void};
use ::std::ops::Range;
use ::std::{ptr, slice};

/// What stands in the statics of the program at one moment.
pub(crate) struct Statics(Vec<(usize, Vec<u8>)>);

impl Statics {
    /// As they are now.
    pub(crate) fn now() -> Statics {
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
        Statics(ranges.into_iter().map(read).collect())
    }

    /// Puts them back.
    ///
    /// # Safety
    /// There is one thread, it has no reference into a static, and what the statics owned at that moment still exists.
    pub(crate) unsafe fn restore(&self) {
        for (start, bytes) in &self.0 {
            let place = ptr::with_exposed_provenance_mut::<u8>(*start);
            // SAFETY: the place is as large as when it was read, and writable; the caller vouches for the rest.
            unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), place, bytes.len()) };
        }
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
