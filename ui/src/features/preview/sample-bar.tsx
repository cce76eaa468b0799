import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button } from "@mantine/core";
import { Bookmark, ChevronLeft, ChevronRight, FolderOpen, Trash2 } from "lucide-react";
import type { Entry } from "./library";
import classes from "./sample-bar.module.css";
import type { OpenedFile } from "./sample-choice";
import { SamplePicker } from "./sample-picker";

interface SampleBarProps {
  set: string;
  language: string | null;
  opened: OpenedFile | null;
  current: Entry | undefined;
  onChoose: (entry: Entry) => void;
  onStep: (step: 1 | -1) => void;
  /** Lets the person pick a file to open. */
  onPick: () => void;
  /** Absent where nothing could be read. */
  onKeep: (() => void) | undefined;
  onRemove: () => void;
}

/** Which sample is read, the ways to another, and what can be done with it. */
export function SampleBar(props: SampleBarProps) {
  const { current, onStep, onPick, onKeep, onRemove, ...picker } = props;
  const { t } = useLingui();
  const from = current?.sample.from;
  return (
    <div className={classes.bar} role="toolbar" aria-label={t`Sample`}>
      <ActionIcon
        aria-label={t`Previous sample`}
        aria-keyshortcuts="[ Alt+PageUp"
        title={t`Previous sample  [`}
        onClick={() => onStep(-1)}
      >
        <ChevronLeft size={16} />
      </ActionIcon>
      <ActionIcon
        aria-label={t`Next sample`}
        aria-keyshortcuts="] Alt+PageDown"
        title={t`Next sample  ]`}
        onClick={() => onStep(1)}
      >
        <ChevronRight size={16} />
      </ActionIcon>
      <SamplePicker current={current} {...picker} />
      {(from === "conversation" || from === "file") && onKeep && (
        <Button
          variant="default"
          leftSection={<Bookmark size={14} />}
          onClick={onKeep}
          title={t`Keep this conversation as a sample`}
          data-testid="keep-sample"
        >
          <Trans>Keep…</Trans>
        </Button>
      )}
      {from === "kept" && (
        <ActionIcon
          aria-label={t`Remove this sample`}
          title={t`Remove this sample`}
          onClick={onRemove}
        >
          <Trash2 size={15} />
        </ActionIcon>
      )}
      <ActionIcon
        aria-label={t`Open a conversation file`}
        title={t`Open a conversation file, or drop one on the window`}
        onClick={onPick}
      >
        <FolderOpen size={15} />
      </ActionIcon>
    </div>
  );
}
