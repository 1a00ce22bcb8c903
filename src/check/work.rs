//! The work log: a line on standard error, a sleep of 100 ms, the result.

use std::collections::BTreeSet;

use threadlings_trace::{Event, What};

use super::{Asked, Found, SEEN, SOUGHT, Wrong, workers};
use crate::arguments::Bound;
use crate::check::BadExpression;
use crate::spec::{By, Distinct};
use crate::story::{Line, Story, Who};

/// A piece of work.
struct Piece<'a> {
    line: Line<'a>,
    /// Where its sleep ends; none when there is no sleep of 100 ms.
    end: Option<usize>,
}

/// What work lines begin with, and those that are expected.
fn expected(bound: &Bound, line: &str, items: &str) -> Result<Vec<String>, BadExpression> {
    let items = bound.value(items)?;
    let items = items.try_iter().into_iter().flatten();
    Ok(items.map(|item| line.replace("{}", &item.to_string())).collect())
}

fn pieces<'a>(story: &'a Story, line: &str) -> Vec<Piece<'a>> {
    let prefix = line.split("{}").next().unwrap_or_default();
    let piece = |line: Line<'a>| Piece { line, end: end_of_sleep(story, line) };
    story.logs().filter(|log| log.text.starts_with(prefix)).map(piece).collect()
}

/// 100 ms in nanoseconds, and what is left of them for who sleeps until a moment that it has computed before.
const SLEEP: u64 = 100_000_000;
const REST: u64 = 90_000_000;

/// Where 100 ms after this line are over that its writer has slept, before it did anything else.
fn end_of_sleep(story: &Story, line: Line) -> Option<usize> {
    let begin = &story.events[line.at];
    let own = |event: &Event| (event.process, event.thread) == (begin.process, begin.thread);
    let (mut slept, mut end) = (0, None);
    for (at, event) in story.events.iter().enumerate().skip(line.at + 1).filter(|(_, event)| own(event)) {
        match event.what {
            What::Sleep(nanos) => slept += nanos,
            What::Wake => end = Some(at),
            What::Log(_) | What::Print(_) | What::Send(_) | What::Exit(_) | What::End(_) => break,
            _ => {}
        }
    }
    end.filter(|end| slept >= SLEEP || slept >= REST && story.events[*end].nanos - begin.nanos >= SLEEP)
}

pub(super) fn work(
    asked: &Asked,
    line: &str,
    items: &str,
    by: By,
    distinct: Option<Distinct>,
    (at_most, at_least): (Option<&str>, Option<&str>),
) -> Found {
    let fault = asked.always(SEEN, |case, story| {
        let pieces = pieces(story, line);
        let mut expected = expected(&case.bound, line, items)?;
        let mut seen: Vec<String> = pieces.iter().map(|piece| piece.line.text.to_string()).collect();
        expected.sort_unstable();
        seen.sort_unstable();
        if seen != expected {
            let (seen, expected) = (seen.join(", "), expected.join(", "));
            let message =
                format!("The work lines on standard error are [{seen}], where [{expected}] is expected.");
            return Ok(Some(Wrong::new(message, [])));
        }
        if let Some(piece) = pieces.iter().find(|piece| piece.end.is_none()) {
            let message =
                format!("{} does not sleep 100 ms after the line {:?}.", piece.line.who, piece.line.text);
            return Ok(Some(Wrong::new(message, [piece.line.at])));
        }
        let lines: Vec<Line> = pieces.iter().map(|piece| piece.line).collect();
        if let Some(wrong) = workers::wrong_worker(&lines, by, distinct, "does the work of") {
            return Ok(Some(wrong));
        }
        let doers: BTreeSet<Who> = lines.iter().map(|line| line.who).collect();
        if let Some(most) = at_most.map(|most| case.bound.count(most)).transpose()?
            && doers.len() > most
        {
            let message = format!("{} do the work, where {most} is the most.", doers.len());
            return Ok(Some(Wrong::new(message, lines.iter().map(|line| line.at).collect::<Vec<_>>())));
        }
        let last = pieces.iter().filter_map(|piece| piece.end).max();
        let result = story.lines().last();
        Ok(match (last, result) {
            (Some(end), Some(result)) if result.at < end => {
                Some(Wrong::new("The result is printed before the work is over.", [result.at, end]))
            }
            _ => None,
        })
    })?;
    let (None, Some(at_least)) = (&fault, at_least) else { return Ok(fault) };
    asked.sometimes(
        SOUGHT,
        |case, story| Ok(most_at_once(&pieces(story, line)) >= case.bound.count(at_least)?),
        |case| {
            let goal = case.bound.count(at_least).unwrap_or_default();
            format!("Never {goal} of them are at work at once.")
        },
    )
}

/// The most workers that are between their line and the end of their sleep.
fn most_at_once(pieces: &[Piece]) -> usize {
    let at_work = |at: usize| {
        let busy = pieces.iter().filter(|piece| piece.line.at <= at && piece.end.is_some_and(|end| at < end));
        busy.map(|piece| piece.line.who).collect::<BTreeSet<_>>().len()
    };
    pieces.iter().map(|piece| at_work(piece.line.at)).max().unwrap_or(0)
}
