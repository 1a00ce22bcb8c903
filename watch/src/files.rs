//! Tells when a learner's file was saved.
//!
//! In: the exercises. Out: events that name those whose file was touched; whether it changed is for others to see.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::thread;
use std::time::Duration;

use notify::{Config, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::state::Event;

/// Editors write in several steps, or write another file and rename it: what comes within this time is one save.
const ONE_SAVE: Duration = Duration::from_millis(30);
const POLL_INTERVAL: Duration = Duration::from_millis(300);

/// Watches `sources` for as long as what it returns is kept. Where the system cannot tell, it looks again and again.
pub fn watch(
    sources: Vec<PathBuf>,
    poll: bool,
    events: SyncSender<Event>,
) -> notify::Result<Box<dyn Watcher>> {
    let (sender, changes) = mpsc::channel();
    let watcher = match poll {
        true => poller(sender, &sources)?,
        false => match system(sender.clone(), &sources) {
            Ok(watcher) => watcher,
            Err(_) => poller(sender, &sources)?,
        },
    };
    thread::spawn(move || gather(&sources, &changes, &events));
    Ok(watcher)
}

type Sender = mpsc::Sender<notify::Result<notify::Event>>;

fn system(sender: Sender, sources: &[PathBuf]) -> notify::Result<Box<dyn Watcher>> {
    let mut watcher = RecommendedWatcher::new(sender, Config::default())?;
    watch_folders(&mut watcher, sources)?;
    Ok(Box::new(watcher))
}

fn poller(sender: Sender, sources: &[PathBuf]) -> notify::Result<Box<dyn Watcher>> {
    // The time of a change may be too coarse to tell two saves apart.
    let config = Config::default().with_poll_interval(POLL_INTERVAL).with_compare_contents(true);
    let mut watcher = PollWatcher::new(sender, config)?;
    watch_folders(&mut watcher, sources)?;
    Ok(Box::new(watcher))
}

/// The folders, not the files: a file that is renamed into the place of another is a new one.
fn watch_folders(watcher: &mut impl Watcher, sources: &[PathBuf]) -> notify::Result<()> {
    for folder in sources.iter().filter_map(|source| source.parent()).filter(|folder| folder.is_dir()) {
        watcher.watch(folder, RecursiveMode::NonRecursive)?;
    }
    Ok(())
}

fn gather(
    sources: &[PathBuf],
    changes: &Receiver<notify::Result<notify::Event>>,
    events: &SyncSender<Event>,
) {
    let place = |path: &Path| sources.iter().position(|source| source == path);
    let mut saved = Vec::new();
    loop {
        let change = match saved.is_empty() {
            true => changes.recv().map_err(|_| RecvTimeoutError::Disconnected),
            false => changes.recv_timeout(ONE_SAVE),
        };
        match change {
            Ok(Ok(change)) if change.kind.is_access() => {}
            Ok(Ok(change)) => saved.extend(change.paths.iter().filter_map(|path| place(path))),
            Ok(Err(_)) => {}
            Err(RecvTimeoutError::Timeout) => {
                saved.sort_unstable();
                saved.dedup();
                let _ = events.send(Event::Saved(std::mem::take(&mut saved)));
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}
