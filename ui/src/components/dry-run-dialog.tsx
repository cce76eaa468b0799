import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Loader, Modal } from "@mantine/core";
import type { LeadRow } from "../bindings/LeadRow";
import type { PushReport } from "../bindings/PushReport";
import type { Fault } from "../platform/types";
import classes from "./dry-run-dialog.module.css";
import { DryRunResult, wouldBeWritten } from "./dry-run-result";
import { FaultNotice } from "./fault-notice";
import { FixMappingLink } from "./fix-mapping-link";

interface DryRunDialogProps {
  opened: boolean;
  onClose: () => void;
  destination: string;
  report: PushReport | undefined;
  fault: Fault | null;
  /** Who is behind each id asked for. */
  leads: readonly Pick<LeadRow, "id" | "name" | "email">[];
  /** A field's name for people. */
  label: (field: string) => string;
  onPush: () => void;
  onRetry: () => void;
}

/** What a push would write, field by field, before anything is written. */
export function DryRunDialog(props: DryRunDialogProps) {
  const { opened, onClose, destination, report, fault, leads, label, onPush, onRetry } = props;
  const { t } = useLingui();
  const ready = report?.results.filter(wouldBeWritten).length ?? 0;
  const refused = report?.results.some(({ message }) => message.key === "would_be_refused");

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={640}
      title={t`What would be written to ${destination}`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      {fault && <FaultNotice fault={fault} onRetry={onRetry} />}
      {!report && !fault && (
        <div className={classes.wait}>
          <Loader size={16} />
          <Trans>Comparing with {destination}…</Trans>
        </div>
      )}
      {report?.results.map((result) => (
        <DryRunResult
          key={result.id}
          result={result}
          label={label}
          lead={leads.find((lead) => lead.id === result.id)}
        />
      ))}
      <div className={classes.foot}>
        <p className={classes.note}>
          <Trans>Nothing has been written yet.</Trans>
        </p>
        <Button variant="default" onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
        {ready > 0 && (
          <Button onClick={onPush} data-testid="dry-run-push">
            <Plural value={ready} one="Push # lead" other="Push # leads" />
          </Button>
        )}
        {ready === 0 && refused && <FixMappingLink />}
      </div>
    </Modal>
  );
}
