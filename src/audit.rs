//! Reading an `exercise.toml` as its author would want it read: every expression, template and pattern tried, every
//! name known.
//!
//! In: an exercise. Out: a sentence for each thing that is wrong. `threadlings verify` calls it.

use std::fs;

use minijinja::Value;
use regex_lite::Regex;
use toml::Table;

use crate::arguments::{BadExpression, Bound};
use crate::course::Exercise;
use crate::error::{Error, Result};
use crate::spec::{Argument, ArgumentKind, Runs, Spec};

/// What is wrong in the `exercise.toml` of an exercise, a sentence each.
///
/// # Errors
/// When the file cannot be read.
pub fn audit(exercise: &Exercise) -> Result<Vec<String>> {
    let path = exercise.dir.join("exercise.toml");
    let text = fs::read_to_string(&path).map_err(Error::file("read", &path))?;
    let wrong = |error: toml::de::Error| Error::Course { path: path.clone(), message: error.to_string() };
    let table: Table = toml::from_str(&text).map_err(wrong)?;

    let mut faults = arguments(&exercise.spec);
    faults.extend(runs(&exercise.spec));
    let cases: Vec<Bound> =
        lines(&exercise.spec).iter().map(|line| Bound::new(&exercise.spec, line)).collect();
    faults.extend(output(&exercise.spec, &cases));
    let checks = table.get("check").and_then(toml::Value::as_array).into_iter().flatten();
    for check in checks.filter_map(toml::Value::as_table) {
        let name = check.get("name").and_then(toml::Value::as_str).unwrap_or_default();
        faults.extend(self::check(check, &cases).into_iter().map(|fault| format!("check {name:?}: {fault}")));
    }
    Ok(faults)
}

fn arguments(spec: &Spec) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, argument) in spec.arguments.iter().enumerate() {
        let name = &argument.name;
        if argument.list && at + 1 < spec.arguments.len() {
            faults.push(format!("argument {name}: a list takes all that follow, so it must be the last"));
        }
        for (what, values) in [("default", &argument.default), ("draw", &argument.draw)] {
            let bad = values.iter().filter_map(|value| unfit(argument, value));
            faults.extend(bad.map(|why| format!("argument {name}: in `{what}`, {why}")));
        }
        let range: Vec<i64> = argument.draw.iter().filter_map(|value| value.parse().ok()).collect();
        let is_text = argument.kind == ArgumentKind::Text;
        if !is_text
            && !argument.draw.is_empty()
            && !matches!(range.as_slice(), [least, most] if least <= most)
        {
            faults.push(format!("argument {name}: `draw` is the least and the greatest number to draw"));
        }
    }
    faults
}

/// Why a value is none for an argument.
fn unfit(argument: &Argument, value: &str) -> Option<String> {
    let least = match argument.kind {
        ArgumentKind::Text => return None,
        ArgumentKind::Number => argument.least.max(0),
        ArgumentKind::Integer => i64::from(i32::MIN),
    };
    let most = if argument.kind == ArgumentKind::Number { i64::from(u32::MAX) } else { i64::from(i32::MAX) };
    match value.parse::<i64>() {
        Ok(number) if (least..=most).contains(&number) => None,
        Ok(number) => Some(format!("{number} is not between {least} and {most}")),
        Err(_) => Some(format!("{value:?} is no whole number")),
    }
}

/// Every command line of the exercise.
fn lines(spec: &Spec) -> Vec<Vec<String>> {
    let traced = spec.runs.traced.iter().map(|traced| &traced.arguments);
    let Runs { real, explored, crowd, huge, punctual, .. } = &spec.runs;
    let rows = [real, explored, crowd, huge, punctual].into_iter().flatten().chain(traced);
    std::iter::once(Vec::new()).chain(rows.cloned()).collect()
}

fn runs(spec: &Spec) -> Vec<String> {
    let mut faults = Vec::new();
    if spec.runs.explored.is_empty() && spec.runs.punctual.is_empty() && spec.runs.traced.is_empty() {
        faults.push(
            "`[runs]` has no `explored`, `punctual` or `traced`: nothing tells who does what".to_string(),
        );
    }
    for line in lines(spec) {
        let list = spec.arguments.last().filter(|last| last.list);
        for (at, value) in line.iter().enumerate() {
            match spec.arguments.get(at).or(list) {
                Some(argument) => {
                    let why = unfit(argument, value);
                    faults.extend(why.map(|why| format!("in the run {line:?}, {}: {why}", argument.name)));
                }
                None => faults.push(format!("the run {line:?} has more arguments than the exercise")),
            }
        }
    }
    faults
}

