import { useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { Preview } from "../../bindings/Preview";
import type { QuestionSet } from "../../bindings/QuestionSet";
import type { SampleOf } from "../../bindings/SampleOf";
import { AnswerFocusContext } from "../../components/reading/answer-focus";
import { ExpectedState } from "./expected-state";
import { PreviewAnswers } from "./preview-answers";
import classes from "./preview-panel.module.css";
import { PreviewTranscript } from "./preview-transcript";
import { usePreviewFocus } from "./use-preview-focus";

interface PreviewHalvesProps {
  set: string;
  draft: QuestionSet;
  sample: SampleOf;
  preview: Preview;
  language: string | null;
  /** Whether a newer reading is on its way. */
  isOld: boolean;
  onShowQuestion: (number: number) => void;
}

/** What was said, and what is read from it; each leads to the other. */
export function PreviewHalves(props: PreviewHalvesProps) {
  const { set, draft, sample, preview, language, isOld, onShowQuestion } = props;
  const pane = useRef<HTMLDivElement>(null);
  const edited = useSearch({ strict: false, select: ({ question }) => question ?? null });
  const focus = usePreviewFocus(pane, edited);
  const { chooseMessage } = focus;
  // Another file can have messages of the same ids.
  const file = sample.from === "file" ? sample.json : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: closed as the file changes
  useEffect(() => chooseMessage(null), [file, chooseMessage]);
  return (
    <AnswerFocusContext value={focus}>
      <div className={classes.halves} ref={pane} aria-busy={isOld}>
        <PreviewTranscript
          preview={preview}
          draft={draft}
          message={focus.message}
          onMessage={focus.chooseMessage}
        />
        <PreviewAnswers
          preview={preview}
          draft={draft}
          language={language}
          onShowQuestion={onShowQuestion}
          expected={<ExpectedState set={set} draft={draft} sample={sample} preview={preview} />}
        />
      </div>
    </AnswerFocusContext>
  );
}
