//! The commands, one file each.

pub mod configuration;
pub mod extract;
pub mod listings;
pub mod login;
pub mod push;
pub mod serve;
pub mod simulate;

use crate::failure::Failure;
use leadbridge_engine::App;
use std::{io::Read, path::Path};

/// Open the data folder that the environment names.
async fn open(command: &str) -> Result<App, Failure> {
    let options = leadbridge_engine::from_environment(&format!("leadbridge {command}"))?;
    Ok(App::open(options).await?)
}

/// A text file, or standard input for `-`.
fn read(path: &Path) -> Result<String, Failure> {
    let mut text = String::new();
    let result = match is_stdin(path) {
        true => std::io::stdin().read_to_string(&mut text),
        false => std::fs::File::open(path).and_then(|mut file| file.read_to_string(&mut text)),
    };
    result.map_err(|error| Failure::input(format!("{}: {error}", name(path))))?;
    Ok(text)
}

fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

/// A file's name for people.
fn name(path: &Path) -> String {
    match is_stdin(path) {
        true => "standard input".into(),
        false => path.display().to_string(),
    }
}
