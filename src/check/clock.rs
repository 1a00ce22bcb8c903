//! Words about time. Time is virtual where there are only threads; of processes, their own sleeps are read.

use threadlings_trace::{Event, What};

use super::{Asked, CaseKind, Found, Wrong, key, pattern, workers};
use crate::spec::By;
use crate::story::{Line, Story, Who};

const ON_TIME: &[CaseKind] = &[CaseKind::Punctual];

/// Virtual time is exact; a program that computes its pauses from the clock may be off by its own rounding.
const ROUNDING: f64 = 0.011;

pub(super) fn count(asked: &Asked, lines: &str, at_least: &str, at_most: &str) -> Found {
    let lines = pattern(lines)?;
    asked.always(ON_TIME, |case, story| {
        let (least, most) = (case.bound.count(at_least)?, case.bound.count(at_most)?);
        let marks: Vec<usize> =
            story.lines().filter(|line| lines.is_match(line.text)).map(|line| line.at).collect();
        let allowed = if least == most { format!("{least}") } else { format!("{least} to {most}") };
        let message = format!("{} lines are printed in time, where {allowed} are expected.", marks.len());
        Ok((!(least..=most).contains(&marks.len())).then(|| Wrong::new(message, marks)))
    })
}

pub(super) fn every(asked: &Asked, lines: &str, milliseconds: u64) -> Found {
    let lines = pattern(lines)?;
    let pause = milliseconds as f64 / 1000.0;
    asked.always(ON_TIME, |_, story| {
        let lines: Vec<Line> = story.lines().filter(|line| lines.is_match(line.text)).collect();
        Ok(lines.windows(2).find_map(|pair| {
            let seen = story.seconds(pair[1].at) - story.seconds(pair[0].at);
            let message = format!("{seen:.2} seconds lie between two lines, where it should be {pause}.");
            ((seen - pause).abs() > ROUNDING).then(|| Wrong::new(message, [pair[0].at, pair[1].at]))
        }))
    })
}

pub(super) fn ends(asked: &Asked, from: &str, to: &str) -> Found {
    asked.always(ON_TIME, |case, story| {
        let (from, to) = (case.bound.number(from)?, case.bound.number(to)?);
        let Some((at, _)) = story.end() else { return Ok(None) };
        let seen = story.seconds(at);
        let allowed = if from == to { format!("after {from}") } else { format!("between {from} and {to}") };
        let message = format!("The program ends after {seen:.2} seconds; it should end {allowed}.");
        Ok((!(from - ROUNDING..=to + ROUNDING).contains(&seen)).then(|| Wrong::new(message, [at])))
    })
}

pub(super) fn measures(asked: &Asked, by: By, lines: &str, sizes: &[u32]) -> Found {
    let lines = pattern(lines)?;
    asked.always(&[CaseKind::Traced], |_, story| {
        let told = story.lines().filter_map(|line| Some((line, Told::parse(&key(&lines, line.text)?)?)));
        let mut workers = story.workers().into_iter().filter(|(_, who)| workers::is(by, *who));
        for ((line, Told { seconds, exact_to }), size) in told.zip(sizes) {
            let group: Vec<(usize, Who)> = workers.by_ref().take(*size as usize).collect();
            let busy = busy(story, &group, line.at);
            // A clock that is started late, when all are ready, is a clock too; one that is not stopped too early.
            if seconds + exact_to < busy / 2.0 {
                let message = format!(
                    "{:?} tells {seconds} seconds of workers that were busy for {busy:.3}: the clock is read before they are done.",
                    line.text
                );
                return Ok(Some(Wrong::new(message, [line.at])));
            }
        }
        Ok(None)
    })
}

/// Seconds as they are printed.
#[derive(Debug, PartialEq)]
struct Told {
    seconds: f64,
    /// One of the last decimal. A number without decimals is taken at its word: a time has some.
    exact_to: f64,
}

impl Told {
    fn parse(text: &str) -> Option<Told> {
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let exact_to = match mantissa.split_once('.') {
            Some((_, decimals)) => 10f64.powi(exponent.parse::<i32>().ok()? - decimals.len() as i32),
            None => 0.0,
        };
        Some(Told { seconds: text.parse().ok()?, exact_to })
    }
}

