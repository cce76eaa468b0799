//! `POST /graphql`: requests are validated and executed against `graphql/schema.graphql`, nothing is looked up by text.

use super::Shared;
use super::auth::{has_type, invalid_token, is_authorised};
use super::data::Platform;
use super::resolve::Node;
use apollo_compiler::parser::SourceMap;
use apollo_compiler::request::RequestError;
use apollo_compiler::resolvers::Execution;
use apollo_compiler::response::{ExecutionResponse, JsonMap, JsonValue};
use apollo_compiler::validation::DiagnosticList;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

/// The schema that requests are held against.
pub const SCHEMA: &str = include_str!("../../../../graphql/schema.graphql");

#[derive(Deserialize)]
pub(super) struct Endpoint {
    platform: Option<String>,
}

impl Endpoint {
    fn platform(&self) -> Platform {
        match self.platform.as_deref() {
            Some("sd") => Platform::Sd,
            _ => Platform::Ha,
        }
    }
}

#[derive(Deserialize)]
struct Request {
    query: String,
    #[serde(rename = "operationName")]
    operation: Option<String>,
    variables: Option<JsonMap>,
}

pub(super) async fn answer(
    State(shared): State<Shared>,
    Query(endpoint): Query<Endpoint>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    shared.count_graphql();
    if !is_authorised(&shared, &headers) {
        return (StatusCode::UNAUTHORIZED, Json(invalid_token())).into_response();
    }
    if !has_type(&headers, "application/json") {
        let why = "Content-Type must be application/json";
        return refuse(StatusCode::UNSUPPORTED_MEDIA_TYPE, vec![json!({ "message": why })]);
    }
    let request: Request = match serde_json::from_slice(&body) {
        Ok(request) => request,
        Err(error) => {
            let why = format!("the body is not a GraphQL request: {error}");
            return refuse(StatusCode::BAD_REQUEST, vec![json!({ "message": why })]);
        }
    };
    match execute(&request, &shared, endpoint.platform()) {
        Ok(response) => Json(response).into_response(),
        Err(errors) => refuse(StatusCode::BAD_REQUEST, errors),
    }
}

fn execute(
    request: &Request,
    shared: &Shared,
    platform: Platform,
) -> Result<ExecutionResponse, Vec<Value>> {
    let form = shared.form();
    let (schema, variant) = (&*form.schema, &form.variant);
    if variant.forbids_introspection() && request.query.contains("__schema") {
        return Err(vec![json!({ "message": "GraphQL introspection is not allowed" })]);
    }
    let conversations = shared.conversations();
    let document = form.documents.read(schema, &request.query);
    let document = document.map_err(|faults| faults_of(&faults))?;
    let refused = |error| request_error(&error, &document.sources);
    let variables = request.variables.clone().unwrap_or_default();
    Execution::new(schema, &document)
        .operation_name(request.operation.as_deref())
        .map_err(refused)?
        .raw_variable_values(&variables)
        .enable_schema_introspection(true)
        .execute_sync(&Node::root(&conversations, platform, variant))
        .map_err(refused)
}

fn faults_of(errors: &DiagnosticList) -> Vec<Value> {
    errors.iter().map(|fault| json!(fault.to_json())).collect()
}

fn request_error(error: &RequestError, sources: &SourceMap) -> Vec<Value> {
    vec![json!(error.to_graphql_error(sources))]
}

fn refuse(status: StatusCode, errors: Vec<Value>) -> Response {
    (status, Json(json!({ "errors": errors }))).into_response()
}

/// The body iAdvize documents for a token that may not see what was asked; its status is 200.
pub(super) fn permission_denied() -> Value {
    json!({
        "data": null,
        "errors": [{
            "message": "Insufficient permissions to perform the operation",
            "extensions": { "name": "PERMISSION_DENIED", "retryPolicy": "NO_RETRY" },
        }],
    })
}

/// JSON as the GraphQL library has it.
pub(super) fn leaf(value: &Value) -> JsonValue {
    value.clone().into()
}

#[cfg(test)]
mod tests {
    use crate::iadvize::variant::USUAL;
    use apollo_compiler::ExecutableDocument;

    #[test]
    fn every_operation_file_is_valid() {
        let operations = [
            ("conversation", include_str!("../../../../graphql/conversation.graphql")),
            ("projects", include_str!("../../../../graphql/projects.graphql")),
            ("listing", include_str!("../../../../graphql/closed-conversations.graphql")),
            (
                "with messages",
                include_str!("../../../../graphql/closed-conversations-with-messages.graphql"),
            ),
            ("introspection", include_str!("../../../../graphql/introspection.graphql")),
        ];
        for (name, text) in operations {
            if let Err(faults) = ExecutableDocument::parse_and_validate(&USUAL, text, name) {
                panic!("{}", faults.errors);
            }
        }
    }
}
