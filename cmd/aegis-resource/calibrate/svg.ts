/** Line charts as SVG files: just what curves of rates need. */

/** One line of a chart. */
export interface Series {
  readonly name: string;
  /** Points by ascending x. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** What a chart shows. */
export interface Chart {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly series: readonly Series[];
  /** Places of the marks; the axes end at the first and last of them. */
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  /** Whether equal ratios are equally far apart. */
  readonly xLogarithmic: boolean;
  readonly yLogarithmic: boolean;
}

/** Sizes in pixels. */
const PLOT = { left: 70, top: 40, width: 480, height: 320 } as const;
const LEGEND = { gap: 16, line: 18, width: 250 } as const;
const BOTTOM = 56;
const TICK_GAP = 6;

const COLOURS = [
  "#1f77b4",
  "#ff7f0e",
  "#2ca02c",
  "#d62728",
  "#9467bd",
  "#8c564b",
  "#e377c2",
  "#7f7f7f",
  "#bcbd22",
  "#17becf",
] as const;

/** The chart as an SVG document. */
export function svgChart(chart: Chart): string {
  const x = scale(chart.xTicks, chart.xLogarithmic, PLOT.left, PLOT.left + PLOT.width);
  const y = scale(chart.yTicks, chart.yLogarithmic, PLOT.top + PLOT.height, PLOT.top);
  const width = PLOT.left + PLOT.width + LEGEND.gap + LEGEND.width;
  const legend = PLOT.top + chart.series.length * LEGEND.line;
  const height = Math.max(PLOT.top + PLOT.height + BOTTOM, legend + LEGEND.line);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
      'font-family="sans-serif" font-size="12">',
    `<rect width="${width}" height="${height}" fill="white"/>`,
    text(PLOT.left, PLOT.top - 16, chart.title, 'font-size="14"'),
    ...chart.xTicks.flatMap((tick) => xTick(x(tick), tick)),
    ...chart.yTicks.flatMap((tick) => yTick(y(tick), tick)),
    text(PLOT.left + PLOT.width / 2, PLOT.top + PLOT.height + 40, chart.xLabel, MIDDLE),
    `<g transform="translate(16 ${PLOT.top + PLOT.height / 2}) rotate(-90)">` +
      `${text(0, 0, chart.yLabel, MIDDLE)}</g>`,
    ...chart.series.flatMap((series, at) => drawn(series, at, x, y)),
    "</svg>",
    "",
  ].join("\n");
}

const MIDDLE = 'text-anchor="middle"';

/** Maps the ticks' range to pixels; what lies outside is drawn at the edge. */
function scale(
  ticks: readonly number[],
  logarithmic: boolean,
  from: number,
  to: number,
): (value: number) => number {
  const place = logarithmic ? Math.log : (value: number) => value;
  const first = place(ticks[0] as number);
  const last = place(ticks.at(-1) as number);
  return (value) => {
    const share = (place(value) - first) / (last - first);
    return Number((from + Math.max(0, Math.min(1, share)) * (to - from)).toFixed(1));
  };
}

function xTick(at: number, value: number): string[] {
  const bottom = PLOT.top + PLOT.height;
  return [
    `<path d="M${at} ${PLOT.top}V${bottom}" stroke="#ddd"/>`,
    text(at, bottom + 18, label(value), MIDDLE),
  ];
}

function yTick(at: number, value: number): string[] {
  return [
    `<path d="M${PLOT.left} ${at}h${PLOT.width}" stroke="#ddd"/>`,
    text(PLOT.left - TICK_GAP, at + 4, label(value), 'text-anchor="end"'),
  ];
}

function label(value: number): string {
  return value !== 0 && Math.abs(value) < 0.001 ? value.toExponential() : `${value}`;
}

function drawn(
  { name, points }: Series,
  at: number,
  x: (value: number) => number,
  y: (value: number) => number,
): string[] {
  const colour = COLOURS[at % COLOURS.length] as string;
  // Colours repeat after ten; the second time the lines are dashed.
  const dash = at < COLOURS.length ? "" : ' stroke-dasharray="5 3"';
  const stroke = `stroke="${colour}" stroke-width="2"${dash}`;
  const path = points.map(([px, py], i) => `${i === 0 ? "M" : "L"}${x(px)} ${y(py)}`).join("");
  const left = PLOT.left + PLOT.width + LEGEND.gap;
  const top = PLOT.top + at * LEGEND.line;
  return [
    ...(path === "" ? [] : [`<path d="${path}" fill="none" ${stroke}/>`]),
    `<path d="M${left} ${top}h24" ${stroke}/>`,
    text(left + 30, top + 4, name, ""),
  ];
}

function text(x: number, y: number, content: string, more: string): string {
  return `<text x="${x}" y="${y}"${more === "" ? "" : ` ${more}`}>${escaped(content)}</text>`;
}

function escaped(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
