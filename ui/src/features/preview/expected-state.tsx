import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Preview } from "../../bindings/Preview";
import type { QuestionSet } from "../../bindings/QuestionSet";
import type { SampleOf } from "../../bindings/SampleOf";
import { StateChip } from "../../components/state-chip";
import classes from "./preview-answers.module.css";
import { stays } from "./sample-choice";
import { useExpect } from "./use-expect";

interface ExpectedStateProps {
  set: string;
  draft: QuestionSet;
  sample: SampleOf;
  preview: Preview;
}

/** Whether the reading is as expected, or the way to say that it is. */
export function ExpectedState({ set, draft, sample, preview }: ExpectedStateProps) {
  const { t } = useLingui();
  const expect = useExpect(set);
  const { unexpected } = preview;
  if (!stays(sample)) return null;
  if (unexpected === null) {
    return (
      <span className={classes.expected}>
        <Button
          variant="default"
          loading={expect.isPending}
          onClick={() => expect.keep(sample, draft)}
          title={t`From now on, Checks says when a change alters what is read from this sample`}
          data-testid="expect-result"
        >
          <Trans>Expect this result</Trans>
        </Button>
      </span>
    );
  }
  return (
    <span className={classes.expected} data-testid="expected-state">
      {unexpected.length === 0 ? (
        <StateChip tone="good" plain>
          <Trans>As expected</Trans>
        </StateChip>
      ) : (
        <>
          <StateChip tone="bad" plain>
            <Plural
              value={unexpected.length}
              one="# answer not as expected"
              other="# answers not as expected"
            />
          </StateChip>
          <Link to="." search={(old) => ({ ...old, panel: "checks" })} replace>
            <Trans>Compare</Trans>
          </Link>
        </>
      )}
    </span>
  );
}
