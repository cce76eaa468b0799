//! Who may know whom, and other rules of the house, kept by reading the sources.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// A file and its text without its tests.
struct Source {
    path: String,
    text: String,
}

fn sources(folder: &str, extensions: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(ROOT).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir()
                && !["node_modules", "dist", "target", "bindings", "locales"]
                    .contains(&name.as_str())
            {
                folders.push(path);
            } else if extensions.iter().any(|extension| name.ends_with(extension)) {
                let text = fs::read_to_string(&path).expect("a text file");
                let text =
                    text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
                let path = path.strip_prefix(ROOT).expect("below the root").display().to_string();
                found.push(Source { path, text });
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no sources");
    found
}

fn lines(source: &Source) -> impl Iterator<Item = &str> {
    source.text.lines().map(str::trim_start).filter(|line| !line.starts_with("//"))
}

fn forbid(folder: &str, extensions: &[&str], words: &[&str], except: &[&str], why: &str) {
    for source in sources(folder, extensions) {
        if except.iter().any(|path| source.path.contains(path)) {
            continue;
        }
        for line in lines(&source) {
            for word in words {
                assert!(!line.contains(word), "{}: `{word}`: {why}\n  {line}", source.path);
            }
        }
    }
}

#[test]
fn the_domain_is_pure() {
    let words = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::time",
        "tokio",
        "reqwest",
        "sqlx",
        "SystemTime",
        "Instant::now",
        "Timestamp::now",
        "Zoned::now",
        "rand::",
        "fastrand",
        "async fn",
    ];
    forbid(
        "crates/domain/src",
        &[".rs"],
        &words,
        &[],
        "the domain has no IO, clock, chance or async",
    );
}

#[test]
fn adapters_never_know_each_other_or_what_is_above_them() {
    let mut adapters = BTreeSet::new();
    for source in sources(ENGINE, &[".rs"]) {
        let Some((adapter, strangers)) = strangers(&source) else { continue };
        assert_eq!(
            strangers,
            Vec::<String>::new(),
            "{}: an adapter knows the domain and the types alone",
            source.path
        );
        adapters.insert(adapter);
    }
    assert_eq!(adapters, ADAPTERS.map(str::to_owned).into(), "the rule looks at each");
}

const ENGINE: &str = "crates/engine/src";

/// The clock is one too, but no stranger to the others: it is how they know the time.
const ADAPTERS: [&str; 7] = ["crm", "iadvize", "lock", "receiver", "store", "tunnel", "vault"];

/// What is above the adapters, and what would bring all of it in.
const ABOVE: [&str; 6] = ["flows", "api", "app", "App", "*", "self"];

/// Which adapter may know which other one, and why.
const MAY_KNOW: [(&str, &str, &str); 2] = [
    ("crm/lead_book.rs", "store", "the lead book is kept in the store"),
    ("crm/mod.rs", "store", "it opens the lead book, and hands it the store"),
];

/// An adapter, and whom it knows that it must not. Nothing for a source that is of no adapter.
fn strangers(source: &Source) -> Option<(String, Vec<String>)> {
    let file = source.path.strip_prefix(ENGINE)?.strip_prefix('/')?;
    let module: Vec<&str> =
        file.trim_end_matches(".rs").split('/').filter(|m| *m != "mod").collect();
    let adapter = *ADAPTERS.iter().find(|adapter| module[0] == **adapter)?;
    let bare = |line: &str| format!("{}\n", line.split(" //").next().unwrap_or_default());
    let text: String = lines(source).map(bare).collect();
    let known = known(&text, module.len());
    let may = |name: &str| MAY_KNOW.iter().any(|(path, other, _)| (file, name) == (*path, *other));
    let foreign = |name: &String| {
        name != adapter && (ADAPTERS.contains(&name.as_str()) || ABOVE.contains(&name.as_str()))
    };
    let strangers = known.into_iter().filter(|name| foreign(name) && !may(name)).collect();
    Some((adapter.to_owned(), strangers))
}

