import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { AnswerType } from "../bindings/AnswerType";
import type { Capture } from "../bindings/Capture";
import type { Repeat } from "../bindings/Repeat";

/** What each kind of answer takes from a reply, in one line. */
export const TYPE_HELP: Record<AnswerType["type"], MessageDescriptor> = {
  text: msg`The whole reply, as it was written`,
  email: msg`An email address, wherever it stands in the reply`,
  phone: msg`A valid phone number, read for the set’s country`,
  number: msg`A number: 3, 1,500, 25k`,
  amount: msg`A sum of money with its currency: 25 k€, $300`,
  date: msg`A day: 3 March, 03/04, tomorrow`,
  yes_no: msg`Yes or no, and their everyday forms`,
  choice: msg`One of the choices that you list, or several`,
  postcode: msg`A postcode of the set’s country`,
  url: msg`The address of a page or site`,
};

interface Explained {
  label: MessageDescriptor;
  help: MessageDescriptor;
}

export const CAPTURES: Record<Capture, Explained> = {
  reply: {
    label: msg`The reply`,
    help: msg`What the visitor writes until someone answers`,
  },
  first_message: {
    label: msg`The first message`,
    help: msg`Only the first message after the question`,
  },
  until_next_question: {
    label: msg`Everything until the next question`,
    help: msg`All that the visitor writes until another question is asked`,
  },
};

export const REPEATS: Record<Repeat, Explained> = {
  last: {
    label: msg`Keep the last reply`,
    help: msg`Where it is asked twice, the later reply counts`,
  },
  first: {
    label: msg`Keep the first reply`,
    help: msg`Where it is asked twice, the earlier reply counts`,
  },
  join: {
    label: msg`Keep all replies`,
    help: msg`Where it is asked twice, both replies are put together`,
  },
};
