import type { AnswerOf, CommandName, RequestOf } from "../call";
import type { Transport } from "../transport";
import { accessCommands } from "./accessCommands";
import { complaintCommands } from "./complaintCommands";
import { correspondenceCommands } from "./correspondenceCommands";
import { decisionCommands } from "./decisionCommands";
import { disclosureCommands } from "./disclosureCommands";
import { type Fake, makeFake } from "./fakeState";
import { incidentCommands } from "./incidentCommands";
import { interviewCommands } from "./interviewCommands";
import { noticeCommands } from "./noticeCommands";
import { policyCommands } from "./policyCommands";
import { recordCommands } from "./recordCommands";
import { requestCommands } from "./requestCommands";
import { sharingCommands } from "./sharingCommands";
import { shellCommands } from "./shellCommands";
import { vacancyCommands } from "./vacancyCommands";
import { viewCommands } from "./viewCommands";

/** Every command, as the fake answers it. */
export type Answers = {
  [K in CommandName]: (request: RequestOf<K>) => AnswerOf<K> | Promise<AnswerOf<K>>;
};

/** How a fake starts. */
export interface FakeOptions {
  /** How many made-up candidates. */
  people?: number;
  /** What the window opens on. */
  standing?: Fake["standing"];
  /** Whether the organisation is the sample, whose people are made up. */
  sample?: boolean;
}

/** A program of made-up records in memory: for tests and `npm run dev:fake`. */
export function makeFakeTransport(options: FakeOptions = {}): Transport & { fake: Fake } {
  const fake = makeFake(options.people ?? 3000, options.standing ?? "locked");
  fake.sample = options.sample ?? fake.sample;
  const answers: Answers = {
    ...accessCommands(),
    ...shellCommands(fake),
    ...recordCommands(fake),
    ...decisionCommands(fake),
    ...disclosureCommands(fake),
    ...noticeCommands(fake),
    ...sharingCommands(fake),
    ...correspondenceCommands(fake),
    ...vacancyCommands(fake),
    ...policyCommands(fake),
    ...interviewCommands(fake),
    ...incidentCommands(fake),
    ...requestCommands(fake),
    ...complaintCommands(fake),
    ...viewCommands(fake),
  };
  return {
    fake,
    invoke: async (name, request) => {
      if (!(name in answers)) throw `unknown command ${name}`;
      const answer = answers[name as CommandName] as (request: unknown) => unknown;
      // Answers are copies, as they would be over the wire.
      return structuredClone(await answer(structuredClone(request)));
    },
    listen: (event, heard) => fake.hear(event, heard),
  };
}
