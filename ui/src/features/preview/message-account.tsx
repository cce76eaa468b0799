import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import type { Answer } from "../../bindings/Answer";
import type { MessageAccount } from "../../bindings/MessageAccount";
import type { QuestionSet } from "../../bindings/QuestionSet";
import { useAnswerFocus } from "../../components/reading/answer-focus";
import { useFormat } from "../../i18n/format";
import { accountInWords } from "../../words/samples";
import classes from "./preview-transcript.module.css";

interface MessageAccountLineProps {
  id: string;
  account: MessageAccount;
  answers: readonly Answer[];
  draft: QuestionSet;
}

/** Which answers took a message, or why none did. */
export function MessageAccountLine({ id, account, answers, draft }: MessageAccountLineProps) {
  const line = useRef<HTMLParagraphElement>(null);
  const { i18n } = useLingui();
  const format = useFormat();
  const { choose } = useAnswerFocus();
  useEffect(() => line.current?.scrollIntoView({ block: "nearest" }), []);
  const taken = answers.filter(({ evidence }) =>
    evidence.some(({ message_id }) => message_id === account.message_id),
  );
  const questions = taken.length > 0 ? taken.map(({ number }) => number) : account.questions;
  const areChoices = questions.every(
    (number) => draft.questions.find((each) => each.number === number)?.answer?.type === "choice",
  );
  return (
    <p
      ref={line}
      id={id}
      className={classes.account}
      role="status"
      data-why={account.why}
      data-testid={`account-${account.message_id}`}
    >
      {accountInWords({ why: account.why, questions }, i18n, format, areChoices)}
      {account.why === "read" &&
        taken.map(({ number }) => (
          <button key={number} type="button" onClick={() => choose(number, "words")}>
            {taken.length === 1 ? <Trans>Show the answer</Trans> : <Trans>Show Q{number}</Trans>}
          </button>
        ))}
    </p>
  );
}
