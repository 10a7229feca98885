import type { BarPoint } from "../../charts/bars";
import type {
  Figure,
  PermissionsEnding,
  PipelineView,
  SourceMix,
  Step,
} from "../../ipc/generated/bindings";
import { showMonth } from "../../text/dates";
import { say } from "../../text/text";
import { sourceWord, stageWord } from "../../text/words";

/** How far applications came, a bar a step. */
export function funnelPoints({ funnel }: PipelineView): BarPoint[] {
  const all = funnel[0]?.count ?? null;
  return funnel.map(({ step, count }) => {
    const label = stepWord(step);
    if (count === null) {
      const shown = say("pipeline-not-shown");
      const said = say("pipeline-step-untold", { label });
      return { id: step, label, value: null, shown, said, cells: [shown, ""] };
    }
    const shown = say("pipeline-count", { count });
    const said = say("pipeline-step", { label, count });
    const share =
      all === null || all === 0
        ? null
        : say("pipeline-share", { percent: Math.round((count / all) * 100) });
    return {
      id: step,
      label,
      value: count,
      shown,
      said: share === null ? said : say("pipeline-step-share", { step: said, share }),
      cells: [shown, share ?? ""],
    };
  });
}

/** What the funnel says in one sentence. */
export function funnelSentence({ funnel }: PipelineView): string {
  const [first] = funnel;
  const last = funnel.at(-1);
  const applied = first?.count ?? null;
  if (applied === null) return say("pipeline-funnel-few");
  const hired = last?.count ?? null;
  return hired === null
    ? say("pipeline-funnel-said-untold", { applied })
    : say("pipeline-funnel-said", { applied, hired });
}

/** How long applications stayed at each stage: the middle of them, and between what most lie. */
export function stayPoints({ stays }: PipelineView): BarPoint[] {
  return stays.map(({ stage, length }) => {
    const label = stageWord(stage);
    if (length === null) {
      const shown = say("pipeline-not-shown");
      return {
        id: stage,
        label,
        value: null,
        shown,
        said: say("pipeline-stay-untold", { label }),
        cells: [shown, shown, shown],
      };
    }
    const { lower, median, upper } = length;
    return {
      id: stage,
      label,
      value: median,
      between: [lower, upper] as const,
      shown: say("pipeline-days", { days: median }),
      said: say("pipeline-stay", { label, lower, median, upper }),
      cells: [lower, median, upper].map((days) => say("pipeline-days", { days })),
    };
  });
}

/** What the stays say in one sentence: where applications wait longest. */
export function staySentence({ stays }: PipelineView): string {
  const known = stays.flatMap(({ stage, length }) =>
    length === null ? [] : [{ stage, days: length.median }],
  );
  const longest = known.reduce<(typeof known)[number] | undefined>(
    (most, one) => (most === undefined || one.days > most.days ? one : most),
    undefined,
  );
  if (longest === undefined) return say("pipeline-stays-none");
  return say("pipeline-stays-said", { stage: stageWord(longest.stage), days: longest.days });
}

/** Where people came from. */
export function sourcePoints({ sources }: SourceMix): BarPoint[] {
  return sources.map(({ source, figure }) => figurePoint(source, sourceWord(source), figure));
}

/** What the sources say in one sentence. */
export function sourceSentence({ total, sources }: SourceMix): string {
  const [first] = sources;
  if (first === undefined) return say("pipeline-sources-none");
  const most = figureNumber(first.figure);
  return say(most === null ? "pipeline-sources-few" : "pipeline-sources-said", {
    total: figureWords(total),
    source: sourceWord(first.source),
    most: most ?? 0,
  });
}

/** The permissions that end, month by month. */
export function permissionPoints({ months }: PermissionsEnding): BarPoint[] {
  return months.map(({ from, figure }) => figurePoint(from, showMonth(from), figure));
}

/** What the months say in one sentence. */
export function permissionSentence({ total, months }: PermissionsEnding): string {
  if (figureNumber(total) === 0) return say("pipeline-permissions-none", { months: months.length });
  const next = months.find(({ figure }) => figureNumber(figure) !== 0);
  return say("pipeline-permissions-said", {
    total: figureWords(total),
    months: months.length,
    month: next === undefined ? "" : showMonth(next.from),
  });
}

function figurePoint(id: string, label: string, figure: Figure): BarPoint {
  const shown = figureWords(figure);
  return {
    id,
    label,
    value: figureNumber(figure),
    shown,
    said: say("pipeline-figure", { label, shown }),
    cells: [shown],
  };
}

function figureNumber(figure: Figure): number | null {
  return typeof figure === "string" ? null : figure.exactly;
}

function figureWords(figure: Figure): string {
  return typeof figure === "string"
    ? say("pipeline-figure-hidden", { figure })
    : say("pipeline-count", { count: figure.exactly });
}

function stepWord(step: Step): string {
  return step === "hired" ? say("pipeline-hired") : stageWord(step);
}
