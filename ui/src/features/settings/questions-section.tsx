import { Trans } from "@lingui/react/macro";
import { useAsk } from "../../api/use-ask";
import { FaultNotice } from "../../components/fault-notice";
import { LinkButton } from "../../components/link-button";
import { Section } from "../../components/section";
import { ConfigFiles } from "./config-files";
import classes from "./settings.module.css";

/** Which questions conversations are read with; they are designed on a screen of their own. */
export function QuestionsSection({ hasQuestions }: { hasQuestions: boolean }) {
  const sets = useAsk("question_sets", {});
  const used = sets.data?.find((set) => set.in_use !== null);
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
      {sets.error && <FaultNotice fault={sets.error} onRetry={() => sets.refetch()} />}
      {used && (
        <p className={classes.hint} data-testid="questions-in-use">
          <Trans>
            Conversations are read with <strong>{used.name}</strong>, version {used.in_use}.
          </Trans>
        </p>
      )}
      {sets.data && !used && (
        <p className={classes.hint}>
          <Trans>
            No questions are in use yet. Design them, then put a version to use; or load the file
            that lists them.
          </Trans>
        </p>
      )}
      <div className={classes.row}>
        {used ? (
          <LinkButton to="/questions/$id" params={{ id: used.id }} data-testid="design-questions">
            <Trans>Design the questions</Trans>
          </LinkButton>
        ) : (
          <LinkButton to="/questions" data-testid="design-questions">
            <Trans>Design the questions</Trans>
          </LinkButton>
        )}
      </div>
      <ConfigFiles hasQuestions={hasQuestions} />
    </Section>
  );
}
