//! Words about locks and about what a program is built on.

use std::collections::{BTreeMap, BTreeSet};

use threadlings_trace::{Ident, Kind, What};

use super::{Asked, CaseKind, EXPLORED, Fault, Found, Wrong, key, pattern};
use crate::spec::Use;
use crate::story::{Story, Who};

/// Walks through a story; `line` is told each line and what its printer holds: how often, and of which kind.
fn walk(
    story: &Story,
    mut line: impl FnMut(usize, &str, Who, &BTreeMap<Ident, (u32, Kind)>) -> Option<Wrong>,
) -> Option<Wrong> {
    let mut held: BTreeMap<Who, BTreeMap<Ident, (u32, Kind)>> = BTreeMap::new();
    for (at, who, event) in story.all() {
        let held = held.entry(who).or_default();
        match &event.what {
            What::Lock(kind, lock, depth) => {
                held.insert(*lock, (*depth, *kind));
            }
            What::Unlock(_, lock) => {
                if let Some((depth, _)) = held.get_mut(lock) {
                    *depth -= 1;
                    if *depth == 0 {
                        held.remove(lock);
                    }
                }
            }
            What::Print(text) => {
                if let Some(wrong) = line(at, text, who, held) {
                    return Some(wrong);
                }
            }
            _ => {}
        }
    }
    None
}

pub(super) fn under_lock(asked: &Asked, lines: &str) -> Found {
    let lines = pattern(lines)?;
    asked.always(EXPLORED, |_, story| {
        let mut common: Option<BTreeSet<Ident>> = None;
        Ok(walk(story, |at, text, who, held| {
            if !lines.is_match(text) {
                return None;
            }
            let here: BTreeSet<Ident> =
                held.iter().filter(|(_, (_, kind))| !kind.is_stream()).map(|(lock, _)| *lock).collect();
            let both = common.as_ref().map_or_else(|| here.clone(), |known| known & &here);
            common = Some(both.clone());
            let message = if here.is_empty() {
                format!("{who} prints {text:?} without holding the lock.")
            } else {
                format!("{who} prints {text:?} under another lock than the lines before.")
            };
            both.is_empty().then(|| Wrong::new(message, [at]))
        }))
    })
}

pub(super) fn every_level_locks(asked: &Asked, lines: &str) -> Found {
    let lines = pattern(lines)?;
    let level = |text: &str| key(&lines, text)?.parse::<u32>().ok();
    asked.always(EXPLORED, |_, story| {
        // How often each worker has asked each lock: up to its last line since level 0, and since that line.
        let mut asked: BTreeMap<(Who, Ident), (u32, u32)> = BTreeMap::new();
        // Every line locks standard output: as the lock of the exercise it counts while it is held.
        let mut stdout: BTreeMap<Who, u32> = BTreeMap::new();
        for (at, who, event) in story.all() {
            match &event.what {
                What::Lock(Kind::Stdout, _, depth) => {
                    stdout.insert(who, *depth);
                }
                What::Unlock(Kind::Stdout, _) => *stdout.entry(who).or_default() -= 1,
                // A lock that the learner has built is asked at every level too: its atomics, or its owner's count.
                What::Lock(_, lock, _)
                | What::Load(lock, _)
                | What::Store(lock, _)
                | What::Update(lock, ..)
                | What::Local(lock) => asked.entry((who, *lock)).or_default().1 += 1,
                What::Print(text) => {
                    let Some(level) = level(text) else { continue };
                    let mut often = stdout.get(&who).is_some_and(|depth| *depth > level);
                    for (_, (known, fresh)) in asked.iter_mut().filter(|((by, _), _)| *by == who) {
                        *known = if level == 0 { *fresh } else { *known + *fresh };
                        *fresh = 0;
                        often |= *known > level;
                    }
                    if !often {
                        let message =
                            format!("{who} prints {text:?} without having taken the lock at this level.");
                        return Ok(Some(Wrong::new(message, [at])));
                    }
                }
                _ => {}
            }
        }
        Ok(None)
    })
}

fn is(used: Use, what: &What) -> bool {
    match used {
        Use::Condvar => matches!(what, What::Wait(..)),
        Use::Channel => {
            matches!(what, What::Send(_) | What::Receive(_) | What::Blocked(Kind::Channel | Kind::Pipe, _))
        }
        Use::Sleep => matches!(what, What::Sleep(_)),
        Use::TimeOut => matches!(what, What::TimedOut),
        Use::Yield => matches!(what, What::Yield),
    }
}

fn called(used: Use) -> &'static str {
    match used {
        Use::Condvar => "a condition variable",
        Use::Channel => "a ready-made channel",
        Use::Sleep => "a sleep",
        Use::TimeOut => "a time-out",
        Use::Yield => "a loop that gives way to others",
    }
}

pub(super) fn uses(asked: &Asked, any: &[Use]) -> Found {
    // With one command line it may never have to wait: one case that shows it is enough.
    let explored = asked.cases.iter().filter(|(_, case)| case.kind == CaseKind::AnyDelay);
    let mut stories = explored.flat_map(|(_, case)| &case.stories);
    let used =
        stories.any(|story| story.events.iter().any(|event| any.iter().any(|used| is(*used, &event.what))));
    let names: Vec<&str> = any.iter().map(|used| called(*used)).collect();
    Ok((!used).then(|| Fault {
        message: format!("On no schedule {} is used.", names.join(" or ")),
        shown_by: None,
        marks: Vec::new(),
    }))
}

pub(super) fn never(asked: &Asked, any: &[Use]) -> Found {
    asked.always(EXPLORED, |_, story| {
        Ok(story.all().find_map(|(at, who, event)| {
            let used = any.iter().find(|used| is(**used, &event.what))?;
            Some(Wrong::new(format!("{who} uses {}.", called(*used)), [at]))
        }))
    })
}
