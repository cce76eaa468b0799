//! How a host opens the program: what the environment says.

use crate::{
    Options,
    api::{ApiError, Code},
    clock::Clock,
    http,
    vault::Vault,
};
use std::{
    ffi::OsString,
    path::{Component, Path, PathBuf},
};

/// The options of a real host: the environment's data folder and addresses, the place for
/// secrets that was chosen.
///
/// `program` is what another program is told that finds the folder taken, e.g. `leadbridge serve`.
/// `LEADBRIDGE_DATA_DIR` names the folder, `LEADBRIDGE_IADVIZE_URL` another iAdvize.
pub fn from_environment(program: &str) -> Result<Options, ApiError> {
    let data_dir = data_dir()?;
    let iadvize_url = variable("LEADBRIDGE_IADVIZE_URL")
        .map(|url| http::base_url(&url))
        .transpose()
        .map_err(|why| ApiError::new(Code::BadInput, format!("LEADBRIDGE_IADVIZE_URL: {why}")))?;
    Ok(Options {
        vault: Vault::system(&data_dir, &scope(&data_dir)),
        data_dir,
        clock: Clock::System,
        holder: format!("{program} (process {})", std::process::id()),
        iadvize_url,
        port: None,
        tunnel: Default::default(),
    })
}

fn data_dir() -> Result<PathBuf, ApiError> {
    if let Some(folder) = os_variable("LEADBRIDGE_DATA_DIR") {
        let absolute = std::path::absolute(&folder);
        return absolute.map_err(|error| {
            ApiError::new(Code::DataFolder, format!("LEADBRIDGE_DATA_DIR {folder:?}: {error}"))
        });
    }
    let none = || {
        ApiError::new(
            Code::DataFolder,
            "this person has no folder for data: name one with LEADBRIDGE_DATA_DIR",
        )
    };
    Ok(dirs::data_dir().ok_or_else(none)?.join("leadbridge"))
}

/// The folder's name in the keyring: one name, however the way to it is written. What isn't UTF-8
/// is escaped, so that two such folders are not one.
fn scope(folder: &Path) -> String {
    let folder = real(folder);
    folder.to_str().map(str::to_owned).unwrap_or_else(|| format!("{folder:?}"))
}

/// The way to a folder without links and detours. Of one that isn't there yet, the part that is;
/// the rest will be made of plain folders.
fn real(folder: &Path) -> PathBuf {
    for there in folder.ancestors() {
        let (Ok(mut real), Ok(rest)) = (there.canonicalize(), folder.strip_prefix(there)) else {
            continue;
        };
        for part in rest.components() {
            match part {
                Component::ParentDir => drop(real.pop()),
                part => real.push(part),
            }
        }
        return real;
    }
    folder.to_owned()
}

fn variable(name: &str) -> Option<String> {
    os_variable(name)?.into_string().ok()
}

/// A variable that says something. A path need not be UTF-8.
fn os_variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.to_string_lossy().trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_folder_has_one_scope() {
        let root = tempfile::tempdir().expect("a folder");
        let root = root.path().canonicalize().expect("its real path");
        let missing = root.join("a/b");
        let expected = missing.display().to_string();
        let ways = ["a/b", "a/b/", "a/./b", "a/x/../b", "a//b"];
        for way in ways {
            assert_eq!(scope(&root.join(way)), expected, "{way} before it is there");
        }
        std::fs::create_dir_all(root.join("a/x")).expect("a folder");
        std::fs::create_dir_all(&missing).expect("the folder");
        for way in ways {
            assert_eq!(scope(&root.join(way)), expected, "{way}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_means_the_folder_it_leads_to() {
        use std::os::unix::{ffi::OsStringExt, fs::symlink};
        let root = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(root.path().join("a")).expect("a folder");
        symlink(root.path().join("a"), root.path().join("link")).expect("a link");
        for name in ["", "new"] {
            let (a, link) = (root.path().join("a").join(name), root.path().join("link").join(name));
            assert_eq!(scope(&a), scope(&link));
        }
        let odd = |byte| scope(&root.path().join(OsString::from_vec(vec![byte])));
        assert_ne!(odd(0xfe), odd(0xff));
    }
}
