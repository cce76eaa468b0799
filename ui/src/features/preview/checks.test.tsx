import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ExpectSample } from "../../bindings/ExpectSample";
import { renderApp } from "../../test/render-app";
import { CHANGE, read, SAMPLES, SET, shipped } from "./fixture";

/** An engine that keeps what is expected; what is read differs until it is accepted. */
async function checks(begin: Record<string, boolean>) {
  const passes = new Map(Object.entries(begin));
  const asked: ExpectSample[] = [];
  const rows = () =>
    SAMPLES.map((row) => ({
      ...row,
      expected: row.sample.from === "shipped" && passes.has(row.sample.id),
    }));
  const app = await renderApp(`/questions/${SET}?panel=checks`, {
    answers: {
      samples: rows,
      preview: () => read("300000"),
      check_samples: () => {
        const samples = [...passes].map(([id, ok]) => ({
          row: shipped(id, { expected: true }),
          differences: ok ? [] : [CHANGE],
        }));
        const failed = samples.filter(({ differences }) => differences.length > 0).length;
        return { set: "Home loan lead", passed: samples.length - failed, failed, samples };
      },
      expect_sample: (request) => {
        asked.push(request);
        const id = request.sample.from === "shipped" ? request.sample.id : "";
        if (request.draft === null) passes.delete(id);
        else passes.set(id, true);
        return shipped(id, { expected: true });
      },
    },
  });
  return { ...app, asked };
}

const summary = () => screen.findByTestId("checks-summary");

describe("checks", () => {
  it("say what to do, and keep what is read now", async () => {
    const { user, asked } = await checks({});
    expect(await screen.findByRole("heading", { name: "No check yet" })).toBeInTheDocument();
    fireEvent.click(await screen.findByTestId("check-sample"));
    const option = await screen.findByRole("option", { name: "Questions skipped", hidden: true });
    fireEvent.click(option);
    await user.click(screen.getByTestId("add-check"));
    expect(await summary()).toHaveTextContent("The sample is read as expected.");
    expect(asked[0]).toMatchObject({ set: SET, sample: { from: "shipped", id: "en/skipped" } });
    expect(asked[0]?.draft).not.toBeNull();
  });

  it("show what was expected beside what is read, and accept the new", async () => {
    const { user } = await checks({ "fr/plain": true, "en/plain": false });
    expect(await summary()).toHaveTextContent("1 of 2 samples is not read as expected.");
    const failing = screen.getAllByTestId("check")[0] ?? document.body;
    expect(failing).toHaveTextContent("1 difference");
    expect(within(failing).getByTestId("change-1")).toHaveTextContent(/Expected.*€300,000/);
    expect(within(failing).getByTestId("change-1")).toHaveTextContent(/Read now.*€250,000/);
    await user.click(within(failing).getByRole("button", { name: "Accept the new result" }));
    await waitFor(async () =>
      expect(await summary()).toHaveTextContent("All 2 samples are read as expected."),
    );
  });

  it("that fail are counted on the tab, and one alone is told as one", async () => {
    await checks({ "en/plain": false });
    expect(await summary()).toHaveTextContent(/^The sample is not read as expected\.$/);
    expect(await screen.findByTestId("failing-checks")).toHaveTextContent("1 check fails");
  });

  it("are forgotten with a way back, or asked about where there is none", async () => {
    const { user, asked } = await checks({ "fr/plain": true, "en/plain": false });
    await summary();
    const forget = () => screen.getAllByRole("button", { name: /^Expect nothing of/ });
    await user.click(forget()[1] ?? document.body);
    await waitFor(() => expect(screen.getAllByTestId("check")).toHaveLength(1));
    await user.click(await screen.findByTestId("undo-toast"));
    await waitFor(() => expect(screen.getAllByTestId("check")).toHaveLength(2));
    await user.click(forget()[0] ?? document.body);
    const dialog = await screen.findByRole("dialog", { name: "Forget what was expected?" });
    expect(asked).toHaveLength(2);
    await user.click(within(dialog).getByRole("button", { name: "Forget it" }));
    await waitFor(() => expect(screen.getAllByTestId("check")).toHaveLength(1));
  });

  it("lead to the sample in the preview", async () => {
    const { user, router } = await checks({ "fr/corrected": true });
    await summary();
    await user.click(screen.getByTitle("Look at it in Preview"));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ panel: "preview" }));
    expect(await screen.findByTestId("preview-summary")).toBeInTheDocument();
    expect(screen.getByTestId("sample-picker")).toHaveTextContent("Visitor corrects an answer");
  });
});
