//! What the screen shows: a function of the [`State`] and of nothing else.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use threadlings::Outcome;
use threadlings::progress::Standing;

use super::lanes;
use super::list::{Focus, List, Row};
use super::markdown;
use super::output::printable;
use super::state::{End, Graded, Place, Screen, Scroll, State, Tab, Verdict, Why};

const GOOD: Style = Style::new().fg(Color::Green).add_modifier(Modifier::BOLD);
const BAD: Style = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
const BUSY: Style = Style::new().fg(Color::Yellow);
const QUIET: Style = Style::new().add_modifier(Modifier::DIM);
const STRONG: Style = Style::new().add_modifier(Modifier::BOLD);
const CHOSEN: Style = Style::new().add_modifier(Modifier::REVERSED);

const HELP: &str = "\
save     your file is graded each time that you save it
n  p     next and previous
h        a hint; each time one more
r        run the program with its default arguments; Esc stops it
e        the example to read first, and back
s        the solution beside your file
x        reset your file to how it was given; what you wrote is kept
g        grade once more
c        check all exercises; Esc stops it
l        list of all exercises and examples; / searches in it
t  v  o  task, verdict, output; Tab for all tabs in turn
←  →     step through the schedule that shows what is wrong; shift the solution
↑  ↓     scroll, as do k and j, Page Up and Page Down, Home and End
Esc      back
q        quit; what you have passed is remembered";

/// The parts of the screen.
struct Areas {
    title: Rect,
    link: Rect,
    status: Rect,
    tabs: Rect,
    body: Rect,
    detail: Rect,
    notice: Rect,
    keys: Rect,
}

fn areas(state: &State) -> Areas {
    let screen = Rect::from((Position::ORIGIN, state.size));
    let detail = if state.step.is_some() && state.tab == Tab::Verdict { 3 } else { 0 };
    let notice = notice(state).len().clamp(1, 4) as u16;
    let rows = [1, 1, 1, 1].map(Constraint::Length).into_iter();
    let rows = rows.chain([Constraint::Fill(1)]).chain([detail, notice, 1].map(Constraint::Length));
    let [title, link, status, tabs, body, detail, notice, keys] = *Layout::vertical(rows).split(screen)
    else {
        unreachable!("as many areas as constraints")
    };
    let body = Rect { x: 1.min(body.width), width: body.width.saturating_sub(2), ..body };
    Areas { title, link, status, tabs, body, detail, notice, keys }
}

/// Where a text is shown and scrolled.
pub fn body(state: &State) -> Rect {
    areas(state).body
}

/// The text of the tab that is shown, and the row in it that holds the step that is looked at.
#[derive(Default)]
pub struct Lines {
    pub lines: Vec<Line<'static>>,
    pub row_of_step: usize,
}

pub fn lines(state: &State) -> Lines {
    let width = state.size.width.saturating_sub(2) as usize;
    let lines = match state.tab {
        Tab::Task if state.shown_exercise().is_some() => markdown::render(&state.page.task, width),
        Tab::Task => state.page.source.lines().flat_map(|line| code(line, width)).collect(),
        Tab::Verdict => return verdict(state, width),
        Tab::Hints => hints(state, width),
        Tab::Output => output(state, width),
        Tab::Solution => solution(state, width),
    };
    Lines { lines, row_of_step: 0 }
}

/// Something on the screen that leads to a file.
pub struct Link {
    pub at: Position,
    pub text: String,
}

/// Draws all of it. The terminal's own way of linking is not ratatui's, so the link is given back.
pub fn draw(state: &State, frame: &mut Frame, colours: bool) -> Option<Link> {
    let link = match &state.screen {
        Screen::List(list) => {
            draw_list(state, list, frame);
            None
        }
        Screen::Page | Screen::Help | Screen::Reset => Some(draw_page(state, frame)),
    };
    if !colours {
        for cell in &mut frame.buffer_mut().content {
            cell.set_fg(Color::Reset).set_bg(Color::Reset);
        }
    }
    link
}

