import { ChecksPanel } from "../features/preview/checks-panel";
import { PreviewPanel } from "../features/preview/preview-panel";
import { WhatIfPanel } from "../features/preview/what-if-panel";
import type { OtherPanels, Panel } from "../features/questions/panels";
import { SetScreen } from "../features/questions/set-screen";

/** A feature knows no other: here the designer gets the panels that try questions out. */
const OTHERS: OtherPanels = {
  preview: ({ set, draft, onShowQuestion }) => (
    <PreviewPanel set={set} draft={draft} onShowQuestion={onShowQuestion} />
  ),
  whatif: ({ draft, onShowQuestion }) => (
    <WhatIfPanel draft={draft} against={null} onShowQuestion={onShowQuestion} />
  ),
  checks: ({ set, draft }) => <ChecksPanel set={set} draft={draft} />,
};

interface QuestionSetPageProps {
  id: string;
  panel: Panel | null;
  question: number | null;
}

export function QuestionSetPage({ id, panel, question }: QuestionSetPageProps) {
  return <SetScreen id={id} panel={panel} question={question} others={OTHERS} />;
}
