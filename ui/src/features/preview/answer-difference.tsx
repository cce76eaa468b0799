import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { AnswerBrief } from "../../bindings/AnswerBrief";
import type { AnswerChange } from "../../bindings/AnswerChange";
import type { QuestionSet } from "../../bindings/QuestionSet";
import { AnswerValue } from "../../components/reading/answer-value";
import { StateChip } from "../../components/state-chip";
import { ANSWER_STATUSES, noteWords } from "../../words/answers";
import classes from "./answer-difference.module.css";

interface AnswerDifferenceProps {
  change: AnswerChange;
  draft: QuestionSet;
  /** What the two sides are called. */
  before: ReactNode;
  after: ReactNode;
}

/** An answer as it was, beside what it is now. */
export function AnswerDifference({ change, draft, before, after }: AnswerDifferenceProps) {
  const { number, field } = change;
  const question = draft.questions.find((each) => each.field === field);
  const [was, is] = [change.before?.raw, change.after?.raw];
  const shared = was && was === is ? was : null;
  const side = { field, draft, quotes: shared === null };
  return (
    <div className={classes.change} data-testid={`change-${number}`}>
      <p className={classes.question}>
        <span className={classes.number}>Q{number}</span>
        <span>{question?.text || field}</span>
      </p>
      <div className={classes.sides}>
        {shared && <blockquote className={classes.raw}>{shared}</blockquote>}
        <Side name={before} brief={change.before} isNew={false} {...side} />
        <Side name={after} brief={change.after} isNew {...side} />
      </div>
    </div>
  );
}

interface SideProps {
  name: ReactNode;
  brief: AnswerBrief | null;
  field: string;
  draft: QuestionSet;
  isNew: boolean;
  /** Whether the visitor's words are shown here; those of both sides stand above them. */
  quotes: boolean;
}

function Side({ name, brief, field, draft, isNew, quotes }: SideProps) {
  const { t } = useLingui();
  const question = draft.questions.find((each) => each.field === field);
  return (
    <div className={classes.side} data-side={isNew ? "after" : "before"}>
      <span className={classes.name}>{name}</span>
      {brief === null && (
        <span className={classes.none}>
          {isNew ? <Trans>No longer asked for</Trans> : <Trans>Was not asked for</Trans>}
        </span>
      )}
      {brief && (
        <>
          {brief.value !== null && <AnswerValue question={question} value={brief.value} />}
          <StateChip tone={ANSWER_STATUSES[brief.status].tone} plain>
            {t(ANSWER_STATUSES[brief.status].label)}
          </StateChip>
          {quotes && brief.raw && brief.raw !== brief.value && (
            <blockquote className={classes.raw}>{brief.raw}</blockquote>
          )}
          {brief.notes.map((note) => (
            <span key={note} className={classes.none}>
              {t(noteWords(note, question))}
            </span>
          ))}
        </>
      )}
    </div>
  );
}
