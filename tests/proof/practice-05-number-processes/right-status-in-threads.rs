//! Detached threads run status() of a child each; a channel of capacity 0 tells main about every end.
use std::process::Command;
use std::sync::mpsc::sync_channel;
use std::{env, thread};

use anyhow::{Context, ensure};

fn main() -> anyhow::Result<()> {
    let mut args = env::args().skip(1);
    let count: u32 = match (args.next(), args.next()) {
        (Some(flag), Some(i)) if flag == "--print" => {
            println!("{i}");
            return Ok(());
        }
        (Some(count), _) => count.parse().context("COUNT must be a number")?,
        (None, _) => 2,
    };
    let (tx, rx) = sync_channel(0);
    for i in 0..count {
        let tx = tx.clone();
        thread::spawn(move || {
            let status =
                env::current_exe().and_then(|me| Command::new(me).arg("--print").arg(i.to_string()).status());
            tx.send(status).unwrap();
        });
    }
    drop(tx);
    for status in rx {
        ensure!(status?.success(), "a child failed");
    }
    Ok(())
}
