//! A schedule in words: what each worker did, step by step, shortened to what a learner has to see.
//!
//! In: a story and the events that decide. Out: [`Step`]s, which the report draws as lanes, and sentences.

use std::collections::BTreeMap;

use threadlings_trace::{Event, Ident, Kind, What};

use crate::story::{Story, Who};
use crate::verdict::Step;

/// More steps than this are cut out of the middle.
const MOST_STEPS: usize = 40;
/// Of which so many are the first ones.
const BEGINNING: usize = 8;

/// The steps of a story that tell something; `marks` are the decisive events.
pub fn steps(story: &Story, marks: &[usize]) -> Vec<Step> {
    let names = Names::of(story);
    let step = |(at, who, event): (usize, Who, &Event)| {
        let decisive = marks.contains(&at);
        let what = names.describe(story, event).filter(|_| decisive || is_shown(event))?;
        let everybody = matches!(event.what, What::Deadlock | What::Livelock);
        let who = if everybody { String::new() } else { who.to_string() };
        Some(Step { who, what, line: event.line, decisive })
    };
    story.all().filter_map(step).collect()
}

/// Keeps the beginning and what leads to the last decisive step.
pub fn shortened(mut steps: Vec<Step>) -> Vec<Step> {
    if steps.len() <= MOST_STEPS {
        return steps;
    }
    if let Some(last) = steps.iter().rposition(|step| step.decisive) {
        steps.truncate(last + 5);
    }
    let too_many = steps.len().saturating_sub(MOST_STEPS);
    if too_many > 0 {
        let what = format!("… {too_many} steps …");
        let gap = Step { who: String::new(), what, line: 0, decisive: false };
        steps.splice(BEGINNING..BEGINNING + too_many, [gap]);
    }
    steps
}

/// What a library does inside, and what says nothing new, is left out.
fn is_shown(event: &Event) -> bool {
    match &event.what {
        What::Lock(kind, ..) | What::Unlock(kind, _) if kind.is_stream() => false,
        What::Wake | What::Begin(..) => false,
        What::Start | What::Yield | What::WaitedProcess(_) => false,
        What::Print(_)
        | What::Log(_)
        | What::Pipe(_)
        | What::End(_)
        | What::Exit(_)
        | What::Unlock(..)
        | What::Computed(_) => true,
        What::Deadlock | What::Livelock | What::Panic(_) | What::Unmodelled(_) | What::TimedOut => true,
        What::Woken(_) | What::Spurious(_) | What::Blocked(..) => true,
        What::Send(_) | What::Receive(_) | What::SpawnProcess(..) | What::Kill(_) => true,
        _ => event.line != 0,
    }
}

/// Short names for the objects of a story: `lock A`, `channel B`, …
struct Names(BTreeMap<Ident, char>);

impl Names {
    fn of(story: &Story) -> Names {
        let mut names = BTreeMap::new();
        let mut letters = ('A'..='Z').chain('a'..='z');
        for event in &story.events {
            let object = match &event.what {
                What::Lock(kind, object, _) if !kind.is_stream() => Some(*object),
                What::Send(object) | What::Receive(object) | What::Arrive(object) => Some(*object),
                What::Wait(object, _) | What::NotifyOne(object) | What::NotifyAll(object) => Some(*object),
                What::Load(object, _) | What::Store(object, _) | What::Update(object, ..) => Some(*object),
                What::Unseen(object) => Some(*object),
                What::Blocked(kind, object)
                    if !kind.is_stream() && !matches!(kind, Kind::Thread | Kind::Park) =>
                {
                    Some(*object)
                }
                _ => None,
            };
            if let Some(object) = object
                && !names.contains_key(&object)
                && let Some(letter) = letters.next()
            {
                names.insert(object, letter);
            }
        }
        Names(names)
    }

    fn name(&self, object: Ident) -> String {
        self.0.get(&object).map_or_else(|| object.to_string(), char::to_string)
    }

    fn lock(&self, kind: Kind, lock: Ident) -> String {
        match kind {
            Kind::Read => format!("lock {} (reading)", self.name(lock)),
            Kind::Upgradable => format!("lock {} (reading, may write)", self.name(lock)),
            Kind::Write => format!("lock {} (writing)", self.name(lock)),
            Kind::Stdout => "standard output".to_string(),
            Kind::Stderr => "standard error".to_string(),
            _ => format!("lock {}", self.name(lock)),
        }
    }

    /// What a worker that is blocked waits for.
    fn awaited(&self, kind: Kind, on: Ident) -> String {
        match kind {
            Kind::Thread => format!("the end of thread {on}"),
            Kind::Park => "being unparked".to_string(),
            Kind::Condvar => format!("a notify on condition variable {}", self.name(on)),
            Kind::Barrier => format!("the others at barrier {}", self.name(on)),
            Kind::Channel => format!("channel {}", self.name(on)),
            Kind::Once => "a value that another thread initialises".to_string(),
            Kind::Pipe => "a pipe".to_string(),
            lock => self.lock(lock, on),
        }
    }

