//! The window's TypeScript types are those of the commands.

use leadbridge_engine::{
    api::{Code, Commands},
    types::Topic,
};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use ts_rs::{Config, TS};

const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/bindings");

fn generate(folder: &Path) {
    let config = Config::new().with_out_dir(folder);
    Commands::export_all(&config).expect("the commands' types");
    leadbridge_engine::api::ApiError::export_all(&config).expect("the error's types");
    Code::export_all(&config).expect("the codes");
    Topic::export_all(&config).expect("the topics");
}

fn files(folder: &Path) -> BTreeMap<PathBuf, String> {
    let entries = fs::read_dir(folder).expect("the folder of the types");
    let file = |entry: std::io::Result<fs::DirEntry>| {
        let entry = entry.expect("an entry");
        (entry.file_name().into(), fs::read_to_string(entry.path()).expect("a text file"))
    };
    entries.map(file).collect()
}

/// `UPDATE_BINDINGS=1 cargo test -p leadbridge-engine --test bindings` writes them anew.
#[test]
fn committed_types_are_fresh() {
    let fresh = tempfile::tempdir().expect("a folder");
    generate(fresh.path());
    let committed = Path::new(COMMITTED);
    if std::env::var_os("UPDATE_BINDINGS").is_some() {
        fs::remove_dir_all(committed).ok();
        fs::create_dir_all(committed).expect("the folder of the types");
        generate(committed);
    }
    let (fresh, committed) = (files(fresh.path()), files(committed));
    let names = |files: &BTreeMap<PathBuf, String>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&fresh), names(&committed), "write them anew with UPDATE_BINDINGS=1");
    for (name, text) in &fresh {
        assert_eq!(text, &committed[name], "{} is stale: UPDATE_BINDINGS=1", name.display());
    }
}
