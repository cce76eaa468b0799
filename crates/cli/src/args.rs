//! What the program can be asked.

mod vault;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
pub use vault::{Place, Vault, VaultCommand};

/// Leadbridge: iAdvize conversations into your CRM.
#[derive(Debug, Parser)]
#[command(name = "leadbridge", version, about, max_term_width = 100)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The whole way with nothing set up: sample conversations, and the leads that arrived
    Demo(Demo),
    /// Read the answers in conversation files; needs no configuration
    Extract(Extract),
    /// Say what is wrong with question sets, why it matters and what would put it right
    Lint(Lint),
    /// What other questions would find in the conversations that came
    Whatif(WhatIf),
    /// Whether the samples still give what is expected of them
    Check(Check),
    /// The whole configuration but its secrets, as one file
    Config(Config),
    /// Sign in to iAdvize; the password comes from standard input
    Login(Login),
    /// Receive, fetch and deliver, until stopped
    Serve(Serve),
    /// The webhooks as received, refused ones too, newest first
    Events(Events),
    /// Handle stored events again: their conversations are fetched anew
    Replay(Replay),
    /// Catch up with iAdvize's closed conversations, since the last time or over a past one
    Sweep(Sweep),
    /// What was expected, received, recovered and missing, a day and project
    Gaps(Gaps),
    /// The conversations, newest first
    Conversations(Listing),
    /// The leads and what became of them, newest first
    Leads(Leads),
    /// Send leads by hand
    Push(Push),
    /// Where secrets are kept, and whether it answers
    Vault(Vault),
    /// A simulator on its own, on this machine
    Simulate(Simulate),
}

/// `leadbridge demo`
#[derive(Debug, ClapArgs)]
pub struct Demo {
    /// Print the leads as JSON
    #[arg(long)]
    pub json: bool,
    /// Then show the window's pages in a browser on this data, until stopped
    #[arg(long, conflicts_with = "window")]
    pub ui: bool,
    /// Where the window's pages are
    #[arg(long, value_name = "DIR", default_value = "ui/dist")]
    pub ui_dir: PathBuf,
    /// Then open this desktop program on this data, until it is closed
    #[arg(long, value_name = "PROGRAM")]
    pub window: Option<PathBuf>,
}

/// `leadbridge extract`
#[derive(Debug, ClapArgs)]
pub struct Extract {
    /// The question set's file
    #[arg(long, value_name = "SET")]
    pub questions: PathBuf,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub format: Format,
    /// The same as `--format json`, as every other command has it
    #[arg(long)]
    pub json: bool,
    /// Conversations: `.json` holds one, `.ndjson` one a line, `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// `leadbridge lint`
#[derive(Debug, ClapArgs)]
pub struct Lint {
    /// Print the findings as JSON, with the change that each fix would make
    #[arg(long)]
    pub json: bool,
    /// Question sets' files; `-` is standard input
    #[arg(required = true, value_name = "SET")]
    pub files: Vec<PathBuf>,
}

/// How to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One JSON object a line
    Json,
    /// A table for people
    Table,
}

/// `leadbridge config`
#[derive(Debug, ClapArgs)]
pub struct Config {
    /// What to do with it.
    #[command(subcommand)]
    pub command: ConfigCommand,
}

/// What to do with the configuration.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Print it
    Export {
        /// Print its JSON Schema instead
        #[arg(long)]
        schema: bool,
        /// Accepted for symmetry: it is always JSON
        #[arg(long)]
        json: bool,
    },
    /// Replace it with this file; a question set's file replaces the question set alone
    Apply {
        /// The file, or `-`
        file: PathBuf,
        /// Print the settings that result as JSON
        #[arg(long)]
        json: bool,
    },
    /// Say what is wrong with this file
    Check {
        /// The file, or `-`
        file: PathBuf,
        /// Print the faults as JSON
        #[arg(long)]
        json: bool,
    },
}

