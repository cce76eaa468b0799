import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../bindings/Finding";
import type { QuestionSet } from "../../bindings/QuestionSet";
import { design, draftOf, saved } from "../../test/designer";
import type { Answers } from "../../test/render-app";

/** Once another question is asked in Portuguese, the second one lacks it. */
const lacking = ({ questions }: QuestionSet): Finding[] =>
  questions[1]?.texts?.pt === undefined
    ? [
        {
          code: "variant_missing",
          severity: "warning",
          path: "questions[1].texts.pt",
          question: 1,
          with: { language: "pt", number: "2" },
          message: "question 2 has no text in pt, and others have one",
          why: "The conversation would change its language at this question.",
          fix: null,
        },
      ]
    : [];
const answers: Answers = {
  lint_questions: ({ draft }) => lacking(draft),
};

describe("words in another language", () => {
  it("that are missing are written where the finding leads", async () => {
    const { user, platform } = await design({
      answers: {
        ...answers,
        save_draft: ({ draft }) => ({ revision: 9, changed: true, findings: lacking(draft) }),
      },
    });
    await user.type(screen.getByTestId("set-name"), "!");
    const strip = screen.getByTestId("findings");
    await waitFor(() => expect(strip).toHaveTextContent("No words in Portuguese"));
    expect(screen.queryByLabelText("Portuguese")).toBeNull();
    await user.keyboard("{F8}");
    await waitFor(() => expect(screen.getByLabelText("Portuguese")).toHaveFocus());
    expect(screen.getByLabelText("Question in English")).toHaveValue("What is your project?");
    await user.keyboard("Qual projeto?");
    await saved();
    expect(screen.getByLabelText("Portuguese")).toHaveFocus();
    expect(screen.getByLabelText("Portuguese")).toHaveValue("Qual projeto?");
    expect(strip).not.toHaveTextContent("No words in Portuguese");
    expect(platform.kind).toBe("memory");
  });

  it("are added with Enter after a few letters", async () => {
    const { user, platform } = await design();
    await user.type(screen.getByRole("combobox", { name: "Add a language" }), "portu{Enter}");
    await waitFor(() => expect(screen.getByLabelText("Portuguese")).toHaveFocus());
    await saved();
    expect((await draftOf(platform)).questions[0]?.texts).toHaveProperty("pt");
  });
});

describe("a choice", () => {
  it("that is renamed keeps its old value as a word of the visitors", async () => {
    const { user, platform } = await design({ at: "?question=2" });
    const words = (column: string) => screen.getByText(column);
    expect(words("Written to the lead")).toBeInTheDocument();
    expect(words("What visitors say")).toBeInTheDocument();
    const value = screen.getByLabelText("Choice 1: what is written to the lead");
    const old = (value as HTMLInputElement).value;
    await user.clear(value);
    await user.type(value, "something else");
    await user.tab();
    await saved();
    const answer = (await draftOf(platform)).questions[1]?.answer;
    const option = answer?.type === "choice" ? answer.options[0] : undefined;
    expect(option).toMatchObject({ value: "something else" });
    expect(option?.labels?.at(-1)).toBe(old);
    const row = value.closest("li");
    expect(within(row ?? document.body).getByText(old)).toBeInTheDocument();
  });
});
