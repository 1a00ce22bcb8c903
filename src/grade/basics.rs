//! What every exercise demands: the program ends by itself, prints what it should and refuses bad arguments, on every
//! schedule.

use threadlings_trace::{Event, What};

use super::Grading;
use crate::arguments::Bound;
use crate::check::{self, Case, CaseKind, Fault};
use crate::error::Result;
use crate::explain;
use crate::run::{End, Finished};
use crate::spec::By;
use crate::story::{Story, Who};
use crate::verdict::Checked;

impl Grading<'_> {
    /// What must hold on every schedule whatever the exercise: it ends, nothing panics, the output is right.
    pub(super) fn every_schedule(&self, cases: &[Case]) -> Result<[(&'static str, Option<Fault>); 2]> {
        let mut faults =
            [("no deadlock and no panic on any schedule", None), ("prints it on every schedule", None)];
        for (at, case) in cases.iter().enumerate().filter(|(_, case)| case.kind != CaseKind::Real) {
            let expected =
                check::output(&self.spec().output, &case.bound).map_err(|invalid| self.invalid(invalid))?;
            for (story_at, story) in case.stories.iter().enumerate() {
                let easier = |fault: &Option<Fault>| {
                    let known = fault.as_ref().and_then(|fault| fault.shown_by);
                    known.is_none_or(|(case, known)| {
                        case == at && cases[case].stories[known].difficulty() > story.difficulty()
                    })
                };
                // An explored run has no children.
                let is_awaited = case.kind == CaseKind::Traced && self.spec().runs.linger_seconds == 0;
                let late = || if is_awaited { left_behind(story) } else { None };
                if let Some((message, marks)) = ends_badly(case.kind, story).or_else(late) {
                    if easier(&faults[0].1) {
                        faults[0].1 = Some(Fault { message, shown_by: Some((at, story_at)), marks });
                    }
                    continue;
                }
                if let Some((message, marks)) = check::wrong_story(&expected, case.kind, story)
                    && easier(&faults[1].1)
                {
                    faults[1].1 = Some(Fault { message, shown_by: Some((at, story_at)), marks });
                }
            }
        }
        Ok(faults)
    }

    pub(super) fn prints_well(&self, finished: &Finished, bound: &Bound) -> Result<Checked> {
        const NAME: &str = "prints what it should";
        let expected = check::output(&self.spec().output, bound).map_err(|invalid| self.invalid(invalid))?;
        let failed =
            |message: String| Ok(Checked::failed(NAME, format!("Run {}, it {message}.", bound.shown())));
        let Ok(text) = std::str::from_utf8(&finished.stdout.bytes) else {
            return failed("prints what is no UTF-8 text".to_string());
        };
        if finished.stdout.cut {
            return failed("prints more than 1 MiB, of which the rest was not kept".to_string());
        }
        let text = check::whole_lines(&self.spec().checks, text);
        let lines: Vec<&str> = text.split_terminator('\n').collect();
        if let Some(wrong) = expected.wrong(&lines) {
            return failed(wrong);
        }
        if !text.is_empty() && !text.ends_with('\n') {
            return failed("prints a last line that does not end".to_string());
        }
        Ok(Checked::passed(NAME))
    }
}

/// A program could look where it runs, and keep what it should do for where it is graded.
pub(super) fn does_the_same(cases: &[Case]) -> Checked {
    const NAME: &str = "does the same wherever it runs";
    let never = |by: By| cases.iter().filter_map(|case| case.started).all(|started| started.of(by) == 0);
    let doubled = || cases.iter().filter(|case| case.kind != CaseKind::Real).flat_map(|case| &case.stories);
    let starts =
        |is_start: fn(&Event) -> bool| doubled().any(|story| story.all().any(|(.., event)| is_start(event)));
    // What a library starts has no line; the double of one may need a thread where it has none itself.
    let threads = starts(|event| matches!(event.what, What::Spawn(..)) && event.line != 0);
    let processes = starts(|event| matches!(event.what, What::SpawnProcess(..)));
    let missing = match (threads, processes) {
        (true, _) if never(By::Thread) => "thread",
        (_, true) if never(By::Child) => "child process",
        _ => return Checked::passed(NAME),
    };
    Checked::failed(
        NAME,
        format!(
            "Run as it is, the program starts no {missing}; where the grader looks into it, it does. \
             What a program does must not depend on where it runs."
        ),
    )
}

pub(super) fn is_todo(finished: &Finished) -> bool {
    let stderr = String::from_utf8_lossy(&finished.stderr.bytes);
    finished.stdout.bytes.is_empty()
        && finished.end == End::Exited(101)
        && stderr.contains("not yet implemented")
}

/// How standard error begins, as a sentence with a space before it.
fn first_words(stderr: &str) -> String {
    let first = stderr.lines().find(|line| !line.trim().is_empty());
    first.map_or(String::new(), |line| format!(" Its standard error begins: {line}"))
}

