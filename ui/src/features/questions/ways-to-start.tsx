import { Trans } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import classes from "./questions-screen.module.css";
import type { Way } from "./use-new-set";

/** Nothing here yet, and what to begin with. */
export function WaysToStart({ ways }: { ways: readonly Way[] }) {
  return (
    <section className={classes.start}>
      <h2>
        <Trans>What do you ask your visitors?</Trans>
      </h2>
      <p>
        <Trans>
          Write your questions here once. Each gets a marker that visitors do not see and by which
          Leadbridge finds the answers in your conversations.
        </Trans>
      </p>
      <div className={classes.ways}>
        {ways.map(({ id, icon: Icon, title, about, go }) => (
          <UnstyledButton key={id} className={classes.way} onClick={go} data-testid={`start-${id}`}>
            <Icon size={18} strokeWidth={1.7} aria-hidden />
            <span>
              <strong>{title}</strong>
              <small>{about}</small>
            </span>
          </UnstyledButton>
        ))}
      </div>
    </section>
  );
}
