import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ConversationRow } from "../../bindings/ConversationRow";
import { Dot } from "../../components/dot";
import { useNow } from "../../components/use-now";
import { useFormat } from "../../i18n/format";
import { LEAD_STATES } from "../../words/leads";
import classes from "./conversation-list.module.css";

interface ConversationItemProps {
  row: ConversationRow;
  index: number;
  count: number;
  top: number;
  height: number;
  selected: boolean;
  onSelect: (id: string) => void;
}

export function ConversationItem(props: ConversationItemProps) {
  const { row, index, count, top, height, selected, onSelect } = props;
  const { t } = useLingui();
  const format = useFormat();
  const now = useNow(60_000);
  const at = row.closed_at ?? row.created_at;
  const state = row.lead ? LEAD_STATES[row.lead] : null;

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list holds the focus and takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the list points at it with aria-activedescendant
    <div
      role="option"
      id={`row-${row.id}`}
      data-testid={`conversation-row-${row.id}`}
      className={classes.row}
      style={{ transform: `translateY(${top}px)`, height }}
      aria-selected={selected}
      aria-setsize={count}
      aria-posinset={index + 1}
      onClick={() => onSelect(row.id)}
    >
      <div className={classes.line}>
        <span className={classes.name}>
          {row.visitor ?? row.email ?? <Trans>Unnamed visitor</Trans>}
        </span>
        {at && <time dateTime={at}>{format.brief(at, now)}</time>}
      </div>
      <div className={classes.snippet}>
        {row.snippet || <Trans>The visitor wrote nothing</Trans>}
      </div>
      <div className={classes.line}>
        <span className={classes.meta}>
          {state && (
            <>
              <Dot tone={state.tone} />
              <span className={classes.state}>{t(state.label)}</span>
            </>
          )}
        </span>
        <span className={classes.answers}>
          {row.needs_review > 0 && (
            <span className={classes.review}>
              <Plural value={row.needs_review} one="# to check" other="# to check" />
            </span>
          )}
          <span title={t`${row.answered} of ${row.questions} questions answered`}>
            {row.answered}/{row.questions}
          </span>
        </span>
      </div>
    </div>
  );
}
