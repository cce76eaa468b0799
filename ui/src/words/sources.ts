import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { QuestionSet } from "../bindings/QuestionSet";

/** What can be mapped besides answers, as the engine names it. */
export const CONTEXT_SOURCES: Record<string, MessageDescriptor> = {
  "visitor.email": msg`Visitor: email`,
  "visitor.first_name": msg`Visitor: first name`,
  "visitor.last_name": msg`Visitor: last name`,
  "visitor.phone_number": msg`Visitor: phone`,
  "conversation.id": msg`Conversation: number`,
  "conversation.channel": msg`Conversation: channel`,
  "conversation.language": msg`Conversation: language`,
  "project.id": msg`Project: number`,
  "project.name": msg`Project: name`,
  "conversation.tags": msg`Conversation: tags`,
  "conversation.operators": msg`Conversation: who answered`,
  "conversation.created_at": msg`Conversation: began at`,
  "conversation.closed_at": msg`Conversation: ended at`,
  "conversation.transcript": msg`Conversation: transcript`,
  "conversation.satisfaction": msg`Survey: satisfaction (1 to 5)`,
  "conversation.net_promoter_score": msg`Survey: would recommend (0 to 10)`,
  "conversation.satisfaction_comment": msg`Survey: comment`,
  "conversation.purchases": msg`Purchases: order numbers`,
  "conversation.purchase_amounts": msg`Purchases: amounts`,
};

const ANSWER = "answer.";

/** The question a source such as `answer.budget` stands for. */
export function questionOf(from: string, set: QuestionSet | null | undefined) {
  if (!from.startsWith(ANSWER)) return undefined;
  const field = from.slice(ANSWER.length);
  return set?.questions.find((question) => question.field === field);
}

export function answerSource(field: string): string {
  return `${ANSWER}${field}`;
}
