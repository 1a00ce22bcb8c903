//! What watch mode knows, and how an event changes it.
//!
//! In: an [`Event`]. Out: the [`Effect`]s that somebody else carries out. Nothing here reads a file, starts a process
//! or knows what the screen looks like, but for how far a text can be scrolled.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Size;
use serde::Deserialize;
use threadlings::progress::Standing;
use threadlings::{Example, Exercise, Outcome, Step};

use super::list::{Answer, List};
use super::output::Output;
use super::view;

/// Something that happened.
pub enum Event {
    Key(KeyEvent),
    Resized(Size),
    /// The files of these exercises were touched.
    Saved(Vec<usize>),
    /// A page was read, for the first time or again.
    Opened(Page),
    /// Where all exercises stand now.
    Standings(Vec<Standing>),
    /// Something to tell the learner.
    Notice(String),
    /// A job tells how far it is.
    Message(JobId, String),
    Verdict(JobId, Verdict),
    Output(JobId, Vec<u8>),
    /// A job has ended, with its exit status where it has one.
    Ended(JobId, Option<i32>),
    /// The system asks this program to end.
    Terminated,
}

/// Something to do.
#[derive(Debug, PartialEq)]
pub enum Effect {
    Open(Place),
    /// Stops the grade that runs, and grades these.
    Grade(JobId, Vec<usize>),
    StopGrade,
    /// Remembers a verdict.
    Record(String, Outcome),
    /// Stops the program that runs, and runs this one.
    Run(JobId, String),
    StopRun,
    Reset(usize),
    /// Looks where all exercises stand.
    Look,
    Quit,
}

pub type JobId = u64;

/// An exercise or an example, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Exercise(usize),
    Example(usize),
}

/// The texts of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub place: Place,
    /// The README of an exercise.
    pub task: String,
    /// The program.
    pub source: String,
    /// The program as it was given.
    pub start: String,
    pub solution: String,
}

/// A verdict as the grader writes it.
#[derive(Debug, Clone, Deserialize)]
pub struct Verdict {
    pub exercise: String,
    #[serde(rename = "verdict")]
    pub outcome: Outcome,
    pub checks: Vec<Check>,
    pub schedules: usize,
    #[serde(default)]
    pub exhaustive: bool,
    pub seconds: f64,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Check {
    pub name: String,
    pub passed: bool,
    pub message: String,
    #[serde(default)]
    pub schedule: Vec<Step>,
}

impl Verdict {
    pub fn passed(&self) -> bool {
        self.outcome == Outcome::Passed
    }

    /// The schedule that shows what is wrong; empty where there is none.
    pub fn schedule(&self) -> &[Step] {
        let shows_it = |check: &&Check| !check.passed && !check.schedule.is_empty();
        self.checks.iter().find(shows_it).map_or(&[], |check| &check.schedule)
    }
}

/// A grade that runs.
pub struct Grading {
    pub job: JobId,
    pub why: Why,
    /// What the grader said last.
    pub message: String,
}

/// Why a grade runs, which decides what is shown when it is made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Why {
    Opened,
    Saved,
    All { done: usize },
}

