//! The commands, one file each.

pub mod configuration;
pub mod extract;
pub mod intake;
pub mod lint;
pub mod listings;
pub mod login;
pub mod push;
pub mod replay;
pub mod serve;
pub mod simulate;
pub mod tryout;
pub mod vault;

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
    text_of(path).map_err(Failure::input)
}

/// The same for who goes on without it: why it can't be read, in one line.
fn text_of(path: &Path) -> Result<String, String> {
    let mut text = String::new();
    let result = match is_stdin(path) {
        true => std::io::stdin().read_to_string(&mut text),
        false => std::fs::File::open(path).and_then(|mut file| file.read_to_string(&mut text)),
    };
    result.map_err(|error| format!("{}: {error}", name(path)))?;
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