    fn describe(&self, story: &Story, event: &Event) -> Option<String> {
        Some(match &event.what {
            What::Spawn(thread, _) => format!("starts thread {thread}"),
            What::Exit(_) => "is over".to_string(),
            What::Computed(nanos) => format!("has computed for {:.3} s", *nanos as f64 / 1e9),
            What::Joining(thread) => format!("joins thread {thread}"),
            What::Joined(thread) => format!("thread {thread} has ended"),
            What::Lock(kind, lock, depth) if *depth > 1 => {
                format!("locks {} again ({depth})", self.lock(*kind, *lock))
            }
            What::Lock(kind, lock, _) => format!("takes {}", self.lock(*kind, *lock)),
            What::Unlock(kind, lock) => format!("lets {} go", self.lock(*kind, *lock)),
            What::Blocked(kind, on) => format!("waits for {}", self.awaited(*kind, *on)),
            // The lock is let go in the row below.
            What::Wait(condvar, _) => format!("waits on {}", self.name(*condvar)),
            What::Woken(condvar) => format!("wakes up on {}", self.name(*condvar)),
            What::Spurious(condvar) => format!("wakes up on {} without a notify", self.name(*condvar)),
            What::NotifyOne(condvar) => format!("notifies one on {}", self.name(*condvar)),
            What::NotifyAll(condvar) => format!("notifies all on {}", self.name(*condvar)),
            What::Send(channel) => format!("sends into {}", self.name(*channel)),
            What::Receive(channel) => format!("receives from {}", self.name(*channel)),
            What::Arrive(barrier) => format!("arrives at barrier {}", self.name(*barrier)),
            What::Load(cell, value) => format!("reads {value} from {}", self.name(*cell)),
            What::Store(cell, value) => format!("writes {value} to {}", self.name(*cell)),
            What::Update(cell, old, new) => format!("changes {} from {old} to {new}", self.name(*cell)),
            What::TimedOut => "its time runs out".to_string(),
            What::Sleep(nanos) => format!("sleeps {:.2} s", *nanos as f64 / 1e9),
            What::Park => "parks".to_string(),
            What::Unpark(thread) => format!("unparks thread {thread}"),
            What::Print(text) => format!("prints {text:?}"),
            What::Pipe(text) => format!("writes {text:?} to its parent"),
            What::Log(text) => format!("logs {text:?}"),
            What::SpawnProcess(process, program) if program.is_empty() => {
                format!("starts this program as {}", story.child(*process))
            }
            What::SpawnProcess(_, program) => format!("starts {program}"),
            What::Kill(process) => format!("kills {}", story.child(*process)),
            What::WaitingProcess(process) => format!("waits for {}", story.child(*process)),
            What::End(status) => format!("ends the program ({status})"),
            What::Panic(message) => format!("panics: {message}"),
            What::Deadlock => "nobody can go on".to_string(),
            What::Livelock => "this never ends".to_string(),
            What::Unmodelled(what) => format!("uses {what}"),
            What::Unseen(cell) => format!("has not seen the last write to {}", self.name(*cell)),
            What::Failed(cell) => format!("fails to change {}, for no reason", self.name(*cell)),
            What::Start
            | What::Local(_)
            | What::Wake
            | What::Yield
            | What::Begin(..)
            | What::WaitedProcess(_) => return None,
        })
    }
}

/// What a schedule owes to a memory order, if it does.
pub fn memory(story: &Story) -> Option<&'static str> {
    story.events.iter().find_map(|event| match event.what {
        What::Unseen(_) => Some(
            "A thread has not seen another one's last write. That needs a store with `Release` or stronger, and a load of \
             it with `Acquire` or stronger; `SeqCst` orders all that have it.",
        ),
        What::Failed(_) => Some("A weak exchange may fail though it finds what it expects: it belongs into a loop."),
        _ => None,
    })
}

/// A deadlock as a sentence: who holds what and who waits for what, as a circle where it is one.
pub fn deadlock(story: &Story) -> (String, Vec<usize>) {
    let (sentences, marks) = waits(story);
    (format!("A deadlock: {}.", sentences.join("; ")), marks)
}

/// Where a program was when it had to be stopped: who waited for what, if anybody did.
pub fn stopped(story: &Story) -> Option<(String, Vec<usize>)> {
    let (sentences, marks) = waits(story);
    (!marks.is_empty()).then(|| (format!("When it is stopped, {}.", sentences.join("; ")), marks))
}

/// Who waits for what at the end of a story, a sentence each, and the events by which they began to.
fn waits(story: &Story) -> (Vec<String>, Vec<usize>) {
    let names = Names::of(story);
    let mut held: BTreeMap<Who, BTreeMap<Ident, (Kind, u32)>> = BTreeMap::new();
    let mut waits: BTreeMap<Who, (usize, String)> = BTreeMap::new();
    for (at, who, event) in story.all() {
        match &event.what {
            What::Lock(kind, lock, _) if !kind.is_stream() => {
                held.entry(who).or_default().insert(*lock, (*kind, event.line));
            }
            What::Unlock(_, lock) => {
                held.entry(who).or_default().remove(lock);
            }
            _ => {}
        }
        match &event.what {
            What::Blocked(kind, on) => {
                waits.insert(who, (at, format!("{}{}", names.awaited(*kind, *on), at_line(event.line))));
            }
            What::Wait(condvar, _) => {
                let what = names.awaited(Kind::Condvar, *condvar);
                waits.insert(who, (at, format!("{what}{}", at_line(event.line))));
            }
            What::WaitingProcess(child) => {
                let child = story.child(*child);
                waits.insert(who, (at, format!("the end of {child}{}", at_line(event.line))));
            }
            What::Deadlock => {}
            What::Unlock(..) => {}
            _ => {
                waits.remove(&who);
            }
        }
    }
    let sentence = |(who, (_, waits)): (&Who, &(usize, String))| {
        let held: Vec<String> = held
            .get(who)
            .into_iter()
            .flatten()
            .map(|(lock, (kind, line))| format!("{}{}", names.lock(*kind, *lock), at_line(*line)))
            .collect();
        match held.as_slice() {
            [] => format!("{who} waits for {waits}"),
            held => format!("{who} holds {} and waits for {waits}", held.join(" and ")),
        }
    };
    (waits.iter().map(sentence).collect(), waits.values().map(|(at, _)| *at).collect())
}

fn at_line(line: u32) -> String {
    if line == 0 { String::new() } else { format!(" (line {line})") }
}
