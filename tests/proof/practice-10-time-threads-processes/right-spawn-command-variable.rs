//! thread::spawn and join; Command on itself with an environment variable; ExitCode.
use std::process::{Command, ExitCode};
use std::time::Instant;
use std::{env, hint, io, thread};

fn sum_below(n: u64) -> u64 {
    let mut sum = 0;
    for i in 0..n {
        sum += hint::black_box(i);
    }
    sum
}

fn processes(n: u64) -> io::Result<()> {
    let exe = env::current_exe()?;
    let mut one = Command::new(&exe).env("SUM_BELOW", n.to_string()).spawn()?;
    let mut two = Command::new(&exe).env("SUM_BELOW", n.to_string()).spawn()?;
    one.wait()?;
    two.wait()?;
    Ok(())
}

fn main() -> ExitCode {
    if let Ok(n) = env::var("SUM_BELOW") {
        let sum = sum_below(n.parse().unwrap());
        return if sum > 0 || n == "0" || n == "1" { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let arg = env::args().nth(1).unwrap_or("1000000".into());
    let n = match arg.parse::<u32>() {
        Ok(n) => u64::from(n),
        Err(e) => {
            eprintln!("argument N: {e}");
            return ExitCode::from(2);
        }
    };
    let now = Instant::now();
    let (a, b) = (thread::spawn(move || sum_below(n)), thread::spawn(move || sum_below(n)));
    assert_eq!(a.join().unwrap(), b.join().unwrap());
    println!("Threads time: {:.2}", now.elapsed().as_secs_f32());
    let now = Instant::now();
    if let Err(e) = processes(n) {
        eprintln!("{e}");
        return ExitCode::FAILURE;
    }
    println!("Processes time: {:.2}", now.elapsed().as_secs_f32());
    ExitCode::SUCCESS
}
