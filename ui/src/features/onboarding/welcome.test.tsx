import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "../../test/render-app";

describe("the first steps", () => {
  it("take the webhook for done only once it was called", async () => {
    await renderApp("/welcome", { ask: { scene: "quiet" }, language: "fr" });
    const step = await screen.findByTestId("step-webhook");
    expect(step).not.toHaveAttribute("data-done");
    expect(
      within(step).getByText("Secret enregistré, en attente du premier appel"),
    ).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Voir les conversations" })).toBeInTheDocument();
  });

  it("are behind us once a conversation came", async () => {
    await renderApp("/welcome");
    expect(await screen.findByTestId("step-webhook")).toHaveAttribute("data-done");
  });
});
