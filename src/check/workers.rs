//! Words about who does something, and about being there at once.

use std::collections::{BTreeMap, BTreeSet};

use threadlings_trace::{Ident, What};

use super::{Asked, Case, CaseKind, EXPLORED, Fault, Found, SEEN, SOUGHT, Wrong, key, pattern};
use crate::spec::{By, Distinct, Word};
use crate::story::{Line, Story, Who};

/// Whether this is one of those who are meant.
pub(super) fn is(by: By, who: Who) -> bool {
    match by {
        By::Thread => matches!(who, Who::Thread(_)),
        By::Child => matches!(who, Who::Child(_)),
        By::Worker => matches!(who, Who::Thread(_) | Who::Child(_)),
        By::Main => who == Who::Main,
    }
}

pub(super) fn plural(by: By) -> &'static str {
    match by {
        By::Thread => "threads",
        By::Child => "child processes",
        By::Worker | By::Main => "threads and processes",
    }
}

pub(super) fn called(by: By) -> &'static str {
    match by {
        By::Thread => "a thread other than main",
        By::Child => "a child process of this program",
        By::Worker => "a thread or process of its own",
        By::Main => "the main thread of the first process",
    }
}

pub(super) fn printed_by(asked: &Asked, lines: &str, by: By, distinct: Option<Distinct>) -> Found {
    let lines = pattern(lines)?;
    asked.always(SEEN, |_, story| {
        let lines: Vec<Line> = story.lines().filter(|line| lines.is_match(line.text)).collect();
        Ok(wrong_worker(&lines, by, distinct, "prints"))
    })
}

/// What is wrong with who wrote these lines.
pub(super) fn wrong_worker(lines: &[Line], by: By, distinct: Option<Distinct>, does: &str) -> Option<Wrong> {
    if let Some(line) = lines.iter().find(|line| !is(by, line.who)) {
        let message = format!("{} {does} {:?}, where {} should do it.", line.who, line.text, called(by));
        return Some(Wrong::new(message, [line.at]));
    }
    let mut by_worker: BTreeMap<Who, Line> = BTreeMap::new();
    for line in lines {
        let known = by_worker.insert(line.who, *line);
        match (distinct, known) {
            (Some(Distinct::Each), Some(other)) => {
                let message = format!("{} {does} both {:?} and {:?}.", line.who, other.text, line.text);
                return Some(Wrong::new(message, [other.at, line.at]));
            }
            (Some(Distinct::One), None) if by_worker.len() > 1 => {
                let other = by_worker.values().find(|other| other.who != line.who)?;
                let message = format!(
                    "{} and {} share the lines, where one should print them all.",
                    other.who, line.who
                );
                return Some(Wrong::new(message, [other.at, line.at]));
            }
            _ => {}
        }
    }
    None
}

pub(super) fn distinct(asked: &Asked, lines: &str, by: By, count: &str) -> Found {
    let lines = pattern(lines)?;
    asked.always(SEEN, |case, story| {
        let count = case.bound.count(count)?;
        let lines: Vec<Line> = story.lines().filter(|line| lines.is_match(line.text)).collect();
        if let Some(wrong) = wrong_worker(&lines, by, None, "prints") {
            return Ok(Some(wrong));
        }
        let workers: BTreeSet<Who> = lines.iter().map(|line| line.who).collect();
        let message =
            format!("The lines come from {} different ones, where {count} are expected.", workers.len());
        Ok((workers.len() != count).then(|| Wrong::new(message, [])))
    })
}

pub(super) fn own(asked: &Asked, lines: &str, by: By) -> Found {
    let lines = pattern(lines)?;
    asked.always(SEEN, |_, story| {
        let mut owners: BTreeMap<String, Line> = BTreeMap::new();
        for line in story.lines() {
            let Some(key) = key(&lines, line.text) else { continue };
            if let Some(wrong) = wrong_worker(&[line], by, None, "prints") {
                return Ok(Some(wrong));
            }
            let other = owners.iter().find(|(other, owner)| (**other == key) != (owner.who == line.who));
            if let Some((_, owner)) = other {
                let message = format!(
                    "{} prints {:?}, but {:?} came from {}.",
                    line.who, line.text, owner.text, owner.who
                );
                return Ok(Some(Wrong::new(message, [owner.at, line.at])));
            }
            owners.insert(key, line);
        }
        Ok(None)
    })
}

