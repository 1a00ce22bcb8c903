//! Three long-lived children are asked line by line over stdin and answer over stdout, a thread for each.

use std::io::{self, BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn serve() -> Result<()> {
    for line in io::stdin().lines() {
        let n: u64 = line?.parse()?;
        eprintln!("square {n}");
        thread::sleep(Duration::from_millis(100));
        println!("{}", n * n);
    }
    Ok(())
}

fn ask(numbers: impl Iterator<Item = (usize, u32)>) -> Result<Vec<(usize, u64)>> {
    let mut server = Command::new(std::env::current_exe()?)
        .arg("serve")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut questions = server.stdin.take().context("stdin")?;
    let mut answers = BufReader::new(server.stdout.take().context("stdout")?).lines();
    let mut squares = Vec::new();
    for (i, n) in numbers {
        writeln!(questions, "{n}")?;
        let answer = answers.next().context("no answer")??;
        squares.push((i, answer.parse()?));
    }
    drop(questions);
    server.wait()?;
    Ok(squares)
}

fn main() -> Result<()> {
    if std::env::args().nth(1).as_deref() == Some("serve") {
        return serve();
    }
    let mut numbers = std::env::args()
        .skip(1)
        .map(|text| text.parse::<u32>().with_context(|| format!("NUMBERS: bad number {text:?}")))
        .collect::<Result<Vec<_>>>()?;
    if numbers.is_empty() {
        numbers = vec![2, 3, 4];
    }
    let mut squares = thread::scope(|s| {
        let clients: Vec<_> = (0..3)
            .map(|w| {
                let mine = numbers.iter().copied().enumerate().skip(w).step_by(3);
                s.spawn(move || ask(mine))
            })
            .collect();
        let mut squares = Vec::new();
        for client in clients {
            squares.extend(client.join().unwrap()?);
        }
        anyhow::Ok(squares)
    })?;
    squares.sort();
    let texts: Vec<_> = squares.iter().map(|(_, square)| square.to_string()).collect();
    println!("[{}]", texts.join(", "));
    Ok(())
}
