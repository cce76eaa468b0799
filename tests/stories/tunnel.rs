//! The tunnel, with a real sshd and a real proxy that speaks HTTPS before it.

use crate::harness::{World, eventually, free_port};
use leadbridge_domain::event::sign;
use leadbridge_engine::{
    App, Options, api,
    clock::Clock,
    tunnel::{Guarded, Means},
    types::{ById, Empty, LeadState, Push, SetTunnel, TunnelConfig, TunnelState, TunnelView},
    vault::Vault,
};
use leadbridge_simulator::seed;
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
    engine_with(folder, extra_root, vec!["/usr/bin".into()]).await
}

async fn engine_with(folder: &Path, extra_root: Option<Vec<u8>>, folders: Vec<PathBuf>) -> App {
    engine_at(Clock::System, folder, extra_root, folders).await
}

async fn engine_at(
    clock: Clock,
    folder: &Path,
    extra_root: Option<Vec<u8>>,
    folders: Vec<PathBuf>,
) -> App {
    let options = Options {
        data_dir: folder.to_owned(),
        vault: Vault::memory(),
        clock,
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

/// bore's server from crates.io in this process, with its secret; its control port is fixed.
async fn bore_server(port: u16) -> tokio::task::JoinHandle<anyhow::Result<()>> {
    let mut server = bore_cli::server::Server::new(port..=port, Some("right"));
    server.set_bind_addr(Ipv4Addr::LOCALHOST.into());
    server.set_bind_tunnels(Ipv4Addr::LOCALHOST.into());
    tokio::spawn(server.listen())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bore_leads_here_with_the_right_secret_and_heals_when_its_server_is_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let port = free_port();
    let server = bore_server(port).await;
    let proxy = Proxy::start(port).await;
    let app = engine(folder.path(), Some(proxy.certificate.clone())).await;
    app.start().await.expect("it starts");
    let tunnel = Some(TunnelConfig::Bore {
        server: "127.0.0.1".into(),
        port: Some(port),
        address: proxy.address.clone(),
    });
    let set = async |secret: &str| {
        let secret = Some(secret.to_owned());
        let request = SetTunnel { tunnel: tunnel.clone(), secret };
        api::set_tunnel(&app, request).await.expect("set");
    };
    set("wrong").await;
    eventually("the secret is refused", async || {
        let problem = view(&app).await.problem;
        problem.is_some_and(|why| why.text.contains("refuses the secret"))
    })
    .await;
    set("right").await;
    becomes(&app, TunnelState::Up).await;
    server.abort();
    drop(server.await);
    // What goes on in the server's own tasks ends with a client that is told to go.
    api::stop_tunnel(&app, Empty {}).await.expect("stopped");
    becomes(&app, TunnelState::Off).await;
    api::start_tunnel(&app, Empty {}).await.expect("started");
    becomes(&app, TunnelState::Down).await;
    let server = bore_server(port).await;
    becomes(&app, TunnelState::Up).await;
    app.stop().await;
    server.abort();
}

/// A stand-in for a program: a script that prints what the real one is documented to print.
fn stand_in(folder: &Path, name: &str, script: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    let file = folder.join(name);
    std::fs::write(&file, format!("#!/bin/sh\n{script}\n")).expect("a file");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).expect("rights");
}

const QUICK: &str = r#"
echo "2026-01-01T00:00:00Z INF |  https://ADDRESS.trycloudflare.com   |" >&2
echo "2026-01-01T00:00:05Z INF Registered tunnel connection connIndex=0" >&2
exec sleep 600"#;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_that_changes_by_itself_is_shown_old_and_new_until_it_is_accepted() {
    let (world, programs) = (World::new().await, tempfile::tempdir().expect("a folder"));
    let quick = |address: &str| {
        stand_in(programs.path(), "cloudflared", &QUICK.replace("ADDRESS", address));
    };
    quick("first-words");
    let app = engine_with(world.folder.path(), None, vec![programs.path().to_owned()]).await;
    world.connect(&app).await;
    app.start().await.expect("it starts");
    let tunnel = Some(TunnelConfig::CloudflaredQuick {});
    api::set_tunnel(&app, SetTunnel { tunnel, secret: None }).await.expect("set");
    let address = async || view(&app).await.address.unwrap_or_default();
    eventually("an address", async || address().await.contains("first-words")).await;
    let seen = view(&app).await;
    assert!(seen.for_trying_out && seen.changed.is_none(), "{seen:?}");
    api::stop_tunnel(&app, Empty {}).await.expect("stopped");
    becomes(&app, TunnelState::Off).await;
    quick("other-words");
    api::start_tunnel(&app, Empty {}).await.expect("started");
    eventually("the change is seen", async || view(&app).await.changed.is_some()).await;
    let change = view(&app).await.changed.expect("a change");
    assert_eq!(change.old, "https://first-words.trycloudflare.com");
    assert_eq!(change.new, "https://other-words.trycloudflare.com");
    // Meanwhile what is asked for by hand is sent, and nothing else.
    let ids: Vec<String> = seed::conversations()[..2].iter().map(|s| s.id().to_owned()).collect();
    for id in &ids {
        api::reread(&app, ById { id: id.clone() }).await.expect("it is fetched");
    }
    app.drain().await.expect("nothing is due");
    assert_eq!(world.crm.state().all_writes(), 0);
    let push = Push { ids: vec![ids[0].clone()], dry_run: false };
    api::push(&app, push).await.expect("it is sent");
    let state = async |id: &String| {
        api::lead(&app, ById { id: id.clone() }).await.expect("a lead").row.state
    };
    assert_eq!(state(&ids[0]).await, LeadState::Sent);
    assert_eq!(state(&ids[1]).await, LeadState::Queued);
    let view = api::accept_tunnel_address(&app, Empty {}).await.expect("accepted");
    assert_eq!(view.expect("a tunnel").changed, None);
    eventually("the other is sent too", async || state(&ids[1]).await == LeadState::Sent).await;
    app.stop().await;
}

