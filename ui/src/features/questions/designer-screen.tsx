import { Trans } from "@lingui/react/macro";
import { VisuallyHidden } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { useCallback, useMemo, useRef, useState } from "react";
import type { QuestionSet } from "../../bindings/QuestionSet";
import type { QuestionSetDetail } from "../../bindings/QuestionSetDetail";
import { type Designer, DesignerContext } from "./designer";
import { DraftNotices } from "./draft-notices";
import { duplicate, type Edited } from "./edits";
import { FindingsStrip } from "./findings-strip";
import type { OtherPanels, Panel } from "./panels";
import { QuestionEditor } from "./question-editor";
import { QuestionList } from "./question-list";
import { SaveVersionDialog } from "./save-version-dialog";
import { SetHeader } from "./set-header";
import classes from "./set-screen.module.css";
import { SidePanels } from "./side-panels";
import { useChoice } from "./use-choice";
import { useDesignerKeys } from "./use-designer-keys";
import { useDraft } from "./use-draft";
import { useFindingsFocus } from "./use-findings-focus";

interface DesignerScreenProps {
  detail: QuestionSetDetail;
  panel: Panel | null;
  number: number | null;
  others: OtherPanels;
}

/** Where a set is designed: its list, the question in hand, and what to try or do with it. */
export function DesignerScreen({ detail, panel, number, others }: DesignerScreenProps) {
  const root = useRef<HTMLDivElement>(null);
  const narrow = useMediaQuery("(max-width: 1199px)") ?? false;
  const hand = useDraft(detail);
  const { draft, store, findings } = hand;
  const { at, choose } = useChoice(draft, number);
  const [detailsOpen, setDetailsOpen] = useState(false);
  const [wanted, setWanted] = useState<string | null>(null);
  const [strip, { toggle: toggleStrip, open: openStrip }] = useDisclosure(true);
  const [saving, save] = useDisclosure(false);
  const uncover = useCallback(
    (path: string) => {
      setDetailsOpen(["language", "region", "currency"].includes(path));
      setWanted(path);
      openStrip();
    },
    [openStrip],
  );
  const { goTo, step, fix } = useFindingsFocus({ root, hand, choose, uncover });

  const edit = useCallback(
    (next: QuestionSet, what?: string) => store.edit(next, what ?? null),
    [store],
  );
  const editList = useCallback(
    (edited: Edited) => {
      store.edit(edited.set);
      choose(edited.at);
    },
    [store, choose],
  );
  useDesignerKeys(
    useMemo(
      () => ({
        onUndo: store.undo,
        onRedo: store.redo,
        onSaveVersion: save.open,
        onDuplicate: () => at >= 0 && editList(duplicate(store.state().draft, at)),
        onFinding: step,
      }),
      [store, save.open, at, editList, step],
    ),
  );

  const designer: Designer = {
    detail,
    hand,
    draft,
    findings,
    at,
    question: draft.questions[at],
    choose,
    edit,
    editList,
    goTo,
    fix: (finding) => void fix(finding),
    detailsOpen,
    setDetailsOpen,
    wanted,
    setWanted,
  };
  return (
    <DesignerContext value={designer}>
      <div className={classes.screen} ref={root} data-narrow={narrow || undefined}>
        <VisuallyHidden component="h1">
          <Trans>Questions</Trans>
        </VisuallyHidden>
        <SetHeader onSaveVersion={save.open} />
        <DraftNotices />
        <QuestionList />
        {!narrow && <QuestionEditor />}
        <SidePanels narrow={narrow} panel={panel} others={others} />
        <FindingsStrip open={strip} onToggle={toggleStrip} />
        <SaveVersionDialog opened={saving} onClose={save.close} />
      </div>
    </DesignerContext>
  );
}
