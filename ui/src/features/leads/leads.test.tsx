import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { CAMILLE, JAMES, LUCIA, renderApp } from "../../test/render-app";

const row = (id: string) => screen.findByTestId(`lead-row-lead-${id}`);

describe("leads", () => {
  it("show where each stands", async () => {
    await renderApp("/leads");
    expect(await row(JAMES)).toHaveTextContent("Sent to HubSpot");
    expect(await row(LUCIA)).toHaveTextContent("No email yet");
    expect(
      await screen.findByText("The field “Loan project” has no option “refinance”"),
    ).toBeInTheDocument();
  });

  it("are filtered by the state in the address", async () => {
    await renderApp("/leads?state=no_email");
    expect(await row(LUCIA)).toBeInTheDocument();
    expect(screen.queryByTestId(`lead-row-lead-${JAMES}`)).toBeNull();
  });

  it("are pushed together", async () => {
    const { user } = await renderApp("/leads");
    await user.click(within(await row(CAMILLE)).getByRole("checkbox"));
    expect(screen.getByText("1 lead selected")).toBeInTheDocument();
    await user.click(screen.getByTestId("push-selected"));
    await waitFor(async () => expect(await row(CAMILLE)).toHaveTextContent("Sent to HubSpot"), {
      timeout: 4000,
    });
  });

  it("are not pushed twice by the way", async () => {
    const { user } = await renderApp("/leads");
    await user.click(within(await row(CAMILLE)).getByRole("checkbox"));
    await user.click(within(await row(JAMES)).getByRole("checkbox"));
    expect(screen.getByText("2 leads selected")).toBeInTheDocument();
    expect(screen.getByTestId("push-selected")).toHaveTextContent("Push 1 lead");
    expect(screen.queryByTestId("export-lead-book")).toBeNull();
  });

  it("that are gone lead back to the others", async () => {
    const { user } = await renderApp("/leads?lead=lead-gone");
    const drawer = await screen.findByTestId("lead-drawer");
    await user.click(await within(drawer).findByRole("link", { name: "See all leads" }));
    await waitFor(() => expect(screen.queryByTestId("lead-drawer")).toBeNull());
  });

  it("open with their fields, their origin and every try", async () => {
    const { user } = await renderApp("/leads");
    await user.click(await row(JAMES));
    const drawer = await screen.findByTestId("lead-drawer");
    expect(await within(drawer).findByText("Loan budget")).toBeInTheDocument();
    expect(within(drawer).getByText("Answer to Q1")).toBeInTheDocument();
    expect(within(drawer).getByText("HubSpot has it as 51840277")).toBeInTheDocument();
    expect(within(drawer).getByText("Try 1, sent automatically")).toBeInTheDocument();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("lead-drawer")).toBeNull());
  });

  it("say in French what is in their way, and what a push would find", async () => {
    const { user } = await renderApp("/leads?state=refused", { language: "fr" });
    const refused = await screen.findByText(
      "Le champ « Loan project » n’a pas d’option « refinance »",
    );
    await user.click(refused);
    await user.click(await screen.findByTestId("drawer-preview"));
    const dialog = await screen.findByRole("dialog");
    expect(await within(dialog).findByText("Serait refusé")).toBeInTheDocument();
    expect(within(dialog).getByRole("listitem")).toHaveTextContent(
      "Le champ « Loan project » n’a pas d’option « refinance »",
    );
    expect(within(dialog).queryByTestId("dry-run-push")).toBeNull();
    expect(
      within(dialog).getByRole("link", { name: "Corriger la correspondance" }),
    ).toHaveAttribute("href", expect.stringContaining("section=mapping"));
  });

  it("that were refused lead to the mapping first", async () => {
    const { user } = await renderApp("/leads?state=refused");
    await user.click(await screen.findByText(/has no option “refinance”/));
    const drawer = await screen.findByTestId("lead-drawer");
    expect(await within(drawer).findByTestId("fix-mapping")).toHaveTextContent("Fix the mapping");
    expect(within(drawer).getByRole("button", { name: "Push again" })).toBeInTheDocument();
  });

  it("flow once their email is known", async () => {
    const { user } = await renderApp(`/leads?lead=lead-${LUCIA}`);
    await user.type(await screen.findByTestId("lead-email"), "not an address");
    await user.clear(screen.getByTestId("lead-email"));
    await user.type(screen.getByTestId("lead-email"), "lucia@example.es");
    await user.click(screen.getByTestId("lead-email-save"));
    await waitFor(() =>
      expect(screen.getByTestId("drawer-lead-state")).toHaveTextContent("Ready to send"),
    );
    expect(await row(LUCIA)).toHaveTextContent("lucia@example.es");
  });

  it("are saved as a file whose place is told", async () => {
    const { user, router } = await renderApp("/settings", { ask: { scene: "fresh" } });
    await user.click(await screen.findByTestId("destination-kind-lead-book"));
    await user.click(screen.getByTestId("destination-connect"));
    await screen.findByText(/^The lead book is ready/);
    await act(() => router.navigate({ to: "/leads" }));
    await user.click(await screen.findByTestId("export-lead-book"));
    expect(await screen.findByText(/leads saved in .*\.csv/)).toBeInTheDocument();
  });

  it("mark with x and move with j", async () => {
    const { user, router } = await renderApp("/leads");
    await row(CAMILLE);
    await user.keyboard("j");
    await waitFor(() =>
      expect(router.state.location.search).toMatchObject({ lead: `lead-${CAMILLE}` }),
    );
    await user.keyboard("x");
    expect(await screen.findByText("1 lead selected")).toBeInTheDocument();
  });

  it("lead on when there are none", async () => {
    await renderApp("/leads", { ask: { scene: "quiet" }, language: "fr" });
    expect(await screen.findByRole("heading", { name: "Pas encore de lead" })).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Voir les conversations" })).toBeInTheDocument();
  });
});
