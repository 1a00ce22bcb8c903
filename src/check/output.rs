//! The output as a whole: what the contract says, on every run.

use std::collections::HashMap;

use threadlings_trace::What;

use super::{CaseKind, Invalid, Pattern, pattern, workers};
use crate::arguments::Bound;
use crate::spec::{By, Check, Output, Word};
use crate::story::{Story, Who};

/// What a command line must print.
pub enum Expected {
    /// These lines, in this order or in any.
    Lines { lines: Vec<String>, any_order: bool },
    /// Any number of lines, each one of these.
    Each(Vec<Pattern>),
}

/// What is printed for a command line.
///
/// # Errors
/// When the template or a pattern is wrong.
pub fn output(output: &Output, bound: &Bound) -> Result<Expected, Invalid> {
    if let Some(template) = &output.stdout {
        let text = bound.render(template)?;
        let lines = text.lines().map(str::to_string).collect();
        return Ok(Expected::Lines { lines, any_order: output.any_order });
    }
    let patterns = output.each_line.iter().map(|text| pattern(text)).collect::<Result<_, _>>()?;
    Ok(Expected::Each(patterns))
}

impl Expected {
    /// What is wrong with these lines.
    pub fn wrong(&self, seen: &[&str]) -> Option<String> {
        match self {
            Expected::Each(patterns) => {
                let odd = seen.iter().find(|line| !patterns.iter().any(|pattern| pattern.is_match(line)))?;
                Some(format!("prints the line {odd:?}, which does not belong there"))
            }
            Expected::Lines { lines, any_order: false } => differs(lines, seen),
            Expected::Lines { lines, any_order: true } => differs_in_any_order(lines, seen),
        }
    }
}

fn differs(lines: &[String], seen: &[&str]) -> Option<String> {
    let at = lines.iter().zip(seen).position(|(line, seen)| !matches(line, seen));
    let at = at.unwrap_or(lines.len().min(seen.len()));
    difference(lines, seen, lines.get(at).map(String::as_str), seen.get(at).copied())
}

/// What has its like on the other side, wherever it stands there, is no difference.
fn differs_in_any_order(lines: &[String], seen: &[&str]) -> Option<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for line in lines {
        *counts.entry(line).or_default() += 1;
    }
    let mut is_expected = |line: &str| match counts.get_mut(line) {
        Some(count @ 1..) => {
            *count -= 1;
            true
        }
        _ => false,
    };
    let mut odd = None;
    for line in seen {
        if !is_expected(line) {
            odd = odd.or(Some(*line));
        }
    }
    let missing = lines.iter().map(String::as_str).find(|line| is_expected(line));
    difference(lines, seen, missing, odd)
}

/// The sentence for a line that is missing and one that does not belong there, where there is either.
fn difference(lines: &[String], seen: &[&str], missing: Option<&str>, odd: Option<&str>) -> Option<String> {
    match (missing.map(shortened), odd.map(shortened)) {
        (None, None) => None,
        (Some(_), _) if seen.is_empty() => {
            Some(format!("prints nothing where {} expected", quantity(lines.len())))
        }
        (Some(missing), Some(odd)) => Some(format!("prints {odd:?} where {missing:?} is expected")),
        (Some(missing), None) => {
            Some(format!("prints {} of {} lines; {missing:?} is missing", seen.len(), lines.len()))
        }
        (None, Some(odd)) => Some(format!("prints {odd:?} beyond what is expected")),
    }
}

fn quantity(lines: usize) -> String {
    if lines == 1 { "a line is".to_string() } else { format!("{lines} lines are") }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(120) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_string(),
    }
}

/// A line of a template, in which `<seconds>` stands for any decimal number.
fn matches(expected: &str, seen: &str) -> bool {
    if !expected.contains("<seconds>") {
        return expected == seen;
    }
    let escaped = regex_lite::escape(expected).replace("<seconds>", r"[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?");
    pattern(&escaped).is_ok_and(|pattern| pattern.is_match(seen))
}

