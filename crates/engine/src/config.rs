//! The configuration: everything an admin sets but secrets, as one file.

mod sources;

pub use sources::{SourceHeader, SourcesConfig};
mod tunnel;

pub use tunnel::{is_file, is_host, is_name, public_address};

use crate::{
    crm, http,
    types::{DeliveryMode, DestinationKind, Platform, TunnelConfig},
};
use leadbridge_domain::{
    extract::Authors,
    intake,
    mapping::{Rule, Source},
    question::QuestionSet,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// iAdvize's own base address.
pub const IADVIZE_URL: &str = "https://api.iadvize.com";
/// The port that webhooks are received on: in the range that no service has registered for itself
/// and no system gives out by chance.
pub const PORT: u16 = 47_800;

/// The configuration file, format 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Where an editor finds this file's schema; not read here.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The file's format: 1.
    pub version: u32,
    /// The iAdvize accounts; their passwords are no part of the file. A file may also have a
    /// single one as `account`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub accounts: Vec<AccountConfig>,
    /// The webhook listener.
    pub receiver: ReceiverConfig,
    /// How conversations come in.
    pub intake: IntakeConfig,
    /// How the public address leads to the listener; its secret is no part of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tunnel: Option<TunnelConfig>,
    /// The questions to look for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question_set: Option<QuestionSet>,
    /// The side of author types that no rule knows, e.g. `{"ThirdPartyAccount": "visitor"}`.
    pub authors: Authors,
    /// Where leads go; its key is no part of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destination: Option<DestinationConfig>,
    /// What goes where.
    pub mapping: Vec<Rule>,
    /// Whether leads flow by themselves.
    pub mode: DeliveryMode,
}

/// The iAdvize account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountConfig {
    /// The email that signs in.
    pub email: String,
    /// The platform it lives on.
    #[serde(default)]
    pub platform: Platform,
    /// Another base address than iAdvize's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_url: Option<String>,
}

/// The webhook listener.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ReceiverConfig {
    /// The port on this machine that the tunnel leads to.
    pub port: u16,
    /// Take deliveries from these addresses alone; from everywhere when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sources: Option<SourcesConfig>,
}

/// How conversations come in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct IntakeConfig {
    /// How long a closed conversation is left alone before it is read, in seconds.
    #[schemars(range(max = 3600))]
    pub grace_seconds: u32,
    /// How often the list of closed conversations is looked through, in minutes.
    #[schemars(range(min = 1, max = 1440))]
    pub sweep_minutes: u32,
    /// How long to wait between two looks at a conversation that is followed, in seconds.
    #[schemars(range(min = 5, max = 3600))]
    pub live_seconds: u32,
    /// The most calls an hour that following may cost.
    pub live_calls_per_hour: u32,
    /// Which conversations are handled; all where there is no rule.
    pub rules: Vec<intake::Rule>,
}

/// Where leads go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DestinationConfig {
    /// Which kind.
    pub kind: DestinationKind,
    /// Another base address than the provider's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_url: Option<String>,
}

impl Default for ReceiverConfig {
    fn default() -> Self {
        Self { port: PORT, sources: None }
    }
}

impl Default for IntakeConfig {
    fn default() -> Self {
        Self {
            grace_seconds: 60,
            sweep_minutes: 5,
            live_seconds: 15,
            live_calls_per_hour: 600,
            rules: Vec::new(),
        }
    }
}

/// A single `account` is the only one of `accounts`.
pub fn name_accounts(config: &mut Map<String, Value>) {
    if config.contains_key("accounts") {
        return;
    }
    if let Some(account) = config.remove("account") {
        let accounts = if account.is_null() { Value::Null } else { Value::Array(vec![account]) };
        config.insert("accounts".into(), accounts);
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            schema: None,
            version: 1,
            accounts: Vec::new(),
            receiver: ReceiverConfig::default(),
            intake: IntakeConfig::default(),
            tunnel: None,
            question_set: None,
            authors: Authors::default(),
            destination: None,
            mapping: Vec::new(),
            mode: DeliveryMode::default(),
        }
    }
}

impl DestinationConfig {
    /// The provider's address, or the one set instead; empty for the lead book.
    pub fn base_url(&self) -> String {
        match (&self.base_url, self.kind) {
            (Some(url), _) => url.clone(),
            (None, DestinationKind::Hubspot) => crm::hubspot::BASE_URL.into(),
            (None, DestinationKind::LeadBook) => String::new(),
        }
    }

