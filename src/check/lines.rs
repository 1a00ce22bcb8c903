//! Words about the order of lines and the numbers in them.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use minijinja::Value;

use super::{
    ALL, Asked, CaseKind, EXPLORED, Fault, Found, Pattern, SEEN, SOUGHT, TRIED, Wrong, key, pattern,
};
use crate::arguments::Bound;
use crate::story::{Line, Story, Who};

pub(super) fn any_order(asked: &Asked, lines: &str) -> Found {
    let lines = pattern(lines)?;
    // One traced run shows one order: all runs of a command line are looked at together.
    let mut all_seen: BTreeMap<(bool, Vec<String>), Orders> = BTreeMap::new();
    for (_, case) in asked.cases.iter().filter(|(_, case)| SOUGHT.contains(&case.kind)) {
        let key = (case.kind == CaseKind::Traced, case.bound.line.clone());
        let seen = all_seen.entry(key).or_default();
        for story in &case.stories {
            let lines: Vec<Line> = story.lines().filter(|line| lines.is_match(line.text)).collect();
            if case.kind == CaseKind::Traced {
                seen.as_started.extend(as_started(story, &lines));
            }
            seen.texts.insert(lines.iter().map(|line| line.text.to_string()).collect());
        }
    }
    Ok(all_seen.values().find_map(Orders::only_one).map(|order| Fault {
        message: format!(
            "The lines come in the same order on every schedule ({}), as if one waited for the other.",
            order.join(", ")
        ),
        shown_by: None,
        marks: Vec::new(),
    }))
}

/// In which orders lines have come.
#[derive(Default)]
struct Orders {
    texts: BTreeSet<Vec<String>>,
    /// Traced runs: whether the writers were started in the order of their lines.
    as_started: BTreeSet<bool>,
}

impl Orders {
    /// The order, where it is always the same. Threads that each start a process do so in any order themselves: held
    /// back by their start, the processes may write the same lines twice, once as they were started and once not.
    fn only_one(&self) -> Option<&Vec<String>> {
        self.texts.first().filter(|_| self.texts.len() == 1 && self.as_started.len() < 2)
    }
}

/// Whether the writers of these lines were started in the order of the lines. None: not all of them were started.
fn as_started(story: &Story, lines: &[Line]) -> Option<bool> {
    let workers: Vec<Who> = story.workers().into_iter().map(|(_, who)| who).collect();
    let places: Option<Vec<usize>> =
        lines.iter().map(|line| workers.iter().position(|who| *who == line.who)).collect();
    places.map(|places| places.is_sorted())
}

/// Walks through the lines; `step` is told each `begin` and `end` and who is inside then.
fn walk(
    story: &Story,
    (begin, end): (&Pattern, &Pattern),
    mut step: impl FnMut(&[(String, usize)]) -> Option<Wrong>,
) -> Option<Wrong> {
    let mut inside: Vec<(String, usize)> = Vec::new();
    for line in story.lines() {
        if let Some(key) = key(begin, line.text) {
            inside.push((key, line.at));
        } else if let Some(key) = key(end, line.text) {
            match inside.iter().position(|(known, _)| *known == key) {
                Some(at) => inside.remove(at),
                None => {
                    return Some(Wrong::new(
                        format!("{:?} comes before its beginning.", line.text),
                        [line.at],
                    ));
                }
            };
        }
        if let Some(wrong) = step(&inside) {
            return Some(wrong);
        }
    }
    None
}

pub(super) fn inside(
    asked: &Asked,
    begin: &str,
    end: &str,
    at_most: Option<&str>,
    reaches: Option<&str>,
) -> Found {
    let (begin, end) = (pattern(begin)?, pattern(end)?);
    let fault = asked.always(ALL, |case, story| {
        let most = at_most.map(|most| case.bound.count(most)).transpose()?;
        Ok(walk(story, (&begin, &end), |inside| {
            let most = most.filter(|most| inside.len() > *most)?;
            let marks: Vec<usize> = inside.iter().map(|(_, at)| *at).collect();
            Some(Wrong::new(format!("{} are inside at once, where {most} is the most.", inside.len()), marks))
        }))
    })?;
    let (None, Some(reaches)) = (&fault, reaches) else { return Ok(fault) };
    asked.sometimes(
        TRIED,
        |case, story| {
            let goal = case.bound.count(reaches)?;
            let mut most = 0;
            walk(story, (&begin, &end), |inside| {
                most = most.max(inside.len());
                None
            });
            Ok(most >= goal)
        },
        |case| {
            let goal = case.bound.count(reaches).unwrap_or_default();
            format!("On no schedule {goal} are inside at once: more waits for each other than has to.")
        },
    )
}

pub(super) fn apart(asked: &Asked, begin: &str, end: &str, ring: &str) -> Found {
    let (begin, end) = (pattern(begin)?, pattern(end)?);
    asked.always(ALL, |case, story| {
        let ring = case.bound.count(ring)?;
        Ok(walk(story, (&begin, &end), |inside| {
            let seat = |(key, _): &(String, usize)| key.parse::<usize>().unwrap_or_default();
            let (last, others) = inside.split_last()?;
            let neighbour = others.iter().find(|other| {
                let distance = seat(last).abs_diff(seat(other));
                distance <= 1 || distance + 1 == ring
            })?;
            let message = format!("{} and {}, who are neighbours, are inside at once.", neighbour.0, last.0);
            Some(Wrong::new(message, [neighbour.1, last.1]))
        }))
    })
}

