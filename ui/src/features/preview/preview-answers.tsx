import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Preview } from "../../bindings/Preview";
import type { QuestionSet } from "../../bindings/QuestionSet";
import { AnswerCard } from "../../components/reading/answer-card";
import classes from "./preview-answers.module.css";

interface PreviewAnswersProps {
  preview: Preview;
  draft: QuestionSet;
  /** The language of the conversation, for the wording that was asked. */
  language: string | null;
  onShowQuestion: (number: number) => void;
  /** What is expected of the sample. */
  expected: ReactNode;
}

/** What the questions as they are now read from the sample, and why. */
export function PreviewAnswers(props: PreviewAnswersProps) {
  const { preview, draft, language, onShowQuestion, expected } = props;
  const { t } = useLingui();
  const { reading, reasons } = preview;
  const count = (status: string) => reading.answers.filter((each) => each.status === status).length;
  const [answered, total, toCheck] = [
    count("answered"),
    reading.answers.length,
    count("needs_review"),
  ];
  const read = new Set(reading.answers.map(({ number }) => number));
  const left = draft.questions.filter(({ number }) => !read.has(number));
  return (
    <section className={classes.answers} aria-label={t`What is read`}>
      <header className={classes.head}>
        <p role="status" data-testid="preview-summary">
          <strong>
            <Trans>
              {answered} of {total} answered
            </Trans>
          </strong>
          {toCheck > 0 && (
            <span className={classes.check}>
              <Plural value={toCheck} one="# to check" other="# to check" />
            </span>
          )}
        </p>
        {expected}
      </header>
      {draft.questions.length === 0 && (
        <p className={classes.none}>
          <Trans>No question yet. Add one with N, and what it reads is shown here.</Trans>
        </p>
      )}
      {left.length > 0 && (
        <p className={classes.left} role="note">
          <Plural
            value={left.length}
            one="# question is left out until its errors are corrected."
            other="# questions are left out until their errors are corrected."
          />
        </p>
      )}
      <ol className={classes.list}>
        {reading.answers.map((answer) => (
          <AnswerCard
            key={answer.number}
            answer={answer}
            question={draft.questions.find((each) => each.number === answer.number)}
            language={language}
            reasons={reasons.find((each) => each.number === answer.number)?.reasons ?? []}
          >
            <button
              type="button"
              className={classes.edit}
              onClick={() => onShowQuestion(answer.number)}
            >
              <Trans>Edit question Q{answer.number}</Trans>
            </button>
          </AnswerCard>
        ))}
      </ol>
    </section>
  );
}
