import { Trans, useLingui } from "@lingui/react/macro";
import { Kbd, Modal } from "@mantine/core";
import { Fragment, type ReactNode } from "react";
import classes from "./shortcuts.module.css";

type Row = [keys: string[], what: ReactNode];

interface ShortcutsProps {
  opened: boolean;
  onClose: () => void;
}

export function Shortcuts({ opened, onClose }: ShortcutsProps) {
  const { t } = useLingui();
  const rows: Row[] = [
    [["J", "↓"], <Trans key="next">Next in the list</Trans>],
    [["K", "↑"], <Trans key="previous">Previous in the list</Trans>],
    [["Enter"], <Trans key="open">Open</Trans>],
    [["/"], <Trans key="search">Search</Trans>],
    [["1", "…", "9"], <Trans key="answer">Show the answer to this question</Trans>],
    [["X"], <Trans key="select">Select the lead</Trans>],
    [["Esc"], <Trans key="back">Back</Trans>],
    [["G", "C"], <Trans key="conversations">Go to conversations</Trans>],
    [["G", "L"], <Trans key="leads">Go to leads</Trans>],
    [["G", "Q"], <Trans key="questions">Go to questions</Trans>],
    [["G", "S"], <Trans key="settings">Go to settings</Trans>],
    [["?"], <Trans key="help">This list</Trans>],
  ];
  const designing: Row[] = [
    [["N"], <Trans key="add">Add a question below</Trans>],
    [["Enter"], <Trans key="edit">Write the question; Esc goes back to the list</Trans>],
    [["Alt", "↑", "↓"], <Trans key="move">Move the question</Trans>],
    [["D"], <Trans key="duplicate">Duplicate the question</Trans>],
    [["Del"], <Trans key="delete">Delete the question</Trans>],
    [["F8"], <Trans key="finding">Next finding</Trans>],
    [["F6"], <Trans key="part">Next part of the window</Trans>],
    [["C"], <Trans key="copy">Copy from the kit</Trans>],
    [["[", "]"], <Trans key="sample">Previous or next sample in the preview</Trans>],
    [["Ctrl", "Z"], <Trans key="undo">Undo</Trans>],
    [["Ctrl", "Shift", "Z"], <Trans key="redo">Redo</Trans>],
    [["Ctrl", "S"], <Trans key="version">Save a version</Trans>],
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Keyboard shortcuts`}
      size={760}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <div className={classes.columns}>
        <Keys rows={rows} title={<Trans>Everywhere</Trans>} />
        <Keys rows={designing} title={<Trans>Designing questions</Trans>} />
      </div>
    </Modal>
  );
}

function Keys({ rows, title }: { rows: readonly Row[]; title: ReactNode }) {
  const { t } = useLingui();
  // What the key has printed on it, where that is not the same everywhere.
  const printed: Record<string, string> = {
    Enter: t`Enter`,
    Esc: t`Esc`,
    Del: t`Del`,
    Shift: t`Shift`,
  };
  return (
    <section>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.list}>
        {rows.map(([keys, what]) => (
          <Fragment key={keys.join()}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key} size="xs">
                  {printed[key] ?? key}
                </Kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
