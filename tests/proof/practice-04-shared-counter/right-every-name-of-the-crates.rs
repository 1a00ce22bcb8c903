//! Right: and everything that parking_lot and crossbeam-channel have is named, as some program may.
#![allow(unused, deprecated, clippy::all)]
use crossbeam_channel as c;
use crossbeam_channel::{Receiver, Select, SelectedOperation, Sender};
use parking_lot as p;
use parking_lot::*;
use std::fmt::{Debug, Display};
use std::panic::*;
use std::sync::Arc;
use std::time::*;
fn send<T: Send>() {}
fn sync<T: Sync>() {}
fn uw<T: UnwindSafe>() {}
fn ruw<T: RefUnwindSafe>() {}
fn dbg<T: Debug>() {}
fn dflt<T: Default>() {}
fn cl<T: Clone>() {}
fn disp<T: Display>() {}
fn from<T: From<u8>>() {}
fn fused<T: std::iter::FusedIterator>() {}
macro_rules! all { (@ $t:ty, [$($f:ident)*]) => { $( $f::<$t>(); )* }; ($fs:tt; $($t:ty),* $(,)?) => { $( all!(@ $t, $fs); )* } }
fn a() {
    all!([send sync dbg dflt from]; p::Mutex<u8>, p::RwLock<u8>, p::FairMutex<u8>, ReentrantMutex<u8>);
    all!([send sync dbg dflt]; p::Condvar, p::Once);
    all!([dbg disp]; p::MutexGuard<'static, u8>, MappedMutexGuard<'static, u8>, p::RwLockReadGuard<'static, u8>, p::RwLockWriteGuard<'static, u8>, RwLockUpgradableReadGuard<'static, u8>, MappedRwLockReadGuard<'static, u8>, MappedRwLockWriteGuard<'static, u8>, ReentrantMutexGuard<'static, u8>, FairMutexGuard<'static, u8>);
    all!([send sync uw ruw dbg cl]; Sender<u8>, Receiver<u8>);
    all!([dbg cl]; Select<'static>);
    all!([dbg fused]; c::Iter<'static, u8>, c::IntoIter<u8>);
    all!([uw ruw]; p::Condvar, p::Once);
}
fn b(
    m: &p::Mutex<Vec<u8>>,
    f: &FairMutex<u8>,
    r: &p::RwLock<Vec<u8>>,
    re: &ReentrantMutex<Vec<u8>>,
    cv: &p::Condvar,
) {
    m.try_lock_for(Duration::MAX);
    m.try_lock_until(Instant::now());
    m.is_locked();
    let g = m.lock();
    let g = p::MutexGuard::map(g, |v| &mut v[0]);
    MappedMutexGuard::unlock_fair(g);
    let g = m.lock();
    let g = p::MutexGuard::try_map(g, |v| v.get_mut(0));
    let mut g = m.lock();
    p::MutexGuard::bump(&mut g);
    p::MutexGuard::unlocked(&mut g, || ());
    p::MutexGuard::unlocked_fair(&mut g, || ());
    p::MutexGuard::unlock_fair(g);
    let mut g = f.lock();
    p::MutexGuard::bump(&mut m.lock());
    drop(g);
    r.is_locked();
    r.is_locked_exclusive();
    r.try_read_for(Duration::MAX);
    r.try_write_until(Instant::now());
    r.read_recursive();
    r.try_read_recursive();
    r.try_read_recursive_for(Duration::ZERO);
    let g = r.upgradable_read();
    let w = RwLockUpgradableReadGuard::upgrade(g);
    let u = p::RwLockWriteGuard::downgrade_to_upgradable(w);
    let x = RwLockUpgradableReadGuard::downgrade(u);
    drop(x);
    let mut u = r.upgradable_read();
    u.with_upgraded(|v| v.push(1));
    RwLockUpgradableReadGuard::try_upgrade(u).ok();
    r.try_upgradable_read_for(Duration::ZERO);
    let w = r.write();
    let r2 = p::RwLockWriteGuard::downgrade(w);
    let m2 = p::RwLockReadGuard::map(r2, |v| &v[0]);
    drop(m2);
    let mut rg = r.read();
    p::RwLockReadGuard::bump(&mut rg);
    p::RwLockReadGuard::unlocked(&mut rg, || ());
    p::RwLockReadGuard::unlock_fair(rg);
    let g = re.lock();
    let g2 = ReentrantMutexGuard::map(g, |v| &v[0]);
    re.try_lock();
    re.try_lock_for(Duration::ZERO);
    re.is_owned_by_current_thread();
    let g = re.lock();
    ReentrantMutexGuard::try_map(g, |v| v.get(0)).ok();
    let mut g = m.lock();
    cv.wait(&mut g);
    cv.wait_while(&mut g, |v| v.is_empty());
    cv.wait_for(&mut g, Duration::MAX).timed_out();
    cv.wait_until(&mut g, Instant::now());
    cv.wait_while_for(&mut g, |v| true, Duration::ZERO);
    cv.wait_while_until(&mut g, |v| true, Instant::now());
    let _: bool = cv.notify_one();
    let _: usize = cv.notify_all();
    static S: p::Mutex<u8> = p::const_mutex(1);
    static F: FairMutex<u8> = const_fair_mutex(1);
    static R: p::RwLock<u8> = const_rwlock(1);
    static RE: ReentrantMutex<u8> = const_reentrant_mutex(1);
    static C: p::Condvar = p::Condvar::new();
    static O: p::Once = p::Once::new();
    O.call_once(|| ());
    O.call_once_force(|s| {
        s.done();
        s.poisoned();
    });
    let s: p::OnceState = O.state();
    matches!(s, p::OnceState::New | p::OnceState::Done | p::OnceState::InProgress | p::OnceState::Poisoned);
    let _: p::RwLockReadGuard<u8> = R.read();
    let t: p::WaitTimeoutResult = cv.wait_for(&mut m.lock(), Duration::ZERO);
    println!("{t:?}");
}
fn d(m: Arc<p::Mutex<u8>>, r: Arc<p::RwLock<u8>>, re: Arc<ReentrantMutex<u8>>) {}
fn e(s: &Sender<u8>, r: &Receiver<u8>) -> Result<(), Box<dyn std::error::Error>> {
    s.send_timeout(1, Duration::MAX)?;
    s.send_deadline(1, Instant::now())?;
    s.try_send(1)?;
    s.is_full();
    s.is_empty();
    s.len();
    s.capacity();
    s.same_channel(s);
    r.same_channel(r);
    r.recv_deadline(Instant::now())?;
    r.recv_timeout(Duration::ZERO)?;
    r.is_full();
    r.capacity();
    for x in r {}
    for x in r.iter() {}
    for x in r.try_iter() {}
    for x in r.clone() {}
    c::after(Duration::ZERO).recv()?;
    c::at(Instant::now());
    c::tick(Duration::from_secs(1));
    c::never::<u8>();
    c::select! { recv(r) -> m => { m?; }, send(s, 1) -> res => res?, default => () }
    c::select! { recv(r) -> _ => {}, default(Duration::from_secs(1)) => {} }
    c::select_biased! { recv(r) -> _ => {} }
    let mut sel = Select::new();
    let a = sel.recv(r);
    let b = sel.send(s);
    let o = sel.select();
    match o.index() {
        i if i == a => {
            o.recv(r)?;
        }
        _ => o.send(s, 1)?,
    }
    sel.remove(a);
    sel.ready();
    sel.try_ready().ok();
    sel.try_select().is_err();
    sel.select_timeout(Duration::ZERO).is_err();
    sel.ready_timeout(Duration::ZERO).ok();
    sel.select_deadline(Instant::now()).is_err();
    sel.ready_deadline(Instant::now()).ok();
    Select::new_biased();
    Ok(())
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
