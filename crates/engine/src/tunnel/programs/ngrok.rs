//! ngrok, which logs to standard output when it is told to (ngrok.com/docs/agent/cli): lines of
//! `key=value`, among them `msg="started tunnel" … url=https://…`. Its token is read from
//! `NGROK_AUTHTOKEN`, else from its own configuration.

use super::{Hint, Program, Sign, Start, Task, local};
use crate::types::TunnelConfig;

pub(super) const VERSION: &str = "version";

pub(super) const INSTALL: [Hint; 3] = [
    Hint::From("https://ngrok.com/download/linux"),
    Hint::Run("brew install ngrok"),
    Hint::Run("winget install --id Ngrok.Ngrok"),
];

pub(super) fn start(task: &Task<'_>) -> Start {
    let url = local(task.port);
    let mut args: Vec<String> =
        ["http", &url, "--log", "stdout", "--log-format", "logfmt"].map(str::to_owned).into();
    if let TunnelConfig::Ngrok { domain: Some(domain) } = task.config {
        args.extend(["--url".to_owned(), format!("https://{domain}")]);
    }
    (args, task.secret.map(|token| ("NGROK_AUTHTOKEN", token.clone())).into_iter().collect())
}

pub(super) fn read(line: &str) -> Option<Sign> {
    if value(line, "msg").as_deref() == Some("started tunnel") {
        return value(line, "url").map(|url| Sign::ReadyAt(url.trim_end_matches('/').to_owned()));
    }
    if let Some(said) = line.strip_prefix("ERROR:").map(str::trim).filter(|said| !said.is_empty()) {
        return Some(Program::Ngrok.says(said));
    }
    let level = value(line, "lvl")?;
    let said = value(line, "err").filter(|said| said != "nil" && said != "<nil>");
    match (level.as_str(), said) {
        ("eror" | "crit", Some(said)) => Some(Program::Ngrok.says(&said)),
        _ => None,
    }
}

/// The value of a key in a line of `key=value key="a value"`.
fn value(line: &str, key: &str) -> Option<String> {
    let mut rest = line;
    loop {
        let (name, after) = rest.split_once('=')?;
        let name = name.rsplit(' ').next().unwrap_or(name);
        let (value, left) = match after.strip_prefix('"') {
            Some(quoted) => unquote(quoted),
            None => {
                let (value, left) = after.split_once(' ').unwrap_or((after, ""));
                (value.to_owned(), left)
            }
        };
        if name == key {
            return Some(value);
        }
        rest = left;
    }
}

/// A text up to its closing quote, and what is left.
fn unquote(text: &str) -> (String, &str) {
    let (mut value, mut chars) = (String::new(), text.chars());
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => match chars.next() {
                Some('n' | 'r') => value.push(' '),
                Some(escaped) => value.push(escaped),
                None => break,
            },
            c => value.push(c),
        }
    }
    (value, chars.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_is_documented_to_print() {
        let ready = |text: &str| Some(Sign::ReadyAt(text.to_owned()));
        for (line, expected) in [
            (r#"t=2026-01-01T00:00:00+0000 lvl=info msg="no configuration paths supplied""#, None),
            (
                r#"t=2026-01-01T00:00:00+0000 lvl=info msg="starting web service" obj=web addr=127.0.0.1:4040 allow_hosts=[]"#,
                None,
            ),
            (
                r#"t=2026-01-01T00:00:00+0000 lvl=info msg="client session established" obj=tunnels.session"#,
                None,
            ),
            (
                r#"t=2026-01-01T00:00:00+0000 lvl=info msg="started tunnel" obj=tunnels name=command_line addr=http://127.0.0.1:47800 url=https://ab-1.ngrok-free.app"#,
                ready("https://ab-1.ngrok-free.app"),
            ),
            (r#"t=x lvl=info msg="join connections" err=nil"#, None),
            (r#"t=x lvl=info msg=end err="<nil>""#, None),
            ("ERROR:  ", None),
            ("", None),
            ("=", None),
            (r#"msg=""#, None),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
        for (line, expected) in [
            (
                r#"t=x lvl=eror msg="session closing" obj=tunnels.session err="authentication failed: the token \"x\" is not valid\r\n\r\nERR_NGROK_105\r\n""#,
                "ngrok says: authentication failed: the token \"x\" is not valid    ERR_NGROK_105",
            ),
            ("ERROR:  authentication failed", "ngrok says: authentication failed"),
        ] {
            let Some(Sign::Failed(why)) = read(line) else { panic!("{line}") };
            assert_eq!(why.text, expected);
        }
    }
}
