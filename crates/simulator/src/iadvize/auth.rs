//! Signing in: `POST /oauth2/token` and `GET /_authenticated`.

use super::{Options, Shared};
use crate::server::Peer;
use axum::extract::rejection::FormRejection;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Form, Json};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{HashMap, VecDeque};
use std::net::IpAddr;
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

/// The window of the login limits.
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// Tokens given out, and who asked for them lately.
#[derive(Debug, Default)]
pub(super) struct Logins {
    tokens: HashMap<String, Timestamp>,
    by_user: HashMap<String, VecDeque<Timestamp>>,
    by_ip: HashMap<IpAddr, VecDeque<Timestamp>>,
    pub(super) counts: LoginCounts,
}

/// How the token requests so far were answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LoginCounts {
    pub(super) accepted: u64,
    pub(super) refused: u64,
    pub(super) limited: u64,
}

impl Logins {
    /// Every token given out so far is worth nothing from now on.
    pub(super) fn revoke_all(&mut self) {
        self.tokens.clear();
    }

    /// Every token that still counts, whether or not its time is over.
    pub(super) fn tokens(&self) -> Vec<String> {
        self.tokens.keys().cloned().collect()
    }

    fn is_valid(&self, token: &str, now: Timestamp) -> bool {
        self.tokens.get(token).is_some_and(|until| now < *until)
    }

    /// Whether one more request is within the limits. Only those that are count towards them, so a client that waits
    /// a minute gets through; how long iAdvize's own block lasts is not published.
    fn admit(&mut self, options: &Options, user: &str, ip: IpAddr, now: Timestamp) -> bool {
        let by_user = self.by_user.entry(user.to_owned()).or_default();
        let by_ip = self.by_ip.entry(ip).or_default();
        for requests in [&mut *by_user, &mut *by_ip] {
            requests.retain(|time| now.duration_since(*time) < MINUTE);
        }
        let limit = options.login_limit_per_minute;
        if by_user.len() >= limit.user || by_ip.len() >= limit.ip {
            return false;
        }
        by_user.push_back(now);
        by_ip.push_back(now);
        true
    }
}

#[derive(Deserialize)]
pub(super) struct TokenRequest {
    grant_type: Option<String>,
    username: Option<String>,
    password: Option<String>,
}

pub(super) async fn token(
    State(shared): State<Shared>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    form: Result<Form<TokenRequest>, FormRejection>,
) -> Response {
    let bad = |error, why: &str| refuse(StatusCode::BAD_REQUEST, error, why);
    let form = match form {
        Ok(Form(form)) => form,
        Err(FormRejection::InvalidFormContentType(_)) => {
            let why = "the body must be application/x-www-form-urlencoded";
            return refuse(StatusCode::UNSUPPORTED_MEDIA_TYPE, "invalid_request", why);
        }
        Err(_) => return bad("invalid_request", "the body is not a form"),
    };
    if form.grant_type.as_deref() != Some("password") {
        return bad("unsupported_grant_type", "only the password grant is supported");
    }
    let (Some(username), Some(password)) = (form.username, form.password) else {
        return bad("invalid_request", "username and password are required");
    };
    sign_in(&shared, &username, &password, peer.address.ip())
}

fn sign_in(shared: &Shared, username: &str, password: &str, ip: IpAddr) -> Response {
    let options = &shared.options;
    let now = options.clock.now();
    let mut logins = shared.logins();
    if !logins.admit(options, username, ip, now) {
        logins.counts.limited += 1;
        let why = "too many tokens were asked for: try again later";
        let mut blocked = refuse(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", why);
        if let Some(seconds) = options.block_seconds {
            blocked.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        return blocked;
    }
    if options.single_sign_on {
        logins.counts.refused += 1;
        let why = "this user signs in through SSO (SAML)";
        return refuse(StatusCode::BAD_REQUEST, "invalid_grant", why);
    }
    let known = options.usernames.iter().any(|known| known == username);
    if !known || !bool::from(password.as_bytes().ct_eq(options.password.as_bytes())) {
        logins.counts.refused += 1;
        let status = StatusCode::from_u16(options.wrong_password_status);
        let why = "wrong user name or password";
        return refuse(status.unwrap_or(StatusCode::BAD_REQUEST), "invalid_grant", why);
    }
    logins.counts.accepted += 1;
    let token = new_token();
    let until = options.clock.after(options.token_lifetime);
    logins.tokens.insert(token.clone(), until);
    Json(json!({
        "access_token": token,
        "expires_in": options.token_lifetime.as_secs(),
        "token_type": "Bearer",
        "refresh_token": "none",
    }))
    .into_response()
}

pub(super) async fn authenticated(State(shared): State<Shared>, headers: HeaderMap) -> Response {
    if is_authorised(&shared, &headers) {
        Json(json!({ "authenticated": true })).into_response()
    } else {
        (StatusCode::UNAUTHORIZED, Json(invalid_token())).into_response()
    }
}

/// Whether a request carries a token that is known, not expired and not revoked.
pub(super) fn is_authorised(shared: &Shared, headers: &HeaderMap) -> bool {
    let token = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "));
    token.is_some_and(|token| shared.logins().is_valid(token, shared.options.clock.now()))
}

/// What iAdvize says of a token it does not accept.
pub(super) fn invalid_token() -> Value {
    json!({ "error_description": "access token not valid", "error": "invalid_token" })
}

/// Whether the body is of this media type, whatever its parameters.
pub(super) fn has_type(headers: &HeaderMap, media_type: &str) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|value| value.trim().eq_ignore_ascii_case(media_type))
}

/// The shape of OAuth 2 errors, which iAdvize's one published error has too.
fn refuse(status: StatusCode, error: &str, description: &str) -> Response {
    let body = json!({ "error": error, "error_description": description });
    (status, Json(body)).into_response()
}

/// Three parts between dots, as iAdvize's are. Nothing may be read out of them.
fn new_token() -> String {
    let part = || {
        URL_SAFE_NO_PAD.encode([*Uuid::new_v4().as_bytes(), *Uuid::new_v4().as_bytes()].concat())
    };
    format!("{}.{}.{}", part(), part(), part())
}
