import { Trans, useLingui } from "@lingui/react/macro";
import { PencilLine } from "lucide-react";
import { EmptyState } from "../../components/empty-state";
import { AnswerSettings } from "./answer-settings";
import { useDesigner } from "./designer";
import { OtherFindings } from "./field-findings";
import { NumberAndField } from "./number-and-field";
import classes from "./question-editor.module.css";
import { ReadingSettings } from "./reading-settings";
import { Wordings } from "./wordings";

/** The question in hand: its words, and how its answer is read. */
export function QuestionEditor() {
  const { t } = useLingui();
  const { at, question, hand } = useDesigner();
  const path = `questions[${at}]`;
  return (
    <section
      id="question-editor"
      className={classes.editor}
      tabIndex={-1}
      aria-label={question ? t`Question Q${question.number}` : t`Question`}
      onBlur={() => void hand.store.flush()}
      data-path={at >= 0 ? path : undefined}
    >
      {question ? (
        // Its own for each question: what is half typed in one must not show up in another.
        <div className={classes.fields} key={at}>
          <OtherFindings
            fields={[
              "text",
              "texts",
              "number",
              "field",
              "answer",
              "capture",
              "repeat",
              "required",
            ].map((field) => `${path}.${field}`)}
          />
          <Wordings question={question} path={path} />
          <AnswerSettings question={question} path={path} />
          <ReadingSettings question={question} path={path} />
          <NumberAndField question={question} path={path} />
        </div>
      ) : (
        <EmptyState icon={PencilLine} title={t`No question to edit`}>
          <Trans>Add one with N, or paste a list of questions into a new set.</Trans>
        </EmptyState>
      )}
    </section>
  );
}
