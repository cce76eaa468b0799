import { afterEach, describe, expect, it, vi } from "vitest";
import { httpPlatform } from "./http";

function answer(status: number, body: string) {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(body, { status })),
  );
}

afterEach(() => vi.unstubAllGlobals());

describe("over HTTP", () => {
  it("answers what the engine answered", async () => {
    answer(200, '{"rows":[],"next":null}');
    await expect(httpPlatform.call("leads", {})).resolves.toEqual({ rows: [], next: null });
    expect(fetch).toHaveBeenCalledWith(
      "/rpc/leads",
      expect.objectContaining({ method: "POST", body: "{}" }),
    );
  });

  it.each([
    [422, '{"code":"bad_input","message":"leads: no"}', "bad_input"],
    [500, '{"code":"internal","message":"oops"}', "internal"],
    [401, "this address opens with the token", "session_ended"],
    [403, "the Origin header is not ours", "session_ended"],
    [502, "<html>", "unreachable"],
    [200, "not JSON", "unreachable"],
  ])("reads %i %s as %s", async (status, body, code) => {
    answer(status, body);
    await expect(httpPlatform.call("leads", {})).rejects.toMatchObject({ code });
  });

  it("says so when nobody answers", async () => {
    vi.stubGlobal("fetch", vi.fn().mockRejectedValue(new TypeError("Failed to fetch")));
    await expect(httpPlatform.call("status", {})).rejects.toMatchObject({ code: "unreachable" });
  });
});