/// Who did what is not known of a real run, but how many it started: as many at least as these words need.
pub(super) fn enough_started(asked: &Asked, word: &Word) -> Found {
    match word {
        Word::PrintedBy { lines, by, distinct } => {
            let lines = pattern(lines)?;
            asked.enough_started(*by, |_, story| {
                let count = story.lines().filter(|line| lines.is_match(line.text)).count();
                Ok(if *distinct == Some(Distinct::Each) { count } else { count.min(1) })
            })
        }
        Word::Own { lines, by } => {
            let lines = pattern(lines)?;
            asked.enough_started(*by, |_, story| {
                let owned: BTreeSet<String> =
                    story.lines().filter_map(|line| key(&lines, line.text)).collect();
                Ok(owned.len())
            })
        }
        Word::Distinct { by, count, .. } | Word::AtOnce { by, count } => {
            asked.enough_started(*by, |case, _| Ok(case.bound.count(count)?))
        }
        _ => Ok(None),
    }
}

pub(super) fn pairs(asked: &Asked, first: &str, then: &str) -> Found {
    let (first, then) = (pattern(first)?, pattern(then)?);
    asked.always(SEEN, |_, story| {
        let mut open: BTreeMap<Who, String> = BTreeMap::new();
        for line in story.lines() {
            let fits = match (key(&first, line.text), key(&then, line.text)) {
                (Some(key), _) => open.insert(line.who, key).is_none(),
                (None, Some(key)) => open.remove(&line.who) == Some(key),
                (None, None) => true,
            };
            if !fits {
                let message =
                    format!("{} prints {:?} without the line that belongs to it.", line.who, line.text);
                return Ok(Some(Wrong::new(message, [line.at])));
            }
        }
        Ok(None)
    })
}

/// The last thing that a worker does for others to see: its last line, write or message, else its end. A thread that does most
/// of its computing after that is done when it has computed.
pub(super) fn done(story: &Story, worker: Who) -> Option<usize> {
    let acts = |what: &What| {
        matches!(
            what,
            What::Print(_)
                | What::Pipe(_)
                | What::Log(_)
                | What::Update(..)
                | What::Store(..)
                | What::Send(_)
                | What::Computed(_)
        ) || matches!(what, What::Unlock(kind, _) if !kind.is_stream())
    };
    let own = || story.all().filter(|(_, who, _)| *who == worker);
    let last = own().filter(|(_, _, event)| acts(&event.what)).last();
    last.or_else(|| own().find(|(_, _, event)| matches!(event.what, What::Exit(_) | What::End(_))))
        .map(|(at, ..)| at)
}

/// The most workers that are all started before the first of them is done.
fn most_at_once(story: &Story, by: By) -> usize {
    let workers: Vec<(usize, usize)> = story
        .workers()
        .into_iter()
        .filter(|(_, who)| is(by, *who))
        .map(|(start, who)| (start, done(story, who).unwrap_or(usize::MAX)))
        .collect();
    let together = |end: usize| workers.iter().filter(|(start, done)| *start < end && *done >= end).count();
    workers.iter().map(|(_, done)| together(*done)).max().unwrap_or(0)
}

pub(super) fn at_once(asked: &Asked, by: By, count: &str) -> Found {
    asked.sometimes(
        SOUGHT,
        |case, story| Ok(most_at_once(story, by) >= case.bound.count(count)?),
        |case| {
            let goal = case.bound.count(count).unwrap_or_default();
            let most = case.stories.iter().map(|story| most_at_once(story, by)).max().unwrap_or(0);
            let kind = plural(by);
            let hint = waits_at(case).map_or(String::new(), |line| {
                format!(" Line {line} waits for one before the next is started.")
            });
            match most {
                0 => format!("No {kind} are started, where {goal} are expected."),
                _ => format!("{most} of {goal} {kind} are at work at once, at most.{hint}"),
            }
        },
    )
}

/// The line at which the first process waits for a worker, with another one started after it.
fn waits_at(case: &Case) -> Option<u32> {
    case.stories.iter().find_map(|story| {
        let last_start = story.workers().last()?.0;
        story.all().find_map(|(at, who, event)| {
            let waits = matches!(event.what, What::Joining(_) | What::WaitingProcess(_));
            (waits && who == Who::Main && at < last_start && event.line != 0).then_some(event.line)
        })
    })
}

