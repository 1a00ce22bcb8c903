//! A CITY with a leading dash is taken for an option and refused.
use std::env;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let city = env::args().nth(1).unwrap_or("Bangalore".to_string());
    anyhow::ensure!(!city.starts_with('-'), "CITY: unknown option {city}");
    procspawn::spawn(city, |city| println!("{city}")).join()?;
    Ok(())
}
