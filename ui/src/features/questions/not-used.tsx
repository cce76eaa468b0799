import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { FaultNotice } from "../../components/fault-notice";
import type { Fault } from "../../platform/types";

interface NotUsedProps {
  fault: Fault;
  busy: boolean;
  /** Puts the questions to use all the same, without the lines of the mapping that are in the way. */
  onDropLines: () => void;
}

/** Why questions were not put to use, with the way out. */
export function NotUsed({ fault, busy, onDropLines }: NotUsedProps) {
  return (
    <FaultNotice
      fault={fault}
      wayOut={
        fault.code === "mapping_left" && (
          <Button variant="default" loading={busy} onClick={onDropLines} data-testid="drop-lines">
            <Trans>Remove these lines and use it</Trans>
          </Button>
        )
      }
    />
  );
}
