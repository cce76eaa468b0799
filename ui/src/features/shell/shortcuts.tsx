import { Trans, useLingui } from "@lingui/react/macro";
import { Kbd, Modal } from "@mantine/core";
import { Fragment, type ReactNode } from "react";
import classes from "./shortcuts.module.css";

interface ShortcutsProps {
  opened: boolean;
  onClose: () => void;
}

export function Shortcuts({ opened, onClose }: ShortcutsProps) {
  const { t } = useLingui();
  const rows: [keys: string[], what: ReactNode][] = [
    [["J", "↓"], <Trans key="next">Next in the list</Trans>],
    [["K", "↑"], <Trans key="previous">Previous in the list</Trans>],
    [["Enter"], <Trans key="open">Open</Trans>],
    [["/"], <Trans key="search">Search</Trans>],
    [["1", "…", "9"], <Trans key="answer">Show the answer to this question</Trans>],
    [["X"], <Trans key="select">Select the lead</Trans>],
    [["Esc"], <Trans key="back">Back</Trans>],
    [["G", "C"], <Trans key="conversations">Go to conversations</Trans>],
    [["G", "L"], <Trans key="leads">Go to leads</Trans>],
    [["G", "S"], <Trans key="settings">Go to settings</Trans>],
    [["?"], <Trans key="help">This list</Trans>],
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Keyboard shortcuts`}
      size={380}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <dl className={classes.list}>
        {rows.map(([keys, what]) => (
          <Fragment key={keys.join()}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key} size="xs">
                  {key}
                </Kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </Fragment>
        ))}
      </dl>
    </Modal>
  );
}
