import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { AnswerStatus } from "../bindings/AnswerStatus";
import type { AnswerType } from "../bindings/AnswerType";
import type { Note } from "../bindings/Note";
import type { Question } from "../bindings/Question";
import type { Tone } from "./tone";

export const ANSWER_STATUSES: Record<AnswerStatus, { label: MessageDescriptor; tone: Tone }> = {
  answered: { label: msg`Answered`, tone: "good" },
  needs_review: { label: msg`To check`, tone: "warn" },
  invalid: { label: msg`Not readable`, tone: "bad" },
  unanswered: { label: msg`No reply`, tone: "quiet" },
  not_asked: { label: msg`Not asked`, tone: "quiet" },
};

export const NOTES: Record<Note, MessageDescriptor> = {
  asked_again: msg`The question was asked again`,
  shared_reply: msg`One reply for several questions`,
  several_values: msg`Several values were given; the last one is kept`,
  found_later: msg`Said a little later, not in the first reply`,
  no_value_of_type: msg`The reply holds no value of the expected kind`,
  attachment_only: msg`The reply is an attachment without text`,
  unknown_author: msg`Someone of unknown role wrote in this conversation`,
};

export const ASKED_AGAIN: Record<"last" | "first" | "join", MessageDescriptor> = {
  last: msg`Asked again, kept the last reply`,
  first: msg`Asked again, kept the first reply`,
  join: msg`Asked again, all replies are kept`,
};

export const ANSWER_TYPES: Record<AnswerType["type"], MessageDescriptor> = {
  text: msg`Text`,
  email: msg`Email`,
  phone: msg`Phone number`,
  number: msg`Number`,
  amount: msg`Amount`,
  date: msg`Date`,
  yes_no: msg`Yes or no`,
  choice: msg`Choice`,
  postcode: msg`Postcode`,
  url: msg`Web address`,
};

/** What `no_value_of_type` says of a choice. */
export const NO_CHOICE_NAMED = msg`None of the choices is named in the reply`;

/** A note on an answer, as its question makes it. */
export function noteWords(note: Note, question: Question | undefined): MessageDescriptor {
  if (note === "asked_again") return ASKED_AGAIN[question?.repeat ?? "last"];
  const isChoice = question?.answer?.type === "choice";
  return note === "no_value_of_type" && isChoice ? NO_CHOICE_NAMED : NOTES[note];
}

/** Confidence as a person would say it. */
export function sureness(confidence: number): MessageDescriptor {
  if (confidence >= 0.9) return msg`Very sure`;
  if (confidence >= 0.7) return msg`Fairly sure`;
  if (confidence >= 0.4) return msg`Unsure`;
  return msg`A guess`;
}
