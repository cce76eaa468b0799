//! The one list of commands. Window, command line, browser and tests all call it, so they can't
//! drift apart; the TypeScript side is generated from it.

use super::{ApiError, Code, handlers};
use crate::{App, types::*};
use leadbridge_domain::question::{Finding, QuestionSet};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use ts_rs::TS;

macro_rules! commands {
    ($( $(#[doc = $doc:literal])* $name:ident($request:ty) -> $response:ty; )*) => {
        /// The names of all commands.
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];

        /// Run the command of this name on a JSON request, and answer JSON.
        pub async fn dispatch(app: &App, name: &str, request: Value) -> Result<Value, ApiError> {
            match name {
                $(stringify!($name) => {
                    let request: $request = parse(name, request)?;
                    let response: $response = handlers::$name(app, request).await?;
                    answer(&response)
                })*
                _ => Err(ApiError::new(Code::BadInput, format!("there is no command {name:?}"))),
            }
        }

        /// Each command's request and response, for TypeScript.
        #[derive(TS)]
        #[allow(dead_code, reason = "never built: it only carries the types to TypeScript")]
        pub struct Commands {
            $( $(#[doc = $doc])* pub $name: ($request, $response), )*
        }
    };
}

commands! {
    /// The whole at a glance.
    status(Empty) -> Status;
    /// Everything an admin sets.
    settings(Empty) -> Settings;
    /// Sign in to iAdvize, prove it, and keep the password in the vault.
    sign_in(SignIn) -> AccountView;
    /// Forget the account and its password.
    sign_out(Empty) -> Empty;
    /// Prove again that iAdvize answers with the password we hold.
    check_account(Empty) -> Check;
    /// What the account's schema has of what is asked for.
    account_schema(SchemaOf) -> SchemaView;
    /// Keep the webhook's signing secret.
    set_webhook_secret(SetWebhookSecret) -> ReceiverView;
    /// Say where leads go, and prove that it answers.
    connect_destination(ConnectDestination) -> DestinationView;
    /// Prove again that the destination answers.
    check_destination(Empty) -> Check;
    /// The destination's fields as they are now.
    destination_fields(Empty) -> Vec<FieldView>;
    /// Replace the mapping.
    set_mapping(SetMapping) -> Settings;
    /// Choose whether leads flow by themselves.
    set_mode(SetMode) -> Settings;
    /// The active question set, if any.
    question_set(Empty) -> Option<QuestionSet>;
    /// Every question set, the last changed first.
    question_sets(Empty) -> Vec<QuestionSetRow>;
    /// A question set with its draft and its versions.
    open_question_set(ById) -> QuestionSetDetail;
    /// Keep a new set with this draft.
    create_question_set(Draft) -> QuestionSetDetail;
    /// Keep a set's draft, unless another one was kept meanwhile.
    save_draft(SaveDraft) -> SavedDraft;
    /// Say what is wrong with a draft.
    lint_questions(Draft) -> Vec<Finding>;
    /// Save the draft as a version, and put it to use if that is asked for.
    save_version(SaveVersion) -> QuestionSetDetail;
    /// Read conversations with this version from now on.
    use_version(UseVersion) -> QuestionSetDetail;
    /// A version of a set.
    question_set_version(VersionOf) -> QuestionSet;
    /// What changed between two versions, or a version and the draft.
    compare_versions(CompareVersions) -> VersionChanges;
    /// Delete a set; it can be brought back. The one in use can't be deleted.
    delete_question_set(ById) -> Empty;
    /// Bring a deleted set back.
    undelete_question_set(ById) -> QuestionSetDetail;
    /// Read a set's file, a configuration's, or a list of plain questions.
    read_questions(QuestionText) -> ReadQuestions;
    /// What the admin sets up by hand in iAdvize.
    question_kit(KitRequest) -> Kit;
    /// The library of samples.
    samples(SamplesRequest) -> Vec<SampleRow>;
    /// Read a sample with questions that need not be saved.
    preview(PreviewRequest) -> Preview;
    /// Keep a conversation as a sample.
    keep_sample(KeepSample) -> SampleKept;
    /// Remove a kept sample; it can be brought back.
    remove_sample(ById) -> Empty;
    /// Bring a removed sample back.
    restore_sample(ById) -> Empty;
    /// Keep what is read from a sample now as what is expected, or forget what was.
    expect_sample(ExpectSample) -> SampleRow;
    /// Check every sample that has expected results.
    check_samples(CheckSamples) -> CheckReport;
    /// Which answers of past conversations a change would change.
    what_if(WhatIf) -> WhatIfReport;
    /// Webhooks as received, newest first.
    events(ListRequest) -> EventPage;
    /// Conversations, newest first.
    conversations(ListRequest) -> ConversationPage;
    /// One conversation with all that was read from it.
    conversation(ById) -> ConversationDetail;
    /// Fetch a conversation from iAdvize again and read it again.
    reread(ById) -> ConversationDetail;
    /// Leads, newest first.
    leads(ListRequest) -> LeadPage;
    /// One lead with what is sent and what happened.
    lead(ById) -> LeadDetail;
    /// Give a lead the person's email; it then flows.
    set_lead_email(SetLeadEmail) -> LeadDetail;
    /// Send leads by hand, or say what would be sent.
    push(Push) -> PushReport;
    /// Save the lead book as a CSV file that is safe to open in a spreadsheet.
    export_lead_book(ExportLeadBook) -> SavedFile;
    /// Save a text where the person keeps downloads.
    save_text_file(SaveTextFile) -> SavedFile;
    /// The whole configuration but its secrets.
    config_export(Empty) -> ConfigText;
    /// Replace the configuration.
    config_apply(ConfigText) -> Settings;
    /// Say what is wrong with a configuration.
    config_check(ConfigText) -> ConfigReport;
}

fn parse<T: DeserializeOwned>(name: &str, request: Value) -> Result<T, ApiError> {
    // A host may leave out the empty request.
    let request = if request.is_null() { Value::Object(Default::default()) } else { request };
    serde_path_to_error::deserialize(request)
        .map_err(|error| ApiError::new(Code::BadInput, format!("{name}: {error}")))
}

fn answer<T: Serialize>(response: &T) -> Result<Value, ApiError> {
    serde_json::to_value(response).map_err(|error| ApiError::new(Code::Internal, error.to_string()))
}
