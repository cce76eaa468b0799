//! Builds the window's permissions, and keeps what Tauri generates beside them.

use std::{fs, io, path::Path};
use tauri_build::{AppManifest, Attributes};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=src-tauri/permissions");
    // Our permission is a file of our own: generated ones are written to the repository's root.
    let permissions =
        AppManifest::new().permissions_path_pattern("./src-tauri/permissions/**/*.toml");
    let attributes = Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(permissions);
    tauri_build::try_build(attributes)?;
    tidy()?;
    Ok(())
}

/// Tauri writes its editors' schemas to `gen/` beside the manifest, here the repository's root:
/// move them to where the capability file looks for them. The build itself reads `OUT_DIR`.
fn tidy() -> io::Result<()> {
    let (from, to) = (Path::new("gen/schemas"), Path::new("src-tauri/gen/schemas"));
    if !from.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for file in fs::read_dir(from)? {
        let file = file?;
        fs::rename(file.path(), to.join(file.file_name()))?;
    }
    fs::remove_dir_all("gen")
}
