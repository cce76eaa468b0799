import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Trash2 } from "lucide-react";
import { useAsk } from "../../api/use-ask";
import type { QuestionSetRow } from "../../bindings/QuestionSetRow";
import { StateChip } from "../../components/state-chip";
import { TimeAgo } from "../../components/time-ago";
import { codeName } from "./codes";
import classes from "./questions-screen.module.css";
import { isOlderInUse, useIsInUse } from "./use-is-in-use";

interface SetRowProps {
  row: QuestionSetRow;
  selected: boolean;
  onDelete: () => void;
}

export function SetRow({ row, selected, onDelete }: SetRowProps) {
  const { t, i18n } = useLingui();
  const name = row.name || t`Without a name`;
  // The row alone compares with the latest version; at most one set has an older one in use.
  const detail = useAsk("open_question_set", { id: row.id }, { enabled: isOlderInUse(row) });
  const isInUse = useIsInUse(row, detail.data?.draft);
  return (
    <li className={classes.row} data-selected={selected || undefined} data-testid={`set-${row.id}`}>
      <div className={classes.main}>
        <Link to="/questions/$id" params={{ id: row.id }}>
          {name}
        </Link>
        <p className={classes.facts}>
          <Plural value={row.questions} one="# question" other="# questions" />
          {row.language && <> · {codeName(i18n.locale, "language")(row.language)}</>}
          {" · "}
          {row.version === null ? (
            <Trans>no version yet</Trans>
          ) : isInUse ? (
            <Trans>version {row.in_use}</Trans>
          ) : row.changed ? (
            <Trans>changed since version {row.version}</Trans>
          ) : (
            <Trans>version {row.version}</Trans>
          )}
        </p>
      </div>
      {row.in_use !== null && (
        <StateChip tone="good">
          <Trans>Version {row.in_use} in use</Trans>
        </StateChip>
      )}
      <span className={classes.time}>
        <TimeAgo at={row.edited_at} />
      </span>
      <ActionIcon
        aria-label={t`Delete ${name}`}
        title={row.in_use === null ? t`Delete` : t`In use: put other questions to use first`}
        disabled={row.in_use !== null}
        onClick={onDelete}
      >
        <Trash2 size={14} />
      </ActionIcon>
    </li>
  );
}
