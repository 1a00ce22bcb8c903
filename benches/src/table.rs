//! The report as text: for `cargo bench` to print, and for `bench.txt`.

use std::fmt::Write;

use crate::measure::{Approach, Measured, Report, Runs, Times};
use crate::programs::Work;

pub fn text(report: &Report) -> String {
    let mut text = format!("{}\n", report.machine);
    text += &format!("Medians of {} runs, ± half the spread. ", report.rounds);
    text += "Speed-up: over the same work in a row; in brackets, how near it is to the number of cores.\n";
    for program in &report.programs {
        if program.work.is_a_pair() {
            add_pair(&mut text, program, report.machine.cores);
        } else {
            add_curves(&mut text, program);
        }
    }
    text += "\nGoals\n";
    for goal in &report.goals {
        let met = if goal.met { "met" } else { "MISSED" };
        text += &format!("  {:<75} {:<28} {met}\n", goal.goal, goal.found);
    }
    text
}

/// A row for each approach: Python's time, Rust's time, and how they compare.
fn add_pair(text: &mut String, program: &Measured, cores: usize) {
    let speedup_title = if program.work == Work::Overhead { "" } else { "speed-up" };
    add_row(text, program.title, ["Python", speedup_title, "Rust", speedup_title, "Python/Rust"]);

    let speedup = |approach: &Approach| match (program.work, approach.speedup) {
        (Work::Overhead, _) | (_, None) => String::new(),
        (Work::Cpu, Some(speedup)) => format!("{speedup:.2}x ({:.0} %)", speedup / cores as f64 * 100.0),
        (_, Some(speedup)) => format!("{speedup:.2}x"),
    };
    for rust in &program.rust.approaches {
        let python = program.python.as_ref().and_then(|python| python.approach(&rust.name));
        let row = [
            &python.map(|python| times(&python.times)).unwrap_or_default(),
            &python.map(speedup).unwrap_or_default(),
            &times(&rust.times),
            &speedup(rust),
            &python.map(|python| ratio(&python.times, &rust.times)).unwrap_or_default(),
        ];
        add_row(text, &format!("  {}", rust.name), row.map(String::as_str));
    }
    if let Some(python) = &program.python {
        let (python, rust) = (&python.whole, &program.rust.whole);
        let row = [&times(python), "", &times(rust), "", &ratio(python, rust)];
        add_row(text, "  the whole process, from outside", row);
    }
}

fn add_row(text: &mut String, name: &str, [python, python_speedup, rust, rust_speedup, ratio]: [&str; 5]) {
    let space = if name.starts_with(' ') { "" } else { "\n" };
    let row = format!("{name:<34}{python:>19}{python_speedup:>15}{rust:>19}{rust_speedup:>15}{ratio:>13}");
    *text += &format!("{space}{}\n", row.trim_end());
}

/// A row for each point, a column for each series of either language.
fn add_curves(text: &mut String, program: &Measured) {
    let mut columns = Vec::new();
    for (language, runs) in [("Python", program.python.as_ref()), ("Rust", Some(&program.rust))] {
        let Some(runs) = runs else { continue };
        columns.extend(runs.series().into_iter().map(|series| (language, series, runs)));
    }
    *text += &format!("\n{}\n{:>11}", program.title, "");
    for (language, series, _) in &columns {
        write!(text, "{:>25}", format!("{language} {series}")).unwrap();
    }
    for x in program.rust.points() {
        write!(text, "\n{x:>11}").unwrap();
        for (_, series, runs) in &columns {
            let cell = match runs.approach(&format!("{series} {x}")) {
                Some(Approach { times: t, speedup: Some(speedup), .. }) => {
                    format!("{} {speedup:.2}x", times(t))
                }
                Some(approach) => times(&approach.times),
                None => String::new(),
            };
            write!(text, "{cell:>25}").unwrap();
        }
    }
    text.push('\n');
    for (language, series, runs) in columns {
        if program.work == Work::TaskSize
            && let Some(seconds) = break_even(runs, series)
        {
            *text += &format!("  {language} {series} pay from tasks of {} on\n", duration(seconds));
        }
    }
}

/// The time of the task with which two workers come out even with one: between the last point where
/// they are slower and the next one, on the logarithmic scale of the picture.
fn break_even(runs: &Runs, series: &str) -> Option<f64> {
    let points = runs.curve(series).filter_map(|(n, approach)| {
        let in_a_row = runs.approach(&format!("in a row {n}"))?;
        Some(((in_a_row.times.median / 2.0).ln(), approach.speedup? - 1.0))
    });
    let points: Vec<_> = points.collect();
    points.windows(2).rev().find_map(|pair| {
        let [(x0, y0), (x1, y1)] = [pair[0], pair[1]];
        (y0 < 0.0 && y1 >= 0.0).then(|| (x0 - y0 * (x1 - x0) / (y1 - y0)).exp())
    })
}

fn times(times: &Times) -> String {
    format!("{} ±{:>4.1} %", duration(times.median), times.spread() * 100.0)
}

fn ratio(python: &Times, rust: &Times) -> String {
    format!("{:.2}x", python.median / rust.median)
}

/// Four digits and the unit that suits them.
fn duration(seconds: f64) -> String {
    let (value, unit) = match seconds {
        s if s >= 1.0 => (s, "s"),
        s if s >= 1e-3 => (s * 1e3, "ms"),
        s => (s * 1e6, "µs"),
    };
    let decimals = match value {
        v if v >= 100.0 => 1,
        v if v >= 10.0 => 2,
        _ => 3,
    };
    format!("{value:.decimals$} {unit}")
}
