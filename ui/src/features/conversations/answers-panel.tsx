import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ConversationDetail } from "../../bindings/ConversationDetail";
import { AnswerCard } from "../../components/reading/answer-card";
import classes from "./answers-panel.module.css";
import { LeadBox } from "./lead-box";

export function AnswersPanel({ detail }: { detail: ConversationDetail }) {
  const { t } = useLingui();
  const { reading, reasons, question_set: set, row } = detail;
  return (
    <aside className={classes.panel} aria-label={t`What was read`}>
      <LeadBox detail={detail} />
      {reading ? (
        <>
          <header className={classes.head}>
            <h3>
              <Trans>Answers</Trans>
            </h3>
            <span>
              <Trans>
                {row.answered} of {row.questions}
              </Trans>
            </span>
          </header>
          <ol className={classes.answers}>
            {reading.answers.map((answer) => (
              <AnswerCard
                key={answer.number}
                answer={answer}
                question={set?.questions.find((each) => each.number === answer.number)}
                language={row.language}
                reasons={reasons.find((each) => each.number === answer.number)?.reasons ?? []}
              />
            ))}
          </ol>
        </>
      ) : (
        <p className={classes.none}>
          <Trans>
            No questions are set up, so nothing was read.{" "}
            <Link to="/questions">Design your questions</Link>
          </Trans>
        </p>
      )}
    </aside>
  );
}