/// How many seconds all of a group are at work before its time is told, from where the last one begins to where the
/// last one is done.
fn busy(story: &Story, group: &[(usize, Who)], told: usize) -> f64 {
    let begin = |who: &Who| story.all().find(|(_, other, _)| other == who).map(|(at, ..)| at);
    let begins = group.iter().filter_map(|(_, who)| begin(who)).max();
    let ends = group.iter().filter_map(|worker| at_work_until(story, group, *worker, told)).max();
    match (begins, ends) {
        (Some(begins), Some(ends)) if begins < ends => story.seconds(ends) - story.seconds(begins),
        _ => 0.0,
    }
}

/// A library's thread outlives its work. What the learner's own lines do in it is work; all else it does for its
/// library, and where others than its group are started it may do that for long.
fn at_work_until(
    story: &Story,
    group: &[(usize, Who)],
    (start, who): (usize, Who),
    told: usize,
) -> Option<usize> {
    let done = workers::done(story, who)?;
    if workers::is_own(story, start, who) {
        return Some(done);
    }
    let others = story.workers().into_iter().filter(|other| !group.contains(other));
    let next = others.map(|(start, _)| start).find(|next| *next > start);
    let learners = story.all().filter(|(at, other, event)| *at < told && *other == who && event.line != 0);
    learners.map(|(at, ..)| at).last().max(Some(done.min(next.unwrap_or(told))))
}

pub(super) fn background(asked: &Asked, lines: &str, milliseconds: u64) -> Found {
    let lines = pattern(lines)?;
    asked.always(&[CaseKind::Traced], |_, story| {
        let Some((end, _)) = story.end() else {
            return Ok(Some(Wrong::new("The first process does not end by itself.", [])));
        };
        let waits = story.all().find(|(at, who, event)| {
            *at < end && matches!(who, Who::Main | Who::Thread(_)) && is_waiting(&event.what)
        });
        if let Some((at, ..)) = waits {
            return Ok(Some(Wrong::new("The parent waits or sleeps, where it should end at once.", [at])));
        }
        let Some(line) = story.lines().find(|line| lines.is_match(line.text)) else {
            return Ok(Some(Wrong::new("The child never prints its line.", [])));
        };
        if !matches!(line.who, Who::Child(_)) {
            return Ok(Some(Wrong::new(format!("The line is printed by {}.", line.who), [line.at])));
        }
        if line.at < end {
            return Ok(Some(Wrong::new("The child prints before its parent has ended.", [line.at, end])));
        }
        let (waited, late) = match slept(story, line) {
            0 => (passed(story, line), milliseconds / 2),
            slept => (slept, milliseconds / 10),
        };
        let allowed = milliseconds - milliseconds / 10..=milliseconds + late;
        let message =
            format!("The child waits {waited} ms before it prints, where it should be {milliseconds}.");
        Ok((!allowed.contains(&waited)).then(|| Wrong::new(message, [line.at])))
    })
}

/// To join a thread is none: one that waits is found by what it does itself.
fn is_waiting(what: &What) -> bool {
    matches!(what, What::Sleep(_) | What::WaitingProcess(_) | What::WaitedProcess(_) | What::Park)
}

/// How many milliseconds a process was to sleep before a line.
fn slept(story: &Story, line: Line) -> u64 {
    let sleeps =
        before(story, line).map(|(_, event)| if let What::Sleep(nanos) = event.what { nanos } else { 0 });
    sleeps.sum::<u64>() / 1_000_000
}

/// How many milliseconds of the real clock have passed for a process before a line: more than it meant to wait, on a
/// busy machine.
fn passed(story: &Story, line: Line) -> u64 {
    let begin = before(story, line).next().map_or(line.at, |(begin, _)| begin);
    ((story.seconds(line.at) - story.seconds(begin)) * 1000.0) as u64
}

fn before<'a>(story: &'a Story, line: Line) -> impl Iterator<Item = (usize, &'a Event)> {
    let own = move |(at, who, _): &(usize, Who, &Event)| *at < line.at && *who == line.who;
    story.all().filter(own).map(|(at, _, event)| (at, event))
}

#[cfg(test)]
mod tests {
    use super::Told;

    #[test]
    fn seconds_are_as_exact_as_they_are_printed() {
        let told = |text| Told::parse(text).map(|Told { seconds, exact_to }| (seconds, exact_to));
        assert_eq!(told("0.25"), Some((0.25, 0.01)));
        assert_eq!(told("2.5e-5"), Some((2.5e-5, 1e-6)));
        assert_eq!(told("3"), Some((3.0, 0.0)));
        assert_eq!(told("soon"), None);
    }
}
