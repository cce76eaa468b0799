//! What both simulators stand on: a loopback listener whose connections can be cut before an answer is written.

use anyhow::Context as _;
use axum::Router;
use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// How long [`Server::stop`] lets answers under way finish. Latency switches may hold them for longer than anyone waits.
const GRACE: Duration = Duration::from_secs(2);

/// A simulator's HTTP side. Dropping it stops it, without waiting.
#[derive(Debug)]
pub(crate) struct Server {
    address: SocketAddr,
    stopping: CancellationToken,
    serving: Option<JoinHandle<io::Result<()>>>,
}

impl Server {
    /// Serves until `stopping` is cancelled, which [`Server::stop`] and dropping do.
    pub(crate) async fn start(
        port: u16,
        router: Router,
        stopping: CancellationToken,
    ) -> anyhow::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .with_context(|| format!("listen on 127.0.0.1:{port}"))?;
        let address = listener.local_addr().context("read the port given")?;
        let service = router.into_make_service_with_connect_info::<Peer>();
        let serving = axum::serve(Loopback(listener), service)
            .with_graceful_shutdown(stopping.clone().cancelled_owned());
        Ok(Self { address, stopping, serving: Some(tokio::spawn(serving.into_future())) })
    }

    pub(crate) fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) async fn stop(mut self) {
        self.stopping.cancel();
        let Some(mut serving) = self.serving.take() else {
            return;
        };
        if tokio::time::timeout(GRACE, &mut serving).await.is_err() {
            serving.abort();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopping.cancel();
    }
}

/// The other end of a connection, and the means to cut it.
#[derive(Clone, Debug)]
pub(crate) struct Peer {
    pub(crate) address: SocketAddr,
    cut: Arc<AtomicBool>,
}

impl Peer {
    /// From now on nothing more is written: the client sees its connection closed, not an answer.
    pub(crate) fn cut(&self) {
        self.cut.store(true, Ordering::Relaxed);
    }
}

impl Connected<IncomingStream<'_, Loopback>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Loopback>) -> Self {
        stream.remote_addr().clone()
    }
}

struct Loopback(TcpListener);

impl Listener for Loopback {
    type Io = Connection;
    type Addr = Peer;

    async fn accept(&mut self) -> (Connection, Peer) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        let cut = Arc::<AtomicBool>::default();
        let connection = Connection { stream, cut: cut.clone() };
        (connection, Peer { address, cut })
    }

    fn local_addr(&self) -> io::Result<Peer> {
        Ok(Peer { address: self.0.local_addr()?, cut: Arc::default() })
    }
}

/// A TCP stream that refuses to write once it was cut.
struct Connection {
    stream: TcpStream,
    cut: Arc<AtomicBool>,
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if self.cut.load(Ordering::Relaxed) {
            return Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()));
        }
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
