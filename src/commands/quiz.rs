//! `threadlings quiz`: questions with several answers of which one is right, as they are asked in interviews.

use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use anyhow::{Context, ensure};
use serde::Deserialize;

use super::{BAD, GOOD, QUIET, STRONG};

pub const EXAMPLES: &str = "\
Examples:
  threadlings quiz                       all questions, in the order of the course
  threadlings quiz --seed 7 --count 10   ten of them, drawn at random; the same ten for the same seed
  threadlings quiz --topic locks
  yes a | threadlings quiz               answers from a pipe, one a line

Answer with the letter; q ends the quiz.";

#[derive(clap::Args)]
pub struct Options {
    /// Shuffle the questions; the same number gives the same order.
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u64>,
    /// Ask so many questions at most.
    #[arg(long, value_name = "NUMBER")]
    count: Option<usize>,
    /// Ask about this only.
    #[arg(long)]
    topic: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Questions {
    question: Vec<Question>,
}

/// One question.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    topic: String,
    ask: String,
    /// A program that the question is about.
    code: Option<String>,
    right: String,
    wrong: Vec<String>,
    why: String,
}

fn questions() -> anyhow::Result<Vec<Question>> {
    let questions: Questions =
        toml::from_str(include_str!("quiz/questions.toml")).context("reading the questions")?;
    Ok(questions.question)
}

pub fn quiz(options: &Options) -> anyhow::Result<ExitCode> {
    let mut questions = questions()?;
    if let Some(topic) = &options.topic {
        let mut topics: Vec<String> = questions.iter().map(|question| question.topic.clone()).collect();
        topics.dedup();
        questions.retain(|question| question.topic == *topic);
        ensure!(
            !questions.is_empty(),
            "there are no questions about {topic:?}; there are some about {}",
            topics.join(", ")
        );
    }
    let mut random = fastrand::Rng::with_seed(options.seed.unwrap_or(0));
    if options.seed.is_some() {
        random.shuffle(&mut questions);
    }
    questions.truncate(options.count.unwrap_or(usize::MAX));

    let mut out = anstream::stdout().lock();
    let mut answers = io::stdin().lock();
    let (mut asked, mut right) = (0, 0);
    for (number, question) in (1..).zip(&questions) {
        writeln!(
            out,
            "{STRONG}{number} of {}{STRONG:#} {QUIET}{}{QUIET:#}",
            questions.len(),
            question.topic
        )?;
        let Some(answer) = ask(&mut out, &mut answers, question, &mut random)? else { break };
        asked += 1;
        right += usize::from(answer);
    }
    writeln!(out, "{right} of {asked} right")?;
    Ok(ExitCode::SUCCESS)
}

/// Asks a question and explains it. None when the answers have come to an end.
fn ask(
    out: &mut impl Write,
    answers: &mut impl BufRead,
    question: &Question,
    random: &mut fastrand::Rng,
) -> anyhow::Result<Option<bool>> {
    writeln!(out, "{}\n", question.ask.trim())?;
    for line in question.code.iter().flat_map(|code| code.lines()) {
        writeln!(out, "    {line}")?;
    }
    if question.code.is_some() {
        writeln!(out)?;
    }
    let mut choices: Vec<&String> = question.wrong.iter().chain([&question.right]).collect();
    random.shuffle(&mut choices);
    for (letter, choice) in ('a'..).zip(&choices) {
        writeln!(out, "  {letter}) {choice}")?;
    }
    let last = ('a'..).nth(choices.len() - 1).expect("few choices");
    let chosen = loop {
        write!(out, "> ")?;
        out.flush()?;
        let mut answer = Vec::new();
        if answers.read_until(b'\n', &mut answer)? == 0 {
            writeln!(out)?;
            return Ok(None);
        }
        match String::from_utf8_lossy(&answer).trim().to_lowercase().as_str() {
            "q" | "quit" => return Ok(None),
            answer => match ('a'..=last).position(|letter| letter.to_string() == answer) {
                Some(chosen) => break choices[chosen],
                None => writeln!(out, "Type a letter from a to {last}, or q to stop.")?,
            },
        }
    };
    let is_right = *chosen == question.right;
    if is_right {
        writeln!(out, "{GOOD}Right.{GOOD:#} {}\n", question.why.trim())?;
    } else {
        let right = ('a'..).zip(&choices).find(|(_, choice)| **choice == &question.right);
        let letter = right.map_or('?', |(letter, _)| letter);
        writeln!(out, "{BAD}No, it is {letter}.{BAD:#} {}\n", question.why.trim())?;
    }
    Ok(Some(is_right))
}
