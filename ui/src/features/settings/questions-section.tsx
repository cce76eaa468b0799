import { Trans, useLingui } from "@lingui/react/macro";
import type { QuestionSet } from "../../bindings/QuestionSet";
import { Section } from "../../components/section";
import { ANSWER_TYPES } from "../../words/answers";
import { ConfigFiles } from "./config-files";
import classes from "./settings.module.css";

export function QuestionsSection({ set }: { set: QuestionSet | null }) {
  const { i18n } = useLingui();
  return (
    <Section
      id="questions"
      title={<Trans>Questions</Trans>}
      about={
        <Trans>
          Put <span className={classes.code}>[](Q1)</span> before each question, in your bot or your
          saved replies. Leadbridge reads the answers that follow.
        </Trans>
      }
    >
      {set ? (
        <>
          <strong>{set.name}</strong>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>No.</Trans>
                </th>
                <th scope="col">
                  <Trans>Question</Trans>
                </th>
                <th scope="col">
                  <Trans>Answer</Trans>
                </th>
                <th scope="col">
                  <Trans>Name</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {set.questions.map(({ number, text, texts, answer, field, required }) => (
                <tr key={number}>
                  <td>Q{number}</td>
                  <td>
                    {texts?.[i18n.locale] ?? text}
                    {required && (
                      <span className={classes.hint}>
                        {" · "}
                        <Trans>required</Trans>
                      </span>
                    )}
                  </td>
                  <td>{i18n._(ANSWER_TYPES[answer.type])}</td>
                  <td className={classes.code}>{field}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : (
        <p className={classes.hint}>
          <Trans>
            No questions yet. Load the file that lists them, or start from an example; nothing
            changes before you confirm.
          </Trans>
        </p>
      )}
      <ConfigFiles hasQuestions={set !== null} />
    </Section>
  );
}
