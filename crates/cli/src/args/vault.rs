//! What can be asked of the place for secrets.

use clap::{Args as ClapArgs, Subcommand, ValueEnum};

/// `leadbridge vault`
#[derive(Debug, ClapArgs)]
pub struct Vault {
    /// What to do with it; without this, say where it is.
    #[command(subcommand)]
    pub command: Option<VaultCommand>,
    /// Print the place as JSON
    #[arg(long, global = true)]
    pub json: bool,
}

/// What to do with the place for secrets.
#[derive(Debug, Subcommand)]
pub enum VaultCommand {
    /// Keep secrets there from now on, and move those that are known
    Use {
        /// The place
        place: Place,
        /// Go on without the secrets that the old place does not give; a file that can't be opened
        /// is put aside
        #[arg(long)]
        leave: bool,
    },
    /// Change the encrypted file's passphrase: the one of now, then the new one
    Passphrase,
}

/// The places for secrets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Place {
    /// The operating system's keyring
    Keyring,
    /// A file in the data folder, encrypted under a passphrase from standard input
    File,
}