pub(super) fn groups(asked: &Asked, by: By, sizes: &[u32]) -> Found {
    asked.always(&[CaseKind::Traced], |_, story| {
        let workers: Vec<(usize, Who)> =
            story.workers().into_iter().filter(|(_, who)| is(by, *who)).collect();
        let expected: u32 = sizes.iter().sum();
        if workers.len() != expected as usize {
            let sizes: Vec<String> = sizes.iter().map(u32::to_string).collect();
            let message = format!(
                "{} are started in all, where groups of {} are expected.",
                match by {
                    By::Child => format!("{} child processes", workers.len()),
                    _ => format!("{} threads", workers.len()),
                },
                sizes.join(", ")
            );
            return Ok(Some(Wrong::new(message, [])));
        }
        let mut rest = workers.as_slice();
        for size in sizes {
            let (group, others) = rest.split_at(*size as usize);
            rest = others;
            let last_start = group.iter().map(|(start, _)| *start).max().unwrap_or(0);
            let over = |(_, who): &(usize, Who)| over(story, *who).unwrap_or(usize::MAX);
            if let Some(early) = group.iter().find(|worker| over(worker) < last_start) {
                let message =
                    format!("In the group of {size}, {} is over before the last one is started.", early.1);
                return Ok(Some(Wrong::new(message, [over(early), last_start])));
            }
            let last_end = group.iter().filter(|(start, who)| is_own(story, *start, *who)).map(over).max();
            if let (Some(end), Some((start, who))) = (last_end, others.first())
                && *start < end
            {
                let message =
                    format!("{who} of the next group is started before the group of {size} is over.");
                return Ok(Some(Wrong::new(message, [*start])));
            }
        }
        Ok(None)
    })
}

/// When a worker is over: it ends, or it is found to have ended.
pub fn over(story: &Story, worker: Who) -> Option<usize> {
    let own = story
        .all()
        .find(|(_, who, event)| *who == worker && matches!(event.what, What::Exit(_) | What::End(_)));
    let process = story.all().find(|(_, who, _)| *who == worker).map(|(_, _, event)| event.process);
    let found = story.all().find(|(_, _, event)| {
        matches!(event.what, What::WaitedProcess(waited) if matches!(worker, Who::Child(_)) && Some(waited) == process)
    });
    let ends = [own, found].into_iter().flatten().map(|(at, ..)| at);
    ends.min()
}

pub(super) fn done_before(asked: &Asked, by: By, lines: &str) -> Found {
    let lines = pattern(lines)?;
    asked.always(&[CaseKind::Traced], |_, story| {
        let lines: Vec<Line> = story.lines().filter(|line| lines.is_match(line.text)).collect();
        for (index, line) in lines.iter().enumerate() {
            // With the last of the lines all of them are done, however late they are started.
            let is_last = index + 1 == lines.len();
            let mut started = own_workers(story, by).filter(|(start, _)| is_last || *start < line.at);
            if let Some((start, who)) = started.find(|(_, who)| !is_done(story, *who, line.at)) {
                let message = format!("{:?} is printed before {who} has done its part.", line.text);
                return Ok(Some(Wrong::new(message, [start, line.at])));
            }
        }
        Ok(None)
    })
}

pub(super) fn started_after(asked: &Asked, first: By, then: By) -> Found {
    asked.always(&[CaseKind::Traced], |_, story| {
        let Some((start, other)) = own_workers(story, then).next() else { return Ok(None) };
        let busy = own_workers(story, first).find(|(_, who)| !is_done(story, *who, start));
        let message = |who: Who| format!("{other} is started while {who} is still at work.");
        Ok(busy.map(|(_, who)| Wrong::new(message(who), [start])))
    })
}

/// The workers that the learner's own code starts.
pub(super) fn own_workers(story: &Story, by: By) -> impl Iterator<Item = (usize, Who)> {
    let own = move |(start, who): &(usize, Who)| is(by, *who) && is_own(story, *start, *who);
    story.workers().into_iter().filter(own)
}

/// Whether the learner's own code starts this worker: a library's threads end by themselves some time after their work.
pub(super) fn is_own(story: &Story, start: usize, who: Who) -> bool {
    matches!(who, Who::Child(_)) || story.events[start].line != 0
}

/// Whether a worker has done its part at this place: it has ended, or told others something since it began.
fn is_done(story: &Story, worker: Who, at: usize) -> bool {
    story.all().take(at).any(|(_, who, event)| {
        let ends = matches!(event.what, What::Exit(_) | What::End(_));
        let tells = matches!(
            event.what,
            What::Send(_)
                | What::Pipe(_)
                | What::Store(..)
                | What::Update(..)
                | What::Unlock(..)
                | What::Arrive(_)
        );
        who == worker && (ends || tells)
    })
}

