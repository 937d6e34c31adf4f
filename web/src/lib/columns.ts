// Which columns of a wide table stay in sight while the others scroll under them: the first and, at
// the right edge, as many of the newest as leave room for some that scroll; three at most.

export interface Columns {
  first: number; // px
  width: number; // px of a column for a meeting
  stay: number; // how many of the newest
  scrolls: boolean;
  total: number; // px of the whole table; 0: as wide as the page
}

export interface Fit {
  room: number; // px
  meetings: number;
  first: number; // least width of the first column
  least: number; // least width of a meeting
  most?: number; // greatest width of a meeting
}

const kStay: number = 3;

export function fit_columns(fit: Fit): Columns {
  const { room, meetings, least } = fit;
  const first: number = Math.max(fit.first, Math.round(room * 0.24));
  if (meetings === 0) return { first, width: least, stay: 0, scrolls: false, total: 0 };
  const even: number = Math.floor((room - first) / meetings);
  if (even >= least) {
    const width: number = Math.min(even, fit.most ?? even);
    const total: number = width < even ? first + meetings * width : 0;
    return { first, width, stay: 0, scrolls: false, total };
  }
  if (fit.first + meetings * least <= room) {
    return { first: fit.first, width: least, stay: 0, scrolls: false, total: 0 };
  }
  const spare: number = Math.floor((room - fit.first) / least - 0.75);
  const stay: number = Math.max(0, Math.min(kStay, spare));
  const total: number = fit.first + meetings * least;
  return { first: fit.first, width: least, stay, scrolls: true, total };
}

// How far from the right edge a column stays; null for one that scrolls.
export function stays_at(columns: Columns, index: number, count: number): number | null {
  const from_right: number = count - 1 - index;
  return columns.scrolls && from_right < columns.stay ? from_right * columns.width : null;
}
