//! What a change of the questions would do to the conversations that came.

use super::{super::ApiError, blocking};
use crate::{
    App,
    store::ConversationText,
    types::{QuestionTally, WhatIf, WhatIfReport, WhatIfRow},
};
use leadbridge_domain::{
    compare,
    conversation::Conversation,
    extract::{Authors, Prepared},
    question::QuestionSet,
};
use std::{collections::BTreeMap, sync::Arc, time::Instant};

/// How many conversations are read when nobody says, and at most.
const LAST: (u32, u32) = (1_000, 10_000);
/// How many are held in memory at a time.
const AT_ONCE: u32 = 200;
/// How many of those that would change are told one by one.
const TOLD: usize = 500;

/// Read the last conversations with the old questions and the new, and say which answers differ.
pub async fn what_if(app: &App, request: WhatIf) -> Result<WhatIfReport, ApiError> {
    let began = Instant::now();
    let config = app.config();
    let questions = Arc::new(Questions {
        old: match &request.against {
            Some(draft) => QuestionSet::lenient(draft),
            None => config.question_set.clone().unwrap_or_default(),
        },
        new: QuestionSet::lenient(&request.draft),
        authors: config.authors.clone(),
    });
    let mut left = request.last.unwrap_or(LAST.0).min(LAST.1);
    let mut after = None;
    let mut report = Report::default();
    while left > 0 {
        let at_once = left.min(AT_ONCE);
        let (page, next) = app.store().conversation_texts(at_once, after.as_deref()).await?;
        left -= page.len() as u32;
        let questions = questions.clone();
        report = blocking(move || {
            // Made ready once a page: that costs more than reading a short conversation.
            let prepared = |set| Prepared::new(set, &questions.authors);
            let (old, new) = (prepared(&questions.old), prepared(&questions.new));
            page.into_iter().for_each(|text| report.add(&old, &new, text));
            Ok(report)
        })
        .await?;
        after = next;
        if after.is_none() {
            break;
        }
    }
    Ok(WhatIfReport {
        conversations: report.conversations,
        changed: report.changed,
        unreadable: report.unreadable,
        took_ms: u32::try_from(began.elapsed().as_millis()).unwrap_or(u32::MAX),
        questions: report.questions.into_values().collect(),
        rows: report.rows,
    })
}

/// What is compared.
struct Questions {
    old: QuestionSet,
    new: QuestionSet,
    authors: Authors,
}

#[derive(Default)]
struct Report {
    conversations: u32,
    changed: u32,
    unreadable: u32,
    questions: BTreeMap<(u32, String), QuestionTally>,
    rows: Vec<WhatIfRow>,
}

impl Report {
    fn add(&mut self, old: &Prepared<'_>, new: &Prepared<'_>, text: ConversationText) {
        self.conversations += 1;
        let Ok(conversation) = Conversation::from_json(&text.json) else {
            self.unreadable += 1;
            return;
        };
        let changes = compare::changes(&old.read(&conversation), &new.read(&conversation));
        if changes.is_empty() {
            return;
        }
        self.changed += 1;
        for change in &changes {
            let key = (change.number, change.field.clone());
            let tally = self.questions.entry(key).or_insert_with(|| QuestionTally {
                number: change.number,
                field: change.field.clone(),
                changed: 0,
                gained: 0,
                lost: 0,
            });
            tally.changed += 1;
            tally.gained += u32::from(change.is_gain());
            tally.lost += u32::from(change.is_loss());
        }
        if self.rows.len() < TOLD {
            let ConversationText { id: conversation_id, visitor, email, closed_at, .. } = text;
            self.rows.push(WhatIfRow { conversation_id, visitor, email, closed_at, changes });
        }
    }
}
