use super::{Options, Simulator};
use crate::run::asked_to_stop;
use anyhow::Context as _;
use std::io::Write;

/// What `leadbridge simulate iadvize` is told.
#[derive(Clone, Debug, Default)]
pub struct Args {
    /// How the simulator starts.
    pub options: Options,
    /// Where webhooks go from the start, if anywhere.
    pub webhooks: Option<String>,
}

/// Runs the simulator until ctrl-c or SIGTERM, having said on `out` where it is and how to use it.
pub async fn run(args: Args, out: &mut (dyn Write + Send)) -> anyhow::Result<()> {
    let iadvize = start(args, out).await?;
    asked_to_stop().await.context("wait for ctrl-c")?;
    iadvize.stop().await;
    Ok(())
}

async fn start(args: Args, out: &mut (dyn Write + Send)) -> anyhow::Result<Simulator> {
    let iadvize = Simulator::start(args.options).await?;
    if let Some(url) = &args.webhooks {
        iadvize.subscribe(url)?;
    }
    let options = iadvize.options();
    let target = args.webhooks.as_deref().unwrap_or("nowhere yet: say where on the page");
    let url = iadvize.base_url();
    write!(
        out,
        "\
iAdvize, simulated, listens on {url}

  page       {url}/  (close a conversation there)
  sign in    {user}, password {password}
  webhooks   go to {target}
             signed with {secret}

Use it with LEADBRIDGE_IADVIZE_URL={url}
Stop it with ctrl-c.
",
        user = options.usernames.join(" or "),
        password = options.password,
        secret = options.webhook_secret,
    )
    .and_then(|()| out.flush())
    .context("say where the simulator listens")?;
    Ok(iadvize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn it_says_where_it_is_and_how_to_use_it() {
        let mut out = Vec::new();
        let webhooks = Some("http://127.0.0.1:9/hook".to_owned());
        let args = Args { options: Options::default(), webhooks };
        let iadvize = start(args, &mut out).await.unwrap();
        let said = String::from_utf8(out).unwrap();
        let options = iadvize.options();
        let told = [&iadvize.base_url(), &options.usernames[0], &options.password];
        assert!(told.iter().all(|one| said.contains(*one)), "{said}");
        assert!(said.contains("go to http://127.0.0.1:9/hook"), "{said}");
        let nonsense = Args { webhooks: Some("here".to_owned()), ..Args::default() };
        assert!(start(nonsense, &mut Vec::new()).await.is_err());
    }
}
