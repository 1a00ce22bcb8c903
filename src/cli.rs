//! The command line of Threadlings: what can be typed, and which module does it.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::anyhow;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ColorChoice, CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

use crate::commands::{
    self, BAD, check_all, grade, hint, list, new, next, quiz, reset, run, solution, verify,
};
use crate::course::Course;

/// rustlings for concurrency: exercises, and a grader that tries every schedule.
#[derive(Parser)]
#[command(
    name = "threadlings",
    bin_name = "threadlings",
    version,
    about,
    after_help = "\
Examples:
  threadlings                                      open the course in the terminal
  threadlings run threading-lock                   run an example
  threadlings next                                 what to solve next
  threadlings grade practice-04-shared-counter     grade that exercise
  threadlings help grade                           more about a command

In a checkout of the course, `cargo run -q --` stands for `threadlings`, and `cargo grade` for `threadlings grade`."
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    watch: WatchOptions,
    /// When to write in colours; `auto` is on a terminal, unless NO_COLOR is set.
    #[arg(long, global = true, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    color: ColorChoice,
}

/// What may be said about watch mode.
#[derive(Debug, clap::Args)]
pub struct WatchOptions {
    /// Look at the files again and again, where the system does not tell that they have changed.
    #[arg(long)]
    pub poll: bool,
    /// What watch mode calls in the place of this program.
    #[arg(long, hide = true, value_name = "PROGRAM")]
    pub stand_in: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Grade exercises as they stand, a file in the place of one, or a whole class.
    #[command(after_help = grade::EXAMPLES)]
    Grade(grade::Options),
    /// List every example and exercise, and how far you are.
    #[command(after_help = "\
Examples:
  threadlings list
  threadlings list | grep daemon")]
    List,
    /// Show a hint for an exercise.
    #[command(after_help = "\
Examples:
  threadlings hint practice-12-ping-pong       the first and gentlest
  threadlings hint practice-12-ping-pong 3     the third")]
    Hint {
        /// The exercise.
        name: String,
        /// Which hint: 1 is the gentlest.
        #[arg(default_value_t = 1)]
        level: usize,
    },
    /// Run an example or an exercise.
    #[command(after_help = "\
Examples:
  threadlings run threading-lock
  threadlings run practice-07-thread-argument 'Ferris the crab'
  threadlings run challenge-03-process-queue -5 7

What follows NAME goes to the program, and its exit status is handed on.")]
    Run {
        /// The example or exercise.
        name: String,
        /// The program's arguments.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<std::ffi::OsString>,
    },
    /// Show the answer to an exercise.
    #[command(after_help = "\
Examples:
  threadlings solution practice-04-shared-counter
  threadlings solution practice-04-shared-counter | diff - exercises/practice-04-shared-counter/src/main.rs")]
    Solution {
        /// The exercise.
        name: String,
    },
    /// Give an exercise's file back as it was; the old one is kept beside it.
    #[command(after_help = "\
Examples:
  threadlings reset practice-04-shared-counter          asks first
  threadlings reset practice-04-shared-counter --yes    does not ask

What you wrote is kept as src/main.rs.bak-1, -2 and so on.")]
    Reset {
        /// The exercise.
        name: String,
        /// Do not ask.
        #[arg(long, short)]
        yes: bool,
    },
    /// Name the next exercise that is not passed.
    #[command(after_help = "\
Examples:
  threadlings next
  $EDITOR \"$(threadlings next --file)\"")]
    Next {
        /// Print its file alone.
        #[arg(long)]
        file: bool,
    },
    /// Grade every exercise, and sum up.
    #[command(after_help = "\
Examples:
  threadlings check-all

The exit status is 0 where every exercise is passed, else 1.")]
    CheckAll,
    /// Answer questions about concurrency, as in an interview.
    #[command(after_help = quiz::EXAMPLES)]
    Quiz(quiz::Options),
    /// Start a new exercise with its solution.
    #[command(after_help = "\
Examples:
  threadlings new extra-09-token-ring
  threadlings verify extra-09-token-ring

CONTRIBUTING.md says what the words of an exercise.toml mean.")]
    New {
        /// Its name: a group, then what it is about, in small letters, digits and single hyphens.
        name: String,
    },
    /// Check a course author's work: tasks, hints, checks, starts and solutions.
    #[command(after_help = verify::EXAMPLES)]
    Verify(verify::Options),
    /// Print a script that lets a shell complete these commands.
    #[command(after_help = "\
Examples:
  threadlings completions bash > ~/.local/share/bash-completion/completions/threadlings
  threadlings completions fish > ~/.config/fish/completions/threadlings.fish
  threadlings completions zsh > ~/.zfunc/_threadlings")]
    Completions {
        /// Which shell.
        shell: Shell,
    },
}

/// Does what was typed. `watch` opens the course in the terminal, where no command was; its crates take as long to
/// compile as the whole grader, and the grader must not need them.
pub fn main(watch: impl FnOnce(&Course, &WatchOptions) -> anyhow::Result<ExitCode>) -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.color {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
    .write_global();
    let done = match arguments.command {
        Some(_) if arguments.watch.poll => {
            Err(anyhow!("--poll is for the course in the terminal: it goes with no command"))
        }
        Some(command) => dispatch(command),
        None => commands::course().and_then(|course| watch(&course, &arguments.watch)),
    };
    match done {
        Ok(code) => code,
        // Who reads the output has gone, as `head` does: there is nobody to tell.
        Err(error) if is_broken_pipe(&error) => ExitCode::from(141),
        Err(error) => {
            let _ = writeln!(anstream::stderr(), "{BAD}error:{BAD:#} {}", commands::told(&error));
            ExitCode::from(2)
        }
    }
}

fn dispatch(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Grade(options) => grade::grade(&commands::course()?, &options),
        Command::List => list::list(&commands::course()?),
        Command::Hint { name, level } => hint::hint(&commands::course()?, &name, level),
        Command::Run { name, arguments } => run::run(&commands::course()?, &name, &arguments),
        Command::Solution { name } => solution::solution(&commands::course()?, &name),
        Command::Reset { name, yes } => reset::reset(&commands::course()?, &name, yes),
        Command::Next { file } => next::next(&commands::course()?, file),
        Command::CheckAll => check_all::check_all(&commands::course()?),
        Command::Quiz(options) => quiz::quiz(&options),
        Command::New { name } => new::new(&commands::course()?, &name),
        Command::Verify(options) => verify::verify(&commands::course()?, &options),
        Command::Completions { shell } => {
            io::stdout().write_all(&completions(shell)?)?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The script, which knows the names that the course has now.
fn completions(shell: Shell) -> anyhow::Result<Vec<u8>> {
    let course = commands::course()?;
    let exercises = course.exercise_names()?;
    let programs = course.examples()?.into_iter().map(|example| example.name).chain(exercises.clone());
    let programs: Vec<String> = programs.collect();
    let mut command = Arguments::command();
    for (names, subcommand, argument) in [
        (&exercises, "grade", "names"),
        (&exercises, "verify", "names"),
        (&exercises, "hint", "name"),
        (&exercises, "solution", "name"),
        (&exercises, "reset", "name"),
        (&programs, "run", "name"),
    ] {
        let named = |known: Arg| match known.get_id() == argument {
            true => known.value_parser(PossibleValuesParser::new(names)),
            false => known,
        };
        command = command.mut_subcommand(subcommand, |command| command.mut_args(named));
    }
    // Into memory first: the generator panics where it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "threadlings", &mut script);
    Ok(script)
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let broken = |error: &io::Error| error.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| cause.downcast_ref().is_some_and(broken))
}
