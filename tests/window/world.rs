//! What the stories share: both simulators and a data folder.

use leadbridge_simulator::{
    crm::{self, Crm},
    iadvize::{self, Simulator},
    seed,
};
use serde_json::json;
use std::{
    fs::File,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// iAdvize, a CRM, and an empty data folder.
pub struct World {
    pub iadvize: Simulator,
    pub crm: Crm,
    pub folder: TempDir,
    port: u16,
}

impl World {
    pub async fn new() -> Self {
        Self {
            iadvize: Simulator::start(iadvize::Options::default()).await.expect("iAdvize starts"),
            crm: Crm::start(crm::Options::default()).await.expect("the CRM starts"),
            folder: tempfile::tempdir().expect("a data folder"),
            port: crate::driver::free_port(),
        }
    }

    /// The environment of the program on this data folder.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let folder = self.folder.path().join("data");
        vec![
            ("LEADBRIDGE_DATA_DIR", folder.display().to_string()),
            // English, whatever the machine speaks.
            ("LANGUAGE", "en".into()),
            ("LANG", "C.UTF-8".into()),
        ]
    }

    /// Where the program's log goes.
    pub fn log(&self) -> File {
        let path = self.folder.path().join("log");
        File::options().create(true).append(true).open(path).expect("a log")
    }

    /// What the program has logged so far.
    pub fn said(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// The command line's program, built beside the window's.
    pub fn command_line() -> PathBuf {
        Path::new(env!("CARGO_BIN_EXE_leadbridge-desktop")).with_file_name("leadbridge")
    }

    /// A configuration file with the questions, a mapping and a free port; leads go by hand.
    fn configuration(&self) -> String {
        let questions: serde_json::Value =
            serde_json::from_str(seed::QUESTIONS).expect("the seeds' questions");
        let fields = ["project_type", "budget_range", "start_period", "city", "project_comment"];
        let rules = fields.map(|field| json!({ "from": format!("answer.{field}"), "to": field }));
        json!({
            "question_set": questions, "mapping": rules, "mode": "manual",
            "receiver": { "port": self.port }, "intake": { "grace_seconds": 0 },
        })
        .to_string()
    }

    /// Load the configuration with the command line, as another program on the same folder.
    pub fn configure(&self) {
        let file = self.folder.path().join("configuration.json");
        std::fs::write(&file, self.configuration()).expect("a file");
        let mut command = Command::new(Self::command_line());
        command.args(["config", "apply"]).arg(file).envs(self.environment());
        let output = command.output().expect("the command line is built: cargo build");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Wait until something is so; fail with its words when it never is.
pub async fn eventually(what: &str, mut so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !so() {
        assert!(began.elapsed() < crate::driver::PATIENCE, "never: {what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
