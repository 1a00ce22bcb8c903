//! Watch mode: the course in the terminal; and all that `threadlings` can be told otherwise.
//!
//! One loop and one channel: keys, saved files and the output of child processes arrive as [`state::Event`]s, the
//! [`State`] turns each into [`state::Effect`]s, which are carried out here, and then the screen is drawn.
//! Grades and programs run as child processes, so that they can be stopped and never hold up a key.

mod files;
mod job;
mod lanes;
mod list;
mod markdown;
mod output;
mod state;
mod terminal;
mod view;

use std::collections::{HashMap, VecDeque};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::mpsc::{self, Receiver, SyncSender};

use anyhow::Context;
use tempfile::TempDir;
use threadlings::cli::{self, WatchOptions};
use threadlings::progress::{Progress, Standing};
use threadlings::{Course, Example, Exercise, Outcome};

use job::Job;
use state::{Effect, Event, JobId, Page, Place, State};
use terminal::Screen;

fn main() -> ExitCode {
    cli::main(watch)
}

/// Opens the course.
fn watch(course: &Course, options: &WatchOptions) -> anyhow::Result<ExitCode> {
    let program = options.stand_in.clone().map_or_else(std::env::current_exe, Ok);
    let program = program.context("finding this program")?;
    let (progress, message) = Progress::load(course)?;
    let (sender, events) = mpsc::sync_channel(64);
    let scratch = tempfile::tempdir().context("creating a temporary folder")?;
    let (exercises, examples) = (course.exercises()?, course.examples()?);
    anyhow::ensure!(!exercises.is_empty(), "there are no exercises in {}", course.root().display());
    let sources = exercises.iter().map(Exercise::source).collect();
    let session = Session {
        course,
        program,
        progress,
        exercises,
        examples,
        events: sender.clone(),
        grade: None,
        run: None,
        scratch,
        asked: HashMap::new(),
    };
    let screen = Screen::open()?;
    let _watcher = files::watch(sources, options.poll, sender.clone()).context("watching the exercises")?;
    terminal::listen(&sender)?;
    if let Some(message) = message {
        sender.send(Event::Notice(message))?;
    }
    session.run(screen, &events)?;
    Ok(ExitCode::SUCCESS)
}

/// What carries out effects.
struct Session<'a> {
    course: &'a Course,
    program: PathBuf,
    progress: Progress,
    exercises: Vec<Exercise>,
    examples: Vec<Example>,
    events: SyncSender<Event>,
    grade: Option<Job>,
    run: Option<Job>,
    /// Where grades keep their files: one that is stopped cannot clean up. It goes after the jobs.
    scratch: TempDir,
    /// The texts that the grade was asked for.
    asked: HashMap<String, String>,
}

