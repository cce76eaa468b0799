import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Fault } from "../../platform/types";
import { design, draftOf, rows, SET, saved } from "../../test/designer";

describe("the list by keyboard", () => {
  it("adds below, and the words go into the new question", async () => {
    const { user, platform } = await design();
    await user.keyboard("n");
    const text = await screen.findByLabelText("Question in English");
    await waitFor(() => expect(text).toHaveFocus());
    expect(rows()).toEqual(["Q1", "Q7", "Q2", "Q3", "Q4", "Q5", "Q6"]);
    await user.keyboard("How old are you?");
    await saved();
    expect((await draftOf(platform)).questions[1]).toMatchObject({
      number: 7,
      text: "How old are you?",
    });
    await user.keyboard("{Escape}");
    expect(screen.getByRole("listbox")).toHaveFocus();
  });

  it("moves with Alt and the arrows, says so, and numbers stay", async () => {
    const { user } = await design();
    await user.keyboard("{Alt>}{ArrowDown}{ArrowDown}{/Alt}");
    expect(rows()).toEqual(["Q2", "Q3", "Q1", "Q4", "Q5", "Q6"]);
    expect(screen.getByText("Q1 is now number 3 of 6 in the list")).toBeInTheDocument();
    expect(screen.getAllByRole("option")[2]).toHaveAttribute("aria-selected", "true");
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(rows()).toEqual(["Q2", "Q1", "Q3", "Q4", "Q5", "Q6"]);
  });

  it("deletes at once, and brings back", async () => {
    const { user } = await design();
    await user.keyboard("j{Delete}");
    expect(rows()).toEqual(["Q1", "Q3", "Q4", "Q5", "Q6"]);
    expect(await screen.findByText("Question Q2 was deleted")).toBeInTheDocument();
    await user.click(screen.getByTestId("undo-toast"));
    expect(rows()).toEqual(["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"]);
  });

  it("duplicates, undoes and redoes, in fields too", async () => {
    const { user } = await design();
    await user.keyboard("{Control>}d{/Control}");
    expect(rows()).toEqual(["Q1", "Q7", "Q2", "Q3", "Q4", "Q5", "Q6"]);
    await user.keyboard("{Enter}");
    await user.keyboard("!");
    await user.keyboard("{Control>}zz{/Control}");
    expect(rows()).toHaveLength(6);
    await user.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
    expect(rows()).toHaveLength(7);
  });
});

describe("saving", () => {
  it("goes by itself, and the address says which question is shown", async () => {
    const { user, platform, router } = await design({ at: "?question=3" });
    const text = screen.getByLabelText("Question in English");
    expect(text).toHaveValue("When would you like to move in?");
    await user.type(text, " Soon?");
    expect(screen.getByTestId("saving")).toHaveTextContent("Saving…");
    await saved();
    expect((await draftOf(platform)).questions[2]?.text).toMatch(/Soon\?$/);
    await user.keyboard("{Escape}j");
    await waitFor(() => expect(router.state.location.search).toMatchObject({ question: 4 }));
  });

  it("says that it failed, and tries again", async () => {
    let broken = true;
    const { user, platform } = await design({
      answers: {
        save_draft: () => {
          if (broken) throw new Fault("data_folder", "the disk is full");
          return { revision: 2, changed: true, findings: [] };
        },
      },
    });
    expect(platform.kind).toBe("memory");
    await user.keyboard("{Delete}");
    const state = screen.getByTestId("saving");
    await waitFor(() => expect(state).toHaveTextContent("Not saved:"));
    expect(window.localStorage.getItem(`leadbridge.draft.${SET}`)).toContain('"number":2');
    broken = false;
    await user.click(within(state).getByRole("button"));
    await saved();
    expect(window.localStorage.getItem(`leadbridge.draft.${SET}`)).toBeNull();
  });

  it("asks what to keep where somebody else changed it too", async () => {
    const { user, platform } = await design();
    const theirs = { ...(await draftOf(platform)), name: "Theirs" };
    // At once, so that nothing is saved before the others' change is there.
    fireEvent.change(screen.getByTestId("set-name"), { target: { value: "Home loan lead mine" } });
    await act(() => platform.call("save_draft", { id: SET, draft: theirs, revision: null }));
    expect(await screen.findByText(/changed elsewhere meanwhile/)).toBeInTheDocument();
    await user.click(screen.getByTestId("keep-mine"));
    await saved();
    expect((await draftOf(platform)).name).toBe("Home loan lead mine");
  });

  it("takes up what a crash left", async () => {
    const draft = { name: "Left over", questions: [] };
    window.localStorage.setItem(`leadbridge.draft.${SET}`, JSON.stringify({ draft, revision: 1 }));
    const { user, platform } = await design();
    await user.click(screen.getByTestId("restore-left"));
    expect(screen.getByTestId("set-name")).toHaveValue("Left over");
    await saved();
    expect((await draftOf(platform)).name).toBe("Left over");
  });
});