/// What the last grade came to.
pub enum Graded {
    Nothing,
    Verdict(Verdict),
    /// The grader itself could not do its work.
    Broken(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// The README of an exercise; the text of an example.
    Task,
    Verdict,
    Hints,
    Output,
    Solution,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Solution {
    Hidden,
    AskedOnce,
    Shown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scroll {
    At(usize),
    End,
}

pub enum Screen {
    Page,
    List(List),
    Help,
    /// May the file be reset?
    Reset,
}

/// A program that runs or has run.
pub struct Run {
    pub job: JobId,
    pub package: String,
    pub output: Output,
    pub end: End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    NotYet,
    Exited(i32),
    Killed,
    Stopped,
}

pub struct State {
    pub exercises: Vec<Exercise>,
    pub examples: Vec<Example>,
    pub standings: Vec<Standing>,
    pub page: Page,
    /// The exercise to go back to from an example.
    pub exercise: usize,
    pub graded: Graded,
    pub grading: Option<Grading>,
    /// The step of the schedule that is looked at.
    pub step: Option<usize>,
    pub hints: usize,
    pub run: Option<Run>,
    pub solution: Solution,
    pub tab: Tab,
    pub scroll: Scroll,
    /// How far the solution and the file beside it are shifted to the left.
    pub shift: usize,
    pub screen: Screen,
    pub notice: String,
    pub size: Size,
    jobs: JobId,
}

impl State {
    pub fn new(exercises: Vec<Exercise>, examples: Vec<Example>, page: Page, size: Size) -> State {
        let exercise = match page.place {
            Place::Exercise(at) => at,
            Place::Example(_) => 0,
        };
        State {
            standings: vec![Standing::NotStarted; exercises.len()],
            exercises,
            examples,
            page,
            exercise,
            graded: Graded::Nothing,
            grading: None,
            step: None,
            hints: 0,
            run: None,
            solution: Solution::Hidden,
            tab: Tab::Task,
            scroll: Scroll::At(0),
            shift: 0,
            screen: Screen::Page,
            notice: String::new(),
            size,
            jobs: 0,
        }
    }

    /// What to do first.
    pub fn begin(&mut self) -> Vec<Effect> {
        let mut effects = vec![Effect::Look];
        effects.extend(self.grade(Why::Opened));
        effects
    }

    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Key(key) => return self.key(key),
            Event::Resized(size) => self.size = size,
            Event::Saved(exercises) => return self.saved(&exercises),
            Event::Opened(page) => return self.opened(page),
            Event::Standings(standings) => self.standings = standings,
            Event::Notice(notice) => self.notice = notice,
            Event::Message(job, message) => self.message(job, message),
            Event::Verdict(job, verdict) => return self.verdict(job, verdict),
            Event::Output(job, bytes) => {
                if let Some(run) = self.run.as_mut().filter(|run| run.job == job) {
                    run.output.push(&bytes);
                }
            }
            Event::Ended(job, status) => return self.ended(job, status),
            Event::Terminated => return vec![Effect::Quit],
        }
        Vec::new()
    }

    /// The exercise that is shown, if it is none of the examples.
    pub fn shown_exercise(&self) -> Option<&Exercise> {
        match self.page.place {
            Place::Exercise(at) => self.exercises.get(at),
            Place::Example(_) => None,
        }
    }

    /// The name of what is shown, which is its package's.
    pub fn name(&self) -> &str {
        match self.page.place {
            Place::Exercise(at) => &self.exercises[at].name,
            Place::Example(at) => &self.examples[at].name,
        }
    }

    pub fn passed(&self) -> usize {
        self.standings.iter().filter(|standing| **standing == Standing::Passed).count()
    }

    /// The tabs that have something to show.
    pub fn tabs(&self) -> Vec<Tab> {
        let exercise = self.shown_exercise().is_some();
        let has = |tab: &Tab| match tab {
            Tab::Task => true,
            Tab::Verdict | Tab::Hints => exercise,
            Tab::Output => self.run.as_ref().is_some_and(|run| run.package == self.name()),
            Tab::Solution => self.solution == Solution::Shown,
        };
        [Tab::Task, Tab::Verdict, Tab::Hints, Tab::Output, Tab::Solution].into_iter().filter(has).collect()
    }

    fn is_started(&self) -> bool {
        self.page.source.trim() != self.page.start.trim()
    }

    fn next_job(&mut self) -> JobId {
        self.jobs += 1;
        self.jobs
    }

    fn show(&mut self, tab: Tab) {
        self.tab = tab;
        self.shift = 0;
        self.scroll = if tab == Tab::Output { Scroll::End } else { Scroll::At(0) };
    }

    fn tell(&mut self, notice: impl Into<String>) -> Vec<Effect> {
        self.notice = notice.into();
        Vec::new()
    }
}

/// Files and grades.
impl State {
    fn saved(&mut self, exercises: &[usize]) -> Vec<Effect> {
        let is_shown = |at: &usize| self.page.place == Place::Exercise(*at);
        let mut effects = vec![Effect::Look];
        if exercises.iter().any(is_shown) {
            effects.push(Effect::Open(self.page.place));
        }
        if let Some(other) = exercises.iter().find(|at| !is_shown(at)) {
            self.notice = format!("{} was saved; l leads there.", self.exercises[*other].name);
        }
        effects
    }