    /// What its rows in the queue are named after: another address is another destination.
    pub fn key(&self) -> String {
        match (self.kind, &self.base_url) {
            (DestinationKind::LeadBook, _) => "lead_book".into(),
            (DestinationKind::Hubspot, None) => "hubspot".into(),
            (DestinationKind::Hubspot, Some(url)) => format!("hubspot {url}"),
        }
    }
}

/// Read a configuration file. The error holds one line a fault, each with where and what.
pub fn read(json: &str) -> Result<Config, Vec<String>> {
    let mut value: Value =
        serde_json::from_str(json).map_err(|e| vec![format!("not JSON: {e}")])?;
    let Some(fields) = value.as_object_mut() else {
        return Err(vec!["a configuration is a JSON object".into()]);
    };
    name_accounts(fields);
    if fields.get("accounts").is_some_and(Value::is_null) {
        fields.remove("accounts");
    }
    let mut faults = Vec::new();
    // The question set names its own faults, all of them.
    if let Some(set) = value.get_mut("question_set").filter(|set| !set.is_null())
        && let Err(found) = QuestionSet::from_json(&set.to_string())
    {
        faults.extend(found.iter().map(|fault| format!("question_set.{fault}")));
        *set = Value::Null;
    }
    match serde_path_to_error::deserialize::<_, Config>(value) {
        Ok(config) => {
            faults.extend(check(&config, faults.is_empty()));
            if faults.is_empty() { Ok(config) } else { Err(faults) }
        }
        Err(error) => {
            faults.push(error.to_string());
            Err(faults)
        }
    }
}

impl Config {
    /// Whether the questions give what a line of the mapping sends.
    fn gives(&self, from: &Source) -> bool {
        let Source::Answer(field) = from else { return true };
        let set = self.question_set.iter();
        set.flat_map(|set| &set.questions).any(|question| question.field == *field)
    }

    /// Drop the lines of the mapping that send answers which the questions don't give. Answers the
    /// fields they sent, in order.
    pub(crate) fn drop_lines(&mut self) -> Vec<String> {
        let lines = std::mem::take(&mut self.mapping);
        let (kept, left) = lines.into_iter().partition(|line| self.gives(&line.from));
        self.mapping = kept;
        let field = |line: Rule| match line.from {
            Source::Answer(field) => Some(field),
            Source::Context(_) => None,
        };
        left.into_iter().filter_map(field).collect()
    }
}

/// What no type can say.
pub(crate) fn check(config: &Config, questions_known: bool) -> Vec<String> {
    let mut faults = Vec::new();
    if config.version != 1 {
        faults.push(format!(
            "version: {} is not known; this Leadbridge reads version 1",
            config.version
        ));
    }
    for (index, account) in config.accounts.iter().enumerate() {
        let place = format!("accounts[{index}]");
        if !is_email(&account.email) {
            faults.push(format!("{place}.email: this is no email address"));
        }
        if let Some(Err(why)) = account.base_url.as_ref().map(|url| http::base_url(url)) {
            faults.push(format!("{place}.base_url: {why}"));
        }
        if config.accounts[..index].iter().any(|other| other.key() == account.key()) {
            faults.push(format!("{place}: this account is in the list twice"));
        }
    }
    let destination = config.destination.as_ref().and_then(|d| d.base_url.as_ref());
    if let Some(Err(why)) = destination.map(|url| http::base_url(url)) {
        faults.push(format!("destination.base_url: {why}"));
    }
    faults.extend(intake_faults(&config.intake));
    faults.extend(config.receiver.sources.iter().flat_map(SourcesConfig::faults));
    faults.extend(config.tunnel.iter().flat_map(tunnel::check));
    for (index, rule) in config.mapping.iter().enumerate() {
        if rule.to.trim().is_empty() {
            faults.push(format!("mapping[{index}].to: a field's name is missing"));
        }
        if let (true, false, Source::Answer(field)) =
            (questions_known, config.gives(&rule.from), &rule.from)
        {
            faults.push(format!("mapping[{index}].from: no question has the field {field:?}"));
        }
    }
    faults
}

/// What is out of its range.
pub(crate) fn intake_faults(intake: &IntakeConfig) -> impl Iterator<Item = String> {
    let (grace, sweep, live) = (intake.grace_seconds, intake.sweep_minutes, intake.live_seconds);
    [
        (grace > 3_600, "intake.grace_seconds: at most an hour (3600)"),
        (!(1..=1_440).contains(&sweep), "intake.sweep_minutes: 1 to 1440"),
        (!(5..=3_600).contains(&live), "intake.live_seconds: 5 to 3600"),
    ]
    .into_iter()
    .filter(|(wrong, _)| *wrong)
    .map(|(_, fault)| fault.to_owned())
}

