//! An example in another place than where it was built, as its child processes must find it.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::time::Duration;

use super::common::example;

/// The example `name`, to be started through a symbolic link and from the folder that holds the link.
pub fn linked(name: &str) -> assert_cmd::Command {
    let program = example(name).get_program().to_owned();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("another folder");
    fs::create_dir_all(&folder).unwrap();
    let link = folder.join(name);
    if fs::read_link(&link).ok().as_deref() != Some(Path::new(&program)) {
        fs::remove_file(&link).ok();
        symlink(program, &link).unwrap();
    }
    let mut command = assert_cmd::Command::new(link);
    command.current_dir(folder).timeout(Duration::from_secs(60));
    command
}
