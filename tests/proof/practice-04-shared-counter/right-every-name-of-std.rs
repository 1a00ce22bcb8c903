//! Right: and everything that `std` has for threads, processes and output is named, as some program may.
#![allow(unused, deprecated, clippy::all)]
use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::io::{self, *};
use std::os::fd::*;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::process::*;
use std::sync::atomic::*;
use std::sync::*;
use std::thread::*;
use std::time::*;
fn send<T: Send>() {}
fn sync<T: Sync>() {}
fn uw<T: UnwindSafe>() {}
fn ruw<T: RefUnwindSafe>() {}
fn dbg<T: Debug>() {}
fn dflt<T: Default>() {}
fn cl<T: Clone>() {}
fn unpin<T: Unpin>() {}
fn ord<T: Ord + Hash + Copy>() {}
fn disp<T: Display>() {}
macro_rules! all { (@ $t:ty, [$($f:ident)*]) => { $( $f::<$t>(); )* }; ($fs:tt; $($t:ty),* $(,)?) => { $( all!(@ $t, $fs); )* } }
fn a() {
    all!([send dbg dflt]; std::sync::Mutex<Vec<u8>>, std::sync::RwLock<Vec<u8>>, std::sync::Condvar, OnceLock<String>, LazyLock<String>, AtomicU8, AtomicBool, AtomicPtr<u8>);
    all!([uw ruw]; std::sync::Condvar, std::sync::Once, std::sync::Barrier, AtomicU8, AtomicPtr<u8>, Instant, SystemTime, std::thread::Thread, ThreadId, Stdout, Stderr, LazyLock<u8>, std::thread::Builder, mpsc::Sender<u8>, mpsc::Receiver<u8>, mpsc::SyncSender<u8>);
    all!([sync]; std::sync::Condvar, std::sync::Once, std::sync::Barrier, mpsc::Sender<u8>, mpsc::SyncSender<u8>, JoinHandle<u8>, std::thread::Thread, Child);
    all!([send dbg]; mpsc::Sender<u8>, mpsc::Receiver<u8>, mpsc::SyncSender<u8>, mpsc::IntoIter<u8>, BarrierWaitResult, std::sync::Barrier, std::sync::Once, std::thread::Thread, ThreadId, JoinHandle<u8>, std::thread::Builder, Stdout, Stderr, Child, Command, Instant, SystemTime, WaitTimeoutResult);
    all!([dbg]; std::sync::MutexGuard<'static, u8>, std::sync::RwLockReadGuard<'static, u8>, std::sync::RwLockWriteGuard<'static, u8>, mpsc::Iter<'static, u8>, mpsc::TryIter<'static, u8>, StdoutLock<'static>, StderrLock<'static>, OnceState, ScopedJoinHandle<'static, u8>, LocalKey<u8>);
    all!([disp]; std::sync::MutexGuard<'static, u8>, std::sync::RwLockReadGuard<'static, u8>, std::sync::RwLockWriteGuard<'static, u8>, mpsc::SendError<u8>, mpsc::TrySendError<u8>);
    all!([sync]; std::sync::MutexGuard<'static, u8>, std::sync::RwLockReadGuard<'static, u8>);
    all!([cl]; mpsc::Sender<u8>, mpsc::SyncSender<u8>, std::thread::Thread, OnceLock<u8>, WaitTimeoutResult);
    all!([ord]; Instant, SystemTime);
    fn eqh<T: Eq + Hash + Copy + Debug>() {}
    eqh::<ThreadId>();
    fn pe<T: PartialEq + Eq>() {}
    pe::<OnceLock<u8>>();
    pe::<WaitTimeoutResult>();
}
fn b(p: &AtomicPtr<u8>, b: &AtomicBool, n: &AtomicU16) {
    p.fetch_ptr_add(1, Ordering::SeqCst);
    p.fetch_ptr_sub(1, Ordering::SeqCst);
    p.fetch_byte_add(1, Ordering::SeqCst);
    p.fetch_byte_sub(1, Ordering::SeqCst);
    p.fetch_or(1, Ordering::SeqCst);
    p.fetch_and(1, Ordering::SeqCst);
    p.fetch_xor(1, Ordering::SeqCst);
    println!("{p:p} {p:?}");
    let _: u16 = n.update(Ordering::SeqCst, Ordering::SeqCst, |n| n + 1);
    let _: std::result::Result<u16, u16> = n.try_update(Ordering::SeqCst, Ordering::SeqCst, |n| Some(n + 1));
    let _: bool = b.update(Ordering::SeqCst, Ordering::SeqCst, |b| !b);
    b.fetch_not(Ordering::SeqCst);
    let _: *mut u8 = p.update(Ordering::SeqCst, Ordering::SeqCst, |p| p);
}
fn c(mut l: LazyLock<u8>) {
    let _: Option<&u8> = LazyLock::get(&l);
    let _: Option<&mut u8> = LazyLock::get_mut(&mut l);
    *LazyLock::force_mut(&mut l) = 1;
    *l = 2;
    let _: LazyLock<u8> = LazyLock::default();
}
fn c2(mut l: OnceLock<u8>) {
    let _ = l.get_mut();
    let _ = l.take();
    let _ = l.wait();
    let _ = OnceLock::from(3u8);
    let _ = l.into_inner();
}
fn d(o: &std::sync::Once) {
    o.wait();
    o.wait_force();
    o.call_once_force(|s| {
        s.is_poisoned();
    });
    o.is_completed();
}
fn e() {
    io::stdout().is_terminal();
    io::stderr().is_terminal();
    io::stdin().is_terminal();
    io::stdout().lock().is_terminal();
    io::stderr().lock().is_terminal();
    std::fs::File::open("x").unwrap().is_terminal();
    let _ = io::stdout().as_fd();
    let _ = io::stdout().as_raw_fd();
    let _: Stdio = io::stdout().into();
    let _: Stdio = io::stderr().into();
    (&io::stdout()).write_all(b"x");
    io::stdout().write_vectored(&[IoSlice::new(b"x")]);
}
fn f() {
    let (r, w) = io::pipe().unwrap();
    let _ = r.as_fd();
    let _ = w.as_raw_fd();
    let r2 = r.try_clone().unwrap();
    (&r2).read(&mut [0]);
    (&w).write(&[0]);
    let _: Stdio = r.into();
    let o: OwnedFd = w.into();
    let w: PipeWriter = o.into();
    let o: OwnedFd = r2.into();
    let r: PipeReader = o.into();
    let _ = r.into_raw_fd();
    println!("{w:?}");
}
fn g(m: &std::sync::Mutex<u8>, r: &std::sync::RwLock<u8>, c: &std::sync::Condvar) {
    m.clear_poison();
    m.is_poisoned();
    drop(m.try_lock());
    r.clear_poison();
    let w = r.write().unwrap();
    let _d = RwLockWriteGuard::downgrade(w);
    drop(r.try_read());
    drop(r.try_write());
    let g = c.wait_while(m.lock().unwrap(), |x| *x == 0).unwrap();
    let (g, t) = c.wait_timeout_while(g, Duration::MAX, |x| *x == 0).unwrap();
    t.timed_out();
    let (g, t) = c.wait_timeout_ms(g, 4).unwrap();
    let _ = c.wait_timeout(g, Duration::MAX);
    std::thread::sleep_ms(1);
    std::thread::park_timeout_ms(1);
    std::thread::park_timeout(Duration::MAX);
}
fn h(c: &mut Command) {
    let _: CommandArgs = c.get_args();
    let _: CommandEnvs = c.get_envs();
    c.get_program();
    c.get_current_dir();
    c.env_clear().env_remove("x").current_dir("x");
    c.status();
    c.output();
    println!("{c:?}");
}
fn i(t: Instant) {
    t.checked_add(Duration::MAX);
    t.checked_sub(Duration::ZERO);
    t.saturating_duration_since(t);
    t.checked_duration_since(t);
    t.elapsed();
    let _ = t + Duration::ZERO - Duration::ZERO;
    let mut t = t;
    t += Duration::ZERO;
    t -= Duration::ZERO;
    let _: Duration = t - t;
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    SystemTime::now().duration_since(UNIX_EPOCH).map_err(|e: SystemTimeError| e.duration());
    SystemTime::now().elapsed();
    UNIX_EPOCH.checked_add(Duration::ZERO);
}
thread_local! { static X: std::cell::Cell<u8> = const { std::cell::Cell::new(1) }; static Y: std::cell::RefCell<u8> = std::cell::RefCell::new(1); static Z: std::cell::OnceCell<u8> = std::cell::OnceCell::new(); }
fn j() {
    X.set(1);
    X.get();
    X.take();
    X.replace(3);
    Y.with_borrow(|x| *x);
    Y.with_borrow_mut(|x| *x = 1);
    Y.set(1);
    Y.take();
    Y.replace(2);
    Y.with(|y| ());
    X.try_with(|x| ()).unwrap();
    println!("{X:?}");
    let _: std::result::Result<(), AccessError> = X.try_with(|_| ());
}
fn k() {
    let b = std::thread::Builder::new().name("x".into()).stack_size(1);
    b.spawn(|| ()).unwrap();
    std::thread::scope(|s| {
        std::thread::Builder::new().spawn_scoped(s, || ()).unwrap().join();
        let h = s.spawn(|| 1);
        h.thread().id();
        h.is_finished();
    });
    let t = std::thread::current();
    t.id();
    t.name();
    t.unpark();
    std::thread::panicking();
    available_parallelism().unwrap();
    std::thread::yield_now();
    std::hint::spin_loop();
}
fn l(mut c: Child) {
    c.id();
    c.kill();
    c.try_wait();
    c.wait();
    c.stdin.take();
    c.stdout.take();
    c.stderr.take();
    std::process::id();
    let _ = ExitCode::from(3);
    c.wait_with_output();
}
mod sync_names {
    pub use std::sync::{
        Arc, Barrier, BarrierWaitResult, Condvar, LazyLock, LockResult, Mutex, MutexGuard, Once, OnceLock,
        OnceState, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard, TryLockError, TryLockResult,
        WaitTimeoutResult, Weak,
    };
}
mod thread_names {
    pub use std::thread::{
        AccessError, Builder, JoinHandle, LocalKey, Result, Scope, ScopedJoinHandle, Thread, ThreadId,
        available_parallelism, current, panicking, park, park_timeout, scope, sleep, spawn, yield_now,
    };
}
mod process_names {
    pub use std::process::{
        Child, ChildStderr, ChildStdin, ChildStdout, Command, CommandArgs, CommandEnvs, ExitCode, ExitStatus,
        Output, Stdio, Termination, abort, exit, id,
    };
}
mod time_names {
    pub use std::time::{Duration, Instant, SystemTime, SystemTimeError, TryFromFloatSecsError, UNIX_EPOCH};
}
mod io_names {
    pub use std::io::{
        BufRead, BufReader, BufWriter, Bytes, Chain, Cursor, Empty, Error, ErrorKind, IntoInnerError,
        IoSlice, IoSliceMut, IsTerminal, LineWriter, Lines, PipeReader, PipeWriter, Read, Repeat, Result,
        Seek, SeekFrom, Sink, Split, Stderr, StderrLock, Stdin, StdinLock, Stdout, StdoutLock, Take, Write,
        WriterPanicked, copy, empty, pipe, read_to_string, repeat, sink, stderr, stdin, stdout,
    };
}
mod sync_mpsc_names {
    pub use std::sync::mpsc::{
        IntoIter, Iter, Receiver, RecvError, RecvTimeoutError, SendError, Sender, SyncSender, TryIter,
        TryRecvError, TrySendError, channel, sync_channel,
    };
}
mod sync_atomic_names {
    pub use std::sync::atomic::{
        AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicPtr, AtomicU8, AtomicU16,
        AtomicU32, AtomicU64, AtomicUsize, Ordering, compiler_fence, fence,
    };
}
mod panic_names {
    pub use std::panic::{
        AssertUnwindSafe, Location, PanicHookInfo, RefUnwindSafe, UnwindSafe, catch_unwind, panic_any,
        resume_unwind, set_hook, take_hook,
    };
}
mod os_unix_process_names {
    pub use std::os::unix::process::{CommandExt, ExitStatusExt, parent_id};
}
mod os_unix_thread_names {
    pub use std::os::unix::thread::{JoinHandleExt, RawPthread};
}
mod hint_names {
    pub use std::hint::{
        assert_unchecked, black_box, cold_path, select_unpredictable, spin_loop, unreachable_unchecked,
    };
}
mod any_names {
    pub use std::any::{Any, TypeId, type_name, type_name_of_val};
}
mod env_names {
    pub use std::env::{
        Args, ArgsOs, JoinPathsError, SplitPaths, VarError, Vars, VarsOs, args, args_os, current_dir,
        current_exe, home_dir, join_paths, remove_var, set_current_dir, set_var, split_paths, temp_dir, var,
        var_os, vars, vars_os,
    };
}

fn main() -> anyhow::Result<()> {
    let threads: u32 = match std::env::args().nth(1) {
        Some(arg) => arg.parse().map_err(|_| anyhow::anyhow!("THREADS must be a whole number"))?,
        None => 5,
    };
    let count = std::sync::Mutex::new(0);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| *count.lock().unwrap() += 1);
        }
    });
    println!("{}", count.into_inner().unwrap());
    Ok(())
}
