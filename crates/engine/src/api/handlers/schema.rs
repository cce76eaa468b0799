//! What the account's schema has of what is asked for.

use super::{super::ApiError, account::named};
use crate::{
    App,
    iadvize::{SchemaItem, SchemaReport},
    said::{Key, Said},
    types::{OfAccount, SchemaItemView, SchemaView},
};

/// How the account's schema fits what is asked for, as it was last looked at.
pub async fn account_schema(app: &App, request: OfAccount) -> Result<SchemaView, ApiError> {
    let client = named(app, &request)?.client;
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