fn draw_page(state: &State, frame: &mut Frame) -> Link {
    let areas = areas(state);
    draw_title(state, frame, areas.title);
    let path = path(state);
    frame.render_widget(Line::styled(format!(" {path}"), STRONG), areas.link);
    frame.render_widget(status(state), areas.status);
    if let Screen::Help = state.screen {
        frame.render_widget(Line::styled(" Keys", STRONG), areas.tabs);
        frame.render_widget(Paragraph::new(HELP), areas.body);
    } else {
        frame.render_widget(tabs(state), areas.tabs);
        draw_body(state, frame, areas.body);
        draw_detail(state, frame, areas.detail);
    }
    frame.render_widget(Paragraph::new(notice(state)), areas.notice);
    frame.render_widget(keys(state), areas.keys);
    let text = path.chars().take(areas.link.width.saturating_sub(1) as usize).collect();
    Link { at: Position::new(1, areas.link.y), text }
}

fn draw_title(state: &State, frame: &mut Frame, area: Rect) {
    let bar = match area.width {
        60.. => bar(state.passed(), state.exercises.len()),
        _ => format!("{}/{}", state.passed(), state.exercises.len()),
    };
    let [left, right] =
        Layout::horizontal([Constraint::Fill(1), Constraint::Length(bar.chars().count() as u16 + 1)])
            .areas(area);
    let mut title = Line::from(vec![Span::raw(" "), Span::styled(state.name().to_string(), STRONG)]);
    if let Some(exercise) = state.shown_exercise() {
        title.push_span(format!(" · {}", exercise.spec.title));
    }
    frame.render_widget(title, left);
    frame.render_widget(Line::styled(bar, Color::Green), right);
}

fn bar(done: usize, all: usize) -> String {
    const WIDTH: usize = 15;
    let full = done * WIDTH / all.max(1);
    format!("{}{} {done}/{all}", "█".repeat(full), "░".repeat(WIDTH - full))
}

/// The file that is shown, from the course's folder.
pub fn path(state: &State) -> String {
    match state.page.place {
        Place::Exercise(at) => format!("exercises/{}/src/main.rs", state.exercises[at].name),
        Place::Example(at) => {
            let example = &state.examples[at];
            format!("examples-{}/{}/src/main.rs", example.topic, example.name)
        }
    }
}

fn status(state: &State) -> Line<'static> {
    if let Some(grading) = &state.grading {
        return match grading.why {
            Why::All { done } => {
                Line::styled(format!(" … checking all: {done} of {}; Esc stops", state.exercises.len()), BUSY)
            }
            _ if grading.message.is_empty() => Line::styled(" … grading", BUSY),
            _ => Line::styled(format!(" … {}", printable(&grading.message)), BUSY),
        };
    }
    match &state.graded {
        _ if state.shown_exercise().is_none() => {
            Line::raw(" an example to read: r runs it, Esc leads back to the exercise")
        }
        Graded::Verdict(verdict) => {
            let mut line = outcome(verdict);
            line.push_span(Span::styled(tried(verdict), QUIET));
            line
        }
        Graded::Broken(_) => Line::styled(" ! the grader could not do its work; g tries again", BAD),
        Graded::Nothing => {
            Line::raw(" ○ not started: open the file above in your editor; each save is graded")
        }
    }
}

fn outcome(verdict: &Verdict) -> Line<'static> {
    let failure = verdict.checks.iter().find(|check| !check.passed).map_or("", |check| &check.name);
    match verdict.outcome {
        Outcome::Passed => Line::styled(" ✓ passed", GOOD),
        Outcome::DoesNotCompile => Line::styled(" ✗ does not compile", BAD),
        Outcome::NotStarted => Line::raw(" ○ not started"),
        Outcome::Failed => Line::styled(format!(" ✗ failed: {failure}"), BAD),
    }
}

fn tried(verdict: &Verdict) -> String {
    match (verdict.schedules, verdict.exhaustive) {
        (0, _) => format!("  {:.1} s", verdict.seconds),
        (count, true) => format!("  all {count} schedules, {:.1} s", verdict.seconds),
        (count, false) => format!("  {count} schedules, {:.1} s", verdict.seconds),
    }
}

fn tabs(state: &State) -> Line<'static> {
    let mut line = Line::styled("─", QUIET);
    for tab in state.tabs() {
        let name = match tab {
            Tab::Task if state.shown_exercise().is_none() => "Program".to_string(),
            Tab::Hints if state.hints > 0 => format!("Hints ({})", state.hints),
            tab => format!("{tab:?}"),
        };
        let style = if tab == state.tab { CHOSEN } else { Style::new() };
        line.push_span(Span::styled(format!(" {name} "), style));
        line.push_span(Span::styled("─", QUIET));
    }
    let rest = (state.size.width as usize).saturating_sub(line.width());
    line.push_span(Span::styled("─".repeat(rest), QUIET));
    line
}

