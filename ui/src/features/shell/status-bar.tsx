import { Trans, useLingui } from "@lingui/react/macro";
import { Tooltip } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { FAULTS } from "../../api/faults";
import { useAsk } from "../../api/use-ask";
import { Dot } from "../../components/dot";
import { TimeAgo } from "../../components/time-ago";
import { useSaid } from "../../words/use-said";
import { type Health, healthOf } from "./health";
import classes from "./status-bar.module.css";

/** How every part is, with the evidence; each leads to where it is set. */
export function StatusBar() {
  const { t } = useLingui();
  const status = useAsk("status", {});
  const host = status.data?.host;

  return (
    <section className={classes.bar} aria-label={t`Status`}>
      {status.error && !status.data && (
        <span className={classes.item}>
          <Dot tone="bad" />
          {t(FAULTS[status.error.code].sentence)}
        </span>
      )}
      {status.data &&
        healthOf(status.data).map((health) => <Part key={health.section} health={health} />)}
      <span className={classes.spring} />
      {host?.kind === "standby" && (
        <Tooltip label={host.holder}>
          <span className={classes.item}>
            <Dot tone="info" />
            <Trans>Another Leadbridge does the work</Trans>
          </span>
        </Tooltip>
      )}
      {status.data && <span className={classes.version}>{status.data.version}</span>}
    </section>
  );
}

function Part({ health }: { health: Health }) {
  const { t } = useLingui();
  const say = useSaid();
  const { section, tone, words, at, detail } = health;
  return (
    <Tooltip label={detail && say(detail)} disabled={!detail} maw={360} multiline>
      <Link to="/settings" search={{ section }} className={classes.item} data-part={section}>
        <Dot tone={tone} />
        <span className={classes.words}>{t(words)}</span>
        {at && (
          <span className={classes.time}>
            <TimeAgo at={at} />
          </span>
        )}
      </Link>
    </Tooltip>
  );
}
