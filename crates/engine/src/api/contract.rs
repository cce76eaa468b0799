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
    /// Forget an account and its password.
    sign_out(OfAccount) -> Empty;
    /// Prove again that iAdvize answers with the password we hold.
    check_account(OfAccount) -> Check;
    /// What the account's schema has of what is asked for.
    account_schema(OfAccount) -> SchemaView;
    /// Keep the webhook's signing secret.
    set_webhook_secret(SetWebhookSecret) -> ReceiverView;
    /// Take the signing secret before the one of now no longer.
    forget_previous_secret(OfAccount) -> ReceiverView;
    /// Send a signed event of our own the way that iAdvize's come, and say how it went.
    send_test_event(Empty) -> TestEventReport;
    /// The tunnel as it is now, if one is set.
    tunnel(Empty) -> Option<TunnelView>;
    /// The programs that make tunnels: whether they are here, and how to get them.
    tunnel_programs(Empty) -> Vec<TunnelProgram>;
    /// Choose the tunnel, keep its secret in the vault, and open it.
    set_tunnel(SetTunnel) -> Option<TunnelView>;
    /// Open the tunnel, now and at each start of the program.
    start_tunnel(Empty) -> Option<TunnelView>;
    /// Close the tunnel until it is started again.
    stop_tunnel(Empty) -> Option<TunnelView>;
    /// Look at the public address from outside, now.
    check_tunnel(Empty) -> Option<TunnelView>;
    /// iAdvize was told the new address: deliver by itself again.
    accept_tunnel_address(Empty) -> Option<TunnelView>;
    /// Choose where secrets are kept, and move those that are there.
    use_vault(UseVault) -> VaultView;
    /// Open the encrypted file of secrets; what waited for it goes on.
    unlock_vault(UnlockVault) -> VaultView;
    /// Give the encrypted file of secrets another passphrase.
    change_passphrase(ChangePassphrase) -> VaultView;
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
    /// How conversations come in, with what that costs now.
    intake(Empty) -> IntakeView;
    /// Set how conversations come in.
    set_intake(IntakeSettings) -> IntakeView;
    /// How far the lists of closed conversations are known.
    sweeps(Empty) -> Vec<SweepView>;
    /// Look through the lists of closed conversations now.
    sweep_now(Empty) -> Vec<SweepView>;
    /// Go over a past time.
    start_backfill(StartBackfill) -> Vec<BackfillView>;
    /// Stop going over a past time.
    stop_backfill(ById) -> Vec<BackfillView>;
    /// The past times that were gone over, the last asked for first.
    backfills(Empty) -> Vec<BackfillView>;
    /// What was expected, and what came.
    ledger(LedgerRequest) -> Ledger;
    /// Handle again what rules left out, or what was given up.
    handle_again(HandleAgain) -> HandledAgain;
    /// Webhooks as received, newest first.
    events(ListRequest) -> EventPage;
    /// Deliveries of webhooks, refused ones too, newest first.
    receipts(ReceiptsRequest) -> ReceiptPage;
    /// One delivery, by its number or its event, with all that came.
    receipt(ById) -> ReceiptDetail;
    /// Handle stored events again.
    replay_events(ReplayEvents) -> ReplayReport;
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
