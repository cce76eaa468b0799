import { useLingui } from "@lingui/react/macro";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { ConversationRow } from "../../bindings/ConversationRow";
import { ConversationItem } from "./conversation-item";
import classes from "./conversation-list.module.css";

const ROW_HEIGHT = 66;

interface ConversationListProps {
  rows: readonly ConversationRow[];
  selected: string | null;
  onSelect: (id: string) => void;
  /** Called when the end comes near. */
  onEnd: () => void;
}

export function ConversationList({ rows, selected, onSelect, onEnd }: ConversationListProps) {
  const { t } = useLingui();
  const scroll = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    initialRect: { width: 320, height: 720 },
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const chosen = rows.findIndex((row) => row.id === selected);

  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 20) onEnd();
  }, [last, rows.length, onEnd]);

  useEffect(() => {
    if (chosen >= 0) virtualizer.scrollToIndex(chosen, { align: "auto" });
  }, [chosen, virtualizer]);

  return (
    <div
      ref={scroll}
      className={classes.scroll}
      role="listbox"
      tabIndex={0}
      aria-label={t`Conversations`}
      aria-activedescendant={
        items.some((item) => item.index === chosen) ? `row-${selected}` : undefined
      }
    >
      <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: "relative" }}>
        {items.map((item) => {
          const row = rows[item.index];
          return row ? (
            <ConversationItem
              key={item.key}
              row={row}
              index={item.index}
              count={rows.length}
              top={item.start}
              height={ROW_HEIGHT}
              selected={row.id === selected}
              onSelect={onSelect}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}
