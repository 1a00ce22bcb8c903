//! One event: who, when, where in the source, and what.

use std::fmt;
use std::str::FromStr;

/// Something that a thread did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The operating system's number of the process; 0 in an explored run, which has only one.
    pub process: u32,
    /// 0 is the process's main thread, the others are counted as they are spawned.
    pub thread: u32,
    /// Nanoseconds since the program started; virtual ones in an explored run.
    pub nanos: u64,
    /// The line of the learner's file that did it; 0 when it was done inside a library.
    pub line: u32,
    /// What was done.
    pub what: What,
}

/// A number for a lock, channel, condition variable or atomic: they are counted as they are first used.
pub type Ident = u32;

/// How a lock is held, or what a thread waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A mutual exclusion lock.
    Mutex,
    /// A lock that its owner may take again.
    Reentrant,
    /// A read-write lock, held for reading.
    Read,
    /// A read-write lock, held for reading with the right to write later.
    Upgradable,
    /// A read-write lock, held for writing.
    Write,
    /// The lock of standard output.
    Stdout,
    /// The lock of standard error.
    Stderr,
    /// A condition variable.
    Condvar,
    /// A barrier.
    Barrier,
    /// A channel.
    Channel,
    /// A value that is initialised once.
    Once,
    /// The end of a thread.
    Thread,
    /// `thread::park`.
    Park,
    /// A pipe.
    Pipe,
}

/// What an event says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Started a thread: its number, and its name where it has one.
    Spawn(u32, String),
    /// The thread's first step.
    Start,
    /// The thread's function is over, and whether it returns something else than `()`.
    Exit(bool),
    /// Traced, before its end: since its last event the thread has used so many nanoseconds of a processor, and less before.
    Computed(u64),
    /// Begins to wait for the end of a thread.
    Joining(u32),
    /// The awaited thread has ended.
    Joined(u32),
    /// Took a lock. The number counts how often its owner holds it now.
    Lock(Kind, Ident, u32),
    /// Let a lock go.
    Unlock(Kind, Ident),
    /// Cannot go on until something changes.
    Blocked(Kind, Ident),
    /// Begins to wait on a condition variable; the second one is the lock that it lets go.
    Wait(Ident, Ident),
    /// Was woken on a condition variable.
    Woken(Ident),
    /// Woke up on a condition variable for no reason, as may happen.
    Spurious(Ident),
    /// Wakes one waiter.
    NotifyOne(Ident),
    /// Wakes all waiters.
    NotifyAll(Ident),
    /// Put a message into a channel.
    Send(Ident),
    /// Took a message out of a channel.
    Receive(Ident),
    /// Arrived at a barrier.
    Arrive(Ident),
    /// Read an atomic.
    Load(Ident, String),
    /// Wrote an atomic.
    Store(Ident, String),
    /// Read and wrote an atomic in one step: what it was, what it is.
    Update(Ident, String, String),
    /// The load that follows does not see the last write to an atomic: its order allows that.
    Unseen(Ident),
    /// The weak exchange that follows fails though the expected value is there.
    Failed(Ident),
    /// Used its own value of a thread-local one.
    Local(Ident),
    /// A time-out (of a receive, a wait, a lock) ran out.
    TimedOut,
    /// Begins to sleep for this many nanoseconds.
    Sleep(u64),
    /// Woke up from a sleep.
    Wake,
    /// Gives way to other threads (`yield_now`, `spin_loop`).
    Yield,
    /// Waits to be unparked.
    Park,
    /// Unparks a thread.
    Unpark(u32),
    /// Wrote a whole line to the program's standard output.
    Print(String),
    /// Wrote a line to a standard output that is not the program's own (a pipe to the parent).
    Pipe(String),
    /// Wrote a whole line to standard error.
    Log(String),
    /// Started a process: its number, and its program where that is not this program itself.
    SpawnProcess(u32, String),
    /// Ends a process by force.
    Kill(u32),
    /// Begins to wait for a process.
    WaitingProcess(u32),
    /// The awaited process has ended.
    WaitedProcess(u32),
    /// A process begins: its parent's number, and which files its standard output and standard error are.
    Begin(u32, String, String),
    /// The program (or a child process) ends with this exit status, because `main` is over or `exit` was called.
    End(i32),
    /// A thread panicked.
    Panic(String),
    /// No thread can go on.
    Deadlock,
    /// The program does not end on a fair schedule.
    Livelock,
    /// The program did something that the double cannot look into.
    Unmodelled(String),
}

