//! What stands before every route: the service key, its scopes, and the limits.

use super::error::{missing_scope, too_many, unauthorised};
use super::{Limits, Options, READ, SCHEMAS, Shared, WRITE};
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};
use std::collections::VecDeque;
use subtle::ConstantTimeEq as _;

/// When requests came in, as far back as the longest window goes.
#[derive(Debug, Default)]
pub(super) struct Windows {
    requests: VecDeque<Timestamp>,
    searches: VecDeque<Timestamp>,
    last_day: VecDeque<Timestamp>,
}

/// What the `X-HubSpot-RateLimit-…` headers say.
struct Left {
    limits: Limits,
    now: usize,
    today: usize,
}

pub(super) async fn pass(
    State(shared): State<Shared>,
    path: MatchedPath,
    request: Request,
    next: Next,
) -> Response {
    let (path, method) = (path.as_str().to_owned(), request.method().clone());
    if !has_key(&shared.options, request.headers()) {
        return unauthorised().into_response();
    }
    let scope = scope(&method, &path);
    if !shared.inner().scopes.iter().any(|granted| granted == scope) {
        return missing_scope(scope).into_response();
    }
    let left = match admit(&shared, path.ends_with("/search")) {
        Ok(left) => left,
        Err(policy) => return too_many(policy).into_response(),
    };
    let route = format!("{method} {path}");
    *shared.inner().state.requests.entry(route).or_default() += 1;
    let mut answer = next.run(request).await;
    if let Some(left) = left {
        left.tell(answer.headers_mut());
    }
    answer
}

fn has_key(options: &Options, headers: &HeaderMap) -> bool {
    let value = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let key = value.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default();
    key.as_bytes().ct_eq(options.token.as_bytes()).into()
}

fn scope(method: &Method, path: &str) -> &'static str {
    let reads = method == Method::GET || path.ends_with("/search") || path.ends_with("/batch/read");
    match path.starts_with("/crm/properties/") {
        true => SCHEMAS,
        false if reads => READ,
        false => WRITE,
    }
}

/// Counts the request in, or names the limit it is beyond. Searches come without headers, and have a limit of their own.
fn admit(shared: &Shared, search: bool) -> Result<Option<Left>, &'static str> {
    let Some(limits) = shared.options.limits else {
        return Ok(None);
    };
    let now = shared.options.clock.now();
    let mut inner = shared.inner();
    let windows = &mut inner.windows;
    forget(&mut windows.requests, now, SignedDuration::from_secs(10));
    forget(&mut windows.searches, now, SignedDuration::from_secs(1));
    forget(&mut windows.last_day, now, SignedDuration::from_hours(24));
    if windows.last_day.len() >= limits.daily {
        return Err("DAILY");
    }
    if windows.requests.len() >= limits.ten_seconds {
        return Err("TEN_SECONDLY_ROLLING");
    }
    if search && windows.searches.len() >= limits.searches_per_second {
        return Err("SECONDLY");
    }
    windows.last_day.push_back(now);
    windows.requests.push_back(now);
    if search {
        windows.searches.push_back(now);
        return Ok(None);
    }
    Ok(Some(Left {
        limits,
        now: limits.ten_seconds - windows.requests.len(),
        today: limits.daily - windows.last_day.len(),
    }))
}

fn forget(window: &mut VecDeque<Timestamp>, now: Timestamp, length: SignedDuration) {
    while window.front().is_some_and(|time| now.duration_since(*time) >= length) {
        window.pop_front();
    }
}

impl Left {
    fn tell(&self, headers: &mut HeaderMap) {
        let says = [
            ("x-hubspot-ratelimit-daily", self.limits.daily),
            ("x-hubspot-ratelimit-daily-remaining", self.today),
            ("x-hubspot-ratelimit-interval-milliseconds", 10_000),
            ("x-hubspot-ratelimit-max", self.limits.ten_seconds),
            ("x-hubspot-ratelimit-remaining", self.now),
        ];
        for (name, value) in says {
            headers.insert(HeaderName::from_static(name), value.into());
        }
    }
}
