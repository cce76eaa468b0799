import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Loader, SegmentedControl } from "@mantine/core";
import { GitCompareArrows } from "lucide-react";
import { useState } from "react";
import { useAsk } from "../../api/use-ask";
import type { QuestionSet } from "../../bindings/QuestionSet";
import { EmptyState } from "../../components/empty-state";
import { FaultNotice } from "../../components/fault-notice";
import { useFormat } from "../../i18n/format";
import { useWhatIf } from "./use-what-if";
import classes from "./what-if.module.css";
import { WhatIfResult } from "./what-if-result";

/** How many the engine reads at most. */
const ALL = 10_000;
const CHOICES = [100, 1_000, ALL];

interface WhatIfPanelProps {
  draft: QuestionSet;
  /** What to compare with; the version in use when `null`. */
  against: QuestionSet | null;
  onShowQuestion: (number: number) => void;
}

/** Which answers of past conversations the questions as they are now would change. */
export function WhatIfPanel({ draft, against, onShowQuestion }: WhatIfPanelProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [last, setLast] = useState(1_000);
  const { report, fault, isReading, isOld, isStopped, stop, read, goOn } = useWhatIf(
    draft,
    against,
    last,
  );
  const inUse = useAsk("question_set", {}, { enabled: against === null });
  const old = against ?? inUse.data;
  const name = old?.name;

  return (
    <div className={classes.body} data-testid="whatif">
      <div className={classes.bar}>
        <div className={classes.choice}>
          <span id="whatif-last">
            <Trans>Conversations to read</Trans>
          </span>
          <SegmentedControl
            aria-labelledby="whatif-last"
            data={CHOICES.map((value) => ({
              value: String(value),
              label: value === ALL ? t`All` : t`Last ${format.number(value)}`,
            }))}
            value={String(last)}
            onChange={(value) => {
              setLast(Number(value));
              goOn();
            }}
          />
        </div>
        {isReading && (
          <span className={classes.reading}>
            <Loader size={14} aria-hidden />
            <span role="status">
              <Trans>Reading…</Trans>
            </span>
          </span>
        )}
        {(isReading || report || isStopped) && (
          <Button variant="default" onClick={isReading ? stop : read} data-testid="whatif-read">
            {isReading ? <Trans>Stop</Trans> : <Trans>Read again</Trans>}
          </Button>
        )}
      </div>
      <p className={classes.note}>
        {name && <Trans>Compared with the version in use, “{name}”.</Trans>}
        {old === null && (
          <Trans>No version is in use yet, so every answer that is read would be new.</Trans>
        )}
      </p>
      {fault && <FaultNotice fault={fault} onRetry={read} />}
      {isStopped && !isReading && (
        <p className={classes.note} role="status">
          <Trans>Stopped. Nothing was changed.</Trans>
        </p>
      )}
      {report && report.conversations > 0 && !fault && (
        <div data-old={isOld || undefined} className={classes.result} aria-busy={isReading}>
          <WhatIfResult
            report={report}
            draft={draft}
            most={last === ALL ? ALL : null}
            onShowQuestion={onShowQuestion}
          />
        </div>
      )}
      {report && report.conversations === 0 && !fault && (
        <EmptyState icon={GitCompareArrows} title={t`No conversation to read yet`}>
          <Trans>
            Once conversations have come from iAdvize, this says which of their answers a change
            would alter. Until then, try the questions on a sample in Preview.
          </Trans>
        </EmptyState>
      )}
    </div>
  );
}
