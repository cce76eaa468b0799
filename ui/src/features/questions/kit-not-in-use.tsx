import { Trans, useLingui } from "@lingui/react/macro";
import { useAsk } from "../../api/use-ask";
import { useDesigner } from "./designer";
import classes from "./kit-panel.module.css";

/** A warning where what is entered in iAdvize would not be read, since another set is in use. */
export function KitNotInUse() {
  const { t } = useLingui();
  const { detail } = useDesigner();
  const sets = useAsk("question_sets", {});
  if (!sets.data || detail.row.in_use !== null) return null;
  const used = sets.data.find(({ in_use }) => in_use !== null);
  const name = used && (used.name || t`Without a name`);
  return (
    <p className={classes.unused} role="status" data-testid="kit-not-in-use">
      {used ? (
        <Trans>Not in use yet: conversations are read with “{name}”.</Trans>
      ) : (
        <Trans>Not in use yet: conversations are read with no questions.</Trans>
      )}
    </p>
  );
}
