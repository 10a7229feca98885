import type { QueryClient } from "@tanstack/react-query";
import { go } from "../../app/places";
import type { CandidateId } from "../../ipc/generated/bindings";
import { prefetch } from "../../ipc/queries";

/* In milliseconds: an answer that takes longer is waited for on the candidate's page, which says that it is coming. */
const AT_MOST = 60;

/** Goes to a candidate: asks first, so that the answers are there with the page and it is drawn once. */
export async function goToCandidate(client: QueryClient, candidate: CandidateId): Promise<void> {
  const page = prefetch(client, "open_candidate", { candidate });
  void prefetch(client, "read_decisions", { candidate });
  void prefetch(client, "list_interviews", { of: { kind: "candidate", candidate } });
  void prefetch(client, "list_correspondence", { candidate });
  void prefetch(client, "list_sealed", { candidate });
  // Asked only by those who may: a refusal would be written down.
  void page.then((view) => {
    if (view?.may.includes("reviewAccess")) void prefetch(client, "who_can_see", { candidate });
  });
  await Promise.race([page, new Promise((late) => setTimeout(late, AT_MOST))]);
  go({ at: "candidate", id: candidate });
}
