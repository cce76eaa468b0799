import { useLingui } from "@lingui/react/macro";
import { Tabs } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useDesigner } from "./designer";
import { FailingChecks } from "./failing-checks";
import { KitPanel } from "./kit-panel";
import { type OtherPanels, PANELS, type Panel } from "./panels";
import { QuestionEditor } from "./question-editor";
import classes from "./side-panels.module.css";
import { VersionsPanel } from "./versions-panel";
import { ViewsPanel } from "./views-panel";

interface SidePanelsProps {
  panel: Panel | null;
  /** Whether the question itself is one of the panels. */
  narrow: boolean;
  others: OtherPanels;
}

/** What to look at, try and do beside the questions. */
export function SidePanels({ panel, narrow, others }: SidePanelsProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { detail, draft, choose } = useDesigner();
  const names: Record<Panel, string> = {
    question: t`Question`,
    views: t`Views`,
    preview: t`Preview`,
    whatif: t`What if`,
    kit: t`Kit`,
    versions: t`Versions`,
    checks: t`Checks`,
  };
  const offered = PANELS.filter((each) => narrow || each !== "question");
  const shown = offered.find((each) => each === panel) ?? offered[0] ?? "views";
  const go = (next: string | null) =>
    void navigate({
      to: ".",
      search: (old) => ({ ...old, panel: (next ?? undefined) as Panel | undefined }),
      replace: true,
    });
  const of = {
    set: detail.row.id,
    draft,
    onShowQuestion: (number: number) => {
      const at = draft.questions.findIndex((question) => question.number === number);
      if (at < 0) return;
      choose(at);
      if (narrow) go("question");
    },
  };
  const content: Record<Panel, () => ReactNode> = {
    question: () => <QuestionEditor />,
    views: () => <ViewsPanel />,
    preview: () => others.preview(of),
    whatif: () => others.whatif(of),
    kit: () => <KitPanel />,
    versions: () => <VersionsPanel />,
    checks: () => others.checks(of),
  };

  return (
    <Tabs
      id="question-panel"
      className={classes.side ?? ""}
      tabIndex={-1}
      value={shown}
      onChange={go}
      keepMounted={false}
      data-panel={shown}
    >
      <Tabs.List className={classes.tabs ?? ""} aria-label={t`Beside the questions`}>
        {offered.map((each) => (
          <Tabs.Tab key={each} value={each} data-testid={`panel-${each}`}>
            {names[each]}
            {each === "checks" && <FailingChecks />}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {offered.map((each) => (
        <Tabs.Panel key={each} value={each} className={classes.panel ?? ""} tabIndex={0}>
          {each === shown && content[each]()}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
