import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Preview } from "../../bindings/Preview";
import { read } from "./fixture";
import { picker, renderPreview, summary } from "./render-preview";

describe("reading", () => {
  it("lights the words of an answer that is hovered, and says why it is so", async () => {
    const { user } = await renderPreview({}, { at: "&question=2" });
    const card = await screen.findByTestId("answer-1");
    expect(card).toHaveTextContent("Read right after the question · other words beside it");
    const lit = screen.getByTestId("lit-answer-1");
    expect(lit).toHaveTextContent("300 000");
    expect(lit).not.toHaveAttribute("data-hovered");
    await user.hover(within(card).getByRole("button"));
    expect(lit).toHaveAttribute("data-hovered");
    await user.click(lit);
    expect(card).toHaveAttribute("data-chosen");
  });

  it("says what became of a message, by click and by key", async () => {
    const { user } = await renderPreview();
    await user.click(await screen.findByText("Hello there"));
    expect(await screen.findByTestId("account-m0")).toHaveTextContent(
      "Not read: no question had been asked yet",
    );
    screen.getByTestId("ask-m2").focus();
    await user.keyboard("{Enter}");
    expect(screen.queryByTestId("account-m0")).toBeNull();
    const account = screen.getByTestId("account-m2");
    expect(account).toHaveTextContent("Read for Q1");
    await user.click(within(account).getByRole("button"));
    expect(screen.getByTestId("answer-1")).toHaveAttribute("data-chosen");
  });

  it("keeps the old result until the new one is there, and drops what is overtaken", async () => {
    const waiting: ((result: Preview) => void)[] = [];
    let asked = 0;
    const { user } = await renderPreview({
      preview: () => {
        asked += 1;
        if (asked === 1) return read("100");
        return new Promise<Preview>((resolve) => waiting.push(resolve));
      },
    });
    const card = await screen.findByTestId("answer-1");
    expect(card).toHaveTextContent("€100");
    await user.type(screen.getByTestId("set-name"), "ab");
    await waitFor(() => expect(waiting).toHaveLength(2));
    expect(screen.getByTestId("answer-1")).toHaveTextContent("€100");
    await act(async () => waiting[1]?.(read("300")));
    await waitFor(() => expect(screen.getByTestId("answer-1")).toHaveTextContent("€300"));
    await act(async () => waiting[0]?.(read("200")));
    await act(() => new Promise((resolve) => setTimeout(resolve, 30)));
    expect(screen.getByTestId("answer-1")).toHaveTextContent("€300");
  });

  it("shows the question behind an answer", async () => {
    const { user, router } = await renderPreview();
    const card = await screen.findByTestId("answer-2");
    await user.click(within(card).getByRole("button"));
    await user.click(within(card).getByText("Edit question Q2"));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ question: 2 }));
  });

  it("speaks French", async () => {
    await renderPreview({}, { language: "fr" });
    expect(await summary()).toHaveTextContent("1 sur 2 répondues");
    expect(await picker()).toHaveTextContent("Réponses directes");
  });
});
