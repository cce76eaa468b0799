import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, TextInput, Tooltip } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { ChevronLeft, Redo2, Undo2 } from "lucide-react";
import { useDesigner } from "./designer";
import { setDetails } from "./edits";
import { SavingState } from "./saving-state";
import { SetDetails } from "./set-details";
import classes from "./set-header.module.css";
import { SetMenu } from "./set-menu";
import { useIsInUse } from "./use-is-in-use";

/** The set's name and settings, what becomes of changes, and the way to a version. */
export function SetHeader({ onSaveVersion }: { onSaveVersion: () => void }) {
  const { t } = useLingui();
  const { draft, edit, hand, detail, findings } = useDesigner();
  const { store, canUndo, canRedo, changed } = hand;
  const { version, in_use } = detail.row;
  const isInUse = useIsInUse({ ...detail.row, changed }, draft);
  const fault = findings.find(({ path }) => path === "name");
  return (
    <header className={classes.head}>
      <Link to="/questions" className={classes.back} aria-label={t`All question sets`}>
        <ChevronLeft size={16} aria-hidden />
      </Link>
      <TextInput
        className={classes.name}
        aria-label={t`Name of the set`}
        placeholder={t`Name of the set`}
        value={draft.name ?? ""}
        onChange={(event) => edit(setDetails(draft, { name: event.currentTarget.value }), "name")}
        onBlur={() => void store.flush()}
        error={Boolean(fault)}
        data-path="name"
        data-testid="set-name"
      />
      <SetDetails />
      <span className={classes.version}>
        {version !== null && (
          <Link to="." search={(old) => ({ ...old, panel: "versions" as const })}>
            {isInUse ? (
              <Trans>Version {in_use}, in use</Trans>
            ) : changed ? (
              <Trans>Version {version}, changed since</Trans>
            ) : in_use === version ? (
              <Trans>Version {in_use}, in use</Trans>
            ) : (
              <Trans>Version {version}</Trans>
            )}
          </Link>
        )}
      </span>
      <SavingState />
      <div className={classes.buttons}>
        <Tooltip label={t`Undo (Ctrl+Z)`}>
          <ActionIcon aria-label={t`Undo`} aria-disabled={!canUndo} onClick={store.undo}>
            <Undo2 size={15} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t`Redo (Ctrl+Shift+Z)`}>
          <ActionIcon aria-label={t`Redo`} aria-disabled={!canRedo} onClick={store.redo}>
            <Redo2 size={15} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t`Ctrl+S`}>
          <Button
            onClick={onSaveVersion}
            variant={changed ? "filled" : "default"}
            data-testid="save-version"
          >
            <Trans>Save version</Trans>
          </Button>
        </Tooltip>
        <SetMenu />
      </div>
    </header>
  );
}
