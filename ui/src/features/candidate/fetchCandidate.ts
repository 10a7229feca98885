import type { QueryClient } from "@tanstack/react-query";
import type { CandidateId } from "../../ipc/generated/bindings";
import { prefetch } from "../../ipc/queries";

/** Asks for a candidate as one goes to them, so that the answers are there with the page and not after it. */
export function fetchCandidate(client: QueryClient, candidate: CandidateId): void {
  prefetch(client, "open_candidate", { candidate });
  prefetch(client, "read_decisions", { candidate });
  prefetch(client, "list_interviews", { of: { kind: "candidate", candidate } });
  prefetch(client, "list_correspondence", { candidate });
}
