//! Wrong: the line is formatted with a precision, which cuts the text after 80 characters, so a longer NAME does not come out as it went in.
use std::env;
use std::fmt;
use std::sync::{Arc, Barrier, RwLock};
use std::thread;

use anyhow::{Context, Result, anyhow};

/// A badge with a name on it.
#[derive(Debug, Clone, Default)]
struct Badge {
    holder: String,
    width: Option<usize>,
}

impl Badge {
    const WIDTH: usize = 80;

    fn of(holder: impl Into<String>) -> Badge {
        Badge { holder: holder.into(), width: Some(Self::WIDTH) }
    }
}

impl fmt::Display for Badge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.width {
            Some(width) => write!(f, "{:.width$}", self.holder),
            None => f.write_str(&self.holder),
        }
    }
}

#[derive(Default)]
struct Desk {
    badge: RwLock<Option<Badge>>,
}

impl Desk {
    fn lay_down(&self, badge: Badge) -> Result<()> {
        let mut place = self.badge.write().map_err(|_| anyhow!("the desk is in disorder"))?;
        *place = Some(badge);
        Ok(())
    }

    fn print(&self) -> Result<()> {
        let place = self.badge.read().map_err(|_| anyhow!("the desk is in disorder"))?;
        let badge = place.as_ref().context("no badge on the desk")?;
        println!("{badge}");
        Ok(())
    }
}

fn main() -> Result<()> {
    let name = env::args().nth(1).unwrap_or_else(|| "Ferris".to_string());
    let desk = Arc::new(Desk::default());
    let ready = Arc::new(Barrier::new(2));
    let printer = thread::spawn({
        let (desk, ready) = (Arc::clone(&desk), Arc::clone(&ready));
        move || {
            ready.wait();
            desk.print()
        }
    });
    let laid_down = desk.lay_down(Badge::of(name));
    ready.wait();
    let printed = printer.join().map_err(|_| anyhow!("the printer panicked"))?;
    laid_down.and(printed)
}