pub(super) fn before(asked: &Asked, first: &str, then: &str) -> Found {
    let (first, then) = (pattern(first)?, pattern(then)?);
    asked.always(ALL, |_, story| {
        let mut early: Option<Line> = None;
        for line in story.lines() {
            if then.is_match(line.text) {
                early = early.or(Some(line));
            } else if let Some(early) = early.filter(|_| first.is_match(line.text)) {
                let message = format!("{:?} is printed before {:?}.", early.text, line.text);
                return Ok(Some(Wrong::new(message, [early.at, line.at])));
            }
        }
        Ok(None)
    })
}

pub(super) fn ascending(asked: &Asked, lines: &str) -> Found {
    let lines = pattern(lines)?;
    asked.always(ALL, |_, story| {
        let mut highest: Option<(i64, Line)> = None;
        for line in story.lines() {
            let Some(number) = key(&lines, line.text).and_then(|key| key.parse().ok()) else { continue };
            if let Some((known, before)) = highest
                && number < known
            {
                let message = format!("{:?} is printed after {:?}.", line.text, before.text);
                return Ok(Some(Wrong::new(message, [before.at, line.at])));
            }
            highest = Some((number, line));
        }
        Ok(None)
    })
}

pub(super) fn unbroken(asked: &Asked, begin: &str, end: &str) -> Found {
    let (begin, end) = (pattern(begin)?, pattern(end)?);
    asked.always(ALL, |_, story| {
        let mut open: Option<Line> = None;
        for line in story.lines() {
            match open {
                Some(_) if end.is_match(line.text) => open = None,
                Some(begun) => {
                    let message =
                        format!("{:?} is printed after {:?}, before its end.", line.text, begun.text);
                    return Ok(Some(Wrong::new(message, [begun.at, line.at])));
                }
                None if begin.is_match(line.text) => open = Some(line),
                None => {}
            }
        }
        Ok(None)
    })
}

pub(super) fn unmixed(asked: &Asked, lines: &str) -> Found {
    let lines = pattern(lines)?;
    asked.always(SEEN, |_, story| {
        let mut over = Vec::new();
        let mut current = None;
        for line in story.lines().filter(|line| lines.is_match(line.text)) {
            if over.contains(&line.who) {
                let message = format!("The lines of {} are mixed with another one's.", line.who);
                return Ok(Some(Wrong::new(message, [line.at])));
            }
            if current != Some(line.who) {
                over.extend(current.replace(line.who));
            }
        }
        Ok(None)
    })
}

pub(super) fn numbers(
    asked: &Asked,
    lines: &BTreeMap<String, String>,
    (always, in_turn, same): (Option<&str>, Option<&str>, Option<&str>),
    sometimes: &[String],
) -> Found {
    let mut patterns = Vec::new();
    for (name, text) in lines {
        patterns.push((name.clone(), pattern(text)?));
    }
    // Thousands of stories come to the same few numbers.
    let known = RefCell::new(HashMap::new());
    let read = |bound: &Bound, story: &Story| {
        let of_pattern = |(_, pattern): &(String, Pattern)| -> Vec<String> {
            story.lines().filter_map(|line| key(pattern, line.text)).collect()
        };
        let found: Vec<Vec<String>> = patterns.iter().map(of_pattern).collect();
        let number = |key: &String| key.parse::<i64>().map_or_else(|_| Value::from(key), Value::from);
        let new = || {
            let names = patterns.iter().map(|(name, _)| name.clone());
            let numbers = found.iter().map(|keys| keys.iter().map(number).collect());
            Rc::new(bound.with(names.zip(numbers)))
        };
        let mut known = known.borrow_mut();
        Rc::clone(known.entry((bound.line.clone(), found.clone())).or_insert_with(new))
    };
    let marks = |story: &Story| -> Vec<usize> {
        let named = |line: &Line| patterns.iter().any(|(_, pattern)| pattern.is_match(line.text));
        story.lines().filter(named).map(|line| line.at).collect()
    };
    if let Some(always) = always {
        let fault = asked.always(ALL, |case, story| {
            let holds = read(&case.bound, story).holds(always)?;
            let seen: Vec<&str> = story.lines().map(|line| line.text).collect();
            let message = || format!("The numbers do not fit together: {}.", seen.join(", "));
            Ok((!holds).then(|| Wrong::new(message(), marks(story))))
        })?;
        if fault.is_some() {
            return Ok(fault);
        }
    }
    for sometimes in sometimes {
        let fault = asked.sometimes(
            TRIED,
            |case, story| Ok(read(&case.bound, story).holds(sometimes)?),
            |_| format!("On no schedule it comes to this: {sometimes}."),
        )?;
        if fault.is_some() {
            return Ok(fault);
        }
    }
    if let Some(in_turn) = in_turn {
        let fault = asked.always(EXPLORED, |case, story| {
            let holds = !runs_in_turn(story) || read(&case.bound, story).holds(in_turn)?;
            let message = "Here each thread is over before the next one does anything, and still the numbers do not fit.";
            Ok((!holds).then(|| Wrong::new(message, marks(story))))
        })?;
        if fault.is_some() {
            return Ok(fault);
        }
    }
    let Some(same) = same else { return Ok(None) };
    asked.always(EXPLORED, |case, story| {
        let Some(first) = case.stories.first() else { return Ok(None) };
        let (usual, here) = (read(&case.bound, first).value(same)?, read(&case.bound, story).value(same)?);
        let message = || format!("It is {here} here and {usual} on another schedule: {same}.");
        Ok((usual != here).then(|| Wrong::new(message(), marks(story))))
    })
}

/// No thread does anything between two steps of another one, but for main.
fn runs_in_turn(story: &Story) -> bool {
    let mut order: Vec<Who> = story.who.iter().copied().filter(|who| *who != Who::Main).collect();
    order.dedup();
    let different: BTreeSet<Who> = order.iter().copied().collect();
    order.len() == different.len()
}
