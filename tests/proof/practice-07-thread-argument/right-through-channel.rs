//! The thread gets the name as a message and closes the way back when it has printed.
use std::process::ExitCode;
use std::sync::mpsc;
use std::{env, thread};

fn main() -> ExitCode {
    let (send_name, names) = mpsc::channel::<String>();
    let (printed, end) = mpsc::channel::<()>();
    thread::spawn(move || {
        for name in names {
            println!("{name}");
        }
        drop(printed);
    });
    send_name.send(env::args().nth(1).unwrap_or_else(|| "Ferris".into())).unwrap();
    drop(send_name);
    match end.recv() {
        Err(mpsc::RecvError) => ExitCode::SUCCESS,
        Ok(()) => ExitCode::FAILURE,
    }
}
