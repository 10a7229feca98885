import { say } from "../text/text";

/** The colours of a saved picture: those of the light page. */
export const INK = "#1c2423";
/** Of what is beside the point. */
export const SOFT = "#56605d";
/** Of what it is drawn on. */
export const CARD = "#ffffff";

interface Sheet {
  width: number;
  /** How high the drawing is, without the words around it. */
  height: number;
  title: string;
  sentence: string;
  body: string;
  /** The figures in words, for whoever does not see them. */
  described: string;
  note?: string;
}

const MARGIN = 24;
const LINE = 20;

/** A drawing with its words, as one file. */
export function paper({ width, height, title, sentence, body, described, note }: Sheet): string {
  const letters = Math.floor(width / 7.2);
  const said = wrapped(sentence, letters);
  const noted = note === undefined ? [] : wrapped(note, letters);
  const foot = say("charts-made-by");
  const head = 34 + said.length * LINE + 14;
  const whole = MARGIN * 2 + head + height + 14 + (noted.length + 1) * LINE;
  const lines = (from: number, texts: readonly string[], fill: string) =>
    texts.map((text, index) => textAt(0, from + index * LINE, text, { fill, size: 13 })).join("");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width + MARGIN * 2}" height="${whole}" `,
    `viewBox="0 0 ${width + MARGIN * 2} ${whole}" role="img" font-family="Inter, system-ui, sans-serif">`,
    `<title>${escaped(title)}</title><desc>${escaped(sentence)} ${described}</desc>`,
    `<rect width="100%" height="100%" fill="${CARD}"/><g transform="translate(${MARGIN} ${MARGIN})">`,
    textAt(0, 18, title, { size: 18, weight: 650 }),
    lines(44, said, SOFT),
    `<g transform="translate(0 ${head})">${body}</g>`,
    lines(head + height + 28, [...noted, foot], SOFT),
    "</g></svg>",
  ].join("");
}

interface Look {
  anchor?: "start" | "middle" | "end";
  fill?: string;
  size?: number;
  weight?: number;
}

/** Words at a place. */
export function textAt(x: number, y: number, words: string, look: Look = {}): string {
  const { anchor = "start", fill = INK, size = 14, weight = 400 } = look;
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${fill}" font-size="${size}" font-weight="${weight}">${escaped(words)}</text>`;
}

/** Words as a drawing may hold them. */
export function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function wrapped(words: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
