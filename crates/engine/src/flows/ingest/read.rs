//! A conversation as iAdvize has it, read with the questions that a rule or the admin chose.

use super::{FetchError, summary};
use crate::{
    App,
    config::Config,
    said::{Key, Said},
    store::{ArrivalEnd, ClaimedArrival, Keep, KeptConversation, NewLead},
    types::{DeliveryMode, LeadEmailSource, Topic},
};
use anyhow::Context as _;
use leadbridge_domain::{
    conversation::{self, Author, Conversation},
    extract::extract,
    intake::{self, Known, Rule, Verdict, Why},
    question::QuestionSet,
    reading::Reading,
};
use std::sync::Arc;

/// A conversation as iAdvize has it now, and what is read from it.
pub struct Fetched {
    /// The conversation.
    pub conversation: Conversation,
    /// What today's questions find in it.
    pub reading: Reading,
    account: String,
    questions: Questions,
    json: String,
}

/// The questions that a conversation is read with, as they are kept beside it.
struct Questions {
    set: Option<QuestionSet>,
    json: Option<String>,
    version: Option<(String, u32)>,
}

/// Fetch a conversation and read it, without keeping anything. `None` when iAdvize doesn't know it.
pub async fn ask(app: &App, account: &str, id: &str) -> Result<Option<Fetched>, FetchError> {
    let Some((conversation, json)) = get(app, account, id).await? else { return Ok(None) };
    let rule = match intake::decide(&app.config().intake.rules, &known(&conversation)) {
        Verdict::Handle(rule) => rule.cloned(),
        _ => None,
    };
    let account = account.to_owned();
    Ok(Some(read(app, account, conversation, json, rule.as_ref()).await?))
}

/// A conversation as iAdvize has it, unread.
pub async fn get(
    app: &App,
    account: &str,
    id: &str,
) -> Result<Option<(Conversation, String)>, FetchError> {
    let client = app.iadvize(account)?;
    let Some(json) = client.conversation(id).await? else { return Ok(None) };
    Ok(Some((parse(&json)?, json)))
}

fn parse(json: &str) -> Result<Conversation, FetchError> {
    Conversation::from_json(json).map_err(|error| {
        let why = [("why", error.to_string())];
        FetchError::Unreadable(Said::new(Key::ConversationUnreadable, why))
    })
}

/// Read a conversation with the questions of its rule, or those in use.
pub async fn read(
    app: &App,
    account: String,
    conversation: Conversation,
    json: String,
    rule: Option<&Rule>,
) -> Result<Fetched, FetchError> {
    let (config, questions) = questions(app, rule).await?;
    let empty = QuestionSet::default();
    let set = questions.set.as_ref().unwrap_or(&empty);
    let reading = extract(&conversation, set, &config.authors);
    Ok(Fetched { conversation, reading, account, questions, json })
}

/// Read a kept conversation again if the questions have changed since.
pub async fn refresh(app: &App, id: &str) -> anyhow::Result<()> {
    let kept = app.store().conversation(id).await?;
    let (_, kept) = kept.context("a lead's conversation is gone")?;
    let conversation = parse(&kept.json)?;
    let config = app.config();
    let rule = match intake::decide(&config.intake.rules, &known(&conversation)) {
        Verdict::Handle(rule) => rule,
        _ => None,
    };
    let (_, now) = questions(app, rule).await?;
    if (kept.question_set, kept.read_with) == (now.json, now.version) {
        return Ok(());
    }
    let fetched = read(app, kept.account, conversation, kept.json, rule).await?;
    keep(app, vec![keeping(app, fetched, true, None)?]).await
}