    fn opened(&mut self, page: Page) -> Vec<Effect> {
        let again = self.page.place == page.place;
        let changed = self.page.source != page.source;
        self.page = page;
        if again {
            return if changed { self.grade(Why::Saved) } else { Vec::new() };
        }
        if let Place::Exercise(at) = self.page.place {
            self.exercise = at;
        }
        self.graded = Graded::Nothing;
        self.step = None;
        self.hints = 0;
        self.solution = Solution::Hidden;
        self.show(Tab::Task);
        match self.grading {
            Some(Grading { why: Why::All { .. }, .. }) => Vec::new(),
            _ => self.grade(Why::Opened),
        }
    }

    /// Grades the exercise that is shown, if there is anything to grade.
    fn grade(&mut self, why: Why) -> Vec<Effect> {
        if let Some(Grading { why: Why::All { .. }, .. }) = self.grading.take() {
            self.notice = "The check of all exercises was stopped; c starts it again.".to_string();
        }
        let Place::Exercise(at) = self.page.place else { return vec![Effect::StopGrade] };
        if !self.is_started() {
            self.graded = Graded::Nothing;
            self.step = None;
            if self.tab == Tab::Verdict {
                self.show(Tab::Task);
            }
            return vec![Effect::StopGrade];
        }
        self.start_grade(why, vec![at])
    }

    fn start_grade(&mut self, why: Why, exercises: Vec<usize>) -> Vec<Effect> {
        let job = self.next_job();
        self.grading = Some(Grading { job, why, message: String::new() });
        vec![Effect::Grade(job, exercises)]
    }

    fn message(&mut self, job: JobId, message: String) {
        if let Some(grading) = self.grading.as_mut().filter(|grading| grading.job == job) {
            grading.message = message;
        }
    }

    fn verdict(&mut self, job: JobId, verdict: Verdict) -> Vec<Effect> {
        let Some(grading) = self.grading.as_mut().filter(|grading| grading.job == job) else {
            return Vec::new();
        };
        if let Why::All { done } = &mut grading.why {
            *done += 1;
        }
        let why = grading.why;
        if verdict.outcome == Outcome::NotStarted {
            return Vec::new();
        }
        let record = Effect::Record(verdict.exercise.clone(), verdict.outcome);
        if verdict.exercise == self.name() {
            self.graded = Graded::Verdict(verdict);
            self.step = None;
            if why == Why::Saved {
                self.show(Tab::Verdict);
            }
        }
        vec![record, Effect::Look]
    }

    fn ended(&mut self, job: JobId, status: Option<i32>) -> Vec<Effect> {
        if let Some(run) = self.run.as_mut().filter(|run| run.job == job) {
            if run.end == End::NotYet {
                run.end = status.map_or(End::Killed, End::Exited);
            }
            return vec![Effect::StopRun];
        }
        let Some(grading) = self.grading.take_if(|grading| grading.job == job) else { return Vec::new() };
        match (grading.why, status) {
            (Why::All { .. }, _) => {
                self.notice = self.summary();
                // This one may have been opened after its turn had come.
                if matches!(self.graded, Graded::Nothing) {
                    return self.grade(Why::Opened);
                }
            }
            (Why::Opened | Why::Saved, Some(0 | 1)) => {}
            // The grader could not come to a verdict.
            (Why::Opened | Why::Saved, _) => {
                self.graded = Graded::Broken(grading.message);
                self.show(Tab::Verdict);
            }
        }
        vec![Effect::StopGrade]
    }

    fn summary(&self) -> String {
        let count = |wanted| self.standings.iter().filter(|standing| **standing == wanted).count();
        let not_started = count(Standing::NotStarted);
        let failing = self.exercises.len() - self.passed() - not_started;
        format!("All checked: {} passed, {failing} failing, {not_started} not started.", self.passed())
    }
}

/// Keys.
impl State {
    fn key(&mut self, key: KeyEvent) -> Vec<Effect> {
        if key.modifiers.contains(KeyModifiers::CONTROL) {
            return if key.code == KeyCode::Char('c') { vec![Effect::Quit] } else { Vec::new() };
        }
        self.notice.clear();
        match &mut self.screen {
            Screen::Page => self.page_key(key.code),
            Screen::List(list) => match list.key(key.code) {
                Answer::Stay => Vec::new(),
                Answer::Close => self.close(),
                Answer::Go(place) => {
                    let effects = self.go(place);
                    self.close();
                    effects
                }
            },
            Screen::Help => self.close(),
            Screen::Reset => {
                self.close();
                match key.code {
                    KeyCode::Char('y' | 'Y') => vec![Effect::Reset(self.exercise)],
                    _ => self.tell("Nothing has changed."),
                }
            }
        }
    }

