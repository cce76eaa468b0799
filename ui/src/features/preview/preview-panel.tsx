import { Trans, useLingui } from "@lingui/react/macro";
import { Loader } from "@mantine/core";
import { FileDown, MessagesSquare } from "lucide-react";
import { useRef, useState } from "react";
import type { QuestionSet } from "../../bindings/QuestionSet";
import { EmptyState } from "../../components/empty-state";
import { FaultNotice } from "../../components/fault-notice";
import { FileFault } from "./file-fault";
import { FileInput } from "./file-input";
import { KeepSampleDialog } from "./keep-sample-dialog";
import { PreviewHalves } from "./preview-halves";
import classes from "./preview-panel.module.css";
import { SampleBar } from "./sample-bar";
import { useKeeping } from "./use-keeping";
import { useOpenFile } from "./use-open-file";
import { usePreview } from "./use-preview";
import { useSampleKeys } from "./use-sample-keys";
import { useSamples } from "./use-samples";

interface PreviewPanelProps {
  set: string;
  draft: QuestionSet;
  onShowQuestion: (number: number) => void;
}

/** A sample conversation, read with the questions as they are at this moment. */
export function PreviewPanel({ set, draft, onShowQuestion }: PreviewPanelProps) {
  const { t } = useLingui();
  const language = draft.language ?? null;
  const samples = useSamples(set, language);
  const { current, sample, choose, step } = samples;
  const read = usePreview(set, draft, sample);
  const [keeping, setKeeping] = useState(false);
  const kept = useKeeping(sample, choose);
  const { isOver, open } = useOpenFile(samples.open);
  const input = useRef<HTMLInputElement>(null);
  const pick = () => input.current?.click();
  useSampleKeys(step);

  if (samples.isPending && !sample)
    return (
      <div className={classes.wait}>
        <Loader size={18} aria-label={t`Loading`} />
      </div>
    );
  return (
    <div className={classes.screen} data-testid="preview">
      <SampleBar
        set={set}
        language={language}
        opened={samples.opened}
        current={current}
        onChoose={(entry) => choose(entry.sample)}
        onStep={step}
        onPick={pick}
        onKeep={read.data && (() => setKeeping(true))}
        onRemove={() => kept.remove(current?.name ?? "")}
      />
      <FileInput ref={input} onOpen={(file) => void open(file)} />
      {samples.fault && (
        <div className={classes.notice}>
          <FaultNotice fault={samples.fault} onRetry={samples.retry} />
        </div>
      )}
      {read.error && !samples.fault && (
        <div className={classes.notice}>
          {sample?.from === "file" && read.error.code === "bad_input" ? (
            <FileFault name={current?.name ?? ""} fault={read.error} onOpen={pick} />
          ) : (
            <FaultNotice fault={read.error} onRetry={() => read.refetch()} />
          )}
        </div>
      )}
      {read.data && sample?.from === "shipped" && (
        <p className={classes.invented}>
          <Trans>
            An invented conversation: its questions have your numbers where they ask for the same.
          </Trans>
        </p>
      )}
      {read.data && sample && (
        <PreviewHalves
          key={samples.key}
          set={set}
          draft={draft}
          sample={sample}
          preview={read.data}
          language={current?.language ?? language}
          isOld={read.isPlaceholderData}
          onShowQuestion={onShowQuestion}
        />
      )}
      {!sample && !samples.fault && (
        <EmptyState icon={MessagesSquare} title={t`Nothing to read yet`}>
          <Trans>
            Conversations appear here once they close in iAdvize. Until then, open a conversation
            file or drop one on the window.
          </Trans>
        </EmptyState>
      )}
      {keeping && (
        <KeepSampleDialog
          name={current?.suggested ?? ""}
          busy={kept.busy}
          fault={kept.fault}
          onKeep={(name, anonymise) => kept.keep(name, anonymise, () => setKeeping(false))}
          onClose={() => {
            kept.reset();
            setKeeping(false);
          }}
        />
      )}
      {isOver && (
        <div className={classes.drop} aria-hidden>
          <FileDown size={22} strokeWidth={1.6} />
          <Trans>Drop a conversation file to read it</Trans>
        </div>
      )}
    </div>
  );
}