impl AccountConfig {
    /// What rows and requests call it: short, and the same wherever it is set.
    pub fn key(&self) -> String {
        let (platform, email) = (self.platform, self.email.trim().to_lowercase());
        let id = uuid::Uuid::new_v5(
            &uuid::Uuid::NAMESPACE_OID,
            format!("{platform:?} {email}").as_bytes(),
        );
        id.simple().to_string().chars().take(12).collect()
    }
}

/// Whether this can be an email address: one `@` with something that has a dot behind it.
pub fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.trim().split_once('@') else {
        return false;
    };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && c != '@';
    !name.is_empty()
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && name.chars().chain(domain.chars()).all(plain)
}

/// The file's JSON Schema.
pub fn schema() -> Value {
    schemars::schema_for!(Config).to_value()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_file_is_the_default() {
        assert_eq!(read("{}"), Ok(Config::default()));
        let written = serde_json::to_string(&Config::default()).expect("it serialises");
        assert_eq!(read(&written), Ok(Config::default()));
    }

    /// A tunnel over ssh, one of its parts another one.
    fn ssh(part: &str, value: &str) -> String {
        let mut tunnel = serde_json::json!({
            "kind": "ssh", "host": "example.com", "port": 22, "user": "me",
            "key_file": "/home/me/.ssh/id", "remote_port": 9000, "address": "https://a.b",
        });
        tunnel[part] = serde_json::from_str(value).expect("JSON");
        serde_json::json!({ "tunnel": tunnel }).to_string()
    }

    #[test]
    fn each_fault_says_where_and_what() {
        for (json, expected) in [
            ("", "not JSON: EOF while parsing a value"),
            ("[]", "a configuration is a JSON object"),
            (r#"{"version":2}"#, "version: 2 is not known"),
            (r#"{"password":"x"}"#, "unknown field `password`"),
            (r#"{"account":{"email":"x"}}"#, "accounts[0].email: this is no email"),
            (
                r#"{"accounts":[{"email":"a@b.c"},{"email":"A@b.c"}]}"#,
                "accounts[1]: this account is in the list twice",
            ),
            (r#"{"intake":{"sweep_minutes":0}}"#, "intake.sweep_minutes: 1 to 1440"),
            (r#"{"intake":{"rules":[{"shoe":1}]}}"#, "intake.rules[0].shoe: unknown field"),
            (r#"{"account":{"email":"a@b.c","platform":"xx"}}"#, "unknown variant"),
            (r#"{"account":{"email":"a@b.c","base_url":"http://a.b"}}"#, "accounts[0].base_url:"),
            (r#"{"receiver":{"port":70000}}"#, "receiver.port: invalid value"),
            (r#"{"destination":{"kind":"fax"}}"#, "destination.kind: unknown variant `fax`"),
            (r#"{"mapping":[{"from":"visitor.shoe","to":"x"}]}"#, "mapping[0].from: "),
            (r#"{"mapping":[{"from":"visitor.email","to":" "}]}"#, "mapping[0].to: a field's name"),
            (r#"{"mapping":[{"from":"answer.x","to":"x"}]}"#, "mapping[0].from: no question has"),
            (r#"{"tunnel":{"kind":"pigeon"}}"#, "tunnel.kind: unknown variant `pigeon`"),
            (r#"{"tunnel":{"kind":"fixed","address":"http://a.b"}}"#, "tunnel.address: "),
            (r#"{"tunnel":{"kind":"fixed","address":"https://u:p@a.b"}}"#, "tunnel.address: "),
            (r#"{"tunnel":{"kind":"fixed","address":"https://a.b?x=1"}}"#, "tunnel.address: "),
            (r#"{"tunnel":{"kind":"fixed","address":"https://a.b","x":1}}"#, "unknown field `x`"),
            (r#"{"tunnel":{"kind":"ngrok","domain":"https://a.b"}}"#, "tunnel.domain: "),
            (
                r#"{"tunnel":{"kind":"cloudflared","name":"--token","hostname":"a.b"}}"#,
                "tunnel.name: ",
            ),
            (&ssh("host", r#""-oProxyCommand=x""#), "tunnel.host: "),
            (&ssh("user", r#""-l root""#), "tunnel.user: "),
            (&ssh("key_file", r#""id_ed25519""#), "tunnel.key_file: "),
            (&ssh("remote_port", "0"), "tunnel.remote_port: "),
            (&ssh("address", r#""http://a.b""#), "tunnel.address: "),
            (r#"{"question_set":{"name":"n","questions":[{"number":0}]}}"#, "question_set."),
        ] {
            let faults = read(json).expect_err(json);
            assert!(faults.iter().any(|fault| fault.contains(expected)), "{json}: {faults:?}");
        }
    }
}
