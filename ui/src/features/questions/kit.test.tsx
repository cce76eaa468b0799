import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { design } from "../../test/designer";
import type { Answers } from "../../test/render-app";

describe("the kit", () => {
  const kit = { entries: [], all: "", csv: "", sheet: "", script: "" };

  it("says which questions it leaves out, and leads to them", async () => {
    const left = [
      { question: 2, number: 1, field: "twin", why: "number_taken" },
      { question: 3, number: null, field: "", why: "no_number" },
    ] as const;
    const answers: Answers = { question_kit: () => ({ ...kit, left_out: [...left] }) };
    const { user } = await design({ at: "?question=1&panel=kit", answers });
    const told = await screen.findByTestId("kit-left-out");
    expect(told).toHaveTextContent("Q1 twin has the number of a question before it");
    expect(told).toHaveTextContent("Question 4 in the list has no number a marker could have");
    expect(screen.getByTestId("kit")).not.toHaveTextContent("No question has words yet");
    await user.click(within(told).getByRole("button", { name: "Q1 twin" }));
    const chosen = screen.getByTestId("question-row-2");
    await waitFor(() => expect(chosen).toHaveAttribute("aria-selected", "true"));
  });

  it("says it in one sentence where none has words", async () => {
    const left = [{ question: 0, number: 1, field: "budget", why: "no_text" }] as const;
    const answers: Answers = { question_kit: () => ({ ...kit, left_out: [...left] }) };
    await design({ at: "?panel=kit", answers });
    expect(await screen.findByText(/No question has words yet/)).toBeInTheDocument();
    expect(screen.queryByTestId("kit-left-out")).toBeNull();
  });
});
