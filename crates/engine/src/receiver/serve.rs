//! Taking connections, and keeping each within the limits.

use super::{
    Limits, Reception,
    answer::answer,
    pool::{Phase, Place, Pool, Seat},
};
use hyper::{server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::{
    future::Future,
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    task::JoinSet,
    time::{MissedTickBehavior, interval, timeout},
};
use tokio_util::sync::CancellationToken;

/// How long to leave taking connections alone after it failed (too many files are open).
const PAUSE: Duration = Duration::from_millis(100);

/// What a sender is told that took too long over a head. It goes past the HTTP library, which would
/// only hang up.
const TOO_SLOW: &[u8] =
    b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";

/// Take deliveries on this listener until `stop` is over, then let those come to their end that
/// were begun. Dropped, it hangs up on everybody.
pub async fn serve(
    listener: TcpListener,
    reception: Reception,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    let (pool, stopping) = (Pool::new(limits), CancellationToken::new());
    let reception = Arc::new(reception);
    let mut connections = JoinSet::new();
    let mut rounds = interval(limits.rounds());
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    tokio::pin!(stop);
    let mut waiting = None;
    loop {
        tokio::select! {
            () = &mut stop => break,
            stream = accept(&listener), if waiting.is_none() => waiting = Some(stream),
            // Who has been taken and finds no place waits; who comes after waits in the backlog.
            place = pool.admit(), if waiting.is_some() => {
                let Some(stream) = waiting.take() else { continue };
                let (reception, stopping) = (reception.clone(), stopping.clone());
                connections.spawn(converse(stream, place, reception, limits, stopping));
            }
            Some(_) = connections.join_next() => {}
            _ = rounds.tick() => pool.look_over(),
        }
    }
    drop(listener);
    stopping.cancel();
    let all_gone = async { while connections.join_next().await.is_some() {} };
    if timeout(limits.farewell, all_gone).await.is_err() {
        tracing::warn!("the listener stopped before every sender had its answer");
    }
}

async fn accept(listener: &TcpListener) -> TcpStream {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                // Without it an answer could wait for more to send.
                if let Err(error) = stream.set_nodelay(true) {
                    tracing::debug!(%error, "a connection keeps small answers back");
                }
                return stream;
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

/// Serve one connection until it ends, has to go, or the listener stops.
async fn converse(
    stream: TcpStream,
    place: Place,
    reception: Arc<Reception>,
    limits: Limits,
    stopping: CancellationToken,
) {
    let seat = &place.seat;
    let service = service_fn(|request| answer(&reception, seat, &limits, request));
    let io = TokioIo::new(Watched { stream, seat: seat.clone() });
    let mut connection = http1::Builder::new()
        .max_headers(limits.headers)
        .max_header_size(limits.head_bytes)
        // The pool counts the time, from the first byte on; the library also counts between
        // requests.
        .header_read_timeout(None)
        .timer(TokioTimer::new())
        .serve_connection(io, service);
    let gone = tokio::select! {
        _ = &mut connection => true,
        () = seat.must_leave() => false,
        () = stopping.cancelled() => {
            Pin::new(&mut connection).graceful_shutdown();
            tokio::select! {
                _ = &mut connection => true,
                () = seat.must_leave() => false,
            }
        }
    };
    if !gone && seat.phase() == Phase::Head {
        let stream = connection.into_parts().io.into_inner().stream;
        // Whoever doesn't read its answer misses it.
        drop(stream.try_write(TOO_SLOW));
    }
}

/// A connection that tells its seat when a request begins.
struct Watched {
    stream: TcpStream,
    seat: Arc<Seat>,
}

impl AsyncRead for Watched {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(context, buffer))?;
        if buffer.filled().len() > before {
            self.seat.heard();
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Watched {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
