import styles from "./Icon.module.css";

/* Drawn on a 20 px square with a stroke of 1.5 px; every path is open or closed line work. */
const PATHS = {
  today:
    "M10 3v1.5M10 15.5V17M3 10h1.5M15.5 10H17M5.05 5.05l1.1 1.1M13.85 13.85l1.1 1.1M5.05 14.95l1.1-1.1M13.85 6.15l1.1-1.1M10 7a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z",
  candidates:
    "M7.5 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM2.5 16c.4-2.6 2.4-4 5-4s4.6 1.4 5 4M13 4.3a2.6 2.6 0 0 1 0 5M14.5 12.2c1.7.5 2.8 1.8 3 3.8",
  vacancies: "M3.5 7h13v9h-13zM7.5 7V5.2c0-.7.5-1.2 1.2-1.2h2.6c.7 0 1.2.5 1.2 1.2V7M3.5 11h13",
  pipeline: "M3 4.5h14M5 8.2h10M7 11.8h6M8.5 15.5h3",
  picture: "M3.5 16.5V4M3.5 16.5h13M7 13.5v-4M10.5 13.5v-7M14 13.5v-5",
  columns: "M3 4.5h14v11H3zM7.7 4.5v11M12.3 4.5v11",
  print: "M6 7.5V3.5h8v4M6 14H3.5V7.5h13V14H14M6 11.5h8v5H6z",
  compass: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM12.8 7.2 11.3 11.3 7.2 12.8 8.7 8.7Z",
  contrast: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 3v14M12 4v12M14 5.3v9.4",
  zoom: "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4M9 6.7v4.6M6.7 9h4.6",
  view: "M4 4h12v12H4zM4 8h12M8 8v8",
  reserve: "M6 3.5h8v13l-4-3-4 3z",
  retention:
    "M5.5 3.5h9M5.5 16.5h9M6.5 3.5c0 3.5 3.5 4.5 3.5 6.5s-3.5 3-3.5 6.5M13.5 3.5c0 3.5-3.5 4.5-3.5 6.5s3.5 3 3.5 6.5",
  import: "M10 3v8M7 8.2l3 3 3-3M3.5 12v4h13v-4",
  accountability: "M5 3h10v14H5zM8 3v14M10.5 7h2.5M10.5 10h2.5",
  people: "M7 12a4 4 0 1 1 3.7-5.5L17 6.5v3h-2v2h-3v-2h-1.3A4 4 0 0 1 7 12ZM6.5 8h.01",
  search: "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4",
  lock: "M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9M10 12v1.5",
  unlock: "M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 5.7-1.3",
  plus: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  close: "M5 5l10 10M15 5 5 15",
  check: "M4 10.5 8 14.5 16 5.5",
  more: "M5 10h.01M10 10h.01M15 10h.01",
  chevronDown: "m5.5 8 4.5 4.5L14.5 8",
  chevronUp: "M5.5 12.5 10 8l4.5 4.5",
  chevronRight: "M8 5.5 12.5 10 8 14.5",
  chevronLeft: "M12 5.5 7.5 10l4.5 4.5",
  arrowUp: "M10 16V4M5.5 8.5 10 4l4.5 4.5",
  arrowDown: "M10 4v12M5.5 11.5 10 16l4.5-4.5",
  arrowRight: "M4 10h12M11.5 5.5 16 10l-4.5 4.5",
  sort: "M7 4v12M4.5 13.5 7 16l2.5-2.5M13 16V4M10.5 6.5 13 4l2.5 2.5",
  warning: "M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14.2v.01",
  info: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.3v4M10 6.7v.01",
  help: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM8 8a2 2 0 1 1 2.8 1.8c-.6.3-.8.7-.8 1.4M10 13.6v.01",
  calendar: "M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3M13 3v3",
  clock: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4.2l2.8 1.6",
  undo: "M7 4 3.5 7.5 7 11M3.5 7.5H12a4.2 4.2 0 0 1 0 8.5H8",
  filter: "M3 5h14M5.5 10h9M8 15h4",
  eye: "M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5ZM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z",
  eyeOff:
    "M4 4l12 12M8.2 5.2A8 8 0 0 1 10 5c5 0 7.5 5 7.5 5a13 13 0 0 1-2.3 2.9M12.5 14.5A8 8 0 0 1 10 15c-5 0-7.5-5-7.5-5a13 13 0 0 1 3-3.5",
  sun: "M10 3v1.5M10 15.5V17M3 10h1.5M15.5 10H17M5.05 5.05l1.1 1.1M13.85 13.85l1.1 1.1M5.05 14.95l1.1-1.1M13.85 6.15l1.1-1.1M10 7a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z",
  moon: "M16 11.5A6.5 6.5 0 0 1 8.5 4a6.5 6.5 0 1 0 7.5 7.5Z",
  screen: "M3 4.5h14v9H3zM7.5 16.5h5M10 13.5v3",
  trash: "M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6M8.5 9v4.5M11.5 9v4.5",
  mail: "M3 5h14v10H3zM3 6l7 5 7-5",
  phone:
    "M6.5 3.5 8.5 7 7 8.5c.8 1.8 2.2 3.5 4.5 4.5l1.5-1.5 3.5 2c0 2-1 3-2.5 3C8.5 16.5 3.5 10 3.5 6c0-1.5 1-2.5 3-2.5Z",
  pin: "M10 17.5s5.5-5 5.5-9.2a5.5 5.5 0 0 0-11 0c0 4.2 5.5 9.2 5.5 9.2ZM10 10.3a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
  folder: "M3 5h5l1.5 2H17v9H3z",
  file: "M5 3h6.5L15 6.5V17H5zM11.5 3v3.5H15",
  user: "M10 10a3.2 3.2 0 1 0 0-6.5 3.2 3.2 0 0 0 0 6.5ZM4 16.5c.5-3 2.8-4.5 6-4.5s5.5 1.5 6 4.5",
  keyboard: "M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.7h7",
  shield: "M10 3 4.5 5v4.5c0 3.5 2.3 6 5.5 7.5 3.2-1.5 5.5-4 5.5-7.5V5z",
  edit: "M4 16l.7-3.2L13 4.5 15.5 7l-8.3 8.3zM11.3 6.2l2.5 2.5",
  drag: "M7.5 5.5h.01M12.5 5.5h.01M7.5 10h.01M12.5 10h.01M7.5 14.5h.01M12.5 14.5h.01",
  building: "M4.5 17V4h7v13M11.5 8h4v9M3 17h14M7 7.5h2M7 10.5h2M7 13.5h2",
  leaf: "M4.5 15.5C4 8 8 4.5 16 4.5c.3 8-3.5 11.5-9.5 10.5M4 17c1.5-4 4-6.5 7.5-8.5",
  play: "M6.5 4.5v11l9-5.5z",
  menu: "M3.5 5.5h13M3.5 10h13M3.5 14.5h13",
  table: "M3 4.5h14v11H3zM3 8.5h14M8 8.5v7",
  board: "M3.5 4h3.5v12H3.5zM8.5 4h3.5v8H8.5zM13.5 4H17v5h-3.5z",
} as const;

/** The names of the icons. */
export type IconName = keyof typeof PATHS;

interface Props {
  name: IconName;
  /** Side of the square in pixels. */
  size?: number;
}

/** A line drawing beside words. It never stands alone: what carries it has a name. */
export function Icon({ name, size = 20 }: Props) {
  return (
    <svg
      className={styles.icon}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
