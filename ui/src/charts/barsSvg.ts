import { type BarPoint, longest } from "./bars";
import { escaped, INK, paper, SOFT, textAt } from "./paper";

interface Drawn {
  title: string;
  sentence: string;
  points: readonly BarPoint[];
  note?: string;
}

const WIDTH = 720;
const LABELS = 200;
const FIGURES = 120;
const ROW = 30;

/** The picture as a file of its own: words in full, colours that need no style sheet, nothing to run or to fetch. */
export function barsSvg({ title, sentence, points, note }: Drawn): string {
  const room = WIDTH - LABELS - FIGURES;
  const top = longest(points);
  const rows = points.map((point, index) => {
    const y = index * ROW;
    const label = textAt(LABELS - 12, y + 19, point.label, { anchor: "end" });
    const { value, between } = point;
    if (value === null) {
      return label + textAt(LABELS + 4, y + 19, point.shown, { fill: SOFT });
    }
    const at = (figure: number) => LABELS + (figure / top) * room;
    if (between === undefined) {
      const bar = `<rect x="${LABELS}" y="${y + 5}" width="${at(value) - LABELS}" height="20" rx="2" fill="#1b6f62"/>`;
      return label + bar + textAt(at(value) + 8, y + 19, point.shown);
    }
    const [from, to] = between;
    const most = `<rect x="${at(from)}" y="${y + 7}" width="${at(to) - at(from)}" height="16" rx="2" fill="#a9d0c7" stroke="#1b6f62"/>`;
    const middle = `<line x1="${at(value)}" x2="${at(value)}" y1="${y + 3}" y2="${y + 27}" stroke="${INK}" stroke-width="3"/>`;
    return label + most + middle + textAt(Math.max(at(to), at(value)) + 8, y + 19, point.shown);
  });
  return paper({
    width: WIDTH,
    title,
    sentence,
    height: points.length * ROW,
    body: rows.join(""),
    described: points.map(({ said }) => escaped(said)).join("; "),
    ...(note !== undefined && { note }),
  });
}