    fn close(&mut self) -> Vec<Effect> {
        self.screen = Screen::Page;
        Vec::new()
    }

    fn page_key(&mut self, key: KeyCode) -> Vec<Effect> {
        let asked = self.solution;
        if asked == Solution::AskedOnce {
            self.solution = Solution::Hidden;
        }
        match key {
            KeyCode::Char('q') => return vec![Effect::Quit],
            KeyCode::Char('n') => return self.neighbour(1),
            KeyCode::Char('p') => return self.neighbour(-1),
            KeyCode::Char('h') => return self.hint(),
            KeyCode::Char('r') => return self.start_run(),
            KeyCode::Char('s') => return self.ask_solution(asked),
            KeyCode::Char('x') => return self.ask_reset(),
            KeyCode::Char('e') => return self.read_first(),
            KeyCode::Char('g') => return self.grade(Why::Saved),
            KeyCode::Char('c' | 'a') => return self.check_all(),
            KeyCode::Char('l') => self.screen = Screen::List(self.list()),
            KeyCode::Char('?') => self.screen = Screen::Help,
            KeyCode::Char('t') => self.show(Tab::Task),
            KeyCode::Char('v') if self.shown_exercise().is_some() => self.show(Tab::Verdict),
            KeyCode::Char('o') if self.tabs().contains(&Tab::Output) => self.show(Tab::Output),
            KeyCode::Tab => self.turn(1),
            KeyCode::BackTab => self.turn(-1),
            KeyCode::Esc => return self.escape(),
            KeyCode::Left => self.sideways(-1),
            KeyCode::Right => self.sideways(1),
            _ => self.scroll(key),
        }
        Vec::new()
    }

    fn go(&mut self, place: Place) -> Vec<Effect> {
        if place == self.page.place {
            return Vec::new();
        }
        vec![Effect::StopRun, Effect::Open(place), Effect::Look]
    }

    fn neighbour(&mut self, way: isize) -> Vec<Effect> {
        let (at, count) = match self.page.place {
            Place::Exercise(at) => (at, self.exercises.len()),
            Place::Example(at) => (at, self.examples.len()),
        };
        match (at.checked_add_signed(way).filter(|at| *at < count), self.page.place) {
            (Some(at), Place::Exercise(_)) => self.go(Place::Exercise(at)),
            (Some(at), Place::Example(_)) => self.go(Place::Example(at)),
            (None, _) if way < 0 => self.tell("This is the first one."),
            (None, Place::Example(_)) => self.tell("This is the last one; Esc leads back to the exercise."),
            (None, Place::Exercise(_)) => match self.exercises.len() - self.passed() {
                0 => self.tell("This is the last one, and you have passed them all. Congratulations!"),
                left => self.tell(format!("This is the last one; {left} are not passed yet: l lists them.")),
            },
        }
    }

    fn hint(&mut self) -> Vec<Effect> {
        let Some(exercise) = self.shown_exercise() else {
            return self.tell("An example has no hints; Esc leads back to the exercise.");
        };
        let count = exercise.spec.hints.len();
        if self.hints == count {
            self.notice = "There are no more hints; s shows the solution.".to_string();
        }
        self.hints = count.min(self.hints + 1);
        self.show(Tab::Hints);
        Vec::new()
    }

    fn start_run(&mut self) -> Vec<Effect> {
        let (job, package) = (self.next_job(), self.name().to_string());
        self.run = Some(Run { job, package: package.clone(), output: Output::default(), end: End::NotYet });
        self.show(Tab::Output);
        vec![Effect::Run(job, package)]
    }