/// The questions of now; taken once for a reading, so that what is kept beside it is what it was
/// read with.
async fn questions(app: &App, rule: Option<&Rule>) -> anyhow::Result<(Arc<Config>, Questions)> {
    let (config, version) = app.config_and_version();
    let named = rule.and_then(|rule| rule.question_set.as_deref());
    let in_use = config.question_set.as_ref();
    let kept = match named {
        Some(name) if in_use.is_none_or(|set| set.name != name) => {
            let kept = app.store().newest_version(name).await?;
            kept.with_context(|| format!("the question set {name:?} of a rule is gone"))?
        }
        _ => {
            let json = in_use.map(serde_json::to_string).transpose();
            let json = json.context("write down the question set")?;
            let version = version.map(|version| (version.id, version.number));
            let set = in_use.cloned();
            return Ok((config, Questions { set, json, version }));
        }
    };
    let set = serde_json::from_str(&kept.json).context("read the kept question set")?;
    let version = Some((kept.set, kept.number));
    Ok((config, Questions { set: Some(set), json: Some(kept.json), version }))
}

/// What rules look at, of a conversation that is here.
pub fn known(conversation: &Conversation) -> Known {
    let visitor = |author: &Author| matches!(author, Author::Visitor | Author::System);
    let operators = conversation.messages.iter().filter(|m| !visitor(&m.author));
    let mut operators: Vec<String> = operators.filter_map(|m| m.author_id.clone()).collect();
    operators.sort_unstable();
    operators.dedup();
    Known {
        project: conversation.project.as_ref().and_then(|project| project.id.clone()),
        channel: conversation.channel.clone(),
        operators: Some(operators),
        language: Some(conversation.language.clone()),
        tags: Some(conversation.tags.clone()),
    }
}

/// Why a conversation is left out, for people.
pub(super) fn left_out(why: &Why<'_>) -> Said {
    match why {
        Why::Rule(rule) => Said::new(Key::RuleLeavesOut, [("rule", rule.name.clone())]),
        Why::NoRule(criterion) => Said::plain(match criterion {
            intake::Criterion::Project => Key::NoRuleForProject,
            intake::Criterion::Channel => Key::NoRuleForChannel,
            intake::Criterion::Operator => Key::NoRuleForOperator,
            intake::Criterion::Language => Key::NoRuleForLanguage,
            intake::Criterion::Tag => Key::NoRuleForTag,
        }),
    }
}

/// A conversation and all that goes with it, ready to be kept.
pub fn keeping(
    app: &App,
    fetched: Fetched,
    with_lead: bool,
    claimed: Option<ClaimedArrival>,
) -> anyhow::Result<Keep> {
    let (now, config) = (app.clock().now(), app.config());
    let Fetched { conversation, reading, account, questions, json } = fetched;
    let kept = KeptConversation {
        account,
        summary: summary::summary(&conversation, &reading),
        visitors: conversation::visitor_ids(&json),
        json,
        reading: serde_json::to_string(&reading).context("write down the reading")?,
        question_set: questions.json,
        read_with: questions.version,
        sort_at: summary::sort_at(&conversation).unwrap_or(now),
    };
    let lead = NewLead {
        id: app.new_id(),
        conversation_id: conversation.id.clone(),
        name: kept.summary.visitor.clone(),
        email: reading.email.map(|email| (email.value, LeadEmailSource::from(email.source))),
    };
    let mode = match claimed.as_ref().is_some_and(|claimed| claimed.review) {
        true => DeliveryMode::Manual,
        false => config.mode,
    };
    let closed = summary::closed_at(&conversation);
    Ok(Keep {
        conversation: kept,
        lead: with_lead.then_some(lead),
        destination: config.destination.as_ref().map(|destination| (destination.key(), mode)),
        claimed: claimed.map(|claimed| (claimed, ArrivalEnd::Read(closed))),
    })
}

/// Keep conversations, their leads, and the leads' places in the queue, in one step.
pub async fn keep(app: &App, keeping: Vec<Keep>) -> anyhow::Result<()> {
    if keeping.is_empty() {
        return Ok(());
    }
    app.store().keep(&keeping, app.clock().now()).await.context("keep the conversation")?;
    app.changed(Topic::Conversations);
    app.changed(Topic::Leads);
    app.wake_deliver();
    Ok(())
}
