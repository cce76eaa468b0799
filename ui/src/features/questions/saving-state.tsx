import { Trans, useLingui } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import { FAULTS } from "../../api/faults";
import { Dot } from "../../components/dot";
import { useDesigner } from "./designer";
import classes from "./set-header.module.css";

/** Whether what is seen is kept, said aloud as it changes. */
export function SavingState() {
  const { t } = useLingui();
  const { saving, store } = useDesigner().hand;
  return (
    <div className={classes.saving} role="status" data-testid="saving" data-kind={saving.kind}>
      {saving.kind === "failed" && (
        <UnstyledButton className={classes.failed} onClick={() => void store.flush()}>
          <Dot tone="bad" />
          <span title={saving.fault.message}>
            <Trans>Not saved: {t(FAULTS[saving.fault.code].sentence)}</Trans>
          </span>
          <u>
            <Trans>Try again</Trans>
          </u>
        </UnstyledButton>
      )}
      {saving.kind === "conflict" && (
        <>
          <Dot tone="warn" />
          <Trans>Not saved</Trans>
        </>
      )}
      {(saving.kind === "saving" || saving.kind === "waiting") && <Trans>Saving…</Trans>}
      {saving.kind === "saved" && <Trans>Saved</Trans>}
    </div>
  );
}
