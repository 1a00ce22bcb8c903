//! The line is not ended.
fn main() -> Result<(), procspawn::SpawnError> {
    procspawn::init();
    procspawn::spawn((), |()| {
        use std::io::Write;
        print!("Hello Process");
        std::io::stdout().flush().unwrap();
    })
    .join()
}
