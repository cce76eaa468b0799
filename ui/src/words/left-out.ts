import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { LeftOutWhy } from "../bindings/LeftOutWhy";

/** Why a question has nothing to enter in iAdvize, said after its name. */
export const LEFT_OUT: Record<LeftOutWhy, MessageDescriptor> = {
  unreadable: msg`is no question that can be read`,
  no_number: msg`has no number a marker could have`,
  number_taken: msg`has the number of a question before it`,
  no_text: msg`has no words to enter`,
};
