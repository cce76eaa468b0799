//! What the account's schema has of what is asked for.

use super::{super::ApiError, not_found};
use crate::{
    App,
    iadvize::{self, SchemaItem, SchemaReport},
    said::{Key, Said},
    types::{SchemaItemView, SchemaOf, SchemaView},
};

/// How the account's schema fits what is asked for, as it was last looked at.
pub async fn account_schema(app: &App, request: SchemaOf) -> Result<SchemaView, ApiError> {
    let config = app.config();
    let email = config.account.as_ref().map(|account| &account.email);
    if let Some(account) = &request.account
        && email.is_some_and(|email| !email.eq_ignore_ascii_case(account.trim()))
    {
        return Err(not_found("account", account));
    }
    let client = app.iadvize().ok_or(iadvize::Error::NotSignedIn)?;
    Ok(client.schema().await?.into())
}

impl From<SchemaReport> for SchemaView {
    fn from(report: SchemaReport) -> Self {
        let unseen = |said| Said::new(Key::SchemaUnseen, [("said", said)]);
        Self {
            checked_at: report.checked_at.to_string(),
            unchecked: report.unchecked.map(unseen),
            items: report.items.into_iter().map(SchemaItemView::from).collect(),
        }
    }
}

impl From<SchemaItem> for SchemaItemView {
    fn from(item: SchemaItem) -> Self {
        let SchemaItem { feature, field, state, breaks } = item;
        Self { feature, field, state, breaks: Said::plain(breaks) }
    }
}