/// The crate's own modules and names that a text refers to: the first segments after `crate`, and
/// after as many `super` as lead out of a module this deep.
fn known(text: &str, depth: usize) -> BTreeSet<String> {
    let first = |path: &String| {
        let segments: Vec<&str> = path.split("::").map(str::trim).collect();
        let supers = segments.iter().take_while(|segment| **segment == "super").count();
        let root = if segments[0] == "crate" { 1 } else { supers };
        let at_root = segments[0] == "crate" || supers >= depth;
        // `use crate::{store as s}` knows the store under any name.
        let name = segments.get(root).filter(|_| at_root)?;
        name.split_whitespace().next().map(str::to_owned)
    };
    paths(text).iter().filter_map(first).collect()
}

/// Every path that begins at `crate` or `super`, in a `use` or anywhere, its groups spread out.
fn paths(text: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for (at, _) in text.match_indices("crate::").chain(text.match_indices("super::")) {
        let before = text[..at].chars().next_back();
        // Not in a longer name, and not in the middle of a path.
        if !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
            spread("", tree(&text[at..]), &mut paths);
        }
    }
    paths
}

/// A path with the group it ends in, if any: what stands before the first sign that is of neither.
fn tree(text: &str) -> &str {
    let mut open = 0_usize;
    for (at, c) in text.char_indices() {
        let inside = open > 0 || c.is_alphanumeric() || "_:{*".contains(c);
        match c {
            '{' if open > 0 || text[..at].ends_with("::") => open += 1,
            '}' if open == 1 => return &text[..=at],
            '}' if open > 1 => open -= 1,
            '{' => return &text[..at],
            _ if !inside => return &text[..at],
            _ => {}
        }
    }
    text
}

/// `a::{b, c::{d, e}}` is `a::b`, `a::c::d` and `a::c::e`.
fn spread(before: &str, tree: &str, paths: &mut Vec<String>) {
    let tree = tree.trim();
    let Some((head, group)) = tree.split_once('{') else {
        if !tree.is_empty() {
            paths.push(format!("{before}{tree}"));
        }
        return;
    };
    let group = group.strip_suffix('}').unwrap_or(group);
    let before = format!("{before}{}", head.trim());
    let (mut open, mut began) = (0_usize, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => open += 1,
            '}' => open = open.saturating_sub(1),
            ',' if open == 0 => {
                spread(&before, &group[began..at], paths);
                began = at + 1;
            }
            _ => {}
        }
    }
    spread(&before, &group[began..], paths);
}

#[test]
fn the_adapters_rule_finds_what_it_forbids() {
    let found = |file: &str, text: &str| {
        let source = Source { path: format!("{ENGINE}/{file}"), text: text.to_owned() };
        strangers(&source).map(|(_, strangers)| strangers)
    };
    for (file, text, expected) in [
        ("iadvize/client.rs", "use crate::store::Store;", "store"),
        ("iadvize/client.rs", "use crate::{http, store::Store};", "store"),
        (
            "receiver/mod.rs",
            "use crate::{\n    said::Said, // why\n    // and\n    store::Store,\n};",
            "store",
        ),
        (
            "iadvize/mod.rs",
            "pub use crate::{\n    said::{Key, Said},\n    store::{\n        Store,\n    },\n};",
            "store",
        ),
        ("vault/mod.rs", "use crate::{said::Said, crm};", "crm"),
        ("vault/mod.rs", "use crate::{self as all, said::Said};", "self"),
        ("vault/mod.rs", "use crate::*;", "*"),
        ("store/leads.rs", "use crate::{said::Said, vault as v};", "vault"),
        ("store/leads.rs", "fn of(app: &crate::App) {}", "App"),
        ("store/leads.rs", "fn of() -> Vec<crate::flows::Flow> { vec![] }", "flows"),
        ("store/mod.rs", "use super::{api, said::Said};", "api"),
        ("crm/hubspot/client.rs", "use super::super::super::store::Store;", "store"),
        ("crm/hubspot/client.rs", "use super::{super::super::store::Store, VERSION};", "store"),
        ("crm/lead_book.rs", "use crate::{store::Store, vault::Vault};", "vault"),
        ("lock.rs", "use super::store::Store;", "store"),
    ] {
        assert_eq!(found(file, text), Some(vec![expected.to_owned()]), "{file}: {text}");
    }
    for (file, text) in [
        (
            "iadvize/client.rs",
            "use crate::{clock::Clock, http, said::{Key, Said}};\nfn f() { vault::g() }",
        ),
        ("iadvize/client.rs", "// use crate::store::Store;\npub(crate) fn f() {}"),
        ("iadvize/client.rs", "use leadbridge_crate::{store::Store};"),
        ("store/leads.rs", "use crate::{store::{deliveries, leads}, types::{api_view, crm}};"),
        ("store/leads.rs", "use super::{Store, vault};\nuse super::settings::json;"),
        ("crm/lead_book.rs", "use crate::{said::Said, store::Store};"),
        ("crm/mod.rs", "use crate::store::Store;"),
    ] {
        assert_eq!(found(file, text), Some(vec![]), "{file}: {text}");
    }
    assert_eq!(found("flows/ingest.rs", "use crate::store::Store;"), None, "a flow may");
}

