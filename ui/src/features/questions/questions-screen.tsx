import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Menu } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import { useAsk } from "../../api/use-ask";
import { FaultNotice } from "../../components/fault-notice";
import { ListSkeleton } from "../../components/list-skeleton";
import { useListKeys } from "../../components/use-list-keys";
import { PasteDialog } from "./paste-dialog";
import classes from "./questions-screen.module.css";
import { SetRow } from "./set-row";
import { useDeleteSet } from "./use-delete-set";
import { useNewSet } from "./use-new-set";
import { WaysToStart } from "./ways-to-start";

/** Every question set, and the ways to a new one. */
export function QuestionsScreen() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const sets = useAsk("question_sets", {});
  const remove = useDeleteSet();
  const start = useNewSet();
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = sets.data;
  const ids = useMemo(() => (rows ?? []).map(({ id }) => id), [rows]);
  const selected = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null);
  const open = useCallback(
    (id: string) => void navigate({ to: "/questions/$id", params: { id } }),
    [navigate],
  );
  useListKeys({ ids, selected, onSelect: setChosen, onOpen: open });

  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <h1>
          <Trans>Questions</Trans>
        </h1>
        {rows && rows.length > 0 && (
          <Menu position="bottom-end" shadow="md">
            <Menu.Target>
              <Button leftSection={<Plus size={14} />} data-testid="new-set">
                <Trans>New set</Trans>
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {start.ways.map(({ id, icon: Icon, title, go }) => (
                <Menu.Item key={id} leftSection={<Icon size={14} />} onClick={go}>
                  {title}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </header>
      {start.fault && (
        <div className={classes.notice}>
          <FaultNotice fault={start.fault} />
        </div>
      )}
      {sets.error && (
        <div className={classes.notice}>
          <FaultNotice fault={sets.error} onRetry={() => sets.refetch()} />
        </div>
      )}
      {sets.isPending && <ListSkeleton rowHeight={56} />}
      {rows?.length === 0 && <WaysToStart ways={start.ways} />}
      {rows && rows.length > 0 && (
        <ul className={classes.rows} aria-label={t`Question sets`}>
          {rows.map((row) => (
            <SetRow
              key={row.id}
              row={row}
              selected={row.id === selected}
              onDelete={() => remove(row)}
            />
          ))}
        </ul>
      )}
      {start.picker}
      <PasteDialog opened={start.pasting} onClose={start.closePaste} onCreate={start.create} />
    </div>
  );
}
