//! The configuration as one file, and its parts.

use super::{
    super::{ApiError, Code},
    downloads, status,
};
use crate::{
    App,
    config::{self, Config},
    types::{
        ConfigReport, ConfigText, Empty, SaveTextFile, SavedFile, SetMapping, SetMode, Settings,
    },
};
use leadbridge_domain::{
    mapping::Rule,
    question::{Fault, QuestionSet},
};
use serde_json::{Map, Value, json};
use std::path::Path;
use tokio::io::AsyncWriteExt as _;

/// The whole configuration but its secrets, with its JSON Schema named.
pub async fn config_export(app: &App, _: Empty) -> Result<ConfigText, ApiError> {
    let config = serde_json::to_value(&*app.config()).map_err(crate::app::internal)?;
    let json = serde_json::to_string_pretty(&config).map_err(crate::app::internal)?;
    Ok(ConfigText { json })
}

/// Replace the configuration. What a file leaves out stays; `null` clears it.
pub async fn config_apply(app: &App, request: ConfigText) -> Result<Settings, ApiError> {
    let config = read(app, &request.json)
        .map_err(|faults| ApiError::new(Code::BadInput, faults.join("\n")))?;
    app.configure(|kept| *kept = config).await?;
    status::settings(app, Empty {}).await
}

/// Say what is wrong with a configuration.
pub async fn config_check(app: &App, request: ConfigText) -> Result<ConfigReport, ApiError> {
    Ok(ConfigReport { faults: read(app, &request.json).err().unwrap_or_default() })
}

/// A configuration file, or a question set's file alone, laid over what is set now.
fn read(app: &App, text: &str) -> Result<Config, Vec<String>> {
    let value: Value = serde_json::from_str(text).map_err(|e| vec![format!("not JSON: {e}")])?;
    let Value::Object(mut given) = value else { return config::read(text) };
    let alone = is_question_set(&given);
    let given = match alone {
        true => {
            // Faults are named by their place in this file, not in the configuration's.
            let named =
                |faults: Vec<Fault>| faults.iter().map(Fault::to_string).collect::<Vec<_>>();
            QuestionSet::from_json(text).map_err(named)?;
            Map::from_iter([("question_set".to_owned(), Value::Object(given))])
        }
        false => {
            config::name_accounts(&mut given);
            given
        }
    };
    let mut whole = json!(*app.config());
    if let Value::Object(whole) = &mut whole {
        for (name, value) in given {
            match value {
                // `null` clears what is set: the default takes its place.
                Value::Null => drop(whole.remove(&name)),
                value => drop(whole.insert(name, value)),
            }
        }
    }
    config::read(&whole.to_string()).map_err(|faults| match alone {
        // Of a question set's file, only what it doesn't fit can be wrong by now.
        true => faults.iter().map(|f| format!("it doesn't fit what is set now: {f}")).collect(),
        false => faults,
    })
}

/// Whether this is meant as a question set: it names nothing that a configuration has.
pub(super) fn is_question_set(given: &Map<String, Value>) -> bool {
    let config = json!(Config::default());
    let known = |name: &String| {
        config.get(name).is_some() || ["account", "destination", "question_set"].contains(&&**name)
    };
    given.contains_key("questions") || (!given.is_empty() && !given.keys().any(known))
}

/// The active question set, if any.
pub async fn question_set(app: &App, _: Empty) -> Result<Option<QuestionSet>, ApiError> {
    Ok(app.config().question_set.clone())
}

/// Replace the mapping.
pub async fn set_mapping(app: &App, request: SetMapping) -> Result<Settings, ApiError> {
    let mut mapping = Vec::with_capacity(request.rows.len());
    for (index, row) in request.rows.into_iter().enumerate() {
        let fault =
            |what: String| ApiError::new(Code::BadInput, format!("mapping[{index}].{what}"));
        let from = row.from.parse().map_err(|why| fault(format!("from: {why}")))?;
        if row.to.trim().is_empty() {
            return Err(fault("to: a field's name is missing".into()));
        }
        mapping.push(Rule { from, to: row.to.trim().to_owned() });
    }
    let whole = Config { mapping: mapping.clone(), ..Config::clone(&app.config()) };
    if let Some(fault) = config::check(&whole, true).first() {
        return Err(ApiError::new(Code::BadInput, fault.clone()));
    }
    app.configure(|config| config.mapping = mapping).await?;
    status::settings(app, Empty {}).await
}

/// Choose whether leads flow by themselves.
pub async fn set_mode(app: &App, request: SetMode) -> Result<Settings, ApiError> {
    app.configure(|config| config.mode = request.mode).await?;
    status::settings(app, Empty {}).await
}

/// How many files of one name are counted up before it is given up.
const NAMESAKES: u32 = 1_000;

/// Save a text where the person keeps downloads.
pub async fn save_text_file(app: &App, request: SaveTextFile) -> Result<SavedFile, ApiError> {
    let (stem, ending) = request.name.rsplit_once('.').unwrap_or((&request.name, "txt"));
    let plain = |text: &str| {
        let kept = text.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
        kept.take(80).collect::<String>().trim().to_owned()
    };
    let (stem, ending) = (plain(stem), plain(ending));
    let stem = if stem.is_empty() { "leadbridge".to_owned() } else { stem };
    let folder = downloads(app);
    tokio::fs::create_dir_all(&folder).await.map_err(|error| unwritable(&folder, &error))?;
    for number in 1..=NAMESAKES {
        let name = match number {
            1 => format!("{stem}.{ending}"),
            _ => format!("{stem} ({number}).{ending}"),
        };
        let path = folder.join(name);
        match tokio::fs::OpenOptions::new().write(true).create_new(true).open(&path).await {
            Ok(mut file) => {
                let written = async {
                    file.write_all(request.text.as_bytes()).await?;
                    file.flush().await
                };
                written.await.map_err(|error| unwritable(&path, &error))?;
                let rows = request.text.lines().count().saturating_sub(1) as u32;
                return Ok(SavedFile { path: path.display().to_string(), rows });
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(unwritable(&path, &error)),
        }
    }
    Err(ApiError::new(
        Code::BadInput,
        format!("{} has too many files of this name", folder.display()),
    ))
}

fn unwritable(path: &Path, error: &std::io::Error) -> ApiError {
    ApiError::new(Code::BadInput, format!("{} can't be written: {error}", path.display()))
}