pub(super) fn ends_well(finished: &Finished, bound: &Bound) -> Checked {
    const NAME: &str = "ends by itself, with status 0";
    let stderr = String::from_utf8_lossy(&finished.stderr.bytes);
    let last_words = first_words(&stderr);
    // What `std` says of EACCES.
    let refused = if stderr.contains("Permission denied (os error 13)") {
        "\nA graded program is kept from TCP, and from writing files outside its temporary folder (`env::temp_dir()`)."
    } else {
        ""
    };
    let message = match finished.end {
        End::Exited(0) => return Checked::passed(NAME),
        End::Exited(status) => format!("ends with status {status}.{last_words}{refused}"),
        End::Signalled(signal) => format!("is ended by signal {signal}.{last_words}"),
        End::TimedOut => format!("does not end within {} seconds.", finished.elapsed.as_secs()),
        End::TooMuchMemory => "takes more than 2 GiB of memory.".to_string(),
        End::TooManyTasks => "starts threads or processes without end.".to_string(),
    };
    Checked::failed(NAME, format!("Run {}, it {message}", bound.shown()))
}

/// How the process ended that ran the double: a search always ends well, a traced program as itself.
pub(super) fn double_ended(finished: &Finished, stories: &[Story], kind: CaseKind, bound: &Bound) -> Checked {
    let checked = ends_well(finished, bound);
    if checked.passed && stories.is_empty() && kind != CaseKind::Huge {
        return Checked::failed(
            checked.name,
            format!("Run {}, nothing could be recorded of it.", bound.shown()),
        );
    }
    // What it printed and how it ended stands in the trace too; a search that ran out of time shows what it has.
    let cut_short = kind != CaseKind::Traced && finished.end == End::TimedOut;
    if cut_short && !stories.is_empty() { Checked::passed(checked.name) } else { checked }
}

pub(super) fn printed_with_bad(line: &[String], argument: &str) -> Checked {
    let shown: Vec<String> = line.iter().map(|word| format!("'{word}'")).collect();
    let message = format!(
        "Run with {}, a bad {argument}, it prints something before that is noticed, on some schedule.",
        shown.join(" ")
    );
    Checked::failed("refuses bad arguments", message)
}

pub(super) fn refuses_well(line: &[String], argument: &str, finished: &Finished) -> Checked {
    const NAME: &str = "refuses bad arguments";
    let shown: Vec<String> = line.iter().map(|word| format!("'{word}'")).collect();
    let stderr = String::from_utf8_lossy(&finished.stderr.bytes);
    let failed = |what: String| {
        let said = first_words(&stderr);
        Checked::failed(NAME, format!("Run with {}, a bad {argument}, it {what}.{said}", shown.join(" ")))
    };
    let named = regex_lite::Regex::new(&format!(r"\b{}\b", regex_lite::escape(argument)))
        .is_ok_and(|name| name.is_match(&stderr));
    match finished.end {
        End::Exited(0) => failed("ends with status 0".to_string()),
        End::Exited(_) if !finished.stdout.bytes.is_empty() => {
            failed("prints something on standard output".to_string())
        }
        End::Exited(_) if !named => failed(format!("does not name {argument} on standard error")),
        End::Exited(_) => Checked::passed(NAME),
        _ => failed("does not end by itself".to_string()),
    }
}

/// A story that ends in another way than by itself with status 0.
fn ends_badly(kind: CaseKind, story: &Story) -> Option<(String, Vec<usize>)> {
    for (at, who, event) in story.all() {
        let message = match &event.what {
            What::Deadlock => return Some(explain::deadlock(story)),
            What::Livelock => {
                "The program does not end, on a schedule that lets every thread run again and again."
                    .to_string()
            }
            What::Panic(message) => format!("{who} panics: {message}."),
            What::Unmodelled(what) => {
                format!("This grade did not explore {what}: it cannot vouch for the program.")
            }
            // A child may say something to its parent with it.
            What::End(status) if *status != 0 && !matches!(who, Who::Child(_)) => {
                format!("{who} ends with status {status}.")
            }
            _ => continue,
        };
        return Some((message, vec![at]));
    }
    // A traced program that does not end is stopped from outside.
    if kind == CaseKind::Traced && story.end().is_none() { explain::stopped(story) } else { None }
}

/// A child that is at work when the first process has ended: nobody waited for it.
fn left_behind(story: &Story) -> Option<(String, Vec<usize>)> {
    let (end, _) = story.end()?;
    if let Some(late) = story.lines().find(|line| line.at > end) {
        let what = format!("{} prints {:?} when the program has ended", late.who, late.text);
        return Some((format!("{what}: nobody waits for it."), vec![end, late.at]));
    }
    let is_child = |(start, who): &(usize, Who)| *start < end && matches!(who, Who::Child(_));
    let mut children = story.workers().into_iter().filter(is_child);
    let (start, child) =
        children.find(|(_, child)| check::over(story, *child).is_none_or(|over| over > end))?;
    Some((format!("{child} goes on when the program has ended: nobody waits for it."), vec![start, end]))
}
