import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useAsk } from "../../api/use-ask";
import { useDo } from "../../api/use-do";
import { useDesigner } from "./designer";
import classes from "./dialogs.module.css";
import { NotUsed } from "./not-used";
import { changedQuestions } from "./version-words";

interface SaveVersionDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** Makes the draft a version, and says first what that would change. */
export function SaveVersionDialog({ opened, onClose }: SaveVersionDialogProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={480}
      title={t`Save a version`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Body onClose={onClose} />
    </Modal>
  );
}

function Body({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { detail, hand, findings } = useDesigner();
  const { row } = detail;
  const [use, setUse] = useState(row.in_use !== null || row.version === null);
  /** The revision of the draft that is shown here: no other one becomes the version. */
  const [kept, setKept] = useState<number | null>(null);
  const save = useDo("save_version");
  const settings = useAsk("settings", {}).data;
  const { flush, revision } = hand.store;
  useEffect(() => void flush().then(() => setKept(revision())), [flush, revision]);
  const since = row.in_use ?? row.version;
  const compared = useAsk(
    "compare_versions",
    { id: row.id, before: since, after: null },
    { enabled: kept !== null && since !== null },
  );
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const count = compared.data && changedQuestions(compared.data.changes);
  const other = row.in_use === null ? settings?.question_set?.name : undefined;
  const unsaved = hand.saving.kind === "failed" || hand.saving.kind === "conflict";

  const go = (dropLines = false) => {
    if (kept === null) return;
    save.mutate(
      { id: row.id, revision: kept, put_to_use: use, drop_lines: dropLines },
      {
        onSuccess: ({ row: { version } }) => {
          onClose();
          notifications.show({
            message: use
              ? t`Version ${version} is saved; conversations are read with it from now on`
              : t`Version ${version} is saved`,
          });
        },
      },
    );
  };

  return (
    <form
      className={classes.body}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      {errors > 0 && (
        <p className={classes.bad} role="alert">
          <Plural
            value={errors}
            one="# finding keeps these questions from being read. Put it right first (F8)."
            other="# findings keep these questions from being read. Put them right first (F8)."
          />
        </p>
      )}
      {unsaved && (
        <p className={classes.bad} role="alert">
          <Trans>Your last changes are not saved yet, so no version can be made of them.</Trans>
        </p>
      )}
      <p>
        {since === null && <Trans>This will be the first version of this set.</Trans>}
        {since !== null && count === 0 && <Trans>Nothing changed since version {since}.</Trans>}
        {since !== null && count !== undefined && count > 0 && (
          <Plural
            value={count}
            one={`# question or setting changed since version ${since}.`}
            other={`# questions or settings changed since version ${since}.`}
          />
        )}
      </p>
      <Checkbox
        data-autofocus
        checked={use}
        onChange={(event) => setUse(event.currentTarget.checked)}
        label={t`Put it to use at once`}
        description={
          other
            ? t`Conversations are read with it from now on, and no longer with “${other}”.`
            : t`Conversations are read with it from now on. Past ones keep the version they were read with.`
        }
        data-testid="put-to-use"
      />
      {use && (
        <p className={classes.hint}>
          <Link to="." search={(old) => ({ ...old, panel: "whatif" as const })} onClick={onClose}>
            <Trans>See first what this would change in past conversations</Trans>
          </Link>
        </p>
      )}
      {save.error && (
        <NotUsed fault={save.error} busy={save.isPending} onDropLines={() => go(true)} />
      )}
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button
          type="submit"
          loading={save.isPending}
          disabled={errors > 0 || unsaved || kept === null}
          data-testid="save-version-go"
        >
          {use ? <Trans>Save and use</Trans> : <Trans>Save version</Trans>}
        </Button>
      </div>
    </form>
  );
}
