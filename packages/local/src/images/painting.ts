/**
 * A picture of coarse cells: a ground that passes from one colour into another, and a few shapes upon it. Colours and shapes follow from
 * the request, but of what a prompt describes only the colours can be seen.
 */
import { hash32 } from '../digest.ts';
import { type Random, randomFrom } from './random.ts';

/** Red, green, blue and opacity, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Pixels of a cell's side: the side of a block of JPEG, so that a block has one colour. */
export const cellPixels = 8;

/** Cells row by row, four bytes each. The last cell of a row or column may stand over the edge. */
export interface Painting {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly cells: Uint8Array;
}

export interface PaintingSettings {
  readonly width: number;
  readonly height: number;
  readonly prompt: string;
  readonly seed: number;
  /** Everything else that makes one picture another: style, input images, task. */
  readonly variant: string;
  /** Colours to be used, as `#RRGGBB`. */
  readonly colours?: readonly string[] | undefined;
  /** Nothing but the shape in the middle is opaque. */
  readonly cutOut?: boolean | undefined;
}

const named: Readonly<Record<string, string>> = {
  red: '#c62828',
  orange: '#ef6c00',
  yellow: '#fbc02d',
  green: '#2e7d32',
  blue: '#1565c0',
  purple: '#6a1b9a',
  violet: '#6a1b9a',
  pink: '#d81b60',
  brown: '#5d4037',
  black: '#101010',
  white: '#fafafa',
  grey: '#757575',
  gray: '#757575',
  gold: '#c9a227',
  turquoise: '#00838f',
};

export function paint(settings: PaintingSettings): Painting {
  const { width, height, prompt, seed, variant, cutOut = false } = settings;
  const columns = Math.ceil(width / cellPixels);
  const rows = Math.ceil(height / cellPixels);
  const random = randomFrom(hash32(`${seed}/${prompt}/${variant}`));
  const palette = paletteOf(settings, random);
  const shapes = Array.from({ length: 4 + Math.floor(random() * 5) }, () =>
    shapeFrom(random, palette, columns, rows),
  );
  const cells = new Uint8Array(columns * rows * 4);
  for (let row = 0; row < rows; row += 1) {
    const ground = mixed(palette[0] ?? [0, 0, 0, 255], palette[1] ?? [255, 255, 255, 255], row / rows);
    for (let column = 0; column < columns; column += 1) {
      const shape = shapes.find((one) => one.covers(column, row));
      const colour = shape?.colour ?? ground;
      const opaque = !cutOut || isCentral(column / columns, row / rows);
      cells.set(opaque ? colour : [0, 0, 0, 0], (row * columns + column) * 4);
    }
  }
  return { width, height, columns, rows, cells };
}

function isCentral(across: number, down: number): boolean {
  return (across - 0.5) ** 2 + (down - 0.5) ** 2 < 0.16;
}

interface Shape {
  readonly colour: Colour;
  covers(column: number, row: number): boolean;
}

function shapeFrom(random: Random, palette: readonly Colour[], columns: number, rows: number): Shape {
  const colour = shaded(palette[Math.floor(random() * palette.length)] ?? [0, 0, 0, 255], random);
  const across = random() * columns;
  const down = random() * rows;
  const size = (0.05 + random() * 0.25) * Math.min(columns, rows);
  const isRound = random() < 0.6;
  const stretch = 0.5 + random();
  return {
    colour,
    covers: (column, row) => {
      const x = (column - across) / stretch;
      const y = (row - down) * stretch;
      return isRound ? x * x + y * y < size * size : Math.abs(x) < size && Math.abs(y) < size;
    },
  };
}

/** The colours that were asked for, then those that the prompt names, then two that follow from the seed. */
function paletteOf({ prompt, colours = [] }: PaintingSettings, random: Random): Colour[] {
  const words = prompt.toLowerCase().match(/[a-z]+/g) ?? [];
  const said = words.flatMap((word) => (Object.hasOwn(named, word) ? [named[word] ?? ''] : []));
  const asked = [...new Set([...colours, ...said])].map(colourOf);
  const free = Array.from({ length: 3 }, (): Colour => [random() * 256, random() * 256, random() * 256, 255]);
  return [...asked, ...free].slice(0, Math.max(asked.length, 3));
}

function colourOf(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff, 255];
}

function shaded([red, green, blue, alpha]: Colour, random: Random): Colour {
  const light = 0.6 + random() * 0.7;
  const lit = (part: number): number => Math.min(255, part * light);
  return [lit(red), lit(green), lit(blue), alpha];
}

function mixed(from: Colour, to: Colour, share: number): Colour {
  const part = (index: 0 | 1 | 2): number => from[index] + (to[index] - from[index]) * share;
  return [part(0), part(1), part(2), 255];
}
