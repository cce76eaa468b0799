//! The tunnel, with a real sshd and a real proxy that speaks HTTPS before it.

use crate::harness::{World, eventually, free_port};
use leadbridge_domain::event::sign;
use leadbridge_engine::{
    App, Options, api,
    clock::Clock,
    tunnel::{Guarded, Means},
    types::{Empty, SetTunnel, TunnelConfig, TunnelState, TunnelView},
    vault::Vault,
};
use std::{
    net::Ipv4Addr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Instant,
};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{ServerConfig, crypto::ring, pki_types::PrivatePkcs8KeyDer},
};

/// A proxy that speaks HTTPS and leads to a port of this machine; its certificate signs itself.
struct Proxy {
    address: String,
    certificate: Vec<u8>,
    serving: tokio::task::JoinHandle<()>,
}

impl Proxy {
    async fn start(to: u16) -> Self {
        let made = rcgen::generate_simple_self_signed(vec!["localhost".into()]).expect("made");
        let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key.into())
            .expect("a certificate");
        let tls = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
        let port = listener.local_addr().expect("its address").port();
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let tls = tls.clone();
                tokio::spawn(async move {
                    let Ok(mut stream) = tls.accept(stream).await else { return };
                    if let Ok(mut on) = TcpStream::connect((Ipv4Addr::LOCALHOST, to)).await {
                        tokio::io::copy_bidirectional(&mut stream, &mut on).await.ok();
                    }
                });
            }
        });
        let address = format!("https://localhost:{port}");
        Self { address, certificate: made.cert.der().to_vec(), serving }
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

/// A real sshd on loopback that lets one key in, and forwards.
struct Sshd {
    folder: tempfile::TempDir,
    port: u16,
    child: Child,
}

impl Sshd {
    fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["host", "user"] {
            let made = Command::new("ssh-keygen")
                .args(["-q", "-t", "ed25519", "-N", "", "-f"])
                .arg(folder.path().join(name))
                .status();
            assert!(made.expect("ssh-keygen").success());
        }
        std::fs::create_dir_all("/run/sshd").ok();
        let port = free_port();
        let child = Self::run(folder.path(), port);
        Self { folder, port, child }
    }

    fn run(folder: &Path, port: u16) -> Child {
        let at = |name: &str| folder.join(name).display().to_string();
        let (host, keys) = (at("host"), at("user.pub"));
        let config = format!(
            "Port {port}\nListenAddress 127.0.0.1\nHostKey {host}\nAuthorizedKeysFile {keys}\n\
             PasswordAuthentication no\nUsePAM no\nStrictModes no\nAllowTcpForwarding remote\n\
             PidFile none\n"
        );
        std::fs::write(folder.join("config"), config).expect("a file");
        let mut command = Command::new("/usr/sbin/sshd");
        command.args(["-D", "-f", &at("config"), "-E", &at("log")]);
        command.stdin(Stdio::null()).spawn().expect("sshd starts")
    }
}

impl Drop for Sshd {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn guard() -> PathBuf {
    env!("CARGO_BIN_EXE_leadbridge").into()
}

async fn engine(folder: &Path, extra_root: Option<Vec<u8>>) -> App {
    let folders = vec!["/usr/bin".into()];
    let options = Options {
        data_dir: folder.to_owned(),
        vault: Vault::memory(),
        clock: Clock::System,
        holder: "a story".into(),
        iadvize_url: None,
        port: Some(0),
        tunnel: Means {
            launcher: Some(Arc::new(Guarded::new(&guard(), folders))),
            extra_root,
            addresses: Some(Arc::new(|| [Ipv4Addr::new(192, 0, 2, 1).into()].into())),
        },
    };
    App::open(options).await.expect("the engine opens")
}

async fn view(app: &App) -> TunnelView {
    api::tunnel(app, Empty {}).await.expect("a view").expect("a tunnel")
}

async fn becomes(app: &App, state: TunnelState) {
    eventually(&format!("{state:?}"), async || view(app).await.state == state).await;
}

/// The process that the guard has started.
fn child(folder: &Path) -> Option<i32> {
    let note = std::fs::read_to_string(folder.join("leadbridge.tunnel")).ok()?;
    let note: serde_json::Value = serde_json::from_str(&note).ok()?;
    note["id"].as_i64()?.try_into().ok()
}

fn user() -> String {
    let output = Command::new("id").arg("-un").output().expect("a name");
    String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_webhook_comes_through_ssh_and_a_killed_ssh_is_back_within_5_s() {
    let world = World::new().await;
    let (sshd, remote_port) = (Sshd::start(), free_port());
    let proxy = Proxy::start(remote_port).await;
    let app = engine(world.folder.path(), Some(proxy.certificate.clone())).await;
    world.connect(&app).await;
    app.start().await.expect("it starts");
    let tunnel = TunnelConfig::Ssh {
        host: "127.0.0.1".into(),
        port: sshd.port,
        user: user(),
        key_file: Some(sshd.folder.path().join("user").display().to_string()),
        remote_port,
        address: proxy.address.clone(),
    };
    api::set_tunnel(&app, SetTunnel { tunnel: Some(tunnel), secret: None }).await.expect("set");
    becomes(&app, TunnelState::Up).await;
    let up = view(&app).await;
    assert!(up.proof.expect("a proof").connect_ms.is_some());
    let callback = up.callback.expect("an address for iAdvize");
    let body = br#"{"eventId":"e1","eventType":"v2.conversation.closed","conversationId":"c"}"#;
    let root = reqwest::Certificate::from_der(&proxy.certificate).expect("a certificate");
    let http = reqwest::Client::builder().tls_certs_merge([root]).build().expect("a client");
    let signature = sign(world.iadvize.options().webhook_secret.as_bytes(), body);
    let sent = http.post(&callback).body(body.to_vec()).header("x-iadvize-signature", signature);
    assert_eq!(sent.send().await.expect("an answer").status(), 200);
    let first = child(world.folder.path()).expect("a process");
    let began = Instant::now();
    rustix::process::kill_process(
        rustix::process::Pid::from_raw(first).expect("an id"),
        rustix::process::Signal::KILL,
    )
    .expect("it is killed");
    eventually("another ssh is up", async || {
        let other = child(world.folder.path()).is_some_and(|id| id != first);
        other && view(&app).await.state == TunnelState::Up
    })
    .await;
    assert!(began.elapsed().as_secs() < 5, "{:?}", began.elapsed());
    let last = child(world.folder.path()).expect("a process");
    api::stop_tunnel(&app, Empty {}).await.expect("stopped");
    becomes(&app, TunnelState::Off).await;
    eventually("ssh is gone", async || !Path::new(&format!("/proc/{last}")).exists()).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_whose_certificate_nobody_vouches_for_is_not_shown_as_ready() {
    let folder = tempfile::tempdir().expect("a folder");
    let proxy = Proxy::start(free_port()).await;
    let app = engine(folder.path(), None).await;
    app.start().await.expect("it starts");
    let tunnel = Some(TunnelConfig::Fixed { address: proxy.address.clone() });
    api::set_tunnel(&app, SetTunnel { tunnel, secret: None }).await.expect("set");
    becomes(&app, TunnelState::Unreachable).await;
    let seen = view(&app).await;
    assert!(seen.callback.is_none());
    let said = seen.problem.expect("a reason").text;
    assert!(said.contains("no certificate that can be trusted"), "{said}");
    app.stop().await;
}
