import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { WhatIfReport } from "../../bindings/WhatIfReport";
import { type Answers, CAMILLE, renderApp } from "../../test/render-app";
import { CHANGE, SET } from "./fixture";

const NOTHING: WhatIfReport = {
  conversations: 18,
  changed: 0,
  unreadable: 0,
  took_ms: 3,
  questions: [],
  rows: [],
};
const SOME: WhatIfReport = {
  ...NOTHING,
  changed: 2,
  questions: [
    { number: 1, field: "budget", changed: 2, gained: 0, lost: 0 },
    { number: 2, field: "project", changed: 1, gained: 0, lost: 1 },
  ],
  rows: [
    {
      conversation_id: CAMILLE,
      visitor: "Camille Roussel",
      email: null,
      closed_at: "2026-03-02T09:23:48Z",
      changes: [CHANGE, { ...CHANGE, number: 2, field: "project", after: null }],
    },
    {
      conversation_id: "c2",
      visitor: null,
      email: "ann@example.org",
      closed_at: null,
      changes: [CHANGE],
    },
  ],
};

const whatIf = (what_if: Answers["what_if"]) =>
  renderApp(`/questions/${SET}?panel=whatif`, {
    answers: {
      ...(what_if ? { what_if } : {}),
      save_draft: () => ({ revision: 9, changed: true, findings: [] }),
    },
  });
const summary = () => screen.findByTestId("whatif-summary");

describe("what if", () => {
  it("says when nothing would change, and with what it compares", async () => {
    await whatIf(() => NOTHING);
    expect(await summary()).toHaveTextContent("Nothing would change in the 18 conversations read.");
    expect(
      await screen.findByText("Compared with the version in use, “Home loan lead”."),
    ).toBeInTheDocument();
  });

  it("counts by question, and shows old beside new with the words", async () => {
    const { user, router } = await whatIf(() => SOME);
    expect(await summary()).toHaveTextContent("Answers would change in 2 of 18 conversations.");
    const row = screen.getByTestId(`whatif-row-${CAMILLE}`);
    const budget = within(row).getByTestId("change-1");
    expect(budget).toHaveTextContent("€300,000");
    expect(budget).toHaveTextContent("€250,000");
    expect(within(budget).getAllByText("About 300 000 for a flat")).toHaveLength(1);
    expect(within(row).getByTestId("change-2")).toHaveTextContent("No longer asked for");
    expect(screen.getByTestId("tally-2")).toHaveTextContent("1 value lost");
    await user.click(screen.getByTestId("tally-2"));
    expect(screen.queryByTestId("whatif-row-c2")).toBeNull();
    expect(within(row).queryByTestId("change-1")).toBeNull();
    await user.click(screen.getByTestId("tally-2"));
    expect(screen.getByTestId("whatif-row-c2")).toHaveTextContent("ann@example.org");
    await user.click(screen.getByRole("button", { name: "Edit question Q2" }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ question: 2 }));
    expect(within(row).getByRole("link", { name: "Camille Roussel" })).toHaveAttribute(
      "href",
      `/conversations/${CAMILLE}`,
    );
  });

  it("reads as many as are asked for, and again after a change", async () => {
    const asked: (number | null)[] = [];
    const { user } = await whatIf(({ draft, last }) => {
      asked.push(last);
      return draft.name.endsWith("!") ? SOME : NOTHING;
    });
    await summary();
    await user.click(screen.getByRole("radio", { name: "Last 100" }));
    await waitFor(() => expect(asked).toEqual([1000, 100]));
    await user.type(screen.getByTestId("set-name"), "!");
    await waitFor(async () => expect(await summary()).toHaveTextContent("2 of 18"));
  });

  it("can be stopped, and what comes late is not shown", async () => {
    let finish: (report: WhatIfReport) => void = () => undefined;
    const { user } = await whatIf(() => new Promise((resolve) => (finish = resolve)));
    await user.click(await screen.findByRole("button", { name: "Stop" }));
    expect(await screen.findByText("Stopped. Nothing was changed.")).toBeInTheDocument();
    finish(SOME);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(screen.queryByTestId("whatif-summary")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Read again" }));
    finish(SOME);
    expect(await summary()).toHaveTextContent("2 of 18");
  });

  it("says what to do while there is no conversation", async () => {
    await whatIf(() => ({ ...NOTHING, conversations: 0 }));
    expect(
      await screen.findByRole("heading", { name: "No conversation to read yet" }),
    ).toBeInTheDocument();
  });
});
