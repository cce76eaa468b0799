import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import type { Fault } from "../../platform/types";
import { sentence } from "../../words/sentence";
import classes from "./preview-panel.module.css";

interface FileFaultProps {
  name: string;
  fault: Fault;
  onOpen: () => void;
}

/** A file was opened that holds no conversation. */
export function FileFault({ name, fault, onOpen }: FileFaultProps) {
  return (
    <div className={classes.bad} role="alert">
      <TriangleAlert size={16} aria-hidden />
      <div>
        <p>
          <Trans>“{name}” holds no conversation that can be read.</Trans>
        </p>
        <p>
          <Trans>Leadbridge reads conversation files in JSON.</Trans>
        </p>
        <details className={classes.detail}>
          <summary>
            <Trans>Details</Trans>
          </summary>
          {sentence(fault.message)}
        </details>
        <Button variant="default" onClick={onOpen}>
          <Trans>Open another file</Trans>
        </Button>
      </div>
    </div>
  );
}