/// The name of each kind, as it stands in a trace.
const KINDS: [(Kind, &str); 14] = [
    (Kind::Mutex, "mutex"),
    (Kind::Reentrant, "reentrant"),
    (Kind::Read, "read"),
    (Kind::Upgradable, "upgradable"),
    (Kind::Write, "write"),
    (Kind::Stdout, "stdout"),
    (Kind::Stderr, "stderr"),
    (Kind::Condvar, "condvar"),
    (Kind::Barrier, "barrier"),
    (Kind::Channel, "channel"),
    (Kind::Once, "once"),
    (Kind::Thread, "thread"),
    (Kind::Park, "park"),
    (Kind::Pipe, "pipe"),
];

impl Kind {
    /// The lock of a standard stream: every line takes it, and few programs mean anything by it.
    pub fn is_stream(self) -> bool {
        matches!(self, Kind::Stdout | Kind::Stderr)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (_, name) = KINDS.iter().find(|(kind, _)| kind == self).expect("every kind has a name");
        f.write_str(name)
    }
}

impl FromStr for Kind {
    type Err = Unreadable;
    fn from_str(text: &str) -> Result<Kind, Unreadable> {
        KINDS.iter().find(|(_, name)| *name == text).map(|(kind, _)| *kind).ok_or(Unreadable)
    }
}

/// A line that is no event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a line of a trace")
    }
}

impl std::error::Error for Unreadable {}

/// Text as the rest of one line.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for char in self.0.chars() {
            match char {
                '\n' => f.write_str("\\n")?,
                '\r' => f.write_str("\\r")?,
                '\\' => f.write_str("\\\\")?,
                _ => fmt::Write::write_char(f, char)?,
            }
        }
        Ok(())
    }
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        match char {
            '\\' => match chars.next() {
                Some('n') => out.push('\n'),
                Some('r') => out.push('\r'),
                Some(other) => out.push(other),
                None => {}
            },
            _ => out.push(char),
        }
    }
    out
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {} {} {}", self.process, self.thread, self.nanos, self.line, self.what)
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            What::Spawn(thread, name) => write!(f, "spawn {thread} {}", Escaped(name)),
            What::Start => write!(f, "start"),
            What::Exit(returns) => write!(f, "exit {returns}"),
            What::Computed(nanos) => write!(f, "computed {nanos}"),
            What::Joining(thread) => write!(f, "joining {thread}"),
            What::Joined(thread) => write!(f, "joined {thread}"),
            What::Lock(kind, lock, depth) => write!(f, "lock {kind} {lock} {depth}"),
            What::Unlock(kind, lock) => write!(f, "unlock {kind} {lock}"),
            What::Blocked(kind, on) => write!(f, "blocked {kind} {on}"),
            What::Wait(condvar, lock) => write!(f, "wait {condvar} {lock}"),
            What::Woken(condvar) => write!(f, "woken {condvar}"),
            What::Spurious(condvar) => write!(f, "spurious {condvar}"),
            What::NotifyOne(condvar) => write!(f, "notify-one {condvar}"),
            What::NotifyAll(condvar) => write!(f, "notify-all {condvar}"),
            What::Send(channel) => write!(f, "send {channel}"),
            What::Receive(channel) => write!(f, "receive {channel}"),
            What::Arrive(barrier) => write!(f, "arrive {barrier}"),
            What::Load(cell, value) => write!(f, "load {cell} {}", Escaped(value)),
            What::Store(cell, value) => write!(f, "store {cell} {}", Escaped(value)),
            What::Update(cell, old, new) => write!(f, "update {cell} {old} {new}"),
            What::Unseen(cell) => write!(f, "unseen {cell}"),
            What::Failed(cell) => write!(f, "failed {cell}"),
            What::Local(key) => write!(f, "local {key}"),
            What::TimedOut => write!(f, "timed-out"),
            What::Sleep(nanos) => write!(f, "sleep {nanos}"),
            What::Wake => write!(f, "wake"),
            What::Yield => write!(f, "yield"),
            What::Park => write!(f, "park"),
            What::Unpark(thread) => write!(f, "unpark {thread}"),
            What::Print(text) => write!(f, "print {}", Escaped(text)),
            What::Pipe(text) => write!(f, "pipe {}", Escaped(text)),
            What::Log(text) => write!(f, "log {}", Escaped(text)),
            What::SpawnProcess(process, program) => write!(f, "spawn-process {process} {}", Escaped(program)),
            What::Kill(process) => write!(f, "kill {process}"),
            What::WaitingProcess(process) => write!(f, "waiting-process {process}"),
            What::WaitedProcess(process) => write!(f, "waited-process {process}"),
            What::Begin(parent, stdout, stderr) => write!(f, "begin {parent} {stdout} {stderr}"),
            What::End(status) => write!(f, "end {status}"),
            What::Panic(message) => write!(f, "panic {}", Escaped(message)),
            What::Deadlock => write!(f, "deadlock"),
            What::Livelock => write!(f, "livelock"),
            What::Unmodelled(what) => write!(f, "unmodelled {}", Escaped(what)),
        }
    }
}

