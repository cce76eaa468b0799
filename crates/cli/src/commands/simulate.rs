//! `leadbridge simulate`

use super::serve::stop_signal;
use crate::{
    args::{Simulate, SimulateCrm, SimulateIadvize, Simulator},
    failure::Failure,
    output,
};
use leadbridge_simulator::{crm, iadvize};
use serde_json::json;

/// Start a simulator, say how to use it, and stop when asked.
pub async fn run(args: Simulate) -> Result<(), Failure> {
    match args.which {
        Simulator::Iadvize(args) => simulate_iadvize(args).await,
        Simulator::Crm(args) => simulate_crm(args).await,
    }
}

async fn simulate_iadvize(args: SimulateIadvize) -> Result<(), Failure> {
    let options = iadvize::Options { port: args.port, ..Default::default() };
    if !args.json {
        let args = iadvize::Args { options, webhooks: args.webhooks };
        return Ok(iadvize::run(args, &mut std::io::stdout()).await?);
    }
    let iadvize = iadvize::Simulator::start(options).await?;
    if let Some(url) = &args.webhooks {
        iadvize.subscribe(url)?;
    }
    let options = iadvize.options();
    let told = json!({
        "base_url": iadvize.base_url(), "email": options.usernames.first(),
        "password": options.password, "webhook_secret": options.webhook_secret,
    });
    output::line(&told.to_string())?;
    stop_signal().await;
    iadvize.stop().await;
    Ok(())
}

async fn simulate_crm(args: SimulateCrm) -> Result<(), Failure> {
    let options = crm::Options { port: args.port, ..Default::default() };
    if !args.json {
        return Ok(crm::run(crm::Args { options }, &mut std::io::stdout()).await?);
    }
    let crm = crm::Crm::start(options).await?;
    let told = json!({ "base_url": crm.base_url(), "token": crm.options().token });
    output::line(&told.to_string())?;
    stop_signal().await;
    crm.stop().await;
    Ok(())
}
