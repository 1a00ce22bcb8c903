//! procspawn::spawn and join.
fn main() {
    procspawn::init();
    procspawn::spawn((), |()| println!("Hello Process")).join().unwrap();
}