fn draw_body(state: &State, frame: &mut Frame, area: Rect) {
    let lines = lines(state).lines;
    let (height, count) = (area.height as usize, lines.len());
    let last = count.saturating_sub(height);
    let from = match state.scroll {
        Scroll::At(at) => at.min(last),
        Scroll::End => last,
    };
    let shown: Vec<Line> = lines.into_iter().skip(from).take(height).collect();
    frame.render_widget(Paragraph::new(shown), area);
    for (more, mark, y) in [(from > 0, "▲", area.y), (from < last, "▼", (area.bottom()).saturating_sub(1))]
    {
        if let Some(cell) = frame.buffer_mut().cell_mut((area.right(), y)).filter(|_| more) {
            cell.set_symbol(mark);
        }
    }
}

/// The step that is looked at: what happens in it, and in which line of the learner's file.
fn draw_detail(state: &State, frame: &mut Frame, area: Rect) {
    let (Graded::Verdict(verdict), Some(at)) = (&state.graded, state.step) else { return };
    let steps = verdict.schedule();
    let Some(step) = steps.get(at) else { return };
    let who = if step.who.is_empty() { String::new() } else { format!("{} ", step.who) };
    let source = state.page.source.lines().nth((step.line as usize).wrapping_sub(1)).unwrap_or_default();
    let source =
        if step.line == 0 { String::new() } else { format!(" {:>4} │ {}", step.line, printable(source)) };
    let lines = vec![
        Line::styled("─".repeat(area.width as usize), QUIET),
        Line::from(vec![
            Span::styled(format!(" step {} of {}: ", at + 1, steps.len()), QUIET),
            Span::styled(format!("{who}{}", printable(&step.what)), STRONG),
        ]),
        Line::styled(source, Color::Cyan),
    ];
    frame.render_widget(Paragraph::new(lines), area);
}

fn notice(state: &State) -> Vec<Line<'static>> {
    let width = state.size.width.saturating_sub(1) as usize;
    markdown::wrap(&[Span::styled(printable(&state.notice), BUSY)], width, " ", " ")
}

fn keys(state: &State) -> Line<'static> {
    let keys: &[(&str, &str)] = match state.screen {
        Screen::Reset => {
            let question = " Give the file back as it was? What you wrote is kept beside it. y yes, n no";
            return Line::styled(question, STRONG);
        }
        Screen::Help => &[("any key", "back")],
        _ if state.shown_exercise().is_none() => &[
            ("n", "next"),
            ("p", "previous"),
            ("r", "run"),
            ("l", "list"),
            ("Esc", "back"),
            ("?", "keys"),
            ("q", "quit"),
        ],
        _ => &[
            ("n", "next"),
            ("p", "previous"),
            ("h", "hint"),
            ("r", "run"),
            ("s", "solution"),
            ("l", "list"),
            ("?", "all keys"),
            ("q", "quit"),
        ],
    };
    named(keys)
}

fn named(keys: &[(&str, &str)]) -> Line<'static> {
    let span = |(key, name): &(&str, &str)| {
        [Span::styled(format!(" {key}"), STRONG), Span::styled(format!(" {name} "), QUIET)]
    };
    Line::from(keys.iter().flat_map(span).collect::<Vec<_>>())
}

fn verdict(state: &State, width: usize) -> Lines {
    let mut found = Lines::default();
    let lines = &mut found.lines;
    let verdict = match &state.graded {
        Graded::Nothing => {
            lines.push(Line::raw("There is no verdict yet: edit the file and save it."));
            return found;
        }
        Graded::Broken(message) => {
            lines.extend(wrapped(message, width, ""));
            return found;
        }
        Graded::Verdict(verdict) => verdict,
    };
    for check in verdict.checks.iter().filter(|check| !check.passed) {
        lines.push(Line::styled(format!("✗ {}", check.name), BAD));
        lines.extend(wrapped(&check.message, width, "  "));
    }
    let schedule = verdict.schedule();
    if !schedule.is_empty() {
        lines.push(Line::default());
        lines.push(Line::styled("A schedule that shows it; ← and → step through it:", STRONG));
        found.row_of_step = lines.len() + 1 + state.step.unwrap_or(0);
        lines.extend(lanes::draw(schedule, width, state.step));
        lines.push(Line::default());
    }
    for check in verdict.checks.iter().filter(|check| check.passed) {
        lines.push(Line::from(vec![Span::styled("✓ ", GOOD), Span::raw(check.name.clone())]));
    }
    if verdict.passed() {
        lines.push(Line::default());
        lines.push(Line::raw("n leads to the next exercise, s shows the solution beside yours."));
    }
    found
}

