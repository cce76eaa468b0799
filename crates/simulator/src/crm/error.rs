//! Errors in HubSpot's shape. Its documentation calls every key of it optional.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use uuid::Uuid;

/// What a request is refused with.
#[derive(Clone, Debug)]
pub(super) struct Error {
    status: StatusCode,
    body: Value,
}

impl Error {
    pub(super) fn new(status: StatusCode, category: &str, message: impl Into<String>) -> Self {
        let message: String = message.into();
        let body = json!({ "status": "error", "category": category, "message": message });
        Self { status, body }
    }

    /// 400: the request itself is wrong.
    pub(super) fn invalid(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "VALIDATION_ERROR", message)
    }

    /// 404.
    pub(super) fn not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "OBJECT_NOT_FOUND", message)
    }

    /// 409: another contact has this email. Clients read the id out of the sentence, as there is nowhere else.
    pub(super) fn exists(id: u64) -> Self {
        let message = format!("Contact already exists. Existing ID: {id}");
        Self::new(StatusCode::CONFLICT, "CONFLICT", message)
    }

    /// 400: values that their properties do not take.
    pub(super) fn values(faults: &[Fault]) -> Self {
        let list: Vec<Value> = faults.iter().map(Fault::as_listed).collect();
        let details: Vec<Value> = faults.iter().map(Fault::as_detail).collect();
        Self::invalid(format!("Property values were not valid: {}", json!(list)))
            .with("errors", json!(details))
    }

    pub(super) fn with(mut self, key: &str, value: Value) -> Self {
        self.body[key] = value;
        self
    }

    /// What of it stands in the `errors` of a batch answer, next to what went well.
    pub(super) fn in_batch(self, context: Value) -> Value {
        self.with("context", context).body
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = self.status;
        let body = self.with("correlationId", json!(Uuid::new_v4())).body;
        (status, Json(body)).into_response()
    }
}

/// One value that its property does not take.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) name: String,
    pub(super) code: &'static str,
    pub(super) message: String,
}

impl Fault {
    /// As the sentence lists it, in JSON inside of a string.
    fn as_listed(&self) -> Value {
        json!({
            "isValid": false,
            "message": self.message,
            "error": self.code,
            "name": self.name,
            "localizedErrorMessage": self.message,
        })
    }

    /// As `errors` has it.
    fn as_detail(&self) -> Value {
        json!({
            "message": self.message,
            "code": self.code,
            "context": { "propertyName": [self.name] },
        })
    }
}

/// The error a switch asked for.
pub(super) fn planned(status: StatusCode) -> Response {
    let error = match status {
        StatusCode::UNAUTHORIZED => unauthorised(),
        StatusCode::FORBIDDEN => missing_scope(super::WRITE),
        StatusCode::TOO_MANY_REQUESTS => too_many("TEN_SECONDLY_ROLLING"),
        StatusCode::CONFLICT => Error::new(status, "CONFLICT", "The record was changed meanwhile"),
        StatusCode::LOCKED => {
            Error::new(status, "LOCKED", "The record is locked: try again in 2 seconds")
        }
        _ if status.is_client_error() => {
            Error::new(status, "VALIDATION_ERROR", "The request is refused")
        }
        _ => Error::new(status, "INTERNAL_ERROR", "internal error"),
    };
    error.into_response()
}

pub(super) fn unauthorised() -> Error {
    let message =
        "Authentication credentials not found. This API supports OAuth 2.0 authentication.";
    Error::new(StatusCode::UNAUTHORIZED, "INVALID_AUTHENTICATION", message)
}

pub(super) fn missing_scope(scope: &str) -> Error {
    let message = "This app hasn't been granted all required scopes to make this call.";
    Error::new(StatusCode::FORBIDDEN, "MISSING_SCOPES", message).with(
        "errors",
        json!([{
            "message": "One or more of the following scopes are required.",
            "context": { "requiredScopes": [scope], "missingScopes": [scope] },
        }]),
    )
}

pub(super) fn too_many(policy: &str) -> Error {
    let message = format!("You have reached your {} limit.", policy.to_lowercase());
    Error::new(StatusCode::TOO_MANY_REQUESTS, "RATE_LIMITS", message)
        .with("errorType", json!("RATE_LIMIT"))
        .with("policyName", json!(policy))
}
