//! How quick the simulated iAdvize is in this build: `cargo run -p leadbridge-simulator --example speed`.

use anyhow::Context as _;
use jiff::Timestamp;
use leadbridge_simulator::iadvize::{Options, Platform, Simulator};
use leadbridge_simulator::seed;
use reqwest::Client;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const CONVERSATION: &str = include_str!("../../../graphql/conversation.graphql");
const LISTING: &str = include_str!("../../../graphql/closed-conversations.graphql");

const CONVERSATIONS: usize = 10_000;
/// How many of them are closed at the measured moment.
const CLOSED: usize = 1_000;
/// How many calls are on their way at once.
const AT_ONCE: usize = 6;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let iadvize = Simulator::start(Options { seed: false, ..Options::default() }).await?;
    let (seeds, took) = timed(|| seed::generated(CONVERSATIONS, 1));
    println!("made {CONVERSATIONS} in {took:.2?}");
    let (added, took) = timed(|| -> anyhow::Result<()> {
        for seed in &seeds {
            iadvize.add(Platform::Ha, seed.conversation.clone())?;
        }
        Ok(())
    });
    added?;
    println!("added {CONVERSATIONS} in {took:.2?}");
    let asking = Asking::of(&iadvize).await?;
    let began = Instant::now();
    let ids = asking.list().await?;
    println!("listed {} in {:.2?}", ids.len(), began.elapsed());
    let began = Instant::now();
    asking.fetch(&ids).await?;
    println!("fetched {:.0} a second", ids.len() as f64 / began.elapsed().as_secs_f64());
    let open = seed::generated(CLOSED, 2);
    for seed in &open {
        let mut conversation = seed.conversation.clone();
        conversation["closedAt"] = Value::Null;
        iadvize.add(Platform::Ha, conversation)?;
    }
    let (closed, took) =
        timed(|| open.iter().try_for_each(|seed| iadvize.close(seed.id()).map(drop)));
    closed?;
    println!("closed {CLOSED} in {took:.2?}");
    iadvize.stop().await;
    Ok(())
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let began = Instant::now();
    (work(), began.elapsed())
}

struct Asking {
    http: Client,
    url: String,
    token: String,
}

impl Asking {
    async fn of(iadvize: &Simulator) -> anyhow::Result<Self> {
        let (http, url, options) = (Client::new(), iadvize.base_url(), iadvize.options());
        let form = [
            ("grant_type", "password"),
            ("username", &options.usernames[0]),
            ("password", &options.password),
        ];
        let answer = http.post(format!("{url}/oauth2/token")).form(&form).send().await?;
        let answer: Value = answer.json().await?;
        let token = answer["access_token"].as_str().context("no token")?.to_owned();
        Ok(Self { http, url: format!("{url}/graphql"), token })
    }

    async fn ask(&self, query: &str, variables: Value) -> anyhow::Result<Value> {
        let body = json!({ "query": query, "variables": variables });
        let request = self.http.post(&self.url).bearer_auth(&self.token).json(&body);
        let mut answer: Value = request.send().await?.json().await?;
        anyhow::ensure!(answer["errors"].is_null(), "{}", answer["errors"]);
        Ok(answer["data"].take())
    }

    async fn list(&self) -> anyhow::Result<Vec<String>> {
        let (mut ids, mut after) = (Vec::new(), Value::Null);
        let (from, to) = (Timestamp::UNIX_EPOCH, "2100-01-01T00:00:00Z");
        loop {
            let variables = json!({ "from": from, "to": to, "after": after });
            let page = self.ask(LISTING, variables).await?["closedConversations"].take();
            let edges = page["edges"].as_array().context("no page")?;
            ids.extend(
                edges.iter().filter_map(|edge| Some(edge["node"]["id"].as_str()?.to_owned())),
            );
            after = page["pageInfo"]["endCursor"].clone();
            if page["pageInfo"]["hasNextPage"] != true {
                return Ok(ids);
            }
        }
    }

    /// Each, several at once.
    async fn fetch(&self, ids: &[String]) -> anyhow::Result<()> {
        let next = AtomicUsize::new(0);
        let one_after_another = async || -> anyhow::Result<()> {
            while let Some(id) = ids.get(next.fetch_add(1, Ordering::Relaxed)) {
                let data = self.ask(CONVERSATION, json!({ "id": id })).await?;
                anyhow::ensure!(data["conversation"]["id"] == id.as_str(), "{data}");
            }
            Ok(())
        };
        let all = (0..AT_ONCE).map(|_| one_after_another());
        futures::future::try_join_all(all).await.map(drop)
    }
}