/// A text whose line breaks are kept.
fn wrapped(text: &str, width: usize, indent: &str) -> Vec<Line<'static>> {
    let text = printable(text);
    text.lines().flat_map(|line| markdown::wrap(&[Span::raw(line)], width, indent, indent)).collect()
}

fn hints(state: &State, width: usize) -> Vec<Line<'static>> {
    let hints = state.shown_exercise().map_or(&[][..], |exercise| &exercise.spec.hints);
    let mut lines = Vec::new();
    for (number, hint) in hints.iter().take(state.hints).enumerate() {
        lines.push(Line::styled(format!("Hint {} of {}", number + 1, hints.len()), STRONG));
        lines.extend(markdown::render(hint, width));
    }
    match hints.len() - state.hints.min(hints.len()) {
        0 => lines.push(Line::raw("These are all.")),
        _ => lines.push(Line::raw(if state.hints == 0 { "h shows a hint." } else { "h shows one more." })),
    }
    lines
}

fn output(state: &State, width: usize) -> Vec<Line<'static>> {
    let Some(run) = &state.run else { return Vec::new() };
    let mut lines = vec![Line::styled(format!("$ cargo run -q -p {}", run.package), QUIET)];
    lines.extend(run.output.lines().flat_map(|line| markdown::wrap(&[Span::raw(line)], width, "", "")));
    lines.push(match run.end {
        End::NotYet if lines.len() == 1 => Line::styled("… building, then running; Esc stops it", BUSY),
        End::NotYet => Line::styled("… running; Esc stops it", BUSY),
        End::Exited(0) => Line::styled("It has ended, with status 0.", QUIET),
        End::Exited(status) => Line::styled(format!("It has ended, with status {status}."), BAD),
        End::Killed => Line::styled("It was ended by a signal.", BAD),
        End::Stopped => Line::styled("It was stopped.", BUSY),
    });
    lines
}

/// A line of a program; what is too long goes on below, further to the right.
fn code(line: &str, width: usize) -> Vec<Line<'static>> {
    let line = printable(line);
    let text = line.trim_start();
    let indent = " ".repeat(line.len() - text.len());
    markdown::wrap(&[Span::raw(text)], width, &indent, &format!("{indent}    "))
}

/// The learner's file and the solution, side by side; lines that both have are dim.
fn solution(state: &State, width: usize) -> Vec<Line<'static>> {
    let column = width.saturating_sub(3) / 2;
    let texts = [&state.page.source, &state.page.solution].map(|text| printable(text));
    let [yours, solution] = texts.each_ref().map(|text| text.lines().collect::<Vec<_>>());
    let cell = |lines: &[&str], others: &[&str], row: usize| {
        let line = lines.get(row).copied().unwrap_or_default();
        let is_shared = others.iter().any(|other| other.trim() == line.trim());
        let text: String = line.chars().skip(state.shift).take(column).collect();
        Span::styled(format!("{text:column$}"), if is_shared { QUIET } else { Style::new() })
    };
    let bar = || Span::styled(" │ ", QUIET);
    let head =
        [Span::styled(format!("{:column$}", "your file"), STRONG), bar(), Span::styled("solution", STRONG)];
    let rows = (0..yours.len().max(solution.len()))
        .map(|row| Line::from(vec![cell(&yours, &solution, row), bar(), cell(&solution, &yours, row)]));
    [Line::from(head.to_vec())].into_iter().chain(rows).collect()
}

