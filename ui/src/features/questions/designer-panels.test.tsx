import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../bindings/Finding";
import type { QuestionSet } from "../../bindings/QuestionSet";
import { design } from "../../test/designer";
import type { Answers } from "../../test/render-app";

const MISSING: Finding = {
  code: "text_empty",
  severity: "warning",
  path: "questions[4].text",
  question: 4,
  with: { number: "5" },
  message: "not given: nobody can ask it from here",
  why: "There is nothing to enter in iAdvize.",
  fix: null,
};
const ORDER: Finding = {
  code: "field_taken",
  severity: "error",
  path: "questions[1].field",
  question: 1,
  with: { number: "2", field: "project", other: "0", suggested: "project_2" },
  message: '"project" is already the field of questions[0]',
  why: "Two answers can't be written to one field of the lead.",
  fix: {
    label: "Call it project_2",
    code: "name",
    patch: [{ op: "add", path: "/questions/1/field", value: "project_2" }],
  },
};

describe("findings", () => {
  const found = ({ questions }: QuestionSet) =>
    questions[1]?.field === "project" ? [ORDER, MISSING] : [MISSING];
  const answers: Answers = {
    lint_questions: ({ draft }) => found(draft),
    save_draft: ({ draft }) => ({ revision: 9, changed: true, findings: found(draft) }),
  };

  it("are reached with F8, and fixed where they are", async () => {
    const { user } = await design({ answers });
    await user.type(screen.getByTestId("set-name"), "!");
    const strip = screen.getByTestId("findings");
    await waitFor(() => expect(strip).toHaveTextContent("1 error"));
    expect(strip).toHaveTextContent("Question 1 in the list is called “project” too");
    await user.keyboard("{F8}");
    const fix = screen.getAllByRole("button", { name: "Call it “project_2”" })[0];
    await waitFor(() => expect(fix).toHaveFocus());
    expect(screen.getByLabelText("Question Q2")).toContainElement(fix ?? null);
    await user.keyboard("{F8}");
    await waitFor(() => expect(screen.getByLabelText("Question in English")).toHaveFocus());
    expect(screen.getByLabelText("Question Q5")).toBeInTheDocument();
    await user.keyboard("{F8}");
    await waitFor(() => expect(document.activeElement).toHaveTextContent("Call it “project_2”"));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(screen.getByLabelText("Name in the lead")).toHaveFocus());
    expect(screen.getByLabelText("Name in the lead")).toHaveValue("project_2");
    await waitFor(() => expect(strip).not.toHaveTextContent("error"));
    await user.keyboard("{Control>}z{/Control}");
    expect(screen.getByLabelText("Name in the lead")).toHaveValue("project");
  });

  it("tell advice from what is wrong, and count it apart", async () => {
    const advice: Finding = {
      ...MISSING,
      code: "numbers_out_of_order",
      severity: "advice",
      path: "questions[2].number",
      question: 2,
      with: { number: "3", other: "4" },
    };
    const some: Answers = {
      lint_questions: () => [MISSING, advice],
      save_draft: () => ({ revision: 9, changed: true, findings: [MISSING, advice] }),
    };
    const { user } = await design({ answers: some });
    await user.type(screen.getByTestId("set-name"), "!");
    const strip = screen.getByTestId("findings");
    await waitFor(() => expect(strip).toHaveTextContent("1 warning1 piece of advice"));
    const marked = (row: number) => within(screen.getByTestId(`question-row-${row}`));
    expect(marked(2).getByRole("img", { name: "Has advice" })).toBeInTheDocument();
    expect(marked(4).getByRole("img", { name: "Has a warning" })).toBeInTheDocument();
    expect(marked(2).queryByRole("img", { name: "Has a warning" })).toBeNull();
  });

  it("speak French", async () => {
    const { user } = await design({ answers, language: "fr" });
    await user.type(screen.getByTestId("set-name"), "!");
    expect(
      (await screen.findAllByRole("button", { name: "L’appeler «\u00a0project_2\u00a0»" })).length,
    ).toBe(1);
  });
});

describe("views", () => {
  it("show the marker to the agent alone, and the worst where nobody knows", async () => {
    await design({ at: "?question=2&panel=views" });
    expect(screen.getByTestId("agent-view-2")).toHaveTextContent("[](Q2) What is your project?");
    expect(screen.getByTestId("visitor-view-2")).toHaveTextContent(/^What is your project\?$/);
    expect(screen.queryByTestId("visitor-worst-2")).toBeNull();
    fireEvent.click(screen.getByTestId("views-channel"));
    fireEvent.click(await screen.findByRole("option", { name: "WhatsApp", hidden: true }));
    expect(await screen.findByTestId("visitor-worst-2")).toHaveTextContent(
      "[](Q2) What is your project?",
    );
    expect(screen.getByRole("note")).toHaveTextContent(
      "iAdvize does not document how WhatsApp shows formatting.",
    );
  });

  it("measure as it is typed", async () => {
    const { user } = await design({ at: "?question=1" });
    const text = screen.getByLabelText("Question in English");
    const meter = screen.getAllByTestId("length-meter")[0];
    expect(meter).toHaveTextContent("27 of 250 characters");
    await user.click(text);
    await user.paste("x".repeat(230));
    expect(meter).toHaveAttribute("data-level", "long");
    await user.paste("x".repeat(230));
    expect(meter).toHaveAttribute("data-level", "too_long");
  });
});