pub(super) fn all_take_part(asked: &Asked, count: &str) -> Found {
    asked.always(EXPLORED, |case, story| {
        let count = case.bound.count(count)?;
        let mut shared: BTreeMap<Ident, BTreeSet<Who>> = BTreeMap::new();
        // Each may write to an object of its own that somebody adds up in the end.
        let mut writing: BTreeSet<Who> = BTreeSet::new();
        let mut returning = 0;
        for (_, who, event) in story.all().filter(|(_, who, _)| matches!(who, Who::Thread(_))) {
            match &event.what {
                What::Lock(kind, object, _) if !kind.is_stream() => {
                    shared.entry(*object).or_default().insert(who);
                }
                What::Update(object, ..) | What::Store(object, _) => {
                    shared.entry(*object).or_default().insert(who);
                    writing.insert(who);
                }
                What::Send(object) | What::Load(object, _) => {
                    shared.entry(*object).or_default().insert(who);
                }
                What::Exit(true) => returning += 1,
                _ => {}
            }
        }
        let most = shared.values().map(BTreeSet::len).max().unwrap_or(0).max(writing.len()).max(returning);
        if most >= count {
            return Ok(None);
        }
        let mut message = format!("{most} threads have a part in the count, where {count} should.");
        if story.workers().iter().any(|(start, who)| !is_own(story, *start, *who)) {
            message.push_str(
                " What a library's threads return is not seen: each must use a lock, an atomic or a channel.",
            );
        }
        Ok(Some(Wrong::new(message, [])))
    })
}

pub(super) fn no_chance(asked: &Asked) -> Found {
    asked.always(EXPLORED, |case, story| {
        // The same schedule as the first, with other random numbers.
        if !story.schedule.starts_with("chance:") {
            return Ok(None);
        }
        let Some(first) = case.stories.first() else { return Ok(None) };
        let different = |who: Who| {
            let mut usual = acts(first, who).map(|(_, what)| what);
            let here = acts(story, who).find(|(_, what)| usual.next() != Some(what));
            let less = || usual.next().map(|_| story.events.len() - 1);
            here.map(|(at, _)| at).or_else(less).map(|at| (at, who))
        };
        let other = story.workers().into_iter().find_map(|(_, who)| different(who));
        let message =
            |who| format!("On the same schedule {who} does different things: a random number decides.");
        Ok(other.map(|(at, who)| Wrong::new(message(who), [at])))
    })
}

fn acts(story: &Story, worker: Who) -> impl Iterator<Item = (usize, &What)> {
    story.all().filter(move |(_, who, _)| *who == worker).map(|(at, _, event)| (at, &event.what))
}

pub(super) fn receivers(asked: &Asked, count: &str, at_once: &str) -> Found {
    let receivers = |story: &Story| {
        let mut receivers: BTreeMap<Ident, BTreeSet<Who>> = BTreeMap::new();
        for (_, who, event) in story.all() {
            if let (What::Receive(channel), Who::Thread(_)) = (&event.what, who) {
                receivers.entry(*channel).or_default().insert(who);
            }
        }
        receivers
    };
    let fault = asked.sometimes(
        &[CaseKind::AnyDelay],
        |case, story| {
            let goal = case.bound.count(at_once)?;
            let own = getters_from_own_channels(story);
            let ready_made = receivers(story);
            let atomic =
                if ready_made.is_empty() { getters_from_own_atomics(story) } else { BTreeSet::new() };
            let mut shares = ready_made.values().chain(own.values()).chain([&atomic]);
            Ok(shares.any(|threads| threads.len() >= goal))
        },
        |case| {
            let goal = case.bound.count(at_once).unwrap_or_default();
            format!("On no schedule {goal} consumers receive from one shared channel.")
        },
    )?;
    if fault.is_some() {
        return Ok(fault);
    }
    asked.always(&[CaseKind::AnyDelay], |case, story| {
        let most = case.bound.count(count)?;
        let many = receivers(story).values().map(BTreeSet::len).max().unwrap_or(0);
        Ok((many > most).then(|| Wrong::new(format!("{many} threads receive, where {most} should."), [])))
    })
}

