//! Look at `available_parallelism`: how many cores this program may use, and a good number of workers.
//!
//! Python: `multiprocessing.cpu_count()` counts all cores of the machine, also those that a container or an
//! affinity mask keeps from the program (`os.process_cpu_count()` leaves out the masked ones).

use std::{io, thread};

fn main() -> io::Result<()> {
    println!("CPU cores: {}", thread::available_parallelism()?);
    Ok(())
}
