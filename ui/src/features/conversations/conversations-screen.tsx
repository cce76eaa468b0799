import { Trans, useLingui } from "@lingui/react/macro";
import { VisuallyHidden } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { Inbox, MessagesSquare, SearchX } from "lucide-react";
import { useCallback, useMemo } from "react";
import { useRows } from "../../api/use-ask";
import { EmptyState } from "../../components/empty-state";
import { FaultNotice } from "../../components/fault-notice";
import { LinkButton } from "../../components/link-button";
import { ListSkeleton } from "../../components/list-skeleton";
import { SearchField } from "../../components/search-field";
import { useListKeys } from "../../components/use-list-keys";
import { ConversationList } from "./conversation-list";
import listClasses from "./conversation-list.module.css";
import { ConversationPane } from "./conversation-pane";
import classes from "./conversations-screen.module.css";

interface ConversationsScreenProps {
  selected: string | null;
  search: string;
}

export function ConversationsScreen({ selected, search }: ConversationsScreenProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const list = useRows("conversations", search ? { search } : {});
  const { rows, hasMore, isFetchingMore, fetchMore } = list;
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);

  const select = useCallback(
    (id: string) =>
      void navigate({
        to: "/conversations/$id",
        params: { id },
        search: (old) => ({ ...old, answer: undefined }),
        replace: selected !== null,
      }),
    [navigate, selected],
  );
  const setSearch = useCallback(
    (words: string) =>
      void navigate({
        to: ".",
        search: (old) => ({ ...old, search: words || undefined }),
        replace: true,
      }),
    [navigate],
  );
  const onEnd = useCallback(() => {
    if (hasMore && !isFetchingMore) void fetchMore();
  }, [hasMore, isFetchingMore, fetchMore]);
  const open = useCallback(() => document.getElementById("conversation")?.focus(), []);
  useListKeys({ ids, selected, onSelect: select, onOpen: open });

  const nothing = !list.isPending && !list.fault && rows.length === 0;
  if (nothing && !search && !selected) return <NothingYet />;

  return (
    <div className={classes.screen}>
      <VisuallyHidden component="h1">
        <Trans>Conversations</Trans>
      </VisuallyHidden>
      <div className={listClasses.column}>
        <div className={listClasses.search}>
          <SearchField value={search} onChange={setSearch} label={t`Search conversations`} />
        </div>
        {list.fault && (
          <div className={listClasses.notice}>
            <FaultNotice fault={list.fault} onRetry={() => list.retry()} />
          </div>
        )}
        <div className={listClasses.body}>
          {list.isPending && <ListSkeleton rowHeight={66} />}
          {nothing && (
            <EmptyState icon={SearchX} title={t`Nothing found`}>
              <Trans>No conversation holds “{search}”. Try a name, an email or a project.</Trans>
            </EmptyState>
          )}
          {rows.length > 0 && (
            <ConversationList rows={rows} selected={selected} onSelect={select} onEnd={onEnd} />
          )}
        </div>
      </div>
      {selected && <ConversationPane id={selected} />}
      {!selected && !list.fault && !nothing && (
        <EmptyState icon={MessagesSquare} title={t`Choose a conversation`}>
          <Trans>Pick one on the left, or move through the list with J and K.</Trans>
        </EmptyState>
      )}
    </div>
  );
}

function NothingYet() {
  const { t } = useLingui();
  return (
    <EmptyState
      icon={Inbox}
      level={1}
      title={t`No conversation yet`}
      action={
        <LinkButton to="/settings" search={{ section: "webhook" }} variant="default">
          <Trans>See the webhook address</Trans>
        </LinkButton>
      }
    >
      <Trans>
        Conversations appear here by themselves once they close in iAdvize. Nothing to do but wait,
        if the webhook is set up.
      </Trans>
    </EmptyState>
  );
}