/// Whether a process is there and not only waits to be looked at by its parent.
fn lives(id: u32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    let state = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().next());
    state.is_some_and(|state| state != "Z")
}

#[tokio::test]
async fn no_program_outlives_the_guard_or_whoever_holds_its_pipe() {
    use std::io::{BufRead as _, BufReader};
    let programs = tempfile::tempdir().expect("a folder");
    // A script that won't end when it is asked to, and has started something itself.
    stand_in(programs.path(), "cloudflared", "trap '' TERM; sleep 600 & echo $! ; wait; wait");
    for by_force in [false, true] {
        let mut guard = Command::new(guard())
            .args(["__tunnel", "keep"])
            .arg(programs.path().join("cloudflared"))
            .arg("--version")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the guard starts");
        let mut lines = BufReader::new(guard.stdout.take().expect("piped")).lines();
        let started = lines.next().expect("a line").expect("UTF-8");
        let id: u32 = started.rsplit(' ').next().expect("an id").parse().expect("an id");
        let under: u32 = lines.next().expect("a line").expect("UTF-8").parse().expect("an id");
        assert!(lives(id) && lives(under));
        match by_force {
            true => guard.kill().expect("it is killed"),
            // As the system does when whoever holds the pipe is killed.
            false => drop(guard.stdin.take()),
        }
        guard.wait().expect("it ends");
        eventually("the program is gone", async || !lives(id)).await;
        if by_force {
            // The kernel ends the program alone; what that had started is the test's to end.
            let under = rustix::process::Pid::from_raw(under as i32).expect("an id");
            rustix::process::kill_process(under, rustix::process::Signal::KILL).ok();
        } else {
            assert!(!lives(under), "what it had started is gone with it");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_host_without_a_window_runs_a_fixed_address_alone_and_says_so() {
    let (world, clock) = (World::new().await, crate::harness::clock());
    let app = world.engine(&clock).await;
    app.start().await.expect("it starts");
    let tunnel = Some(TunnelConfig::Tailscale {});
    api::set_tunnel(&app, SetTunnel { tunnel, secret: None }).await.expect("set");
    eventually("it is said", async || {
        let problem = view(&app).await.problem;
        problem.is_some_and(|why| why.text.contains("set a fixed address"))
    })
    .await;
    assert_eq!(view(&app).await.state, TunnelState::Off);
    app.stop().await;
}

/// A way between ssh and sshd on which, once it is told to, nothing goes any further; new
/// connections do, as after a router has forgotten the old ones.
async fn forgetful(to: u16) -> (u16, std::sync::Arc<tokio::sync::Notify>) {
    let forget = Arc::new(tokio::sync::Notify::new());
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
    let port = listener.local_addr().expect("its address").port();
    let told = forget.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let told = told.clone();
            tokio::spawn(async move {
                let on = TcpStream::connect((Ipv4Addr::LOCALHOST, to)).await;
                let mut on = on.expect("sshd is there");
                let forgotten = tokio::select! {
                    _ = tokio::io::copy_bidirectional(&mut stream, &mut on) => false,
                    () = told.notified() => true,
                };
                if forgotten {
                    let mut nowhere = tokio::io::sink();
                    tokio::io::copy(&mut stream, &mut nowhere).await.ok();
                }
            });
        }
    });
    (port, forget)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_way_that_died_in_silence_is_open_again_after_a_sleep() {
    let (folder, clock) = (tempfile::tempdir().expect("a folder"), crate::harness::clock());
    let (sshd, remote_port) = (Sshd::start(), free_port());
    let (port, forget) = forgetful(sshd.port).await;
    let proxy = Proxy::start(remote_port).await;
    let (time, root) = (Clock::Manual(clock.clone()), Some(proxy.certificate.clone()));
    let app = engine_at(time, folder.path(), root, vec!["/usr/bin".into()]).await;
    app.start().await.expect("it starts");
    let tunnel = Some(TunnelConfig::Ssh {
        host: "127.0.0.1".into(),
        port,
        user: user(),
        key_file: Some(sshd.folder.path().join("user").display().to_string()),
        remote_port,
        address: proxy.address.clone(),
    });
    api::set_tunnel(&app, SetTunnel { tunnel, secret: None }).await.expect("set");
    eventually("it is up", async || {
        // sshd may not have been there yet.
        clock.advance(jiff::SignedDuration::from_millis(200));
        view(&app).await.state == TunnelState::Up
    })
    .await;
    let first = child(folder.path()).expect("a process");
    forget.notify_waiters();
    clock.sleep_through(jiff::SignedDuration::from_hours(8));
    let (began, woke) = (Instant::now(), clock.clone());
    eventually("another ssh is up", async || {
        woke.advance(jiff::SignedDuration::from_millis(20));
        let other = child(folder.path()).is_some_and(|id| id != first);
        other && view(&app).await.state == TunnelState::Up
    })
    .await;
    assert!(began.elapsed().as_secs() < 15, "{:?}", began.elapsed());
    println!("healed after {:?}", began.elapsed());
    app.stop().await;
}
