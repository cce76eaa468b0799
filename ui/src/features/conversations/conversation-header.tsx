import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Tooltip } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { RefreshCw } from "lucide-react";
import { useDo } from "../../api/use-do";
import type { ConversationDetail } from "../../bindings/ConversationDetail";
import { FaultNotice } from "../../components/fault-notice";
import { useFormat } from "../../i18n/format";
import classes from "./conversation-header.module.css";

export function ConversationHeader({ detail }: { detail: ConversationDetail }) {
  const { t } = useLingui();
  const format = useFormat();
  const reread = useDo("reread");
  const { row, tags, read_with } = detail;
  const facts = [
    row.project,
    row.channel && channelName(row.channel),
    row.language && format.language(row.language),
    row.closed_at && format.full(row.closed_at),
  ].filter(Boolean);

  return (
    <header className={classes.head}>
      <div className={classes.words}>
        <div className={classes.title}>
          <h2>{row.visitor ?? row.email ?? <Trans>Unnamed visitor</Trans>}</h2>
          {tags.map((tag) => (
            <span key={tag} className={classes.tag}>
              {tag}
            </span>
          ))}
        </div>
        <p className={classes.facts}>
          {facts.join(" · ")}
          {read_with && (
            <>
              {" · "}
              <Link
                to="/questions/$id"
                params={{ id: read_with.id }}
                search={{ panel: "versions" }}
                data-testid="read-with"
              >
                <Trans>
                  Read with {read_with.name} version {read_with.number}
                </Trans>
              </Link>
            </>
          )}
        </p>
      </div>
      <Tooltip
        label={t`Fetches the conversation again and reads it with the questions of today`}
        maw={280}
        multiline
      >
        <Button
          variant="default"
          leftSection={<RefreshCw size={14} />}
          loading={reread.isPending}
          onClick={() => reread.mutate({ id: row.id })}
        >
          <Trans>Read again from iAdvize</Trans>
        </Button>
      </Tooltip>
      {reread.error && (
        <div className={classes.fault}>
          <FaultNotice fault={reread.error} onRetry={() => reread.mutate({ id: row.id })} />
        </div>
      )}
    </header>
  );
}

function channelName(channel: string): string {
  return channel.charAt(0) + channel.slice(1).toLowerCase().replaceAll("_", " ");
}
