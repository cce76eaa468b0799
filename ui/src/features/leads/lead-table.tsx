import { useLingui } from "@lingui/react/macro";
import { type RowSelectionState, useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { LeadRow } from "../../bindings/LeadRow";
import { columns, features, WIDTHS } from "./lead-columns";
import classes from "./lead-table.module.css";

const ROW_HEIGHT = 46;

interface LeadTableProps {
  rows: LeadRow[];
  marked: RowSelectionState;
  onMark: (marked: RowSelectionState) => void;
  selected: string | null;
  onSelect: (id: string) => void;
  onEnd: () => void;
}

export function LeadTable({ rows, marked, onMark, selected, onSelect, onEnd }: LeadTableProps) {
  const { t } = useLingui();
  const scroll = useRef<HTMLElement>(null);
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.id,
    state: { rowSelection: marked },
    onRowSelectionChange: (next) => onMark(typeof next === "function" ? next(marked) : next),
  });
  const body = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: body.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    initialRect: { width: 900, height: 720 },
  });
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  const last = items.at(-1)?.index ?? 0;
  const chosen = rows.findIndex((row) => row.id === selected);

  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 20) onEnd();
  }, [last, rows.length, onEnd]);

  useEffect(() => {
    if (chosen >= 0) virtualizer.scrollToIndex(chosen, { align: "auto" });
  }, [chosen, virtualizer]);

  return (
    <section ref={scroll} className={classes.scroll} aria-label={t`Leads`}>
      <table className={classes.table} aria-rowcount={rows.length + 1}>
        <colgroup>
          {table.getAllLeafColumns().map(({ id }) => (
            <col key={id} data-column={id} style={WIDTHS[id] ? { width: WIDTHS[id] } : undefined} />
          ))}
        </colgroup>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1}>
              {group.headers.map((header) => (
                <th key={header.id} scope="col" data-column={header.column.id}>
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          <Gap height={before} />
          {items.map(({ index }) => {
            const row = body[index];
            if (!row) return null;
            return (
              <tr
                key={row.id}
                className={classes.row}
                data-testid={`lead-row-${row.id}`}
                data-selected={row.id === selected || undefined}
                data-marked={row.getIsSelected() || undefined}
                aria-rowindex={index + 2}
                onClick={() => onSelect(row.id)}
              >
                {row.getAllCells().map((cell) => (
                  <td key={cell.id} data-column={cell.column.id}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            );
          })}
          <Gap height={after} />
        </tbody>
      </table>
    </section>
  );
}

/** Stands in for the rows that are out of sight. */
function Gap({ height }: { height: number }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without cells takes no focus
  return height > 0 ? <tr aria-hidden="true" style={{ height }} /> : null;
}
