import { type ReactNode, useId, useState } from "react";
import type { PictureOf } from "../ipc/generated/bindings";
import { useText } from "../text/text";
import { type BarPoint, longest, partOf } from "./bars";
import { barsSvg } from "./barsSvg";
import styles from "./Chart.module.css";
import { ChartFrame } from "./ChartFrame";
import { stepOf } from "./steps";

interface Props {
  /** What the figures are of. */
  title: string;
  /** Of which part of the records, where a picture that left the page has to say so: a vacancy's title. */
  about?: string;
  /** What they show, in one sentence. */
  sentence: string;
  picture: PictureOf;
  points: readonly BarPoint[];
  /** The headings of the table: what a row is, then its figures. */
  columns: readonly [string, ...string[]];
  action?: ReactNode;
  /** What has to be known to read it, such as what is hidden. */
  note?: string;
}

/** Figures that lie beneath each other, a bar each: a picture, its sentence, and the same as a table. */
export function Bars({ title, about, sentence, picture, points, columns, action, note }: Props) {
  const t = useText();
  const id = useId();
  const [at, setAt] = useState(0);
  const top = longest(points);
  return (
    <ChartFrame
      id={id}
      sentence={sentence}
      picture={picture}
      svg={() =>
        barsSvg({
          title: about === undefined ? title : t("charts-about", { title, about }),
          sentence,
          points,
          ...(note !== undefined && { note }),
        })
      }
      {...(action !== undefined && { action })}
      table={<BarsTable title={title} points={points} columns={columns} />}
    >
      <div
        className={styles.lying}
        role="listbox"
        tabIndex={0}
        aria-label={title}
        aria-activedescendant={`${id}-${at}`}
        aria-describedby={`${id}-keys`}
        onKeyDown={(event) => {
          const wanted = stepOf(event, at, points.length, true);
          if (wanted === undefined) return;
          event.preventDefault();
          setAt(wanted);
        }}
      >
        {points.map((point, index) => (
          <div
            key={point.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={styles.point}
            onPointerEnter={() => setAt(index)}
          >
            <span className="visually-hidden">{point.said}</span>
            <span className={styles.barLabel} aria-hidden="true">
              {point.label}
            </span>
            <svg
              className={styles.track}
              aria-hidden="true"
              focusable="false"
              width="100%"
              height="20"
            >
              {point.value === null ? (
                <line className={styles.untold} x1="1" x2="1" y1="2" y2="18" />
              ) : (
                <BarShape point={point} top={top} />
              )}
            </svg>
            <span
              className={point.value === null ? styles.barUntold : styles.barFigure}
              aria-hidden="true"
            >
              {point.shown}
            </span>
          </div>
        ))}
      </div>
      <p className={styles.reading}>{points[at]?.said ?? ""}</p>
      {note !== undefined && <p className={styles.note}>{note}</p>}
      <p id={`${id}-keys`} className={styles.hint}>
        {t("charts-bars-hint")}
      </p>
    </ChartFrame>
  );
}

/** A bar from nought, or, where most lie between two figures, a pale one between them with a mark at the middle. */
function BarShape({ point, top }: { point: BarPoint; top: number }) {
  const { value, between } = point;
  if (value === null) return null;
  if (between === undefined) {
    return (
      <rect className={styles.bar} x="0" y="2" width={partOf(value, top)} height="16" rx="2" />
    );
  }
  const [from, to] = between;
  return (
    <>
      <line className={styles.rule} x1="0" x2="100%" y1="10" y2="10" />
      <rect
        className={styles.most}
        x={partOf(from, top)}
        y="3"
        width={partOf(to - from, top)}
        height="14"
        rx="2"
      />
      <line
        className={styles.middle}
        x1={partOf(value, top)}
        x2={partOf(value, top)}
        y1="1"
        y2="19"
      />
    </>
  );
}

interface TableProps {
  title: string;
  points: readonly BarPoint[];
  columns: readonly [string, ...string[]];
}

function BarsTable({ title, points, columns }: TableProps) {
  const [first, ...others] = columns;
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table}>
        <caption className={styles.caption}>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((label) => (
              <th key={label} scope="col" className={styles.number}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.id}>
              <th scope="row">{point.label}</th>
              {others.map((label, place) => (
                <td key={label} className={styles.number}>
                  {point.cells[place]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
