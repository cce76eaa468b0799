import { afterEach, describe, expect, it } from "vitest";
import { hashHistory } from "./hash-history";

afterEach(() => window.history.replaceState(null, "", "/"));

describe("addresses behind the #", () => {
  it("are not mixed with what stands before it", () => {
    window.history.replaceState(null, "", "/?memory&scene=full#/leads?state=sent");
    const { location } = hashHistory();
    expect(location.pathname).toBe("/leads");
    expect(location.search).toBe("?state=sent");
  });

  it("keep what stands before it", () => {
    window.history.replaceState(null, "", "/?memory#/leads");
    expect(hashHistory().createHref("/settings")).toBe("/?memory#/settings");
  });

  it("begin at the root", () => {
    expect(hashHistory().location.pathname).toBe("/");
  });
});
