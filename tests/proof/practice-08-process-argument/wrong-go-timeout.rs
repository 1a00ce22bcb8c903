//! Wrong: main waits a second at most for the thread that waits for the child.
use std::process::Command;
use std::sync::mpsc;
use std::time::Duration;
use std::{env, thread};

fn main() {
    let args: Vec<String> = env::args().collect();
    if args.len() == 3 && args[1] == "--print-it" {
        println!("{}", args[2]);
        return;
    }
    let city = args.get(1).cloned().unwrap_or("Bangalore".to_string());
    let (done, is_done) = mpsc::channel();
    thread::spawn(move || {
        let status = Command::new(env::current_exe().unwrap()).arg("--print-it").arg(city).status();
        done.send(status.is_ok_and(|status| status.success())).unwrap();
    });
    let _ = is_done.recv_timeout(Duration::from_secs(1));
}
