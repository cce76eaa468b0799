//! What the secrets are called.

use uuid::Uuid;

/// The secrets there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Name {
    /// The iAdvize account's password.
    IadvizePassword,
    /// iAdvize's access token, so that a restart needs no sign-in.
    IadvizeToken,
    /// The webhook's signing secret.
    WebhookSecret,
    /// The signing secret before it: still taken, until it is removed.
    PreviousWebhookSecret,
    /// HubSpot's service key.
    HubspotToken,
    /// The tunnel's token or secret, for its kind and server.
    TunnelToken,
}

impl Name {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::IadvizePassword,
        Self::IadvizeToken,
        Self::WebhookSecret,
        Self::PreviousWebhookSecret,
        Self::HubspotToken,
        Self::TunnelToken,
    ];

    /// Its name in the keyring.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::IadvizePassword => "iadvize_password",
            Self::IadvizeToken => "iadvize_token",
            Self::WebhookSecret => "webhook_secret",
            Self::PreviousWebhookSecret => "previous_webhook_secret",
            Self::HubspotToken => "hubspot_token",
            Self::TunnelToken => "tunnel_token",
        }
    }

    /// Its name in the environment.
    pub fn variable(self) -> String {
        format!("LEADBRIDGE_SECRET_{}", self.as_str().to_uppercase())
    }
}

/// A secret, and whom it was given for: an account, or a destination's address.
///
/// It is kept under both, so that a configuration which names another account or address never
/// gets it.
pub type Entry = (Name, String);

/// What an entry is called in its place. Whom it is for is told apart, not told: libraries log
/// the names of entries, and an account's has an email in it.
pub fn label((name, whom): &Entry) -> String {
    match whom.is_empty() {
        true => name.as_str().to_owned(),
        false => {
            let whom = Uuid::new_v5(&Uuid::NAMESPACE_OID, whom.as_bytes());
            format!("{} for {whom}", name.as_str())
        }
    }
}