/// Which threads get something from a channel that the learner has made: a lock under which somebody waits for news. Who
/// gets something from it takes it again, to see that there is no more.
fn getters_from_own_channels(story: &Story) -> BTreeMap<Ident, BTreeSet<Who>> {
    let mut waited_under: BTreeSet<Ident> = BTreeSet::new();
    let mut taken: BTreeMap<(Ident, Who), u32> = BTreeMap::new();
    for (_, who, event) in story.all().filter(|(_, who, _)| matches!(who, Who::Thread(_))) {
        match event.what {
            What::Wait(_, lock) => drop(waited_under.insert(lock)),
            What::Lock(_, lock, _) => *taken.entry((lock, who)).or_default() += 1,
            _ => {}
        }
    }
    let mut getters: BTreeMap<Ident, BTreeSet<Who>> = BTreeMap::new();
    for ((lock, who), times) in taken {
        if times >= 2 && waited_under.contains(&lock) {
            getters.entry(lock).or_default().insert(who);
        }
    }
    getters
}

/// Which threads get something from a channel that the learner has made of atomics: they change the same one (a place, a
/// ticket) and come back to it, to see that there is no more; and somebody else writes, again and again, what they read.
fn getters_from_own_atomics(story: &Story) -> BTreeSet<Who> {
    let mut changed: BTreeMap<(Ident, Who), u32> = BTreeMap::new();
    let mut written: BTreeMap<(Ident, Who), u32> = BTreeMap::new();
    let mut read: BTreeSet<(Ident, Who)> = BTreeSet::new();
    for (_, who, event) in story.all() {
        match event.what {
            What::Update(cell, ..) => {
                *changed.entry((cell, who)).or_default() += 1;
                *written.entry((cell, who)).or_default() += 1;
                read.insert((cell, who));
            }
            What::Store(cell, _) => *written.entry((cell, who)).or_default() += 1,
            What::Load(cell, _) => {
                changed.entry((cell, who)).and_modify(|often| *often += 1);
                read.insert((cell, who));
            }
            _ => {}
        }
    }
    let mut getters: BTreeMap<Ident, BTreeSet<Who>> = BTreeMap::new();
    for ((cell, who), often) in changed {
        if often >= 2 && matches!(who, Who::Thread(_)) {
            getters.entry(cell).or_default().insert(who);
        }
    }
    let are_fed = |getters: &BTreeSet<Who>| {
        let is_read = |cell| getters.iter().any(|who| read.contains(&(cell, *who)));
        let mut by: BTreeMap<Who, u32> = BTreeMap::new();
        for ((cell, who), often) in &written {
            if !getters.contains(who) && is_read(*cell) {
                *by.entry(*who).or_default() += often;
            }
        }
        by.values().any(|often| *often >= 2)
    };
    getters.into_values().filter(are_fed).max_by_key(BTreeSet::len).unwrap_or_default()
}

pub(super) fn all_end(asked: &Asked) -> Found {
    asked.always(&[CaseKind::AnyDelay], |_, story| {
        let Some((end, _)) = story.end() else { return Ok(None) };
        for (_, worker) in own_workers(story, By::Worker) {
            let last = story.all().take(end).filter(|(_, who, _)| *who == worker).last();
            if let Some((at, _, event)) = last
                && matches!(event.what, What::Blocked(..) | What::Wait(..) | What::Park)
            {
                let message = format!(
                    "When the program ends, {worker} is still waiting: nobody told it that all is done."
                );
                return Ok(Some(Wrong::new(message, [at])));
            }
        }
        Ok(None)
    })
}

pub(super) fn never_awaited(asked: &Asked, lines: &str) -> Found {
    let lines = pattern(lines)?;
    let printer = |story: &Story| story.lines().find(|line| lines.is_match(line.text)).map(|line| line.who);
    let fault = asked.always(EXPLORED, |_, story| {
        let Some(Who::Thread(thread)) = printer(story) else { return Ok(None) };
        Ok(story.all().find_map(|(at, who, event)| {
            let waits = matches!(event.what, What::Joining(joined) if joined == thread);
            waits.then(|| Wrong::new(format!("{who} waits for the background thread."), [at]))
        }))
    })?;
    if fault.is_some() {
        return Ok(fault);
    }
    let unheard = |story: &Story| story.end().is_some() && printer(story).is_none();
    for (_, case) in asked.cases.iter().filter(|(_, case)| case.kind == CaseKind::AnyDelay) {
        if !case.stories.iter().any(unheard) {
            let message = format!(
                "However long the background thread is delayed, the program does not end before it has done something ({}): somebody waits for it.",
                case.bound.shown()
            );
            return Ok(Some(Fault { message, shown_by: None, marks: Vec::new() }));
        }
    }
    Ok(None)
}
