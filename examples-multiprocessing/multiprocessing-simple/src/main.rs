//! Look at `procspawn::init()`: the child is this program started again, and there it goes its own way.
//!
//! Python: `Process(target=f)`, `start()`, `join()`. Here `spawn` is the first two and `join` the third. The
//! function is a plain `fn` that captures nothing: another process cannot see this one's variables. A handle
//! that is dropped without `join` kills its child, where Python would wait for it at the end.

use procspawn::SpawnError;

fn main() -> Result<(), SpawnError> {
    procspawn::init();

    let child = procspawn::spawn((), |()| println!("Process running"));
    child.join()
}
