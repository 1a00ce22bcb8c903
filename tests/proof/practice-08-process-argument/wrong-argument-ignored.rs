//! The child always prints the default.
fn main() {
    procspawn::init();
    procspawn::spawn("Bangalore".to_string(), |city| println!("{city}")).join().unwrap();
}