    fn ask_solution(&mut self, asked: Solution) -> Vec<Effect> {
        if self.shown_exercise().is_none() {
            return self.tell("An example is a solution by itself; Esc leads back to the exercise.");
        }
        let passed = self.standings[self.exercise] == Standing::Passed;
        if asked == Solution::Hidden && !passed {
            self.solution = Solution::AskedOnce;
            return self.tell("This is not passed yet: press s once more to see the solution all the same.");
        }
        self.solution = Solution::Shown;
        self.show(Tab::Solution);
        Vec::new()
    }

    fn ask_reset(&mut self) -> Vec<Effect> {
        if self.shown_exercise().is_none() {
            return self.tell("An example is not to be edited, so there is nothing to reset.");
        }
        if !self.is_started() {
            return self.tell("The file is as it was given.");
        }
        self.screen = Screen::Reset;
        Vec::new()
    }

    fn read_first(&mut self) -> Vec<Effect> {
        let wanted = self.shown_exercise().map(|exercise| &exercise.spec.read_first);
        match self.examples.iter().position(|example| Some(&example.name) == wanted) {
            Some(at) => self.go(Place::Example(at)),
            None => self.go(Place::Exercise(self.exercise)),
        }
    }

    fn check_all(&mut self) -> Vec<Effect> {
        self.start_grade(Why::All { done: 0 }, (0..self.exercises.len()).collect())
    }

    fn list(&self) -> List {
        List::new(&self.exercises, &self.examples, self.page.place)
    }

    fn turn(&mut self, way: isize) {
        let tabs = self.tabs();
        let at = tabs.iter().position(|tab| *tab == self.tab).unwrap_or(0) as isize;
        self.show(tabs[(at + way).rem_euclid(tabs.len() as isize) as usize]);
    }

    /// Stops what can be stopped, else leads back.
    fn escape(&mut self) -> Vec<Effect> {
        if let Some(run) = self.run.as_mut().filter(|run| run.end == End::NotYet) {
            run.end = End::Stopped;
            return vec![Effect::StopRun];
        }
        if self.grading.take_if(|grading| matches!(grading.why, Why::All { .. })).is_some() {
            self.notice = "The check was stopped; what it came to is kept.".to_string();
            return vec![Effect::StopGrade];
        }
        if self.step.take().is_some() {
            return Vec::new();
        }
        match self.page.place {
            Place::Example(_) if self.tab == Tab::Task => self.go(Place::Exercise(self.exercise)),
            _ => {
                self.show(Tab::Task);
                Vec::new()
            }
        }
    }

    /// A step through the schedule, or a shift of the solution.
    fn sideways(&mut self, way: isize) {
        let steps = match (&self.graded, self.tab) {
            (Graded::Verdict(verdict), Tab::Verdict) => verdict.schedule().len(),
            _ => 0,
        };
        if steps == 0 {
            self.shift = self.shift.saturating_add_signed(way * 8).min(200);
            return;
        }
        let step = match (self.step, way) {
            (None, 1) => 0,
            (None, _) => steps - 1,
            (Some(step), _) => step.saturating_add_signed(way).min(steps - 1),
        };
        self.step = Some(step);
        let middle = view::body(self).height as usize / 2;
        self.scroll = Scroll::At(view::lines(self).row_of_step.saturating_sub(middle));
        self.scroll_by(0);
    }

    fn scroll(&mut self, key: KeyCode) {
        let page = view::body(self).height.saturating_sub(1) as isize;
        match key {
            KeyCode::Up | KeyCode::Char('k') => self.scroll_by(-1),
            KeyCode::Down | KeyCode::Char('j') => self.scroll_by(1),
            KeyCode::PageUp => self.scroll_by(-page),
            KeyCode::PageDown | KeyCode::Char(' ') => self.scroll_by(page),
            KeyCode::Home => self.scroll = Scroll::At(0),
            KeyCode::End => self.scroll = Scroll::End,
            _ => {}
        }
    }

    fn scroll_by(&mut self, rows: isize) {
        let last = view::lines(self).lines.len().saturating_sub(view::body(self).height as usize);
        let at = match self.scroll {
            Scroll::At(at) => at.min(last),
            Scroll::End => last,
        };
        let at = at.saturating_add_signed(rows).min(last);
        // At the end of what is still written, the view stays with it.
        let follows = at == last && self.tab == Tab::Output;
        self.scroll = if follows { Scroll::End } else { Scroll::At(at) };
    }
}
