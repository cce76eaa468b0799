import { plural } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { VisuallyHidden } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import type { RowSelectionState } from "@tanstack/react-table";
import { useCallback, useMemo, useState } from "react";
import { useAsk, useRows } from "../../api/use-ask";
import { useDo } from "../../api/use-do";
import { useFieldLabel } from "../../api/use-field-label";
import { usePush } from "../../api/use-push";
import type { LeadState } from "../../bindings/LeadState";
import { DryRunDialog } from "../../components/dry-run-dialog";
import { FaultNotice } from "../../components/fault-notice";
import { ListSkeleton } from "../../components/list-skeleton";
import { useListKeys } from "../../components/use-list-keys";
import { useDestinationName } from "../../words/use-said";
import { LeadDrawer } from "./lead-drawer";
import { LeadTable } from "./lead-table";
import { LeadToolbar, MarkedBar } from "./lead-toolbar";
import classes from "./leads-screen.module.css";
import { NoLeads } from "./no-leads";
import { worthPushing } from "./worth-pushing";

export interface LeadsAddress {
  search: string;
  state: LeadState | null;
  lead: string | null;
}

export function LeadsScreen({ search, state, lead }: LeadsAddress) {
  const navigate = useNavigate();
  const [marked, setMarked] = useState<RowSelectionState>({});
  const status = useAsk("status", {}).data;
  const saving = useDo("export_lead_book");
  const push = usePush();
  const label = useFieldLabel();
  const list = useRows("leads", { ...(search ? { search } : {}), ...(state ? { state } : {}) });
  const { rows, hasMore, isFetchingMore, fetchMore } = list;
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  const markedIds = Object.keys(marked).filter((id) => marked[id]);
  const toPush = worthPushing(markedIds, rows);
  const named = useDestinationName();
  const destination = status?.destination ? named(status.destination.name) : null;

  const go = useCallback(
    (change: {
      search?: string | undefined;
      state?: LeadState | undefined;
      lead?: string | undefined;
    }) => void navigate({ to: "/leads", search: (old) => ({ ...old, ...change }), replace: true }),
    [navigate],
  );
  const onSearch = useCallback((words: string) => go({ search: words || undefined }), [go]);
  const onSelect = useCallback((id: string) => go({ lead: id }), [go]);
  const onClose = useCallback(() => go({ lead: undefined }), [go]);
  const onMark = useCallback(
    (id: string) =>
      setMarked(({ [id]: was, ...others }) => (was ? others : { ...others, [id]: true })),
    [],
  );
  const onEnd = useCallback(() => {
    if (hasMore && !isFetchingMore) void fetchMore();
  }, [hasMore, isFetchingMore, fetchMore]);
  useListKeys({ ids, selected: lead, onSelect, onMark, onBack: onClose });

  const save = () =>
    saving.mutate(
      {},
      {
        onSuccess: ({ rows: saved, path }) =>
          notifications.show({
            message: plural(saved, {
              one: `# lead saved in ${path}`,
              other: `# leads saved in ${path}`,
            }),
            autoClose: 12_000,
          }),
      },
    );

  return (
    <div className={classes.screen} data-open={lead ? true : undefined}>
      <VisuallyHidden component="h1">
        <Trans>Leads</Trans>
      </VisuallyHidden>
      <div className={classes.list}>
        {markedIds.length > 0 ? (
          <MarkedBar
            count={markedIds.length}
            ready={toPush.length}
            destination={destination}
            pushing={push.pushing}
            onPush={() => push.push(toPush)}
            onPreview={() => push.preview(toPush)}
            onClear={() => setMarked({})}
          />
        ) : (
          <LeadToolbar
            search={search}
            onSearch={onSearch}
            state={state}
            onState={(next) => go({ state: next ?? undefined })}
            counts={status?.counts.leads}
            onExport={status?.destination?.kind === "lead_book" ? save : null}
            exporting={saving.isPending}
          />
        )}
        <div className={classes.notices}>
          {list.fault && <FaultNotice fault={list.fault} onRetry={() => list.retry()} />}
          {push.fault && <FaultNotice fault={push.fault} />}
          {saving.error && <FaultNotice fault={saving.error} onRetry={save} />}
        </div>
        <div className={classes.body}>
          {list.isPending && <ListSkeleton rowHeight={46} />}
          {!list.isPending && !list.fault && rows.length === 0 && (
            <NoLeads filtered={Boolean(search || state)} />
          )}
          {rows.length > 0 && (
            <LeadTable
              rows={rows}
              marked={marked}
              onMark={setMarked}
              selected={lead}
              onSelect={onSelect}
              onEnd={onEnd}
            />
          )}
        </div>
      </div>
      {lead && (
        <LeadDrawer
          id={lead}
          destination={destination}
          onClose={onClose}
          onPush={(id) => push.push([id])}
          onPreview={(id) => push.preview([id])}
        />
      )}
      <DryRunDialog {...push.dialog} destination={destination ?? ""} label={label} leads={rows} />
    </div>
  );
}
