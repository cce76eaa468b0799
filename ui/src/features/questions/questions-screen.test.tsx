import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Fault } from "../../platform/types";
import { renderApp } from "../../test/render-app";

const fresh = { ask: { scene: "fresh" } };

describe("the sets", () => {
  it("say which version is in use, and open by keyboard", async () => {
    const { user, router } = await renderApp("/conversations");
    await user.keyboard("gq");
    const row = await screen.findByTestId("set-home-loan");
    expect(row).toHaveTextContent("6 questions · English · version 1");
    expect(row).toHaveTextContent("Version 1 in use");
    expect(within(row).getByRole("button", { name: "Delete Home loan lead" })).toBeDisabled();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/questions/home-loan"));
  });

  it("can be deleted and brought back", async () => {
    const { user, platform } = await renderApp("/questions");
    await platform.call("create_question_set", { draft: { name: "Spare", questions: [] } });
    await user.keyboard("gc");
    await user.keyboard("gq");
    await user.click(await screen.findByRole("button", { name: "Delete Spare" }));
    expect(await screen.findByText("“Spare” was deleted")).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole("link", { name: "Spare" })).toBeNull());
    await user.click(screen.getByTestId("undo-toast"));
    expect(await screen.findByRole("link", { name: "Spare" })).toBeInTheDocument();
  });
});

describe("a first set", () => {
  it("starts from scratch", async () => {
    const { user, router } = await renderApp("/questions", fresh);
    await user.click(await screen.findByTestId("start-blank"));
    expect(await screen.findByText(/No question yet/)).toBeInTheDocument();
    expect(router.state.location.pathname).toMatch(/^\/questions\/set-/);
    await user.keyboard("n");
    expect(await screen.findByLabelText("Question in English")).toBeInTheDocument();
  });

  it("starts from a pasted list, shown before it is made", async () => {
    const { user, platform } = await renderApp("/questions", {
      ...fresh,
      answers: {
        read_questions: ({ text }) => ({
          draft: {
            name: "",
            questions: text.split("\n").map((line, at) => ({
              number: at + 1,
              field: `q${at}`,
              text: line,
              answer: { type: "text" },
            })),
          },
          is_file: false,
          findings: [],
        }),
      },
    });
    await user.click(await screen.findByTestId("start-paste"));
    await user.click(await screen.findByTestId("paste-text"));
    await user.paste("Name?\nAge?");
    const found = await screen.findByRole("list", { name: "What was found" });
    expect(within(found).getAllByRole("listitem")).toHaveLength(2);
    await user.click(screen.getByRole("button", { name: "Make a set of 2 questions" }));
    await screen.findByRole("listbox", { name: "Questions in order" });
    const [row] = await platform.call("question_sets", {});
    expect(row).toMatchObject({ name: "New questions", questions: 2 });
  });

  it("says what is wrong with a file", async () => {
    const { user } = await renderApp("/questions", {
      ...fresh,
      answers: {
        read_questions: () => {
          throw new Fault("bad_input", "not JSON: expected a value");
        },
      },
    });
    const picker = await screen.findByTestId("set-file");
    await user.upload(picker, new File(["{"], "set.json", { type: "application/json" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Not JSON: expected a value");
  });
});
