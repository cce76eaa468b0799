import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { usePlatform } from "../../api/platform-context";
import { useDo } from "../../api/use-do";
import type { VersionRow } from "../../bindings/VersionRow";
import { FaultNotice } from "../../components/fault-notice";
import { StateChip } from "../../components/state-chip";
import { TimeAgo } from "../../components/time-ago";
import { toFault } from "../../platform/types";
import { sentence } from "../../words/sentence";
import { useDesigner } from "./designer";
import panel from "./side-panels.module.css";
import { VersionChanges } from "./version-changes";
import classes from "./versions-panel.module.css";

/** Every version of the set, what changed between two, and the ways back. */
export function VersionsPanel() {
  const { detail } = useDesigner();
  const use = useDo("use_version");
  const { versions, row } = detail;
  return (
    <div className={panel.body} data-testid="versions">
      {versions.length === 0 && (
        <p className={panel.none}>
          <Trans>
            No version yet. A version is what conversations are read with: save one with Ctrl+S when
            the questions are ready.
          </Trans>
        </p>
      )}
      {use.error && <FaultNotice fault={use.error} />}
      {versions.length > 0 && (
        <ol className={classes.versions}>
          {versions.map((version) => (
            <Version
              key={version.number}
              version={version}
              onUse={() => use.mutate({ id: row.id, number: version.number })}
              busy={use.isPending}
            />
          ))}
        </ol>
      )}
      {versions.length > 0 && <VersionChanges key={`${versions.length} ${row.in_use}`} />}
    </div>
  );
}

interface VersionProps {
  version: VersionRow;
  onUse: () => void;
  busy: boolean;
}

function Version({ version, onUse, busy }: VersionProps) {
  const { t } = useLingui();
  const { detail, edit } = useDesigner();
  const platform = usePlatform();
  const { number, saved_at, questions, conversations, in_use } = version;
  const goBack = () =>
    platform.call("question_set_version", { id: detail.row.id, number }).then(
      (set) => {
        edit(set);
        notifications.show({
          message: t`The questions are those of version ${number} again. Ctrl+Z takes that back.`,
        });
      },
      (cause: unknown) =>
        notifications.show({ message: sentence(toFault(cause).message), color: "red" }),
    );
  return (
    <li className={classes.version} data-testid={`version-${number}`}>
      <div className={classes.words}>
        <strong>
          <Trans>Version {number}</Trans>
        </strong>
        {in_use && (
          <StateChip tone="good">
            <Trans>In use</Trans>
          </StateChip>
        )}
        <p>
          <TimeAgo at={saved_at} /> ·{" "}
          <Plural value={questions} one="# question" other="# questions" />
          {" · "}
          <Plural
            value={conversations}
            _0="no conversation read with it"
            one="# conversation read with it"
            other="# conversations read with it"
          />
        </p>
      </div>
      <div className={classes.buttons}>
        <Button
          variant="default"
          onClick={() => void goBack()}
          title={t`Go back to version ${number}`}
        >
          <Trans>Go back to it</Trans>
        </Button>
        {!in_use && (
          <Button variant="default" onClick={onUse} loading={busy} title={t`Use version ${number}`}>
            <Trans>Use it</Trans>
          </Button>
        )}
      </div>
    </li>
  );
}
