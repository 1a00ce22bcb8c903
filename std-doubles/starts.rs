//! Linked with the program that runs against the real `std`: writes down a letter for each thread and each process that
//! it starts. The linker puts these functions in the place of the C library's (`--wrap`), and nothing else is changed.
//!
//! The file for it comes as standard input and stays open under a number of its own, as the record of the double does.
#![no_std]

use core::ffi::{c_char, c_int, c_void};

const KEPT: c_int = 198;
const F_GETFD: c_int = 1;
const O_RDONLY: c_int = 0;

type Pointer = *mut c_void;

unsafe extern "C" {
    fn fcntl(file: c_int, command: c_int, ...) -> c_int;
    fn dup2(from: c_int, to: c_int) -> c_int;
    fn open(path: *const c_char, flags: c_int, ...) -> c_int;
    fn close(file: c_int) -> c_int;
    fn write(file: c_int, bytes: *const c_void, length: usize) -> isize;
    fn __real_pthread_create(id: Pointer, attributes: Pointer, start: Pointer, argument: Pointer) -> c_int;
    fn __real_posix_spawnp(
        id: Pointer,
        file: Pointer,
        actions: Pointer,
        attributes: Pointer,
        arguments: Pointer,
        environment: Pointer,
    ) -> c_int;
    fn __real_fork() -> c_int;
}

/// Before `main`: the file is put away, and standard input is empty. A child finds it put away.
extern "C" fn begin() {
    // SAFETY: these calls take numbers and a string that ends in zero, and fail where a file is not open.
    unsafe {
        if fcntl(KEPT, F_GETFD) != -1 || dup2(0, KEPT) == -1 {
            return;
        }
        let empty = open(c"/dev/null".as_ptr(), O_RDONLY);
        if empty > 0 {
            dup2(empty, 0);
            close(empty);
        }
    }
}

#[used]
#[unsafe(link_section = ".init_array")]
static BEGIN: extern "C" fn() = begin;

fn note(letter: &[u8; 1]) {
    // SAFETY: one byte is there. If it cannot be written, less is known of the program.
    unsafe { write(KEPT, letter.as_ptr().cast(), 1) };
}

/// # Safety
/// As for `pthread_create`.
#[unsafe(no_mangle)]
unsafe extern "C" fn __wrap_pthread_create(
    id: Pointer,
    attributes: Pointer,
    start: Pointer,
    argument: Pointer,
) -> c_int {
    note(b"t");
    // SAFETY: handed on as it came.
    unsafe { __real_pthread_create(id, attributes, start, argument) }
}

/// # Safety
/// As for `posix_spawnp`.
#[unsafe(no_mangle)]
unsafe extern "C" fn __wrap_posix_spawnp(
    id: Pointer,
    file: Pointer,
    actions: Pointer,
    attributes: Pointer,
    arguments: Pointer,
    environment: Pointer,
) -> c_int {
    note(b"p");
    // SAFETY: handed on as it came.
    unsafe { __real_posix_spawnp(id, file, actions, attributes, arguments, environment) }
}

/// # Safety
/// As for `fork`.
#[unsafe(no_mangle)]
unsafe extern "C" fn __wrap_fork() -> c_int {
    note(b"p");
    // SAFETY: handed on as it came.
    unsafe { __real_fork() }
}