#[test]
fn sql_stays_in_the_store() {
    let words = ["SELECT ", "INSERT INTO", "UPDATE events", "DELETE FROM", "sqlx::query"];
    forbid("crates/engine/src", &[".rs"], &words, &["/store/"], "SQL lives in store/ alone");
}

#[test]
fn flows_hold_order_and_policy_alone() {
    let words = ["http://", "https://", "serde_json::Value", "json!(", "reqwest"];
    forbid(
        "crates/engine/src/flows",
        &[".rs"],
        &words,
        &[],
        "no address and no JSON of others in a flow",
    );
}

#[test]
fn one_match_on_the_provider() {
    let matches: Vec<String> = sources("crates/engine/src", &[".rs"])
        .into_iter()
        .filter(|source| lines(source).any(|line| line.contains("hubspot::Hubspot::new")))
        .map(|source| source.path)
        .collect();
    assert_eq!(matches, ["crates/engine/src/crm/mod.rs"], "destinations are opened in one place");
}

#[test]
fn only_the_platform_knows_tauri() {
    forbid(
        "ui/src",
        &[".ts", ".tsx"],
        &["@tauri-apps"],
        &["platform/tauri", ".test."],
        "only platform/ may",
    );
    for crate_name in ["domain", "engine", "cli", "simulator"] {
        let manifest =
            fs::read_to_string(Path::new(ROOT).join("crates").join(crate_name).join("Cargo.toml"));
        assert!(
            !manifest.expect("a manifest").contains("tauri"),
            "crates/{crate_name} never compiles Tauri"
        );
    }
}

#[test]
fn the_domain_knows_none_of_ours_and_the_engine_no_host() {
    for (crate_name, forbidden) in [
        ("domain", ["leadbridge-engine", "leadbridge-cli", "leadbridge-simulator"].as_slice()),
        ("engine", &["leadbridge-cli", "leadbridge-simulator", "clap"]),
        ("simulator", &["leadbridge-domain", "leadbridge-engine", "leadbridge-cli"]),
    ] {
        let path = Path::new(ROOT).join("crates").join(crate_name).join("Cargo.toml");
        let manifest = fs::read_to_string(path).expect("a manifest");
        let dependencies = manifest.split("[dependencies]").nth(1).expect("dependencies");
        for name in forbidden {
            assert!(!dependencies.contains(name), "crates/{crate_name} must not know {name}");
        }
    }
}

#[test]
fn nothing_is_left_undone() {
    for folder in ["crates", "src-tauri/src", "ui/src", "tests"] {
        let words = ["todo!(", "unimplemented!(", "FIXME", "XXX:"];
        forbid(
            folder,
            &[".rs", ".ts", ".tsx"],
            &words,
            &["stories/house.rs"],
            "finish it, or say it in the product",
        );
    }
}
