import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { AMELIE, CAMILLE, JAMES, LUCIA, renderApp } from "../../test/render-app";

const answer = (number: number) => screen.findByTestId(`answer-${number}`);
const lit = (number: number) => screen.findByTestId(`lit-answer-${number}`);

describe("a conversation", () => {
  it("lights each answer at its very characters, behind an emoji too", async () => {
    await renderApp("/conversations/0d7e3f8b-6c1f-4d4e-a6f8-5b8d0e2c1a44");
    expect(await lit(1)).toHaveTextContent(/^450\.000 €$/);
    expect(await lit(2)).toHaveTextContent(/^kaufen$/);
    expect(await lit(3)).toHaveTextContent(/^15\. März 2027$/);
  });

  it("shows markers as chips, never raw", async () => {
    await renderApp(`/conversations/${CAMILLE}`);
    const transcript = await screen.findByRole("region", { name: "Transcript" });
    expect(transcript).not.toHaveTextContent("[](");
    expect(within(transcript).getByText("Q3")).toBeInTheDocument();
  });

  it("leads from an answer to its words and back", async () => {
    const { user, router } = await renderApp(`/conversations/${CAMILLE}`);
    await user.click(within(await answer(2)).getByRole("button"));
    await waitFor(async () => expect(await lit(2)).toHaveAttribute("aria-pressed", "true"));
    expect(router.state.location.search).toMatchObject({ answer: 2 });
    await user.click(await lit(4));
    const card = within(await answer(4)).getByRole("button");
    await waitFor(() => expect(card).toHaveAttribute("aria-pressed", "true"));
    expect(await lit(2)).toHaveAttribute("aria-pressed", "false");
  });

  it("lights the words of the answer that is hovered", async () => {
    const { user } = await renderApp(`/conversations/${CAMILLE}`);
    await user.hover(within(await answer(1)).getByRole("button"));
    expect(await lit(1)).toHaveAttribute("data-hovered");
  });

  it("says what to check, and why", async () => {
    await renderApp(`/conversations/${JAMES}`);
    const budget = await answer(1);
    expect(budget).toHaveTextContent("To check");
    expect(budget).toHaveTextContent("£320,000");
    expect(budget).toHaveTextContent("Mentioned: £280,000 and £320,000");
    expect(budget).toHaveTextContent("Several values were given; the last one is kept");
    expect(await answer(3)).toHaveTextContent("Not readable");
    expect(await answer(6)).toHaveTextContent("Not asked");
  });

  it("marks words that two answers share for both", async () => {
    await renderApp(`/conversations/${AMELIE}`);
    expect(await lit(1)).toHaveTextContent("210 000 €");
    expect((await screen.findAllByTestId("lit-answer-6")).length).toBeGreaterThan(0);
  });

  it("speaks French", async () => {
    await renderApp(`/conversations/${JAMES}`, { language: "fr" });
    expect(await answer(1)).toHaveTextContent("À vérifier");
    expect(await answer(6)).toHaveTextContent("Non posée");
    expect(screen.getByTestId("lead-state")).toHaveTextContent("Envoyé vers HubSpot");
  });
});

describe("pushing", () => {
  it("goes from ready to sent", async () => {
    const { user } = await renderApp(`/conversations/${CAMILLE}`);
    expect(await screen.findByTestId("lead-state")).toHaveTextContent("Ready to send");
    await user.click(await screen.findByTestId("push-button"));
    await waitFor(
      () => expect(screen.getByTestId("lead-state")).toHaveTextContent("Sent to HubSpot"),
      {
        timeout: 4000,
      },
    );
  });

  it("says what went wrong and where to mend it", async () => {
    const { user, router } = await renderApp(`/conversations/${CAMILLE}`, {
      ask: { fault: "push:destination_unauthorised" },
    });
    await user.click(await screen.findByTestId("push-button"));
    expect(await screen.findByRole("alert")).toHaveTextContent("The destination refused its key.");
    await user.click(screen.getByRole("button", { name: "Connect again" }));
    expect(router.state.location.search).toMatchObject({ section: "destination" });
  });

  it("shows first what would be written", async () => {
    const { user } = await renderApp(`/conversations/${CAMILLE}`);
    await user.click(await screen.findByRole("button", { name: "Preview" }));
    const dialog = await screen.findByRole("dialog");
    expect(
      await within(dialog).findByText("A new record would be created in HubSpot"),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByRole("row", { name: /Loan budget empty 325000/ }),
    ).toBeInTheDocument();
  });

  it("takes the email of a person whom nobody knew", async () => {
    const { user } = await renderApp(`/conversations/${LUCIA}`);
    await user.type(await screen.findByLabelText("The person’s email"), "lucia@example.es");
    await user.click(screen.getByRole("button", { name: "Use this email" }));
    expect(await screen.findByText("lucia@example.es")).toBeInTheDocument();
    expect(screen.getByTestId("lead-state")).toHaveTextContent("Ready to send");
  });
});

describe("the list", () => {
  it("moves with the keys and keeps the choice in the address", async () => {
    const { user, router } = await renderApp("/conversations");
    await screen.findByTestId(`conversation-row-${CAMILLE}`);
    await user.keyboard("j");
    await waitFor(() => expect(router.state.location.pathname).toBe(`/conversations/${CAMILLE}`));
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(router.state.location.pathname).toBe(`/conversations/${JAMES}`));
    await user.keyboard("k");
    await waitFor(() => expect(router.state.location.pathname).toBe(`/conversations/${CAMILLE}`));
  });

  it("finds by name, and says when there is nothing", async () => {
    const { user } = await renderApp("/conversations");
    await screen.findByTestId(`conversation-row-${CAMILLE}`);
    await user.keyboard("/");
    await user.keyboard("whitfield");
    await waitFor(() => expect(screen.queryByTestId(`conversation-row-${CAMILLE}`)).toBeNull());
    expect(screen.getByTestId(`conversation-row-${JAMES}`)).toBeInTheDocument();
    await user.keyboard("zzz");
    expect(await screen.findByText("Nothing found")).toBeInTheDocument();
  });

  it("says what to do when it is empty", async () => {
    await renderApp("/conversations", { ask: { scene: "quiet" } });
    expect(await screen.findByRole("heading", { name: "No conversation yet" })).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "See the webhook address" })).toBeInTheDocument();
  });

  it("says when the engine does not answer", async () => {
    await renderApp("/conversations", { ask: { fault: "conversations:internal" } });
    expect(await screen.findByRole("alert")).toHaveTextContent(
      "Something went wrong inside Leadbridge.",
    );
    expect(screen.getByRole("button", { name: "Try again" })).toBeInTheDocument();
  });
});
