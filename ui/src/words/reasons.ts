import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { AnswerType } from "../bindings/AnswerType";
import type { Reason } from "../bindings/Reason";
import type { Repeat } from "../bindings/Repeat";
import { NO_CHOICE_NAMED } from "./answers";

type Kind = Reason["kind"];

/** Why an answer came out as it did, a few words each; they stand in a row. */
export const REASONS: Record<Exclude<Kind, "asked_again">, MessageDescriptor> = {
  not_asked: msg`The question was never asked`,
  no_reply: msg`Nobody replied`,
  attachment_only: msg`The reply is an attachment without text`,
  no_value_of_type: msg`The reply holds no value of the expected kind`,
  whole_reply: msg`The whole reply is the answer`,
  read_after_question: msg`Read right after the question`,
  found_later: msg({
    message: "Found {messages, plural, one {# message later} other {# messages later}}",
  }),
  says_more: msg`Other words beside it`,
  rule_of_thumb: msg`Read by a rule of thumb`,
  whole_value: msg`The reply is nothing but the value`,
  several_values: msg({
    message: "{count, plural, one {# value} other {# values}} given, the last one is kept",
  }),
  several: msg({ message: "{count, plural, one {# chosen} other {# chosen}}" }),
  shared_reply: msg({ message: "One reply for this and {questions}" }),
  unknown_author: msg`Someone of unknown role wrote in between`,
};

/** The same for a question that was asked again, by what is kept then. */
export const ASKED_TIMES: Record<Repeat, MessageDescriptor> = {
  last: msg({
    message: "Asked {times, plural, one {# time} other {# times}}, the last reply is kept",
  }),
  first: msg({
    message: "Asked {times, plural, one {# time} other {# times}}, the first reply is kept",
  }),
  join: msg({
    message: "Asked {times, plural, one {# time} other {# times}}, all replies are kept",
  }),
};

type Type = AnswerType["type"];

/** A reason in the person's language. */
export function reasonInWords(reason: Reason, i18n: I18n, type?: Type): string {
  if (reason.kind === "no_value_of_type" && type === "choice") return i18n._(NO_CHOICE_NAMED);
  if (reason.kind === "asked_again") {
    const asked = { ...ASKED_TIMES[reason.kept], values: { times: reason.times } };
    return i18n._(asked);
  }
  const words = REASONS[reason.kind];
  if (reason.kind === "shared_reply") {
    const questions = reason.with.map((number) => `Q${number}`).join(", ");
    const shared = { ...words, values: { questions } };
    return i18n._(shared);
  }
  const { kind: _, ...values } = reason;
  const descriptor = { ...words, values };
  return i18n._(descriptor);
}

/** All the reasons of an answer as one short line. */
export function reasonsInWords(reasons: readonly Reason[], i18n: I18n, type?: Type): string {
  return reasons
    .map((reason) => reasonInWords(reason, i18n, type))
    .map((words, at) => (at === 0 ? words : words.charAt(0).toLowerCase() + words.slice(1)))
    .join(" · ");
}
