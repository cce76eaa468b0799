import { Plural } from "@lingui/react/macro";
import { VisuallyHidden } from "@mantine/core";
import { useChecks } from "../../api/use-checks";
import { useDesigner } from "./designer";
import classes from "./side-panels.module.css";

/** How many samples are no longer read as expected, beside the name of the panel that says which. */
export function FailingChecks() {
  const { detail, draft } = useDesigner();
  const failed = useChecks(detail.row.id, draft).data?.failed ?? 0;
  if (failed === 0) return null;
  return (
    <span className={classes.failed} data-testid="failing-checks">
      <span aria-hidden>{failed}</span>
      <VisuallyHidden>
        <Plural value={failed} one="# check fails" other="# checks fail" />
      </VisuallyHidden>
    </span>
  );
}
