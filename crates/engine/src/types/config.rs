//! The configuration as a file, files that were written, and what changed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A configuration file's text.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ConfigText {
    /// The file, as JSON.
    pub json: String,
}

/// What is wrong with a configuration file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ConfigReport {
    /// One line a fault: where and what. Empty when it is fine.
    pub faults: Vec<String>,
}

/// Save a text where the person keeps downloads.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveTextFile {
    /// The file's name with its ending, e.g. `questions.csv`; what no file can be named is left
    /// out. A file that is there already stays: a number is added to the new one's name.
    pub name: String,
    /// The text.
    pub text: String,
}

/// Save the lead book as CSV.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct ExportLeadBook {
    /// The folder to save in; the person's downloads when left out.
    #[serde(default)]
    pub folder: Option<String>,
}

/// A file that was written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SavedFile {
    /// Where it is.
    pub path: String,
    /// How many rows it holds, the heading aside.
    pub rows: u32,
}

/// Something changed: ask again for what you show of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Webhook events.
    Events,
    /// Conversations.
    Conversations,
    /// Leads and their attempts.
    Leads,
    /// Account, receiver, destination, questions in use, mapping.
    Settings,
    /// Question sets as they are designed, and samples.
    Questions,
    /// What came in and what was missed: sweeps, going back, the ledger.
    Intake,
    /// The tunnel: its state, its address, what the last look at it proved.
    Tunnel,
}

impl Topic {
    /// Every topic: who has missed what changed looks at all of it again.
    pub const ALL: [Self; 7] = [
        Self::Events,
        Self::Conversations,
        Self::Leads,
        Self::Settings,
        Self::Questions,
        Self::Intake,
        Self::Tunnel,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_is_one_of_all() {
        // Whoever adds one is stopped here; the types for the window say that it is missing.
        for topic in Topic::ALL {
            match topic {
                Topic::Events
                | Topic::Conversations
                | Topic::Leads
                | Topic::Settings
                | Topic::Questions
                | Topic::Intake
                | Topic::Tunnel => {}
            }
        }
        let names = Topic::ALL.map(|topic| serde_json::to_string(&topic).expect("a name"));
        assert_eq!(names.join(" | "), Topic::inline(&ts_rs::Config::new()));
    }
}
