import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { AnonymisedKind } from "../bindings/AnonymisedKind";
import type { MessageAccount } from "../bindings/MessageAccount";
import type { MessageUse } from "../bindings/MessageUse";
import type { SampleKind } from "../bindings/SampleKind";
import type { Format } from "../i18n/format";

/** What a conversation that comes with Leadbridge shows, as its name in the library. */
export const SAMPLE_KINDS: Record<SampleKind, MessageDescriptor> = {
  plain: msg`Straight answers`,
  long_winded: msg`Long-winded answers`,
  several_facts: msg`Several facts at once`,
  corrected: msg`Visitor corrects an answer`,
  bot_to_agent: msg`From the bot to an agent`,
  asked_twice: msg`A question asked twice`,
  skipped: msg`Questions skipped`,
  pasted_marker: msg`Visitor pastes a marker`,
  attachments_only: msg`Attachments only`,
};

/** What became of a message of the visitor; `{questions}` are those that were open then. */
export const MESSAGE_USES: Record<MessageUse, MessageDescriptor> = {
  read: msg({ message: "Read for {questions}" }),
  before_any_question: msg`Not read: no question had been asked yet`,
  unknown_question: msg({ message: "Not read: {questions} is not among these questions" }),
  after_reply: msg({ message: "Not read: the reply to {questions} had ended" }),
  nothing_of_type: msg({ message: "Nothing of the expected kind for {questions} in it" }),
  not_counted: msg({ message: "Not counted: {questions} was asked again, another reply is kept" }),
  unknown_author: msg`Not read: nobody knows whether visitor or agent wrote it`,
};

const NO_CHOICE = msg({ message: "None of the choices of {questions} is named in it" });

/** What became of a message, in the person's language. */
export function accountInWords(
  { why, questions }: Pick<MessageAccount, "why" | "questions">,
  i18n: I18n,
  format: Format,
  /** Whether the questions are all choices. */
  areChoices = false,
): string {
  const named = format.list(questions.map((number) => `Q${number}`));
  const told = why === "nothing_of_type" && areChoices ? NO_CHOICE : MESSAGE_USES[why];
  const words = { ...told, values: { questions: named } };
  return i18n._(words);
}

/** What was replaced in a sample, so that nobody is recognised in it. */
export const REPLACED: Record<AnonymisedKind, MessageDescriptor> = {
  name: msg({ message: "{count, plural, one {# name} other {# names}}" }),
  email: msg({ message: "{count, plural, one {# email} other {# emails}}" }),
  phone: msg({ message: "{count, plural, one {# phone number} other {# phone numbers}}" }),
  address: msg({ message: "{count, plural, one {# street} other {# streets}}" }),
  postcode: msg({ message: "{count, plural, one {# postcode} other {# postcodes}}" }),
  town: msg({ message: "{count, plural, one {# town} other {# towns}}" }),
  url: msg({ message: "{count, plural, one {# web address} other {# web addresses}}" }),
  handle: msg({ message: "{count, plural, one {# user name} other {# user names}}" }),
  number: msg({ message: "{count, plural, one {# long number} other {# long numbers}}" }),
};

/** Everything that was replaced, as one list; empty where nothing was. */
export function replacedInWords(
  replaced: { [kind in AnonymisedKind]?: number },
  i18n: I18n,
  format: Format,
): string {
  const kinds = Object.keys(REPLACED) as AnonymisedKind[];
  const told = kinds.flatMap((kind) => {
    const count = replaced[kind] ?? 0;
    const words = { ...REPLACED[kind], values: { count } };
    return count > 0 ? [i18n._(words)] : [];
  });
  return format.list(told);
}
