//! A schedule as lanes: a column for each worker, a row for each step.
//!
//! In: the steps, the width, and the step that is looked at. Out: styled lines, one for the head and one for each step.

use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Line;
use threadlings::Step;

/// The mark and the line's number stand before the lanes.
const MARGIN: usize = 9;
const NARROWEST: usize = 14;
const WIDEST: usize = 34;
const QUIET: Style = Style::new().add_modifier(Modifier::DIM);
const DECISIVE: Style = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);

/// Draws a schedule. Steps after the one that is looked at have not happened yet: they are dim.
pub fn draw(steps: &[Step], width: usize, at: Option<usize>) -> Vec<Line<'static>> {
    let workers = workers(steps);
    let room = width.saturating_sub(MARGIN);
    let lane = (room / workers.len().max(1)).clamp(NARROWEST, WIDEST);
    let fit = (room / lane).max(1);
    let looked_at = at.and_then(|at| steps.get(at)).and_then(|step| column(&workers, step)).unwrap_or(0);
    // Where not all lanes fit, those up to the one that is looked at are shown.
    let first = (looked_at + 1).saturating_sub(fit);
    let shown = &workers[first..workers.len().min(first + fit)];

    let head: String = shown.iter().map(|who| cut(who, lane)).collect();
    let more = if shown.len() < workers.len() {
        format!("  ({} lanes in all)", workers.len())
    } else {
        String::new()
    };
    let mut lines = vec![Line::styled(format!("   line  {}{more}", head.trim_end()), QUIET)];
    for (number, step) in steps.iter().enumerate() {
        let text = match column(&workers, step) {
            None => format!("         {}", step.what),
            Some(column) => match column.checked_sub(first).filter(|column| *column < fit) {
                // The last lane has all the room that is left.
                Some(column) => {
                    let room = if column + 1 == shown.len() {
                        width.saturating_sub(MARGIN + column * lane)
                    } else {
                        lane
                    };
                    format!("{}{}{}", margin(step), " ".repeat(column * lane), cut(&step.what, room))
                }
                None if column < first => format!("{}‹ {}", margin(step), step.who),
                None => format!("{}{}› {}", margin(step), " ".repeat((fit - 1) * lane), step.who),
            },
        };
        lines.push(Line::styled(text.trim_end().to_string(), style(step, number, at)));
    }
    lines
}

/// Main first, then the others by their numbers.
fn workers(steps: &[Step]) -> Vec<&str> {
    let mut workers: Vec<&str> = Vec::new();
    for step in steps.iter().filter(|step| !step.who.is_empty()) {
        if !workers.contains(&step.who.as_str()) {
            workers.push(&step.who);
        }
    }
    workers.sort_by_key(|who| (*who != "main", who.len(), *who));
    workers
}

fn column(workers: &[&str], step: &Step) -> Option<usize> {
    workers.iter().position(|who| *who == step.who)
}

fn margin(step: &Step) -> String {
    let mark = if step.decisive { '▶' } else { ' ' };
    let line = if step.line == 0 { String::new() } else { step.line.to_string() };
    format!(" {mark} {line:>4}  ")
}

fn style(step: &Step, number: usize, at: Option<usize>) -> Style {
    let style = match at {
        Some(at) if number > at => QUIET,
        _ if step.decisive => DECISIVE,
        _ => Style::new(),
    };
    if at == Some(number) { style.add_modifier(Modifier::REVERSED) } else { style }
}

/// A text for a lane: with a blank at its end, cut where it is too long.
fn cut(text: &str, width: usize) -> String {
    if text.chars().count() < width {
        return format!("{text:width$}");
    }
    text.chars().take(width.saturating_sub(2)).chain(['…', ' ']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(who: &str, what: &str, line: u32) -> Step {
        Step { who: who.to_string(), what: what.to_string(), line, decisive: line == 7 }
    }

    fn steps() -> Vec<Step> {
        vec![
            step("thread 2", "reads 0", 6),
            step("main", "joins", 9),
            step("thread 1", "writes the counter", 7),
        ]
    }

    fn shown(lines: Vec<Line>) -> Vec<String> {
        lines.iter().map(|line| line.to_string()).collect()
    }

    #[test]
    fn each_worker_has_a_lane() {
        let expected = [
            "   line  main          thread 1      thread 2",
            "      6                              reads 0",
            "      9  joins",
            " ▶    7                writes the c…",
        ];
        assert_eq!(shown(draw(&steps(), 51, None)), expected);
    }

    #[test]
    fn the_lane_that_is_looked_at_is_in_view() {
        let expected = [
            "   line  main  (3 lanes in all)",
            "      6  › thread 2",
            "      9  joins",
            " ▶    7  › thread 1",
        ];
        assert_eq!(shown(draw(&steps(), 30, Some(1))), expected);
        assert!(shown(draw(&steps(), 30, Some(0)))[1].ends_with("reads 0"));
    }
}
