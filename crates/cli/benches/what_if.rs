//! What a change of the questions would do to past conversations: how long the answer takes, and
//! how long a sample takes to be read anew while a question is edited.
//!
//! The conversations come the real way, out of the simulator into a data folder, so that they are
//! read from where they are kept. Figures are printed, never asserted.

use leadbridge_engine::{
    App, Options, api,
    clock::Clock,
    types::{ById, ConfigText, Empty, Platform, PreviewRequest, SampleOf, SignIn, WhatIf},
    vault::Vault,
};
use leadbridge_simulator::{
    iadvize::{self, LoginLimit, Simulator},
    seed,
};
use serde_json::{Value, json};
use std::{error::Error, time::Instant};

/// How many conversations the issue asks about.
const CONVERSATIONS: usize = 1_000;
/// How often each is measured; the middle one counts.
const TIMES: usize = 9;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let options = Options {
        data_dir: folder.path().to_owned(),
        vault: Vault::memory(),
        clock: Clock::System,
        holder: "a benchmark".into(),
        iadvize_url: None,
        port: Some(0),
        tunnel: Default::default(),
    };
    let app = App::open(options).await?;
    let limits = LoginLimit { user: 1_000, ip: 1_000 };
    let options = iadvize::Options { login_limit_per_minute: limits, ..Default::default() };
    let simulator = Simulator::start(options).await?;
    let ids = fill(&app, &simulator).await?;

    let mut draft: Value = serde_json::from_str(seed::QUESTIONS)?;
    let preview = PreviewRequest {
        set: None,
        draft: draft.clone(),
        sample: SampleOf::Conversation { id: ids[0].clone() },
    };
    draft["questions"][0]["answer"] = json!({ "type": "text" });
    let what_if = WhatIf { draft, against: None, last: Some(CONVERSATIONS as u32) };
    let (mut asked, mut previewed) = (Vec::new(), Vec::new());
    for _ in 0..TIMES {
        let began = Instant::now();
        let report = api::what_if(&app, what_if.clone()).await?;
        asked.push(began.elapsed());
        if report.conversations as usize != CONVERSATIONS || report.changed == 0 {
            return Err(format!("{} of {} changed", report.changed, report.conversations).into());
        }
        let began = Instant::now();
        api::preview(&app, preview.clone()).await?;
        previewed.push(began.elapsed());
    }
    for (what, mut times) in [
        (format!("what if, {CONVERSATIONS} conversations"), asked),
        ("preview of one conversation".into(), previewed),
    ] {
        times.sort();
        println!("{what}: {:.1} ms (middle of {TIMES})", times[TIMES / 2].as_secs_f64() * 1e3);
    }
    app.stop().await;
    simulator.stop().await;
    Ok(())
}

/// Fetch so many conversations into the data folder.
async fn fill(app: &App, simulator: &Simulator) -> Result<Vec<String>, Box<dyn Error>> {
    let questions: Value = serde_json::from_str(seed::QUESTIONS)?;
    let json = json!({ "question_set": questions }).to_string();
    api::config_apply(app, ConfigText { json }).await?;
    let options = simulator.options();
    let sign_in = SignIn {
        email: options.usernames[0].clone(),
        password: options.password.clone(),
        platform: Platform::Ha,
        base_url: Some(simulator.base_url()),
    };
    api::sign_in(app, sign_in).await?;
    let mut ids = Vec::with_capacity(CONVERSATIONS);
    for seed in seed::generated(CONVERSATIONS, 3) {
        let id = simulator.add(iadvize::Platform::Ha, seed.conversation)?;
        api::reread(app, ById { id: id.clone() }).await?;
        ids.push(id);
    }
    let counts = api::status(app, Empty {}).await?.counts;
    println!("{} conversations are kept", counts.conversations);
    Ok(ids)
}