impl Session<'_> {
    fn run(mut self, mut screen: Screen, events: &Receiver<Event>) -> anyhow::Result<()> {
        let first = self.page(Place::Exercise(self.first()));
        let mut state = State::new(self.exercises.clone(), self.examples.clone(), first, screen.size()?);
        let mut effects = VecDeque::from(state.begin());
        loop {
            while let Some(effect) = effects.pop_front() {
                if effect == Effect::Quit {
                    return Ok(());
                }
                for event in self.carry_out(effect) {
                    effects.extend(state.update(event));
                }
            }
            // Signals of a new size may be lost, the size is not.
            let size = screen.size()?;
            if size != state.size {
                state.update(Event::Resized(size));
            }
            screen.draw(&state, self.course.root())?;
            // Nothing is done until something happens; what has happened by then is drawn at once.
            let event = events.recv().context("waiting for a key")?;
            for event in [event].into_iter().chain(events.try_iter().take(64)) {
                effects.extend(state.update(event));
            }
        }
    }

    /// The exercise to begin with: where the learner was, else the first that is not passed.
    fn first(&self) -> usize {
        let is_current = |exercise: &Exercise| Some(exercise.name.as_str()) == self.progress.current();
        let is_open = |exercise: &Exercise| self.progress.standing(exercise) != Standing::Passed;
        let at = self.exercises.iter().position(is_current);
        at.or_else(|| self.exercises.iter().position(is_open)).unwrap_or(0)
    }

    /// Carries out an effect. What it comes to at once are more events.
    fn carry_out(&mut self, effect: Effect) -> Vec<Event> {
        match effect {
            Effect::Open(place) => self.open(place),
            Effect::Grade(job, exercises) => self.start_grade(job, &exercises),
            Effect::StopGrade => {
                self.grade = None;
                Vec::new()
            }
            Effect::Record(exercise, outcome) => self.record(&exercise, outcome),
            Effect::Run(job, package) => self.start_run(job, &package),
            Effect::StopRun => {
                self.run = None;
                Vec::new()
            }
            Effect::Reset(exercise) => self.reset(exercise),
            Effect::Look => {
                let standings =
                    self.exercises.iter().map(|exercise| self.progress.standing(exercise)).collect();
                vec![Event::Standings(standings)]
            }
            Effect::Quit => Vec::new(),
        }
    }

    fn page(&self, place: Place) -> Page {
        match place {
            Place::Exercise(at) => {
                let exercise = &self.exercises[at];
                Page {
                    place,
                    task: text(&exercise.readme()),
                    source: text(&exercise.source()),
                    start: text(&exercise.start()),
                    solution: text(&exercise.solution()),
                }
            }
            Place::Example(at) => {
                let source = text(&self.examples[at].dir.join("src/main.rs"));
                Page { place, task: String::new(), source, start: String::new(), solution: String::new() }
            }
        }
    }

    fn open(&mut self, place: Place) -> Vec<Event> {
        let mut events = vec![Event::Opened(self.page(place))];
        if let Place::Exercise(at) = place
            && self.progress.current() != Some(&self.exercises[at].name)
            && let Err(error) = self.progress.set_current(&self.exercises[at].name)
        {
            events.push(Event::Notice(format!("Your place could not be remembered: {error}")));
        }
        events
    }

    fn start_grade(&mut self, job: JobId, exercises: &[usize]) -> Vec<Event> {
        self.grade = None;
        let exercises = || exercises.iter().map(|at| &self.exercises[*at]);
        self.asked = exercises().map(|exercise| (exercise.name.clone(), text(&exercise.source()))).collect();
        let mut command = Command::new(&self.program);
        command.arg("grade").args(exercises().map(|exercise| &exercise.name)).args(["--format", "json"]);
        command.current_dir(self.course.root()).env("TMPDIR", self.scratch_of(job));
        match Job::grade(job, &mut command, self.events.clone()) {
            Ok(started) => self.grade = Some(started),
            Err(error) => return self.did_not_start(job, &error),
        }
        Vec::new()
    }

    /// A folder for a grade, after those of earlier ones are gone.
    fn scratch_of(&self, job: JobId) -> PathBuf {
        for old in fs::read_dir(self.scratch.path()).into_iter().flatten().flatten() {
            let _ = fs::remove_dir_all(old.path());
        }
        let folder = self.scratch.path().join(job.to_string());
        let _ = fs::create_dir(&folder);
        folder
    }

    fn start_run(&mut self, job: JobId, package: &str) -> Vec<Event> {
        self.run = None;
        let mut command = Command::new(&self.program);
        command.args(["run", package]).current_dir(self.course.root());
        match Job::run(job, &mut command, self.events.clone()) {
            Ok(started) => self.run = Some(started),
            Err(error) => return self.did_not_start(job, &error),
        }
        Vec::new()
    }

    fn did_not_start(&self, job: JobId, error: &std::io::Error) -> Vec<Event> {
        let message = format!("{} could not be started: {error}", self.program.display());
        vec![Event::Message(job, message.clone()), Event::Ended(job, None), Event::Notice(message)]
    }

    /// Remembers a verdict, if the file is still the one that was graded.
    fn record(&mut self, name: &str, outcome: Outcome) -> Vec<Event> {
        let Some(exercise) = self.exercises.iter().find(|exercise| exercise.name == name) else {
            return Vec::new();
        };
        let source = text(&exercise.source());
        if self.asked.get(name) != Some(&source) {
            return Vec::new();
        }
        match self.progress.record(name, outcome, &source) {
            Ok(()) => Vec::new(),
            Err(error) => vec![Event::Notice(format!("The verdict could not be remembered: {error}"))],
        }
    }

    fn reset(&self, at: usize) -> Vec<Event> {
        let mut command = Command::new(&self.program);
        command.args(["reset", &self.exercises[at].name, "--yes"]).current_dir(self.course.root());
        let message = match command.output() {
            Ok(output) => {
                let said = [output.stdout, output.stderr].concat();
                String::from_utf8_lossy(&said).lines().last().unwrap_or_default().to_string()
            }
            Err(error) => format!("The file could not be reset: {error}"),
        };
        vec![Event::Saved(vec![at]), Event::Notice(message)]
    }
}

/// The text of a file, empty if there is none.
fn text(path: &Path) -> String {
    fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
}
