import type { QueryClient } from "@tanstack/react-query";
import type { CandidateId } from "../../ipc/generated/bindings";
import { prefetch } from "../../ipc/queries";

/** Asks for a candidate as one goes to them, so that the answers are there with the page and not after it. */
export function fetchCandidate(client: QueryClient, candidate: CandidateId): void {
  const page = prefetch(client, "open_candidate", { candidate });
  void prefetch(client, "read_decisions", { candidate });
  void prefetch(client, "list_interviews", { of: { kind: "candidate", candidate } });
  void prefetch(client, "list_correspondence", { candidate });
  void prefetch(client, "list_sealed", { candidate });
  // Asked only by those who may: a refusal would be written down.
  void page.then((view) => {
    if (view?.may.includes("reviewAccess")) void prefetch(client, "who_can_see", { candidate });
  });
}
