//! Command on itself: two arguments make a child, the second is the city.
use std::env;
use std::process::Command;

fn main() -> std::io::Result<()> {
    let args: Vec<String> = env::args().skip(1).collect();
    match &args[..] {
        [child, city] if child == "--child" => println!("{city}"),
        _ => {
            let city = args.first().map_or("Bangalore", |a| a);
            Command::new(env::current_exe()?).arg("--child").arg(city).spawn()?.wait()?;
        }
    }
    Ok(())
}