impl FromStr for Event {
    type Err = Unreadable;

    fn from_str(line: &str) -> Result<Event, Unreadable> {
        let mut words = Words(line);
        Ok(Event {
            process: words.next()?,
            thread: words.next()?,
            nanos: words.next()?,
            line: words.next()?,
            what: words.0.parse()?,
        })
    }
}

/// The words of a line, from the left.
struct Words<'a>(&'a str);

impl Words<'_> {
    fn next<T: FromStr>(&mut self) -> Result<T, Unreadable> {
        let (word, rest) = self.0.split_once(' ').unwrap_or((self.0, ""));
        self.0 = rest;
        word.parse().map_err(|_| Unreadable)
    }

    fn rest(&self) -> String {
        unescape(self.0)
    }
}

impl FromStr for What {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<What, Unreadable> {
        let mut words = Words(text);
        let name: String = words.next()?;
        Ok(match name.as_str() {
            "spawn" => What::Spawn(words.next()?, words.rest()),
            "start" => What::Start,
            "exit" => What::Exit(words.next()?),
            "computed" => What::Computed(words.next()?),
            "joining" => What::Joining(words.next()?),
            "joined" => What::Joined(words.next()?),
            "lock" => What::Lock(words.next()?, words.next()?, words.next()?),
            "unlock" => What::Unlock(words.next()?, words.next()?),
            "blocked" => What::Blocked(words.next()?, words.next()?),
            "wait" => What::Wait(words.next()?, words.next()?),
            "woken" => What::Woken(words.next()?),
            "spurious" => What::Spurious(words.next()?),
            "notify-one" => What::NotifyOne(words.next()?),
            "notify-all" => What::NotifyAll(words.next()?),
            "send" => What::Send(words.next()?),
            "receive" => What::Receive(words.next()?),
            "arrive" => What::Arrive(words.next()?),
            "load" => What::Load(words.next()?, words.rest()),
            "store" => What::Store(words.next()?, words.rest()),
            "update" => What::Update(words.next()?, words.next()?, words.next()?),
            "unseen" => What::Unseen(words.next()?),
            "failed" => What::Failed(words.next()?),
            "local" => What::Local(words.next()?),
            "timed-out" => What::TimedOut,
            "sleep" => What::Sleep(words.next()?),
            "wake" => What::Wake,
            "yield" => What::Yield,
            "park" => What::Park,
            "unpark" => What::Unpark(words.next()?),
            "print" => What::Print(words.rest()),
            "pipe" => What::Pipe(words.rest()),
            "log" => What::Log(words.rest()),
            "spawn-process" => What::SpawnProcess(words.next()?, words.rest()),
            "kill" => What::Kill(words.next()?),
            "waiting-process" => What::WaitingProcess(words.next()?),
            "waited-process" => What::WaitedProcess(words.next()?),
            "begin" => What::Begin(words.next()?, words.next()?, words.rest()),
            "end" => What::End(words.next()?),
            "panic" => What::Panic(words.rest()),
            "deadlock" => What::Deadlock,
            "livelock" => What::Livelock,
            "unmodelled" => What::Unmodelled(words.rest()),
            _ => return Err(Unreadable),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_survives_the_line() {
        for text in ["", "plain", "two  words ", "a\nb\\n\r", "\\", "Zürich 漢字"] {
            let event = Event { process: 7, thread: 2, nanos: 5, line: 9, what: What::Print(text.into()) };
            let line = event.to_string();
            assert!(!line.contains('\n'));
            assert_eq!(line.parse(), Ok(event));
        }
    }

    #[test]
    fn a_cut_line_is_no_event() {
        assert_eq!("3 0 17".parse::<Event>(), Err(Unreadable));
        assert_eq!("3 0 17 4 lock mut".parse::<Event>(), Err(Unreadable));
    }
}
