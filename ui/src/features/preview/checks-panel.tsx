import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Loader } from "@mantine/core";
import { ListChecks } from "lucide-react";
import { useChecks } from "../../api/use-checks";
import type { QuestionSet } from "../../bindings/QuestionSet";
import { EmptyState } from "../../components/empty-state";
import { FaultNotice } from "../../components/fault-notice";
import { AddCheck } from "./add-check";
import { CheckItem } from "./check-item";
import classes from "./checks.module.css";

interface ChecksPanelProps {
  set: string;
  draft: QuestionSet;
}

/** Samples with what is expected of them, and whether they still give it. */
export function ChecksPanel({ set, draft }: ChecksPanelProps) {
  const { t } = useLingui();
  const checks = useChecks(set, draft);
  const report = checks.data;
  const samples = report?.samples ?? [];
  const failing = samples.filter(({ differences }) => differences.length > 0);
  const passing = samples.filter(({ differences }) => differences.length === 0);

  return (
    <div className={classes.body} data-testid="checks" aria-busy={checks.isFetching}>
      {checks.isPending && <Loader size={18} aria-label={t`Loading`} />}
      {checks.error && <FaultNotice fault={checks.error} onRetry={() => checks.refetch()} />}
      {report && samples.length === 0 && (
        <EmptyState icon={ListChecks} title={t`No check yet`}>
          <Trans>
            Choose a sample that is read just as you want it, and expect its result. From then on,
            this says when a change of the questions alters it.
          </Trans>
        </EmptyState>
      )}
      {report && samples.length > 0 && (
        <>
          <header className={classes.head}>
            <p role="status" className={classes.summary} data-testid="checks-summary">
              {report.failed === 0 ? (
                <Plural
                  value={report.passed}
                  one="The sample is read as expected."
                  other="All # samples are read as expected."
                />
              ) : samples.length === 1 ? (
                <Trans>The sample is not read as expected.</Trans>
              ) : (
                <Plural
                  value={report.failed}
                  one={`# of ${samples.length} samples is not read as expected.`}
                  other={`# of ${samples.length} samples are not read as expected.`}
                />
              )}
            </p>
            <Button
              variant="default"
              loading={checks.isFetching && !checks.isPlaceholderData}
              onClick={() => checks.refetch()}
              data-testid="run-checks"
            >
              <Trans>Run again</Trans>
            </Button>
          </header>
          <ul className={classes.list} aria-label={t`Checks`}>
            {[...failing, ...passing].map((checked) => (
              <CheckItem
                key={JSON.stringify(checked.row.sample)}
                set={set}
                draft={draft}
                checked={checked}
              />
            ))}
          </ul>
        </>
      )}
      {report && <AddCheck set={set} draft={draft} />}
    </div>
  );
}