/// `leadbridge whatif`
#[derive(Debug, ClapArgs)]
pub struct WhatIf {
    /// The new questions: a question set's file
    #[arg(long, value_name = "SET")]
    pub questions: PathBuf,
    /// What to compare them with, instead of the questions in use
    #[arg(long, value_name = "SET")]
    pub against: Option<PathBuf>,
    /// How many conversations, the newest first
    #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub last: u32,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `leadbridge check`
#[derive(Debug, ClapArgs)]
pub struct Check {
    /// Only the question set of this name
    #[arg(long, value_name = "NAME")]
    pub set: Option<String>,
    /// Check with these questions instead of the set's own: a question set's file
    #[arg(long, value_name = "SET")]
    pub questions: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `leadbridge login`
#[derive(Debug, ClapArgs)]
pub struct Login {
    /// The account's email
    #[arg(long)]
    pub email: String,
    /// The platform it lives on: the host of the account's own iAdvize address tells
    #[arg(long, value_enum, default_value_t = Platform::Ha)]
    pub platform: Platform,
    /// Another base address than iAdvize's own
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Print the account as JSON
    #[arg(long)]
    pub json: bool,
}

/// iAdvize's platforms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Platform {
    /// ha.iadvize.com
    Ha,
    /// sd.iadvize.com
    Sd,
}

/// `leadbridge serve`
#[derive(Debug, ClapArgs)]
pub struct Serve {
    /// Receive webhooks on this port instead of the configuration's; 0 for any free one
    #[arg(long)]
    pub port: Option<u16>,
    /// Also serve the window's pages to a browser on this machine
    #[arg(long)]
    pub ui: bool,
    /// Where the window's pages are
    #[arg(long, value_name = "DIR", default_value = "ui/dist")]
    pub ui_dir: PathBuf,
    /// The port of the window's pages; 0 for any free one
    #[arg(long, default_value_t = 0)]
    pub ui_port: u16,
    /// Print where it listens as JSON
    #[arg(long)]
    pub json: bool,
}

/// A list.
#[derive(Debug, ClapArgs)]
pub struct Listing {
    /// Only what contains these words
    #[arg(long, value_name = "WORDS")]
    pub search: Option<String>,
    /// At most so many, 1000 at most
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub limit: u32,
    /// Go on after this place: what the page before ended with (`next` in JSON)
    #[arg(long, value_name = "CURSOR")]
    pub after: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `leadbridge events`
#[derive(Debug, ClapArgs)]
pub struct Events {
    #[command(flatten)]
    pub listing: Listing,
    /// Show this one with its headers and body: a number of the list, or an event's id
    #[arg(long, value_name = "ID", conflicts_with_all = ["search", "after"])]
    pub show: Option<String>,
}

/// `leadbridge sweep`
#[derive(Debug, ClapArgs)]
pub struct Sweep {
    /// Go over the past from then on: a day (2026-03-01), or a moment (2026-03-01T08:00:00Z)
    #[arg(long, value_name = "TIME")]
    pub from: Option<String>,
    /// Until then; now when left out
    #[arg(long, value_name = "TIME", requires = "from")]
    pub to: Option<String>,
    /// Let the leads of the past go out by themselves; otherwise they wait to be pushed
    #[arg(long, requires = "from")]
    pub send: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `leadbridge gaps`
#[derive(Debug, ClapArgs)]
pub struct Gaps {
    /// So many days back from today; 30 when left out
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=400))]
    pub days: Option<u32>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `leadbridge replay`
#[derive(Debug, ClapArgs)]
pub struct Replay {
    /// Events, by id
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `leadbridge leads`
#[derive(Debug, ClapArgs)]
pub struct Leads {
    #[command(flatten)]
    pub listing: Listing,
    /// Only leads in this state: no_email, ready, queued, sending, retrying, sent, refused, failed
    #[arg(long)]
    pub state: Option<String>,
    /// Save the lead book as a CSV file in this folder instead
    #[arg(long, value_name = "DIR")]
    pub csv: Option<PathBuf>,
}

/// `leadbridge push`
#[derive(Debug, ClapArgs)]
pub struct Push {
    /// Leads or conversations
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `leadbridge simulate`
#[derive(Debug, ClapArgs)]
pub struct Simulate {
    /// Which one.
    #[command(subcommand)]
    pub which: Simulator,
}

/// The simulators.
#[derive(Debug, Subcommand)]
pub enum Simulator {
    /// iAdvize: sign-in, GraphQL, webhooks
    Iadvize(SimulateIadvize),
    /// A CRM of HubSpot's shape
    Crm(SimulateCrm),
}

/// `leadbridge simulate iadvize`
#[derive(Debug, ClapArgs)]
pub struct SimulateIadvize {
    /// The port on 127.0.0.1; 0 for any free one
    #[arg(long, default_value_t = 0)]
    pub port: u16,
    /// Where webhooks go from the start
    #[arg(long, value_name = "URL")]
    pub webhooks: Option<String>,
    /// Print where it is and how to use it as one line of JSON
    #[arg(long)]
    pub json: bool,
}

/// `leadbridge simulate crm`
#[derive(Debug, ClapArgs)]
pub struct SimulateCrm {
    /// The port on 127.0.0.1; 0 for any free one
    #[arg(long, default_value_t = 0)]
    pub port: u16,
    /// Print where it is and how to use it as one line of JSON
    #[arg(long)]
    pub json: bool,
}