/// The output of a real run without the line in the middle of which a thread was cut off that nobody is to wait for: once
/// `main` is over, `std` lets each piece of a line out as it comes, and the process ends after any of them.
pub fn whole_lines<'a>(checks: &[Check], output: &'a str) -> &'a str {
    let (whole, rest) = output.split_at(output.rfind('\n').map_or(0, |end| end + 1));
    let begins_line =
        |check: &Check| matches!(&check.word, Word::NeverAwaited { lines } if lines.starts_with(rest));
    if checks.iter().any(begins_line) { whole } else { output }
}

/// What is wrong with a story's lines: a sentence, and the events that show it.
pub fn wrong_story(expected: &Expected, kind: CaseKind, story: &Story) -> Option<(String, Vec<usize>)> {
    let lines: Vec<_> = story.lines().collect();
    let texts: Vec<&str> = lines.iter().map(|line| line.text).collect();
    let mut marks: Vec<usize> = lines.iter().map(|line| line.at).collect();
    let schedule = if kind == CaseKind::Traced { "" } else { ", on this schedule," };
    let mut message = format!("The program{schedule} {}.", expected.wrong(&texts)?);
    // Most often that is why.
    if let Some((end, who)) = still_at_work(story) {
        message.push_str(&format!(" It has ended while {who} was still at work."));
        marks.push(end);
    }
    if let Some((kill, killer, child)) = killed_at_work(story) {
        message.push_str(&format!(" {killer} has killed {child} before it was done."));
        if story.events[kill].line == 0 {
            message.push_str(" A handle of `procspawn` does that when it is dropped; `join` waits instead.");
        }
        marks.push(kill);
    }
    Some((message, marks))
}

/// Where somebody ends a child that has not come to its end, who does it, and to whom: to one that has no line yet, if
/// there is such a one.
fn killed_at_work(story: &Story) -> Option<(usize, Who, Who)> {
    let kills = story.all().filter_map(|(at, killer, event)| {
        let What::Kill(process) = event.what else { return None };
        let own = || story.events.iter().filter(move |event| event.process == process);
        let has_ended = own().any(|event| matches!(event.what, What::End(_)));
        let has_a_line = own().any(|event| matches!(event.what, What::Print(_)));
        (!has_ended).then(|| (has_a_line, (at, killer, story.child(process))))
    });
    kills.min_by_key(|(has_a_line, _)| *has_a_line).map(|(_, kill)| kill)
}

/// The program's end, and the first of its threads and processes that was not over then.
fn still_at_work(story: &Story) -> Option<(usize, Who)> {
    let (end, _) = story.end()?;
    let is_over = |who: Who| workers::over(story, who).is_some_and(|over| over < end);
    let mut workers = workers::own_workers(story, By::Worker);
    workers.find(|(_, who)| !is_over(*who)).map(|(_, who)| (end, who))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_in_any_order_have_their_like_wherever_it_is() {
        let lines = ["1", "8", "8", "27"].map(str::to_string).to_vec();
        let wrong = |seen: &[&str]| Expected::Lines { lines: lines.clone(), any_order: true }.wrong(seen);
        assert_eq!(wrong(&["8", "27", "1", "8"]), None);
        let told = |seen: &[&str]| wrong(seen).unwrap_or_default();
        assert_eq!(told(&["27", "8", "1"]), "prints 3 of 4 lines; \"8\" is missing");
        assert_eq!(told(&["27", "8", "1", "1"]), "prints \"1\" where \"8\" is expected");
        assert_eq!(told(&["8", "27", "1", "8", "64"]), "prints \"64\" beyond what is expected");
        assert_eq!(told(&[]), "prints nothing where 4 lines are expected");
    }

    #[test]
    fn only_who_is_never_awaited_may_be_cut_off() {
        let check = |word| [Check { name: "a check".to_string(), when: None, word }];
        let never_awaited = check(Word::NeverAwaited { lines: "Hello".to_string() });
        assert_eq!(whole_lines(&never_awaited, "Hello\nHel"), "Hello\n");
        assert_eq!(whole_lines(&never_awaited, "Hello"), "");
        assert_eq!(whole_lines(&never_awaited, "Hello\n"), "Hello\n");
        assert_eq!(whole_lines(&never_awaited, "Hello\nBye"), "Hello\nBye");
        let counted = check(Word::Every { lines: "Hello".to_string(), milliseconds: 1000 });
        assert_eq!(whole_lines(&counted, "Hello\nHel"), "Hello\nHel");
    }
}