fn draw_list(state: &State, list: &List, frame: &mut Frame) {
    let screen = Rect::from((Position::ORIGIN, state.size));
    let [title, search, body, keys] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
    ])
    .areas(screen);
    draw_title(state, frame, title);
    let typed = match list.focus {
        Focus::Search => Line::styled(format!(" search: {}▏", list.search), STRONG),
        Focus::Rows => Line::styled(" / searches", QUIET),
    };
    frame.render_widget(typed, search);
    let visible = list.visible();
    let height = body.height as usize;
    let from = list.cursor.saturating_sub(height / 2).min(visible.len().saturating_sub(height));
    let row = |(number, row): (usize, &Row)| {
        let line = list_row(state, row);
        if number == list.cursor { line.patch_style(CHOSEN) } else { line }
    };
    let mut rows: Vec<Line> = visible.iter().enumerate().skip(from).take(height).map(row).collect();
    if visible.is_empty() {
        rows.push(Line::raw("  Nothing has such a name."));
    }
    frame.render_widget(Paragraph::new(rows), body);
    frame.render_widget(
        named(&[("Enter", "go there"), ("↑↓", "move"), ("/", "search"), ("Esc", "back")]),
        keys,
    );
}

fn list_row(state: &State, row: &Row) -> Line<'static> {
    let (place, name, title) = match row {
        Row::Topic(topic) => return Line::styled(format!(" {topic}"), STRONG),
        Row::Place(place, name, title) => (place, name, title),
    };
    let here = if *place == state.page.place { '>' } else { ' ' };
    let Place::Exercise(at) = place else { return Line::raw(format!(" {here}   {name}")) };
    let standing = state.standings[*at];
    let (mark, style) = match standing {
        Standing::NotStarted => ('○', Style::new()),
        Standing::Failing => ('✗', BAD),
        Standing::Passed => ('✓', GOOD),
        Standing::PassedBefore => ('~', BUSY),
    };
    Line::from(vec![
        Span::raw(format!(" {here} ")),
        Span::styled(mark.to_string(), style),
        Span::raw(format!(" {name:34} ")),
        Span::styled(format!("{:12}", word(standing)), style),
        Span::raw(format!(" {title}")),
    ])
}

fn word(standing: Standing) -> &'static str {
    match standing {
        Standing::NotStarted => "not started",
        Standing::Failing => "failing",
        Standing::Passed => "passed",
        Standing::PassedBefore => "passed before the last edit",
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;
    use ratatui::layout::Size;
    use threadlings::Course;

    use super::*;
    use crate::state::{Event, Page};

    fn state() -> State {
        let course = Course::built_in().unwrap();
        let page = Page {
            place: Place::Exercise(0),
            task: "# A title\n\nA *task* with `code`.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n".to_string(),
            source: "fn main() {}".to_string(),
            start: String::new(),
            solution: "fn main() {\n    println!();\n}".to_string(),
        };
        State::new(course.exercises().unwrap(), course.examples().unwrap(), page, Size::new(80, 24))
    }

    fn failed(state: &State) -> Verdict {
        let step = r#"{"who": "thread 1", "what": "reads", "line": 1, "decisive": true}"#;
        let check =
            format!(r#"{{"name": "c", "passed": false, "message": "m", "schedule": [{step}, {step}]}}"#);
        let verdict = format!(
            r#"{{"exercise": "{}", "verdict": "failed", "checks": [{check}], "schedules": 1, "seconds": 0.5}}"#,
            state.name()
        );
        serde_json::from_str(&verdict).unwrap()
    }

    #[test]
    fn every_screen_can_be_drawn_in_every_size() {
        let mut state = state();
        state.begin();
        let verdict = failed(&state);
        state.update(Event::Verdict(1, verdict));
        for keys in ["t", "v", "h", "r", "ss", "l", "?", "x"] {
            state.screen = Screen::Page;
            for key in keys.chars().map(KeyCode::Char).chain([KeyCode::Right, KeyCode::Down, KeyCode::End]) {
                state.update(Event::Key(KeyEvent::new(key, KeyModifiers::NONE)));
            }
            let widths = [0, 1, 2, 7, 20, 45, 80, 130];
            let heights = [0, 1, 2, 3, 4, 6, 9, 24];
            for (width, height) in widths.into_iter().flat_map(|width| heights.map(|height| (width, height)))
            {
                state.update(Event::Resized(Size::new(width, height)));
                let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
                terminal.draw(|frame| drop(draw(&state, frame, false))).unwrap();
            }
        }
    }
}
