//! Right: main both feeds a rendezvous channel and collects from another one with select!, then closes and joins.
use crossbeam_channel::{bounded, select};
use std::process::ExitCode;
use std::thread;

fn arguments() -> Result<(u32, usize), &'static str> {
    let mut args = std::env::args().skip(1);
    let items = args.next().map_or(Ok(10), |a| a.parse()).map_err(|_| "ITEMS")?;
    let consumers: u32 = args.next().map_or(Ok(3), |a| a.parse()).map_err(|_| "CONSUMERS")?;
    if consumers == 0 {
        return Err("CONSUMERS");
    }
    Ok((items, consumers as usize))
}

fn main() -> ExitCode {
    let (items, consumers) = match arguments() {
        Ok(pair) => pair,
        Err(name) => {
            eprintln!("bad argument {name}");
            return ExitCode::FAILURE;
        }
    };
    let (feed, food) = bounded::<u32>(0);
    let (back, results) = bounded::<u64>(0);
    let mut doubled = Vec::new();
    let ok = thread::scope(|scope| {
        let handles: Vec<_> = (0..consumers)
            .map(|_| {
                let (food, back) = (food.clone(), back.clone());
                scope.spawn(move || {
                    for n in food {
                        if back.send(2 * u64::from(n)).is_err() {
                            return;
                        }
                    }
                })
            })
            .collect();
        let mut next = 0;
        while next < items {
            select! {
                send(feed, next) -> sent => match sent {
                    Ok(()) => next += 1,
                    Err(_) => return false,
                },
                recv(results) -> result => doubled.extend(result),
            }
        }
        drop(feed);
        while doubled.len() < items as usize {
            doubled.extend(results.recv());
        }
        handles.into_iter().all(|handle| handle.join().is_ok())
    });
    doubled.sort_by(|a, b| a.cmp(b));
    println!("[{}]", doubled.iter().map(u64::to_string).collect::<Vec<_>>().join(", "));
    if ok { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
