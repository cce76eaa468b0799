import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Answer } from "../../bindings/Answer";
import type { Question } from "../../bindings/Question";
import type { Reason } from "../../bindings/Reason";
import { useFormat } from "../../i18n/format";
import { ANSWER_STATUSES, noteWords, sureness } from "../../words/answers";
import { reasonsInWords } from "../../words/reasons";
import { StateChip } from "../state-chip";
import classes from "./answer-card.module.css";
import { useAnswerFocus } from "./answer-focus";
import { AnswerValue, inWords } from "./answer-value";

interface AnswerCardProps {
  answer: Answer;
  question: Question | undefined;
  /** The language of the conversation, for the wording that was asked. */
  language: string | null;
  /** Why it came out so. */
  reasons: readonly Reason[];
  /** What can be done about it, shown once it is chosen. */
  children?: ReactNode;
}

export function AnswerCard(props: AnswerCardProps) {
  const { answer, question, language, reasons, children } = props;
  const { t, i18n } = useLingui();
  const format = useFormat();
  const { chosen, hovered, choose, hover } = useAnswerFocus();
  const { number, status, value, candidates, raw, notes, confidence } = answer;
  const { label, tone } = ANSWER_STATUSES[status];
  const isChosen = chosen === number;
  const silent = status === "not_asked" || status === "unanswered";
  const wording = question?.texts?.[language ?? ""] || question?.text || answer.field;
  const type = question?.answer.type ?? "text";
  const others = candidates.map((each) => inWords(each, type, format));

  return (
    <li
      className={classes.card}
      data-silent={silent || undefined}
      data-testid={`answer-${number}`}
      data-chosen={isChosen || undefined}
      data-hovered={hovered === number || undefined}
    >
      <button
        type="button"
        className={classes.main}
        aria-pressed={isChosen}
        onClick={() => choose(isChosen ? null : number, "panel")}
        onPointerEnter={() => hover(number)}
        onPointerLeave={() => hover(null)}
        onFocus={() => hover(number)}
        onBlur={() => hover(null)}
      >
        <span className={classes.top}>
          <span className={classes.number}>Q{number}</span>
          <span className={classes.question}>{wording}</span>
          <StateChip tone={tone} plain={tone === "good" || tone === "quiet"}>
            {t(label)}
          </StateChip>
        </span>
        {!silent && <AnswerValue question={question} value={value} />}
        {value !== null && (
          <span className={classes.sure}>
            {t(sureness(confidence))} · {format.percent(confidence)}
          </span>
        )}
        {others.length > 1 && (
          <span className={classes.note}>
            <Trans>Mentioned: {format.list(others)}</Trans>
          </span>
        )}
        {!silent && reasons.length > 0 && (
          <span className={classes.sure} data-testid={`reasons-${number}`}>
            {reasonsInWords(reasons, i18n, type)}
          </span>
        )}
        {reasons.length === 0 &&
          notes.map((note) => (
            <span key={note} className={classes.note}>
              {t(noteWords(note, question))}
            </span>
          ))}
      </button>
      {raw && type !== "text" && (
        <details className={classes.raw}>
          <summary>
            <Trans>Whole reply</Trans>
          </summary>
          <blockquote>{raw}</blockquote>
        </details>
      )}
      {isChosen && children}
    </li>
  );
}
