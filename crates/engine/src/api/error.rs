//! The error that crosses to the window and the command line.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of failure it is: one for each thing the window offers a way out of.
///
/// Add one only together with its row in the window's table of errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// What was asked doesn't make sense: wrong shape, value or id.
    BadInput,
    /// There is nothing of that id.
    NotFound,
    /// It was changed elsewhere meanwhile; nothing was saved.
    Conflict,
    /// The mapping has lines for answers that the questions to be used don't give.
    MappingLeft,
    /// iAdvize refused email and password.
    WrongPassword,
    /// The account signs in to iAdvize elsewhere, and has no password.
    SingleSignOn,
    /// This computer's clock is off, and iAdvize's answer makes no sense by it.
    ClockOff,
    /// iAdvize blocks sign-in for a while: too many.
    SignInBlocked,
    /// Not signed in to iAdvize yet.
    NotSignedIn,
    /// iAdvize doesn't answer, or not as it should.
    IadvizeUnavailable,
    /// The keyring is absent, locked or refuses.
    VaultUnavailable,
    /// The encrypted file of secrets waits for its passphrase.
    VaultLocked,
    /// The passphrase doesn't open the encrypted file of secrets.
    WrongPassphrase,
    /// No destination is connected.
    NoDestination,
    /// The destination refused its key.
    DestinationUnauthorised,
    /// The destination doesn't answer, or not as it should.
    DestinationUnavailable,
    /// The data folder can't be used: not writable, or newer than the program.
    DataFolder,
    /// The receiver's port is taken.
    PortInUse,
    /// Ours: something that should not happen.
    Internal,
}

/// A failure, as the window and the command line see it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ApiError {
    /// Its kind.
    pub code: Code,
    /// What happened and what to do, for people; lower case, no full stop.
    pub message: String,
}

impl ApiError {
    /// An error of this kind.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ApiError {}
