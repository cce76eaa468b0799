import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { usePlatform } from "../../api/platform-context";
import { useAsk } from "../../api/use-ask";
import type { VersionRow } from "../../bindings/VersionRow";
import { StateChip } from "../../components/state-chip";
import { TimeAgo } from "../../components/time-ago";
import { toFault } from "../../platform/types";
import { sentence } from "../../words/sentence";
import { useDesigner } from "./designer";
import { same } from "./same";
import classes from "./versions-panel.module.css";

interface VersionItemProps {
  version: VersionRow;
  onUse: () => void;
  busy: boolean;
}

/** A version: what it was, and the ways to edit from it and to put it to use. */
export function VersionItem({ version, onUse, busy }: VersionItemProps) {
  const { t } = useLingui();
  const { detail, draft, edit } = useDesigner();
  const platform = usePlatform();
  const { number, saved_at, questions, conversations, in_use } = version;
  const asked = { id: detail.row.id, number };
  // What has another number of questions can not be the same, and need not be asked for.
  const alike = questions === draft.questions.length;
  const kept = useAsk("question_set_version", asked, { enabled: alike });
  const isDraft = alike && kept.data !== undefined && same(kept.data, draft);
  const used = detail.row.in_use;
  const editFrom = () =>
    platform.call("question_set_version", asked).then(
      (set) => {
        edit(set);
        const back = t`The questions are those of version ${number} again. Ctrl+Z takes that back.`;
        const still = used === null ? "" : ` ${t`Version ${used} is still in use.`}`;
        notifications.show({ message: `${back}${still}` });
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
          onClick={() => void editFrom()}
          disabled={isDraft}
          title={
            isDraft
              ? t`The questions are those of version ${number}`
              : t`Edit from version ${number}`
          }
        >
          <Trans>Edit from this version</Trans>
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