fn output(spec: &Spec, cases: &[Bound]) -> Vec<String> {
    let mut faults = Vec::new();
    match (&spec.output.stdout, spec.output.each_line.as_slice()) {
        (None, []) => faults.push("`[output]` has neither `stdout` nor `each-line`".to_string()),
        (Some(_), [_, ..]) => {
            faults.push("`[output]` has both `stdout` and `each-line`: the first alone counts".to_string())
        }
        _ => {}
    }
    if let Some(template) = &spec.output.stdout {
        let first = &cases[0];
        faults.extend(unknown("`stdout`", first.unknown_in_template(template)));
        let wrong = cases.iter().find_map(|case| case.render(template).err());
        faults.extend(wrong.map(|error| format!("`stdout` cannot be rendered: {error}")));
    }
    faults.extend(spec.output.each_line.iter().filter_map(|text| unreadable("each-line", text, false)));
    faults
}

/// One check: fields with one of these names are patterns, the rest are expressions, but for the words of [`PLAIN`].
fn check(check: &Table, cases: &[Bound]) -> Vec<String> {
    const PATTERNS: [&str; 5] = ["lines", "begin", "end", "first", "then"];
    const PLAIN: [&str; 8] = ["name", "word", "by", "distinct", "line", "any", "milliseconds", "sizes"];
    /// These words look for a number in their lines.
    const CAPTURE: [&str; 7] =
        ["own", "pairs", "apart", "ascending", "numbers", "measures", "every-level-locks"];

    let text = |field: &str| check.get(field).and_then(toml::Value::as_str);
    let captures = text("word").is_some_and(|word| CAPTURE.contains(&word));
    let mut faults = Vec::new();
    for (field, value) in check.iter().filter(|(field, _)| PATTERNS.contains(&field.as_str())) {
        let patterns = texts(value);
        faults.extend(patterns.iter().filter_map(|pattern| unreadable(field, pattern, captures)));
    }
    // A check is asked only where its `when` holds.
    let asked: Vec<&Bound> = match text("when") {
        None => cases.iter().collect(),
        Some(when) => {
            let unknown_names = unknown("`when`", cases[0].unknown_in(when));
            let wrong = cases.iter().find_map(|case| case.holds(when).err());
            let wrong = wrong.map(|error| format!("`when` has no value: {error}"));
            let asked: Vec<&Bound> = cases.iter().filter(|case| case.holds(when).unwrap_or(false)).collect();
            if unknown_names.is_empty() && wrong.is_none() && asked.is_empty() {
                faults.push(format!("it is never asked: no run makes `{when}` true"));
            }
            faults.extend(unknown_names.into_iter().chain(wrong));
            asked
        }
    };
    // In the expressions of `numbers`, each name of its `lines` stands for a list of numbers.
    let named: Vec<String> = check
        .get("lines")
        .and_then(toml::Value::as_table)
        .map_or(Vec::new(), |lines| lines.keys().cloned().collect());
    let expressions = check.iter().filter(|(field, _)| {
        let field = field.as_str();
        field != "when" && !PATTERNS.contains(&field) && !PLAIN.contains(&field)
    });
    for (field, value) in expressions {
        let is_count = !matches!(field.as_str(), "items" | "always" | "sometimes" | "in-turn" | "same");
        for expression in texts(value) {
            let what = format!("`{field}`");
            let bound =
                |case: &Bound| case.with(named.iter().map(|name| (name.clone(), Value::from(vec![1, 1]))));
            faults.extend(unknown(&what, bound(&cases[0]).unknown_in(&expression)));
            let wrong = asked.iter().find_map(|case| {
                let case = bound(case);
                if is_count { case.number(&expression).err() } else { case.value(&expression).err() }
            });
            faults.extend(wrong.map(|error| format!("{what} has no value: {error}")));
        }
    }
    faults
}

/// The texts of a field: itself, or those in it.
fn texts(value: &toml::Value) -> Vec<String> {
    match value {
        toml::Value::String(text) => vec![text.clone()],
        toml::Value::Array(values) => values.iter().flat_map(texts).collect(),
        toml::Value::Table(table) => table.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

fn unreadable(field: &str, pattern: &str, captures: bool) -> Option<String> {
    match Regex::new(pattern) {
        Err(error) => Some(format!("`{field}` is no regular expression: {error}")),
        Ok(read) if captures && read.captures_len() < 2 => Some(format!(
            "`{field}`, which is `{pattern}`, needs brackets around what is looked at, as in `(\\d+)`"
        )),
        Ok(_) => None,
    }
}

fn unknown(what: &str, names: std::result::Result<Vec<String>, BadExpression>) -> Vec<String> {
    match names {
        Ok(names) => {
            names.iter().map(|name| format!("{what} speaks of {name}, which is no argument")).collect()
        }
        // What cannot be read is told where it is tried.
        Err(_) => Vec::new(),
    }
}
