use super::{Crm, Options};
use crate::run::asked_to_stop;
use anyhow::Context as _;
use std::io::Write;

/// What `leadbridge simulate crm` is told.
#[derive(Clone, Debug, Default)]
pub struct Args {
    /// How the simulator starts.
    pub options: Options,
}

/// Runs the simulator until ctrl-c or SIGTERM, having said on `out` where it is and how to use it.
pub async fn run(args: Args, out: &mut (dyn Write + Send)) -> anyhow::Result<()> {
    let crm = start(args, out).await?;
    asked_to_stop().await.context("wait for ctrl-c")?;
    crm.stop().await;
    Ok(())
}

async fn start(args: Args, out: &mut (dyn Write + Send)) -> anyhow::Result<Crm> {
    let crm = Crm::start(args.options).await?;
    let url = crm.base_url();
    write!(
        out,
        "\
A CRM, simulated, listens on {url}

  page          {url}/  (what arrived, as it arrives)
  as JSON       {url}/_simulator/state
  service key   {key}

Stop it with ctrl-c.
",
        key = crm.options().token,
    )
    .and_then(|()| out.flush())
    .context("say where the simulator listens")?;
    Ok(crm)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn it_says_where_it_is_and_how_to_use_it() {
        let mut out = Vec::new();
        let crm = start(Args::default(), &mut out).await.unwrap();
        let said = String::from_utf8(out).unwrap();
        let told = [&crm.base_url(), &crm.options().token];
        assert!(told.iter().all(|one| said.contains(*one)), "{said}");
    }
}
