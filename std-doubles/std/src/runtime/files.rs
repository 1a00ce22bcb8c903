//! The file that the grader gave this process: where its plan is read and its events go.

use ::std::fs::File;
use ::std::os::fd::{AsRawFd, FromRawFd, RawFd};
use ::std::os::unix::fs::FileExt;
use ::std::sync::OnceLock;
use threadlings_trace::{PLAN_END, Plan};

/// The file stays open under this number in every process of the program, which inherits it.
const KEPT: RawFd = 198;

static FIRST: ::std::sync::atomic::AtomicBool = ::std::sync::atomic::AtomicBool::new(false);
static RECORD: OnceLock<File> = OnceLock::new();

/// This is the program's first process: the record came as its standard input.
pub fn is_first() -> bool {
    FIRST.load(::std::sync::atomic::Ordering::Relaxed)
}

/// The open record; `None` in a program that no grader started.
pub fn record() -> Option<&'static File> {
    RECORD.get()
}

/// How many bytes the record has.
pub fn length() -> u64 {
    record().and_then(|file| file.metadata().ok()).map_or(0, |file| file.len())
}

/// What stands in the record from this place on.
pub fn text(from: u64) -> String {
    let Some(file) = record() else { return String::new() };
    let mut bytes = vec![0; length().saturating_sub(from) as usize];
    let read = file.read_at(&mut bytes, from).unwrap_or(0);
    String::from_utf8_lossy(&bytes[..read]).into_owned()
}

/// Finds the record (a child inherits it; the first process gets it as its standard input) and reads the plan.
pub fn open() -> Option<Plan> {
    for fd in [KEPT, 0] {
        // SAFETY: `fcntl` with `F_DUPFD` only makes a new number for an open file, or fails.
        let copy = unsafe { libc::fcntl(fd, libc::F_DUPFD_CLOEXEC, 300) };
        if copy < 0 {
            continue;
        }
        // SAFETY: `copy` was made just now and belongs to nobody else.
        let file = unsafe { File::from_raw_fd(copy) };
        if let Some(plan) = read_plan(&file) {
            if fd == 0 {
                keep(&file);
                FIRST.store(true, ::std::sync::atomic::Ordering::Relaxed);
                if plan.terminal {
                    set_cargos_variables();
                }
            }
            RECORD.set(file).ok()?;
            return Some(plan);
        }
    }
    None
}

/// As `cargo run` does.
#[allow(clippy::disallowed_methods, reason = "no other thread is there yet")]
fn set_cargos_variables() {
    let folder = ::std::env::current_dir().unwrap_or_default();
    let program = ::std::env::current_exe().unwrap_or_default();
    let variables = [
        ("CARGO", "/usr/bin/cargo".as_ref()),
        ("CARGO_MANIFEST_DIR", folder.as_os_str()),
        ("CARGO_PKG_NAME", program.file_name().unwrap_or_default()),
        ("CARGO_PKG_VERSION", env!("CARGO_PKG_VERSION").as_ref()),
    ];
    for (name, value) in variables {
        // SAFETY: the program has not begun, and this is its only thread.
        unsafe { ::std::env::set_var(name, value) };
    }
}

/// Leaves the record open for child processes, and gives the program an empty standard input.
fn keep(file: &File) {
    // SAFETY: `dup2` onto numbers that only this function uses (KEPT) or that the program gets from us (0).
    unsafe { libc::dup2(file.as_raw_fd(), KEPT) };
    if let Ok(null) = File::open("/dev/null") {
        // SAFETY: as above; standard input is replaced before the program reads it.
        unsafe { libc::dup2(null.as_raw_fd(), 0) };
    }
}

fn read_plan(file: &File) -> Option<Plan> {
    let mut head = vec![0; 4096];
    let read = file.read_at(&mut head, 0).ok()?;
    let text = ::std::str::from_utf8(&head[..read]).ok().or_else(|| first_lines(&head[..read]))?;
    Plan::parse(text)
}

/// The plan is ASCII; events behind it may be cut in the middle of a character.
fn first_lines(head: &[u8]) -> Option<&str> {
    let end = format!("{PLAN_END}\n");
    let at = head.windows(end.len()).position(|window| window == end.as_bytes())?;
    ::std::str::from_utf8(&head[..at + end.len()]).ok()
}

/// Device and inode of an open file.
pub fn identity(fd: RawFd) -> Option<(u64, u64)> {
    // SAFETY: `fstat` fills the structure that it is given or fails.
    unsafe {
        let mut stat: libc::stat = ::std::mem::zeroed();
        (libc::fstat(fd, &mut stat) == 0).then_some((stat.st_dev, stat.st_ino))
    }
}
