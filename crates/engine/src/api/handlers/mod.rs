//! What each command does. One function a command, of the same name.

mod account;
mod configuration;
mod conversations;
mod destination;
mod intake;
mod leads;
mod push;
mod questions;
mod receipts;
mod receiver;
mod samples;
mod schema;
mod secrets;
mod status;
mod test_event;
mod tunnel;
mod versions;
mod what_if;

pub use account::{check_account, sign_in, sign_out};
pub use configuration::{
    config_apply, config_check, config_export, question_set, save_text_file, set_mapping, set_mode,
};
pub use conversations::{conversation, conversations, events, reread};
pub use destination::{check_destination, connect_destination, destination_fields};
pub use intake::{
    backfills, handle_again, intake, ledger, set_intake, start_backfill, stop_backfill, sweep_now,
    sweeps,
};
pub use leads::{export_lead_book, lead, leads, set_lead_email};
pub use push::push;
pub use questions::{
    create_question_set, delete_question_set, lint_questions, open_question_set, question_kit,
    question_sets, read_questions, save_draft, undelete_question_set,
};
pub use receipts::{receipt, receipts, replay_events};
pub use receiver::{forget_previous_secret, set_webhook_secret};
pub use samples::{
    check_samples, expect_sample, keep_sample, preview, remove_sample, restore_sample, samples,
};
pub use schema::account_schema;
pub use secrets::{change_passphrase, unlock_vault, use_vault};
pub use status::{settings, status};
pub use test_event::send_test_event;
pub use tunnel::{
    accept_tunnel_address, check_tunnel, set_tunnel, start_tunnel, stop_tunnel, tunnel,
    tunnel_programs,
};
pub use versions::{compare_versions, question_set_version, save_version, use_version};
pub use what_if::what_if;

use super::{ApiError, Code};
use crate::{App, crm, flows::ingest::FetchError, iadvize, types::ListRequest, vault};
use std::path::PathBuf;

/// What a page holds when nobody says, and at most.
const PAGE: (u32, u32) = (200, 1000);

/// Where the person keeps downloads.
fn downloads(app: &App) -> PathBuf {
    dirs::download_dir().unwrap_or_else(|| app.data_dir().to_owned())
}

fn limit(request: &ListRequest) -> u32 {
    request.limit.unwrap_or(PAGE.0).clamp(1, PAGE.1)
}

fn search(request: &ListRequest) -> &str {
    request.search.as_deref().map(str::trim).unwrap_or_default()
}

fn not_found(what: &str, id: &str) -> ApiError {
    ApiError::new(Code::NotFound, format!("there is no {what} {id:?}"))
}

/// Work that would hold up everything else, done beside it.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ApiError> + Send + 'static,
) -> Result<T, ApiError> {
    tokio::task::spawn_blocking(work).await.map_err(crate::app::internal)?
}

impl From<sqlx::Error> for ApiError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(e)
                if e.message().contains("readonly") || e.message().contains("disk") =>
            {
                Self::new(
                    Code::DataFolder,
                    format!("the data folder can't be written: {}", e.message()),
                )
            }
            _ => Self::new(Code::Internal, error.to_string()),
        }
    }
}

impl From<anyhow::Error> for ApiError {
    fn from(error: anyhow::Error) -> Self {
        if let Some(error) = error.downcast_ref::<vault::Unavailable>() {
            return error.clone().into();
        }
        Self::new(Code::Internal, format!("{error:#}"))
    }
}

impl From<vault::Unavailable> for ApiError {
    fn from(error: vault::Unavailable) -> Self {
        Self::new(secrets::code(&error.0), error.to_string())
    }
}

impl From<iadvize::Error> for ApiError {
    fn from(error: iadvize::Error) -> Self {
        use iadvize::Error;
        let code = match &error {
            Error::NotSignedIn => Code::NotSignedIn,
            Error::Vault(said) => secrets::code(said),
            Error::WrongPassword | Error::TokenRefused => Code::WrongPassword,
            Error::SingleSignOn => Code::SingleSignOn,
            Error::SignInBlocked { .. } => Code::SignInBlocked,
            Error::ClockOff { .. } => Code::ClockOff,
            Error::Forbidden(_)
            | Error::Schema(_)
            | Error::TooMuch(_)
            | Error::Refused(_)
            | Error::Unreachable { .. }
            | Error::Unavailable { .. } => Code::IadvizeUnavailable,
        };
        Self::new(code, error.to_string())
    }
}

impl From<FetchError> for ApiError {
    fn from(error: FetchError) -> Self {
        match error {
            FetchError::Iadvize(error) => error.into(),
            FetchError::Unreadable(why) => Self::new(Code::IadvizeUnavailable, why.text),
            FetchError::Ours(error) => error.into(),
        }
    }
}

impl From<crm::Failure> for ApiError {
    fn from(failure: crm::Failure) -> Self {
        let code = match &failure {
            crm::Failure::Unauthorised(_) => Code::DestinationUnauthorised,
            crm::Failure::Retry { .. } | crm::Failure::Busy { .. } | crm::Failure::Rejected(_) => {
                Code::DestinationUnavailable
            }
        };
        Self::new(code, failure.to_string())
    }
}
